//! The sealer: gives each entry its place in the chain, without gaps, soon after it was written.
//!
//! # Why it is cut like this
//! - **One at a time.** Whoever seals holds an advisory lock for the length of their transaction and reads the end of the chain after they got it; should the
//!   lock ever fail, the primary key refuses the second entry of a place.
//! - **By transaction, not by time.** An entry that commits late carries an older time. So entries are taken in the order of their transactions, and only
//!   those of which no older transaction is open any more (`pg_snapshot_xmin`): nothing can come in behind what was taken.
//! - **Restored elsewhere.** A database that was restored counts its transactions anew. That is seen when the last sealed entry is newer than any transaction
//!   there is: everything not yet sealed is then taken once, whatever its number.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::Task;
use time::OffsetDateTime;
use uuid::Uuid;

use super::checkpoint::{Checkpoint, Checkpoints};
use super::keys::{BEGINNING, Digest};
use super::row::Stored;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;

/// Entries sealed in one transaction.
const BATCH: i64 = 1_000;
/// Between two looks for entries.
const PAUSE: Duration = Duration::from_millis(200);
/// Looks between two checkpoints, when something was sealed: ten seconds.
const LOOKS: u32 = 50;
/// Above every transaction.
const ANY: i64 = i64::MAX;

/// The end of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tail {
    position: i64,
    entry: Uuid,
    chain: Digest,
}

const NO_TAIL: Tail = Tail {
    position: 0,
    entry: Uuid::nil(),
    chain: BEGINNING,
};

/// Up to where entries were taken: everything of a transaction before `xid`, and of `xid` itself up to the entry `id`.
#[derive(Clone, Copy, Debug)]
struct Cursor {
    xid: i64,
    id: Uuid,
    /// After a restore: where the ordinary way goes on once all that was left over has been sealed.
    then: Option<i64>,
}

/// Seals entries, and remembers where it is.
#[derive(Debug)]
pub struct Sealer {
    ctx: Ctx,
    known: Option<(Tail, Cursor)>,
}

impl Sealer {
    /// A sealer of this house.
    pub fn new(house: &Arc<House>) -> Self {
        Self {
            ctx: trace(house),
            known: None,
        }
    }

    /// Seals what is there now, a thousand at most; answers how many. None while another sealer is at it.
    ///
    /// Errors: away when the database is.
    pub async fn seal(&mut self) -> Result<usize> {
        let mut tx = begin(&self.ctx).await?;
        if !is_my_turn(&mut tx).await? {
            tx.rollback().await?;
            self.known = None;
            return Ok(0);
        }
        let tail = tail(&mut tx).await?;
        let cursor = match self.known {
            Some((known, cursor)) if known == tail => cursor,
            Some((known, _)) if known.position > tail.position => {
                tracing::error!(
                    was = known.position,
                    is = tail.position,
                    "the end of the audit's chain is gone: run wardlight verify-audit"
                );
                cursor_of(&mut tx, tail).await?
            }
            _ => cursor_of(&mut tx, tail).await?,
        };
        let horizon = horizon(&mut tx).await?;
        let below = if cursor.then.is_some() { ANY } else { horizon };
        let rows = unsealed(&mut tx, cursor, below).await?;
        let (count, tail, mut cursor) = self.link(&mut tx, tail, cursor, rows).await?;
        tx.commit().await?;
        if count < BATCH as usize {
            // All there was is taken: what comes now belongs to a transaction that was open, or had not begun.
            cursor = Cursor {
                xid: cursor.then.unwrap_or(horizon),
                id: Uuid::nil(),
                then: None,
            };
        }
        self.known = Some((tail, cursor));
        Ok(count)
    }

    /// Seals until nothing is left that can be.
    ///
    /// Errors: away when the database is.
    pub async fn seal_all(&mut self) -> Result<usize> {
        let mut sealed = 0;
        loop {
            let count = self.seal().await?;
            sealed += count;
            if count < BATCH as usize {
                return Ok(sealed);
            }
        }
    }

