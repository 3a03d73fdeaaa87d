//! The last days of machines, each a day of the hospital's calendar: how much of it one was in service, and what was counted of it; of several machines together the worst.
//!
//! What is counted stands in `device_day` already; for how long one was in service follows from `device_outage`, which keeps its past. So neither has a table of its own.

use domain::devices::figures::{DayOf, TrendDay, ready_percent};
use domain::ids::DeviceId;
use domain::patients::papers::Day;
use domain::time::Moment;
use uuid::Uuid;

use super::day_of;
use crate::ctx::Tx;
use crate::error::Result;
use crate::time::{from_db, to_db};

/// What the machines of a page did on one day, all of them together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayOfAll {
    /// Which.
    pub day: Day,
    /// Minutes without data inside sessions.
    pub gap: i64,
    /// Within what 95 of 100 readings came in the slowest hour of the slowest machine, in milliseconds.
    pub delay_p95_ms: i32,
    /// How far the clock that was ahead the most was ahead at the least, in milliseconds.
    pub ahead_ms: i32,
    /// Hours for which machines were out of service.
    pub hours_out: f64,
}

/// The last `days` days of one machine, the oldest first; `out` are its stretches out of service since then.
pub(super) async fn of_one(
    tx: &mut Tx,
    device: DeviceId,
    out: &[(Moment, Option<Moment>)],
    (days, now): (i32, Moment),
) -> Result<Vec<TrendDay>> {
    let rows = sqlx::query!(
        r#"SELECT g.day::date AS "day!", g.day AT TIME ZONE h.zone AS "from!", (g.day + interval '1 day') AT TIME ZONE h.zone AS "until!", d.created_at,
                  x.minutes_run AS "minutes_run?", x.minutes_gap AS "minutes_gap?", x.longest_gap AS "longest_gap?", x.readings AS "readings?", x.delay_ms AS "delay_ms?",
                  x.delay_p95_ms AS "delay_p95_ms?", x.ahead_ms AS "ahead_ms?", x.alarms AS "alarms?"
             FROM device d
             JOIN hospital h ON h.id = d.hospital_id
            CROSS JOIN LATERAL generate_series((($2::timestamptz AT TIME ZONE h.zone)::date - $3::int + 1)::timestamp,
                                               (($2::timestamptz AT TIME ZONE h.zone)::date)::timestamp, interval '1 day') AS g (day)
             LEFT JOIN device_day x ON x.device_id = d.id AND x.day = g.day::date AND x.day > ($2::timestamptz)::date - $3::int - 1
            WHERE d.id = $1
            ORDER BY g.day"#,
        device.0,
        to_db(now),
        days,
    )
    .fetch_all(&mut **tx)
    .await?;
    // Before it was registered or did anything nobody knows of it.
    let did = rows.iter().find(|row| row.readings.is_some());
    let did = did.map(|row| from_db(row.from));
    let days = rows.into_iter().map(|row| {
        let day = day_of(row.day);
        let known = did.map_or(from_db(row.created_at), |did| did.min(from_db(row.created_at)));
        let (from, until) = (from_db(row.from).max(known), from_db(row.until).min(now));
        let counted = |count: Option<i32>| count.unwrap_or_default();
        let short = |count: Option<i16>| i32::from(count.unwrap_or_default());
        TrendDay {
            day,
            ready: (from < until).then(|| ready_percent(out, from, until)),
            did: row.readings.map(|readings| DayOf {
                day,
                minutes_run: short(row.minutes_run),
                minutes_gap: short(row.minutes_gap),
                longest_gap: short(row.longest_gap),
                readings,
                delay_ms: row.delay_ms.unwrap_or_default(),
                delay_p95_ms: counted(row.delay_p95_ms),
                ahead_ms: counted(row.ahead_ms),
                alarms: counted(row.alarms),
            }),
        }
    });
    Ok(days.collect())
}

/// The last `days` days of these machines together, the oldest first.
pub(super) async fn of_all(tx: &mut Tx, machines: &[Uuid], (days, now): (i32, Moment)) -> Result<Vec<DayOfAll>> {
    let rows = sqlx::query!(
        r#"WITH away AS MATERIALIZED (
               SELECT lower(z.during) AS since, coalesce(upper(z.during), $2) AS until
                 FROM unnest($1::uuid[]) AS m (id)
                 JOIN device_outage z ON z.device_id = m.id AND z.during && tstzrange($2::timestamptz - make_interval(days => $3::int + 1), $2))
           SELECT g.day::date AS "day!", coalesce(x.gap, 0) AS "gap!", coalesce(x.delay, 0) AS "delay!", coalesce(x.ahead, 0) AS "ahead!",
                  coalesce(o.hours, 0) AS "hours!"
             FROM hospital h
            CROSS JOIN LATERAL generate_series((($2::timestamptz AT TIME ZONE h.zone)::date - $3::int + 1)::timestamp,
                                               (($2::timestamptz AT TIME ZONE h.zone)::date)::timestamp, interval '1 day') AS g (day)
             LEFT JOIN (SELECT y.day, sum(y.minutes_gap)::bigint AS gap, max(y.delay_p95_ms) AS delay, max(y.ahead_ms) AS ahead
                          FROM device_day y
                         WHERE y.device_id = ANY ($1) AND y.day > ($2::timestamptz)::date - $3::int - 1
                         GROUP BY y.day) AS x ON x.day = g.day::date
            CROSS JOIN LATERAL (SELECT (sum(extract(epoch FROM least(a.until, d.until) - greatest(a.since, d.since))) / 3600)::float8 AS hours
                                  FROM (SELECT g.day AT TIME ZONE h.zone AS since, (g.day + interval '1 day') AT TIME ZONE h.zone AS until) AS d
                                  JOIN away a ON a.since < d.until AND a.until > d.since) AS o
            WHERE h.id = actor_hospital()
            ORDER BY g.day"#,
        machines,
        to_db(now),
        days,
    )
    .fetch_all(&mut **tx)
    .await?;
    let days = rows.into_iter().map(|row| DayOfAll {
        day: day_of(row.day),
        gap: row.gap,
        delay_p95_ms: row.delay,
        ahead_ms: row.ahead,
        hours_out: row.hours,
    });
    Ok(days.collect())
}
