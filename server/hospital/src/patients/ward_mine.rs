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
    // By who treats: that is few, and is led by `care_relation_once`. Who lies here under their own record need not be led to it: of each row that would be a question.
    let ids: Vec<Uuid> = here.iter().map(|patient| patient.0).collect();
    let treated = sqlx::query_scalar!(
        r#"SELECT DISTINCT CASE WHEN c.patient_id = ANY($4) THEN c.patient_id ELSE led_to(c.patient_id, c.hospital_id) END AS "patient_id!"
             FROM care_relation c
            WHERE c.user_id = $1 AND c.hospital_id = $2 AND c.during @> $3::timestamptz
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
