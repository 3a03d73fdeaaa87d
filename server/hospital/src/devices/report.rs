//! A heartbeat: the device lives, what it promises, and how much waits in it.

use domain::access::{Action, Subject};
use domain::ids::DeviceId;
use domain::telemetry::{Parameter, Promise, SystemStatus};
use domain::time::Moment;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::telemetry::{Heard, Recorder};
use crate::time::to_db;

/// What a heartbeat says.
#[derive(Clone, Debug)]
pub struct Report {
    /// What the device says of itself.
    pub status: SystemStatus,
    /// Its firmware.
    pub firmware: String,
    /// Seconds it promises between two values of each parameter.
    pub promise: Promise,
    /// Readings that wait in it.
    pub readings_waiting: i64,
    /// When the recording that plays on it began, in a demo.
    pub replay_since: Option<Moment>,
}

/// Takes a heartbeat. Kept with `synchronous_commit` off: a lost stamp comes again in five seconds.
///
/// Errors: not found for an unknown device, denied for another device's token.
pub async fn report(ctx: &Ctx, recorder: &Recorder, device: DeviceId, report: Report) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Device {
        device,
        hospital,
        assigned: true,
    };
    ctx.check(Action::PostReadings, &subject).await?;
    // It lives, whatever becomes of the stamp below: a database that is away makes no device silent.
    recorder.hear(
        device,
        Heard {
            at: ctx.now(),
            promise: Some(report.promise.clone()),
            replay_since: report.replay_since,
        },
    )?;
    let mut tx = ctx.begin(Action::PostReadings, &subject).await?;
    let promise: serde_json::Map<String, serde_json::Value> = Parameter::ALL
        .into_iter()
        .filter_map(|parameter| {
            Some((
                parameter.name().to_owned(),
                serde_json::json!(report.promise.get(parameter)?),
            ))
        })
        .collect();
    sqlx::query!("SELECT set_config('synchronous_commit', 'off', true) AS set")
        .fetch_one(&mut *tx)
        .await?;
    sqlx::query!(
        "INSERT INTO device_report (device_id, heard_at, status, firmware, promise, readings_waiting, replay_since)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (device_id) DO UPDATE
            SET heard_at         = excluded.heard_at,
                status           = excluded.status,
                firmware         = excluded.firmware,
                promise          = excluded.promise,
                readings_waiting = excluded.readings_waiting,
                replay_since     = excluded.replay_since",
        device.0,
        to_db(ctx.now()),
        report.status.name(),
        report.firmware,
        serde_json::Value::Object(promise),
        report.readings_waiting,
        report.replay_since.map(to_db),
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(())
}
