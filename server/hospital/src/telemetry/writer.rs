//! One writer: takes what waits in the line, writes it in one commit, lets the rules look, then tells and answers.
//!
//! The rules see rows that are new, and no others: a reading that is there already was judged when it was written. When a commit ends with an error,
//! nobody knows whether it took place; the devices of that batch are then in doubt, and their alarms are asked for anew before their next readings.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
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

use super::alarms;
use super::insert::{self, Duplicate, Key};
use super::line::{Batch, Held, Line, Request, Sign, What};
use super::record::Recorded;
use crate::error::{HospitalError, is_away};
use crate::house::House;
use crate::time::to_db;

/// How long one commit may take: a database that gives no answer must not hold the devices of a writer for ever.
const LONGEST: Duration = Duration::from_secs(10);
/// How often a turn that could not be written is tried again.
const AGAIN: Duration = Duration::from_secs(1);

/// A row with the device that sent it.
type Row<'a> = (DeviceId, &'a Reading);

/// Turns of a device that come from no reading.
#[derive(Debug)]
struct Late {
    device: DeviceId,
    turns: Vec<Turn>,
}

/// What the writers have in common: a device may be in the hand of one now and of another a moment later.
#[derive(Debug)]
struct Common {
    house: Arc<House>,
    line: Arc<Line>,
    memory: Mutex<Memory>,
    /// What could not be written while the database was away, in its order. Whoever writes of it has it alone.
    late: tokio::sync::Mutex<VecDeque<Late>>,
}

#[derive(Debug, Default)]
struct Memory {
    /// What the rules remember of whom each device measures.
    watches: HashMap<DeviceId, (Option<PatientId>, Watch)>,
    /// Devices of which nobody knows whether their last commit took place.
    doubtful: HashSet<DeviceId>,
}

impl Common {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts so many writers at one line.
pub(super) fn start(house: &Arc<House>, writers: usize) -> Arc<Line> {
    let line = Line::new(writers);
    let common = Arc::new(Common {
        house: house.clone(),
        line: line.clone(),
        memory: Mutex::default(),
        late: tokio::sync::Mutex::default(),
    });
    for _ in 0..writers {
        let writer = Writer {
            common: common.clone(),
            connection: None,
        };
        tokio::spawn(writer.run());
    }
    line
}

struct Writer {
    common: Arc<Common>,
    /// Kept while more waits in the line: to give a connection back and to ask for it again are two questions to the server.
    connection: Option<PoolConnection<Postgres>>,
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.common.line.leave();
    }
}

impl Writer {
    async fn run(mut self) {
        loop {
            let next = match self.common.line.try_take() {
                Some(batch) => Some(batch),
                None => {
                    self.connection = None;
                    match self.wait().await {
                        Ok(next) => next,
                        Err(_) => {
                            self.write_late(Vec::new(), None).await;
                            continue;
                        }
                    }
                }
            };
            let Some(Batch { requests, signs, held }) = next else {
                return;
            };
            if !requests.is_empty() {
                self.write(requests).await;
            }
            if !signs.is_empty() {
                let late: Vec<Late> = signs.iter().filter_map(|sign| self.turn(*sign)).collect();
                self.write_late(late, Some(&held)).await;
            }
        }
    }

    /// The next batch; while something could not be written, no longer than until it is tried again.
    async fn wait(&self) -> std::result::Result<Option<Batch>, tokio::time::error::Elapsed> {
        let next = self.common.line.take();
        if self.common.late.try_lock().is_ok_and(|late| !late.is_empty()) {
            tokio::time::timeout(AGAIN, next).await
        } else {
            Ok(next.await)
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
            let devices = requests.iter().map(|request| request.device);
            self.common.memory().doubtful.extend(devices);
        }
        written
    }

