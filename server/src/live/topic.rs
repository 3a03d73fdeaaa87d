//! One topic: the newest values that wait to be told, numbered frames, and what is kept for a reader who comes back.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use domain::alerts::Alarm;
use domain::ids::{DeviceId, PatientId};
use domain::live::{PatientChange, PatientNow, ToClient, Topic};
use hospital::telemetry::Seen;
use tokio::time::Instant;

use super::frame::Frame;
use super::outbox::Outbox;

/// A patient's values are told this often at most.
pub(super) const QUARTER: Duration = Duration::from_millis(250);
/// Frames kept for those who come back: a minute at four a second.
pub(super) const KEPT_FRAMES: usize = 240;
/// Alarm changes kept for those who come back too late for the frames.
pub(super) const KEPT_ALARMS: usize = 1_024;
/// How long a snapshot is shared: readers who come at once, as after a restart, get the same bytes.
const SNAPSHOT_SHARED: Duration = Duration::from_secs(1);

/// The shortest time between two frames of a topic with that many readers: about a tenth of one core goes into telling one topic,
/// at 5 µs a reader and frame.
pub(super) fn spacing(readers: usize) -> Duration {
    QUARTER.min(Duration::from_micros(50).saturating_mul(u32::try_from(readers).unwrap_or(u32::MAX)))
}

/// One topic, for all who see the same of it.
#[derive(Debug)]
pub(super) struct TopicState {
    topic: Topic,
    /// What of it is told.
    pub seen: Seen,
    /// The number of the newest frame.
    number: u64,
    values: HashMap<(PatientId, DeviceId), Waiting>,
    alarms: Vec<Alarm>,
    told_at: HashMap<(PatientId, DeviceId), Instant>,
    last_frame: Option<Instant>,
    frames: VecDeque<(u64, Arc<Frame>)>,
    alarm_log: VecDeque<(u64, Alarm)>,
    readers: Vec<Reading>,
    /// Since when nobody reads it.
    pub unused_since: Option<Instant>,
    snapshot: Option<(u64, Instant, Arc<Frame>)>,
    /// Who is on the device, for the topic of a device.
    pub measured: Option<PatientId>,
}

/// Values that wait, and when they are due.
#[derive(Debug)]
struct Waiting {
    change: PatientChange,
    due: Instant,
}

/// One reader and the number up to which its outbox holds everything; none before its first snapshot.
#[derive(Debug)]
struct Reading {
    outbox: Arc<Outbox>,
    told: Option<u64>,
}

/// What a topic looks like now.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The patients of the topic.
    pub patients: Vec<PatientNow>,
    /// Alarms that are not closed.
    pub alarms: Vec<Alarm>,
}

impl TopicState {
    /// A topic that nobody reads yet; its first frame is `number + 1`.
    pub(super) fn new(topic: Topic, seen: Seen, number: u64, now: Instant) -> Self {
        Self {
            topic,
            seen,
            number,
            values: HashMap::new(),
            alarms: Vec::new(),
            told_at: HashMap::new(),
            last_frame: None,
            frames: VecDeque::new(),
            alarm_log: VecDeque::new(),
            readers: Vec::new(),
            unused_since: Some(now),
            snapshot: None,
            measured: None,
        }
    }

    /// The number of the newest frame.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Takes what changed. Values of one patient merge into the newest; alarms are kept one by one.
    pub(super) fn gather(&mut self, change: Option<&PatientChange>, alarms: &[Alarm], now: Instant) {
        if let Some(change) = change {
            let key = (change.patient, change.device);
            match self.values.get_mut(&key) {
                Some(waiting) => waiting.change.merge(change.clone()),
                None => {
                    let due = self.told_at.get(&key).map_or(now, |told| (*told + QUARTER).max(now));
                    self.values.insert(
                        key,
                        Waiting {
                            change: change.clone(),
                            due,
                        },
                    );
                }
            }
        }
        self.alarms.extend_from_slice(alarms);
    }

    /// When the next frame is due; none when nothing waits.
    pub(super) fn due(&self, now: Instant) -> Option<Instant> {
        let first = if self.alarms.is_empty() {
            self.values.values().map(|waiting| waiting.due).min()
        } else {
            Some(now)
        };
        let earliest = self.last_frame.map(|last| last + spacing(self.readers.len()));
        first.map(|first| earliest.map_or(first, |earliest| first.max(earliest)))
    }

    /// Tells what is due, as one frame.
    pub(super) fn flush(&mut self, now: Instant) {
        if self.due(now).is_none_or(|due| due > now) {
            return;
        }
        let due: Vec<_> = self
            .values
            .iter()
            .filter(|(_, waiting)| waiting.due <= now)
            .map(|(key, _)| *key)
            .collect();
        let mut values: Vec<PatientChange> = Vec::with_capacity(due.len());
        self.told_at.retain(|_, told| *told + QUARTER > now);
        for key in due {
            values.extend(self.values.remove(&key).map(|waiting| waiting.change));
            self.told_at.insert(key, now);
        }
        let alarms = std::mem::take(&mut self.alarms);
        self.number += 1;
        self.last_frame = Some(now);
        for alarm in &alarms {
            keep(&mut self.alarm_log, KEPT_ALARMS, (self.number, alarm.clone()));
        }
        let frame = Frame::new(ToClient::Change {
            topic: self.topic,
            number: self.number,
            values,
            alarms,
        });
        for reader in &mut self.readers {
            if reader.outbox.push(&frame, now) {
                reader.told = Some(self.number);
            }
        }
        keep(&mut self.frames, KEPT_FRAMES, (self.number, frame));
    }

