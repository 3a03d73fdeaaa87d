//! What is set of alarms as people type it: a rule of the hospital or of a machine ([`RuleTyped`]), a limit of one patient ([`PatientTyped`]); and where each default comes
//! from ([`source`]), for the page that shows both beside each other.

use serde::{Deserialize, Serialize};

use super::limits::{Limit, Side, defaults};
use super::rules::{Hold, Measure, PLANNED, Rule, Whose};
use crate::devices::reason;
use crate::invalid::Invalid;
use crate::news2::Scale;
use crate::slip;
use crate::telemetry::{NUMERIC, Parameter, plausible};

/// The longest time that a rule may ask for, in seconds.
pub const LONGEST_SECONDS: u16 = 600;
/// The longest time within which repeats are counted, in minutes.
pub const LONGEST_WITHIN_MINUTES: u16 = 15;
/// The farthest from the baseline, in mmHg. Technical: half of what a machine's gauge shows.
const FARTHEST: f32 = 375.0;
/// The farthest from the plan, in L. Technical: the most that can be planned for one session (`session_before.uf_goal`).
const FARTHEST_LITRES: f32 = 10.0;

/// Where the published default of a parameter comes from; `None` where there is none, so that nothing watches until the hospital sets it.
pub const fn source(parameter: Parameter, side: Side) -> Option<&'static str> {
    match (parameter, side) {
        (Parameter::Spo2, Side::High) => None,
        // The second half is `Rule::of_session`.
        (Parameter::Systolic, Side::Low) => Some(
            "NEWS2, chart 1: Royal College of Physicians, 2017. While a dialysis session runs, below 100 for who came with 160 and more: Flythe, JASN 2015",
        ),
        (
            Parameter::Respiration
            | Parameter::Spo2
            | Parameter::Systolic
            | Parameter::HeartRate
            | Parameter::Temperature,
            _,
        ) => Some("NEWS2, chart 1: Royal College of Physicians, 2017"),
        (Parameter::ArterialPressure, Side::Low) => Some("Fresenius nurse training; Graves, Nephrol Nurs J 2001"),
        (Parameter::VenousPressure, Side::High) | (Parameter::Conductivity, _) => {
            Some("Fixed limits of the dialysis program that was compared; to be confirmed by the hospital")
        }
        _ => None,
    }
}

/// The published default, as the pages list it: on SpO2 scale 1.
pub const fn default_of(parameter: Parameter, side: Side) -> Option<Limit> {
    defaults(parameter, side, Scale::One).0
}

/// The parameters that a rule can watch: numbers of which too much or too little means something. Totals of a session only grow; of the fluid that was taken ([`PLANNED`]) it is the
/// distance from the plan that is watched.
pub fn watched() -> impl Iterator<Item = Parameter> {
    Parameter::ALL.into_iter().take(NUMERIC).filter(|parameter| {
        !matches!(
            parameter,
            Parameter::TotalVolume | Parameter::SubstitutionVolume | Parameter::HeparinTotal | Parameter::RemainingTime
        )
    })
}

/// A rule as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleTyped {
    /// Of which parameter.
    pub parameter: String,
    /// Which side is wrong.
    pub side: String,
    /// What is compared.
    pub measure: String,
    /// Where it raises.
    pub raise: String,
    /// Where it is well again; empty for where it raises.
    pub clear: String,
    /// For how many seconds; empty for at once.
    pub seconds: String,
    /// How often; empty for the first time.
    pub times: String,
    /// Within how many minutes that is counted.
    pub within: String,
    /// Why it is set.
    pub reason: String,
}

