//! Which numbers can be a measurement at all. A value outside is refused at the door: it is a broken sensor or a wrong unit.
//! A value inside may still be dangerous; that is for [`crate::alerts::limits`].
//!
//! To add a parameter: add its range to [`range`] with its source, or say that it is technical, not clinical.

use super::Parameter;

/// The plausible range of a numeric parameter, both ends included, in its unit; `None` for what is not a number.
///
/// **Vital signs** (heart rate to respiration): "VALID LOW" and "VALID HIGH" of `resources/variable_ranges.csv`, published with
/// Harutyunyan et al., "Multitask learning and benchmarking with clinical time series data", Scientific Data 6:96 (2019).
///
/// **Dialysis machine** (blood flow to volume processed, substitution to time left): technical, not clinical. No public document states one range for all
/// machines, so each is wider than the transducers and pumps of any machine we know of: it catches a wrong unit (a UF rate in
/// L/h, a conductivity in µS/cm) and nothing finer. Dialysate temperature holds the 29 to 41 °C to which a machine can set its
/// alarm (Nipro Surdial operation manual, 21.3.5) and the water that it warms up from.
///
/// **Glasgow Coma Scale**: the least and the greatest sum of its three parts. Teasdale and Jennett, "Assessment of coma and impaired
/// consciousness", The Lancet 304:81 (1974), with the six motor responses of their 1976 revision.
pub const fn range(parameter: Parameter) -> Option<(f32, f32)> {
    Some(match parameter {
        Parameter::HeartRate => (0.0, 350.0),
        Parameter::Systolic | Parameter::Diastolic => (0.0, 375.0),
        Parameter::MeanPressure => (14.0, 330.0),
        Parameter::Spo2 => (0.0, 100.0),
        Parameter::Temperature => (26.0, 45.0),
        Parameter::Respiration => (0.0, 300.0),
        Parameter::BloodFlow => (0.0, 1_000.0),
        Parameter::DialysateFlow => (0.0, 1_500.0),
        Parameter::ArterialPressure | Parameter::VenousPressure | Parameter::TransmembranePressure => (-750.0, 750.0),
        Parameter::UfRate => (0.0, 10_000.0),
        Parameter::UfRemoved => (0.0, 50.0),
        Parameter::Conductivity => (0.0, 30.0),
        Parameter::DialysateTemperature => (5.0, 95.0),
        Parameter::TotalVolume => (0.0, 1_000.0),
        Parameter::Gcs => (3.0, 15.0),
        Parameter::SubstitutionRate => (0.0, 1_000.0),
        Parameter::SubstitutionVolume => (0.0, 500.0),
        Parameter::HeparinTotal => (0.0, 100.0),
        Parameter::BloodVolumeChange => (-60.0, 60.0),
        Parameter::MachineKtv => (0.0, 10.0),
        Parameter::Recirculation => (0.0, 100.0),
        Parameter::RemainingTime => (0.0, 6_000.0),
        Parameter::Oxygen | Parameter::Consciousness => return None,
    })
}

/// Inspired fraction of oxygen: air to pure oxygen. Source: "Fraction inspired oxygen" of the same file as the vital signs.
pub const FIO2: (f32, f32) = (0.21, 1.0);

/// Oxygen flow in L/min. Technical, not clinical: above every high-flow device.
pub const LITRES: (f32, f32) = (0.0, 100.0);

/// Whether a value lies in a range, ends included. What is not a number (NaN) lies in none.
pub fn holds((low, high): (f32, f32), value: f32) -> bool {
    low <= value && value <= high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_range_and_nothing_else_has() {
        for parameter in Parameter::ALL {
            let numeric = (parameter as usize) < super::super::NUMERIC;
            assert_eq!(range(parameter).is_some(), numeric, "{parameter:?}");
        }
    }

    #[test]
    fn both_ends_are_plausible_and_the_next_step_is_not() {
        for parameter in Parameter::ALL {
            let Some((low, high)) = range(parameter) else { continue };
            assert!(holds((low, high), low) && holds((low, high), high), "{parameter:?}");
            assert!(
                !holds((low, high), low - 0.1) && !holds((low, high), high + 0.1),
                "{parameter:?}"
            );
            assert!(
                !holds((low, high), f32::NAN) && !holds((low, high), f32::INFINITY),
                "{parameter:?}"
            );
        }
    }

    #[test]
    fn the_example_of_the_api_is_plausible() {
        let example = [
            (Parameter::HeartRate, 72.0),
            (Parameter::Systolic, 128.0),
            (Parameter::Diastolic, 76.0),
            (Parameter::MeanPressure, 93.0),
            (Parameter::Spo2, 97.0),
            (Parameter::Temperature, 36.8),
            (Parameter::Respiration, 16.0),
            (Parameter::BloodFlow, 300.0),
            (Parameter::DialysateFlow, 500.0),
            (Parameter::ArterialPressure, -180.0),
            (Parameter::VenousPressure, 140.0),
            (Parameter::TransmembranePressure, 90.0),
            (Parameter::UfRate, 700.0),
            (Parameter::UfRemoved, 1.2),
            (Parameter::Conductivity, 14.0),
            (Parameter::DialysateTemperature, 36.5),
            (Parameter::TotalVolume, 45.2),
            (Parameter::Gcs, 15.0),
            (Parameter::SubstitutionRate, 90.0),
            (Parameter::SubstitutionVolume, 21.5),
            (Parameter::HeparinTotal, 4.5),
            (Parameter::BloodVolumeChange, -8.5),
            (Parameter::MachineKtv, 1.42),
            (Parameter::Recirculation, 11.0),
            (Parameter::RemainingTime, 80.0),
        ];
        for (parameter, value) in example {
            assert!(
                range(parameter).is_some_and(|range| holds(range, value)),
                "{parameter:?}"
            );
        }
    }
}
