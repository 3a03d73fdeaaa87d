//! The devices of a hospital, without patients: all of them for whoever runs it, their own for a technician (C17: the one they keep, and those that a
//! colleague handed to them for a while).

use domain::access::{Action, Subject};
use domain::ids::DeviceId;
use domain::invalid::{Invalid, is_printable};
use domain::organisation::{DevicePage, DeviceRow};
use domain::telemetry::SystemStatus;

use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Rows of one page.
const PAGE: i64 = 50;

/// Fifty devices by name, after `after`: of the actor's hospital, or the actor's own.
///
/// Errors: denied for whoever does not keep devices; invalid when `after` is the name of no device there can be.
pub async fn list(ctx: &Ctx, after: Option<String>) -> Result<DevicePage> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.look(Action::ReadDevices).await?;
    let all = ctx.may(Action::ReadDevices, &subject);
    if !after.as_deref().is_none_or(is_printable) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "after",
            "This is the name of no device. Begin at the first page.",
        )]));
    }
    let rendered_at = ctx.now();
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let mut rows = sqlx::query!(
        r#"SELECT d.id, d.name, d.model, d.serial, w.name AS "ward?", b.number AS "bed?", p.heard_at AS "heard_at?",
                  p.status AS "status?", p.firmware AS "firmware?", p.readings_waiting AS "waiting?"
             FROM device d
             LEFT JOIN device_assignment a ON a.device_id = d.id AND a.during @> $2::timestamptz
             LEFT JOIN bed b               ON b.id = a.bed_id
             LEFT JOIN ward w              ON w.id = b.ward_id
             LEFT JOIN device_report p     ON p.device_id = d.id
            WHERE d.hospital_id = $1 AND ($3::text IS NULL OR d.name > $3)
              AND ($5 OR d.id IN (SELECT devices_of_actor($2)))
            ORDER BY d.name
            LIMIT $4"#,
        hospital.0,
        to_db(rendered_at),
        after,
        PAGE + 1,
        all,
    )
    .fetch_all(&mut *tx)
    .await?;
    audit::record(
        ctx,
        Entry::new(Action::ReadDevices, &subject, Outcome::Allowed).kinds(&[Kind::Devices]),
    )
    .await?;
    tx.commit().await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| row.name.clone());
    let rows = rows.into_iter().map(|row| {
        let id = DeviceId(row.id);
        let (heard_now, silent) = ctx.house().now.heard(id).unwrap_or((None, true));
        DeviceRow {
            id,
            name: row.name,
            model: row.model,
            serial: row.serial,
            place: row.ward.zip(row.bed.and_then(|bed| u16::try_from(bed).ok())),
            heard_at: heard_now.max(row.heard_at.map(from_db)),
            silent,
            status: row.status.as_deref().and_then(SystemStatus::parse),
            firmware: row.firmware,
            waiting: row.waiting.unwrap_or_default(),
        }
    });
    Ok(DevicePage {
        zone,
        rendered_at,
        rows: rows.collect(),
        next,
    })
}
