//! A piece of work: opened from a plan or as a repair, looked through, closed with its result. What failed takes the machine out of service.

use domain::access::Action;
use domain::devices::upkeep::{self, DoneTyped, Part, WorkResult};
use domain::ids::DeviceId;
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::outage::take_out_in;
use super::plans::write_meter;
use super::{begin, writer};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result, violated};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// A line of a checklist, and how it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is looked at.
    pub item: String,
    /// Whether it passed; none while the work is open.
    pub passed: Option<bool>,
}

/// A piece of work.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// Which.
    pub id: Uuid,
    /// The machine.
    pub device: DeviceId,
    /// Its name.
    pub device_name: String,
    /// What is done.
    pub work: String,
    /// What is looked at.
    pub checks: Vec<Check>,
    /// When it was opened, and by whom.
    pub opened: (Moment, String),
    /// When it was closed, by whom, and how it ended.
    pub closed: Option<(Moment, String, WorkResult)>,
    /// The hours at which it was done.
    pub hours: Option<f64>,
    /// What was found.
    pub findings: Option<String>,
    /// What was built in.
    pub parts: Vec<Part>,
    /// The hours that the machine has run now.
    pub hours_now: f64,
    /// The clock on the wall.
    pub zone: Zone,
    /// Whether the reader may close it.
    pub may_keep: bool,
}