impl RuleTyped {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 9] {
        [
            ("parameter", &self.parameter),
            ("side", &self.side),
            ("measure", &self.measure),
            ("raise", &self.raise),
            ("clear", &self.clear),
            ("seconds", &self.seconds),
            ("times", &self.times),
            ("within", &self.within),
            ("reason", &self.reason),
        ]
    }

    /// Reads it: the rule, and why.
    ///
    /// # Errors
    /// Every fault with its field.
    pub fn read(&self, whose: Whose) -> Result<(Rule, String), Vec<Invalid>> {
        let mut faults = Vec::new();
        let parameter = which(&self.parameter, &mut faults);
        let side = side(&self.side, &mut faults);
        let measure = Measure::parse(&self.measure);
        if measure.is_none() {
            faults.push(Invalid::new("measure", "Choose what is compared."));
        }
        if let (Some(Measure::Baseline), Some(parameter)) = (measure, parameter)
            && !super::baseline::OF.contains(&parameter)
        {
            faults.push(Invalid::new(
                "measure",
                "Only pressures of the circuit have a start of the session to compare with.",
            ));
        }
        if let (Some(measure), Some(parameter)) = (measure, parameter)
            && (measure == Measure::Plan) != (parameter == PLANNED)
        {
            faults.push(Invalid::new(
                "measure",
                "The fluid removed is compared with the plan of the session, and nothing else is.",
            ));
        }
        if let (Some(Measure::Usual), Some(parameter)) = (measure, parameter)
            && !matches!(parameter, Parameter::ArterialPressure | Parameter::VenousPressure)
        {
            faults.push(Invalid::new(
                "measure",
                "Only the arterial and the venous pressure are compared with earlier sessions.",
            ));
        }
        let raise = number("raise", &self.raise, &mut faults);
        let clear = match self.clear.trim().is_empty() {
            true => raise,
            false => number("clear", &self.clear, &mut faults),
        };
        let seconds = whole("seconds", &self.seconds, LONGEST_SECONDS, &mut faults);
        let times = whole("times", &self.times, 20, &mut faults);
        let within = whole("within", &self.within, LONGEST_WITHIN_MINUTES, &mut faults);
        if times > 1 && within == 0 && !faults.iter().any(|fault| fault.field == "within") {
            faults.push(Invalid::new("within", "Enter within how many minutes, 1 to 15."));
        }
        let why = reason("reason", &self.reason).map_err(|fault| faults.push(fault)).ok();
        if let (Some(parameter), Some(side), Some(measure), Some(raise), Some(clear)) =
            (parameter, side, measure, raise, clear)
        {
            check_numbers(parameter, side, measure, (raise, clear), &mut faults);
            if let (Some(why), true) = (why, faults.is_empty()) {
                let hold = Hold {
                    seconds,
                    times: u8::try_from(times).unwrap_or(u8::MAX),
                    within: if times > 1 { within * 60 } else { 0 },
                };
                let rule = Rule {
                    parameter,
                    side,
                    measure,
                    raise,
                    clear,
                    hold,
                    whose,
                };
                return Ok((rule, why));
            }
        }
        Err(faults)
    }
}

/// A limit of one patient as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PatientTyped {
    /// Of which parameter.
    pub parameter: String,
    /// Which side is wrong.
    pub side: String,
    /// Where it raises; of [`PLANNED`], so far from the plan.
    pub value: String,
    /// For how many days it holds.
    pub days: String,
    /// Why it is set.
    pub reason: String,
}

/// A limit of one patient that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct PatientSet {
    /// Of which parameter.
    pub parameter: Parameter,
    /// Which side is wrong.
    pub side: Side,
    /// Where it raises; of [`PLANNED`], so far from the plan.
    pub value: f32,
    /// For how many days it holds.
    pub days: u16,
    /// Why.
    pub reason: String,
}

/// The longest that a limit of one patient holds, in days: somebody looks again. A setting of the house, not a clinical number.
pub const LONGEST_DAYS: u16 = 90;

impl PatientTyped {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 5] {
        [
            ("parameter", &self.parameter),
            ("side", &self.side),
            ("value", &self.value),
            ("days", &self.days),
            ("reason", &self.reason),
        ]
    }

    /// Reads it.
    ///
    /// # Errors
    /// Every fault with its field.
    pub fn read(&self) -> Result<PatientSet, Vec<Invalid>> {
        let mut faults = Vec::new();
        let parameter = which(&self.parameter, &mut faults);
        let side = side(&self.side, &mut faults);
        let value = number("value", &self.value, &mut faults);
        let days = self
            .days
            .trim()
            .parse::<u16>()
            .ok()
            .filter(|days| (1..=LONGEST_DAYS).contains(days));
        if days.is_none() {
            faults.push(Invalid::new("days", "Enter for how many days it holds, 1 to 90."));
        }
        let why = reason("reason", &self.reason).map_err(|fault| faults.push(fault)).ok();
        if let (Some(parameter), Some(value)) = (parameter, value)
            && !match parameter {
                PLANNED => value > 0.0 && plausible::holds((0.0, FARTHEST_LITRES), value),
                _ => plausible::range(parameter).is_some_and(|range| plausible::holds(range, value)),
            }
        {
            faults.push(Invalid::new("value", IMPLAUSIBLE));
        }
        match (parameter, side, value, days, why) {
            (Some(parameter), Some(side), Some(value), Some(days), Some(reason)) if faults.is_empty() => {
                Ok(PatientSet {
                    parameter,
                    side,
                    value: parameter.rounded(value),
                    days,
                    reason,
                })
            }
            _ => Err(faults),
        }
    }
}

