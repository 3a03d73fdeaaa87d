//! What bedside devices send: [`Parameter`], [`Reading`], the plausible range of each value, and how long a value stays good.
//!
//! To add a parameter: add it to [`Parameter`] (its name is the JSON field and the column), give it a unit and a plausible
//! range with a source in [`plausible`], add the column in a migration, and name it in the UNNEST of `hospital::telemetry`.

mod item;
mod latest;
mod parameter;
pub mod plausible;
mod span;
pub mod tally;
mod values;

pub use item::{Item, OxygenItem};
pub use latest::{DEFAULT_INTERVAL_SECONDS, Freshness, Latest, Part, Promise, STALE_AFTER_INTERVALS, Stamp};
pub use parameter::Parameter;
pub use span::Span;
pub use values::Values;

use serde::{Deserialize, Serialize};

use crate::time::Moment;

/// How many parameters are numbers; they come first in [`Parameter`].
pub const NUMERIC: usize = 25;

/// One reading: what a device measured at one moment. Everything is optional; one value at least is present.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The device's own counter, 0 or more; with device and time it is the identity of the reading.
    pub seq: i64,
    /// When it was measured, by the device's clock.
    pub taken_at: Moment,
    /// The numbers, in the units of [`Parameter::unit`].
    pub values: Values,
    /// How oxygen is given, when the device knows.
    pub oxygen: Option<Oxygen>,
    /// ACVPU.
    pub consciousness: Option<Consciousness>,
    /// What the machine says of itself.
    pub system_status: Option<SystemStatus>,
    /// Alarm codes that the machine shows, in its own spelling.
    pub alarm_codes: Vec<String>,
}

/// How oxygen is given.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Oxygen {
    /// By which device; [`OxygenDevice::RoomAir`] is air.
    pub device: OxygenDevice,
    /// Flow in litres a minute.
    pub litres_per_min: Option<f32>,
    /// Inspired fraction, 0.21 to 1.
    pub fio2: Option<f32>,
}

impl Oxygen {
    /// Whether the patient breathes more than air, as NEWS2 asks. Where device and figures disagree, the one that says oxygen is believed.
    pub fn is_supplemental(&self) -> bool {
        let (air, _) = plausible::FIO2;
        self.device != OxygenDevice::RoomAir
            || self.fio2.is_some_and(|fio2| fio2 > air)
            || self.litres_per_min.is_some_and(|litres| litres > 0.0)
    }
}

/// Devices that give oxygen, as the ward names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OxygenDevice {
    /// Breathes air.
    RoomAir,
    /// Nasal cannula.
    NasalCannula,
    /// Any face mask.
    FaceMask,
    /// High-flow nasal cannula.
    HighFlow,
    /// Non-invasive ventilation or CPAP.
    NonInvasive,
    /// Ventilated through a tube.
    Ventilator,
    /// Another device.
    Other,
}

impl OxygenDevice {
    /// Every device.
    pub const ALL: [Self; 7] = [
        Self::RoomAir,
        Self::NasalCannula,
        Self::FaceMask,
        Self::HighFlow,
        Self::NonInvasive,
        Self::Ventilator,
        Self::Other,
    ];

    /// The name in the API and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::RoomAir => "room_air",
            Self::NasalCannula => "nasal_cannula",
            Self::FaceMask => "face_mask",
            Self::HighFlow => "high_flow",
            Self::NonInvasive => "non_invasive",
            Self::Ventilator => "ventilator",
            Self::Other => "other",
        }
    }

    /// The device of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|device| device.name() == name)
    }
}

/// ACVPU, as NEWS2 asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Consciousness {
    /// Alert.
    A,
    /// New confusion.
    C,
    /// Answers to voice.
    V,
    /// Answers to pain.
    P,
    /// Unresponsive.
    U,
}

impl Consciousness {
    /// The letter in the API and in the database.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::C => "C",
            Self::V => "V",
            Self::P => "P",
            Self::U => "U",
        }
    }

    /// The level of that letter.
    pub fn parse(letter: &str) -> Option<Self> {
        [Self::A, Self::C, Self::V, Self::P, Self::U]
            .into_iter()
            .find(|level| level.letter() == letter)
    }
}

/// What a machine says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SystemStatus {
    /// Works as it should.
    Normal,
    /// Wants attention.
    Warning,
    /// A danger to the patient.
    Danger,
}

impl SystemStatus {
    /// The name in the API and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    /// The status of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Normal, Self::Warning, Self::Danger]
            .into_iter()
            .find(|status| status.name() == name)
    }
}
