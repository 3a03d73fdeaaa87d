//! A person answers an alarm: "I have seen it", or "quiet for two minutes". Acknowledged is not ended: the condition may go on.

use domain::access::Action;
use domain::alerts::Alarm;
use domain::alerts::life::LONGEST_PAUSE_SECONDS;
use domain::ids::{AlarmId, DeviceId, PatientId, UserId};
use domain::invalid::Invalid;

use super::row::{self, AlarmRow};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// The longest note, in characters.
const NOTE: usize = 500;

/// Acknowledges an alarm, with an optional note of at most 500 characters. Also pauses its sound for two minutes.
///
/// Errors: [`HospitalError::NotFound`] for an alarm of nobody the actor may read, [`HospitalError::Conflict`] when it is closed or was answered already.
pub async fn acknowledge(ctx: &Ctx, alarm: AlarmId, note: Option<String>) -> Result<Alarm> {
    let note = note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
    if note.as_ref().is_some_and(|note| note.chars().count() > NOTE) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "note",
            "The note is longer than 500 characters. Shorten it.",
        )]));
    }
    if note.as_deref().is_some_and(is_unreadable) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "note",
            "The note holds signs that cannot be shown. Type it anew.",
        )]));
    }
    answer(ctx, alarm, note.as_deref(), |found, name, note| {
        found
            .acknowledge(name, ctx.now(), note)
            .map_err(|_| HospitalError::Conflict("This alarm has been answered already."))
    })
    .await
}

/// Control characters, of which PostgreSQL refuses U+0000. A note may have lines; joiners stay, because Persian and Hindi are written with them.
fn is_unreadable(note: &str) -> bool {
    note.chars()
        .any(|sign| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'))
}

/// Pauses the sound of an alarm for two minutes, the longest pause there is; it can be renewed. The alarm itself stays as it is.
///
/// Errors: as [`acknowledge`].
pub async fn pause_sound(ctx: &Ctx, alarm: AlarmId) -> Result<Alarm> {
    let by = user_of(ctx)?;
    let (mut tx, found, patient) = open(ctx, alarm).await?;
    let paused = found
        .pause_sound(ctx.now(), LONGEST_PAUSE_SECONDS)
        .map_err(|_| HospitalError::Conflict("This alarm is over: it makes no sound."))?;
    sqlx::query!(
        "UPDATE alarm SET sound_paused_until = $2, version = $3 WHERE id = $1",
        alarm.0,
        paused.sound_paused_until.map(to_db),
        i32::try_from(paused.version).unwrap_or(i32::MAX),
    )
    .execute(&mut *tx)
    .await?;
    add_event(&mut tx, ctx, alarm, "sound_paused", by, None).await?;
    finish(
        ctx,
        tx,
        Alarm {
            patient: Some(patient),
            ..paused
        },
    )
    .await
}

async fn answer(
    ctx: &Ctx,
    alarm: AlarmId,
    note: Option<&str>,
    turn: impl FnOnce(Alarm, String, Option<String>) -> Result<Alarm>,
) -> Result<Alarm> {
    let by = user_of(ctx)?;
    let (mut tx, found, patient) = open(ctx, alarm).await?;
    let name = sqlx::query_scalar!("SELECT display_name FROM app_user WHERE id = $1", by.0)
        .fetch_one(&mut *tx)
        .await?;
    let answered = turn(found, name, note.map(str::to_owned))?;
    if row::save_answer(&mut tx, &answered, by, ctx.now(), note).await? != 1 {
        return Err(HospitalError::NotFound);
    }
    add_event(&mut tx, ctx, alarm, "acknowledged", by, note).await?;
    finish(
        ctx,
        tx,
        Alarm {
            patient: Some(patient),
            ..answered
        },
    )
    .await
}

fn user_of(ctx: &Ctx) -> Result<UserId> {
    ctx.actor().user().ok_or(HospitalError::SignIn)
}

/// The alarm under lock, and whose it is: the patient of the device session that holds the time it was raised.
async fn open(ctx: &Ctx, alarm: AlarmId) -> Result<(Tx, Alarm, PatientId)> {
    let patient = whose(ctx, alarm).await?;
    let mut tx = ctx.begin_with_patient(Action::AcknowledgeAlarm, patient).await?;
    let found = sqlx::query_as!(
        AlarmRow,
        r#"SELECT id, device_id, kind, parameter, side, priority, state, version, raised_at, last_raised_at, count, value, worst, last_value, limit_value,
                  gone_at, acknowledged_at, acknowledged_note, sound_paused_until, closed_at
             FROM alarm WHERE id = $1 FOR UPDATE"#,
        alarm.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let device = DeviceId(found.device_id);
    let found = found
        .into_alarm(Some(patient), String::new())
        .ok_or(HospitalError::Internal("an alarm of a kind this version does not know"))?;
    tracing::debug!(%alarm, %device, "an alarm is answered");
    Ok((tx, found, patient))
}

/// Whose alarm it is: of a record that leads to another, the other's, on whose chart it stands. Row security hides alarms of other hospitals, so the answer for them is "not found".
async fn whose(ctx: &Ctx, alarm: AlarmId) -> Result<PatientId> {
    let mut tx = ctx.look(Action::AcknowledgeAlarm).await?;
    let patient = sqlx::query_scalar!(
        r#"SELECT led_to(s.patient_id, s.hospital_id) AS "patient!"
             FROM alarm a
             JOIN device_session s ON s.device_id = a.device_id AND s.during @> a.raised_at
            WHERE a.id = $1"#,
        alarm.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    match patient {
        Some(patient) => Ok(PatientId(patient)),
        None => {
            let refused = Entry::alarm(Action::AcknowledgeAlarm, alarm).denied("out_of_reach");
            audit::record(ctx, refused).await?;
            Err(HospitalError::NotFound)
        }
    }
}

async fn add_event(tx: &mut Tx, ctx: &Ctx, alarm: AlarmId, event: &str, by: UserId, note: Option<&str>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO alarm_event (alarm_id, at, event, by_user, note) VALUES ($1, $2, $3, $4, $5)",
        alarm.0,
        to_db(ctx.now()),
        event,
        by.0,
        note,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn finish(ctx: &Ctx, mut tx: Tx, alarm: Alarm) -> Result<Alarm> {
    let answered = Entry::alarm(Action::AcknowledgeAlarm, alarm.id).of(alarm.patient);
    audit::record_in(&mut tx, ctx, [answered]).await?;
    tx.commit().await?;
    ctx.house().now.alarms_changed(alarm.device, vec![alarm.clone()]);
    ctx.house().boards.forget();
    Ok(alarm)
}
