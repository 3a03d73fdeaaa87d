//! Opens a record in an emergency.

use domain::access::{Action, Subject};
use domain::emergency::{OPEN_MINUTES, Reason};
use domain::ids::{BreakGlassId, PatientId};
use domain::time::Moment;
use uuid::Uuid;

use super::find::{Sought, find};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Opens the record of whoever is sought to the actor for an hour; answers whose it is and until when, or nothing when there is no such person, whichever part of what
/// was typed is wrong: that stands in the audit, and the door counts it. Who opens it twice gets the open one.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof, denied for who treats nobody.
pub async fn open(ctx: &Ctx, sought: &Sought, reason: Reason, words: &str) -> Result<Option<(PatientId, Moment)>> {
    let (hospital, user) = match (ctx.actor().hospital(), ctx.actor().user()) {
        (Some(hospital), Some(user)) => (hospital, user),
        _ => return Err(HospitalError::SignIn),
    };
    let subject = Subject::Hospital(hospital);
    ctx.check(Action::BreakGlass, &subject).await?;
    let Some((patient, holders)) = find(ctx, hospital, sought).await? else {
        let missed = Entry::new(Action::BreakGlass, &subject, Outcome::Denied).denied("nobody_found");
        audit::record(ctx, missed).await?;
        return Ok(None);
    };
    let now = ctx.now();
    let until = now.plus_seconds(f64::from(OPEN_MINUTES) * 60.0);
    let mut tx = ctx.begin(Action::BreakGlass, &subject).await?;
    let open = sqlx::query_scalar!(
        "SELECT until FROM break_glass WHERE user_id = $1 AND patient_id = $2 AND hospital_id = $3 AND until > $4 ORDER BY until DESC LIMIT 1",
        user.0,
        patient.0,
        hospital.0,
        to_db(now),
    )
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(until) = open {
        tx.commit().await?;
        return Ok(Some((patient, from_db(until))));
    }
    let id = BreakGlassId(Uuid::now_v7());
    sqlx::query!(
        "INSERT INTO break_glass (id, patient_id, user_id, user_name, hospital_id, holders, reason, words, opened_at, until)
         SELECT $1, $2, u.id, u.display_name, $4, $5, $6, $7, $8, $9 FROM app_user u WHERE u.id = $3",
        id.0,
        patient.0,
        user.0,
        hospital.0,
        &holders,
        reason.name(),
        words,
        to_db(now),
        to_db(until),
    )
    .execute(&mut *tx)
    .await?;
    // Each hospital that it concerns looks at it for itself.
    sqlx::query!(
        "INSERT INTO break_glass_review (opening_id, hospital_id, opened_by)
         SELECT DISTINCT $1::uuid, h.id, $2::uuid FROM unnest($3::uuid[] || $4::uuid) AS h (id)",
        id.0,
        user.0,
        &holders,
        hospital.0,
    )
    .execute(&mut *tx)
    .await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::patient(Action::BreakGlass, patient, &[Kind::Access])],
    )
    .await?;
    tx.commit().await?;
    Ok(Some((patient, until)))
}
