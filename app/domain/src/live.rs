//! The messages of the live socket, `/live`.
//!
//! One socket per tab. The page subscribes to topics; each is authorised. A topic answers with a [`ToClient::Snapshot`],
//! then with numbered [`ToClient::Change`]s. Who reconnects names the last number seen: the hub resumes from there when it
//! still remembers, and sends a fresh snapshot when it does not. Values are the latest only (at most four changes a second
//! for a patient); alarms are never left out. Browsers speak postcard in binary frames; outside clients ask for the subprotocol
//! `wardlight.json` and get the same types as JSON text.

use serde::{Deserialize, Serialize};

use crate::alerts::Alarm;
use crate::ids::{DeviceId, PatientId, WardId};
use crate::news2::{self, Due, Evaluation, Scale};
use crate::telemetry::{Latest, Part, Promise, Reading, Stamp};
use crate::time::Moment;

/// The subprotocol of browsers: postcard in binary frames. Its number changes with the message types.
pub const PROTOCOL: &str = "wardlight.4";
/// The subprotocol of outside clients: JSON in text frames.
pub const PROTOCOL_JSON: &str = "wardlight.json";

/// What one may subscribe to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// All occupied beds of a ward.
    Ward(WardId),
    /// One patient.
    Patient(PatientId),
    /// One device, for whoever may post or keep it.
    Device(DeviceId),
}

/// From the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToServer {
    /// Begin, or go on after number `since` of the run `run`.
    Subscribe {
        /// What.
        topic: Topic,
        /// The run and the last number seen of this topic, after a reconnect.
        since: Option<(u64, u64)>,
    },
    /// No longer.
    Unsubscribe {
        /// What.
        topic: Topic,
    },
    /// Answers a ping.
    Pong,
    /// Somebody is there: a key or a pointer, told once a minute at most. Only that keeps a session from ending; an open page does not.
    Here,
}

/// To the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToClient {
    /// First message of a connection.
    Hello {
        /// The server's clock, to correct the reader's.
        now: Moment,
        /// The run of the server: numbers of another run mean nothing.
        run: u64,
    },
    /// Everything of a topic as it stands.
    Snapshot {
        /// Of which topic.
        topic: Topic,
        /// The number from which changes go on.
        number: u64,
        /// The patients of the topic.
        patients: Vec<PatientNow>,
        /// Alarms that are not closed, and those changed since the number the reader had.
        alarms: Vec<Alarm>,
    },
    /// What is new in a topic.
    Change {
        /// Of which topic.
        topic: Topic,
        /// Its number: one more than the last.
        number: u64,
        /// New readings, one at most per patient and frame: the newest value of each parameter that changed.
        values: Vec<PatientChange>,
        /// Alarms that changed.
        alarms: Vec<Alarm>,
    },
    /// The topic may not be read, or no longer.
    Denied {
        /// Which.
        topic: Topic,
    },
    /// Are you there? Sent every 15 s.
    Ping {
        /// The server's clock.
        now: Moment,
        /// When the session ends by itself, from a minute before.
        ends: Option<Ends>,
    },
    /// The session has ended: sign in again.
    SignedOut,
}

/// When a session ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ends {
    /// The moment.
    pub at: Moment,
    /// Whether it stays when somebody shows that they are there; not at the end of its whole time.
    pub stays: bool,
}

/// A patient as known now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PatientNow {
    /// Who.
    pub patient: PatientId,
    /// On which device.
    pub device: DeviceId,
    /// The newest value of each parameter.
    pub latest: Latest,
    /// The interval promised for each parameter.
    pub promise: Promise,
    /// When the device last gave a sign of life.
    pub heard_at: Option<Moment>,
    /// Whether the device is silent: neither heartbeat nor reading for 10 s.
    pub silent: bool,
    /// The last complete NEWS2, for the validity windows.
    pub last_score: Option<LastScore>,
    /// When the recording that plays here began, in a demo.
    pub replay_since: Option<Moment>,
    /// Whether they are too young for NEWS2.
    pub too_young: bool,
}

/// The last complete score and when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LastScore {
    /// NEWS2, 0 to 20.
    pub score: u8,
    /// Whether one parameter alone scored 3.
    pub three_in_one: bool,
    /// When.
    pub at: Moment,
    /// The score before this one, and when it changed.
    pub before: Option<(u8, Moment)>,
}

impl LastScore {
    /// The next complete score: one that differs remembers what it was before.
    #[must_use]
    pub fn next(last: Option<Self>, score: u8, three_in_one: bool, at: Moment) -> Self {
        let before = match last {
            Some(last) if last.score != score => Some((last.score, at)),
            Some(last) => last.before,
            None => None,
        };
        Self {
            score,
            three_in_one,
            at,
            before,
        }
    }

    /// The difference to the score before; nothing when it never changed.
    pub fn change(self) -> Option<i8> {
        let (before, _) = self.before?;
        Some(self.score.cast_signed() - before.cast_signed())
    }
}