    async fn link(
        &self,
        tx: &mut Tx,
        mut tail: Tail,
        mut cursor: Cursor,
        rows: Vec<(i64, Stored)>,
    ) -> Result<(usize, Tail, Cursor)> {
        let keys = self.ctx.house().audit.keys();
        let (mut positions, mut entries, mut times, mut chains) = (vec![], vec![], vec![], vec![]);
        for (xid, stored) in rows {
            let at = stored.at;
            let (row, mark) = stored.into_row();
            let position = tail.position + 1;
            tail = Tail {
                position,
                entry: row.id,
                chain: keys.link(&tail.chain, position, &row, mark.as_deref()),
            };
            cursor = Cursor {
                xid,
                id: row.id,
                ..cursor
            };
            positions.push(position);
            entries.push(row.id);
            times.push(at);
            chains.push(tail.chain.to_vec());
        }
        if !positions.is_empty() {
            sqlx::query!(
                "INSERT INTO audit_seal (position, entry_id, at, chain)
                 SELECT * FROM unnest($1::int8[], $2::uuid[], $3::timestamptz[], $4::bytea[])",
                &positions,
                &entries,
                &times as &[OffsetDateTime],
                &chains,
            )
            .execute(&mut **tx)
            .await?;
        }
        Ok((positions.len(), tail, cursor))
    }

    /// The end of the chain as it was sealed last; none before the first look.
    pub fn checkpoint(&self) -> Option<Checkpoint> {
        self.known.map(|(tail, _)| Checkpoint {
            position: tail.position,
            entry: tail.entry,
            chain: tail.chain,
            at: self.ctx.now(),
        })
    }
}

/// Seals for ever, and notes a checkpoint every ten seconds while there is something new, until `stop`; then seals what is left and notes it.
pub async fn keep_sealing(house: Arc<House>, checkpoints: Checkpoints, stop: impl Future<Output = ()>) {
    let mut sealer = Sealer::new(&house);
    // From now on: what was before, nobody watched.
    house
        .audit
        .all_is_noted(house.audit.noted_at().unwrap_or(house.clock.now()));
    let mut noted = match begin_notes(checkpoints.clone()).await {
        Ok(last) => last,
        Err(error) => {
            tracing::error!(%error, file = %checkpoints.path().display(), "the audit's checkpoints cannot be read");
            None
        }
    };
    let mut pause = tokio::time::interval(PAUSE);
    pause.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    // The very first checkpoint says what was there before entries were marked, so it does not wait.
    let (mut looks, mut failing) = (LOOKS, false);
    tokio::pin!(stop);
    loop {
        let stopping = tokio::select! {
            () = &mut stop => true,
            _ = pause.tick() => false,
        };
        let sealed = sealer.seal_all().await;
        if let Err(error) = &sealed
            && !failing
        {
            tracing::warn!(%error, "the audit cannot be sealed now; it is tried again and again");
        }
        failing = sealed.is_err();
        looks += 1;
        if stopping || looks >= LOOKS {
            looks = 0;
            noted = note(&checkpoints, noted, sealer.checkpoint()).await;
            if sealed.is_ok() && is_noted(noted.as_ref(), sealer.checkpoint().as_ref()) {
                house.audit.all_is_noted(house.clock.now());
            }
        }
        if stopping {
            return;
        }
    }
}

async fn begin_notes(checkpoints: Checkpoints) -> io::Result<Option<Checkpoint>> {
    blocking(move || {
        checkpoints.mend()?;
        checkpoints.last()
    })
    .await
}

/// Notes `now` unless it says what was noted before; answers the newest note.
async fn note(checkpoints: &Checkpoints, noted: Option<Checkpoint>, now: Option<Checkpoint>) -> Option<Checkpoint> {
    let Some(now) = now.filter(|now| !is_noted(noted.as_ref(), Some(now))) else {
        return noted;
    };
    let (file, line) = (checkpoints.clone(), now.clone());
    match blocking(move || file.add(&line)).await {
        Ok(()) => Some(now),
        Err(error) => {
            tracing::error!(%error, file = %checkpoints.path().display(), "a checkpoint of the audit could not be written; tried again");
            noted
        }
    }
}

/// Whether the newest note is of the end of the chain.
fn is_noted(noted: Option<&Checkpoint>, now: Option<&Checkpoint>) -> bool {
    let place = |checkpoint: &Checkpoint| (checkpoint.position, checkpoint.chain);
    noted.map(place) == now.map(place)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}

/// The house's own work that seals, verifies, and tells names.
pub(super) fn trace(house: &Arc<House>) -> Ctx {
    Ctx::at_work(house, Task::Seal)
}

pub(super) async fn begin(ctx: &Ctx) -> Result<Tx> {
    ctx.begin(Action::SealAudit, &Subject::House).await
}

