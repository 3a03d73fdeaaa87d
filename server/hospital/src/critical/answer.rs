//! What moves a loop on: read back by somebody else, closed with what was done, or withdrawn by who reported it. Whoever cares for the patient reads back and closes, and whoever the house told of
//! this one by name. The second asks who reported it, and reads nothing of the patient by it.

use domain::access::Action;
use domain::critical::typed::{self, read_value};
use domain::critical::{State, same};
use domain::ids::{CriticalId, HospitalId, PatientId, UserId};

use super::ReadBack;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Tries to read one value back: more than anybody needs.
const MOST_TRIES: i64 = 50;

/// A loop under lock, and who moves it.
struct Held {
    patient: PatientId,
    hospital: HospitalId,
    user: UserId,
    state: State,
    value: String,
    reporter: UserId,
    tries: i64,
}

/// Somebody else types the number that they heard or saw. Each try stays; the loop moves on when it is the number that was reported.
///
/// # Errors
/// Not found or denied for who does not care for the patient and was not told of it; invalid for what is no number; a conflict for who reported it, and for a loop that does not wait for this.
pub async fn read_back(ctx: &Ctx, id: CriticalId, value: &str) -> Result<ReadBack> {
    let (mut tx, held) = open(ctx, Action::AnswerCritical, id).await?;
    let value = read_value(value)?;
    if held.reporter == held.user {
        return Err(HospitalError::Conflict(
            "Somebody else reads a value back: not who reported it.",
        ));
    }
    may_become(held.state, State::Read)?;
    if held.tries >= MOST_TRIES {
        return Err(HospitalError::Busy);
    }
    let agrees = same(&held.value, &value);
    let at = to_db(ctx.now());
    sqlx::query!(
        "INSERT INTO critical_read (critical_id, by_user, at, value, agrees) VALUES ($1, $2, $3, $4::text::numeric, $5)",
        id.0,
        held.user.0,
        at,
        value,
        agrees,
    )
    .execute(&mut *tx)
    .await?;
    if agrees {
        sqlx::query!(
            "UPDATE critical_value SET state = 'read', read_by = $2, read_at = $3 WHERE id = $1",
            id.0,
            held.user.0,
            at,
        )
        .execute(&mut *tx)
        .await?;
    }
    let (what, became) = match agrees {
        true => ("critical.read_back", ReadBack::Agrees),
        false => ("critical.misread", ReadBack::Differs),
    };
    done(tx, ctx, what, Action::AnswerCritical, &held).await?;
    Ok(became)
}

/// Writes what was done. Whoever cares for the patient does, or was told of it: who reported it too.
///
/// # Errors
/// As of [`read_back`]; a conflict while nobody has read it back.
pub async fn close(ctx: &Ctx, id: CriticalId, action: &str) -> Result<()> {
    let (mut tx, held) = open(ctx, Action::AnswerCritical, id).await?;
    let action = typed::action(action)?;
    may_become(held.state, State::Closed)?;
    sqlx::query!(
        "UPDATE critical_value SET state = 'closed', action = $2, closed_by = $3, closed_at = $4 WHERE id = $1",
        id.0,
        action,
        held.user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    done(tx, ctx, "critical.close", Action::AnswerCritical, &held).await
}

/// Takes back what was reported by mistake; it stays to be read, with the reason.
///
/// # Errors
/// Denied for everybody but who reported it; invalid without a reason; a conflict for a loop that is over.
pub async fn withdraw(ctx: &Ctx, id: CriticalId, reason: &str) -> Result<()> {
    let (mut tx, held) = open(ctx, Action::ReportCritical, id).await?;
    if held.reporter != held.user {
        let refused = Entry::patient(Action::ReportCritical, held.patient, &[Kind::Alarms]).denied("not_the_reporter");
        audit::record(ctx, refused).await?;
        return Err(HospitalError::Denied(Action::ReportCritical.name()));
    }
    let reason = typed::reason(reason)?;
    may_become(held.state, State::Withdrawn)?;
    sqlx::query!(
        "UPDATE critical_value SET state = 'withdrawn', withdrawn_reason = $2, withdrawn_at = $3 WHERE id = $1",
        id.0,
        reason,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    done(tx, ctx, "critical.withdraw", Action::ReportCritical, &held).await
}

/// Where and who.
pub(super) fn here(ctx: &Ctx, action: Action) -> Result<(HospitalId, UserId)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx.actor().user().ok_or(HospitalError::Denied(action.name()))?;
    Ok((hospital, user))
}

fn may_become(state: State, next: State) -> Result<()> {
    if state.may_become(next) {
        return Ok(());
    }
    Err(HospitalError::Conflict(match state {
        State::Open => "Somebody must read this value back first.",
        State::Read => "This value has been read back already.",
        State::Closed => "This value is closed.",
        State::Withdrawn => "This value was withdrawn.",
    }))
}

/// The loop under lock, for who may do this to the patient on whose chart it stands.
async fn open(ctx: &Ctx, action: Action, id: CriticalId) -> Result<(Tx, Held)> {
    let found = whose(ctx, action, id).await?;
    let (mut tx, patient) = ctx.begin_told(action, found).await?;
    let (hospital, user) = here(ctx, action)?;
    let row = sqlx::query!(
        r#"SELECT v.state, v.value::text AS "value!", v.reported_by, (SELECT count(*) FROM critical_read r WHERE r.critical_id = v.id) AS "tries!"
             FROM critical_value v
            WHERE v.id = $1 AND v.hospital_id = $2
              FOR UPDATE"#,
        id.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let state = State::parse(&row.state).ok_or(HospitalError::Internal(
        "a critical value is in no state of this version",
    ))?;
    let held = Held {
        patient,
        hospital,
        user,
        state,
        value: row.value,
        reporter: UserId(row.reported_by),
        tries: row.tries,
    };
    Ok((tx, held))
}

/// Whose it is, and whether the actor was told of it: of a record that leads to another, the other's, on whose chart it stands. Row security hides what other hospitals hold, so the answer for that
/// is "not found".
async fn whose(ctx: &Ctx, action: Action, id: CriticalId) -> Result<Option<(PatientId, bool)>> {
    let mut tx = ctx.look(action).await?;
    let found = sqlx::query!(
        r#"SELECT led_to(v.patient_id, v.hospital_id) AS "patient!",
                  EXISTS (SELECT FROM critical_step s WHERE s.critical_id = v.id AND s.told_user = actor_user()) AS "told!"
             FROM critical_value v
            WHERE v.id = $1 AND v.hospital_id = actor_hospital()"#,
        id.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found.map(|found| (PatientId(found.patient), found.told)))
}

async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, right: Action, held: &Held) -> Result<()> {
    tracing::debug!(hospital = %held.hospital, "a critical value has moved on");
    let entry = Entry::changed(what, right, held.patient, Kind::Alarms);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
