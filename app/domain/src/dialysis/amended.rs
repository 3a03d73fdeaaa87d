//! A number of a signed session that was wrong, and the right one. What was signed stays as it was; figures are worked out with the right number from then on, and both are read.
//!
//! Urea has lines of its own ([`super::samples`]); what is no number is amended in words.

use serde::{Deserialize, Serialize};

use super::before::WEIGHT;
use super::named::named;
use super::read::{Range, Reader};
use crate::invalid::Invalid;
use crate::numbers::fixed;

named! {
    /// Which number.
    Number {
        /// Weight before, kg.
        WeightBefore = "weight_before",
        /// Weight after, kg.
        WeightAfter = "weight_after",
        /// Fluid taken, mL.
        UfRemoved = "uf_removed",
        /// How long blood ran, min.
        Minutes = "minutes",
    }
}

impl Number {
    const fn range(self) -> Range {
        match self {
            Self::WeightBefore | Self::WeightAfter => Range(WEIGHT.0, WEIGHT.1, 1, "kg"),
            Self::UfRemoved => Range(0.0, 12_000.0, 0, "mL"),
            Self::Minutes => Range(1.0, 960.0, 0, "min"),
        }
    }

    /// As it is kept in both texts of the amendment: `72.4 kg`. In the unit in which it is stored, for every reader.
    pub fn written(self, value: f64) -> String {
        let Range(_, _, decimals, unit) = self.range();
        format!("{} {unit}", fixed(value, decimals))
    }
}

/// The right number, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Amended {
    /// Which.
    pub number: Number,
    /// The right one.
    pub value: f64,
    /// Why.
    pub reason: String,
}

/// The same as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// [`Number`] by its name.
    pub number: String,
    /// In the unit that stands beside its name.
    pub value: String,
    /// Why.
    pub reason: String,
}

impl Typed {
    /// Which number is meant.
    pub fn number(&self) -> Option<Number> {
        Number::parse(self.number.trim())
    }

    /// Reads it. `now` is the number as it stands.
    ///
    /// # Errors
    /// A fault for each field that is missing or cannot be, and for a number that stands there already.
    pub fn read(&self, now: Option<f64>) -> Result<Amended, Vec<Invalid>> {
        let mut it = Reader::default();
        let number = it.one("number", &self.number, Number::parse, Number::WeightAfter);
        let value = it.number("value", &self.value, number.range());
        if now.is_some_and(|now| number.written(now) == number.written(value)) {
            it.fault("value", "This number stands there already.");
        }
        let reason = it.words("reason", &self.reason, 500, "Say why it is another number.");
        if (1..3).contains(&reason.chars().count()) {
            it.fault("reason", "Say why it is another number.");
        }
        it.done(Amended { number, value, reason })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(number: &str, value: &str, reason: &str) -> Result<Amended, Vec<Invalid>> {
        let typed = Typed {
            number: number.into(),
            value: value.into(),
            reason: reason.into(),
        };
        typed.read(Some(72.4))
    }

    #[test]
    fn a_number_is_another_one_within_its_range_and_says_why() {
        let amended = read("weight_after", "71,4", "Shoes on.").unwrap();
        assert_eq!((amended.number, amended.value), (Number::WeightAfter, 71.4));
        assert_eq!(Number::WeightAfter.written(71.4), "71.4 kg");
        assert_eq!(Number::UfRemoved.written(2_400.0), "2400 mL");
        for (number, value, reason, field) in [
            ("weight_after", "72.4", "Shoes on.", "value"),
            ("weight_after", "714", "Shoes on.", "value"),
            ("minutes", "0", "Late click.", "value"),
            ("urea", "7.2", "Late.", "number"),
            ("weight_after", "71.4", "", "reason"),
            ("weight_after", "71.4", "ab", "reason"),
        ] {
            assert_eq!(
                read(number, value, reason).unwrap_err()[0].field,
                field,
                "{number} {value}"
            );
        }
    }
}
