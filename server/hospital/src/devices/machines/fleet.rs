//! Every machine of the hospital on one page, and what is due; a technician's own.

use domain::access::{Action, Subject};
use domain::devices::papers::DeviceKind;
use domain::devices::unfit::Unfit;
use domain::devices::upkeep::{Due, Nearness};
use domain::ids::DeviceId;
use domain::invalid::{Invalid, is_printable};
use domain::patients::papers::Day;
use domain::time::{Moment, Zone};

use super::calendar::{self, Calendar};
use super::console::{Connection, DAYS, Heard};
use super::day_of;
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Rows of one page.
const PAGE: i64 = 50;

/// One machine.
#[derive(Clone, Debug, PartialEq)]
pub struct FleetRow {
    /// Which.
    pub id: DeviceId,
    /// What people call it.
    pub name: String,
    /// Its model.
    pub model: String,
    /// What it is for.
    pub kind: DeviceKind,
    /// Where it belongs or stands.
    pub ward: Option<String>,
    /// Whether it is heard now, and why not.
    pub connection: Connection,
    /// When it was heard last.
    pub heard_at: Option<Moment>,
    /// Why it may not be used.
    pub unfit: Option<Unfit>,
    /// What is due next of its upkeep: the work, its day, its hours.
    pub next: Option<(String, Option<Day>, Option<f64>)>,
    /// Until when it is the reader's, where it was handed over to them; who keeps it has no end.
    pub mine_until: Option<Moment>,
    /// Hours that it has run.
    pub hours: f64,
    /// Minutes without data of those in which it measured, in the last 30 days: gap and whole.
    pub gap: (i64, i64),
    /// Alarms of the last 30 days.
    pub alarms: i64,
}

/// Work that is due or will be soon.
#[derive(Clone, Debug, PartialEq)]
pub struct DueRow {
    /// Of which machine.
    pub device: DeviceId,
    /// Its name.
    pub name: String,
    /// What is done.
    pub work: String,
    /// The day on which it is due.
    pub due_on: Option<Day>,
    /// The hours at which it is due.
    pub due_hours: Option<f64>,
    /// How near it is.
    pub nearness: Nearness,
}

/// Fifty machines as they are now: what moves of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Machines {
    /// The clock on the wall.
    pub zone: Zone,
    /// As of when.
    pub rendered_at: Moment,
    /// By name.
    pub rows: Vec<FleetRow>,
    /// The name after which the next page begins.
    pub next: Option<String>,
    /// Whether it is the whole hospital, and not the reader's own.
    pub is_whole: bool,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Fleet {
    /// The machines.
    pub machines: Machines,
    /// What is due, the nearest first; at most 100.
    pub due: Vec<DueRow>,
    /// Five weeks of what is due by its day.
    pub calendar: Calendar,
    /// Whether the reader sees the tests of water.
    pub may_water: bool,
    /// Whether the reader registers machines.
    pub may_manage: bool,
}

/// Fifty machines by name, after `after`.
///
/// # Errors
/// Denied for who has nothing to do with machines; invalid when `after` is the name of none there can be.
pub async fn fleet(ctx: &Ctx, after: Option<String>) -> Result<Fleet> {
    let (mut tx, subject) = begin(ctx).await?;
    let machines = read(&mut tx, ctx, (&subject, after), false).await?;
    let due = due(&mut tx, ctx, machines.is_whole).await?;
    let calendar = calendar::calendar(&mut tx, ctx, &machines.zone, machines.is_whole).await?;
    tx.commit().await?;
    Ok(Fleet {
        machines,
        due,
        calendar,
        may_water: ctx.may(Action::ReadWater, &subject),
        may_manage: ctx.may(Action::ManageMachines, &subject),
    })
}

/// What moves of it, asked for by the page that stands open.
///
/// # Errors
/// As [`fleet`].
pub async fn fleet_now(ctx: &Ctx, after: Option<String>) -> Result<Machines> {
    let (mut tx, subject) = begin(ctx).await?;
    let machines = read(&mut tx, ctx, (&subject, after), true).await?;
    tx.commit().await?;
    Ok(machines)
}

async fn begin(ctx: &Ctx) -> Result<(Tx, Subject)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    Ok((ctx.look(Action::ReadMachine).await?, Subject::Hospital(hospital)))
}

