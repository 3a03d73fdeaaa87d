//! [`Latest`]: the newest value of each parameter; [`Promise`]: how often a device promised to measure; and from both, whether
//! a value is still good ([`Freshness`]).

use serde::{Deserialize, Serialize};

use super::{Consciousness, NUMERIC, Oxygen, Parameter, Reading, SystemStatus};
use crate::time::Moment;

/// Seconds between two values of a parameter for which a device promised nothing. A setting of the house, not a clinical number.
pub const DEFAULT_INTERVAL_SECONDS: f32 = 60.0;

/// After this many promised intervals without a new value, the old one is stale.
pub const STALE_AFTER_INTERVALS: f32 = 2.0;

/// When something was measured: the time, and the device's counter where two readings have the same time.
pub type Stamp = (Moment, i64);

/// A part of a reading that is kept by itself, because each has its own newest value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A measured parameter, oxygen and consciousness included.
    Parameter(Parameter),
    /// What the machine says of itself.
    SystemStatus,
    /// The codes that it shows.
    AlarmCodes,
}

impl Part {
    /// Every part.
    pub fn all() -> impl Iterator<Item = Self> {
        Parameter::ALL
            .into_iter()
            .map(Self::Parameter)
            .chain([Self::SystemStatus, Self::AlarmCodes])
    }
}

impl Reading {
    /// Whether the reading holds this part. A status without codes says that there are no codes.
    #[inline]
    pub fn has(&self, part: Part) -> bool {
        match part {
            Part::Parameter(Parameter::Oxygen) => self.oxygen.is_some(),
            Part::Parameter(Parameter::Consciousness) => self.consciousness.is_some(),
            Part::Parameter(parameter) => self.values.get(parameter).is_some(),
            Part::SystemStatus => self.system_status.is_some(),
            Part::AlarmCodes => self.system_status.is_some() || !self.alarm_codes.is_empty(),
        }
    }

    /// Whether nothing at all was measured, as in a heartbeat.
    pub fn is_empty(&self) -> bool {
        !Part::all().any(|part| self.has(part))
    }

    /// Takes one part over from another reading.
    pub(crate) fn copy(&mut self, part: Part, from: &Self) {
        match part {
            Part::Parameter(Parameter::Oxygen) => self.oxygen = from.oxygen,
            Part::Parameter(Parameter::Consciousness) => self.consciousness = from.consciousness,
            Part::Parameter(parameter) => self.values.set(parameter, from.values.get(parameter)),
            Part::SystemStatus => self.system_status = from.system_status,
            Part::AlarmCodes => self.alarm_codes.clone_from(&from.alarm_codes),
        }
    }
}

/// The newest of something, and when it was measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Newest<T> {
    value: T,
    taken_at: Moment,
    seq: i64,
}

impl<T> Newest<T> {
    fn stamp(&self) -> Stamp {
        (self.taken_at, self.seq)
    }
}

/// Puts a value where it is newer than what is known; answers whether it was.
fn put<T>(known: &mut Option<Newest<T>>, value: Option<T>, stamp: Stamp) -> bool {
    let Some(value) = value else { return false };
    let newer = known.as_ref().is_none_or(|known| known.stamp() < stamp);
    if newer {
        *known = Some(Newest {
            value,
            taken_at: stamp.0,
            seq: stamp.1,
        });
    }
    newer
}

/// The newest number of one parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Number {
    parameter: Parameter,
    value: f32,
    taken_at: Moment,
    seq: i64,
}

/// The newest value of each parameter, whatever the order in which readings arrived.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Latest {
    /// By parameter; only those ever measured.
    numbers: Vec<Number>,
    oxygen: Option<Newest<Oxygen>>,
    consciousness: Option<Newest<Consciousness>>,
    status: Option<Newest<SystemStatus>>,
    codes: Option<Newest<Vec<String>>>,
}

impl Latest {
    /// Takes what is newer than what is known, part by part; at equal times the higher `seq` is newer.
    /// Answers whether anything was.
    pub fn apply(&mut self, reading: &Reading) -> bool {
        self.apply_stamped(reading, |_| (reading.taken_at, reading.seq))
    }

    /// As [`Self::apply`], where each part may have its own time.
    pub(crate) fn apply_stamped(&mut self, reading: &Reading, stamp: impl Fn(Part) -> Stamp) -> bool {
        let mut changed = false;
        for parameter in Parameter::ALL.into_iter().take(NUMERIC) {
            if let Some(value) = reading.values.get(parameter) {
                changed |= self.put_number(parameter, value, stamp(Part::Parameter(parameter)));
            }
        }
        changed |= put(
            &mut self.oxygen,
            reading.oxygen,
            stamp(Part::Parameter(Parameter::Oxygen)),
        );
        changed |= put(
            &mut self.consciousness,
            reading.consciousness,
            stamp(Part::Parameter(Parameter::Consciousness)),
        );
        changed |= put(&mut self.status, reading.system_status, stamp(Part::SystemStatus));
        let codes = reading.has(Part::AlarmCodes).then(|| reading.alarm_codes.clone());
        changed | put(&mut self.codes, codes, stamp(Part::AlarmCodes))
    }

