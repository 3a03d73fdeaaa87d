//! Units of ISO/IEEE 11073 and UCUM, and how a value in one of them is brought into the unit of a field. A unit that is not known here is never guessed.

use crate::telemetry::Parameter;

/// What a value is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    MmHg,
    KiloPascal,
    Percent,
    PerMinute,
    Celsius,
    Fahrenheit,
    MlPerMinute,
    LPerMinute,
    MlPerHour,
    LPerHour,
    Ml,
    L,
    MilliSiemensPerCm,
    MicroSiemensPerCm,
    Minutes,
    Hours,
    Seconds,
    One,
}

/// Spellings: the reference id of ISO/IEEE 11073-10101, its code where we have seen it in messages, UCUM, and what machines write. Compared without regard to case.
const SPELLINGS: &[(Unit, &[&str])] = &[
    (Unit::MmHg, &["MDC_DIM_MMHG", "266016", "mm[Hg]", "mmHg"]),
    (Unit::KiloPascal, &["MDC_DIM_KILO_PASCAL", "kPa"]),
    (Unit::Percent, &["MDC_DIM_PERCENT", "262688", "%"]),
    (
        Unit::PerMinute,
        &[
            "MDC_DIM_BEAT_PER_MIN",
            "264864",
            "MDC_DIM_RESP_PER_MIN",
            "264928",
            "/min",
            "1/min",
            "{beat}/min",
            "{beats}/min",
            "{resp}/min",
            "{breath}/min",
            "{breaths}/min",
            "beats/min",
            "bpm",
            "rpm",
        ],
    ),
    (Unit::Celsius, &["MDC_DIM_DEGC", "268192", "Cel", "°C", "degC"]),
    (Unit::Fahrenheit, &["MDC_DIM_FAHR", "[degF]", "°F", "degF"]),
    (Unit::MlPerMinute, &["MDC_DIM_MILLI_L_PER_MIN", "mL/min"]),
    (Unit::LPerMinute, &["MDC_DIM_X_L_PER_MIN", "MDC_DIM_L_PER_MIN", "L/min"]),
    (Unit::MlPerHour, &["MDC_DIM_MILLI_L_PER_HR", "265266", "mL/h", "mL/hr"]),
    (
        Unit::LPerHour,
        &["MDC_DIM_X_L_PER_HR", "MDC_DIM_L_PER_HR", "L/h", "L/hr"],
    ),
    (Unit::Ml, &["MDC_DIM_MILLI_L", "263762", "mL"]),
    (Unit::L, &["MDC_DIM_X_L", "MDC_DIM_L", "L"]),
    (
        Unit::MilliSiemensPerCm,
        &[
            "MDC_DIM_MILLI_SIEMENS_PER_CM",
            "MDC_DIM_MILLI_SIEMENS_PER_CENTI_M",
            "mS/cm",
        ],
    ),
    (
        Unit::MicroSiemensPerCm,
        &["MDC_DIM_MICRO_SIEMENS_PER_CM", "uS/cm", "µS/cm"],
    ),
    (Unit::Minutes, &["MDC_DIM_MIN", "min", "minutes"]),
    (Unit::Hours, &["MDC_DIM_HR", "h", "hr"]),
    (Unit::Seconds, &["MDC_DIM_SEC", "264320", "s", "sec"]),
    (Unit::One, &["MDC_DIM_DIMLESS", "1", "{ratio}", "{Kt/V}"]),
];

impl Unit {
    /// The unit that one of these spellings names; the first that is known counts.
    pub(super) fn read<'t>(spellings: impl IntoIterator<Item = &'t str>) -> Option<Self> {
        spellings.into_iter().find_map(|spelling| {
            let known = SPELLINGS.iter();
            let mut known =
                known.filter(|(_, all)| all.iter().any(|one| one.to_lowercase() == spelling.to_lowercase()));
            known.next().map(|(unit, _)| *unit)
        })
    }

    /// `value` in the unit of `parameter`; `None` where the two do not measure the same.
    ///
    /// mmHg and kPa: 1 mmHg = 133.322 Pa (ISO 80000-4). A relative blood volume is what is left of the volume at the start, so its change is that less 100.
    pub(super) fn into(self, parameter: Parameter, value: f64) -> Option<f64> {
        if parameter == Parameter::BloodVolumeChange {
            return (self == Self::Percent).then_some(value - 100.0);
        }
        Some(match (self, parameter.unit()) {
            (Self::MmHg, "mmHg")
            | (Self::Percent, "%")
            | (Self::PerMinute, "/min")
            | (Self::Celsius, "°C")
            | (Self::MlPerMinute, "mL/min")
            | (Self::MlPerHour, "mL/h")
            | (Self::Ml, "mL")
            | (Self::L, "L")
            | (Self::MilliSiemensPerCm, "mS/cm")
            | (Self::Minutes, "min")
            | (Self::One, "") => value,
            (Self::KiloPascal, "mmHg") => value / 0.133_322,
            (Self::Fahrenheit, "°C") => (value - 32.0) / 1.8,
            (Self::LPerMinute, "mL/min") | (Self::LPerHour, "mL/h") | (Self::L, "mL") => value * 1_000.0,
            (Self::MlPerHour, "mL/min") | (Self::Seconds, "min") => value / 60.0,
            (Self::LPerHour, "mL/min") => value * 1_000.0 / 60.0,
            (Self::MlPerMinute, "mL/h") | (Self::Hours, "min") => value * 60.0,
            (Self::LPerMinute, "mL/h") => value * 60_000.0,
            (Self::Ml, "L") | (Self::MicroSiemensPerCm, "mS/cm") => value / 1_000.0,
            // Kt/V in hundredths.
            (Self::Percent, "") => value / 100.0,
            _ => return None,
        })
    }
}
