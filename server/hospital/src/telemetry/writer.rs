//! One writer: gathers jobs, writes them in one commit, lets the rules look, then tells and answers.
//!
//! The rules see rows that are new, and no others: a reading that is there already was judged when it was written. When a commit ends with an error,
//! nobody knows whether it took place; the devices of that batch are then in doubt, and their alarms are asked for anew before their next readings.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use domain::alerts::baseline::Began;
use domain::alerts::watch::{Turn, Watch};
use domain::alerts::{Alarm, Kind, silence};
use domain::ids::{DeviceId, PatientId};
use domain::telemetry::Reading;
use domain::time::Moment;
use sqlx::pool::PoolConnection;
use sqlx::{Connection, PgConnection, Postgres};
use time::OffsetDateTime;
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot};

use super::alarms;
use super::insert::{self, Duplicate, Key};
use super::record::Recorded;
use crate::error::{HospitalError, Result, is_away};
use crate::house::House;
use crate::time::to_db;

/// Rows that share a commit at most: beyond, a statement gains nothing more.
const ROWS: usize = 2_000;
/// How long one commit may take: a database that gives no answer must not hold the devices of a writer for ever.
const LONGEST: Duration = Duration::from_secs(10);
/// How often a turn that could not be written is tried again.
const AGAIN: Duration = Duration::from_secs(1);

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

/// Turns of a device that come from no reading.
#[derive(Debug)]
struct Late {
    device: DeviceId,
    turns: Vec<Turn>,
}

/// A row with the device that sent it.
type Row<'a> = (DeviceId, &'a Reading);

pub(super) fn start(house: Arc<House>) -> mpsc::UnboundedSender<Job> {
    let (sender, line) = mpsc::unbounded_channel();
    tokio::spawn(
        Writer {
            house,
            watches: HashMap::new(),
            doubtful: HashSet::new(),
            late: VecDeque::new(),
            connection: None,
        }
        .run(line),
    );
    sender
}

struct Writer {
    house: Arc<House>,
    /// What the rules remember of whom each device of this writer measures.
    watches: HashMap<DeviceId, (Option<PatientId>, Watch)>,
    /// Devices of which nobody knows whether their last commit took place.
    doubtful: HashSet<DeviceId>,
    /// What could not be written while the database was away, in its order.
    late: VecDeque<Late>,
    /// Kept while more waits in the line: to give a connection back and to ask for it again are two questions to the server.
    connection: Option<PoolConnection<Postgres>>,
}

