//! How whole the data of each machine are: the worst first; a technician's own.
//!
//! It reads what is counted already (`device_day`, a row a day and machine; `device_tally`, a row an hour, a machine and a kind; `hl7_code`, a row a code and machine), so that no reading
//! is looked at.

use domain::access::{Action, Subject};
use domain::ids::{DeviceId, HospitalId};
use domain::telemetry::tally::Reason;
use domain::time::Moment;
use uuid::Uuid;

use super::trend::{self, DayOfAll};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// So many days may be asked for; the first is shown unless another is chosen.
pub const PERIODS: [i32; 3] = [7, 30, 90];
/// Machines on the page: the worst. Who is further down has less missing than all of these.
pub const WORST: i64 = 100;
/// Refusals on the page: the most frequent.
const REFUSALS: i64 = 50;

/// How whole the data of one machine are.
#[derive(Clone, Debug, PartialEq)]
pub struct QualityRow {
    /// Which.
    pub id: DeviceId,
    /// What people call it.
    pub name: String,
    /// Readings that were kept.
    pub readings: i64,
    /// Minutes without data inside sessions, and those with the minutes that have some.
    pub gap: (i64, i64),
    /// The longest gap in minutes.
    pub longest_gap: i16,
    /// The slowest of the 95th percentiles of an hour: how long readings were on their way, in milliseconds.
    pub delay_p95_ms: i32,
    /// How far its clock was ahead of the hospital's at the least, in milliseconds.
    pub ahead_ms: i32,
    /// Codes that it ever sent as HL7 and that have no place in a reading.
    pub codes: i64,
    /// Readings that came again.
    pub duplicates: i64,
    /// Fields that were refused at the door.
    pub refused: i64,
    /// Readings that came while nobody was on it.
    pub nobody: i64,
}

/// Fields of readings that were refused for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Of which machine.
    pub machine: String,
    /// The field; empty for the whole reading, and for what is no field of one.
    pub field: String,
    /// Why; none for a reason of a later version.
    pub reason: Option<Reason>,
    /// How many.
    pub n: i64,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Quality {
    /// As of when.
    pub rendered_at: Moment,
    /// How many days are counted.
    pub days: i32,
    /// The worst machines first, by their share of missing minutes, then by their longest gap.
    pub rows: Vec<QualityRow>,
    /// These machines together, day by day, the oldest first.
    pub by_day: Vec<DayOfAll>,
    /// Minutes without data by the hour of the day on the clock of the hospital, from midnight on.
    pub by_hour: [i64; 24],
    /// What was refused, the most frequent first.
    pub refusals: Vec<Refusal>,
    /// Whether it is the whole hospital, and not the reader's own.
    pub is_whole: bool,
}