    /// The rules work on copies of what they remember, which replace the originals only after the commit.
    async fn commit(&mut self, requests: &[Request]) -> std::result::Result<Outcome, sqlx::Error> {
        let house = &self.common.house;
        let received_at = house.clock.now();
        let mut rows = distinct(requests);
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => house.ingest.acquire().await?,
        };
        let doubted = self.ask_anew(&mut connection, &rows).await?;
        let mut ahead = Ahead::of(&self.common, &rows);
        let mut known = HashMap::new();
        let changed = match store(&mut connection, house, &rows, &ahead.turns, received_at).await {
            Err(error) if is_known_reading(&error) => {
                known = insert::duplicates(&mut connection, &rows).await?;
                rows.retain(|(device, reading)| !known.contains_key(&(*device, reading.taken_at, reading.seq)));
                ahead = Ahead::of(&self.common, &rows);
                store(&mut connection, house, &rows, &ahead.turns, received_at).await
            }
            stored => stored,
        }?;
        let sent: usize = requests.iter().map(|request| request.readings.len()).sum();
        let all_new = sent == rows.len();
        self.common.memory().watches.extend(ahead.watches);
        for (device, patient, began) in ahead.began {
            house.now.begins(device, patient, began);
        }
        self.connection = Some(connection);
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
        &self,
        connection: &mut PgConnection,
        rows: &[Row<'_>],
    ) -> std::result::Result<HashSet<DeviceId>, sqlx::Error> {
        let doubted: HashSet<DeviceId> = {
            let doubtful = &self.common.memory().doubtful;
            if doubtful.is_empty() {
                return Ok(HashSet::new());
            }
            let here = rows.iter().map(|(device, _)| *device);
            here.filter(|device| doubtful.contains(device)).collect()
        };
        let house = &self.common.house;
        for device in &doubted {
            let alarms = alarms::as_stored(connection, house, *device).await?;
            house.now.alarms_changed(*device, alarms);
        }
        let mut memory = self.common.memory();
        memory.watches.retain(|device, _| !doubted.contains(device));
        memory.doubtful.retain(|device| !doubted.contains(device));
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
            let house = &self.common.house;
            house.curves.saw(&house.now, device, &alarms, outcome.received_at);
            house.now.take(device, &readings, outcome.received_at, alarms);
        }
        for (done, recorded) in answers {
            if done.send(Ok(recorded)).is_err() {
                tracing::debug!("a device left before its readings were acknowledged");
            }
        }
    }

    /// Silence, and what ends with a session.
    fn turn(&self, sign: Sign) -> Option<Late> {
        let Sign { device, at, what } = sign;
        let gone = |kind| Turn::Gone { kind, value: None, at };
        let turns = match what {
            What::Silent => vec![Turn::Raised(silence::raise(at))],
            What::Heard => vec![gone(Kind::Silent)],
            What::Session => {
                let measured = self.measured(device);
                let mut memory = self.common.memory();
                // The same person goes on being watched; of somebody else nothing is measured here any more.
                if memory.watches.get(&device).is_some_and(|(whose, _)| *whose == measured) {
                    return None;
                }
                let (_, ended) = memory.watches.remove(&device)?;
                ended.standing().map(|(kind, _)| gone(kind)).collect()
            }
        };
        Some(Late { device, turns })
    }

    /// Writes what waits and then what came, in its order, until something cannot be written. What is of a device in another hand waits for the next time.
    async fn write_late(&self, came: Vec<Late>, held: Option<&Held>) {
        let house = &self.common.house;
        let mut waiting = self.common.late.lock().await;
        waiting.extend(came);
        let mut hands = Vec::new();
        let mut ready: VecDeque<Late> = VecDeque::new();
        while let Some(late) = waiting.pop_front() {
            let here = |held: &Held| held.has(late.device);
            if !held.is_some_and(here) && !hands.iter().any(here) {
                match self.common.line.hold(late.device) {
                    Some(hand) => hands.push(hand),
                    None => {
                        waiting.push_front(late);
                        break;
                    }
                }
            }
            // Heard before its silence could be written: then there is nothing to raise.
            let raises = late.turns.iter().any(|turn| matches!(turn, Turn::Raised(_)));
            if !raises || house.now.is_silent(late.device) {
                ready.push_back(late);
            }
        }
        // All in one commit: where the network is down, everything falls silent at the same moment. Where that fails, each alone.
        if ready.len() > 1 && self.write_turns(ready.make_contiguous()).await.is_ok() {
            return;
        }
        while let Some(late) = ready.pop_front() {
            if let Err(error) = self.write_turns(std::slice::from_ref(&late)).await {
                tracing::error!(%error, device = %late.device, "an alarm could not be written; it is tried again in a second");
                self.common.memory().doubtful.insert(late.device);
                ready.push_front(late);
                while let Some(late) = ready.pop_back() {
                    waiting.push_front(late);
                }
            }
        }
    }

    /// One commit of turns, within [`LONGEST`], and what memory learns of it.
    async fn write_turns(&self, late: &[Late]) -> std::result::Result<(), sqlx::Error> {
        let turns: Vec<(DeviceId, Turn)> = late
            .iter()
            .flat_map(|late| late.turns.iter().map(|turn| (late.device, *turn)))
            .collect();
        let house = &self.common.house;
        let written = tokio::time::timeout(LONGEST, commit_turns(house, &turns)).await;
        let changed = written.unwrap_or_else(|_| Err(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into())))?;
        let now = house.clock.now();
        for (device, alarms) in changed {
            house.curves.saw(&house.now, device, &alarms, now);
            house.now.alarms_changed(device, alarms);
        }
        Ok(())
    }

    fn measured(&self, device: DeviceId) -> Option<PatientId> {
        let placement = self.common.house.now.placement(device)?;
        placement.session.map(|(patient, _)| patient)
    }
}

