//! A disinfection is written down by whoever did it. One that failed keeps the machine from being used until another has passed.

use domain::access::Action;
use domain::devices::disinfection::Typed;
use domain::ids::DeviceId;
use uuid::Uuid;

use super::{begin, moment, writer};
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Writes one down. Answers whether it passed.
///
/// # Errors
/// Invalid for what cannot be read, lies ahead, or left something of a chemical; denied for who neither keeps the machine nor works as a nurse there.
pub async fn disinfect(ctx: &Ctx, device: DeviceId, typed: &Typed) -> Result<bool> {
    let (mut tx, subject) = begin(ctx, Action::LogDisinfection, device).await?;
    let (hospital, user) = writer(ctx, Action::LogDisinfection)?;
    let read = typed.read().map_err(HospitalError::Invalid)?;
    let at = moment(&mut tx, ctx, read.when).await?;
    sqlx::query!(
        "INSERT INTO disinfection (id, device_id, hospital_id, kind, done_at, result, temperature, residual_free, note, logged_at, logged_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7::float8, $8, $9, $10, $11)",
        Uuid::now_v7(),
        device.0,
        hospital,
        read.kind.name(),
        to_db(at),
        if read.passed { "passed" } else { "failed" },
        read.temperature,
        read.residual_free,
        read.note,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change("device.disinfect", Action::LogDisinfection, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(read.passed)
}
