//! Work that comes again, and the counter of hours by which it does.

use domain::access::Action;
use domain::devices::upkeep::PlanTyped;
use domain::ids::DeviceId;
use domain::invalid::Invalid;
use domain::slip;
use uuid::Uuid;

use super::{begin, writer};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result, violated};
use crate::time::to_db;

/// Adds work that comes again. It counts from today and from the hours that the machine has run.
///
/// # Errors
/// Invalid for what cannot be read; a conflict when there is one of that name; denied for a machine that is not theirs.
pub async fn add_plan(ctx: &Ctx, device: DeviceId, typed: &PlanTyped) -> Result<()> {
    let (mut tx, subject) = begin(ctx, Action::KeepMachine, device).await?;
    let (hospital, user) = writer(ctx, Action::KeepMachine)?;
    let plan = typed.read().map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO maintenance_plan (id, device_id, hospital_id, work, every_days, every_hours, checklist, is_gate, from_day, from_hours, made_at, made_by)
         SELECT $1::uuid, $2::uuid, h.id, $4::text, $5::int, $6::int, $7::text[], $8::bool, ($9::timestamptz AT TIME ZONE h.zone)::date, device_hours($2::uuid), $9::timestamptz, $10::uuid FROM hospital h WHERE h.id = $3",
        Uuid::now_v7(),
        device.0,
        hospital,
        plan.work,
        plan.every_days,
        plan.every_hours,
        &plan.checklist,
        plan.is_gate,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("maintenance_plan_once") => HospitalError::Conflict("This machine has a plan for this work already."),
        _ => error.into(),
    })?;
    let entry = Entry::change("maintenance_plan.add", Action::KeepMachine, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// Ends one. What was done by it stays.
///
/// # Errors
/// Not found for one that has ended, or of another machine; denied for a machine that is not theirs.
pub async fn end_plan(ctx: &Ctx, device: DeviceId, plan: Uuid) -> Result<()> {
    let (mut tx, subject) = begin(ctx, Action::KeepMachine, device).await?;
    let (_, user) = writer(ctx, Action::KeepMachine)?;
    let ended = sqlx::query!(
        "UPDATE maintenance_plan SET ended_at = greatest($3, made_at), ended_by = $4 WHERE id = $1 AND device_id = $2 AND ended_at IS NULL",
        plan,
        device.0,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() == 0 {
        return Err(HospitalError::NotFound);
    }
    let entry = Entry::change("maintenance_plan.end", Action::KeepMachine, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// Writes down the hours on the machine's own counter.
///
/// # Errors
/// Invalid for fewer hours than were read before; denied for a machine that is not theirs.
pub async fn read_meter(ctx: &Ctx, device: DeviceId, typed: &str) -> Result<()> {
    let (mut tx, subject) = begin(ctx, Action::KeepMachine, device).await?;
    let hours = slip::plain(typed).filter(|hours| (0.0..=9_999_999.0).contains(hours));
    let wrong = || {
        let asked = "Enter the hours on the counter, such as 12418.";
        HospitalError::Invalid(vec![slip::fault("hours", typed, asked)])
    };
    write_meter(&mut tx, ctx, device, hours.ok_or_else(wrong)?).await?;
    let entry = Entry::change("device.meter", Action::KeepMachine, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// The same in the transaction of a piece of work. A counter does not run backwards: fewer hours than were read last are refused.
pub(super) async fn write_meter(tx: &mut Tx, ctx: &Ctx, device: DeviceId, hours: f64) -> Result<()> {
    let (hospital, user) = writer(ctx, Action::KeepMachine)?;
    // One at a time, so that none slips in between.
    sqlx::query!("SELECT id FROM device WHERE id = $1 FOR UPDATE", device.0)
        .fetch_one(&mut **tx)
        .await?;
    let last = sqlx::query_scalar!(
        r#"SELECT hours::float8 AS "hours!" FROM device_meter WHERE device_id = $1 ORDER BY read_at DESC, id DESC LIMIT 1"#,
        device.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    if last.is_some_and(|last| hours < last) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "hours",
            "These are fewer hours than were read before. Look at the counter again.",
        )]));
    }
    sqlx::query!(
        "INSERT INTO device_meter (id, device_id, hospital_id, hours, minutes_before, read_at, read_by)
         VALUES ($1, $2, $3, $4::float8, (SELECT coalesce(sum(d.minutes_run), 0) FROM device_day d WHERE d.device_id = $2), $5, $6)",
        Uuid::now_v7(),
        device.0,
        hospital,
        hours,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
