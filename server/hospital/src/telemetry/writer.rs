//! One writer: gathers jobs, writes them in one commit, lets the rules look, then answers and tells.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use domain::alerts::watch::{Turn, Watch};
use domain::alerts::{Alarm, Kind, silence};
use domain::ids::DeviceId;
use domain::telemetry::Reading;
use domain::time::Moment;
use sqlx::pool::PoolConnection;
use sqlx::{Connection, Postgres};
use time::OffsetDateTime;
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot};

use super::alarms;
use super::insert::{self, Duplicate, Expect, Key};
use super::record::Recorded;
use crate::error::{HospitalError, Result, is_away};
use crate::house::House;
use crate::time::to_db;

/// Rows that share a commit at most: beyond, a statement gains nothing more.
const ROWS: usize = 2_000;

/// Something for a writer to do.
#[derive(Debug)]
pub(super) enum Job {
    /// Readings of one request.
    Readings {
        device: DeviceId,
        readings: Vec<Reading>,
        done: oneshot::Sender<Result<Recorded>>,
        room: OwnedSemaphorePermit,
    },
    /// A silent device was heard.
    Heard { device: DeviceId, at: Moment },
    /// A device fell silent.
    Silent { device: DeviceId, at: Moment },
    /// A device begins anew.
    NewSession { device: DeviceId, at: Moment },
}

/// Readings of one request, on their way.
#[derive(Debug)]
struct Request {
    device: DeviceId,
    readings: Vec<Reading>,
    done: oneshot::Sender<Result<Recorded>>,
    _room: OwnedSemaphorePermit,
}

pub(super) fn start(house: Arc<House>) -> mpsc::UnboundedSender<Job> {
    let (sender, line) = mpsc::unbounded_channel();
    tokio::spawn(
        Writer {
            house,
            watches: HashMap::new(),
            newest_batch: OffsetDateTime::UNIX_EPOCH,
            connection: None,
        }
        .run(line),
    );
    sender
}

struct Writer {
    house: Arc<House>,
    /// What the rules remember of each device of this writer.
    watches: HashMap<DeviceId, Watch>,
    /// Each batch carries a later time than the last, so that it knows its own rows.
    newest_batch: OffsetDateTime,
    /// Kept while more waits in the line: to give a connection back and to ask for it again are two questions to the server.
    connection: Option<PoolConnection<Postgres>>,
}

impl Writer {
    async fn run(mut self, mut line: mpsc::UnboundedReceiver<Job>) {
        while let Some(first) = line.recv().await {
            let (requests, others) = gather(first, &mut line);
            if !requests.is_empty() {
                self.write(requests).await;
            }
            for job in others {
                self.turn(job).await;
            }
            if line.is_empty() {
                self.connection = None;
            }
        }
    }

    async fn write(&mut self, requests: Vec<Request>) {
        match self.try_write(&requests).await {
            Ok(outcome) => self.answer(requests, outcome),
            // One row that the database dislikes must not fail its neighbours.
            Err(error) if requests.len() > 1 && !is_away(&error) => {
                for request in requests {
                    let alone = vec![request];
                    match self.try_write(&alone).await {
                        Ok(outcome) => self.answer(alone, outcome),
                        Err(error) => refuse(alone, error),
                    }
                }
            }
            Err(error) => refuse(requests, error),
        }
    }