    fn put_number(&mut self, parameter: Parameter, value: f32, (taken_at, seq): Stamp) -> bool {
        let number = Number {
            parameter,
            value,
            taken_at,
            seq,
        };
        match self.numbers.binary_search_by_key(&parameter, |known| known.parameter) {
            Err(place) => self.numbers.insert(place, number),
            Ok(place) => match self.numbers.get_mut(place) {
                Some(known) if (known.taken_at, known.seq) < (taken_at, seq) => *known = number,
                _ => return false,
            },
        }
        true
    }

    fn number(&self, parameter: Parameter) -> Option<&Number> {
        let place = self
            .numbers
            .binary_search_by_key(&parameter, |known| known.parameter)
            .ok()?;
        self.numbers.get(place)
    }

    /// The newest number of a parameter and when it was measured; `None` when never, or when it is not a number.
    pub fn get(&self, parameter: Parameter) -> Option<(f32, Moment)> {
        self.number(parameter).map(|known| (known.value, known.taken_at))
    }

    /// When a parameter was last measured, oxygen and consciousness included.
    pub fn taken_at(&self, parameter: Parameter) -> Option<Moment> {
        self.stamp(Part::Parameter(parameter)).map(|(at, _)| at)
    }

    /// Time and counter of the newest value of a part.
    pub fn stamp(&self, part: Part) -> Option<Stamp> {
        match part {
            Part::Parameter(Parameter::Oxygen) => self.oxygen.as_ref().map(Newest::stamp),
            Part::Parameter(Parameter::Consciousness) => self.consciousness.as_ref().map(Newest::stamp),
            Part::Parameter(parameter) => self.number(parameter).map(|known| (known.taken_at, known.seq)),
            Part::SystemStatus => self.status.as_ref().map(Newest::stamp),
            Part::AlarmCodes => self.codes.as_ref().map(Newest::stamp),
        }
    }

    /// How oxygen is given, and since which reading.
    pub fn oxygen(&self) -> Option<(Oxygen, Moment)> {
        self.oxygen.as_ref().map(|known| (known.value, known.taken_at))
    }

    /// ACVPU, and since which reading.
    pub fn consciousness(&self) -> Option<(Consciousness, Moment)> {
        self.consciousness.as_ref().map(|known| (known.value, known.taken_at))
    }

    /// What the machine says of itself, and since which reading.
    pub fn status(&self) -> Option<(SystemStatus, Moment)> {
        self.status.as_ref().map(|known| (known.value, known.taken_at))
    }

    /// The codes that the machine shows.
    pub fn alarm_codes(&self) -> &[String] {
        self.codes.as_ref().map_or(&[], |known| &known.value)
    }

    /// Seconds since a parameter was measured; 0 when the device's clock runs ahead.
    pub fn age(&self, parameter: Parameter, now: Moment) -> Option<f64> {
        self.taken_at(parameter).map(|at| now.seconds_since(at).max(0.0))
    }

    /// Whether the newest value of a parameter is still good: it is stale when 2 promised intervals have passed without a new one.
    pub fn freshness(&self, parameter: Parameter, promise: &Promise, now: Moment) -> Freshness {
        match self.age(parameter, now) {
            None => Freshness::Missing,
            Some(age) if age > promise.window(parameter) => Freshness::Stale,
            Some(_) => Freshness::Fresh,
        }
    }
}

/// How a value may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Freshness {
    /// As measured.
    Fresh,
    /// Grey, with its age.
    Stale,
    /// Never measured here.
    Missing,
}

/// How often a device promised to measure each parameter, in seconds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Promise(Vec<(Parameter, f32)>);

impl Promise {
    /// The promised interval of a parameter in seconds; `None` when the device promised nothing for it.
    pub fn get(&self, parameter: Parameter) -> Option<f32> {
        self.0
            .iter()
            .find(|(promised, _)| *promised == parameter)
            .map(|(_, seconds)| *seconds)
    }

    /// Puts or (with `None`, or what is not a positive number) takes away the promise for a parameter.
    pub fn set(&mut self, parameter: Parameter, seconds: Option<f32>) {
        self.0.retain(|(promised, _)| *promised != parameter);
        if let Some(seconds) = seconds.filter(|seconds| seconds.is_finite() && *seconds > 0.0) {
            let place = self.0.partition_point(|(promised, _)| *promised < parameter);
            self.0.insert(place, (parameter, seconds));
        }
    }

    /// What was promised, by parameter.
    pub fn iter(&self) -> impl Iterator<Item = (Parameter, f32)> {
        self.0.iter().copied()
    }

    /// The interval that holds in seconds: the promise, or [`DEFAULT_INTERVAL_SECONDS`].
    pub fn interval(&self, parameter: Parameter) -> f32 {
        self.get(parameter).unwrap_or(DEFAULT_INTERVAL_SECONDS)
    }

    /// How long a value stays good in seconds: [`STALE_AFTER_INTERVALS`] intervals.
    pub fn window(&self, parameter: Parameter) -> f64 {
        f64::from(self.interval(parameter)) * f64::from(STALE_AFTER_INTERVALS)
    }
}

#[cfg(test)]
mod tests;