async fn is_my_turn(tx: &mut Tx) -> Result<bool> {
    let mine = sqlx::query_scalar!(
        r#"SELECT pg_try_advisory_xact_lock(hashtextextended('wardlight audit sealer', 0)) AS "mine!""#
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(mine)
}

async fn tail(tx: &mut Tx) -> Result<Tail> {
    let row = sqlx::query!("SELECT position, entry_id, chain FROM audit_seal ORDER BY position DESC LIMIT 1")
        .fetch_optional(&mut **tx)
        .await?;
    let Some(row) = row else { return Ok(NO_TAIL) };
    Ok(Tail {
        position: row.position,
        entry: row.entry_id,
        chain: row
            .chain
            .try_into()
            .map_err(|_| HospitalError::Internal("a link of the audit's chain has another length"))?,
    })
}

/// Every transaction before this one has ended.
async fn horizon(tx: &mut Tx) -> Result<i64> {
    let horizon = sqlx::query_scalar!(r#"SELECT pg_snapshot_xmin(pg_current_snapshot())::text::int8 AS "horizon!""#)
        .fetch_one(&mut **tx)
        .await?;
    Ok(horizon)
}

/// Where to go on after this end of the chain.
async fn cursor_of(tx: &mut Tx, tail: Tail) -> Result<Cursor> {
    let from_the_start = Cursor {
        xid: 0,
        id: Uuid::nil(),
        then: None,
    };
    if tail.position == 0 {
        return Ok(from_the_start);
    }
    let last = sqlx::query!(
        r#"SELECT e.xid::text::int8 AS "xid!", e.xid >= pg_snapshot_xmax(pg_current_snapshot()) AS "of_elsewhere!"
             FROM audit_entry e WHERE e.id = $1"#,
        tail.entry,
    )
    .fetch_optional(&mut **tx)
    .await?;
    match last {
        Some(last) if !last.of_elsewhere => Ok(Cursor {
            xid: last.xid,
            id: tail.entry,
            then: None,
        }),
        // Restored elsewhere, or its entry is gone: all that is not sealed is looked for, once. That reads the whole audit, so it may take its time.
        _ => {
            let then = horizon(tx).await?;
            sqlx::query!("SELECT set_config('statement_timeout', '10min', true) AS set")
                .fetch_one(&mut **tx)
                .await?;
            tracing::info!("the audit is looked through for entries that are not sealed");
            Ok(Cursor {
                then: Some(then),
                ..from_the_start
            })
        }
    }
}

/// Entries after the cursor whose transaction is before `below`, in the order of their transactions. Whoever puts in a row with the number of a sealed one does
/// not stop the sealer so (numbers are sealed once): it is passed over, and `verify` names it.
async fn unsealed(tx: &mut Tx, cursor: Cursor, below: i64) -> Result<Vec<(i64, Stored)>> {
    let rows = sqlx::query!(
        r#"SELECT e.xid::text::int8 AS "xid!", e.id, e.at, e.actor, e.actor_id, e.task, e.hospital_id, e.role, e.on_behalf_of, e.action, e.subject,
                  e.subject_id, e.patients, e.kinds, e.purpose, e.outcome, e.reason, host(e.address) AS address, e.request_id, e.lasted_ms, e.mark
             FROM audit_entry e
            WHERE (e.xid, e.id) > ($1::int8::text::xid8, $2) AND e.xid < $3::int8::text::xid8
              AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)
            ORDER BY e.xid, e.id
            LIMIT $4"#,
        cursor.xid,
        cursor.id,
        below,
        BATCH,
    )
    .fetch_all(&mut **tx)
    .await?;
    let stored = rows.into_iter().map(|row| {
        let stored = Stored {
            id: row.id,
            at: row.at,
            actor: row.actor,
            actor_id: row.actor_id,
            task: row.task,
            hospital_id: row.hospital_id,
            role: row.role,
            on_behalf_of: row.on_behalf_of,
            action: row.action,
            subject: row.subject,
            subject_id: row.subject_id,
            patients: row.patients,
            kinds: row.kinds,
            purpose: row.purpose,
            outcome: row.outcome,
            reason: row.reason,
            address: row.address,
            request_id: row.request_id,
            lasted_ms: row.lasted_ms,
            mark: row.mark,
        };
        (row.xid, stored)
    });
    Ok(stored.collect())
}
