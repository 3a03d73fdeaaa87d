//! The water for dialysis and the fluids made of it: what is tested in each, and the limits that hold where a hospital has set none.

use serde::{Deserialize, Serialize};

use super::{When, decimal, maybe, reason, when, whole};
use crate::invalid::Invalid;
use crate::typed;

/// What is drawn and tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fluid {
    /// Dialysis water. Every treatment asks for it.
    Water,
    /// Dialysis fluid as haemodialysis needs it at the least.
    Standard,
    /// Dialysis fluid out of which a machine may make substitution fluid. Who is given fluid into the blood asks for it, and who has it prescribed for haemodialysis.
    Ultrapure,
    /// What a machine makes out of ultrapure fluid and gives into the blood.
    Substitution,
}

impl Fluid {
    /// Every one, in the order in which one is made of the other.
    pub const ALL: [Self; 4] = [Self::Water, Self::Standard, Self::Ultrapure, Self::Substitution];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Water => "water",
            Self::Standard => "standard",
            Self::Ultrapure => "ultrapure",
            Self::Substitution => "substitution",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Water => "Dialysis water",
            Self::Standard => "Standard dialysis fluid",
            Self::Ultrapure => "Ultrapure dialysis fluid",
            Self::Substitution => "Substitution fluid",
        }
    }

    /// The standard that its limits of bacteria and endotoxin are of, by number, year and clause.
    pub const fn source(self) -> &'static str {
        match self {
            Self::Water => "ISO 23500-3:2019",
            Self::Standard => "ISO 23500-5:2019, 4.1.2",
            Self::Ultrapure => "ISO 23500-5:2019, 4.1.3",
            Self::Substitution => "ISO 23500-5:2019, 4.1.4",
        }
    }

    /// Whether only some treatments ask for it: fluid into the blood, or haemodialysis with ultrapure fluid.
    pub const fn is_for_some(self) -> bool {
        matches!(self, Self::Ultrapure | Self::Substitution)
    }

    /// The one of that word; what was written before there were several is dialysis water.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "" => Some(Self::Water),
            name => Self::ALL.into_iter().find(|one| one.name() == name),
        }
    }
}

/// What is tested in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Total chlorine: free chlorine and chloramines.
    TotalChlorine,
    /// Total hardness behind the softener.
    Hardness,
    /// Bacteria that can be grown.
    Bacteria,
    /// Endotoxin.
    Endotoxin,
}

/// Sterile, as a limit of bacteria in CFU/mL: the smallest number that the table of tests writes, so that nothing may have grown. It is no number of a standard; that it is
/// sterile no culture can show, and how the fluid is made answers for it.
pub const STERILE: f64 = 0.001;

/// The limits of one measure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// The limit.
    pub max: f64,
    /// From here on something is done before the limit is reached; none where there is no such level.
    pub action_from: Option<f64>,
    /// For how many hours a test answers for the water.
    pub valid_hours: i32,
}

/// What a value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Below every level.
    Passed,
    /// Within the limit, and at the level at which something is done.
    Action,
    /// Over the limit: no treatment that needs the fluid is started.
    Failed,
}

impl Verdict {
    /// As the database has it.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "passed" => Some(Self::Passed),
            "action" => Some(Self::Action),
            "failed" => Some(Self::Failed),
            _ => None,
        }
    }
}

