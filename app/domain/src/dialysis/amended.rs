//! A number of a signed session that was wrong, and the right one. What was signed stays as it was; figures are worked out with the right number from then on, and both are read.
//!
//! Urea has lines of its own ([`super::samples`]); what is no number is amended in words.

use serde::{Deserialize, Serialize};

use super::before::WEIGHT;
use super::named::named;
use super::read::{Range, Reader};
use crate::invalid::Invalid;
use crate::numbers::fixed;
use crate::units::{Quantity, Unit};

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

    /// Whether it is a weight, which is typed and read in the unit of whoever does.
    pub const fn is_weight(self) -> bool {
        matches!(self, Self::WeightBefore | Self::WeightAfter)
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
    /// The unit of a weight: that of the form when it was drawn, whatever its reader reads in since. Kilograms where none is sent.
    pub weight_unit: String,
    /// Why.
    pub reason: String,
}

impl Typed {
    /// Which number is meant.
    pub fn number(&self) -> Option<Number> {
        Number::parse(self.number.trim())
    }

    fn unit(&self) -> Unit {
        Unit::parse(self.weight_unit.trim())
            .filter(|unit| unit.quantity() == Quantity::Weight)
            .unwrap_or(Unit::Kilogram)
    }

    /// Reads it. `now` is the number as it stands.
    ///
    /// # Errors
    /// A fault for each field that is missing or cannot be, and for a number that stands there already.
    pub fn read(&self, now: Option<f64>) -> Result<Amended, Vec<Invalid>> {
        let mut it = Reader::default();
        let number = it.one("number", &self.number, Number::parse, Number::WeightAfter);
        let value = match number.is_weight() {
            true => it.unit("value", &self.value, self.unit(), WEIGHT),
            false => it.number("value", &self.value, number.range()),
        };
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
            ..Typed::default()
        };
        typed.read(Some(72.4))
    }

    /// 162.9 lb are 73.9 kg (1 lb is 0.45359237 kg: `crate::units`); read as kilograms it would be a weight that can be.
    #[test]
    fn a_weight_is_read_in_the_unit_in_which_it_was_typed() {
        let typed = |number: &str, value: &str, unit: &str| Typed {
            number: number.into(),
            value: value.into(),
            weight_unit: unit.into(),
            reason: "Shoes on.".into(),
        };
        let kept = |unit| typed("weight_after", "162.9", unit).read(Some(72.4)).unwrap().value;
        assert_eq!(Number::WeightAfter.written(kept("[lb_av]")), "73.9 kg");
        assert_eq!(Number::WeightAfter.written(kept("kg")), "162.9 kg");
        assert_eq!(kept("Cel"), kept(""), "what is no unit of a weight is none");
        let light = typed("weight_after", "4", "[lb_av]").read(Some(72.4)).unwrap_err();
        assert!(light[0].reason.ends_with("lb."), "{light:?}");
        // Other numbers have one unit each.
        let minutes = typed("minutes", "180", "[lb_av]").read(Some(240.0)).unwrap();
        assert_eq!(minutes.value, 180.0);
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