/// The machines of the last `days` days, which is one of [`PERIODS`] (the first for anything else).
///
/// # Errors
/// Denied for who has nothing to do with machines.
pub async fn quality(ctx: &Ctx, days: Option<i32>) -> Result<Quality> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.look(Action::ReadMachine).await?;
    let all = ctx.may(Action::ReadMachine, &subject);
    let days = days.filter(|days| PERIODS.contains(days)).unwrap_or(PERIODS[0]);
    let now = ctx.now();
    let rows = sqlx::query!(
        r#"SELECT d.id, d.name, coalesce(s.readings, 0) AS "readings!", coalesce(s.gap, 0) AS "gap!", coalesce(s.whole, 0) AS "whole!",
                  coalesce(s.longest, 0::smallint) AS "longest!", coalesce(s.delay, 0) AS "delay!", coalesce(s.ahead, 0) AS "ahead!",
                  (SELECT count(*) FROM hl7_code c WHERE c.device_id = d.id) AS "codes!",
                  coalesce(t.duplicates, 0) AS "duplicates!", coalesce(t.refused, 0) AS "refused!", coalesce(t.nobody, 0) AS "nobody!"
             FROM device d
             LEFT JOIN LATERAL (SELECT sum(x.readings)::bigint AS readings, sum(x.minutes_gap)::bigint AS gap,
                                       sum(x.minutes_gap + x.minutes_run)::bigint AS whole, max(x.longest_gap) AS longest,
                                       max(x.delay_p95_ms) AS delay, max(x.ahead_ms) AS ahead
                                  FROM device_day x WHERE x.device_id = d.id AND x.day > current_date - $5::int) s ON true
             LEFT JOIN LATERAL (SELECT (sum(y.n) FILTER (WHERE y.kind IN ('duplicate', 'conflict')))::bigint AS duplicates,
                                       (sum(y.n) FILTER (WHERE y.kind = 'refused'))::bigint AS refused, (sum(y.n) FILTER (WHERE y.kind = 'nobody'))::bigint AS nobody
                                  FROM device_tally y WHERE y.device_id = d.id AND y.hour >= $2::timestamptz - make_interval(days => $5::int)) t ON true
            WHERE d.hospital_id = $1 AND d.status <> 'inactive'
              AND ($4 OR d.id IN (SELECT devices_of_actor($2)))
            ORDER BY coalesce(s.gap::float8 / nullif(s.whole, 0), 0) DESC, coalesce(s.longest, 0::smallint) DESC, d.name
            LIMIT $3"#,
        hospital.0,
        to_db(now),
        WORST,
        all,
        days,
    )
    .fetch_all(&mut *tx)
    .await?;
    let machines: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let by_day = trend::of_all(&mut tx, &machines, (days, now)).await?;
    let by_hour = by_hour(&mut tx, ctx, hospital, &machines, days).await?;
    let refusals = refusals(&mut tx, ctx, &machines, days).await?;
    let entry = Entry::new(Action::ReadMachine, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let rows = rows.into_iter().map(|row| QualityRow {
        id: DeviceId(row.id),
        name: row.name,
        readings: row.readings,
        gap: (row.gap, row.whole),
        longest_gap: row.longest,
        delay_p95_ms: row.delay,
        ahead_ms: row.ahead,
        codes: row.codes,
        duplicates: row.duplicates,
        refused: row.refused,
        nobody: row.nobody,
    });
    Ok(Quality {
        rendered_at: now,
        days,
        rows: rows.collect(),
        by_day,
        by_hour,
        refusals,
        is_whole: all,
    })
}

async fn by_hour(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, machines: &[Uuid], days: i32) -> Result<[i64; 24]> {
    let rows = sqlx::query!(
        r#"SELECT extract(hour FROM y.hour AT TIME ZONE h.zone)::int AS "hour!", sum(y.n)::bigint AS "n!"
             FROM device_tally y
             JOIN hospital h ON h.id = $2
            WHERE y.device_id = ANY ($1) AND y.kind = 'gap' AND y.hour >= $3::timestamptz - make_interval(days => $4::int)
            GROUP BY 1
            ORDER BY 1"#,
        machines,
        hospital.0,
        to_db(ctx.now()),
        days,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut hours = [0; 24];
    for row in rows {
        if let Some(hour) = usize::try_from(row.hour).ok().and_then(|place| hours.get_mut(place)) {
            *hour = row.n;
        }
    }
    Ok(hours)
}

async fn refusals(tx: &mut Tx, ctx: &Ctx, machines: &[Uuid], days: i32) -> Result<Vec<Refusal>> {
    let rows = sqlx::query!(
        r#"SELECT d.name, y.field, y.reason, sum(y.n)::bigint AS "n!"
             FROM device_tally y
             JOIN device d ON d.id = y.device_id
            WHERE y.device_id = ANY ($1) AND y.kind = 'refused' AND y.hour >= $2::timestamptz - make_interval(days => $3::int)
            GROUP BY d.id, d.name, y.field, y.reason
            ORDER BY sum(y.n) DESC, d.name, y.field, y.reason
            LIMIT $4"#,
        machines,
        to_db(ctx.now()),
        days,
        REFUSALS,
    )
    .fetch_all(&mut **tx)
    .await?;
    let refusals = rows.into_iter().map(|row| Refusal {
        machine: row.name,
        field: row.field,
        reason: Reason::parse(&row.reason),
        n: row.n,
    });
    Ok(refusals.collect())
}
