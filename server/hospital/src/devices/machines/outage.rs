//! Out of service with a reason, and back.

use domain::access::{Action, Subject};
use domain::devices::reason;
use domain::ids::DeviceId;
use domain::invalid::Invalid;
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use uuid::Uuid;

use super::{begin, writer};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result, violated};
use crate::time::to_db;

/// The longest that somebody may think ahead, in hours: a year.
const LONGEST_HOURS: u16 = 8_784;

/// Takes a machine out of service, for a while or for good. `back_in` says in how many hours it is thought to be back: it may be booked for after that.
///
/// # Errors
/// Invalid without a reason; a conflict when it is out of service already; denied for a machine that is not theirs.
pub async fn take_out(ctx: &Ctx, device: DeviceId, for_good: bool, why: &str, back_in: &str) -> Result<()> {
    let action = Action::KeepMachine;
    let (mut tx, subject) = begin(ctx, action, device).await?;
    let mut faults = Vec::new();
    let why = reason("reason", why)
        .map_err(|fault| faults.push(fault))
        .unwrap_or_default();
    let back_in = match back_in.trim() {
        "" => None,
        text => {
            let hours = text
                .parse::<u16>()
                .ok()
                .filter(|hours| (1..=LONGEST_HOURS).contains(hours));
            if hours.is_none() {
                faults.push(Invalid::new("back_in", "Enter 1 to 8784 hours, or nothing."));
            }
            hours
        }
    };
    if !faults.is_empty() {
        return Err(HospitalError::Invalid(faults));
    }
    let back = back_in
        .filter(|_| !for_good)
        .map(|hours| ctx.now().plus_seconds(f64::from(hours) * 3_600.0));
    take_out_in(&mut tx, ctx, &subject, for_good, &why, back).await?;
    Ok(tx.commit().await?)
}

/// The same in the transaction of what brings it about, such as work that failed.
pub(super) async fn take_out_in(
    tx: &mut Tx,
    ctx: &Ctx,
    subject: &Subject,
    for_good: bool,
    why: &str,
    back: Option<Moment>,
) -> Result<()> {
    let Subject::Device { device, .. } = subject else {
        return Err(HospitalError::NotFound);
    };
    let (hospital, user) = writer(ctx, Action::KeepMachine)?;
    let status = if for_good { "inactive" } else { "maintenance" };
    sqlx::query!(
        "INSERT INTO device_outage (id, device_id, hospital_id, status, reason, expected_back, during, taken_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::now_v7(),
        device.0,
        hospital,
        status,
        why,
        back.map(to_db),
        PgRange::from(to_db(ctx.now())..),
        user,
    )
    .execute(&mut **tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("device_outage_once") => HospitalError::Conflict("This machine is out of service already."),
        _ => error.into(),
    })?;
    sqlx::query!("UPDATE device SET status = $2 WHERE id = $1", device.0, status)
        .execute(&mut **tx)
        .await?;
    let entry = Entry::change("device.take_out", Action::KeepMachine, subject).kinds(&[Kind::Devices]);
    audit::record_in(tx, ctx, [entry]).await
}

/// Brings a machine back into service.
///
/// # Errors
/// A conflict when it is in service; denied for a machine that is not theirs.
pub async fn bring_back(ctx: &Ctx, device: DeviceId, note: &str) -> Result<()> {
    let (mut tx, subject) = begin(ctx, Action::KeepMachine, device).await?;
    let (_, user) = writer(ctx, Action::KeepMachine)?;
    let note = match note.trim() {
        "" => None,
        text => Some(reason("note", text)?),
    };
    let ended = sqlx::query!(
        "UPDATE device_outage SET during = tstzrange(lower(during), greatest($2, lower(during) + interval '1 millisecond')), back_by = $3, back_note = $4
          WHERE device_id = $1 AND upper_inf(during)",
        device.0,
        to_db(ctx.now()),
        user,
        note,
    )
    .execute(&mut *tx)
    .await?;
    // One that was put aside before there were reasons has no row of its own.
    let freed = sqlx::query!(
        "UPDATE device SET status = 'active' WHERE id = $1 AND status <> 'active'",
        device.0
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() + freed.rows_affected() == 0 {
        return Err(HospitalError::Conflict("This machine is in service already."));
    }
    let entry = Entry::change("device.bring_back", Action::KeepMachine, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