impl Measure {
    /// Every one, in the order in which they are tested.
    pub const ALL: [Self; 4] = [Self::TotalChlorine, Self::Hardness, Self::Bacteria, Self::Endotoxin];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TotalChlorine => "total_chlorine",
            Self::Hardness => "hardness",
            Self::Bacteria => "bacteria",
            Self::Endotoxin => "endotoxin",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::TotalChlorine => "Total chlorine",
            Self::Hardness => "Total hardness",
            Self::Bacteria => "Bacteria",
            Self::Endotoxin => "Endotoxin",
        }
    }

    /// Its unit.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::TotalChlorine => "mg/L",
            Self::Hardness => "mg/L CaCO₃",
            Self::Bacteria => "CFU/mL",
            Self::Endotoxin => "EU/mL",
        }
    }

    /// The limit in a fluid that holds where the hospital has set none, and none where it is not tested in it; the table `water_measure` says the same.
    ///
    /// Water: bacteria below 100 CFU/mL and endotoxin below 0.25 EU/mL, action at half of each: ISO 23500-3:2019 (`spec/clinical.md`, water). Total chlorine at most 0.1 mg/L is
    /// how the same standard's table of contaminants is quoted; `spec/clinical.md` does not have the number, and the standard was not at hand to be compared. Hardness: one grain per gallon (17 mg/L CaCO3) behind a softener is practice and no number of that standard: each
    /// hospital confirms or replaces it on the page of its water. How long a test answers (a day, and a month of 31 days) is practice, too, and is set there.
    ///
    /// Standard dialysis fluid: bacteria below 100 CFU/mL and endotoxin below 0.5 EU/mL, action typically at half of each (ISO 23500-5:2019, 4.1.2). Ultrapure dialysis fluid: below
    /// 0.1 CFU/mL and below 0.03 EU/mL (4.1.3), which names no level of action. Substitution fluid made at the machine: sterile and non-pyrogenic (4.1.4, and so the table "Microbiologic
    /// quality requirements of fluids used for hemodialysis and related therapies" of the Clinical Journal of the American Society of Nephrology, by ISO 11663:2014). Sterile is written
    /// as [`STERILE`]. Non-pyrogenic has no number there (that table has 0.25 EU/mL for the FDA): the limit is that of the ultrapure fluid that it is filtered from, which a filter does not make worse.
    pub const fn default_limit(self, fluid: Fluid) -> Option<Limit> {
        let (max, action_from, valid_hours) = match (fluid, self) {
            (Fluid::Water, Self::TotalChlorine) => (0.1, None, 24),
            (Fluid::Water, Self::Hardness) => (17.0, None, 24),
            (_, Self::TotalChlorine | Self::Hardness) => return None,
            (Fluid::Water | Fluid::Standard, Self::Bacteria) => (100.0, Some(50.0), 744),
            (Fluid::Water, Self::Endotoxin) => (0.25, Some(0.125), 744),
            (Fluid::Standard, Self::Endotoxin) => (0.5, Some(0.25), 744),
            (Fluid::Ultrapure, Self::Bacteria) => (0.1, None, 744),
            (Fluid::Ultrapure | Fluid::Substitution, Self::Endotoxin) => (0.03, None, 744),
            (Fluid::Substitution, Self::Bacteria) => (STERILE, None, 744),
        };
        Some(Limit {
            max,
            action_from,
            valid_hours,
        })
    }

    /// What `value` says under `limit`. The limits of bacteria and endotoxin are "below", those of the others "at most".
    pub fn verdict(self, value: f64, limit: &Limit) -> Verdict {
        let over = match self {
            Self::Bacteria | Self::Endotoxin => value >= limit.max,
            Self::TotalChlorine | Self::Hardness => value > limit.max,
        };
        match over {
            true => Verdict::Failed,
            false if limit.action_from.is_some_and(|from| value >= from) => Verdict::Action,
            false => Verdict::Passed,
        }
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// A test as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TestTyped {
    /// What was drawn; empty for dialysis water.
    pub fluid: String,
    /// What was tested.
    pub measure: String,
    /// The value, in the unit of the measure.
    pub value: String,
    /// Where it was drawn.
    pub point: String,
    /// The day; empty for now.
    pub on: String,
    /// The time.
    pub at: String,
    /// What is to be known.
    pub note: String,
}

/// A test.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// What was drawn.
    pub fluid: Fluid,
    /// What was tested.
    pub measure: Measure,
    /// The value.
    pub value: f64,
    /// Where it was drawn.
    pub point: String,
    /// When it was drawn.
    pub when: When,
    /// What is to be known.
    pub note: Option<String>,
}