/// A part of a change that was measured in an older reading than the newest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Older {
    /// Which part.
    pub part: Part,
    /// When it was measured.
    pub taken_at: Moment,
    /// The number of its reading.
    pub seq: i64,
}

/// What changed of one patient.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PatientChange {
    /// Who.
    pub patient: PatientId,
    /// On which device.
    pub device: DeviceId,
    /// The newest values, with the time and number of the newest reading in it.
    pub reading: Reading,
    /// When each part was taken, where that is not the reading's own time (several readings in one frame).
    pub older: Vec<Older>,
    /// When the device last gave a sign of life.
    pub heard_at: Option<Moment>,
    /// Whether it is silent.
    pub silent: bool,
    /// The last complete NEWS2.
    pub last_score: Option<LastScore>,
    /// A new promise, when the device made one.
    pub promise: Option<Promise>,
    /// A new beginning of the replay, when one began.
    pub replay_since: Option<Moment>,
}

impl PatientNow {
    /// NEWS2 of the newest values at `at`; withheld from who is too young for it.
    pub fn news2(&self, scale: Scale, at: Moment) -> Evaluation {
        if self.too_young {
            return Evaluation::TooYoung;
        }
        news2::evaluate(&self.latest, &self.promise, scale, self.last_score, at)
    }

    /// By when a full set of observations is due; nothing before the first one, and of who is too young for NEWS2.
    pub fn observations_due(&self) -> Option<Due> {
        news2::due(&self.latest, self.last_score).filter(|_| !self.too_young)
    }

    /// Takes a change; answers whether a value is newer than what was known. A change of another patient is left alone.
    pub fn apply(&mut self, change: &PatientChange) -> bool {
        if change.patient != self.patient {
            return false;
        }
        self.device = change.device;
        self.heard_at = self.heard_at.max(change.heard_at);
        self.silent = change.silent;
        self.last_score = change.last_score;
        if let Some(promise) = &change.promise {
            self.promise = promise.clone();
        }
        self.replay_since = change.replay_since.or(self.replay_since);
        self.latest.apply_stamped(&change.reading, |part| change.stamp(part))
    }
}

/// The newest of each part of a batch, oldest reading first, with the time of each part that is not the newest reading's: what merging
/// the readings one after the other gives, in one pass. A batch without any value is an empty reading of time 0.
pub fn newest_of(readings: &[Reading]) -> (Reading, Vec<Older>) {
    let (mut newest, mut older) = (Reading::default(), Vec::new());
    let mut missing: Vec<Part> = Part::all().collect();
    let mut is_first = true;
    for reading in readings.iter().rev() {
        let before = missing.len();
        missing.retain(|part| {
            if !reading.has(*part) {
                return true;
            }
            newest.copy(*part, reading);
            if !is_first {
                older.push(Older {
                    part: *part,
                    taken_at: reading.taken_at,
                    seq: reading.seq,
                });
            }
            false
        });
        if is_first && missing.len() < before {
            (newest.taken_at, newest.seq) = (reading.taken_at, reading.seq);
            is_first = false;
        }
    }
    (newest, older)
}

impl PatientChange {
    /// Folds a later change of the same patient into this one: applying the sum is applying both. Of each part the newer is kept
    /// with its own time; a reading without values, such as a heartbeat, lends no time. A change of another patient is left alone.
    pub fn merge(&mut self, next: Self) {
        if next.patient != self.patient {
            return;
        }
        // Gathered before anything is copied: whether codes are held depends on the status beside them.
        let both: Vec<_> = Part::all()
            .map(|part| (part, self.held(part), next.held(part)))
            .collect();
        let mut parts: Vec<(Part, Stamp)> = Vec::new();
        for (part, mine, theirs) in both {
            if mine < theirs {
                self.reading.copy(part, &next.reading);
            }
            parts.extend(mine.max(theirs).map(|stamp| (part, stamp)));
        }
        if let Some((taken_at, seq)) = parts.iter().map(|(_, stamp)| *stamp).max() {
            (self.reading.taken_at, self.reading.seq) = (taken_at, seq);
        }
        let own = (self.reading.taken_at, self.reading.seq);
        let older = parts.into_iter().filter(|(_, stamp)| *stamp != own);
        self.older = older
            .map(|(part, (taken_at, seq))| Older { part, taken_at, seq })
            .collect();
        self.device = next.device;
        self.heard_at = self.heard_at.max(next.heard_at);
        self.silent = next.silent;
        self.last_score = next.last_score;
        self.promise = next.promise.or(self.promise.take());
        self.replay_since = next.replay_since.or(self.replay_since);
    }

    /// When a part of this change was measured.
    fn stamp(&self, part: Part) -> Stamp {
        let older = self.older.iter().find(|older| older.part == part);
        older.map_or((self.reading.taken_at, self.reading.seq), |older| {
            (older.taken_at, older.seq)
        })
    }

    /// When it was measured, if this change holds the part at all.
    fn held(&self, part: Part) -> Option<Stamp> {
        self.reading.has(part).then(|| self.stamp(part))
    }
}

#[cfg(test)]
mod tests;
