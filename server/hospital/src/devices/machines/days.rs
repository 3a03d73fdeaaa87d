//! A worker's: counts what machines did into days, an hour at a time, and tells whoever keeps one that work is due.

use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::{HospitalId, UserId};
use domain::time::Moment;
use time::OffsetDateTime;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::notices::{self, Kind, Notice};
use crate::time::{from_db, to_db};

/// How often it looks. What has been counted is not looked at again, so most turns read nothing.
const EVERY: Duration = Duration::from_secs(300);
/// Seconds of an hour.
const HOUR: f64 = 3_600.0;
/// An hour is counted so long after its end, in seconds: what a device stored while it was cut off has come by then, or is late for the figures.
const SETTLES: f64 = 900.0;
/// The furthest back that a device is counted which was never counted before, in seconds: what is kept of readings is more, and is of no use here.
const FURTHEST: f64 = 86_400.0;

/// Counts and tells for ever; run it once per process. Two at once do no harm: the row of a device is locked while an hour of it is counted.
pub async fn keep_counting(house: Arc<House>) {
    let mut turn = tokio::time::interval(EVERY);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        if let Err(error) = count_now(&house).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "what machines did could not be counted"
            );
        }
    }
}

/// One turn: every hour of every device that has settled, and what is due.
///
/// # Errors
/// When the database is away; what was counted stays.
pub async fn count_now(house: &Arc<House>) -> Result<()> {
    let everywhere = worker(house, None);
    let mut tx = everywhere.begin(Action::CountMachines, &Subject::House).await?;
    let hospitals = sqlx::query_scalar!("SELECT id FROM hospital ORDER BY id")
        .fetch_all(&mut *tx)
        .await?;
    tx.commit().await?;
    for hospital in hospitals.into_iter().map(HospitalId) {
        let ctx = worker(house, Some(hospital));
        count_hospital(&ctx, hospital).await?;
        tell_due(&ctx, hospital).await?;
    }
    Ok(())
}

fn worker(house: &Arc<House>, hospital: Option<HospitalId>) -> Ctx {
    let actor = Actor::Worker {
        task: Task::Retain,
        hospital,
    };
    Ctx::of_worker(house, actor)
}

