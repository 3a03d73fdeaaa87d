//! Which values are too low or too high, and when they are well again.
//!
//! A value at the limit or beyond it raises ([`Limit::raise`]); it is gone when the value is back at [`Limit::clear`]. Between
//! the two the alarm stands as it was (hysteresis). Where clear is raise itself or a step from it, two values in a row inside are asked.
//! Values are compared as a page shows them ([`Parameter::rounded`]).
//!
//! To add a default, add a line to [`defaults`] with its published source. A number without a source does not belong there.

use serde::{Deserialize, Serialize};

use crate::news2::Scale;
use crate::telemetry::Parameter;
use crate::time::Moment;

/// Which side of a limit is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Too low.
    Low,
    /// Too high.
    High,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Low, Self::High];

    /// The name in the database and in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
        }
    }

    /// The side of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.name() == name)
    }

    /// Whether `value` lies at `mark` or beyond it on this side.
    #[inline]
    pub fn beyond(self, value: f32, mark: f32) -> bool {
        match self {
            Self::Low => value <= mark,
            Self::High => value >= mark,
        }
    }

    /// The other side.
    #[must_use]
    #[inline]
    pub const fn other(self) -> Self {
        match self {
            Self::Low => Self::High,
            Self::High => Self::Low,
        }
    }
}

/// How far beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The limit itself.
    Usual,
    /// A second limit, further out.
    Urgent,
}

/// Where an alarm begins and where it ends, in the unit of the parameter.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// A value here or beyond raises.
    pub raise: f32,
    /// A value here or further inside is well again.
    pub clear: f32,
}

impl Limit {
    /// Whether the value is well again a step of the display from where it raises: a value that trembles would raise and end at every turn.
    #[inline]
    pub fn is_narrow(self, parameter: Parameter) -> bool {
        (self.clear - self.raise).abs() < 1.5 * parameter.step()
    }

    /// The words beside a value or on a chart's line: `limit 91`.
    pub fn words(&self, parameter: Parameter) -> String {
        limit_words(parameter, self.raise)
    }
}

/// `limit 91`, for a limit that an alarm kept.
pub fn limit_words(parameter: Parameter, raise: f32) -> String {
    format!("limit {}", parameter.write(raise))
}

/// A limit of one patient, which replaces the default until it ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PatientLimit {
    /// Of which parameter.
    pub parameter: Parameter,
    /// On which side.
    pub side: Side,
    /// A value here or beyond raises.
    pub value: f32,
    /// From then on the default holds again.
    pub expires_at: Moment,
}

/// The limits that watch one patient: the defaults, and the patient's own as long as they hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    scale: Scale,
    own: Vec<PatientLimit>,
}

impl Default for Limits {
    /// The defaults for a patient on SpO2 scale 1.
    fn default() -> Self {
        Self::for_scale(Scale::One)
    }
}

impl Limits {
    /// The defaults for a patient on this SpO2 scale.
    pub const fn for_scale(scale: Scale) -> Self {
        Self { scale, own: Vec::new() }
    }

    /// With a limit of this patient, which replaces an earlier one of the same parameter and side.
    #[must_use]
    pub fn with(mut self, limit: PatientLimit) -> Self {
        self.own
            .retain(|known| (known.parameter, known.side) != (limit.parameter, limit.side));
        self.own.push(limit);
        self
    }

    /// The limit that holds at `at`; `None` where nobody set one and none is published.
    #[inline]
    pub fn get(&self, parameter: Parameter, side: Side, at: Moment) -> Option<Limit> {
        let (usual, urgent) = defaults(parameter, side, self.scale);
        let Some(own) = self.own_at(parameter, side, at) else {
            return usual;
        };
        // The distance to being well again stays that of the default; without a default there is none, and two values in a row are asked.
        let distance = usual.or(urgent).map_or(0.0, |limit| limit.clear - limit.raise);
        Some(Limit {
            raise: own,
            clear: own + distance,
        })
    }

