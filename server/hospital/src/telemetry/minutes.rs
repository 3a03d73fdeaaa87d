//! Readings told over by the minute: what pages of days before the newest are drawn from, and what stays when a day of readings goes.
//!
//! Never on the way of a reading in: a worker reads what is stored ([`keep_minutes`]), hourly, in stretches that are each told whole or not at all.
//!
//! | when | what |
//! | --- | --- |
//! | an hour is over | it is told |
//! | a day (UTC) is over | it is told whole, once, and noted in `reading_told` |
//! | something came for a told day | of each device the stretch of minutes that it lies in, again |
//! | a day is older than readings are kept | it is told whole for the last time, the readings around alarms are copied, and it is dropped: these two in one transaction |
//!
//! To tell a stretch twice changes nothing: what stood there goes, and the readings are told as they stand now (`minutes_of`). A further column of a reading goes into that function, into
//! both tables of `telemetry_minutes` and into the copy below.

use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::Task;
use domain::alerts::AROUND_SECONDS;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// How long minutes and the readings around alarms are kept, in days: three years. The house's own choice; what they weigh stands in `server/docs/decisions/0029-minutes.md`.
pub const MINUTE_DAYS: i32 = 1_096;
/// Minutes of how many devices are told in one transaction: an hour of a hundred devices, six minutes of a thousand. Measured every second that is two seconds' work; a statement is lost
/// after fifteen (`db/pools.rs`).
const AT_ONCE: i32 = 6_000;
/// After a day is over so long is waited for what comes late, before it is told; what comes later is told again.
const SLACK: time::Duration = time::Duration::minutes(10);
/// How far around an alarm readings are kept.
const AROUND: time::Duration = time::Duration::seconds(AROUND_SECONDS as i64);
/// Rows of one commit when old ones go.
const BATCH: i64 = 10_000;

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Days that were told whole.
    pub told: u32,
    /// Stretches of a device that were told again.
    pub again: u32,
    /// Readings that were copied around alarms.
    pub copied: u64,
    /// Days whose readings were dropped.
    pub dropped: i32,
    /// Minutes and readings around alarms that were old enough themselves.
    pub let_go: u64,
}

/// A day of readings, and what is noted of it.
struct Day {
    day: Date,
    inserted: i64,
    heard_until: Option<OffsetDateTime>,
    told: Option<i64>,
    is_old: bool,
    is_settled: bool,
}

/// Tells what is due, and drops the days that are older than the owner has stated. Whatever was interrupted is done by the next run.
///
/// # Errors
/// Away when the database is.
pub async fn keep_minutes(house: &Arc<House>) -> Result<Kept> {
    let ctx = Ctx::at_work(house, Task::Retain);
    let now = to_db(ctx.now());
    let mut kept = Kept::default();
    let hour = now.truncate_to_hour();
    let stretch = stretch(&ctx).await?;
    tell_stretches(&ctx, stretch, (hour - time::Duration::HOUR, hour)).await?;
    let days = days(&ctx, (now - SLACK).date()).await?;
    let mut old = Vec::new();
    for day in days {
        let (from, to) = bounds(day.day);
        match (day.is_old, day.heard_until) {
            // Its readings went before, and the setting was changed meanwhile: what stands of it is more than what can be told of it now.
            (true, _) if day.is_settled => old.push(day.day),
            (false, _) if day.is_settled => {}
            (true, _) => {
                tell_stretches(&ctx, stretch, (from, to)).await?;
                old.push(day.day);
            }
            (false, None) => {
                tell_stretches(&ctx, stretch, (from, to)).await?;
                note(&ctx, &day, now).await?;
                kept.told += 1;
            }
            (false, Some(heard)) if day.told != Some(day.inserted) => {
                kept.again += tell_late(&ctx, (from, to), heard).await?;
                note(&ctx, &day, now).await?;
            }
            (false, Some(_)) => {}
        }
    }
    if !old.is_empty() {
        (kept.copied, kept.dropped) = settle(&ctx, &old).await?;
    }
    kept.let_go = let_go(&ctx, now - time::Duration::days(i64::from(MINUTE_DAYS))).await?;
    Ok(kept)
}

