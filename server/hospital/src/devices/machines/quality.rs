//! How whole the data of each machine are: the worst first; a technician's own.
//!
//! It reads what is counted already (`device_day`, a row a day and machine, and `hl7_code`, a row a code and machine), so that no reading is looked at.

use domain::access::{Action, Subject};
use domain::ids::DeviceId;
use domain::time::Moment;

use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// So many days may be asked for; the first is shown unless another is chosen.
pub const PERIODS: [i32; 3] = [7, 30, 90];
/// Machines on the page: the worst. Who is further down has less missing than all of these.
pub const WORST: i64 = 100;

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
                  (SELECT count(*) FROM hl7_code c WHERE c.device_id = d.id) AS "codes!"
             FROM device d
             LEFT JOIN LATERAL (SELECT sum(x.readings)::bigint AS readings, sum(x.minutes_gap)::bigint AS gap,
                                       sum(x.minutes_gap + x.minutes_run)::bigint AS whole, max(x.longest_gap) AS longest,
                                       max(x.delay_p95_ms) AS delay, max(x.ahead_ms) AS ahead
                                  FROM device_day x WHERE x.device_id = d.id AND x.day > current_date - $5::int) s ON true
            WHERE d.hospital_id = $1 AND d.status <> 'inactive'
              AND ($4 OR d.id IN (SELECT k.device_id FROM device_duty k WHERE k.user_id = actor_user() AND k.kind = 'keeps' AND k.during @> $2::timestamptz)
                      OR d.id IN (SELECT h.device_id FROM device_hand_over h
                                   WHERE h.to_user = actor_user() AND h.accepted_at <= $2 AND h.until > $2 AND h.ended_at IS NULL))
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
    });
    Ok(Quality {
        rendered_at: now,
        days,
        rows: rows.collect(),
        is_whole: all,
    })
}
