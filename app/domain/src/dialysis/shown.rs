//! What the machine shows, taken into a line of the sheet where nobody typed: who sits beside a patient types what no machine knows, and copies no numbers from one screen to another.
//!
//! # Adding one
//! Its line in [`Shown`] with the name of the form's field, its parameter and range, its place in [`Observation::take_shown`] and [`Observation::holds`], what a page calls it
//! (`app/src/forms/dialysis/names.rs`), and its name in the constraints of `session_observation`.

use super::before::CONDUCTIVITY;
use super::during::{ANTICOAGULANT, ARTERIAL, DIALYSATE, FLOW, Observation, UF_RATE, UF_REMOVED, VENOUS, WARMTH};
use super::named::named;
use super::quantities::Millilitres;
use super::read::Range;
use crate::numbers::rounded;
use crate::telemetry::Parameter;

named! {
    /// A number of the sheet that machines measure, too; named as the field of the form.
    Shown {
        /// Blood flow.
        BloodFlow = "blood_flow",
        /// Dialysate flow.
        DialysateFlow = "dialysate_flow",
        /// Arterial pressure.
        Arterial = "arterial",
        /// Venous pressure.
        Venous = "venous",
        /// Pressure over the membrane.
        Tmp = "tmp",
        /// Rate of ultrafiltration.
        UfRate = "uf_rate",
        /// Fluid taken on this machine.
        UfRemoved = "uf_removed",
        /// Conductivity.
        Conductivity = "conductivity",
        /// Temperature of the dialysate.
        DialysateTemperature = "dialysate_temperature",
        /// What the pump of the anticoagulant has given.
        AnticoagulantGiven = "anticoagulant_given",
    }
}

impl Shown {
    /// As what machines send it.
    pub const fn parameter(self) -> Parameter {
        match self {
            Self::BloodFlow => Parameter::BloodFlow,
            Self::DialysateFlow => Parameter::DialysateFlow,
            Self::Arterial => Parameter::ArterialPressure,
            Self::Venous => Parameter::VenousPressure,
            Self::Tmp => Parameter::TransmembranePressure,
            Self::UfRate => Parameter::UfRate,
            Self::UfRemoved => Parameter::UfRemoved,
            Self::Conductivity => Parameter::Conductivity,
            Self::DialysateTemperature => Parameter::DialysateTemperature,
            Self::AnticoagulantGiven => Parameter::HeparinTotal,
        }
    }

    /// The unit of the sheet.
    pub const fn unit(self) -> &'static str {
        self.range().3
    }

    const fn range(self) -> Range {
        match self {
            Self::BloodFlow => FLOW,
            Self::DialysateFlow => DIALYSATE,
            Self::Arterial => ARTERIAL,
            Self::Venous | Self::Tmp => VENOUS,
            Self::UfRate => UF_RATE,
            Self::UfRemoved => UF_REMOVED,
            Self::Conductivity => CONDUCTIVITY,
            Self::DialysateTemperature => WARMTH,
            Self::AnticoagulantGiven => ANTICOAGULANT,
        }
    }

    /// What a machine sent, as the sheet has it: in its unit, with its decimals. None of what nobody could write there either.
    fn on_sheet(self, sent: f64) -> Option<f64> {
        let Range(low, high, decimals, _) = self.range();
        let value = match self {
            Self::UfRemoved => Millilitres::of_litres(sent).0,
            _ => sent,
        };
        Some(rounded(value, decimals)).filter(|value| (low..=high).contains(value))
    }
}

impl Observation {
    /// Puts what the machine shows where nothing was typed; `of` says what it sent of a parameter, where that is of now. What was taken stands in `shown`.
    pub fn take_shown(&mut self, of: impl Fn(Parameter) -> Option<f64>) {
        for one in Shown::ALL.iter().copied() {
            if self.holds(one) {
                continue;
            }
            let Some(value) = of(one.parameter()).and_then(|sent| one.on_sheet(sent)) else {
                continue;
            };
            match one {
                Shown::BloodFlow => self.blood_flow = Some(value as i32),
                Shown::DialysateFlow => self.dialysate_flow = Some(value as i32),
                Shown::Arterial => self.arterial = Some(value as i32),
                Shown::Venous => self.venous = Some(value as i32),
                Shown::Tmp => self.tmp = Some(value as i32),
                Shown::UfRate => self.uf_rate = Some(value as i32),
                Shown::UfRemoved => self.uf_removed = Some(value as i32),
                Shown::Conductivity => self.conductivity = Some(value),
                Shown::DialysateTemperature => self.dialysate_temperature = Some(value),
                Shown::AnticoagulantGiven => self.anticoagulant_given = Some(value),
            }
            self.shown.push(one);
        }
    }

    /// Whether nobody typed this one.
    pub fn is_shown(&self, parameter: Parameter) -> bool {
        self.shown.iter().any(|one| one.parameter() == parameter)
    }

    /// Whether somebody typed one of the numbers that machines show.
    pub fn typed_of_machine(&self) -> bool {
        let mut all = Shown::ALL.iter();
        all.any(|one| self.holds(*one) && !self.shown.contains(one))
    }

    /// Whether somebody looked: something of the patient stands there, or something that was typed. What was taken from the machine alone is nobody's look.
    pub fn is_looked(&self) -> bool {
        let found =
            self.pressure.is_some() || self.pulse.is_some() || self.temperature.is_some() || self.spo2.is_some();
        found || self.note.is_some() || self.typed_of_machine()
    }

    const fn holds(&self, one: Shown) -> bool {
        match one {
            Shown::BloodFlow => self.blood_flow.is_some(),
            Shown::DialysateFlow => self.dialysate_flow.is_some(),
            Shown::Arterial => self.arterial.is_some(),
            Shown::Venous => self.venous.is_some(),
            Shown::Tmp => self.tmp.is_some(),
            Shown::UfRate => self.uf_rate.is_some(),
            Shown::UfRemoved => self.uf_removed.is_some(),
            Shown::Conductivity => self.conductivity.is_some(),
            Shown::DialysateTemperature => self.dialysate_temperature.is_some(),
            Shown::AnticoagulantGiven => self.anticoagulant_given.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_stays_and_the_rest_is_taken_in_the_unit_of_the_sheet() {
        let mut line = Observation {
            venous: Some(160),
            ..Observation::default()
        };
        line.take_shown(|parameter| match parameter {
            Parameter::BloodFlow => Some(319.6),
            Parameter::VenousPressure => Some(151.0),
            Parameter::UfRemoved => Some(1.2345),
            Parameter::HeparinTotal => Some(3.04),
            // A pressure that no sheet has, and a dialysate that is not one.
            Parameter::ArterialPressure => Some(-749.0),
            Parameter::DialysateTemperature => Some(80.0),
            _ => None,
        });
        assert_eq!(
            (line.blood_flow, line.venous, line.uf_removed),
            (Some(320), Some(160), Some(1_235))
        );
        assert_eq!(
            (line.anticoagulant_given, line.arterial, line.dialysate_temperature),
            (Some(3.0), None, None)
        );
        assert!(line.typed_of_machine() && line.is_looked());
        line.venous = None;
        assert!(!line.typed_of_machine() && !line.is_looked(), "nobody looked");
        assert_eq!(
            line.shown,
            [Shown::BloodFlow, Shown::UfRemoved, Shown::AnticoagulantGiven]
        );
    }

    #[test]
    fn each_has_the_name_of_a_field() {
        let fields = super::super::during::Typed::default();
        for one in Shown::ALL {
            assert!(fields.fields().iter().any(|(name, _)| *name == one.name()), "{one:?}");
        }
    }
}
