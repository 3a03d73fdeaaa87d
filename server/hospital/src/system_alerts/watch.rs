//! A worker's: once a minute it asks what the house knows of itself already, raises what is wrong, and resolves what is over. What is found is noted again each time, so that of several
//! servers the one that sees a condition keeps it standing, and one that stopped leaves nothing behind for ever.

use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::ids::HospitalId;
use domain::system_alerts::{Condition, Type};
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use super::change::names;
use super::tell::{Affected, tell};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::house::House;
use crate::jobs;
use crate::telemetry::Recorder;
use crate::time::to_db;

/// How often it looks.
const EVERY: Duration = Duration::from_secs(60);
/// What has not been found for so long is over, in seconds: two looks and a half, so that one slow look resolves nothing.
const OVER: f64 = 150.0;
/// A mail that has waited so long in vain, in seconds, while no other went out: longer than the first four tries of a job (`jobs::lease`), which a mail server that restarts fails.
const MAIL: f64 = 1_800.0;
/// A job that has been due so long with nobody at it, in seconds: the worker looks every two seconds. One that takes long waits for the one before it.
const JOBS: f64 = 600.0;
/// How far the seal of the trace is behind, in seconds: a second or ten are usual (`audit::behind`).
const SEAL: f64 = 300.0;
/// How little room the line of readings has left, of 1. It is empty while the database keeps up; at 0 devices are turned away.
const ROOM: f64 = 0.25;
/// How far the clock of a machine is ahead, in milliseconds: a minute, the shortest gap that is counted (`devices::machines::days`). Beyond ten its readings are refused.
const AHEAD_MS: i32 = 60_000;
/// Machines whose clocks are told at a time.
const CLOCKS: i64 = 50;

/// Something that is wrong now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    condition: Condition,
    of: Option<(HospitalId, Uuid)>,
}

/// Looks for ever; run it once per process.
pub async fn keep_watching(recorder: Recorder) {
    let house = recorder.house().clone();
    let mut turn = tokio::time::interval(EVERY);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        if let Err(error) = look_now(&house, recorder.room()).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "what is wrong with the house could not be looked for"
            );
        }
    }
}

/// One look. `room` is what the line of readings has left, of 1.
///
/// # Errors
/// When the database is away.
pub async fn look_now(house: &Arc<House>, room: f64) -> Result<()> {
    let ctx = jobs::at_work(house);
    let behind = audit::behind(house).await?;
    let mut tx = jobs::begin(&ctx).await?;
    let mut found = Vec::new();
    let mut see = |condition: Condition, is: bool| {
        if is {
            found.push(Found { condition, of: None });
        }
    };
    let (now, long) = (to_db(ctx.now()), jobs::long_kinds());
    let late = sqlx::query!(
        r#"SELECT EXISTS (SELECT FROM job w
                           WHERE w.kind = 'mail' AND w.done_at IS NULL AND w.dead_at IS NULL AND w.fault IS NOT NULL
                             AND w.made_at < $1::timestamptz - make_interval(secs => $2)
                             AND NOT EXISTS (SELECT FROM job s WHERE s.kind = 'mail' AND s.done_at >= w.made_at + make_interval(secs => $2))) AS "mail!",
                  EXISTS (SELECT FROM job w
                           WHERE w.done_at IS NULL AND w.dead_at IS NULL AND w.due_at < $1::timestamptz - make_interval(secs => $3)
                             AND (w.leased_until IS NULL OR w.leased_until < $1)
                             AND NOT (w.kind = ANY ($4) AND EXISTS (SELECT FROM job l WHERE l.kind = ANY ($4) AND l.leased_until >= $1))) AS "jobs!""#,
        now,
        MAIL,
        JOBS,
        &long,
    )
    .fetch_one(&mut *tx)
    .await?;
    see(Condition::Mail, late.mail);
    see(Condition::Jobs, late.jobs);
    see(Condition::AuditLate, behind.unsealed > SEAL || behind.unnoted > SEAL);
    see(Condition::Readings, room < ROOM);
    let clocks = sqlx::query!(
        r#"SELECT d.id, d.hospital_id
             FROM device d
             JOIN LATERAL (SELECT x.ahead_ms FROM device_day x
                            WHERE x.device_id = d.id AND x.day >= ($1::timestamptz)::date - 1
                            ORDER BY x.day DESC LIMIT 1) newest ON newest.ahead_ms >= $2
            WHERE d.status <> 'inactive'
            ORDER BY newest.ahead_ms DESC, d.id
            LIMIT $3"#,
        now,
        AHEAD_MS,
        CLOCKS,
    )
    .fetch_all(&mut *tx)
    .await?;
    found.extend(clocks.into_iter().map(|row| Found {
        condition: Condition::Clock,
        of: Some((HospitalId(row.hospital_id), row.id)),
    }));
    for it in found {
        raise(&mut tx, &ctx, it).await?;
    }
    // A broken trace is over when it was verified anew, and not because nobody looked.
    let over = sqlx::query!(
        "UPDATE system_alert SET resolved_at = $1
          WHERE resolved_at IS NULL AND condition IS NOT NULL AND condition <> 'audit_broken' AND found_at < $1::timestamptz - make_interval(secs => $2)",
        now,
        OVER,
    )
    .execute(&mut *tx)
    .await?;
    if over.rows_affected() > 0 {
        audit::record_in(&mut tx, &ctx, [entry("system_alert.over")]).await?;
    }
    Ok(tx.commit().await?)
}

