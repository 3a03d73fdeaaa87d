//! A measured value in the unit in which the reader reads. Values are stored, sent and judged in one unit; this is the one place where a page turns them into another
//! (`domain::units`). A page writes [`written`] and [`unit`] of a parameter, never the parameter's own.
//!
//! On the server each page has its own choice, in context ([`provide`]). The browser's program has one page for as long as it runs, so there it is kept beside it.

use domain::telemetry::Parameter;
use domain::units::{Unit, fahrenheit};

use crate::lang::number;

#[cfg(not(target_arch = "wasm32"))]
mod kept {
    use domain::units::{Unit, Units};
    use leptos::prelude::*;

    #[derive(Clone, Copy)]
    struct OfPage(Units);

    /// Puts the units of a page in context. Once, at its root.
    pub fn provide(units: Units) {
        provide_context(OfPage(units));
    }

    /// The units of this page; those of what is stored where nobody reads.
    pub fn units() -> Units {
        use_context::<OfPage>().map_or(Units::STORED, |of| of.0)
    }

    pub(super) fn is_fahrenheit() -> bool {
        units().temperature == Unit::Fahrenheit
    }
}

#[cfg(target_arch = "wasm32")]
mod kept {
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

    static FAHRENHEIT: AtomicBool = AtomicBool::new(false);

    /// Keeps what came with the page.
    pub fn provide(fahrenheit: bool) {
        FAHRENHEIT.store(fahrenheit, Relaxed);
    }

    pub(super) fn is_fahrenheit() -> bool {
        FAHRENHEIT.load(Relaxed)
    }
}

pub use kept::provide;
#[cfg(not(target_arch = "wasm32"))]
pub use kept::units;

/// Whether this reader reads the parameter in °F.
fn in_fahrenheit(parameter: Parameter) -> bool {
    parameter == Parameter::Temperature && kept::is_fahrenheit()
}

/// The unit behind a value of this parameter.
pub fn unit(parameter: Parameter) -> &'static str {
    if in_fahrenheit(parameter) {
        Unit::Fahrenheit.sign()
    } else {
        parameter.unit()
    }
}

/// A value as it is read, in the reader's unit.
pub fn shown(parameter: Parameter, value: f32) -> f32 {
    if in_fahrenheit(parameter) {
        fahrenheit(value)
    } else {
        value
    }
}

/// A value as a page writes it, without its unit, with the decimal sign of the reader's language.
pub fn written(parameter: Parameter, value: f32) -> String {
    number(parameter.write(shown(parameter, value)))
}

/// A value and its unit, which never stand on two lines.
pub fn with_unit(parameter: Parameter, value: f32) -> String {
    let mut text = written(parameter, value);
    let unit = unit(parameter);
    if !unit.is_empty() {
        text.push('\u{a0}');
        text.push_str(unit);
    }
    text
}

#[cfg(test)]
mod tests {
    use domain::units::Units;
    use leptos::prelude::*;

    use super::*;

    #[test]
    fn temperatures_of_a_body_follow_the_reader_and_what_a_machine_displays_does_not() {
        let drawn = |units| {
            Owner::new().with(|| {
                provide(units);
                [Parameter::Temperature, Parameter::DialysateTemperature, Parameter::Spo2].map(|it| with_unit(it, 36.7))
            })
        };
        let (celsius, percent) = ("36.7\u{a0}°C".to_owned(), "37\u{a0}%".to_owned());
        assert_eq!(
            drawn(Units::STORED),
            [celsius.clone(), celsius.clone(), percent.clone()]
        );
        let american = Units::of_locale("en-US");
        assert_eq!(drawn(american), ["98.1\u{a0}°F".to_owned(), celsius, percent]);
        assert_eq!(
            with_unit(Parameter::Gcs, 15.0),
            "15",
            "what has no unit has no space behind it"
        );
    }
}
