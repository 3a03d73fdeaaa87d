//! [`Rules`]: what watches one patient on one machine: the published limits, and what was set instead or beside them ([`Rule`]): by the hospital, for the machine, by
//! the prescription, for the patient.
//!
//! | watches | from | where it was set twice |
//! | --- | --- | --- |
//! | the value itself | [`super::limits::defaults`] and [`Measure::Value`] | the patient's own limit, the prescription, the machine, the hospital, what follows from the session, the default |
//! | how far the value is from where this session began | [`Measure::Baseline`] only: no number of it is published | the machine, the hospital |
//! | how far a pressure is from what is usual for the patient at that flow | [`Measure::Usual`] only: no number of it is published | the machine, the hospital |
//! | how far the fluid that was taken is from the plan of the session | [`Measure::Plan`] only, of [`PLANNED`]: no number of it is published | the patient's own distance, the machine, the hospital |
//!
//! A rule may ask that the value stays beyond for a while, or goes there several times ([`Hold`]); [`super::track`] says when that is so. The defaults ask for nothing:
//! they raise at once. To add what a rule can ask for, add it to [`Hold`] and to [`super::track`].

use serde::{Deserialize, Serialize};

use super::limits::{Level, Limit, Limits, PatientLimit, Side};
use crate::dialysis::pressures::{self, UfLine, Usual};
use crate::dialysis::quantities::Millilitres;
use crate::telemetry::Parameter;
use crate::time::Moment;

/// What is compared with a plan and with nothing else: a total that only grows, of which the number alone says nothing.
pub const PLANNED: Parameter = Parameter::UfRemoved;

/// Seconds in which values are compared with what is usual: as far back as the first of a row may lie.
const COMPARED_SECONDS: u16 = ((pressures::COMPARED_TIME.1.0 - pressures::COMPARED_TIME.0.0) * 60.0) as u16;

/// What is compared with the number of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The value.
    Value,
    /// How far the value is from the baseline of this session ([`super::baseline`]).
    Baseline,
    /// How far [`PLANNED`] is from what should have been taken by now ([`UfLine`]).
    Plan,
    /// How far a pressure of the first minutes is from the median of the patient's earlier sessions at the same flow ([`Usual`]).
    Usual,
}

impl Measure {
    /// Each.
    pub const ALL: [Self; 4] = [Self::Value, Self::Baseline, Self::Plan, Self::Usual];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Baseline => "baseline",
            Self::Plan => "plan",
            Self::Usual => "usual",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Value => "The value itself",
            Self::Baseline => "Distance from the start of this session",
            Self::Plan => "Distance from the plan of this session",
            Self::Usual => "Distance from the patient’s earlier sessions",
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

/// Who set a rule, if anybody. The later one wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Nobody: it follows from the session that runs, and stands where the published number would.
    Session,
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
    /// A value here or beyond raises; of whatever is a distance, so far from it.
    pub raise: f32,
    /// A value here or further inside is well again; of whatever is a distance, so far from it.
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

/// The conditions of one side of a parameter: urgent, usual, distance from the baseline or from the plan.
pub(super) type Criteria = [Option<Criterion>; 3];

/// What watches one patient on one machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    limits: Limits,
    set: Vec<Rule>,
    /// The plan of the session that runs.
    plan: Option<UfLine>,
    /// The patient's pressures of earlier sessions.
    usual: Option<Usual>,
    /// The patient's own distances from it, as long as they hold.
    own: Vec<PatientLimit>,
}

impl From<Limits> for Rules {
    fn from(limits: Limits) -> Self {
        Self::new(limits, Vec::new())
    }
}

impl Rules {
    /// The limits of a patient, and what was set.
    pub const fn new(limits: Limits, set: Vec<Rule>) -> Self {
        Self {
            limits,
            set,
            plan: None,
            usual: None,
            own: Vec::new(),
        }
    }

    /// With what is usual for the patient of the session that runs. Without it, nothing of it is watched.
    #[must_use]
    pub fn with_usual(self, usual: Option<Usual>) -> Self {
        Self { usual, ..self }
    }

    /// With the plan of the session that runs, and how far the patient may be from it where that was set for them. Without a plan, nothing of it is watched.
    #[must_use]
    pub fn with_plan(self, plan: Option<UfLine>, own: Vec<PatientLimit>) -> Self {
        Self { plan, own, ..self }
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
        // What stands where the published number would gives way as that does.
        let rule = rule.filter(|rule| own.is_none() || rule.whose != Whose::Session);
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
        let drift = match parameter {
            PLANNED => self.off_plan(side, at),
            _ => baseline
                .zip(self.best(parameter, side, Measure::Baseline))
                .map(|(from, rule)| (around(from, side, (rule.raise, rule.clear)), rule.hold)),
        };
        let criterion = |level, (limit, hold)| Criterion { level, limit, hold };
        [
            urgent.map(|limit| criterion(Level::Urgent, (limit, Hold::default()))),
            usual.map(|usual| criterion(Level::Usual, usual)),
            drift.map(|drift| criterion(Level::Usual, drift)),
        ]
    }

