//! Units by preference. What is stored, sent and judged has one unit for each quantity (°C, kg, mmol/L) and never changes; a person reads and types in the unit that
//! they chose, else in that of their hospital.
//!
//! What a machine displays of itself (the temperature of a dialysate, a conductivity) keeps the machine's own unit: who stands before it compares two displays.
//!
//! # Adding a quantity
//! A variant of [`Quantity`], its units in [`Unit`] with the factor and its source, a column for the choice beside the others (`account_profile`), and [`Units::of`].

use serde::{Deserialize, Serialize};

use crate::invalid::Invalid;
use crate::numbers::{fixed, rounded};
use crate::slip;
use crate::telemetry::Parameter;

/// One pound in kilograms: exact, by the International Yard and Pound Agreement of 1959 (NIST Special Publication 811, appendix B.8; `[lb_av]` of UCUM).
pub const POUND: f64 = 0.453_592_37;

/// Milligrams in a decilitre for one millimole in a litre of glucose: a tenth of its molar mass, 180.1557 g/mol (`glucose_molar_mass` of the Unicode CLDR, units.xml).
pub const GLUCOSE: f64 = 18.015_57;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Temperature of the body.
    Temperature,
    /// Weight of the body.
    Weight,
    /// Glucose in the blood.
    Glucose,
}

impl Quantity {
    /// Every quantity that has more than one unit, in the order in which the choice lists them.
    pub const ALL: [Self; 3] = [Self::Temperature, Self::Weight, Self::Glucose];

    /// The field of a form that asks for its unit.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Temperature => "temperature_unit",
            Self::Weight => "weight_unit",
            Self::Glucose => "glucose_unit",
        }
    }

    /// Its units; the first is the one in which it is stored.
    pub const fn units(self) -> [Unit; 2] {
        match self {
            Self::Temperature => [Unit::Celsius, Unit::Fahrenheit],
            Self::Weight => [Unit::Kilogram, Unit::Pound],
            Self::Glucose => [Unit::MillimolePerLitre, Unit::MilligramPerDecilitre],
        }
    }
}

/// In what it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// °C.
    Celsius,
    /// °F = °C × 9 / 5 + 32, exact (NIST Special Publication 811, appendix B.8).
    Fahrenheit,
    /// kg.
    Kilogram,
    /// The avoirdupois pound, [`POUND`].
    Pound,
    /// mmol/L.
    MillimolePerLitre,
    /// mg/dL, [`GLUCOSE`].
    MilligramPerDecilitre,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 6] = [
        Self::Celsius,
        Self::Fahrenheit,
        Self::Kilogram,
        Self::Pound,
        Self::MillimolePerLitre,
        Self::MilligramPerDecilitre,
    ];

    /// The name in the database and in forms: the code of the Unified Code for Units of Measure.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Celsius => "Cel",
            Self::Fahrenheit => "[degF]",
            Self::Kilogram => "kg",
            Self::Pound => "[lb_av]",
            Self::MillimolePerLitre => "mmol/L",
            Self::MilligramPerDecilitre => "mg/dL",
        }
    }

    /// The unit of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }

    /// As it stands behind a number.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Celsius => "°C",
            Self::Fahrenheit => "°F",
            Self::Kilogram => "kg",
            Self::Pound => "lb",
            Self::MillimolePerLitre => "mmol/L",
            Self::MilligramPerDecilitre => "mg/dL",
        }
    }

    /// What it measures.
    pub const fn quantity(self) -> Quantity {
        match self {
            Self::Celsius | Self::Fahrenheit => Quantity::Temperature,
            Self::Kilogram | Self::Pound => Quantity::Weight,
            Self::MillimolePerLitre | Self::MilligramPerDecilitre => Quantity::Glucose,
        }
    }

    /// Decimals that are read.
    pub const fn decimals(self) -> usize {
        match self {
            Self::MilligramPerDecilitre => 0,
            _ => 1,
        }
    }

    /// A stored value in this unit.
    pub fn of_stored(self, stored: f64) -> f64 {
        match self {
            Self::Celsius | Self::Kilogram | Self::MillimolePerLitre => stored,
            Self::Fahrenheit => stored * 1.8 + 32.0,
            Self::Pound => stored / POUND,
            Self::MilligramPerDecilitre => stored * GLUCOSE,
        }
    }

    /// What is stored of a value in this unit.
    pub fn to_stored(self, value: f64) -> f64 {
        match self {
            Self::Celsius | Self::Kilogram | Self::MillimolePerLitre => value,
            Self::Fahrenheit => (value - 32.0) / 1.8,
            Self::Pound => value * POUND,
            Self::MilligramPerDecilitre => value / GLUCOSE,
        }
    }

    /// A stored value as it is read, with its unit and a space that does not break: `98.1 °F`.
    pub fn write(self, stored: f64) -> String {
        format!(
            "{}\u{a0}{}",
            fixed(self.of_stored(stored), self.decimals()),
            self.sign()
        )
    }

    /// What somebody typed in this unit as it is stored, when it lies within `plausible`, the range in the stored unit, ends included. A comma is a decimal sign too.
    ///
    /// # Errors
    /// A sentence that names the range in the unit in which it was typed: a weight of 180 is wrong in kilograms of somebody who meant pounds.
    pub fn read(self, field: &str, typed: &str, plausible: (f64, f64)) -> Result<f64, Invalid> {
        let [low, high] = [plausible.0, plausible.1].map(|end| self.of_stored(end));
        match slip::plain(typed) {
            // What is shown as the end of the range is in it, whatever the rounding.
            Some(value) if fits(value, low, high, self.decimals()) => {
                Ok(self.to_stored(value).clamp(plausible.0, plausible.1))
            }
            _ => {
                let wrong = match self.quantity() {
                    Quantity::Temperature => slip::asked(typed, (low, high), self.decimals(), self.sign()),
                    Quantity::Weight | Quantity::Glucose => slip::ranged((low, high), self.decimals(), self.sign()),
                };
                Err(slip::fault(field, typed, wrong))
            }
        }
    }
}

