//! What stands on a machine's pages, line by line: stretches out of service, plans, pieces of work, disinfections. For verbs that have decided who reads it.

use domain::devices::disinfection::DisinfectionKind;
use domain::devices::upkeep::{Due, WorkResult};
use domain::ids::DeviceId;
use domain::patients::papers::Day;
use domain::time::Moment;
use uuid::Uuid;

use super::day_of;
use crate::ctx::Tx;
use crate::error::Result;
use crate::time::{from_db, to_db};

/// A stretch out of service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outage {
    /// Whether it is out for good.
    pub for_good: bool,
    /// Why.
    pub reason: String,
    /// Since when.
    pub since: Moment,
    /// Until when; none while it lasts.
    pub until: Option<Moment>,
    /// When it is thought to be back.
    pub expected_back: Option<Moment>,
    /// Who took it out.
    pub by: String,
    /// Who brought it back, and what they said of it.
    pub back: Option<(String, Option<String>)>,
}

/// A plan and how near it is.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLine {
    /// Which.
    pub id: Uuid,
    /// What is done.
    pub work: String,
    /// Whether the machine may not be used while it is overdue.
    pub is_gate: bool,
    /// The day on which it is due.
    pub due_on: Option<Day>,
    /// The hours at which it is due.
    pub due_hours: Option<f64>,
    /// How far it is.
    pub due: Due,
    /// The piece of work that is open for it.
    pub open: Option<Uuid>,
}

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkLine {
    /// Which.
    pub id: Uuid,
    /// What.
    pub work: String,
    /// When it was opened, and by whom.
    pub opened: (Moment, String),
    /// When it was closed, by whom, and how it ended.
    pub closed: Option<(Moment, String, WorkResult)>,
    /// What was found.
    pub findings: Option<String>,
}

/// A disinfection.
#[derive(Clone, Debug, PartialEq)]
pub struct DisinfectionLine {
    /// What with.
    pub kind: DisinfectionKind,
    /// When.
    pub at: Moment,
    /// Whether it passed.
    pub passed: bool,
    /// Degrees Celsius that were reached.
    pub temperature: Option<f64>,
    /// What is to be known.
    pub note: Option<String>,
    /// Who logged it.
    pub by: String,
}

/// Stretches out of service that reach beyond `since`, the newest first.
pub(super) async fn outages(tx: &mut Tx, device: DeviceId, since: Moment) -> Result<Vec<Outage>> {
    let rows = sqlx::query!(
        r#"SELECT o.status, o.reason, lower(o.during) AS "since!", upper(o.during) AS until, o.expected_back, u.display_name AS "by?", b.display_name AS "back_by?", o.back_note
             FROM device_outage o
             LEFT JOIN app_user u ON u.id = o.taken_by
             LEFT JOIN app_user b ON b.id = o.back_by
            WHERE o.device_id = $1 AND o.during && tstzrange($2, NULL)
            ORDER BY lower(o.during) DESC
            LIMIT 200"#,
        device.0,
        to_db(since),
    )
    .fetch_all(&mut **tx)
    .await?;
    let outages = rows.into_iter().map(|row| Outage {
        for_good: row.status == "inactive",
        reason: row.reason,
        since: from_db(row.since),
        until: row.until.map(from_db),
        expected_back: row.expected_back.map(from_db),
        by: row.by.unwrap_or_default(),
        back: row.back_by.map(|by| (by, row.back_note)),
    });
    Ok(outages.collect())
}

/// The plans of a machine, the nearest first.
pub(super) async fn plans(tx: &mut Tx, device: DeviceId) -> Result<Vec<PlanLine>> {
    let rows = sqlx::query!(
        r#"SELECT p.plan_id AS "id!", p.work AS "work!", p.is_gate AS "is_gate!", p.due_on, p.due_hours::float8 AS due_hours,
                  p.every_days, p.every_hours, ((now() AT TIME ZONE p.zone)::date - p.since_day) AS "days!",
                  (device_hours(p.device_id) - p.since_hours)::float8 AS "hours!",
                  (SELECT w.id FROM maintenance_work w WHERE w.plan_id = p.plan_id AND w.closed_at IS NULL) AS "open?"
             FROM maintenance_due p
            WHERE p.device_id = $1"#,
        device.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut plans: Vec<PlanLine> = rows
        .into_iter()
        .map(|row| PlanLine {
            id: row.id,
            work: row.work,
            is_gate: row.is_gate,
            due_on: row.due_on.map(day_of),
            due_hours: row.due_hours,
            due: Due {
                days: row.every_days.map(|every| (row.days, every)),
                hours: row.every_hours.map(|every| (row.hours, f64::from(every))),
            },
            open: row.open,
        })
        .collect();
    plans.sort_by(|a, b| {
        let order = (a.due.nearness(), b.due.used()).partial_cmp(&(b.due.nearness(), a.due.used()));
        order.unwrap_or(std::cmp::Ordering::Equal)
    });
    Ok(plans)
}

/// Pieces of work, the newest first: those that are open, or all.
pub(super) async fn works(tx: &mut Tx, device: DeviceId, open: bool) -> Result<Vec<WorkLine>> {
    let rows = sqlx::query!(
        r#"SELECT w.id, w.work, w.opened_at, o.display_name AS "opener?", w.closed_at, c.display_name AS "closer?", w.result, w.findings
             FROM maintenance_work w
             LEFT JOIN app_user o ON o.id = w.opened_by
             LEFT JOIN app_user c ON c.id = w.closed_by
            WHERE w.device_id = $1 AND (NOT $2 OR w.closed_at IS NULL)
            ORDER BY w.opened_at DESC, w.id DESC
            LIMIT 200"#,
        device.0,
        open,
    )
    .fetch_all(&mut **tx)
    .await?;
    let works = rows.into_iter().map(|row| {
        let result = row.result.as_deref().and_then(WorkResult::parse);
        WorkLine {
            id: row.id,
            work: row.work,
            opened: (from_db(row.opened_at), row.opener.unwrap_or_default()),
            closed: row
                .closed_at
                .zip(result)
                .map(|(at, result)| (from_db(at), row.closer.unwrap_or_default(), result)),
            findings: row.findings,
        }
    });
    Ok(works.collect())
}

/// The last disinfections, the newest first.
pub(super) async fn disinfections(tx: &mut Tx, device: DeviceId, most: i64) -> Result<Vec<DisinfectionLine>> {
    let rows = sqlx::query!(
        r#"SELECT f.kind, f.done_at, f.result = 'passed' AS "passed!", f.temperature::float8 AS temperature, f.note, u.display_name AS "by?"
             FROM disinfection f
             LEFT JOIN app_user u ON u.id = f.logged_by
            WHERE f.device_id = $1
            ORDER BY f.done_at DESC, f.id DESC
            LIMIT $2"#,
        device.0,
        most,
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(DisinfectionLine {
            kind: DisinfectionKind::parse(&row.kind)?,
            at: from_db(row.done_at),
            passed: row.passed,
            temperature: row.temperature,
            note: row.note,
            by: row.by.unwrap_or_default(),
        })
    });
    Ok(lines.collect())
}