    /// Whether all frames after `since` are still here.
    pub(super) fn remembers(&self, since: u64) -> bool {
        since <= self.number && self.frames.len() as u64 >= self.number - since
    }

    /// Begins to read: goes on after `since` when all frames after it are here and fit, else with a snapshot of `standing`.
    pub(super) fn subscribe(
        &mut self,
        outbox: &Arc<Outbox>,
        since: Option<u64>,
        standing: impl FnOnce() -> Standing,
        now: Instant,
    ) {
        self.unsubscribe(outbox.id, now);
        self.unused_since = None;
        let told = match since {
            Some(since) if self.remembers(since) && outbox.room() > (self.number - since) as usize => {
                self.resume(outbox, since, now)
            }
            since => self.show(outbox, since, standing, now),
        };
        self.readers.push(Reading {
            outbox: outbox.clone(),
            told,
        });
    }

    /// A fresh snapshot for a reader who was too slow, with the alarm changes it missed.
    pub(super) fn refresh(&mut self, outbox: &Arc<Outbox>, standing: impl FnOnce() -> Standing, now: Instant) {
        let Some(place) = self.readers.iter().position(|reader| reader.outbox.id == outbox.id) else {
            return;
        };
        let told = self.readers[place].told;
        if told != Some(self.number) {
            self.readers[place].told = self.show(outbox, told, standing, now);
        }
    }

    /// Ends reading.
    pub(super) fn unsubscribe(&mut self, id: u64, now: Instant) {
        if let Some(place) = self.readers.iter().position(|reader| reader.outbox.id == id) {
            self.readers.swap_remove(place);
            if self.readers.is_empty() {
                self.unused_since = Some(now);
            }
        }
    }

    /// Ends reading for all, and forgets what is kept: the topic is about somebody else now. Each reader is asked to authorise again.
    pub(super) fn turn_out(&mut self, now: Instant) {
        for reader in self.readers.drain(..) {
            reader.outbox.recheck(self.topic);
        }
        self.values.clear();
        self.alarms.clear();
        self.frames.clear();
        self.alarm_log.clear();
        self.snapshot = None;
        // The number moves on, so that nobody resumes over the change.
        self.number += 1;
        self.unused_since = Some(now);
    }

    fn resume(&self, outbox: &Outbox, since: u64, now: Instant) -> Option<u64> {
        let mut told = since;
        for (number, frame) in self.frames.iter().filter(|(number, _)| *number > since) {
            if !outbox.push(frame, now) {
                break;
            }
            told = *number;
        }
        Some(told)
    }

    fn show(
        &mut self,
        outbox: &Outbox,
        since: Option<u64>,
        standing: impl FnOnce() -> Standing,
        now: Instant,
    ) -> Option<u64> {
        let missed: Vec<Alarm> = match since {
            Some(since) => self
                .alarm_log
                .iter()
                .filter(|(number, _)| *number > since)
                .map(|(_, alarm)| alarm.clone())
                .collect(),
            None => Vec::new(),
        };
        let frame = if missed.is_empty() {
            self.shared_snapshot(standing, now)
        } else {
            self.snapshot(standing(), missed)
        };
        if outbox.push(&frame, now) {
            Some(self.number)
        } else {
            since
        }
    }

    fn shared_snapshot(&mut self, standing: impl FnOnce() -> Standing, now: Instant) -> Arc<Frame> {
        match &self.snapshot {
            Some((number, made, frame)) if *number == self.number && now.duration_since(*made) < SNAPSHOT_SHARED => {
                frame.clone()
            }
            _ => {
                let frame = self.snapshot(standing(), Vec::new());
                self.snapshot = Some((self.number, now, frame.clone()));
                frame
            }
        }
    }

    /// Missed changes first and in their order, then open alarms: whoever applies them one by one ends with what holds now.
    fn snapshot(&self, standing: Standing, mut alarms: Vec<Alarm>) -> Arc<Frame> {
        let known: HashMap<_, _> = alarms.iter().map(|alarm| (alarm.id, alarm.clone())).collect();
        alarms.extend(
            standing
                .alarms
                .into_iter()
                .filter(|alarm| known.get(&alarm.id) != Some(alarm)),
        );
        Frame::new(ToClient::Snapshot {
            topic: self.topic,
            number: self.number,
            patients: standing.patients,
            alarms,
        })
    }
}

fn keep<T>(ring: &mut VecDeque<T>, most: usize, item: T) {
    if ring.len() >= most {
        ring.pop_front();
    }
    ring.push_back(item);
}
