//! Somebody says that they come to a patient who calls, and afterwards that somebody was there.

use domain::access::Action;
use domain::calls::{How, Stage};
use domain::ids::{CallId, PatientId, UserId};

use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// A call under lock, and who moves it.
struct Held {
    patient: PatientId,
    user: UserId,
    stage: Stage,
}

/// "I am coming": the patient's page says who.
///
/// # Errors
/// Not found or denied for who does not care for the patient; a conflict for a call that somebody else has taken, or that is over.
pub async fn take(ctx: &Ctx, id: CallId) -> Result<()> {
    let (mut tx, held) = open(ctx, id).await?;
    may_become(held.stage, Stage::Taken)?;
    sqlx::query!(
        "UPDATE nurse_call SET state = 'taken', taken_by = $2, taken_at = $3 WHERE id = $1",
        id.0,
        held.user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    done(tx, ctx, "call.take", &held).await
}

/// Somebody was there. Whoever cares for the patient closes it, also who did not take it.
///
/// # Errors
/// As of [`take`]; a conflict while nobody has taken it.
pub async fn close(ctx: &Ctx, id: CallId, how: How) -> Result<()> {
    let (mut tx, held) = open(ctx, id).await?;
    may_become(held.stage, Stage::Closed)?;
    sqlx::query!(
        "UPDATE nurse_call SET state = 'closed', closed_by = $2, closed_at = $3, closed_how = $4 WHERE id = $1",
        id.0,
        held.user.0,
        to_db(ctx.now()),
        how.name(),
    )
    .execute(&mut *tx)
    .await?;
    done(tx, ctx, "call.close", &held).await
}

fn may_become(stage: Stage, next: Stage) -> Result<()> {
    if stage.may_become(next) {
        return Ok(());
    }
    Err(HospitalError::Conflict(match stage {
        Stage::Waiting => "Somebody says first that they come.",
        Stage::Taken => "Somebody else is coming already.",
        Stage::Closed => "This call is closed.",
        Stage::Cancelled => "The patient has taken this call back.",
    }))
}

/// The call under lock, for who may do this to the patient on whose chart it stands.
async fn open(ctx: &Ctx, id: CallId) -> Result<(Tx, Held)> {
    let patient = whose(ctx, id).await?;
    let mut tx = ctx.begin_with_patient(Action::AnswerCall, patient).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::AnswerCall.name()))?;
    let state = sqlx::query_scalar!(
        "SELECT c.state FROM nurse_call c WHERE c.id = $1 AND c.hospital_id = $2 FOR UPDATE",
        id.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let stage = Stage::parse(&state).ok_or(HospitalError::Internal("a call is in no stage of this version"))?;
    Ok((tx, Held { patient, user, stage }))
}

/// Whose it is: of a record that leads to another, the other's, on whose chart it stands. Row security hides what other hospitals hold, so the answer for that is "not found".
async fn whose(ctx: &Ctx, id: CallId) -> Result<PatientId> {
    let mut tx = ctx.look(Action::AnswerCall).await?;
    let patient = sqlx::query_scalar!(
        r#"SELECT led_to(c.patient_id, c.hospital_id) AS "patient!" FROM nurse_call c WHERE c.id = $1 AND c.hospital_id = actor_hospital()"#,
        id.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    audit::within_reach(ctx, Action::AnswerCall, patient.map(PatientId)).await
}

async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, held: &Held) -> Result<()> {
    let entry = Entry::changed(what, Action::AnswerCall, held.patient, Kind::Alarms);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
