//! What a technician notes of somebody at the machine, field by field. It orders nothing: what is prescribed, the dry weight and the sessions have rules of their own. It is what was seen and
//! used, for the doctor who decides.
//!
//! # Adding a field
//! A variant with its word and its [`Sort`] here, its word in the rule `medical_update_field_known` (a migration), what it is called in `app::forms::dialysis::updates`.

use super::before::WEIGHT;
use crate::invalid::Invalid;
use crate::numbers::fixed;
use crate::slip;
use crate::units::Units;

/// What is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What is wrong with the access to the blood, as it was seen.
    AccessProblem,
    /// Gauge of the needles that were used.
    NeedleGauge,
    /// Heparin that was given, in international units.
    Heparin,
    /// The dialyser that was used.
    Dialyser,
    /// The weight at which they seemed dry.
    DryWeightObserved,
    /// Weight before the treatment.
    WeightBefore,
    /// Weight after it.
    WeightAfter,
    /// What others must be kept from.
    Isolation,
}

/// How a field is read and shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sort {
    /// In words.
    Words,
    /// A whole number within these ends, both included, with its unit.
    Whole(i32, i32, &'static str),
    /// A weight, typed in the unit of who writes, kept in kg.
    Weight,
}

/// The longest text of a field, in characters.
pub const LONGEST: usize = 500;

impl Field {
    /// Every one, as the page shows them.
    pub const ALL: [Self; 8] = [
        Self::AccessProblem,
        Self::NeedleGauge,
        Self::Heparin,
        Self::Dialyser,
        Self::DryWeightObserved,
        Self::WeightBefore,
        Self::WeightAfter,
        Self::Isolation,
    ];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccessProblem => "access_problem",
            Self::NeedleGauge => "needle_gauge",
            Self::Heparin => "heparin",
            Self::Dialyser => "dialyser",
            Self::DryWeightObserved => "dry_weight_observed",
            Self::WeightBefore => "weight_before",
            Self::WeightAfter => "weight_after",
            Self::Isolation => "isolation",
        }
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// How it is read. Gauges and heparin have the ranges of a prescription (`migrations/20261127300000_dialysis_begin.sql`), weights those of a session.
    pub const fn sort(self) -> Sort {
        match self {
            Self::AccessProblem | Self::Dialyser | Self::Isolation => Sort::Words,
            Self::NeedleGauge => Sort::Whole(14, 17, "G"),
            Self::Heparin => Sort::Whole(0, 20_000, "IU"),
            Self::DryWeightObserved | Self::WeightBefore | Self::WeightAfter => Sort::Weight,
        }
    }

    /// Reads what was typed, as it is kept; nothing typed means that nothing is noted any more.
    ///
    /// # Errors
    /// A sentence for the field `value`.
    pub fn read(self, typed: &str, units: Units) -> Result<String, Invalid> {
        let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Ok(text);
        }
        match self.sort() {
            Sort::Words if text.chars().count() > LONGEST => {
                Err(Invalid::new("value", "Use at most 500 characters here."))
            }
            Sort::Words => Ok(text),
            Sort::Whole(low, high, unit) => match text.parse::<i32>() {
                Ok(value) if (low..=high).contains(&value) => Ok(value.to_string()),
                _ => {
                    let range = (f64::from(low), f64::from(high));
                    Err(slip::fault("value", typed, slip::ranged(range, 0, unit)))
                }
            },
            Sort::Weight => units
                .weight
                .read("value", &text, WEIGHT)
                .map(|kilograms| fixed(kilograms, 2)),
        }
    }
}

/// Reads why something is noted or taken back.
///
/// # Errors
/// A sentence for the field `reason`.
pub fn reason(typed: &str) -> Result<String, Invalid> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        3..=LONGEST => Ok(text),
        _ => Err(Invalid::new("reason", "Say why, in 3 to 500 characters.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(field: Field, typed: &str) -> Result<String, Invalid> {
        field.read(typed, Units::default())
    }

    #[test]
    fn each_field_is_found_by_its_own_word() {
        for field in Field::ALL {
            assert_eq!(Field::parse(field.name()), Some(field));
        }
        assert_eq!(Field::parse("temper"), None);
    }

    #[test]
    fn a_number_is_kept_as_one_and_within_its_ends() {
        assert_eq!(read(Field::NeedleGauge, " 15 ").as_deref(), Ok("15"));
        assert_eq!(read(Field::NeedleGauge, "014").as_deref(), Ok("14"));
        for typed in ["13", "18", "15.5", "thin"] {
            assert_eq!(read(Field::NeedleGauge, typed).unwrap_err().field, "value", "{typed}");
        }
        assert_eq!(read(Field::Heparin, "0").as_deref(), Ok("0"));
        assert!(read(Field::Heparin, "20001").is_err());
    }

    #[test]
    fn a_weight_is_kept_in_kilograms_and_words_without_their_gaps() {
        assert_eq!(read(Field::WeightBefore, "74,9").as_deref(), Ok("74.90"));
        assert!(read(Field::WeightBefore, "900").is_err());
        assert_eq!(
            read(Field::AccessProblem, " red \n and warm ").as_deref(),
            Ok("red and warm")
        );
        assert!(read(Field::Isolation, &"x".repeat(501)).is_err());
        for field in Field::ALL {
            assert_eq!(read(field, "  ").as_deref(), Ok(""), "nothing is noted any more");
        }
    }

    #[test]
    fn why_is_said_in_a_few_words_at_least() {
        assert!(reason(" a ").is_err() && reason(&"x".repeat(501)).is_err());
        assert_eq!(reason(" seen  at the chair").as_deref(), Ok("seen at the chair"));
    }
}
