//! NEWS2, the National Early Warning Score. Acknowledgement: Royal College of Physicians. National Early Warning Score (NEWS) 2:
//! Standardising the assessment of acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017.
//! Chart 1 (the score) is [`points`], chart 4 (what to do) is [`response`], by when to measure again is [`due`]. The chart itself is shown unmodified where it is shown.
//!
//! The score is made of the newest value of each of seven parameters, as long as each is inside its validity window ([`window`]).
//! A part outside its window is missing, and then there is no score: a missing value is never counted as 0.
//! Not for people under 16 or in pregnancy. Beside dialysis rules, never instead of them.
//!
//! The bands are RCP's and do not change; what may change is [`LONGEST_WINDOW_SECONDS`] and the intervals of [`response`].

mod due;
pub mod points;
mod response;

pub use due::{Due, due};
pub use response::{Response, Risk, response};

use serde::{Deserialize, Serialize};

use crate::live::LastScore;
use crate::telemetry::{Latest, Parameter, Promise};
use crate::time::Moment;

/// Which SpO2 scale is prescribed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Everybody for whom scale 2 is not prescribed.
    #[default]
    One,
    /// Target 88 to 92 %, for hypercapnic respiratory failure: prescribed by a clinician, never guessed from a diagnosis.
    Two,
}

impl Scale {
    /// 1 or 2, as in the database and in the API.
    pub const fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }

    /// The scale of that number.
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::One),
            2 => Some(Self::Two),
            _ => None,
        }
    }
}

/// The seven parameters of the score, in the order of the chart.
pub const PARAMETERS: [Parameter; 7] = [
    Parameter::Respiration,
    Parameter::Spo2,
    Parameter::Oxygen,
    Parameter::Systolic,
    Parameter::HeartRate,
    Parameter::Consciousness,
    Parameter::Temperature,
];

/// No value counts for longer than this, in seconds: the interval of chart 4 for a score of 0, the longest there is.
pub const LONGEST_WINDOW_SECONDS: f64 = 12.0 * 3_600.0;

/// The shortest interval that chart 4 names, in seconds.
pub const SHORTEST_NAMED_SECONDS: f64 = 3_600.0;

/// From this age on NEWS2 holds, in years (RCP 2017: not for children under 16).
pub const FROM_YEARS: u16 = 16;

/// What can be said now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evaluation {
    /// Every part is there.
    Scored(Scored),
    /// No score: NEWS2 is not made for people under [`FROM_YEARS`].
    TooYoung,
    /// No score.
    Partial {
        /// Parameters never measured, or outside their window.
        missing: Vec<Parameter>,
    },
}

/// A complete score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scored {
    /// 0 to 20.
    pub score: u8,
    /// What each parameter gave, in the order of the chart.
    pub parts: Vec<ScorePart>,
    /// Whether one parameter alone gave 3.
    pub three_in_one: bool,
    /// When its oldest part was measured.
    pub oldest: Moment,
}

/// What one parameter gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScorePart {
    /// Which.
    pub parameter: Parameter,
    /// 0 to 3.
    pub points: u8,
    /// When it was measured.
    pub taken_at: Moment,
}

/// The score of the newest values, each inside its validity window at `now`; `last` is the last complete score.
pub fn evaluate(latest: &Latest, promise: &Promise, scale: Scale, last: Option<LastScore>, now: Moment) -> Evaluation {
    let mut parts = Vec::with_capacity(PARAMETERS.len());
    let mut missing = Vec::new();
    for parameter in PARAMETERS {
        let valid = latest
            .age(parameter, now)
            .is_some_and(|age| age <= window(parameter, promise, last));
        match points_of(latest, parameter, scale).filter(|_| valid) {
            Some((points, taken_at)) => parts.push(ScorePart {
                parameter,
                points,
                taken_at,
            }),
            None => missing.push(parameter),
        }
    }
    match parts.iter().map(|part| part.taken_at).min() {
        Some(oldest) if missing.is_empty() => Evaluation::Scored(Scored {
            score: parts.iter().map(|part| part.points).sum(),
            three_in_one: parts.iter().any(|part| part.points == 3),
            parts,
            oldest,
        }),
        _ => Evaluation::Partial { missing },
    }
}

/// How long a value of a parameter counts, in seconds.
///
/// What a monitor measures by itself (heart rate, SpO2, respiration) counts for 2 promised intervals. Pressure, temperature,
/// consciousness and oxygen count for the interval that chart 4 asks for after the last score, at most 12 h. For 7 and more chart 4 says
/// "continuous", which is the monitor's part: what people measure counts for the shortest interval that the chart names, an hour, so that the
/// sickest do not lose their score first. Without a last score they count for 12 h.
pub fn window(parameter: Parameter, promise: &Promise, last: Option<LastScore>) -> f64 {
    let promised = promise.window(parameter);
    if matches!(
        parameter,
        Parameter::HeartRate | Parameter::Spo2 | Parameter::Respiration
    ) {
        return promised;
    }
    let asked = last.map_or(Some(LONGEST_WINDOW_SECONDS), |last| {
        response(last.score, last.three_in_one).interval_seconds()
    });
    asked.unwrap_or(SHORTEST_NAMED_SECONDS).min(LONGEST_WINDOW_SECONDS)
}

fn points_of(latest: &Latest, parameter: Parameter, scale: Scale) -> Option<(u8, Moment)> {
    match parameter {
        Parameter::Oxygen => latest
            .oxygen()
            .map(|(oxygen, at)| (points::oxygen(oxygen.is_supplemental()), at)),
        Parameter::Consciousness => latest
            .consciousness()
            .map(|(level, at)| (points::consciousness(level), at)),
        Parameter::Spo2 => {
            let (value, at) = latest.get(parameter)?;
            // Above 92 % scale 2 asks whether that is with oxygen. Not knowing, nothing is scored: oxygen is missing too then.
            let points = match scale {
                Scale::One => points::spo2_scale_one(value),
                Scale::Two => points::spo2_scale_two(value, latest.oxygen()?.0.is_supplemental()),
            };
            Some((points, at))
        }
        _ => {
            let (value, at) = latest.get(parameter)?;
            Some((points::number(parameter, value)?, at))
        }
    }
}

#[cfg(test)]
mod tests;