impl Writer {
    async fn run(mut self, mut line: mpsc::UnboundedReceiver<Job>) {
        loop {
            let next = if self.late.is_empty() {
                line.recv().await
            } else {
                match tokio::time::timeout(AGAIN, line.recv()).await {
                    Ok(next) => next,
                    Err(_) => {
                        self.write_late().await;
                        continue;
                    }
                }
            };
            let Some(first) = next else { return };
            let (requests, turn) = gather(first, &mut line);
            if !requests.is_empty() {
                self.write(requests).await;
            }
            if let Some(job) = turn {
                let late = self.turn(&job);
                self.late.extend(late);
                self.write_late().await;
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

    /// One commit, within [`LONGEST`].
    async fn try_write(&mut self, requests: &[Request]) -> std::result::Result<Outcome, sqlx::Error> {
        let tried = tokio::time::timeout(LONGEST, self.commit(requests)).await;
        let written = tried.unwrap_or_else(|_| Err(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into())));
        if written.is_err() {
            self.connection = None;
            self.doubtful.extend(requests.iter().map(|request| request.device));
        }
        written
    }

    /// The rules work on copies of what they remember, which replace the originals only after the commit.
    async fn commit(&mut self, requests: &[Request]) -> std::result::Result<Outcome, sqlx::Error> {
        let received_at = self.house.clock.now();
        let mut rows = distinct(requests);
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.house.ingest.acquire().await?,
        };
        let doubted = self.ask_anew(&mut connection, &rows).await?;
        let mut ahead = Ahead::of(self, &rows);
        let mut known = HashMap::new();
        let changed = match store(&mut connection, &self.house, &rows, &ahead.turns, received_at).await {
            Err(error) if is_known_reading(&error) => {
                known = insert::duplicates(&mut connection, &rows).await?;
                rows.retain(|(device, reading)| !known.contains_key(&(*device, reading.taken_at, reading.seq)));
                ahead = Ahead::of(self, &rows);
                store(&mut connection, &self.house, &rows, &ahead.turns, received_at).await
            }
            stored => stored,
        }?;
        let sent: usize = requests.iter().map(|request| request.readings.len()).sum();
        let all_new = sent == rows.len();
        self.connection = Some(connection);
        self.watches.extend(ahead.watches);
        for (device, patient, began) in ahead.began {
            self.house.now.begins(device, patient, began);
        }
        Ok(Outcome {
            known,
            all_new,
            doubted,
            changed,
            received_at,
        })
    }

    /// Puts the alarms of doubtful devices right, in memory and in what the rules remember; answers which devices those were.
    async fn ask_anew(
        &mut self,
        connection: &mut PgConnection,
        rows: &[Row<'_>],
    ) -> std::result::Result<HashSet<DeviceId>, sqlx::Error> {
        if self.doubtful.is_empty() {
            return Ok(HashSet::new());
        }
        let here = rows.iter().map(|(device, _)| *device);
        let doubted: HashSet<DeviceId> = here.filter(|device| self.doubtful.contains(device)).collect();
        for device in &doubted {
            let alarms = alarms::as_stored(connection, &self.house, *device).await?;
            self.house.now.alarms_changed(*device, alarms);
            self.watches.remove(device);
        }
        self.doubtful.retain(|device| !doubted.contains(device));
        Ok(doubted)
    }

    fn answer(&self, requests: Vec<Request>, mut outcome: Outcome) {
        let mut seen: HashSet<Key> = HashSet::new();
        let mut fresh: BTreeMap<DeviceId, Vec<Reading>> = BTreeMap::new();
        let mut answers = Vec::with_capacity(requests.len());
        for request in requests {
            let mut recorded = Recorded::default();
            if outcome.all_new {
                recorded.accepted = request.readings.len();
                fresh.entry(request.device).or_default().extend(request.readings);
                answers.push((request.done, recorded));
                continue;
            }
            let doubted = outcome.doubted.contains(&request.device);
            for (place, reading) in request.readings.into_iter().enumerate() {
                let key = (request.device, reading.taken_at, reading.seq);
                match outcome.known.get(&key) {
                    Some(duplicate) => {
                        recorded.duplicates += 1;
                        if *duplicate == Duplicate::Conflict {
                            recorded.conflicts.push(place);
                        } else if doubted {
                            // Its commit took place although nobody heard of it: memory learns of it now.
                            fresh.entry(request.device).or_default().push(reading);
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
            answers.push((request.done, recorded));
        }
        for (device, mut readings) in fresh {
            readings.sort_by_key(|reading| (reading.taken_at, reading.seq));
            let alarms = outcome.changed.remove(&device).unwrap_or_default();
            self.house
                .curves
                .saw(&self.house.now, device, &alarms, outcome.received_at);
            self.house.now.take(device, &readings, outcome.received_at, alarms);
        }
        for (done, recorded) in answers {
            if done.send(Ok(recorded)).is_err() {
                tracing::debug!("a device left before its readings were acknowledged");
            }
        }
    }

    /// Silence, and what ends with a session.
    fn turn(&mut self, job: &Job) -> Option<Late> {
        let gone = |kind, at| Turn::Gone { kind, value: None, at };
        match job {
            Job::Readings { .. } => None,
            Job::Silent { device, at } => Some(Late {
                device: *device,
                turns: vec![Turn::Raised(silence::raise(*at))],
            }),
            Job::Heard { device, at } => Some(Late {
                device: *device,
                turns: vec![gone(Kind::Silent, *at)],
            }),
            Job::NewSession { device, at } => {
                let (whose, ended) = self.watches.remove(device)?;
                // The same person goes on being watched; of somebody else nothing is measured here any more.
                if whose == self.measured(*device) {
                    self.watches.insert(*device, (whose, ended));
                    return None;
                }
                let turns = ended.standing().map(|(kind, _)| gone(kind, *at)).collect();
                Some(Late { device: *device, turns })
            }
        }
    }

    /// Writes what waits, in its order, until something cannot be written.
    async fn write_late(&mut self) {
        while let Some(late) = self.late.pop_front() {
            // Heard before its silence could be written: then there is nothing to raise.
            let raises = late.turns.iter().any(|turn| matches!(turn, Turn::Raised(_)));
            if raises && !self.house.now.is_silent(late.device) {
                continue;
            }
            let tried = tokio::time::timeout(LONGEST, self.apply(&late)).await;
            match tried.unwrap_or_else(|_| Err(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into()))) {
                Ok(alarms) => {
                    let now = self.house.clock.now();
                    self.house.curves.saw(&self.house.now, late.device, &alarms, now);
                    self.house.now.alarms_changed(late.device, alarms);
                }
                Err(error) => {
                    tracing::error!(%error, device = %late.device, "an alarm could not be written; it is tried again in a second");
                    self.doubtful.insert(late.device);
                    self.late.push_front(late);
                    return;
                }
            }
        }
    }

    async fn apply(&self, late: &Late) -> std::result::Result<Vec<Alarm>, sqlx::Error> {
        let mut tx = self.house.ingest.begin().await?;
        let mut changed = Vec::new();
        for turn in &late.turns {
            changed.extend(alarms::apply(&mut tx, &self.house, late.device, *turn).await?);
        }
        tx.commit().await?;
        Ok(changed)
    }

    fn measured(&self, device: DeviceId) -> Option<PatientId> {
        let placement = self.house.now.placement(device)?;
        placement.session.map(|(patient, _)| patient)
    }

    /// What the rules remember of whom a device measures; after a restart, what open alarms and newest values say.
    fn remembered(&self, device: DeviceId, patient: Option<PatientId>) -> Watch {
        let kept = self.watches.get(&device).filter(|(whose, _)| *whose == patient);
        kept.map_or_else(
            || {
                let now = &self.house.now;
                let latest = now.device(device).map(|now| now.latest);
                let mut watch = Watch::restore(&now.alarms_of(device), &latest.unwrap_or_default());
                if let (Some(recalled), Some(placement)) = (now.recalled(device), now.placement(device)) {
                    let (beginning, recent) = &*recalled;
                    watch.recall(beginning, recent, &placement.rules);
                }
                watch
            },
            |(_, watch)| watch.clone(),
        )
    }
}

/// One commit of rows and of what the rules make of them; answers the alarms that changed.
async fn store(
    connection: &mut PgConnection,
    house: &House,
    rows: &[Row<'_>],
    turns: &[(DeviceId, Turn)],
    received_at: Moment,
) -> std::result::Result<HashMap<DeviceId, Vec<Alarm>>, sqlx::Error> {
    let mut changed: HashMap<DeviceId, Vec<Alarm>> = HashMap::new();
    let received_at: OffsetDateTime = to_db(received_at);
    if rows.is_empty() {
        return Ok(changed);
    }
    if turns.is_empty() {
        insert::insert(connection, rows, received_at).await?;
        return Ok(changed);
    }
    let mut tx = connection.begin().await?;
    insert::insert(&mut tx, rows, received_at).await?;
    for (device, turn) in turns {
        let alarms = alarms::apply(&mut tx, house, *device, *turn).await?;
        changed.entry(*device).or_default().extend(alarms);
    }
    tx.commit().await?;
    Ok(changed)
}

/// Whether a row of `reading` (of one of its partitions) was there already.
fn is_known_reading(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| {
        error.is_unique_violation() && error.table().is_some_and(|table| table.starts_with("reading_"))
    })
}

/// What one commit did.
struct Outcome {
    known: HashMap<Key, Duplicate>,
    /// Whether each reading was sent once and none was known.
    all_new: bool,
    /// Devices whose alarms were asked for anew.
    doubted: HashSet<DeviceId>,
    changed: HashMap<DeviceId, Vec<Alarm>>,
    received_at: Moment,
}

/// What the rules say of rows, before they are durable.
struct Ahead {
    watches: HashMap<DeviceId, (Option<PatientId>, Watch)>,
    turns: Vec<(DeviceId, Turn)>,
    /// Where the pressures of a session began, where pages know it otherwise.
    began: Vec<(DeviceId, PatientId, Began)>,
}

impl Ahead {
    fn of(writer: &Writer, rows: &[Row<'_>]) -> Self {
        let mut ahead = Self {
            watches: HashMap::new(),
            turns: Vec::new(),
            began: Vec::new(),
        };
        for of_device in rows.chunk_by(|(a, _), (b, _)| a == b) {
            let Some((device, _)) = of_device.first() else { continue };
            let Some(placement) = writer.house.now.placement(*device) else {
                continue;
            };
            // Nobody on the device, or a reading of an earlier session: nobody's alarm now.
            let Some((patient, since)) = placement.session else {
                continue;
            };
            let mut watch = writer.remembered(*device, Some(patient));
            let theirs = of_device.iter().filter(|(_, reading)| reading.taken_at >= since);
            for (_, reading) in theirs {
                let turns = watch.step(reading, &placement.rules);
                ahead.turns.extend(turns.into_iter().map(|turn| (*device, turn)));
            }
            // Where nothing looks back nobody draws it, and nobody is asked.
            if placement.rules.looks_back() && watch.began() != writer.house.now.began(*device) {
                ahead.began.push((*device, patient, watch.began()));
            }
            ahead.watches.insert(*device, (Some(patient), watch));
        }
        ahead
    }
}

/// Readings that wait, up to the first job of another kind: what follows a turn must not overtake it.
fn gather(first: Job, line: &mut mpsc::UnboundedReceiver<Job>) -> (Vec<Request>, Option<Job>) {
    let (mut requests, mut rows) = (Vec::new(), 0);
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
            other => return (requests, Some(other)),
        }
        next = if rows < ROWS { line.try_recv().ok() } else { None };
    }
    (requests, None)
}

/// The rows in the order of the primary key, each key once: the first that was sent stays.
fn distinct(requests: &[Request]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = requests
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