impl Common {
    /// What the rules remember of whom a device measures; after a restart, what open alarms and newest values say.
    fn remembered(&self, device: DeviceId, patient: Option<PatientId>) -> Watch {
        if let Some((whose, watch)) = self.memory().watches.get(&device)
            && *whose == patient
        {
            return watch.clone();
        }
        let now = &self.house.now;
        let latest = now.device(device).map(|now| now.latest);
        let mut watch = Watch::restore(&now.alarms_of(device), &latest.unwrap_or_default());
        if let (Some(recalled), Some(placement)) = (now.recalled(device), now.placement(device)) {
            let (beginning, recent) = &*recalled;
            watch.recall(beginning, recent, &placement.rules);
        }
        watch
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
    let received_at: OffsetDateTime = to_db(received_at);
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    if turns.is_empty() {
        insert::insert(connection, rows, received_at).await?;
        return Ok(HashMap::new());
    }
    let mut tx = connection.begin().await?;
    insert::insert(&mut tx, rows, received_at).await?;
    let changed = alarms::apply(&mut tx, house, turns).await?;
    tx.commit().await?;
    Ok(changed)
}

/// One commit of turns that come from no reading.
async fn commit_turns(
    house: &House,
    turns: &[(DeviceId, Turn)],
) -> std::result::Result<HashMap<DeviceId, Vec<Alarm>>, sqlx::Error> {
    let mut tx = house.ingest.begin().await?;
    let changed = alarms::apply(&mut tx, house, turns).await?;
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
    fn of(common: &Common, rows: &[Row<'_>]) -> Self {
        let mut ahead = Self {
            watches: HashMap::new(),
            turns: Vec::new(),
            began: Vec::new(),
        };
        for of_device in rows.chunk_by(|(a, _), (b, _)| a == b) {
            let Some((device, _)) = of_device.first() else { continue };
            let Some(placement) = common.house.now.placement(*device) else {
                continue;
            };
            // Nobody on the device, or a reading of an earlier session: nobody's alarm now.
            let Some((patient, since)) = placement.session else {
                continue;
            };
            let mut watch = common.remembered(*device, Some(patient));
            let theirs = of_device.iter().filter(|(_, reading)| reading.taken_at >= since);
            for (_, reading) in theirs {
                let turns = watch.step(reading, &placement.rules);
                ahead.turns.extend(turns.into_iter().map(|turn| (*device, turn)));
            }
            // Where nothing looks back nobody draws it, and nobody is asked.
            if placement.rules.looks_back() && watch.began() != common.house.now.began(*device) {
                ahead.began.push((*device, patient, watch.began()));
            }
            ahead.watches.insert(*device, (Some(patient), watch));
        }
        ahead
    }
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
