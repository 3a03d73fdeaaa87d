//! Verifies the trace: walks along the chain, computes every mark and every link anew, and compares with the signed checkpoints.
//!
//! Each link is computed after the *stored* link before it, so that one changed row is one fault and not the end of the walk. What the walk cannot see, the
//! checkpoints do: an end that was cut off, and a chain that was rewritten as a whole with the right keys.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::time::Moment;
use futures::TryStreamExt;
use uuid::Uuid;

use super::checkpoint::{Checkpoint, Checkpoints};
use super::fault::Fault;
use super::keys::{BEGINNING, Digest, TraceKeys};
use super::lists::differing;
use super::row::{Row, Stored};
use super::seal::{begin, trace};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::from_db;

/// Rows read at a time.
const BATCH: i64 = 50_000;
/// Faults that are named; more are counted.
const NAMED: usize = 200;
/// How much older than the newest sealed entry, and than now, one is that waits no more but was passed over: a transaction of ours ends within 15 seconds.
const PASSED_OVER_SECONDS: f64 = 60.0;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Places in the chain that were walked.
    pub sealed: u64,
    /// Entries that we wrote and that wait to be sealed.
    pub waiting: u64,
    /// Checkpoints that were compared.
    pub checkpoints: u64,
    /// Entries from before there were marks, at the beginning of the chain: sealed, but who wrote them cannot be told.
    pub unmarked: u64,
    /// The first faults, by name.
    pub faults: Vec<Fault>,
    /// How many more there are.
    pub more: u64,
}

impl Report {
    fn add(&mut self, fault: Fault) {
        match self.faults.len() < NAMED {
            true => self.faults.push(fault),
            false => self.more += 1,
        }
    }

    /// Whether all is as it was sealed.
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Verifies the whole trace of this database against these checkpoints. Sealing may go on meanwhile.
///
/// Errors: away when the database is; a fault of ours when the checkpoints cannot be read.
pub async fn verify(house: &Arc<House>, checkpoints: &Checkpoints) -> Result<Report> {
    // Notes first: each is of a chain that was committed before, so nothing that they name is still to come.
    let file = checkpoints.clone();
    let lines = tokio::task::spawn_blocking(move || file.read())
        .await
        .map_err(|_| HospitalError::Internal("reading the checkpoints broke off"))?
        .map_err(|error| {
            tracing::error!(%error, file = %checkpoints.path().display(), "the audit's checkpoints cannot be read");
            HospitalError::Internal("the audit's checkpoints cannot be read")
        })?;
    let mut report = Report::default();
    let notes = Notes::of(lines, &mut report);
    let ctx = trace(house);
    let mut tx = begin(&ctx).await?;
    sqlx::query!("SELECT set_config('statement_timeout', '30min', true) AS set")
        .fetch_one(&mut *tx)
        .await?;
    let (end, missing) = walk(&mut tx, house, &notes, &mut report).await?;
    if end > 0 && report.checkpoints == 0 {
        report.add(Fault::NoCheckpoint);
    }
    if let Some(last) = notes.last.filter(|last| last.position > end) {
        report.add(Fault::CutOff(end + 1, last.position, last.entry, last.at));
    }
    unsealed(&mut tx, &ctx, &missing, &mut report).await?;
    for fault in differing(&mut tx, &missing).await? {
        report.add(fault);
    }
    tx.commit().await?;
    Ok(report)
}

/// The checkpoints by place.
#[derive(Debug, Default)]
struct Notes {
    by_place: HashMap<i64, Vec<Checkpoint>>,
    /// The one that is farthest.
    last: Option<Checkpoint>,
}

impl Notes {
    fn of(lines: Vec<(usize, Option<Checkpoint>)>, report: &mut Report) -> Self {
        let mut notes = Self::default();
        let mut before: Option<i64> = None;
        for (line, checkpoint) in lines {
            let Some(checkpoint) = checkpoint else {
                report.add(Fault::Forged(line));
                continue;
            };
            report.checkpoints += 1;
            if before.is_some_and(|before| checkpoint.position < before) {
                report.add(Fault::Back(line));
            }
            before = Some(checkpoint.position);
            if notes
                .last
                .as_ref()
                .is_none_or(|last| last.position <= checkpoint.position)
            {
                notes.last = Some(checkpoint.clone());
            }
            notes.by_place.entry(checkpoint.position).or_default().push(checkpoint);
        }
        notes
    }
}

/// One place of the chain and the entry that stands there, when it still does.
struct Place {
    position: i64,
    entry: Uuid,
    chain: Option<Digest>,
    stored: Option<Stored>,
}

/// The walk along the chain.
struct Walk<'a> {
    keys: &'a TraceKeys,
    notes: &'a Notes,
    /// The last place.
    at: i64,
    /// Its link; none where it is not known, because a place is missing.
    link: Option<Digest>,
    /// Whether an entry with a mark was passed: from there on each bears one.
    marked: bool,
    /// Places whose entry is not there under its time.
    missing: Vec<(i64, Uuid)>,
}