fn fits(value: f64, low: f64, high: f64, decimals: usize) -> bool {
    (rounded(low, decimals)..=rounded(high, decimals)).contains(&value)
}

/// What one person reads in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Units {
    /// Temperatures.
    pub temperature: Unit,
    /// Weights.
    pub weight: Unit,
    /// Glucose.
    pub glucose: Unit,
}

impl Default for Units {
    fn default() -> Self {
        Self::STORED
    }
}

impl Units {
    /// Those in which everything is stored.
    pub const STORED: Self = Self {
        temperature: Unit::Celsius,
        weight: Unit::Kilogram,
        glucose: Unit::MillimolePerLitre,
    };

    /// Those of a hospital, by the region of its locale (`en-US`). The United States and Puerto Rico read °F, pounds and mg/dL (measurement system `US` of the Unicode
    /// CLDR); everybody else, and a locale without a region, the units of the SI that are stored.
    pub fn of_locale(locale: &str) -> Self {
        let mut parts = locale.split(['-', '_']).skip(1);
        match parts.any(|part| ["US", "PR"].iter().any(|region| part.eq_ignore_ascii_case(region))) {
            true => Self {
                temperature: Unit::Fahrenheit,
                weight: Unit::Pound,
                glucose: Unit::MilligramPerDecilitre,
            },
            false => Self::STORED,
        }
    }

    /// The one of a quantity.
    pub const fn of(self, quantity: Quantity) -> Unit {
        match quantity {
            Quantity::Temperature => self.temperature,
            Quantity::Weight => self.weight,
            Quantity::Glucose => self.glucose,
        }
    }

    /// The same but for one unit. One that is none of ours changes nothing.
    #[must_use]
    pub fn with(mut self, name: Option<&str>) -> Self {
        if let Some(unit) = name.and_then(Unit::parse) {
            *match unit.quantity() {
                Quantity::Temperature => &mut self.temperature,
                Quantity::Weight => &mut self.weight,
                Quantity::Glucose => &mut self.glucose,
            } = unit;
        }
        self
    }
}

/// A measured value in °F. It is rounded in °C first, as limits and scores do: two values that are judged alike are shown alike, and one that is beyond a limit is
/// shown beyond it.
#[inline]
pub fn fahrenheit(celsius: f32) -> f32 {
    in_fahrenheit(Parameter::Temperature.rounded(celsius))
}

