//! Whom the machine of a session measures: from the start, or from the exchange of a machine, until it goes.

use domain::ids::{DeviceId, PatientId};
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use uuid::Uuid;

use super::{Held, Here};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::telemetry::{Recorder, load_placements};
use crate::time::to_db;

/// A device and since when it measures somebody, or nobody.
pub(super) type Measured = Option<(DeviceId, Moment)>;

/// The machine measures this patient from now on: who was on it before, is no longer.
pub(super) async fn measures(tx: &mut Tx, ctx: &Ctx, here: Here, patient: PatientId, held: &Held) -> Result<Measured> {
    let Some(device) = held.device else {
        return Ok(None);
    };
    let now = to_db(ctx.now());
    let open = sqlx::query!(
        r#"SELECT id, patient_id, lower(during) AS "since!" FROM device_session WHERE device_id = $1 AND upper_inf(during) FOR UPDATE"#,
        device.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(open) = open {
        if open.patient_id == patient.0 {
            return Ok(None);
        }
        sqlx::query!(
            "UPDATE device_session SET during = $2 WHERE id = $1",
            open.id,
            PgRange::from(open.since..now),
        )
        .execute(&mut **tx)
        .await?;
    }
    sqlx::query!(
        "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during) VALUES ($1, $2, $3, $4, $5)",
        Uuid::now_v7(),
        device.0,
        here.hospital,
        patient.0,
        PgRange::from(now..),
    )
    .execute(&mut **tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("registration_active") => {
            HospitalError::Conflict("They are a patient here no longer.")
        }
        error => error,
    })?;
    Ok(Some((device, ctx.now())))
}

/// The machine measures them no longer.
pub(super) async fn measures_no_more(tx: &mut Tx, ctx: &Ctx, patient: PatientId, held: &Held) -> Result<Measured> {
    let Some(device) = held.device else {
        return Ok(None);
    };
    let open = sqlx::query!(
        r#"SELECT id, lower(during) AS "since!" FROM device_session WHERE device_id = $1 AND patient_id = $2 AND upper_inf(during) FOR UPDATE"#,
        device.0,
        patient.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(open) = open else {
        return Ok(None);
    };
    sqlx::query!(
        "UPDATE device_session SET during = $2 WHERE id = $1",
        open.id,
        PgRange::from(open.since..to_db(ctx.now())),
    )
    .execute(&mut **tx)
    .await?;
    Ok(Some((device, ctx.now())))
}

/// Memory learns of what is durable.
pub(super) async fn tell(ctx: &Ctx, recorder: &Recorder, measured: Measured) -> Result<()> {
    let Some((device, at)) = measured else {
        return Ok(());
    };
    load_placements(ctx.house(), Some(device)).await?;
    recorder.new_session(device, at)
}

/// Whether it is a device of this hospital.
pub(super) async fn is_here(tx: &mut Tx, here: Here, device: DeviceId) -> Result<bool> {
    let is_here = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM device d WHERE d.id = $1 AND d.hospital_id = $2) AS "is_here!""#,
        device.0,
        here.hospital,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(is_here)
}
