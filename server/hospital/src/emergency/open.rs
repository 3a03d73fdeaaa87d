//! Opens a record in an emergency.

use domain::access::{Action, Subject};
use domain::emergency::{OPEN_MINUTES, Reason};
use domain::ids::{BreakGlassId, PatientId};
use domain::invalid::Invalid;
use domain::time::Moment;
use uuid::Uuid;

use super::find::{Sought, find};
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Opens the record of whoever is sought to the actor for an hour; answers whose it is and until when. Who opens it twice gets the open one.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof, denied for who treats nobody, and invalid when there is no such person: the same sentence whichever part of what
/// was typed is wrong.
pub async fn open(ctx: &Ctx, sought: &Sought, reason: Reason, words: &str) -> Result<(PatientId, Moment)> {
    let (hospital, user) = match (ctx.actor().hospital(), ctx.actor().user()) {
        (Some(hospital), Some(user)) => (hospital, user),
        _ => return Err(HospitalError::SignIn),
    };
    let subject = Subject::Hospital(hospital);
    ctx.check(Action::BreakGlass, &subject).await?;
    let Some((patient, holders)) = find(ctx, hospital, sought).await? else {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "",
            "Nobody is known under what you typed. Check each digit and the date of birth.",
        )]));
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
        return Ok((patient, from_db(until)));
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
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::patient(Action::BreakGlass, patient, &[Kind::Access])],
    )
    .await?;
    tx.commit().await?;
    Ok((patient, until))
}