    /// The second limit, further out, that holds at `at`. A patient's own limit beyond it moves it out too.
    #[inline]
    pub fn urgent(&self, parameter: Parameter, side: Side, at: Moment) -> Option<Limit> {
        let (_, urgent) = defaults(parameter, side, self.scale);
        let urgent = urgent?;
        match self.own_at(parameter, side, at) {
            Some(own) if side.beyond(own, urgent.raise) => Some(Limit {
                raise: own,
                clear: own + urgent.clear - urgent.raise,
            }),
            _ => Some(urgent),
        }
    }

    /// The level at which `value` stands at `at`, with the limit that it passed; `None` when inside.
    #[inline]
    pub fn reached(&self, parameter: Parameter, side: Side, value: f32, at: Moment) -> Option<(Level, Limit)> {
        let value = parameter.rounded(value);
        let passed = |limit: Option<Limit>| limit.filter(|limit| side.beyond(value, limit.raise));
        let urgent = passed(self.urgent(parameter, side, at)).map(|limit| (Level::Urgent, limit));
        urgent.or_else(|| passed(self.get(parameter, side, at)).map(|limit| (Level::Usual, limit)))
    }

    pub(super) fn own_at(&self, parameter: Parameter, side: Side, at: Moment) -> Option<f32> {
        let own = self
            .own
            .iter()
            .find(|own| (own.parameter, own.side) == (parameter, side));
        own.filter(|own| at < own.expires_at).map(|own| own.value)
    }
}

/// The published defaults: the usual limit, and the urgent one where there are two levels.
///
/// **Vital signs**: NEWS2 chart 1 (RCP 2017). A value in a 3-point band raises; it is well again in a band of 1 point or 0.
/// - SpO2 on scale 1: 91 raises, 94 is well. Urgent: 83, the 3-point band of scale 2, well at 86 there. On scale 2 only that
///   one watches, because 88 to 92 is the target; too much oxygen shows in the score (it depends on oxygen) and raises nothing.
/// - Temperature has no 3-point band for fever: the highest band (39.1, 2 points) raises, 39.0 is well.
///
/// **Dialysis circuit**: the sources say "beyond"; here the number itself raises, one step earlier.
/// - Arterial pressure: more negative than −250 mmHg (Fresenius nurse training; Graves, Nephrol Nurs J 2001). Well at −200,
///   where the warning zone of our clinical notes ends.
/// - Venous pressure above 260, conductivity below 12.5 or above 15.5: the fixed limits of the dialysis programme whose limits the
///   clinical notes compare (`vitalsSeverity.ts`). There is no published distance to being well: two values in a row.
pub const fn defaults(parameter: Parameter, side: Side, scale: Scale) -> (Option<Limit>, Option<Limit>) {
    const fn one(raise: f32, clear: f32) -> (Option<Limit>, Option<Limit>) {
        (Some(Limit { raise, clear }), None)
    }
    const URGENT_SPO2: Option<Limit> = Some(Limit {
        raise: 83.0,
        clear: 86.0,
    });
    match (parameter, side) {
        (Parameter::Respiration, Side::Low) => one(8.0, 9.0),
        (Parameter::Respiration, Side::High) => one(25.0, 20.0),
        (Parameter::Spo2, Side::Low) => match scale {
            Scale::One => (
                Some(Limit {
                    raise: 91.0,
                    clear: 94.0,
                }),
                URGENT_SPO2,
            ),
            Scale::Two => (None, URGENT_SPO2),
        },
        (Parameter::Systolic, Side::Low) => one(90.0, 101.0),
        (Parameter::Systolic, Side::High) => one(220.0, 219.0),
        (Parameter::HeartRate, Side::Low) => one(40.0, 41.0),
        (Parameter::HeartRate, Side::High) => one(131.0, 110.0),
        (Parameter::Temperature, Side::Low) => one(35.0, 35.1),
        (Parameter::Temperature, Side::High) => one(39.1, 39.0),
        (Parameter::ArterialPressure, Side::Low) => one(-250.0, -200.0),
        (Parameter::VenousPressure, Side::High) => one(260.0, 260.0),
        (Parameter::Conductivity, Side::Low) => one(12.5, 12.5),
        (Parameter::Conductivity, Side::High) => one(15.5, 15.5),
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests;