/// What verifying the trace found: raised where it is not as it was sealed, resolved where it is.
///
/// # Errors
/// When the database is away.
pub async fn audit_verified(house: &Arc<House>, is_clean: bool) -> Result<()> {
    let ctx = jobs::at_work(house);
    let mut tx = jobs::begin(&ctx).await?;
    if !is_clean {
        let found = Found {
            condition: Condition::AuditBroken,
            of: None,
        };
        raise(&mut tx, &ctx, found).await?;
        return Ok(tx.commit().await?);
    }
    let over = sqlx::query!(
        "UPDATE system_alert SET resolved_at = $1 WHERE resolved_at IS NULL AND condition = 'audit_broken'",
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if over.rows_affected() > 0 {
        audit::record_in(&mut tx, &ctx, [entry("system_alert.over")]).await?;
    }
    Ok(tx.commit().await?)
}

/// Raises it and tells of it, or notes that it is so still.
async fn raise(tx: &mut Tx, ctx: &Ctx, found: Found) -> Result<()> {
    let Found { condition, of } = found;
    let (hospital, device) = (of.map(|(hospital, _)| hospital), of.map(|(_, device)| device));
    let now = to_db(ctx.now());
    let still = sqlx::query!(
        "UPDATE system_alert SET found_at = $4
          WHERE resolved_at IS NULL AND condition = $1 AND hospital_id IS NOT DISTINCT FROM $2 AND device_id IS NOT DISTINCT FROM $3",
        condition.name(),
        hospital.map(|hospital| hospital.0),
        device,
        now,
    )
    .execute(&mut **tx)
    .await?;
    if still.rows_affected() > 0 {
        return Ok(());
    }
    let roles = names(condition.roles());
    let raised = sqlx::query!(
        "INSERT INTO system_alert (id, hospital_id, kind, severity, condition, device_id, roles, shown_from, starts_at, raised_at, found_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $8)
         ON CONFLICT DO NOTHING",
        Uuid::now_v7(),
        hospital.map(|hospital| hospital.0),
        Type::Outage.name(),
        condition.severity().name(),
        condition.name(),
        device,
        &roles,
        now,
    )
    .execute(&mut **tx)
    .await?;
    if raised.rows_affected() == 0 {
        // Another server raised it a moment ago.
        return Ok(());
    }
    if condition.severity().is_told() {
        let affected = Affected {
            hospital,
            roles: Some(roles),
            ward: None,
        };
        tell(tx, ctx, &affected).await?;
    }
    audit::record_in(tx, ctx, [entry("system_alert.raise")]).await
}

fn entry(what: &'static str) -> Entry {
    Entry::change(what, Action::RunJobs, &Subject::House)
}
