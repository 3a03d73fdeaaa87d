//! The life of one alarm: raised, acknowledged, gone, closed. A transition takes the alarm and answers the next one, or [`Refused`].
//!
//! ```text
//!            acknowledge                gone
//!   Raised ─────────────► Acknowledged ─────────────────────────► Closed
//!     │  ▲  ▲                  │  escalate: Raised again             │
//!     │  │  └──────────────────┘                                     │ again, within an hour
//!     │  └───────────────────────────────────────────────────────────┘
//!     │ gone, high: Gone ── acknowledge ──► Closed      again ──► Raised
//!     ├ gone, medium or low ──► Closed
//!     └ no longer compared: Gone, whatever its priority
//! ```
//!
//! Acknowledged is not closed: the condition still stands, and its sound comes back when the pause ends. A high alarm never closes
//! before somebody has acknowledged it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::limits::Side;
use super::{Kind, Priority, Raise};
use crate::ids::{AlarmId, DeviceId, PatientId};
use crate::time::Moment;

/// The longest pause of the sound in seconds; renewable (IEC 60601-1-8: audio paused is timed).
pub const LONGEST_PAUSE_SECONDS: u32 = 120;

/// A closed alarm that comes again within this many seconds of its last raise is the same alarm.
pub const MERGE_WITHIN_SECONDS: f64 = 3_600.0;

/// One alarm with its repeats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alarm {
    /// Identity.
    pub id: AlarmId,
    /// The device that measured it.
    pub device: DeviceId,
    /// Whom it measured then.
    pub patient: Option<PatientId>,
    /// What about.
    pub kind: Kind,
    /// How urgent.
    pub priority: Priority,
    /// Where in its life.
    pub state: AlarmState,
    /// Rises with every change: of two copies of an alarm the one with the higher number is the newer.
    pub version: u32,
    /// When it was raised first.
    pub raised_at: Moment,
    /// When it was raised last: the same, unless it came again.
    pub last_raised_at: Moment,
    /// How often it was raised.
    pub count: u32,
    /// The value that raised it last.
    pub value: Option<f32>,
    /// The worst value since it was raised first.
    pub worst: Option<f32>,
    /// The newest value known.
    pub last: Option<f32>,
    /// The limit that was passed.
    pub limit: Option<f32>,
    /// Until when its sound is paused.
    pub sound_paused_until: Option<Moment>,
}

/// Where an alarm is in its life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlarmState {
    /// The condition stands and nobody has answered.
    Raised,
    /// The condition stands and somebody has answered.
    Acknowledged {
        /// Who.
        by: String,
        /// When.
        at: Moment,
        /// What they noted.
        note: Option<String>,
    },
    /// The condition is gone and nobody has seen it: a high alarm, or one that is no longer compared.
    Gone {
        /// When it was gone.
        at: Moment,
    },
    /// Over.
    Closed {
        /// When.
        at: Moment,
        /// Who answered it, when somebody did; always for a high alarm.
        answered: Option<Answer>,
    },
}

impl AlarmState {
    /// The name in the database and in the API.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Acknowledged { .. } => "acknowledged",
            Self::Gone { .. } => "gone",
            Self::Closed { .. } => "closed",
        }
    }
}

/// Somebody's "I have seen it".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who.
    pub by: String,
    /// When.
    pub at: Moment,
    /// What they noted.
    pub note: Option<String>,
}

/// Why an alarm did not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It stands already; it cannot come again.
    StillStanding,
    /// It was closed too long ago: this is a new alarm.
    TooLongAgo,
    /// Somebody has answered it before.
    AnsweredBefore,
    /// It is closed.
    Closed,
    /// Its condition is gone.
    NotStanding,
    /// The new priority is not higher.
    NotWorse,
    /// The sound is paused for 1 to 120 s.
    PauseTooLong,
    /// This is about something else.
    OtherKind,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::StillStanding => "The alarm stands already.",
            Self::TooLongAgo => "The alarm was closed more than an hour after it was raised; a new one begins.",
            Self::AnsweredBefore => "Somebody has acknowledged this alarm already.",
            Self::Closed => "The alarm is closed.",
            Self::NotStanding => "The condition of the alarm is gone.",
            Self::NotWorse => "The alarm has this priority or a higher one.",
            Self::PauseTooLong => "The sound can be paused for 1 to 120 seconds at a time.",
            Self::OtherKind => "The alarm is about something else.",
        })
    }
}

