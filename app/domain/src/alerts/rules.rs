//! [`Rules`]: what watches one patient on one machine: the published limits, and what was set instead or beside them ([`Rule`]): by the hospital, for the machine, by
//! the prescription, for the patient.
//!
//! | watches | from | where it was set twice |
//! | --- | --- | --- |
//! | the value itself | [`super::limits::defaults`] and [`Measure::Value`] | the patient's own limit, the prescription, the machine, the hospital, the default |
//! | how far the value is from where this session began | [`Measure::Baseline`] only: no number of it is published | the machine, the hospital |
//!
//! A rule may ask that the value stays beyond for a while, or goes there several times ([`Hold`]); [`super::track`] says when that is so. The defaults ask for nothing:
//! they raise at once. To add what a rule can ask for, add it to [`Hold`] and to [`super::track`].

use serde::{Deserialize, Serialize};

use super::limits::{Level, Limit, Limits, Side};
use crate::telemetry::Parameter;
use crate::time::Moment;

/// What is compared with the number of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The value.
    Value,
    /// How far the value is from the baseline of this session ([`super::baseline`]).
    Baseline,
}

impl Measure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Value, Self::Baseline];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Baseline => "baseline",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Value => "The value itself",
            Self::Baseline => "Distance from the start of this session",
        }
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// What is asked beside being beyond; nothing by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Seconds for which each value was beyond.
    pub seconds: u16,
    /// How often it went beyond within [`Self::within`]; 0 and 1 ask for nothing.
    pub times: u8,
    /// Seconds within which it is counted.
    pub within: u16,
}

impl Hold {
    /// Whether it asks for anything.
    #[inline]
    pub const fn asks(self) -> bool {
        self.seconds > 0 || self.times > 1
    }

    /// Seconds back that it looks.
    pub const fn reach(self) -> u16 {
        if self.seconds > self.within {
            self.seconds
        } else {
            self.within
        }
    }
}

/// Who set a rule. The later one wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The hospital, for everybody.
    Hospital,
    /// For this machine.
    Machine,
    /// The patient's prescription of dialysis.
    Prescription,
}

/// Something that is watched instead of a default, or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Of which parameter.
    pub parameter: Parameter,
    /// Which side is wrong.
    pub side: Side,
    /// What is compared.
    pub measure: Measure,
    /// A value here or beyond raises; of a baseline, so far from it.
    pub raise: f32,
    /// A value here or further inside is well again; of a baseline, so far from it.
    pub clear: f32,
    /// What is asked beside.
    pub hold: Hold,
    /// Who set it.
    pub whose: Whose,
}

impl Rule {
    /// The most that the prescription lets be taken off in an hour: so many mL/kg/h (`dialysis_prescription.max_uf_rate`) at the dry weight. The source is the
    /// patient's own prescription; without one, or without a dry weight, nothing watches the rate.
    pub fn of_prescription(max_rate: f64, dry_kg: f64) -> Self {
        let most = (max_rate * dry_kg) as f32;
        Self {
            parameter: Parameter::UfRate,
            side: Side::High,
            measure: Measure::Value,
            // The prescription names a rate that is not to be passed: reaching it is as prescribed.
            raise: most.floor() + 1.0,
            clear: most.floor(),
            hold: Hold::default(),
            whose: Whose::Prescription,
        }
    }
}

/// One condition that a value is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Criterion {
    pub level: Level,
    pub limit: Limit,
    pub hold: Hold,
}

/// The conditions of one side of a parameter: urgent, usual, distance from the baseline.
pub(super) type Criteria = [Option<Criterion>; 3];

/// What watches one patient on one machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    limits: Limits,
    set: Vec<Rule>,
}

impl From<Limits> for Rules {
    fn from(limits: Limits) -> Self {
        Self {
            limits,
            set: Vec::new(),
        }
    }
}

impl Rules {
    /// The limits of a patient, and what was set.
    pub const fn new(limits: Limits, set: Vec<Rule>) -> Self {
        Self { limits, set }
    }

    /// With one more.
    #[must_use]
    pub fn with(mut self, rule: Rule) -> Self {
        self.set.push(rule);
        self
    }

    /// What was set, in no order.
    pub fn set(&self) -> &[Rule] {
        &self.set
    }

    /// The limits of the patient, without what was set for others.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The limit of the value that holds at `at`; `None` where nobody set one and none is published.
    pub fn value(&self, parameter: Parameter, side: Side, at: Moment) -> Option<(Limit, Hold)> {
        let rule = self.best(parameter, side, Measure::Value);
        let own = self.limits.own_at(parameter, side, at);
        match (own, rule) {
            // The patient's own number, and what the hospital asks beside it.
            (Some(raise), Some(rule)) => {
                let limit = Limit {
                    raise,
                    clear: raise + rule.clear - rule.raise,
                };
                Some((limit, rule.hold))
            }
            (None, Some(rule)) => {
                let limit = Limit {
                    raise: rule.raise,
                    clear: rule.clear,
                };
                Some((limit, rule.hold))
            }
            (_, None) => self
                .limits
                .get(parameter, side, at)
                .map(|limit| (limit, Hold::default())),
        }
    }