/// Walks along the chain; answers its last place, and the entries that it did not find under their times: those are named.
async fn walk(tx: &mut Tx, house: &House, notes: &Notes, report: &mut Report) -> Result<(i64, HashSet<Uuid>)> {
    let mut walk = Walk {
        keys: house.audit.keys(),
        notes,
        at: 0,
        link: Some(BEGINNING),
        marked: false,
        missing: Vec::new(),
    };
    while walk.some(tx, report).await? == BATCH {}
    walk.name_missing(tx, report).await?;
    Ok((walk.at, walk.missing.into_iter().map(|(_, entry)| entry).collect()))
}

impl Walk<'_> {
    /// The next places, computed while PostgreSQL sends those after them; answers how many there were.
    async fn some(&mut self, tx: &mut Tx, report: &mut Report) -> Result<i64> {
        let mut rows = sqlx::query!(
            r#"SELECT s.position, s.entry_id, s.chain,
                      e.id AS "id?", e.at AS "at?", e.actor AS "actor?", e.actor_id AS "actor_id?", e.task AS "task?", e.hospital_id AS "hospital_id?",
                      e.role AS "role?", e.on_behalf_of AS "on_behalf_of?", e.action AS "action?", e.subject AS "subject?", e.subject_id AS "subject_id?",
                      e.patients AS "patients?", e.kinds AS "kinds?", e.purpose AS "purpose?", e.outcome AS "outcome?", e.reason AS "reason?",
                      host(e.address) AS address, e.request_id AS "request_id?", e.lasted_ms AS "lasted_ms?", e.mark AS "mark?"
                 FROM audit_seal s
                 LEFT JOIN LATERAL (SELECT * FROM audit_entry e WHERE e.id = s.entry_id AND e.at = s.at LIMIT 1) e ON true
                WHERE s.position > $1
                ORDER BY s.position
                LIMIT $2"#,
            self.at,
            BATCH,
        )
        .fetch(&mut **tx);
        let mut count = 0;
        while let Some(row) = rows.try_next().await? {
            count += 1;
            let place = Place {
                position: row.position,
                entry: row.entry_id,
                chain: row.chain.try_into().ok(),
                stored: (|| {
                    Some(Stored {
                        id: row.id?,
                        at: row.at?,
                        actor: row.actor?,
                        actor_id: row.actor_id,
                        task: row.task,
                        hospital_id: row.hospital_id,
                        role: row.role,
                        on_behalf_of: row.on_behalf_of,
                        action: row.action?,
                        subject: row.subject?,
                        subject_id: row.subject_id,
                        patients: row.patients?,
                        kinds: row.kinds?,
                        purpose: row.purpose,
                        outcome: row.outcome?,
                        reason: row.reason,
                        address: row.address,
                        request_id: row.request_id?,
                        lasted_ms: row.lasted_ms,
                        mark: row.mark,
                    })
                })(),
            };
            self.step(place, report);
        }
        Ok(count)
    }

    fn step(&mut self, place: Place, report: &mut Report) {
        if place.position != self.at + 1 {
            report.add(Fault::Gap(self.at + 1, place.position - 1));
            self.link = None;
        }
        self.at = place.position;
        report.sealed += 1;
        for note in self.notes.by_place.get(&self.at).into_iter().flatten() {
            if place.chain != Some(note.chain) || place.entry != note.entry {
                report.add(Fault::Rewritten(self.at, note.at));
            }
        }
        let before = std::mem::replace(&mut self.link, place.chain);
        match place.stored {
            Some(stored) => self.check(place.entry, stored, before, report),
            None => self.missing.push((place.position, place.entry)),
        }
    }

    fn check(&mut self, entry: Uuid, stored: Stored, before: Option<Digest>, report: &mut Report) {
        let (row, mark) = stored.into_row();
        let is_ours = mark.as_deref().map(|mark| self.keys.is_marked(&row, mark));
        let fits = before.map(|before| self.link == Some(self.keys.link(&before, self.at, &row, mark.as_deref())));
        match (is_ours, fits) {
            (Some(true), Some(true) | None) => {}
            (Some(true), Some(false)) => report.add(Fault::Moved(self.at, entry)),
            (Some(false), Some(false) | None) | (None, Some(false)) => report.add(Fault::Changed(self.at, entry)),
            // Entries from before the marks are the first there are: none can come in behind them, not even where the checkpoints were cut.
            (None, _) if !self.marked => report.unmarked += 1,
            // Sealed as it is, but never written by the house.
            (Some(false) | None, _) => report.add(Fault::PutIn(entry, row.at)),
        }
        self.marked |= mark.is_some();
    }

    /// An entry that is there under another time than its place says was changed, or its place was; one that is not there was removed.
    async fn name_missing(&self, tx: &mut Tx, report: &mut Report) -> Result<()> {
        let ids: Vec<Uuid> = self.missing.iter().map(|(_, entry)| *entry).collect();
        let rows = sqlx::query_as!(
            Stored,
            r#"SELECT e.id, e.at, e.actor, e.actor_id, e.task, e.hospital_id, e.role, e.on_behalf_of, e.action, e.subject, e.subject_id, e.patients, e.kinds,
                      e.purpose, e.outcome, e.reason, host(e.address) AS address, e.request_id, e.lasted_ms, e.mark
                 FROM audit_entry e WHERE e.id = ANY($1)"#,
            &ids,
        )
        .fetch_all(&mut **tx)
        .await?;
        let there: HashMap<Uuid, bool> = rows
            .into_iter()
            .map(|stored| {
                let (row, mark) = stored.into_row();
                (row.id, mark.is_some_and(|mark| self.keys.is_marked(&row, &mark)))
            })
            .collect();
        for (position, entry) in &self.missing {
            report.add(match there.get(entry) {
                Some(true) => Fault::Moved(*position, *entry),
                Some(false) => Fault::Changed(*position, *entry),
                None => Fault::Removed(*position, *entry),
            });
        }
        Ok(())
    }
}