impl std::error::Error for Refused {}

impl Alarm {
    /// A new alarm.
    pub const fn raised(id: AlarmId, device: DeviceId, patient: Option<PatientId>, raise: Raise) -> Self {
        Self {
            id,
            device,
            patient,
            kind: raise.kind,
            priority: raise.priority,
            state: AlarmState::Raised,
            version: 1,
            raised_at: raise.at,
            last_raised_at: raise.at,
            count: 1,
            value: raise.value,
            worst: raise.value,
            last: raise.value,
            limit: raise.limit,
            sound_paused_until: None,
        }
    }

    /// Whether the condition stands now.
    pub const fn is_standing(&self) -> bool {
        matches!(self.state, AlarmState::Raised | AlarmState::Acknowledged { .. })
    }

    /// Whether the alarm is listed: not closed.
    pub const fn is_open(&self) -> bool {
        !matches!(self.state, AlarmState::Closed { .. })
    }

    /// Whether nobody has answered it yet.
    pub const fn is_unanswered(&self) -> bool {
        matches!(self.state, AlarmState::Raised | AlarmState::Gone { .. })
    }

    /// Whether the alarm sounds at `now`: its condition stands and no pause runs.
    pub fn sounds(&self, now: Moment) -> bool {
        self.is_standing() && self.sound_paused_until.is_none_or(|until| until <= now)
    }

    /// Who answered it and when, as long as it says so.
    pub fn answer(&self) -> Option<Answer> {
        match &self.state {
            AlarmState::Acknowledged { by, at, note } => Some(Answer {
                by: by.clone(),
                at: *at,
                note: note.clone(),
            }),
            AlarmState::Closed { answered, .. } => answered.clone(),
            AlarmState::Raised | AlarmState::Gone { .. } => None,
        }
    }

    /// With a newer value while the condition stands, for a page to show. The alarm itself changes only when the value is worse: see [`Self::worse`].
    #[must_use]
    pub fn seen(mut self, value: f32) -> Self {
        self.note_value(value);
        self
    }

    /// A value that is worse than any since it was raised first.
    ///
    /// # Errors
    /// [`Refused::NotStanding`], [`Refused::NotWorse`].
    pub fn worse(mut self, value: f32) -> Result<Self, Refused> {
        if !self.is_standing() {
            return Err(Refused::NotStanding);
        }
        let before = self.worst;
        self.note_value(value);
        if self.worst == before {
            return Err(Refused::NotWorse);
        }
        Ok(self.changed())
    }

    fn changed(mut self) -> Self {
        self.version = self.version.saturating_add(1);
        self
    }

    /// The condition came again. One that nobody has seen is taken up again whatever its age, and is no less urgent than before; a closed one
    /// within an hour of its last raise.
    ///
    /// # Errors
    /// [`Refused::StillStanding`]; [`Refused::TooLongAgo`], and then a new alarm begins; [`Refused::OtherKind`].
    pub fn again(mut self, raise: Raise) -> Result<Self, Refused> {
        if raise.kind != self.kind {
            return Err(Refused::OtherKind);
        }
        match self.state {
            AlarmState::Raised | AlarmState::Acknowledged { .. } => return Err(Refused::StillStanding),
            AlarmState::Closed { .. } if raise.at.seconds_since(self.last_raised_at) > MERGE_WITHIN_SECONDS => {
                return Err(Refused::TooLongAgo);
            }
            AlarmState::Closed { .. } => self.priority = raise.priority,
            AlarmState::Gone { .. } => self.priority = self.priority.min(raise.priority),
        }
        self.count = self.count.saturating_add(1);
        self.last_raised_at = self.last_raised_at.max(raise.at);
        Ok(self.stands(raise))
    }

