//! A person answers an alarm: "I have seen it", or "quiet for two minutes". Acknowledged is not ended: the condition may go on.

use domain::access::Action;
use domain::alerts::life::LONGEST_PAUSE_SECONDS;
use domain::alerts::{Alarm, Lane, Priority};
use domain::ids::{AlarmId, DeviceId, PatientId, UserId};
use domain::invalid::Invalid;

use super::row::{self, AlarmRow};
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::devices::machines;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// The longest note, in characters.
const NOTE: usize = 500;

/// Acknowledges an alarm, with an optional note of at most 500 characters. Also pauses its sound for two minutes.
///
/// Errors: [`HospitalError::NotFound`] for an alarm of nobody the actor may read, [`HospitalError::Conflict`] when it is closed or was answered already.
pub async fn acknowledge(ctx: &Ctx, alarm: AlarmId, note: Option<String>) -> Result<Alarm> {
    let note = readable(note, "note")?;
    let by = user_of(ctx)?;
    let (tx, found, patient) = open(ctx, alarm).await?;
    answer((ctx, tx), Action::AcknowledgeAlarm, found, Some(patient), by, note).await
}

/// Acknowledges a technical alarm of a machine that is the actor's, as [`acknowledge`] does. Whoever is on it need not be theirs, and nothing of them is read.
///
/// Errors: denied for a machine that is not the actor's; [`HospitalError::NotFound`] for an alarm of another machine, for one of what is measured of the patient and for a danger,
/// [`HospitalError::Conflict`] when it is closed or was answered already.
pub async fn acknowledge_technical(ctx: &Ctx, device: DeviceId, alarm: AlarmId, note: &str) -> Result<Alarm> {
    let action = Action::AnswerMachineAlarm;
    let by = user_of(ctx)?;
    let (mut tx, subject) = machines::begin(ctx, action, device).await?;
    let note = readable(Some(note.to_owned()), "found")?;
    let found = locked(&mut tx, alarm, None).await?;
    let found = found.filter(|found| found.device == device && is_for_technicians(found));
    let Some(found) = found else {
        audit::record(
            ctx,
            Entry::new(action, &subject, Outcome::Denied).denied("out_of_reach"),
        )
        .await?;
        return Err(HospitalError::NotFound);
    };
    // Whoever was on it reads in their trace that somebody answered.
    let patient = patient_of(&mut tx, alarm).await?;
    answer((ctx, tx), action, found, patient, by, note).await
}

/// Whether whoever keeps the machine may answer it. A danger, such as a blood leak, is answered by who treats the patient, so that it goes on calling them, whoever looks at the machine meanwhile.
pub fn is_for_technicians(alarm: &Alarm) -> bool {
    Lane::of_kind(alarm.kind) == Lane::Technical && alarm.priority != Priority::High
}

/// The note as it is kept, typed into `field`: none where nothing was typed.
fn readable(note: Option<String>, field: &str) -> Result<Option<String>> {
    let note = note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
    if note.as_ref().is_some_and(|note| note.chars().count() > NOTE) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            field,
            "The note is longer than 500 characters. Shorten it.",
        )]));
    }
    if note.as_deref().is_some_and(is_unreadable) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            field,
            "The note holds signs that cannot be shown. Type it anew.",
        )]));
    }
    Ok(note)
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
        Action::AcknowledgeAlarm,
        Alarm {
            patient: Some(patient),
            ..paused
        },
    )
    .await
}

async fn answer(
    (ctx, mut tx): (&Ctx, Tx),
    action: Action,
    found: Alarm,
    patient: Option<PatientId>,
    by: UserId,
    note: Option<String>,
) -> Result<Alarm> {
    let alarm = found.id;
    let name = sqlx::query_scalar!("SELECT display_name FROM app_user WHERE id = $1", by.0)
        .fetch_one(&mut *tx)
        .await?;
    let answered = found
        .acknowledge(name, ctx.now(), note.clone())
        .map_err(|_| HospitalError::Conflict("This alarm has been answered already."))?;
    if row::save_answer(&mut tx, &answered, by, ctx.now(), note.as_deref()).await? != 1 {
        return Err(HospitalError::NotFound);
    }
    add_event(&mut tx, ctx, alarm, "acknowledged", by, note.as_deref()).await?;
    finish(ctx, tx, action, Alarm { patient, ..answered }).await
}

fn user_of(ctx: &Ctx) -> Result<UserId> {
    ctx.actor().user().ok_or(HospitalError::SignIn)
}

/// The alarm under lock, and whose it is: the patient of the device session that holds the time it was raised.
async fn open(ctx: &Ctx, alarm: AlarmId) -> Result<(Tx, Alarm, PatientId)> {
    let patient = whose(ctx, alarm).await?;
    let mut tx = ctx.begin_with_patient(Action::AcknowledgeAlarm, patient).await?;
    let found = locked(&mut tx, alarm, Some(patient))
        .await?
        .ok_or(HospitalError::NotFound)?;
    tracing::debug!(%alarm, device = %found.device, "an alarm is answered");
    Ok((tx, found, patient))
}

/// The alarm under lock.
async fn locked(tx: &mut Tx, alarm: AlarmId, patient: Option<PatientId>) -> Result<Option<Alarm>> {
    let found = sqlx::query_as!(
        AlarmRow,
        r#"SELECT id, device_id, kind, parameter, side, priority, state, version, raised_at, last_raised_at, count, value, worst, last_value, limit_value,
                  gone_at, acknowledged_at, acknowledged_note, sound_paused_until, closed_at
             FROM alarm WHERE id = $1 FOR UPDATE"#,
        alarm.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let known = |found: AlarmRow| {
        let found = found.into_alarm(patient, String::new());
        found.ok_or(HospitalError::Internal("an alarm of a kind this version does not know"))
    };
    found.map(known).transpose()
}

/// Whose alarm it is: of a record that leads to another, the other's, on whose chart it stands. Row security hides alarms of other hospitals, so the answer for them is "not found".
async fn whose(ctx: &Ctx, alarm: AlarmId) -> Result<PatientId> {
    let mut tx = ctx.look(Action::AcknowledgeAlarm).await?;
    let patient = patient_of(&mut tx, alarm).await?;
    tx.commit().await?;
    match patient {
        Some(patient) => Ok(patient),
        None => {
            let refused = Entry::alarm(Action::AcknowledgeAlarm, alarm).denied("out_of_reach");
            audit::record(ctx, refused).await?;
            Err(HospitalError::NotFound)
        }
    }
}

/// Who was on the device when it was raised.
async fn patient_of(tx: &mut Tx, alarm: AlarmId) -> Result<Option<PatientId>> {
    let patient = sqlx::query_scalar!(
        r#"SELECT led_to(s.patient_id, s.hospital_id) AS "patient!"
             FROM alarm a
             JOIN device_session s ON s.device_id = a.device_id AND s.during @> a.raised_at
            WHERE a.id = $1"#,
        alarm.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(patient.map(PatientId))
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

async fn finish(ctx: &Ctx, mut tx: Tx, action: Action, alarm: Alarm) -> Result<Alarm> {
    let answered = Entry::alarm(action, alarm.id).of(alarm.patient);
    audit::record_in(&mut tx, ctx, [answered]).await?;
    tx.commit().await?;
    ctx.house().now.alarms_changed(alarm.device, vec![alarm.clone()]);
    ctx.house().boards.forget();
    Ok(alarm)
}