async fn count_hospital(ctx: &Ctx, hospital: HospitalId) -> Result<()> {
    let subject = Subject::Hospital(hospital);
    let settled = Moment(hour_of(ctx.now().plus_seconds(-SETTLES)));
    let mut tx = ctx.begin(Action::CountMachines, &subject).await?;
    let waiting = sqlx::query!(
        r#"SELECT d.id, c.counted_to AS "counted_to?"
             FROM device d
             JOIN device_report p       ON p.device_id = d.id
             LEFT JOIN device_counted c ON c.device_id = d.id
            WHERE d.hospital_id = $1 AND (c.counted_to IS NULL OR c.counted_to < $2)
            ORDER BY d.id"#,
        hospital.0,
        to_db(settled),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    for row in waiting {
        let furthest = Moment(hour_of(settled.plus_seconds(-FURTHEST)));
        let mut from = row.counted_to.map_or(furthest, |at| from_db(at).max(furthest));
        while from < settled {
            count_hour(ctx, &subject, row.id, from).await?;
            from = from.plus_seconds(HOUR);
        }
    }
    Ok(())
}

/// The beginning of the hour in which a moment lies, in microseconds since 1970.
fn hour_of(at: Moment) -> i64 {
    at.0 - at.0.rem_euclid(3_600_000_000)
}

/// Counts one hour of one device, unless another process has. An hour belongs to the day of the hospital in which it begins.
async fn count_hour(ctx: &Ctx, subject: &Subject, device: Uuid, from: Moment) -> Result<()> {
    let mut tx = ctx.begin(Action::CountMachines, subject).await?;
    let (begin, end): (OffsetDateTime, OffsetDateTime) = (to_db(from), to_db(from.plus_seconds(HOUR)));
    let taken = sqlx::query!(
        "INSERT INTO device_counted (device_id, counted_to) VALUES ($1, $2)
         ON CONFLICT (device_id) DO UPDATE SET counted_to = excluded.counted_to WHERE device_counted.counted_to < excluded.counted_to",
        device,
        end,
    )
    .execute(&mut *tx)
    .await?;
    if taken.rows_affected() == 0 {
        tx.rollback().await?;
        return Ok(());
    }
    // A gap is more than a minute between two readings of one session; its minutes count where it ended, and in one hour it is at most a day long.
    sqlx::query!(
        r#"WITH line AS (
               SELECT r.taken_at, r.received_at,
                      coalesce(lag(r.taken_at) OVER (ORDER BY r.taken_at, r.seq),
                               (SELECT max(b.taken_at) FROM reading b
                                 WHERE b.device_id = $1 AND b.taken_at < $2 AND b.taken_at >= $2::timestamptz - interval '1 day')) AS before
                 FROM reading r
                WHERE r.device_id = $1 AND r.taken_at >= $2 AND r.taken_at < $3),
           gap AS (
               SELECT floor(extract(epoch FROM l.taken_at - l.before) / 60)::int AS minutes
                 FROM line l
                WHERE l.taken_at - l.before > interval '1 minute'
                  AND EXISTS (SELECT FROM device_session s WHERE s.device_id = $1 AND s.during @> l.before AND s.during @> l.taken_at)),
           sums AS (
               SELECT count(*)::int AS readings, count(DISTINCT date_trunc('minute', l.taken_at))::int AS run,
                      coalesce(sum(greatest(extract(epoch FROM l.received_at - l.taken_at), 0) * 1000), 0)::bigint AS delay,
                      least(coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY greatest(extract(epoch FROM l.received_at - l.taken_at), 0) * 1000), 0),
                            2000000000)::int AS p95,
                      least(coalesce(max(greatest(extract(epoch FROM l.taken_at - l.received_at), 0) * 1000), 0), 2000000000)::int AS ahead
                 FROM line l),
           by_hour AS (
               INSERT INTO device_tally (device_id, hour, kind, field, reason, n)
               SELECT $1, $2, 'gap', '', '', sum(g.minutes) FROM gap g HAVING sum(g.minutes) > 0
               ON CONFLICT (device_id, hour, kind, field, reason) DO UPDATE SET n = device_tally.n + excluded.n)
           INSERT INTO device_day (device_id, day, minutes_run, minutes_gap, longest_gap, readings, delay_ms, delay_p95_ms, ahead_ms, alarms)
           SELECT $1, ($2::timestamptz AT TIME ZONE h.zone)::date, s.run, least((SELECT coalesce(sum(g.minutes), 0) FROM gap g), 1500),
                  least((SELECT coalesce(max(g.minutes), 0) FROM gap g), 1500), s.readings, s.delay, s.p95, s.ahead,
                  (SELECT count(*) FROM alarm a WHERE a.device_id = $1 AND a.raised_at >= $2 AND a.raised_at < $3)::int
             FROM sums s
             JOIN device d   ON d.id = $1
             JOIN hospital h ON h.id = d.hospital_id
           ON CONFLICT (device_id, day) DO UPDATE
              SET minutes_run  = least(device_day.minutes_run + excluded.minutes_run, 1500),
                  minutes_gap  = least(device_day.minutes_gap + excluded.minutes_gap, 1500),
                  longest_gap  = greatest(device_day.longest_gap, excluded.longest_gap),
                  readings     = device_day.readings + excluded.readings,
                  delay_ms     = device_day.delay_ms + excluded.delay_ms,
                  delay_p95_ms = greatest(device_day.delay_p95_ms, excluded.delay_p95_ms),
                  ahead_ms     = greatest(device_day.ahead_ms, excluded.ahead_ms),
                  alarms       = device_day.alarms + excluded.alarms"#,
        device,
        begin,
        end,
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Tells whoever has a machine that work of it is due: when the last tenth of its days or hours begins, once each time.
async fn tell_due(ctx: &Ctx, hospital: HospitalId) -> Result<()> {
    let mut tx = ctx.begin(Action::CountMachines, &Subject::Hospital(hospital)).await?;
    let now = to_db(ctx.now());
    let due = sqlx::query!(
        r#"UPDATE maintenance_plan p SET told_at = $2
             FROM maintenance_due m
             JOIN device d ON d.id = m.device_id AND d.status <> 'inactive'
            WHERE m.plan_id = p.id AND m.hospital_id = $1
              AND (p.told_at IS NULL OR (p.told_at AT TIME ZONE m.zone)::date < m.since_day)
              AND (((now() AT TIME ZONE m.zone)::date - m.since_day) >= 0.9 * m.every_days
                   OR device_hours(m.device_id) - m.since_hours >= 0.9 * m.every_hours)
         RETURNING d.id AS "device!", d.name AS "name!""#,
        hospital.0,
        now,
    )
    .fetch_all(&mut *tx)
    .await?;
    for plan in due {
        let keepers = sqlx::query_scalar!(
            r#"SELECT k.user_id AS "user!" FROM device_duty k WHERE k.device_id = $1 AND k.kind = 'keeps' AND k.during @> $2::timestamptz
               UNION
               SELECT h.to_user FROM device_hand_over h WHERE h.device_id = $1 AND h.accepted_at <= $2 AND h.until > $2 AND h.ended_at IS NULL"#,
            plan.device,
            now,
        )
        .fetch_all(&mut *tx)
        .await?;
        for keeper in keepers {
            let notice = Notice::of(Kind::MaintenanceDue).at(hospital).with(plan.name.as_str());
            notices::tell(&mut tx, ctx, UserId(keeper), notice).await?;
        }
    }
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_begins_on_the_hour_also_before_1970() {
        assert_eq!(hour_of(Moment(3_600_000_001)), 3_600_000_000);
        assert_eq!(hour_of(Moment(3_600_000_000)), 3_600_000_000);
        assert_eq!(hour_of(Moment(-1)), -3_600_000_000);
    }
}