/// Does so every hour, for ever; the first time at once.
pub async fn go_on_keeping_minutes(house: Arc<House>) {
    let mut hour = tokio::time::interval(Duration::from_secs(3_600));
    hour.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        hour.tick().await;
        match keep_minutes(&house).await {
            Ok(kept) => tracing::info!(
                told = kept.told,
                again = kept.again,
                copied = kept.copied,
                dropped = kept.dropped,
                let_go = kept.let_go,
                "readings are told by the minute"
            ),
            Err(error) => tracing::error!(%error, "readings could not be told by the minute; tried again in an hour"),
        }
    }
}

/// The days that have a partition and are over, the oldest first. What PostgreSQL counts into a partition says without a look into it whether something came.
async fn days(ctx: &Ctx, before: Date) -> Result<Vec<Day>> {
    let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
    let rows = sqlx::query_as!(
        Day,
        r#"SELECT d.day AS "day!", d.inserted AS "inserted!", t.heard_until AS "heard_until?", t.inserted AS "told?",
                  d.day < (now() AT TIME ZONE 'UTC')::date - (SELECT r.keep_days::int FROM reading_retention r) AS "is_old!",
                  t.settled_at IS NOT NULL AS "is_settled!"
             FROM (SELECT to_date(right(u.relname, 8), 'YYYYMMDD') AS day, coalesce(u.n_tup_ins, 0) AS inserted
                     FROM pg_stat_user_tables u
                    WHERE u.schemaname = 'public' AND u.relname ~ '^reading_[0-9]{8}$') AS d
             LEFT JOIN reading_told t ON t.day = d.day
            WHERE d.day < $1
            ORDER BY d.day"#,
        before,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(rows)
}

fn bounds(day: Date) -> (OffsetDateTime, OffsetDateTime) {
    let from = day.midnight().assume_utc();
    (from, from + time::Duration::DAY)
}

/// How long a stretch is.
async fn stretch(ctx: &Ctx) -> Result<time::Duration> {
    let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
    let devices = sqlx::query_scalar!(r#"SELECT count(*) AS "devices!" FROM device"#)
        .fetch_one(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(time::Duration::minutes(
        (i64::from(AT_ONCE) / devices.max(1)).clamp(1, 60),
    ))
}

/// Tells everything from one time to another, in stretches; nothing of a time without a reading.
async fn tell_stretches(
    ctx: &Ctx,
    stretch: time::Duration,
    (from, to): (OffsetDateTime, OffsetDateTime),
) -> Result<()> {
    let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
    let is_measured = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM reading WHERE taken_at >= $1 AND taken_at < $2) AS "is_measured!""#,
        from,
        to,
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    let mut begin = from;
    while is_measured && begin < to {
        let end = (begin + stretch).min(to);
        let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
        alone(&mut tx).await?;
        clear(&mut tx, begin, end).await?;
        sqlx::query!(
            "INSERT INTO reading_minute SELECT * FROM minutes_of(NULL, $1, $2)",
            begin,
            end,
        )
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        begin = end;
    }
    Ok(())
}

async fn clear(tx: &mut Tx, from: OffsetDateTime, to: OffsetDateTime) -> Result<()> {
    sqlx::query!(
        "DELETE FROM reading_minute WHERE minute >= $1 AND minute < $2",
        from,
        to
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Of each device the minutes from the first to the last in an hour for which something came after `heard`; answers how many stretches.
async fn tell_late(ctx: &Ctx, (from, to): (OffsetDateTime, OffsetDateTime), heard: OffsetDateTime) -> Result<u32> {
    let (mut again, mut hour) = (0, from);
    while hour < to {
        let end = hour + time::Duration::HOUR;
        let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
        alone(&mut tx).await?;
        let late = sqlx::query!(
            r#"SELECT device_id, min(date_bin('1 minute', taken_at, '1970-01-01 00:00:00+00')) AS "first!",
                      max(date_bin('1 minute', taken_at, '1970-01-01 00:00:00+00')) + interval '1 minute' AS "end!"
                 FROM reading
                WHERE taken_at >= $1 AND taken_at < $2 AND received_at > $3
                GROUP BY device_id"#,
            hour,
            end,
            heard,
        )
        .fetch_all(&mut *tx)
        .await?;
        for of_device in late {
            tell_device(&mut tx, of_device.device_id, of_device.first, of_device.end).await?;
            again += 1;
        }
        tx.commit().await?;
        hour = end;
    }
    Ok(again)
}

async fn tell_device(tx: &mut Tx, device: Uuid, from: OffsetDateTime, to: OffsetDateTime) -> Result<()> {
    sqlx::query!(
        "DELETE FROM reading_minute
          WHERE minute >= $2 AND minute < $3 AND session_id IN (SELECT s.id FROM device_session s WHERE s.device_id = $1 AND s.during && tstzrange($2, $3))",
        device,
        from,
        to,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO reading_minute SELECT * FROM minutes_of($1, $2, $3)",
        device,
        from,
        to,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// One run at a time: two servers would write the same minutes. Compiling the statement would cost a hundred times what it does: the wall makes it look dear.
async fn alone(tx: &mut Tx) -> Result<()> {
    sqlx::query!(
        "SELECT pg_advisory_xact_lock(hashtextextended('reading_minute', 0))::text AS held, set_config('jit', 'off', true) AS jit"
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(())
}

/// A day was told. What was counted before it was told is noted, so that what came meanwhile is looked for again; likewise what was received a little before and not yet stored.
async fn note(ctx: &Ctx, day: &Day, now: OffsetDateTime) -> Result<()> {
    let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
    sqlx::query!(
        "INSERT INTO reading_told (day, heard_until, inserted) VALUES ($1, $2, $3)
         ON CONFLICT (day) DO UPDATE SET heard_until = excluded.heard_until, inserted = excluded.inserted",
        day.day,
        now - SLACK,
        day.inserted,
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Copies the readings around alarms of these days and drops the days, in one transaction: either both have happened, or none. Answers how many readings and how many days.
async fn settle(ctx: &Ctx, days: &[Date]) -> Result<(u64, i32)> {
    let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
    alone(&mut tx).await?;
    let mut copied = 0;
    for day in days {
        copied += copy_around_alarms(&mut tx, bounds(*day)).await?;
        sqlx::query!(
            "INSERT INTO reading_told (day, heard_until, inserted, settled_at) VALUES ($1, $2, 0, $2)
             ON CONFLICT (day) DO UPDATE SET settled_at = excluded.settled_at",
            day,
            to_db(ctx.now()),
        )
        .execute(&mut *tx)
        .await?;
    }
    let dropped = sqlx::query_scalar!(r#"SELECT drop_old_reading_partitions() AS "dropped!""#)
        .fetch_one(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok((copied, dropped))
}

/// What was measured on the person of an alarm in the five minutes before and after it was raised, the first time and the last; also of an alarm shortly before or after this day.
async fn copy_around_alarms(tx: &mut Tx, (from, to): (OffsetDateTime, OffsetDateTime)) -> Result<u64> {
    let windows = sqlx::query!(
        r#"SELECT a.id, a.device_id, s.id AS session_id, raised.at AS "at!"
             FROM device d
             JOIN alarm a ON a.device_id = d.id AND a.last_raised_at >= $1::timestamptz - interval '5 minutes'
                         AND a.raised_at <= $2::timestamptz + interval '5 minutes'
             JOIN device_session s ON s.device_id = a.device_id AND s.during @> a.raised_at
            CROSS JOIN LATERAL (SELECT a.raised_at UNION SELECT a.last_raised_at) AS raised (at)
            WHERE NOT EXISTS (SELECT FROM device_session_forgotten f WHERE f.session_id = s.id)"#,
        from,
        to,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut copied = 0;
    for window in windows {
        // To the end of the last microsecond, as the ends of a day do.
        let begin = (window.at - AROUND).max(from);
        let end = (window.at + AROUND + time::Duration::MICROSECOND).min(to);
        if begin < end {
            copied += copy(tx, (window.id, window.device_id, window.session_id), (begin, end)).await?;
        }
    }
    Ok(copied)
}

/// One window. Asked for by itself, so that the key of readings finds it: joined to all alarms at once, whole days were read.
async fn copy(
    tx: &mut Tx,
    (alarm, device, session): (Uuid, Uuid, Uuid),
    (begin, end): (OffsetDateTime, OffsetDateTime),
) -> Result<u64> {
    let copied = sqlx::query!(
        "INSERT INTO alarm_reading
             (alarm_id, taken_at, seq, session_id, heart_rate, systolic, diastolic, mean_pressure, spo2, temperature, respiration, blood_flow, dialysate_flow,
              arterial_pressure, venous_pressure, transmembrane_pressure, uf_rate, uf_removed, conductivity, dialysate_temperature, total_volume, gcs,
              substitution_rate, substitution_volume, heparin_total, blood_volume_change, machine_ktv, recirculation, remaining_time, oxygen_device,
              oxygen_litres, oxygen_fio2, consciousness, system_status, alarm_codes)
         SELECT $1::uuid, r.taken_at, r.seq, s.id, r.heart_rate, r.systolic, r.diastolic, r.mean_pressure, r.spo2, r.temperature, r.respiration, r.blood_flow,
                r.dialysate_flow, r.arterial_pressure, r.venous_pressure, r.transmembrane_pressure, r.uf_rate, r.uf_removed, r.conductivity,
                r.dialysate_temperature, r.total_volume, r.gcs, r.substitution_rate, r.substitution_volume, r.heparin_total, r.blood_volume_change,
                r.machine_ktv, r.recirculation, r.remaining_time, r.oxygen_device, r.oxygen_litres, r.oxygen_fio2, r.consciousness, r.system_status,
                r.alarm_codes
           FROM device_session s
           JOIN reading r ON s.during @> r.taken_at
          WHERE s.id = $3 AND r.device_id = $2 AND r.taken_at >= $4 AND r.taken_at < $5
         ON CONFLICT DO NOTHING",
        alarm,
        device,
        session,
        begin,
        end,
    )
    .execute(&mut **tx)
    .await?;
    Ok(copied.rows_affected())
}

/// What is older than minutes are kept goes; a batch a commit.
async fn let_go(ctx: &Ctx, until: OffsetDateTime) -> Result<u64> {
    let mut gone = 0;
    loop {
        let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
        let minutes = sqlx::query!(
            "DELETE FROM reading_minute
              WHERE (session_id, minute) IN (SELECT session_id, minute FROM reading_minute WHERE minute < $1 LIMIT $2)",
            until,
            BATCH,
        )
        .execute(&mut *tx)
        .await?
        .rows_affected();
        let readings = sqlx::query!(
            "DELETE FROM alarm_reading
              WHERE (alarm_id, taken_at, seq) IN (SELECT alarm_id, taken_at, seq FROM alarm_reading WHERE taken_at < $1 LIMIT $2)",
            until,
            BATCH,
        )
        .execute(&mut *tx)
        .await?
        .rows_affected();
        tx.commit().await?;
        gone += minutes + readings;
        if minutes.max(readings) < BATCH.cast_unsigned() {
            return Ok(gone);
        }
    }
}