    /// One commit. The rules work on copies of what they remember, which replace the originals only after it.
    async fn try_write(&mut self, requests: &[Request]) -> std::result::Result<Outcome, sqlx::Error> {
        let received_at = self.next_batch();
        let rows = distinct(requests);
        let ahead = Ahead::of(self, &rows);
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.house.ingest.acquire().await?,
        };
        let batch = Batch {
            rows: &rows,
            turns: &ahead.turns,
            received_at,
        };
        let stored = match batch.store(&mut connection, &self.house, Expect::New).await {
            Err(error) if is_known_key(&error) => batch.store(&mut connection, &self.house, Expect::Known).await,
            stored => stored,
        };
        let (inserted, changed) = stored?;
        let all_new = inserted == rows.len() as u64;
        let known = if all_new {
            HashMap::new()
        } else {
            insert::duplicates(&mut connection, &rows, received_at).await?
        };
        let sent: usize = requests.iter().map(|request| request.readings.len()).sum();
        let each_once = sent == rows.len();
        self.connection = Some(connection);
        self.watches.extend(ahead.watches);
        Ok(Outcome {
            known,
            all_new: all_new && each_once,
            changed,
            received_at: crate::time::from_db(received_at),
        })
    }

    fn answer(&self, requests: Vec<Request>, mut outcome: Outcome) {
        let mut seen: HashSet<Key> = HashSet::new();
        let mut fresh: BTreeMap<DeviceId, Vec<Reading>> = BTreeMap::new();
        for request in requests {
            let mut recorded = Recorded::default();
            if outcome.all_new {
                recorded.accepted = request.readings.len();
                fresh.entry(request.device).or_default().extend(request.readings);
                tell(request.done, recorded);
                continue;
            }
            for (place, reading) in request.readings.into_iter().enumerate() {
                let key = (request.device, reading.taken_at, reading.seq);
                match outcome.known.get(&key) {
                    Some(duplicate) => {
                        recorded.duplicates += 1;
                        if *duplicate == Duplicate::Conflict {
                            recorded.conflicts.push(place);
                        }
                    }
                    None if !seen.insert(key) => {
                        recorded.duplicates += 1;
                        let first = fresh.get(&request.device).into_iter().flatten();
                        if first
                            .filter(|first| first.seq == reading.seq)
                            .any(|first| first.taken_at == reading.taken_at && *first != reading)
                        {
                            recorded.conflicts.push(place);
                        }
                    }
                    None => {
                        recorded.accepted += 1;
                        fresh.entry(request.device).or_default().push(reading);
                    }
                }
            }
            tell(request.done, recorded);
        }
        for (device, mut readings) in fresh {
            readings.sort_by_key(|reading| (reading.taken_at, reading.seq));
            let alarms = outcome.changed.remove(&device).unwrap_or_default();
            self.house.now.take(device, &readings, outcome.received_at, alarms);
        }
    }

    /// Silence, and what ends with a session.
    async fn turn(&mut self, job: Job) {
        let (device, silent, turns) = match job {
            // It may have been reported twice while the database was away.
            Job::Silent { device, .. } if self.house.now.heard(device).is_none_or(|(_, silent)| silent) => return,
            Job::Silent { device, at } => (device, Some(true), vec![Turn::Raised(silence::raise(at))]),
            Job::Heard { device, at } => (
                device,
                Some(false),
                vec![Turn::Gone {
                    kind: Kind::Silent,
                    value: None,
                    at,
                }],
            ),
            Job::NewSession { device, at } => {
                let ended = self.remembered(device);
                self.watches.remove(&device);
                let ended = ended.standing().map(|(kind, _)| Turn::Gone { kind, value: None, at });
                (device, None, ended.collect())
            }
            Job::Readings { .. } => return,
        };
        match self.apply_turns(device, &turns).await {
            Ok(alarms) => match silent {
                Some(silent) => self.house.now.set_silent(device, silent, alarms),
                None => alarms.into_iter().for_each(|alarm| self.house.now.alarm_changed(alarm)),
            },
            Err(error) => {
                tracing::error!(%error, %device, "an alarm could not be written; it is tried again with the next change")
            }
        }
    }

    async fn apply_turns(&self, device: DeviceId, turns: &[Turn]) -> std::result::Result<Vec<Alarm>, sqlx::Error> {
        let mut tx = self.house.ingest.begin().await?;
        let mut changed = Vec::new();
        for turn in turns {
            changed.extend(alarms::apply(&mut tx, &self.house, device, *turn).await?);
        }
        tx.commit().await?;
        Ok(changed)
    }

    fn next_batch(&mut self) -> OffsetDateTime {
        let now = to_db(self.house.clock.now());
        self.newest_batch = now.max(self.newest_batch + time::Duration::MICROSECOND);
        self.newest_batch
    }
}

/// What one commit stores: rows, and what the rules make of them.
struct Batch<'a> {
    rows: &'a [(DeviceId, &'a Reading)],
    turns: &'a [(DeviceId, Turn)],
    received_at: OffsetDateTime,
}

impl Batch<'_> {
    /// One commit; answers how many rows were new, and the alarms that changed.
    async fn store(
        &self,
        connection: &mut PoolConnection<Postgres>,
        house: &House,
        expect: Expect,
    ) -> std::result::Result<(u64, HashMap<DeviceId, Vec<Alarm>>), sqlx::Error> {
        let mut changed: HashMap<DeviceId, Vec<Alarm>> = HashMap::new();
        if self.turns.is_empty() {
            let inserted = insert::insert(connection, self.rows, self.received_at, expect).await?;
            return Ok((inserted, changed));
        }
        let mut tx = connection.begin().await?;
        let inserted = insert::insert(&mut tx, self.rows, self.received_at, expect).await?;
        for (device, turn) in self.turns {
            let alarm = alarms::apply(&mut tx, house, *device, *turn).await?;
            changed.entry(*device).or_default().extend(alarm);
        }
        tx.commit().await?;
        Ok((inserted, changed))
    }
}

