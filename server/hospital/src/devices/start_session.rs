//! A device begins a new session of the patient it measures: the one before ends at that moment.

use domain::access::{Action, Subject};
use domain::ids::{DeviceId, DeviceSessionId, PatientId};
use domain::invalid::Invalid;
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use uuid::Uuid;

use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result, violated};
use crate::telemetry::{Recorder, load_placements};
use crate::time::{from_db, to_db};

/// Ends the session that is open at `started_at` and begins the next of the same patient there. Whoever asks again because the answer was lost
/// is answered the session that has begun.
///
/// Errors: a conflict when nobody is on the device, and when they are a patient here no longer; invalid when the time lies ahead, or before the open session began.
pub async fn start_session(
    ctx: &Ctx,
    recorder: &Recorder,
    device: DeviceId,
    started_at: Moment,
) -> Result<DeviceSessionId> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Device {
        device,
        hospital,
        assigned: true,
    };
    let mut tx = ctx.begin(Action::PostReadings, &subject).await?;
    if started_at > ctx.now().plus_seconds(600.0) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "started_at",
            "The session starts more than 10 minutes ahead. Check the device's clock.",
        )]));
    }
    let open = sqlx::query!(
        r#"SELECT id, patient_id, lower(during) AS "since!" FROM device_session WHERE device_id = $1 AND upper_inf(during) FOR UPDATE"#,
        device.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::Conflict("Nobody is on this device. Staff begin the first session."))?;
    if started_at == from_db(open.since) {
        tx.commit().await?;
        tell(ctx, recorder, device, started_at).await?;
        return Ok(DeviceSessionId(open.id));
    }
    if started_at < from_db(open.since) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "started_at",
            "The session would start before the one that is open. Send a later time.",
        )]));
    }
    let ended = PgRange::from(open.since..to_db(started_at));
    sqlx::query!("UPDATE device_session SET during = $2 WHERE id = $1", open.id, ended)
        .execute(&mut *tx)
        .await?;
    let id = DeviceSessionId(Uuid::now_v7());
    sqlx::query!(
        "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during) VALUES ($1, $2, $3, $4, $5)",
        id.0,
        device.0,
        hospital.0,
        open.patient_id,
        PgRange::from(to_db(started_at)..),
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("registration_active") => HospitalError::Conflict(
            "Whom this device measured is a patient here no longer. Reception says on the page that changes their record that they are one again.",
        ),
        _ => error.into(),
    })?;
    let begun = Entry::change("device_session.start", Action::PostReadings, &subject)
        .of([PatientId(open.patient_id)])
        .kinds(&[Kind::Sessions]);
    audit::record_in(&mut tx, ctx, [begun]).await?;
    tx.commit().await?;
    tell(ctx, recorder, device, started_at).await?;
    Ok(id)
}

/// Memory learns of a session that is durable. The first time it may have failed half-way, so that a repetition does it again, to no harm.
async fn tell(ctx: &Ctx, recorder: &Recorder, device: DeviceId, started_at: Moment) -> Result<()> {
    load_placements(ctx.house(), Some(device)).await?;
    recorder.new_session(device, started_at)
}