    /// It got worse: more urgent than before. Who had answered it has not answered this: it is raised anew and sounds.
    ///
    /// # Errors
    /// [`Refused::NotStanding`], [`Refused::NotWorse`], [`Refused::OtherKind`].
    pub fn escalate(mut self, raise: Raise) -> Result<Self, Refused> {
        if raise.kind != self.kind {
            return Err(Refused::OtherKind);
        }
        if !self.is_standing() {
            return Err(Refused::NotStanding);
        }
        if !raise.priority.exceeds(self.priority) {
            return Err(Refused::NotWorse);
        }
        self.priority = raise.priority;
        Ok(self.stands(raise))
    }

    fn stands(mut self, raise: Raise) -> Self {
        self.state = AlarmState::Raised;
        self.sound_paused_until = None;
        self.value = raise.value;
        self.limit = raise.limit;
        if let Some(value) = raise.value {
            self.note_value(value);
        }
        self.changed()
    }

    /// Somebody has seen it. The sound pauses for [`LONGEST_PAUSE_SECONDS`]; an alarm whose condition is gone closes.
    ///
    /// # Errors
    /// [`Refused::AnsweredBefore`], [`Refused::Closed`].
    pub fn acknowledge(mut self, by: String, at: Moment, note: Option<String>) -> Result<Self, Refused> {
        self.state = match self.state {
            AlarmState::Raised => AlarmState::Acknowledged { by, at, note },
            AlarmState::Gone { .. } => AlarmState::Closed {
                at,
                answered: Some(Answer { by, at, note }),
            },
            AlarmState::Acknowledged { .. } => return Err(Refused::AnsweredBefore),
            AlarmState::Closed { .. } => return Err(Refused::Closed),
        };
        self.sound_paused_until = Some(at.plus_seconds(f64::from(LONGEST_PAUSE_SECONDS)));
        Ok(self.changed())
    }

    /// The condition is gone: with the value that is well again, or without one when it is no longer measured. A high alarm that nobody has
    /// acknowledged stays listed; any other closes.
    ///
    /// # Errors
    /// [`Refused::NotStanding`].
    pub fn gone(mut self, at: Moment, value: Option<f32>) -> Result<Self, Refused> {
        let answered = self.answer();
        self.state = match self.state {
            AlarmState::Raised if self.priority == Priority::High => AlarmState::Gone { at },
            AlarmState::Raised | AlarmState::Acknowledged { .. } => AlarmState::Closed { at, answered },
            AlarmState::Gone { .. } | AlarmState::Closed { .. } => return Err(Refused::NotStanding),
        };
        match value {
            Some(value) => self.note_value(value),
            None => self.last = None,
        }
        Ok(self.changed())
    }

    /// The condition is no longer looked at, so nobody knows that it is well. Whatever its priority it stays listed until somebody has seen it, without sound, and covers nothing that is
    /// raised after it.
    ///
    /// # Errors
    /// [`Refused::NotStanding`].
    pub fn uncompared(mut self, at: Moment) -> Result<Self, Refused> {
        let answered = self.answer();
        self.state = match self.state {
            AlarmState::Raised => AlarmState::Gone { at },
            AlarmState::Acknowledged { .. } => AlarmState::Closed { at, answered },
            AlarmState::Gone { .. } | AlarmState::Closed { .. } => return Err(Refused::NotStanding),
        };
        self.last = None;
        Ok(self.changed())
    }

    /// Pauses the sound for `seconds` from `at`; renewable, but never for longer than [`LONGEST_PAUSE_SECONDS`] at a time.
    ///
    /// # Errors
    /// [`Refused::PauseTooLong`], [`Refused::NotStanding`].
    pub fn pause_sound(mut self, at: Moment, seconds: u32) -> Result<Self, Refused> {
        if seconds == 0 || seconds > LONGEST_PAUSE_SECONDS {
            return Err(Refused::PauseTooLong);
        }
        if !self.is_standing() {
            return Err(Refused::NotStanding);
        }
        self.sound_paused_until = Some(at.plus_seconds(f64::from(seconds)));
        Ok(self.changed())
    }

    fn note_value(&mut self, value: f32) {
        self.last = Some(value);
        let worst = self.worst.unwrap_or(value);
        self.worst = match self.kind {
            Kind::Limit(_, Side::Low) => Some(worst.min(value)),
            Kind::Limit(_, Side::High) => Some(worst.max(value)),
            Kind::Machine | Kind::Silent => None,
        };
    }
}

#[cfg(test)]
mod tests;
