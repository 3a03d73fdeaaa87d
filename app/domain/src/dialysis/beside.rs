//! What comes hidden beside the numbers of a form: the unit in which each was typed, as the form was drawn, and the weight that was asked about and confirmed. So a number keeps its unit,
//! whatever its reader chooses in another tab meanwhile, and a slip of the finger is asked about once.

use super::quantities::Kilograms;
use crate::invalid::Invalid;
use crate::numbers::fixed;
use crate::units::{Quantity, Unit, Units};

/// The field that confirms a weight: it holds the weight as it was typed, so that another one is asked about again.
pub const CONFIRMED: &str = "confirmed";

/// Which difference is asked about: more than a tenth of what is known. This is a question of typing (a digit too few, two that were changed over, pounds for kilograms) and no clinical limit:
/// whoever says that it is right goes on. The specification names none; between two treatments people gain a few hundredths of their weight.
const ASKS: f64 = 0.10;

/// A number that people read in more than one unit.
#[derive(Clone, Copy, Debug)]
pub struct Number<'a> {
    /// Its field.
    pub field: &'a str,
    /// What it measures.
    pub quantity: Quantity,
    /// What was typed.
    pub typed: &'a str,
    /// The name of the unit that came with it.
    pub unit: &'a str,
}

/// What came beside the numbers. [`Beside::units`] is asked for once the rights are decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    units: Result<Units, Vec<Invalid>>,
    confirmed: String,
}

/// Numbers of the house's own, of which none is asked about.
impl From<Units> for Beside {
    fn from(units: Units) -> Self {
        Self {
            units: Ok(units),
            confirmed: String::new(),
        }
    }
}

/// Weights that are known of somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    /// The last that was measured.
    pub last: Option<Kilograms>,
    /// The dry weight.
    pub dry: Option<Kilograms>,
}

impl Beside {
    /// Of these numbers of a form. One that was not typed needs no unit.
    pub fn of<'a>(numbers: impl IntoIterator<Item = Number<'a>>, confirmed: &str) -> Self {
        let (mut units, mut faults) = (Units::STORED, Vec::new());
        for number in numbers.into_iter().filter(|number| !number.typed.trim().is_empty()) {
            match Unit::parse(number.unit).filter(|unit| unit.quantity() == number.quantity) {
                Some(unit) => units = units.with(Some(unit.name())),
                None => faults.push(Invalid::new(
                    number.field,
                    "It is not known in which unit this was typed. Look at it again.",
                )),
            }
        }
        Self {
            units: if faults.is_empty() { Ok(units) } else { Err(faults) },
            confirmed: confirmed.trim().to_owned(),
        }
    }

    /// The units in which they were typed.
    ///
    /// # Errors
    /// A sentence for each number that came without a unit of its own.
    pub fn units(&self) -> Result<Units, Vec<Invalid>> {
        self.units.clone()
    }

    /// Asks whether a weight is right that differs from what is known by more than a tenth; once, because whoever says so has sent it as `confirmed`.
    ///
    /// # Errors
    /// The question, for the field [`CONFIRMED`].
    pub fn ask(&self, typed: &str, weight: Kilograms, known: Known) -> Result<(), Vec<Invalid>> {
        if self.confirmed == typed.trim() {
            return Ok(());
        }
        let unit = self.units()?.weight;
        let shown = |kg: Kilograms| fixed(unit.of_stored(kg.0), unit.decimals());
        let is_far = |known: &Kilograms| (weight.0 - known.0).abs() > ASKS * known.0;
        let (sign, now) = (unit.sign(), shown(weight));
        let sentence = match (known.last.filter(is_far), known.dry.filter(is_far)) {
            (Some(last), _) => format!(
                "The last weight was {}\u{a0}{sign}. Is {now}\u{a0}{sign} right?",
                shown(last)
            ),
            (None, Some(dry)) => format!(
                "The dry weight is {}\u{a0}{sign}. Is {now}\u{a0}{sign} right?",
                shown(dry)
            ),
            (None, None) => return Ok(()),
        };
        Err(vec![Invalid::new(CONFIRMED, sentence)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight<'a>(typed: &'a str, unit: &'a str) -> Number<'a> {
        Number {
            field: "weight",
            quantity: Quantity::Weight,
            typed,
            unit,
        }
    }

    const KNOWN: Known = Known {
        last: Some(Kilograms(72.4)),
        dry: Some(Kilograms(72.5)),
    };

    fn asked(typed: &str, kg: f64, known: Known, confirmed: &str) -> Option<String> {
        let beside = Beside::of([weight(typed, "kg")], confirmed);
        let faults = beside.ask(typed, Kilograms(kg), known).err()?;
        Some(
            faults
                .into_iter()
                .map(|fault| format!("{}: {}", fault.field, fault.reason))
                .collect(),
        )
    }

    #[test]
    fn a_number_has_the_unit_that_came_with_it() {
        let pounds = Beside::of([weight("160", "[lb_av]")], "");
        assert_eq!(pounds.units().unwrap().weight, Unit::Pound);
        assert_eq!(
            pounds.units().unwrap().temperature,
            Unit::Celsius,
            "nothing else was typed"
        );
    }

    #[test]
    fn without_a_unit_of_its_own_nothing_is_read() {
        for unit in ["", "stone", "Cel"] {
            let faults = Beside::of([weight("160", unit)], "").units().unwrap_err();
            assert_eq!(faults.len(), 1, "{unit}");
            assert_eq!(faults[0].field, "weight");
        }
        assert!(Beside::of([weight(" ", "")], "").units().is_ok(), "nothing was typed");
    }

    #[test]
    fn a_weight_that_is_far_off_is_asked_about_once() {
        assert_eq!(
            asked("27", 27.0, KNOWN, "").as_deref(),
            Some("confirmed: The last weight was 72.4\u{a0}kg. Is 27.0\u{a0}kg right?")
        );
        assert_eq!(asked("27", 27.0, KNOWN, " 27 "), None, "they said so");
        assert!(
            asked("28", 28.0, KNOWN, "27").is_some(),
            "of another weight they did not"
        );
        assert_eq!(asked("74.9", 74.9, KNOWN, ""), None);
        // A tenth exactly is not more than a tenth.
        let round = Known {
            last: Some(Kilograms(70.0)),
            dry: None,
        };
        assert_eq!(
            (asked("77", 77.0, round, ""), asked("63", 63.0, round, "")),
            (None, None)
        );
        assert!(asked("77.1", 77.1, round, "").is_some() && asked("62.9", 62.9, round, "").is_some());
        let dry = Known { last: None, ..KNOWN };
        assert!(asked("27", 27.0, dry, "").unwrap().contains("The dry weight is 72.5"));
        assert_eq!(asked("27", 27.0, Known::default(), ""), None, "nothing is known");
    }

    #[test]
    fn it_is_asked_in_the_unit_in_which_it_was_typed() {
        let beside = Beside::of([weight("60", "[lb_av]")], "");
        let faults = beside.ask("60", Kilograms(27.2), KNOWN).unwrap_err();
        assert_eq!(
            faults[0].reason,
            "The last weight was 159.6\u{a0}lb. Is 60.0\u{a0}lb right?"
        );
    }
}