/// Opens a piece of work: of a plan, or a repair that has a name of its own. Answers which; whoever opens a plan's twice is answered the one that is open.
///
/// # Errors
/// Not found for a plan that has ended; invalid for a repair without a name; denied for a machine that is not theirs.
pub async fn open_work(ctx: &Ctx, device: DeviceId, plan: Option<Uuid>, typed: &str) -> Result<Uuid> {
    let (mut tx, subject) = begin(ctx, Action::KeepMachine, device).await?;
    let (hospital, user) = writer(ctx, Action::KeepMachine)?;
    let id = Uuid::now_v7();
    let (work, checklist) = match plan {
        Some(plan) => {
            let row = sqlx::query!(
                "SELECT work, checklist FROM maintenance_plan WHERE id = $1 AND device_id = $2 AND ended_at IS NULL FOR UPDATE",
                plan,
                device.0,
            )
            .fetch_optional(&mut *tx)
            .await?
            .ok_or(HospitalError::NotFound)?;
            let open = sqlx::query_scalar!(
                "SELECT id FROM maintenance_work WHERE plan_id = $1 AND closed_at IS NULL",
                plan
            )
            .fetch_optional(&mut *tx)
            .await?;
            if let Some(open) = open {
                tx.commit().await?;
                return Ok(open);
            }
            (row.work, row.checklist)
        }
        None => {
            let work = upkeep::work("repair", typed)?;
            (work, Vec::new())
        }
    };
    sqlx::query!(
        "INSERT INTO maintenance_work (id, device_id, hospital_id, plan_id, work, checklist, opened_at, opened_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        device.0,
        hospital,
        plan,
        work,
        &checklist,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change("maintenance_work.open", Action::KeepMachine, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(id)
}

/// One piece of work.
///
/// # Errors
/// Not found for one of another machine; denied for a machine that is not the reader's.
pub async fn work(ctx: &Ctx, device: DeviceId, id: Uuid) -> Result<Work> {
    let (mut tx, subject) = begin(ctx, Action::ReadMachine, device).await?;
    let row = sqlx::query!(
        r#"SELECT d.name, w.work, w.checklist, w.opened_at, o.display_name AS "opener?", w.closed_at, c.display_name AS "closer?", w.result,
                  w.hours::float8 AS hours, w.findings, device_hours(d.id)::float8 AS "hours_now!"
             FROM maintenance_work w
             JOIN device d ON d.id = w.device_id
             LEFT JOIN app_user o ON o.id = w.opened_by
             LEFT JOIN app_user c ON c.id = w.closed_by
            WHERE w.id = $1 AND w.device_id = $2"#,
        id,
        device.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let checked = sqlx::query!(
        "SELECT item, passed FROM maintenance_check WHERE work_id = $1 ORDER BY position",
        id
    )
    .fetch_all(&mut *tx)
    .await?;
    let checks = match checked.is_empty() {
        true => row
            .checklist
            .into_iter()
            .map(|item| Check { item, passed: None })
            .collect(),
        false => checked
            .into_iter()
            .map(|check| Check {
                item: check.item,
                passed: Some(check.passed),
            })
            .collect(),
    };
    let parts = sqlx::query!(
        "SELECT name, number, count FROM maintenance_part WHERE work_id = $1 ORDER BY position",
        id
    )
    .fetch_all(&mut *tx)
    .await?;
    let result = row.result.as_deref().and_then(WorkResult::parse);
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let entry = Entry::new(Action::ReadMachine, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Work {
        id,
        device,
        device_name: row.name,
        work: row.work,
        checks,
        opened: (from_db(row.opened_at), row.opener.unwrap_or_default()),
        closed: row
            .closed_at
            .zip(result)
            .map(|(at, result)| (from_db(at), row.closer.unwrap_or_default(), result)),
        hours: row.hours,
        findings: row.findings,
        parts: parts
            .into_iter()
            .map(|part| Part {
                name: part.name,
                number: part.number,
                count: part.count,
            })
            .collect(),
        hours_now: row.hours_now,
        zone,
        may_keep: ctx.may(Action::KeepMachine, &subject),
    })
}

/// Closes a piece of work. What passed renews its plan; what failed takes the machine out of service, with what was found as the reason.
///
/// # Errors
/// Invalid for what cannot be read, and for what passed with a line that did not; a conflict when it is closed already; denied for a machine that is not theirs.
pub async fn close_work(ctx: &Ctx, device: DeviceId, id: Uuid, typed: &DoneTyped) -> Result<WorkResult> {
    let (mut tx, subject) = begin(ctx, Action::KeepMachine, device).await?;
    let (_, user) = writer(ctx, Action::KeepMachine)?;
    let row = sqlx::query!(
        "SELECT work, checklist, closed_at FROM maintenance_work WHERE id = $1 AND device_id = $2 FOR UPDATE",
        id,
        device.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    if row.closed_at.is_some() {
        return Err(HospitalError::Conflict("This work is closed already."));
    }
    let done = typed.read(row.checklist.len()).map_err(HospitalError::Invalid)?;
    if let Some(hours) = done.hours {
        write_meter(&mut tx, ctx, device, hours).await?;
    }
    for (place, (item, passed)) in row.checklist.iter().zip(&done.checks).enumerate() {
        sqlx::query!(
            "INSERT INTO maintenance_check (work_id, position, item, passed) VALUES ($1, $2, $3, $4)",
            id,
            i16::try_from(place).unwrap_or(i16::MAX),
            item,
            *passed,
        )
        .execute(&mut *tx)
        .await?;
    }
    for (place, part) in done.parts.iter().enumerate() {
        sqlx::query!(
            "INSERT INTO maintenance_part (work_id, position, name, number, count) VALUES ($1, $2, $3, $4, $5)",
            id,
            i16::try_from(place).unwrap_or(i16::MAX),
            part.name,
            part.number,
            part.count,
        )
        .execute(&mut *tx)
        .await?;
    }
    sqlx::query!(
        "UPDATE maintenance_work
            SET closed_at = greatest($2, opened_at), closed_by = $3, result = $4, findings = $5,
                hours = CASE WHEN $4 <> 'given_up' THEN device_hours(device_id) END
          WHERE id = $1",
        id,
        to_db(ctx.now()),
        user,
        done.result.name(),
        done.findings,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("maintenance_work_closed") => HospitalError::Conflict("This work is closed already."),
        _ => error.into(),
    })?;
    // It may be out already, for the sake of this work.
    let is_out = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM device_outage WHERE device_id = $1 AND upper_inf(during)) AS "out!""#,
        device.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if done.result == WorkResult::Failed && !is_out {
        let why: String = done.findings.unwrap_or(row.work).chars().take(500).collect();
        let why = if why.chars().count() < 3 {
            format!("{why} (…)")
        } else {
            why
        };
        take_out_in(&mut tx, ctx, &subject, false, &why, None).await?;
    }
    let entry = Entry::change("maintenance_work.close", Action::KeepMachine, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(done.result)
}