const IMPLAUSIBLE: &str = "No device measures this value. Check the number and its unit.";

fn which(typed: &str, faults: &mut Vec<Invalid>) -> Option<Parameter> {
    let found = watched().find(|parameter| parameter.name() == typed);
    if found.is_none() {
        faults.push(Invalid::new("parameter", "Choose what is measured."));
    }
    found
}

fn side(typed: &str, faults: &mut Vec<Invalid>) -> Option<Side> {
    let found = Side::parse(typed);
    if found.is_none() {
        faults.push(Invalid::new("side", "Choose which side is wrong."));
    }
    found
}

/// A number as people type it: with a point or a comma, with either minus.
fn number(field: &str, typed: &str, faults: &mut Vec<Invalid>) -> Option<f32> {
    let read = slip::plain(&typed.replace('\u{2212}', "-"))
        .map(|value| value as f32)
        .filter(|value| value.is_finite());
    if read.is_none() {
        faults.push(slip::fault(field, typed, "Enter a number, such as 90 or 36.5."));
    }
    read
}

/// A whole number up to `most`; 0 for what is empty or wrong.
fn whole(field: &str, typed: &str, most: u16, faults: &mut Vec<Invalid>) -> u16 {
    let text = typed.trim();
    if text.is_empty() {
        return 0;
    }
    match text.parse::<u16>() {
        Ok(value) if value <= most => value,
        _ => {
            let right = match field {
                "seconds" => "Enter the seconds as a whole number, at most 600.",
                "times" => "Enter how often as a whole number, at most 20.",
                _ => "Enter within how many minutes, 1 to 15.",
            };
            faults.push(Invalid::new(field, right));
            0
        }
    }
}