/// Entries without a place under their number and time: those that we wrote wait for the sealer, or it was made to pass over them; the others were put in.
async fn unsealed(tx: &mut Tx, ctx: &Ctx, named: &HashSet<Uuid>, report: &mut Report) -> Result<()> {
    let newest = sqlx::query_scalar!("SELECT at FROM audit_seal ORDER BY position DESC LIMIT 1")
        .fetch_optional(&mut **tx)
        .await?;
    let newest = newest.map_or(Moment(i64::MIN), from_db);
    let is_late = |at: Moment| {
        [newest, ctx.now()]
            .iter()
            .all(|it| it.seconds_since(at) > PASSED_OVER_SECONDS)
    };
    let keys = ctx.house().audit.keys();
    let mut rows = sqlx::query_as!(
        Stored,
        r#"SELECT e.id, e.at, e.actor, e.actor_id, e.task, e.hospital_id, e.role, e.on_behalf_of, e.action, e.subject, e.subject_id, e.patients, e.kinds,
                  e.purpose, e.outcome, e.reason, host(e.address) AS address, e.request_id, e.lasted_ms, e.mark
             FROM audit_entry e
            WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id AND s.at = e.at)"#,
    )
    .fetch(&mut **tx);
    while let Some(stored) = rows.try_next().await? {
        let (row, mark): (Row, _) = stored.into_row();
        match mark.is_some_and(|mark| keys.is_marked(&row, &mark)) {
            _ if named.contains(&row.id) => {}
            true if is_late(row.at) => report.add(Fault::PassedOver(row.id)),
            true => report.waiting += 1,
            false => report.add(Fault::PutIn(row.id, row.at)),
        }
    }
    Ok(())
}