impl TestTyped {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 7] {
        [
            ("fluid", &self.fluid),
            ("measure", &self.measure),
            ("value", &self.value),
            ("point", &self.point),
            ("on", &self.on),
            ("at", &self.at),
            ("note", &self.note),
        ]
    }

    /// Reads it.
    pub fn read(&self) -> Result<Test, Vec<Invalid>> {
        let right = "Enter the value as a number, such as 0.02.";
        let of = measure_of(&self.fluid, &self.measure);
        let value = decimal("value", &self.value, 0.0..=99_999.0, right)
            .and_then(|value| value.ok_or_else(|| Invalid::new("value", right)));
        let point = typed::name("point", "where it was drawn", &self.point);
        match (
            of,
            value,
            point,
            when(&self.on, &self.at),
            maybe("note", &self.note, 500),
        ) {
            (Ok((fluid, measure)), Ok(value), Ok(point), Ok(when), Ok(note)) => Ok(Test {
                fluid,
                measure,
                value,
                point,
                when,
                note,
            }),
            (of, value, point, when, note) => {
                let faults = [of.err(), value.err(), point.err(), when.err(), note.err()];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// What was drawn, and what was tested in it.
fn measure_of(fluid: &str, measure: &str) -> Result<(Fluid, Measure), Invalid> {
    let fluid = Fluid::parse(fluid).ok_or_else(|| Invalid::new("fluid", "Choose what was drawn."))?;
    let measure = Measure::parse(measure).ok_or_else(|| Invalid::new("measure", "Choose what was tested."))?;
    match measure.default_limit(fluid) {
        Some(_) => Ok((fluid, measure)),
        None => Err(Invalid::new(
            "measure",
            "Chlorine and hardness are tested in dialysis water alone. Choose bacteria or endotoxin.",
        )),
    }
}

/// A limit as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LimitTyped {
    /// Of which fluid; empty for dialysis water.
    pub fluid: String,
    /// Of which measure.
    pub measure: String,
    /// The limit.
    pub max: String,
    /// From where on something is done; empty for no such level.
    pub action_from: String,
    /// For how many hours a test answers.
    pub valid_hours: String,
    /// Why it is set.
    pub reason: String,
}

impl LimitTyped {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("fluid", &self.fluid),
            ("measure", &self.measure),
            ("max", &self.max),
            ("action_from", &self.action_from),
            ("valid_hours", &self.valid_hours),
            ("reason", &self.reason),
        ]
    }

    /// Reads it: of which fluid and measure, the limit, and why.
    pub fn read(&self) -> Result<(Fluid, Measure, Limit, String), Vec<Invalid>> {
        let right = "Enter the limit as a number above 0.";
        let of = measure_of(&self.fluid, &self.measure);
        let max = decimal("max", &self.max, 0.001..=99_999.0, right)
            .and_then(|value| value.ok_or_else(|| Invalid::new("max", right)));
        let action = decimal(
            "action_from",
            &self.action_from,
            0.001..=99_999.0,
            "Enter the level as a number above 0, or nothing.",
        );
        let action = match (&max, action) {
            (Ok(max), Ok(Some(action))) if action > *max => Err(Invalid::new(
                "action_from",
                "This level lies above the limit. Check both.",
            )),
            (_, action) => action,
        };
        let hours = "Enter for how many hours a test answers: 1 to 9000.";
        let valid_hours = whole("valid_hours", &self.valid_hours, 1..=9_000, hours)
            .and_then(|hours_typed| hours_typed.ok_or_else(|| Invalid::new("valid_hours", hours)));
        match (of, max, action, valid_hours, reason("reason", &self.reason)) {
            (Ok((fluid, measure)), Ok(max), Ok(action_from), Ok(valid_hours), Ok(reason)) => Ok((
                fluid,
                measure,
                Limit {
                    max,
                    action_from,
                    valid_hours,
                },
                reason,
            )),
            (of, max, action, valid_hours, reason) => {
                let faults = [of.err(), max.err(), action.err(), valid_hours.err(), reason.err()];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says_in(fluid: Fluid, measure: Measure, value: f64) -> Verdict {
        measure.verdict(value, &measure.default_limit(fluid).unwrap())
    }

    #[test]
    fn below_means_below_and_at_most_means_at_most() {
        let says = |measure: Measure, value: f64| says_in(Fluid::Water, measure, value);
        assert_eq!(says(Measure::Bacteria, 49.0), Verdict::Passed);
        assert_eq!(says(Measure::Bacteria, 50.0), Verdict::Action);
        assert_eq!(says(Measure::Bacteria, 100.0), Verdict::Failed);
        assert_eq!(says(Measure::Endotoxin, 0.249), Verdict::Action);
        assert_eq!(says(Measure::Endotoxin, 0.25), Verdict::Failed);
        assert_eq!(says(Measure::TotalChlorine, 0.1), Verdict::Passed);
        assert_eq!(says(Measure::TotalChlorine, 0.11), Verdict::Failed);
    }

    /// The numbers of ISO 23500-5:2019, 4.1.2 to 4.1.4.
    #[test]
    fn each_fluid_has_limits_of_its_own() {
        use Fluid::{Standard, Substitution, Ultrapure};
        assert_eq!(says_in(Standard, Measure::Bacteria, 99.0), Verdict::Action);
        assert_eq!(says_in(Standard, Measure::Endotoxin, 0.249), Verdict::Passed);
        assert_eq!(says_in(Standard, Measure::Endotoxin, 0.25), Verdict::Action);
        assert_eq!(says_in(Standard, Measure::Endotoxin, 0.5), Verdict::Failed);
        assert_eq!(says_in(Ultrapure, Measure::Bacteria, 0.09), Verdict::Passed);
        assert_eq!(says_in(Ultrapure, Measure::Bacteria, 0.1), Verdict::Failed);
        assert_eq!(says_in(Ultrapure, Measure::Endotoxin, 0.029), Verdict::Passed);
        assert_eq!(says_in(Ultrapure, Measure::Endotoxin, 0.03), Verdict::Failed);
        // Nothing may have grown.
        assert_eq!(says_in(Substitution, Measure::Bacteria, 0.0), Verdict::Passed);
        assert_eq!(says_in(Substitution, Measure::Bacteria, 0.001), Verdict::Failed);
        assert_eq!(says_in(Substitution, Measure::Endotoxin, 0.03), Verdict::Failed);
        let tested = |fluid| Measure::ALL.map(|measure| measure.default_limit(fluid).is_some());
        assert_eq!(tested(Fluid::Water), [true; 4]);
        for fluid in [Standard, Ultrapure, Substitution] {
            assert_eq!(tested(fluid), [false, false, true, true], "{fluid:?}");
            assert_eq!(Fluid::parse(fluid.name()), Some(fluid));
        }
        assert_eq!((Fluid::parse(""), Fluid::parse("tea")), (Some(Fluid::Water), None));
    }

    #[test]
    fn a_level_lies_below_its_limit_and_a_limit_says_why() {
        let typed = LimitTyped {
            fluid: "ultrapure".into(),
            measure: "endotoxin".into(),
            max: "0,03".into(),
            action_from: "0.5".into(),
            valid_hours: "744".into(),
            reason: "As the standard has it".into(),
        };
        assert_eq!(typed.read().unwrap_err()[0].field, "action_from");
        let typed = LimitTyped {
            action_from: String::new(),
            ..typed
        };
        let (fluid, measure, limit, _) = typed.read().unwrap();
        assert_eq!(
            (fluid, measure, limit.max, limit.action_from),
            (Fluid::Ultrapure, Measure::Endotoxin, 0.03, None)
        );
        assert_eq!(LimitTyped::default().read().unwrap_err().len(), 4);
    }

    #[test]
    fn a_test_says_what_where_and_how_much() {
        let typed = TestTyped {
            measure: "total_chlorine".into(),
            value: "0.02".into(),
            point: "After the carbon tank".into(),
            ..TestTyped::default()
        };
        let read = typed.read().unwrap();
        assert_eq!((read.fluid, read.value), (Fluid::Water, 0.02));
        let of = |fluid: &str| TestTyped {
            fluid: fluid.into(),
            ..typed.clone()
        };
        assert_eq!(of("ultrapure").read().unwrap_err()[0].field, "measure");
        assert_eq!(of("tea").read().unwrap_err()[0].field, "fluid");
        assert_eq!(TestTyped::default().read().unwrap_err().len(), 3);
    }
}