/// The same without rounding: a place on the scale of a chart.
#[inline]
pub fn in_fahrenheit(celsius: f32) -> f32 {
    celsius * 1.8 + 32.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::telemetry::plausible;

    fn stored(unit: Unit) -> std::ops::Range<f64> {
        match unit.quantity() {
            Quantity::Temperature => 26.0..45.0,
            Quantity::Weight => 0.3..650.0,
            Quantity::Glucose => 0.1..110.0,
        }
    }

    proptest! {
        #[test]
        fn what_is_read_goes_back_to_what_is_stored(place in 0.0f64..1.0) {
            for unit in Unit::ALL {
                let range = stored(unit);
                let value = range.start + place * (range.end - range.start);
                prop_assert!((unit.to_stored(unit.of_stored(value)) - value).abs() < 1e-9, "{unit:?} {value}");
            }
        }

        /// To as many decimals as are read: what somebody reads and types again is the same figure to whoever reads it in either unit.
        #[test]
        fn a_figure_that_is_read_and_typed_again_is_read_the_same(place in 0.0f64..1.0) {
            for unit in Unit::ALL {
                let range = stored(unit);
                let value = range.start + place * (range.end - range.start);
                let read = fixed(unit.of_stored(value), unit.decimals());
                let typed = unit.read("x", &read, (range.start, range.end)).unwrap();
                prop_assert_eq!(fixed(unit.of_stored(typed), unit.decimals()), read);
            }
        }

        /// Limits are judged in tenths of a degree Celsius. Nobody may read a value on the other side of a limit than where it was judged to be.
        #[test]
        fn fahrenheit_never_changes_the_side_of_a_limit(value in 26.0f32..45.0, limit in 260i16..450) {
            let limit = f32::from(limit) / 10.0;
            let judged = Parameter::Temperature.rounded(value).total_cmp(&Parameter::Temperature.rounded(limit));
            let tenths = |celsius: f32| (f64::from(fahrenheit(celsius)) * 10.0).round() as i64;
            prop_assert_eq!(tenths(value).cmp(&tenths(limit)), judged);
        }
    }

    #[test]
    fn worked_examples() {
        // The fixed points of the scales; the limits of NEWS2; a pound and a stone of fourteen; the threshold of diabetes that WHO gives in both units (7.0, 126).
        for (unit, stored, read) in [
            (Unit::Fahrenheit, 0.0, "32.0\u{a0}°F"),
            (Unit::Fahrenheit, 100.0, "212.0\u{a0}°F"),
            (Unit::Fahrenheit, 39.1, "102.4\u{a0}°F"),
            (Unit::Pound, 0.453_592_37, "1.0\u{a0}lb"),
            (Unit::Pound, 6.350_293_18, "14.0\u{a0}lb"),
            (Unit::MilligramPerDecilitre, 7.0, "126\u{a0}mg/dL"),
            (Unit::MillimolePerLitre, 7.0, "7.0\u{a0}mmol/L"),
            (Unit::Celsius, 36.74, "36.7\u{a0}°C"),
        ] {
            assert_eq!(unit.write(stored), read);
        }
        assert_eq!(fahrenheit(39.06), fahrenheit(39.1), "judged alike, shown alike");
    }

    #[test]
    fn what_cannot_be_is_refused_in_the_unit_in_which_it_was_typed() {
        let (low, high) = plausible::range(Parameter::Temperature).unwrap();
        let range = (f64::from(low), f64::from(high));
        let read = |unit: Unit, typed: &str| unit.read("temperature", typed, range).map_err(|fault| fault.reason);
        assert_eq!(
            read(Unit::Fahrenheit, "36.7"),
            Err("Enter 78.8 to 113.0\u{a0}°F.".into())
        );
        assert_eq!(read(Unit::Celsius, "98.1"), Err("Enter 26.0 to 45.0\u{a0}°C.".into()));
        assert_eq!(read(Unit::Celsius, "36,7"), Ok(36.7));
        for typed in ["", "warm", "NaN", "inf"] {
            assert!(read(Unit::Fahrenheit, typed).is_err(), "{typed}");
        }
        for unit in Quantity::Temperature.units() {
            for end in [range.0, range.1] {
                let end = fixed(unit.of_stored(end), unit.decimals());
                assert!(
                    read(unit, &end).is_ok_and(|stored| plausible::holds((low, high), stored as f32)),
                    "{end}"
                );
            }
        }
    }

    #[test]
    fn units_are_the_persons_else_the_hospitals() {
        assert_eq!(Units::of_locale("en"), Units::STORED);
        assert_eq!(Units::of_locale("en-KE"), Units::STORED);
        let american = Units::of_locale("en-US");
        assert_eq!(american.temperature, Unit::Fahrenheit);
        let mixed = american.with(Some("Cel")).with(None).with(Some("stone"));
        assert_eq!((mixed.temperature, mixed.weight), (Unit::Celsius, Unit::Pound));
        for unit in Unit::ALL {
            assert_eq!(Unit::parse(unit.name()), Some(unit));
            assert_eq!(Units::STORED.with(Some(unit.name())).of(unit.quantity()), unit);
        }
    }
}