fn is_known_key(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}

fn tell(done: oneshot::Sender<Result<Recorded>>, recorded: Recorded) {
    if done.send(Ok(recorded)).is_err() {
        tracing::debug!("a device left before its readings were acknowledged");
    }
}

/// What one commit did.
struct Outcome {
    known: HashMap<Key, Duplicate>,
    /// Whether each reading was sent once and none was known.
    all_new: bool,
    changed: HashMap<DeviceId, Vec<Alarm>>,
    received_at: Moment,
}

/// What the rules say of a batch, before it is durable. A reading that turns out to be a duplicate is not newer than what the rules know, and is passed over.
struct Ahead {
    watches: HashMap<DeviceId, Watch>,
    turns: Vec<(DeviceId, Turn)>,
}

impl Ahead {
    fn of(writer: &Writer, rows: &[(DeviceId, &Reading)]) -> Self {
        let mut ahead = Self {
            watches: HashMap::new(),
            turns: Vec::new(),
        };
        let mut placement = None;
        for (device, reading) in rows {
            if placement.as_ref().is_none_or(|(of, _)| of != device) {
                placement = writer
                    .house
                    .now
                    .placement(*device)
                    .map(|placement| (*device, placement));
            }
            let Some((_, placement)) = &placement else { continue };
            // Nobody on the device, or a reading of an earlier session: nobody's alarm now.
            if placement.session.is_none_or(|(_, since)| reading.taken_at < since) {
                continue;
            }
            let watch = ahead
                .watches
                .entry(*device)
                .or_insert_with(|| writer.remembered(*device));
            ahead.turns.extend(
                watch
                    .step(reading, &placement.limits)
                    .into_iter()
                    .map(|turn| (*device, turn)),
            );
        }
        ahead
    }
}

impl Writer {
    /// What the rules remember of a device; after a restart, what its open alarms and newest values say.
    fn remembered(&self, device: DeviceId) -> Watch {
        self.watches.get(&device).cloned().unwrap_or_else(|| {
            let patient = self.house.now.device(device);
            let open = patient
                .as_ref()
                .map(|now| self.house.now.open_alarms(&[now.patient]))
                .unwrap_or_default();
            let own: Vec<Alarm> = open.into_iter().filter(|alarm| alarm.device == device).collect();
            Watch::restore(&own, &patient.map(|now| now.latest).unwrap_or_default())
        })
    }
}

fn gather(first: Job, line: &mut mpsc::UnboundedReceiver<Job>) -> (Vec<Request>, Vec<Job>) {
    let (mut requests, mut others, mut rows) = (Vec::new(), Vec::new(), 0);
    let mut next = Some(first);
    while let Some(job) = next {
        match job {
            Job::Readings {
                device,
                readings,
                done,
                room,
            } => {
                rows += readings.len();
                requests.push(Request {
                    device,
                    readings,
                    done,
                    _room: room,
                });
            }
            other => {
                // What follows a turn must not overtake it.
                others.push(other);
                break;
            }
        }
        next = if rows < ROWS { line.try_recv().ok() } else { None };
    }
    (requests, others)
}

/// The rows in the order of the primary key, each key once: the first that was sent stays.
fn distinct(requests: &[Request]) -> Vec<(DeviceId, &Reading)> {
    let mut rows: Vec<(DeviceId, &Reading)> = requests
        .iter()
        .flat_map(|request| request.readings.iter().map(|reading| (request.device, reading)))
        .collect();
    rows.sort_by_key(|(device, reading)| (*device, reading.taken_at, reading.seq));
    rows.dedup_by_key(|(device, reading)| (*device, reading.taken_at, reading.seq));
    rows
}

fn refuse(requests: Vec<Request>, error: sqlx::Error) {
    let away = is_away(&error);
    tracing::error!(%error, requests = requests.len(), away, "readings could not be written; none of them is acknowledged");
    for request in requests {
        let answer = if away {
            HospitalError::Away(sqlx::Error::PoolTimedOut)
        } else {
            HospitalError::Internal("a reading could not be written")
        };
        if request.done.send(Err(answer)).is_err() {
            tracing::debug!("a device left before it was refused");
        }
    }
}