    /// What a value itself is compared with: the urgent limit, and the usual one with what is asked beside it.
    #[inline]
    pub(super) fn levels(
        &self,
        parameter: Parameter,
        side: Side,
        at: Moment,
    ) -> (Option<Limit>, Option<(Limit, Hold)>) {
        let usual = self.value(parameter, side, at);
        // The second limit lies further out, or it moves out with the first.
        let urgent = match (self.limits.urgent(parameter, side, at), usual) {
            (Some(urgent), Some((usual, _))) if side.beyond(usual.raise, urgent.raise) => Some(usual),
            (urgent, _) => urgent,
        };
        (urgent, usual)
    }

    /// All that a value is compared with; `baseline` is where this session began, when that is known.
    #[inline]
    pub(super) fn criteria(&self, parameter: Parameter, side: Side, at: Moment, baseline: Option<f32>) -> Criteria {
        let (urgent, usual) = self.levels(parameter, side, at);
        let drift = baseline
            .zip(self.best(parameter, side, Measure::Baseline))
            .map(|(from, rule)| (around(from, side, &rule), rule.hold));
        let criterion = |level, (limit, hold)| Criterion { level, limit, hold };
        [
            urgent.map(|limit| criterion(Level::Urgent, (limit, Hold::default()))),
            usual.map(|usual| criterion(Level::Usual, usual)),
            drift.map(|drift| criterion(Level::Usual, drift)),
        ]
    }

    /// Whether what was set of this side has to be looked at over time.
    #[inline]
    pub(super) fn is_tracked(&self, parameter: Parameter, side: Side) -> bool {
        self.set.iter().any(|rule| {
            (rule.parameter, rule.side) == (parameter, side) && (rule.hold.asks() || rule.measure == Measure::Baseline)
        })
    }

    /// How far back, in seconds, the rules of this side look.
    pub(super) fn reach(&self, parameter: Parameter, side: Side) -> u16 {
        let here = self
            .set
            .iter()
            .filter(|rule| (rule.parameter, rule.side) == (parameter, side));
        here.map(|rule| rule.hold.reach()).max().unwrap_or(0)
    }

    /// Whether the baseline of this parameter is asked for.
    #[inline]
    pub fn asks_baseline(&self, parameter: Parameter) -> bool {
        self.set
            .iter()
            .any(|rule| rule.parameter == parameter && rule.measure == Measure::Baseline)
    }

    /// Whether any rule looks at more than the newest value.
    #[inline]
    pub fn looks_back(&self) -> bool {
        self.set
            .iter()
            .any(|rule| rule.hold.asks() || rule.measure == Measure::Baseline)
    }

    fn best(&self, parameter: Parameter, side: Side, measure: Measure) -> Option<Rule> {
        let here = self
            .set
            .iter()
            .filter(|rule| (rule.parameter, rule.side, rule.measure) == (parameter, side, measure));
        here.max_by_key(|rule| rule.whose).copied()
    }
}

/// The limit that lies so far from the baseline.
fn around(from: f32, side: Side, rule: &Rule) -> Limit {
    let sign = match side {
        Side::Low => -1.0,
        Side::High => 1.0,
    };
    Limit {
        raise: from + sign * rule.raise,
        clear: from + sign * rule.clear,
    }
}

/// Which of two lanes an alarm runs in: who is called is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// The patient: somebody who treats them goes to the bed.
    Clinical,
    /// The machine and its circuit: whoever runs it looks at it first.
    Technical,
}

impl Lane {
    /// Both, as pages show them.
    pub const ALL: [Self; 2] = [Self::Clinical, Self::Technical];

    /// The lane of a parameter: what is measured of the patient, and what of the machine and its circuit.
    pub const fn of(parameter: Parameter) -> Self {
        match parameter {
            Parameter::HeartRate
            | Parameter::Systolic
            | Parameter::Diastolic
            | Parameter::MeanPressure
            | Parameter::Spo2
            | Parameter::Temperature
            | Parameter::Respiration
            | Parameter::Gcs
            | Parameter::Oxygen
            | Parameter::Consciousness
            // How much the blood has shrunk is about the patient, whoever measures it.
            | Parameter::BloodVolumeChange => Self::Clinical,
            _ => Self::Technical,
        }
    }

    /// The lane of an alarm.
    pub const fn of_kind(kind: super::Kind) -> Self {
        match kind {
            super::Kind::Limit(parameter, _) => Self::of(parameter),
            super::Kind::Machine | super::Kind::Silent => Self::Technical,
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Clinical => "The patient",
            Self::Technical => "The machine and its circuit",
        }
    }
}

#[cfg(test)]
mod tests;
