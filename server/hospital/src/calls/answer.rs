//! Somebody says that they come to a patient who calls, that they cannot come after all, and afterwards that somebody was there: who cares for the patient, and whoever the house told of this call by name. The second knows where
//! it is and reads nothing of the patient by it.

use domain::access::Action;
use domain::calls::{Heard, How, Stage};
use domain::ids::{CallId, HospitalId, PatientId, UserId, WardId};

use super::tell;
use super::{Place, place_of};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// A call under lock, and who moves it.
struct Held {
    patient: PatientId,
    hospital: HospitalId,
    user: UserId,
    stage: Stage,
    /// Who said that they come.
    taker: Option<UserId>,
    called_from: Place,
}

/// "I am coming": the patient's page says who.
///
/// # Errors
/// Not found or denied for who does not care for the patient and was not told of the call; a conflict for a call that somebody else has taken, or that is over.
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

/// Nobody comes after all: it waits anew, and everybody else who is on duty there is told again, else whoever is on call. Whoever may come may say so, also of who took it: they may have no hand free.
/// Answers who was told.
///
/// # Errors
/// As of [`take`]; a conflict while nobody has taken it.
pub async fn give_back(ctx: &Ctx, id: CallId) -> Result<Heard> {
    let (mut tx, held) = open(ctx, id).await?;
    may_become(held.stage, Stage::Waiting)?;
    let round = tell::wait_anew(&mut tx, ctx, id, (held.hospital, held.patient)).await?;
    let place = place_of(&mut tx, ctx, held.patient, held.hospital)
        .await?
        .unwrap_or_else(|| held.called_from.clone());
    let except: Vec<UserId> = held.taker.into_iter().chain([held.user]).collect();
    tell::tell(&mut tx, ctx, round, &place, &except).await?;
    let heard = tell::heard(&mut tx, id).await?;
    done(tx, ctx, "call.give_back", &held).await?;
    Ok(heard)
}

/// Somebody was there. Whoever cares for the patient, or was told of the call, closes it: also who did not take it.
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
    let found = whose(ctx, id).await?;
    let (mut tx, patient) = ctx.begin_told(Action::AnswerCall, found).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::AnswerCall.name()))?;
    let row = sqlx::query!(
        r#"SELECT c.state, c.taken_by AS "taken_by?", c.ward_id, c.spot AS "spot?", w.name AS "ward_name!"
             FROM nurse_call c JOIN ward w ON w.id = c.ward_id
            WHERE c.id = $1 AND c.hospital_id = $2
              FOR UPDATE OF c"#,
        id.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let stage = Stage::parse(&row.state).ok_or(HospitalError::Internal("a call is in no stage of this version"))?;
    let held = Held {
        patient,
        hospital,
        user,
        stage,
        taker: row.taken_by.map(UserId),
        called_from: Place {
            ward: WardId(row.ward_id),
            ward_name: row.ward_name,
            spot: row.spot,
        },
    };
    Ok((tx, held))
}

/// Whose it is, and whether the actor was told of it: of a record that leads to another, the other's, on whose chart it stands. Row security hides what other hospitals hold, so the answer for that
/// is "not found".
async fn whose(ctx: &Ctx, id: CallId) -> Result<Option<(PatientId, bool)>> {
    let mut tx = ctx.look(Action::AnswerCall).await?;
    let found = sqlx::query!(
        r#"SELECT led_to(c.patient_id, c.hospital_id) AS "patient!",
                  EXISTS (SELECT FROM nurse_call_step s WHERE s.call_id = c.id AND s.told_user = actor_user()) AS "told!"
             FROM nurse_call c
            WHERE c.id = $1 AND c.hospital_id = actor_hospital()"#,
        id.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found.map(|found| (PatientId(found.patient), found.told)))
}

async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, held: &Held) -> Result<()> {
    let entry = Entry::changed(what, Action::AnswerCall, held.patient, Kind::Alarms);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    ctx.house().calls.forget();
    Ok(())
}
