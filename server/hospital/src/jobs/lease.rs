//! A job in the hands of one worker: taken for a while, kept by saying so, and ended as done, for later, or given up.

use std::time::Duration;

use uuid::Uuid;

use super::{Fault, Lane, MOST_TRIES, Work, begin, long_kinds};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::to_db;

/// For how long a worker holds a job without saying anything.
pub const LEASE: Duration = Duration::from_secs(30);
/// How long done jobs stay, in seconds: a week.
const KEPT: f64 = 7.0 * 86_400.0;
/// How long a form waits for its address to be proved, in seconds: twice as long as its link lives.
const UNPROVED: f64 = 2.0 * 86_400.0;
/// How long to wait after each failure, in seconds; together a day and a half, longer than a mail server's bad night.
const WAITS: [f64; MOST_TRIES as usize - 1] = [10.0, 30.0, 120.0, 600.0, 3_600.0, 6.0 * 3_600.0, 24.0 * 3_600.0];

/// A job in hand.
#[derive(Clone, Copy, Debug)]
pub struct Leased {
    /// Which job.
    pub id: Uuid,
    /// What is to be done; none when this program does not know the kind.
    pub work: Option<Work>,
    lease: Uuid,
    tries: i16,
}

/// Takes as many jobs of a lane as a worker does at a time, that are due and that nobody holds, the oldest first.
pub async fn take(ctx: &Ctx, lane: Lane) -> Result<Vec<Leased>> {
    let (now, lease, long) = (ctx.now(), Uuid::now_v7(), long_kinds());
    let mut tx = begin(ctx).await?;
    let rows = sqlx::query!(
        "UPDATE job j
         SET    lease = $1, leased_until = $2, tries = j.tries + 1
         WHERE  j.id IN (SELECT   d.id
                         FROM     job d
                         WHERE    d.done_at IS NULL AND d.dead_at IS NULL AND d.due_at <= $3
                           AND    (d.leased_until IS NULL OR d.leased_until <= $3)
                           AND    (d.kind = ANY ($5)) = $6
                         ORDER BY d.due_at
                         LIMIT    $4
                         FOR UPDATE SKIP LOCKED)
         RETURNING j.id, j.facts, j.tries",
        lease,
        to_db(now.plus_seconds(LEASE.as_secs_f64())),
        to_db(now),
        lane.at_once(),
        &long,
        lane == Lane::Long,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let leased = rows.into_iter().map(|row| Leased {
        id: row.id,
        work: serde_json::from_value(row.facts).ok(),
        lease,
        tries: row.tries,
    });
    Ok(leased.collect())
}

impl Leased {
    /// Whether it has been taken so often that it is given up: it may be what ends the workers.
    pub(super) const fn is_worn(&self) -> bool {
        self.tries > MOST_TRIES
    }

    /// Says that the worker lives. Answers whether the job is still in its hands.
    pub async fn keep(&self, ctx: &Ctx) -> Result<bool> {
        let mut tx = begin(ctx).await?;
        let kept = sqlx::query!(
            "UPDATE job SET leased_until = $3 WHERE id = $1 AND lease = $2",
            self.id,
            self.lease,
            to_db(ctx.now().plus_seconds(LEASE.as_secs_f64())),
        )
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(kept.rows_affected() == 1)
    }

    /// It is done. Nothing happens when another worker holds it by now.
    pub async fn finish(&self, ctx: &Ctx) -> Result<()> {
        let mut tx = begin(ctx).await?;
        sqlx::query!(
            "UPDATE job SET done_at = $3, lease = NULL, leased_until = NULL, fault = NULL WHERE id = $1 AND lease = $2",
            self.id,
            self.lease,
            to_db(ctx.now()),
        )
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }

    /// It failed: later again, or never.
    pub async fn fail(&self, ctx: &Ctx, fault: Fault) -> Result<()> {
        let (wait, why) = match fault {
            Fault::Later(why) => (WAITS.get(self.tries.max(1) as usize - 1).copied(), why),
            Fault::Never(why) => (None, why),
        };
        if wait.is_none() {
            tracing::error!(job = %self.id, kind = self.work.as_ref().map_or("unknown", Work::kind), why, "a job was given up");
        }
        let now = ctx.now();
        let mut tx = begin(ctx).await?;
        sqlx::query!(
            "UPDATE job
             SET    due_at = coalesce($3, due_at), dead_at = CASE WHEN $3::timestamptz IS NULL THEN $4::timestamptz END,
                    fault = $5, lease = NULL, leased_until = NULL
             WHERE  id = $1 AND lease = $2",
            self.id,
            self.lease,
            wait.map(|wait| to_db(now.plus_seconds(wait))),
            to_db(now),
            why,
        )
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }
}

/// Clears away what was done a week ago, links that nobody can use any more, and forms whose address nobody proved in two days.
pub async fn sweep(ctx: &Ctx) -> Result<()> {
    let before = to_db(ctx.now().plus_seconds(-KEPT));
    let unproved = to_db(ctx.now().plus_seconds(-UNPROVED));
    let mut tx = begin(ctx).await?;
    sqlx::query!("DELETE FROM job WHERE done_at < $1", before)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("DELETE FROM one_time_link WHERE expires_at < $1", before)
        .execute(&mut *tx)
        .await?;
    sqlx::query!(
        "DELETE FROM patient_application WHERE verified_at IS NULL AND made_at < $1",
        unproved
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM hospital_application WHERE verified_at IS NULL AND made_at < $1",
        unproved
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM email_change WHERE former_sealed IS NULL AND asked_at < $1",
        unproved
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
