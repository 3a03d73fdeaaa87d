//! Whom of a ward the reader treats: those of their own among many.

use std::collections::BTreeSet;

use domain::access::{Action, Relations, Subject};
use domain::ids::PatientId;
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::to_db;

/// Those of `here` whom the reader treats by name. Who is on duty on a ward reads all of it; these are fewer. Part of the look at the ward, which is recorded with everybody on it: it
/// tells nothing of a patient that the reader did not do themselves.
pub(super) async fn treated(tx: &mut Tx, ctx: &Ctx, here: &[PatientId]) -> Result<BTreeSet<PatientId>> {
    let (Some(user), Some(hospital)) = (ctx.actor().user(), ctx.actor().hospital()) else {
        return Ok(BTreeSet::new());
    };
    // Who lies here, and who leads to them: to ask of each whom the reader treats where they lead (`led_to`) took longer than all else that the page asks.
    let ids: Vec<Uuid> = here.iter().map(|patient| patient.0).collect();
    let treated = sqlx::query_scalar!(
        r#"SELECT c.patient_id AS "patient_id!"
             FROM care_relation c
            WHERE c.user_id = $1 AND c.hospital_id = $2 AND c.during @> $3::timestamptz AND c.patient_id = ANY($4)
            UNION
           SELECT m.survivor_id
             FROM patient_merge m
             JOIN care_relation c ON c.patient_id = m.other_id AND c.user_id = $1 AND c.hospital_id = $2 AND c.during @> $3::timestamptz
            WHERE m.survivor_id = ANY($4) AND m.hospital_id = $2 AND m.undone_at IS NULL
            LIMIT 1000"#,
        user.0,
        hospital.0,
        to_db(ctx.now()),
        &ids,
    )
    .fetch_all(&mut **tx)
    .await?;
    let relations = Relations::TREATING;
    let mine = treated.into_iter().map(PatientId).filter(|patient| {
        let patient = *patient;
        here.contains(&patient) && ctx.may(Action::ReadPatient, &Subject::Patient { patient, relations })
    });
    Ok(mine.collect())
}