    /// What is usual of a parameter; none of those that are not compared.
    #[inline]
    fn usual_of(&self, parameter: Parameter) -> Option<f32> {
        let usual = self.usual?;
        let of = match parameter {
            Parameter::ArterialPressure => usual.arterial,
            Parameter::VenousPressure => usual.venous,
            _ => None,
        };
        of.map(|of| of.median.0 as f32)
    }

    /// Whether a value of this time and flow is one that is compared with what is usual.
    #[inline]
    pub(super) fn compares_usual(&self, at: Moment, flow: i32) -> bool {
        self.usual.is_some_and(|usual| usual.compares(at, flow))
    }

    /// What a pressure is compared with beside [`Self::criteria`] where it is one of the first minutes at the flow of the protocol: [`pressures::IN_A_ROW`] such values in a row are asked.
    #[inline]
    pub(super) fn off_usual(&self, parameter: Parameter, side: Side, at: Moment, flow: i32) -> Option<Criterion> {
        let usual = self.usual_of(parameter).filter(|_| self.compares_usual(at, flow))?;
        let rule = self.best(parameter, side, Measure::Usual)?;
        Some(Criterion {
            level: Level::Usual,
            limit: around(usual, side, (rule.raise, rule.clear)),
            hold: rule.hold,
        })
    }

    /// How far from the plan is too far: the patient's own distance, with what the hospital asks beside it.
    fn off_plan(&self, side: Side, at: Moment) -> Option<(Limit, Hold)> {
        let own = self.own.iter().find(|own| own.side == side && at < own.expires_at);
        let rule = self.best(PLANNED, side, Measure::Plan);
        let (raise, clear, hold) = match (own, rule) {
            (Some(own), Some(rule)) => {
                let clear = PLANNED.rounded(own.value + rule.clear - rule.raise);
                (own.value, clear.max(0.0), rule.hold)
            }
            (Some(own), None) => (own.value, own.value, Hold::default()),
            (None, rule) => rule.map(|rule| (rule.raise, rule.clear, rule.hold))?,
        };
        Some((around(0.0, side, (raise, clear)), hold))
    }

    /// What of a value is compared: of [`PLANNED`] how far it was off the plan at `at`, and nothing before the plan begins; of others the value.
    #[inline]
    pub(super) fn compared(&self, parameter: Parameter, value: f32, at: Moment) -> Option<f32> {
        if parameter != PLANNED {
            return Some(value);
        }
        let counted = Millilitres(f64::from(value) * 1_000.0);
        let by = self.plan?.off_by(counted, at)?;
        Some((by.0 / 1_000.0) as f32)
    }

    /// Whether a plan is there and somebody set how far from it is too far.
    #[inline]
    fn watches_plan(&self, side: Side) -> bool {
        self.plan.is_some()
            && (self.own.iter().any(|own| own.side == side)
                || self
                    .set
                    .iter()
                    .any(|rule| (rule.measure, rule.side) == (Measure::Plan, side)))
    }

    /// Whether what was set of this side has to be looked at over time.
    #[inline]
    pub(super) fn is_tracked(&self, parameter: Parameter, side: Side) -> bool {
        if parameter == PLANNED {
            return self.watches_plan(side);
        }
        self.set
            .iter()
            .any(|rule| (rule.parameter, rule.side) == (parameter, side) && self.looks_at_more(rule))
    }

    /// Whether a rule of a value looks at more than the newest one. Of the plan says [`Self::watches_plan`].
    #[inline]
    fn looks_at_more(&self, rule: &Rule) -> bool {
        match rule.measure {
            Measure::Value => rule.hold.asks(),
            Measure::Baseline => true,
            Measure::Usual => self.usual_of(rule.parameter).is_some(),
            Measure::Plan => false,
        }
    }

    /// How far back, in seconds, the rules of this side look.
    pub(super) fn reach(&self, parameter: Parameter, side: Side) -> u16 {
        let here = self
            .set
            .iter()
            .filter(|rule| (rule.parameter, rule.side) == (parameter, side));
        here.map(|rule| match rule.measure {
            Measure::Usual => rule.hold.reach().max(COMPARED_SECONDS),
            _ => rule.hold.reach(),
        })
        .max()
        .unwrap_or(0)
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
        self.set.iter().any(|rule| self.looks_at_more(rule))
            || (self.plan.is_some() && Side::ALL.into_iter().any(|side| self.watches_plan(side)))
    }

    pub(super) fn best(&self, parameter: Parameter, side: Side, measure: Measure) -> Option<Rule> {
        let here = self
            .set
            .iter()
            .filter(|rule| (rule.parameter, rule.side, rule.measure) == (parameter, side, measure));
        here.max_by_key(|rule| rule.whose).copied()
    }
}

/// The limit that lies so far from where a value should be.
fn around(from: f32, side: Side, (raise, clear): (f32, f32)) -> Limit {
    let sign = match side {
        Side::Low => -1.0,
        Side::High => 1.0,
    };
    Limit {
        raise: from + sign * raise,
        clear: from + sign * clear,
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

    /// Its name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clinical => "clinical",
            Self::Technical => "technical",
        }
    }

    /// The lane of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lane| lane.name() == name)
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