fn check_numbers(
    parameter: Parameter,
    side: Side,
    measure: Measure,
    (raise, clear): (f32, f32),
    faults: &mut Vec<Invalid>,
) {
    let holds = |value: f32| match measure {
        Measure::Value => plausible::range(parameter).is_some_and(|range| plausible::holds(range, value)),
        Measure::Baseline | Measure::Usual => plausible::holds((0.0, FARTHEST), value),
        Measure::Plan => plausible::holds((0.0, FARTHEST_LITRES), value),
    };
    if !holds(raise) || (measure != Measure::Value && raise <= 0.0) {
        faults.push(Invalid::new("raise", IMPLAUSIBLE));
    } else if !holds(clear) {
        faults.push(Invalid::new("clear", IMPLAUSIBLE));
    } else {
        // Of a distance the smaller one is further inside, whichever side is wrong.
        let is_inside = match (measure, side) {
            (Measure::Value, Side::Low) => clear >= raise,
            _ => clear <= raise,
        };
        if !is_inside {
            faults.push(Invalid::new(
                "clear",
                "The value is well again on the inner side of the limit. Check both.",
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn venous() -> RuleTyped {
        RuleTyped {
            parameter: "venous_pressure".into(),
            side: "high".into(),
            measure: "value".into(),
            raise: "240".into(),
            clear: "230".into(),
            seconds: "30".into(),
            reason: "Our needles".into(),
            ..RuleTyped::default()
        }
    }

    fn wrong(typed: &RuleTyped) -> Vec<String> {
        let faults = typed.read(Whose::Hospital).unwrap_err();
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_rule_is_read_with_what_it_asks_for() {
        let (rule, why) = venous().read(Whose::Hospital).unwrap();
        assert_eq!((rule.raise, rule.clear, rule.hold.seconds), (240.0, 230.0, 30));
        assert_eq!(why, "Our needles");
        let often = RuleTyped {
            times: "3".into(),
            within: "10".into(),
            ..venous()
        };
        let (rule, _) = often.read(Whose::Machine).unwrap();
        assert_eq!((rule.hold.times, rule.hold.within), (3, 600));
    }

    #[test]
    fn an_arterial_limit_is_typed_with_either_minus() {
        for raise in ["-230", "\u{2212}230"] {
            let arterial = RuleTyped {
                parameter: "arterial_pressure".into(),
                side: "low".into(),
                raise: raise.into(),
                clear: String::new(),
                ..venous()
            };
            let (rule, _) = arterial.read(Whose::Hospital).unwrap();
            assert_eq!((rule.raise, rule.clear), (-230.0, -230.0));
        }
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let with = |change: fn(&mut RuleTyped)| {
            let mut typed = venous();
            change(&mut typed);
            wrong(&typed)
        };
        assert_eq!(with(|it| it.parameter = "total_volume".into()), ["parameter"]);
        assert_eq!(with(|it| it.side = String::new()), ["side"]);
        assert_eq!(with(|it| it.raise = "1e2".into()), ["raise"]);
        assert_eq!(with(|it| it.raise = "2000".into()), ["raise"]);
        assert_eq!(with(|it| it.clear = "250".into()), ["clear"]);
        assert_eq!(with(|it| it.seconds = "601".into()), ["seconds"]);
        assert_eq!(with(|it| it.times = "3".into()), ["within"]);
        assert_eq!(with(|it| it.reason = "?".into()), ["reason"]);
        assert_eq!(
            with(|it| {
                it.parameter = "systolic".into();
                it.measure = "baseline".into();
            }),
            ["measure"]
        );
        // Nor are 260 litres a distance.
        assert_eq!(with(|it| it.measure = "plan".into()), ["measure", "raise"]);
        assert_eq!(
            with(|it| {
                it.parameter = "transmembrane_pressure".into();
                it.measure = "usual".into();
            }),
            ["measure"]
        );
        assert_eq!(RuleTyped::default().read(Whose::Hospital).unwrap_err().len(), 5);
    }

    #[test]
    fn the_fluid_removed_is_watched_by_its_distance_from_the_plan_alone() {
        let fluid = RuleTyped {
            parameter: "uf_removed".into(),
            measure: "plan".into(),
            raise: "0,3".into(),
            clear: "0.2".into(),
            ..venous()
        };
        let (rule, _) = fluid.read(Whose::Hospital).unwrap();
        assert_eq!((rule.measure, rule.raise, rule.clear), (Measure::Plan, 0.3, 0.2));
        let with = |change: fn(&mut RuleTyped)| {
            let mut typed = fluid.clone();
            change(&mut typed);
            wrong(&typed)
        };
        assert_eq!(with(|it| it.measure = "value".into()), ["measure"]);
        assert_eq!(with(|it| it.raise = "300".into()), ["raise"], "millilitres");
        assert_eq!(with(|it| it.clear = "0.4".into()), ["clear"]);
        let own = PatientTyped {
            parameter: "uf_removed".into(),
            side: "low".into(),
            value: "0.5".into(),
            days: "14".into(),
            reason: "Fills slowly".into(),
        };
        assert_eq!(own.read().unwrap().value, 0.5);
        for value in ["0", "500"] {
            let own = PatientTyped {
                value: value.into(),
                ..own.clone()
            };
            assert_eq!(own.read().unwrap_err()[0].field, "value");
        }
    }

    #[test]
    fn a_patients_limit_ends_within_ninety_days() {
        let typed = PatientTyped {
            parameter: "systolic".into(),
            side: "low".into(),
            value: "80".into(),
            days: "14".into(),
            reason: "Low for years".into(),
        };
        assert_eq!(typed.read().unwrap().days, 14);
        for days in ["", "0", "91", "x"] {
            let typed = PatientTyped {
                days: days.into(),
                ..typed.clone()
            };
            assert_eq!(typed.read().unwrap_err()[0].field, "days");
        }
        let far = PatientTyped {
            value: "900".into(),
            ..typed
        };
        assert_eq!(far.read().unwrap_err()[0].field, "value");
    }

    #[test]
    fn every_default_has_its_source_and_nothing_else_has_one() {
        for parameter in Parameter::ALL {
            for side in Side::ALL {
                let has_default = default_of(parameter, side).is_some();
                assert_eq!(source(parameter, side).is_some(), has_default, "{parameter:?} {side:?}");
            }
        }
    }
}
