//! Alarms: which value is too low or too high ([`limits`]), how urgent that is ([`priority`]), what a reading changes ([`watch`],
//! [`silence`]), what a hospital sets instead ([`rules`], as typed in [`setting`]), what follows from a session of dialysis (`of_session`), what of all that a page draws ([`bounds`]), codes of machines ([`codes`]), and the life of one alarm from raised to closed ([`life`]) with its words ([`words`]). Pure: the server applies
//! it to every reading, the browser draws it.
//!
//! To add a kind of alarm: add it to [`Kind`], give it harm and onset in [`priority`], its words in [`words`], and let [`watch`]
//! or the server raise it.
//!
//! Wardlight is a second display: the device at the bed keeps the primary alarm.

pub mod baseline;
pub mod bounds;
pub mod codes;
pub mod life;
pub mod limits;
mod of_session;
pub mod priority;
pub mod rules;
pub mod setting;
pub mod silence;
mod track;
pub mod watch;
pub mod words;

pub use bounds::{Bound, Of};
pub use life::{Alarm, AlarmState, Answer, Refused};
pub use limits::{Level, Limit, Limits, PatientLimit, Side};
pub use priority::{Priority, priority_of};
pub use rules::{Hold, Lane, Measure, PLANNED, Rule, Rules, Whose};
pub use watch::{Turn, Watch};

use serde::{Deserialize, Serialize};

use crate::telemetry::Parameter;
use crate::time::Moment;

/// How far before and after an alarm is kept what was measured and drawn around it, in seconds: five minutes, as B45 asks (`server/docs/retention.md`).
pub const AROUND_SECONDS: u16 = 300;

/// What an alarm is about. One alarm at most of each kind is open for a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A value beyond a limit.
    Limit(Parameter, Side),
    /// The machine itself says warning or danger.
    Machine,
    /// Neither heartbeat nor reading for 10 s.
    Silent,
}

impl Kind {
    /// The three columns in the database: kind, parameter and side; the last two are empty where the kind has none.
    pub const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Limit(parameter, side) => ("limit", parameter.name(), side.name()),
            Self::Machine => ("machine", "", ""),
            Self::Silent => ("silent", "", ""),
        }
    }

    /// The kind of those three names.
    pub fn parse(kind: &str, parameter: &str, side: &str) -> Option<Self> {
        match (kind, parameter, side) {
            ("limit", parameter, side) => Some(Self::Limit(Parameter::parse(parameter)?, Side::parse(side)?)),
            ("machine", "", "") => Some(Self::Machine),
            ("silent", "", "") => Some(Self::Silent),
            _ => None,
        }
    }

    /// The parameter, when the alarm is about one.
    pub const fn parameter(self) -> Option<Parameter> {
        match self {
            Self::Limit(parameter, _) => Some(parameter),
            Self::Machine | Self::Silent => None,
        }
    }
}

/// The facts of an alarm as it begins, comes again, or gets worse.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Raise {
    /// What about.
    pub kind: Kind,
    /// How urgent.
    pub priority: Priority,
    /// The value that passed the limit, where the alarm is about one.
    pub value: Option<f32>,
    /// The limit that it passed.
    pub limit: Option<f32>,
    /// When the value was measured.
    pub at: Moment,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_back_from_its_columns() {
        let limits = Parameter::ALL
            .into_iter()
            .flat_map(|parameter| Side::ALL.map(|side| Kind::Limit(parameter, side)));
        for kind in limits.chain([Kind::Machine, Kind::Silent]) {
            let (name, parameter, side) = kind.names();
            assert_eq!(Kind::parse(name, parameter, side), Some(kind));
        }
        assert_eq!(Kind::parse("limit", "", ""), None);
        assert_eq!(Kind::parse("machine", "spo2", "low"), None);
    }
}