async fn read(
    tx: &mut Tx,
    ctx: &Ctx,
    (subject, after): (&Subject, Option<String>),
    asks_again: bool,
) -> Result<Machines> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let all = ctx.may(Action::ReadMachine, subject);
    if !after.as_deref().is_none_or(is_printable) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "after",
            "This is the name of no device. Begin at the first page.",
        )]));
    }
    let now = ctx.now();
    let mut rows = sqlx::query!(
        r#"SELECT d.id, d.name, d.model, d.kind, w.name AS "ward?", p.heard_at AS "heard_at?", device_unfit(d.id) AS "unfit?",
                  EXISTS (SELECT FROM device_token t
                           WHERE t.device_id = d.id AND t.revoked_at IS NULL AND (t.ends_at IS NULL OR t.ends_at > $2)) AS "has_key!",
                  n.work AS "next_work?", n.due_on AS "next_on?", n.due_hours AS "next_hours?",
                  (SELECT max(h.until) FROM device_hand_over h
                    WHERE h.device_id = d.id AND h.to_user = actor_user() AND h.accepted_at <= $2 AND h.until > $2 AND h.ended_at IS NULL) AS "mine_until?",
                  device_hours(d.id)::float8 AS "hours!", coalesce(s.gap, 0) AS "gap!", coalesce(s.whole, 0) AS "whole!", coalesce(s.alarms, 0) AS "alarms!"
             FROM device d
             LEFT JOIN ward w          ON w.id = device_ward(d.id)
             LEFT JOIN device_report p ON p.device_id = d.id
             LEFT JOIN LATERAL (SELECT sum(x.minutes_gap)::bigint AS gap, sum(x.minutes_gap + x.minutes_run)::bigint AS whole, sum(x.alarms)::bigint AS alarms
                                  FROM device_day x WHERE x.device_id = d.id AND x.day > current_date - $6::int) s ON true
             LEFT JOIN LATERAL (SELECT m.work, m.due_on, m.due_hours::float8 AS due_hours
                                  FROM maintenance_due m WHERE m.device_id = d.id
                                 ORDER BY greatest(((now() AT TIME ZONE m.zone)::date - m.since_day)::float8 / m.every_days,
                                                   (device_hours(m.device_id) - m.since_hours)::float8 / m.every_hours) DESC NULLS LAST
                                 LIMIT 1) n ON true
            WHERE d.hospital_id = $1 AND ($3::text IS NULL OR d.name > $3)
              AND ($5 OR d.id IN (SELECT devices_of_actor($2)))
            ORDER BY d.name
            LIMIT $4"#,
        hospital.0,
        to_db(now),
        after,
        PAGE + 1,
        all,
        DAYS,
    )
    .fetch_all(&mut **tx)
    .await?;
    let heard = Heard::read(tx, ctx, now).await?;
    let zone = zone_of_actor(tx, ctx).await?;
    let entry = Entry::new(Action::ReadMachine, subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record_look(ctx, entry, asks_again).await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| row.name.clone());
    let rows = rows.into_iter().map(|row| {
        let id = DeviceId(row.id);
        let (heard_now, _) = ctx.house().now.heard(id).unwrap_or((None, true));
        let heard_at = heard_now.max(row.heard_at.map(from_db));
        let connection = heard.connection(id, heard_at, row.has_key, now);
        FleetRow {
            id,
            name: row.name,
            model: row.model,
            kind: DeviceKind::parse(&row.kind).unwrap_or_default(),
            ward: row.ward,
            connection,
            heard_at,
            unfit: row.unfit.as_deref().and_then(Unfit::parse),
            next: row
                .next_work
                .map(|work| (work, row.next_on.map(day_of), row.next_hours)),
            mine_until: row.mine_until.map(from_db),
            hours: row.hours,
            gap: (row.gap, row.whole),
            alarms: row.alarms,
        }
    });
    Ok(Machines {
        zone,
        rendered_at: now,
        rows: rows.collect(),
        next,
        is_whole: all,
    })
}

/// What is overdue or in the last tenth of its time, of the machines that the reader sees.
async fn due(tx: &mut Tx, ctx: &Ctx, all: bool) -> Result<Vec<DueRow>> {
    let rows = sqlx::query!(
        r#"SELECT p.device_id AS "device_id!", d.name, p.work AS "work!", p.due_on, p.due_hours::float8 AS due_hours, p.every_days, p.every_hours,
                  ((now() AT TIME ZONE p.zone)::date - p.since_day) AS "days!", (device_hours(p.device_id) - p.since_hours)::float8 AS "hours!"
             FROM maintenance_due p
             JOIN device d ON d.id = p.device_id AND d.status <> 'inactive'
            WHERE p.hospital_id = actor_hospital()
              AND (((now() AT TIME ZONE p.zone)::date - p.since_day) >= 0.9 * p.every_days
                   OR device_hours(p.device_id) - p.since_hours >= 0.9 * p.every_hours)
              AND ($2 OR d.id IN (SELECT devices_of_actor($1)))
            ORDER BY p.due_on NULLS LAST, d.name
            LIMIT 200"#,
        to_db(ctx.now()),
        all,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut due: Vec<(f64, DueRow)> = rows
        .into_iter()
        .map(|row| {
            let due = Due {
                days: row.every_days.map(|every| (row.days, every)),
                hours: row.every_hours.map(|every| (row.hours, f64::from(every))),
            };
            let line = DueRow {
                device: DeviceId(row.device_id),
                name: row.name,
                work: row.work,
                due_on: row.due_on.map(day_of),
                due_hours: row.due_hours,
                nearness: due.nearness(),
            };
            (due.used(), line)
        })
        .filter(|(_, line)| line.nearness != Nearness::Later)
        .collect();
    due.sort_by(|(a, one), (b, other)| {
        (one.nearness, *b)
            .partial_cmp(&(other.nearness, *a))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    Ok(due.into_iter().map(|(_, line)| line).take(100).collect())
}
