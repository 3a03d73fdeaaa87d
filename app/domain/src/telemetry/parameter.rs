//! The parameters, their names, units and decimals.

use serde::{Deserialize, Serialize};

/// Something that is measured. The first [`super::NUMERIC`] are numbers and index [`super::Values`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Parameter {
    /// Heart rate, /min.
    HeartRate,
    /// Systolic pressure, mmHg.
    Systolic,
    /// Diastolic pressure, mmHg.
    Diastolic,
    /// Mean arterial pressure, mmHg.
    MeanPressure,
    /// Oxygen saturation by pulse oximeter, %.
    Spo2,
    /// Body temperature, °C.
    Temperature,
    /// Respiration rate, /min.
    Respiration,
    /// Blood flow of a dialysis machine, mL/min.
    BloodFlow,
    /// Dialysate flow, mL/min.
    DialysateFlow,
    /// Arterial (pre-pump) pressure of the circuit, mmHg.
    ArterialPressure,
    /// Venous pressure of the circuit, mmHg.
    VenousPressure,
    /// Transmembrane pressure, mmHg.
    TransmembranePressure,
    /// Ultrafiltration rate, mL/h.
    UfRate,
    /// Ultrafiltrate removed in this session, L.
    UfRemoved,
    /// Conductivity of the dialysate, mS/cm.
    Conductivity,
    /// Temperature of the dialysate, °C.
    DialysateTemperature,
    /// Blood volume processed, L.
    TotalVolume,
    /// Glasgow Coma Scale, the total of eyes, voice and movement: 3 to 15, no unit. Shown beside ACVPU, which alone is scored.
    Gcs,
    /// Substitution fluid given in a minute by a machine that filters (HDF, HF), mL/min.
    SubstitutionRate,
    /// Substitution fluid given in this session, L.
    SubstitutionVolume,
    /// Anticoagulant that the machine's pump has given in this session, mL of its syringe.
    HeparinTotal,
    /// How far the blood volume is from where it began, %; below zero is less.
    BloodVolumeChange,
    /// Kt/V so far, as the machine measures it; no unit.
    MachineKtv,
    /// Recirculation in the access, %.
    Recirculation,
    /// Minutes of this session that are left, by the machine.
    RemainingTime,
    /// How oxygen is given: not a number.
    Oxygen,
    /// ACVPU: not a number.
    Consciousness,
}

impl Parameter {
    /// Every parameter, numbers first.
    pub const ALL: [Self; 27] = [
        Self::HeartRate,
        Self::Systolic,
        Self::Diastolic,
        Self::MeanPressure,
        Self::Spo2,
        Self::Temperature,
        Self::Respiration,
        Self::BloodFlow,
        Self::DialysateFlow,
        Self::ArterialPressure,
        Self::VenousPressure,
        Self::TransmembranePressure,
        Self::UfRate,
        Self::UfRemoved,
        Self::Conductivity,
        Self::DialysateTemperature,
        Self::TotalVolume,
        Self::Gcs,
        Self::SubstitutionRate,
        Self::SubstitutionVolume,
        Self::HeparinTotal,
        Self::BloodVolumeChange,
        Self::MachineKtv,
        Self::Recirculation,
        Self::RemainingTime,
        Self::Oxygen,
        Self::Consciousness,
    ];

    /// The name: the JSON field and the column.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HeartRate => "heart_rate",
            Self::Systolic => "systolic",
            Self::Diastolic => "diastolic",
            Self::MeanPressure => "mean_pressure",
            Self::Spo2 => "spo2",
            Self::Temperature => "temperature",
            Self::Respiration => "respiration",
            Self::BloodFlow => "blood_flow",
            Self::DialysateFlow => "dialysate_flow",
            Self::ArterialPressure => "arterial_pressure",
            Self::VenousPressure => "venous_pressure",
            Self::TransmembranePressure => "transmembrane_pressure",
            Self::UfRate => "uf_rate",
            Self::UfRemoved => "uf_removed",
            Self::Conductivity => "conductivity",
            Self::DialysateTemperature => "dialysate_temperature",
            Self::TotalVolume => "total_volume",
            Self::Gcs => "gcs",
            Self::SubstitutionRate => "substitution_rate",
            Self::SubstitutionVolume => "substitution_volume",
            Self::HeparinTotal => "heparin_total",
            Self::BloodVolumeChange => "blood_volume_change",
            Self::MachineKtv => "machine_ktv",
            Self::Recirculation => "recirculation",
            Self::RemainingTime => "remaining_time",
            Self::Oxygen => "oxygen",
            Self::Consciousness => "consciousness",
        }
    }

    /// The parameter of that name. A table of its own, because each value that a device sends is looked up in it.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "heart_rate" => Self::HeartRate,
            "systolic" => Self::Systolic,
            "diastolic" => Self::Diastolic,
            "mean_pressure" => Self::MeanPressure,
            "spo2" => Self::Spo2,
            "temperature" => Self::Temperature,
            "respiration" => Self::Respiration,
            "blood_flow" => Self::BloodFlow,
            "dialysate_flow" => Self::DialysateFlow,
            "arterial_pressure" => Self::ArterialPressure,
            "venous_pressure" => Self::VenousPressure,
            "transmembrane_pressure" => Self::TransmembranePressure,
            "uf_rate" => Self::UfRate,
            "uf_removed" => Self::UfRemoved,
            "conductivity" => Self::Conductivity,
            "dialysate_temperature" => Self::DialysateTemperature,
            "total_volume" => Self::TotalVolume,
            "gcs" => Self::Gcs,
            "substitution_rate" => Self::SubstitutionRate,
            "substitution_volume" => Self::SubstitutionVolume,
            "heparin_total" => Self::HeparinTotal,
            "blood_volume_change" => Self::BloodVolumeChange,
            "machine_ktv" => Self::MachineKtv,
            "recirculation" => Self::Recirculation,
            "remaining_time" => Self::RemainingTime,
            "oxygen" => Self::Oxygen,
            "consciousness" => Self::Consciousness,
            _ => return None,
        })
    }

    /// The words on a page, without the unit.
    pub const fn label(self) -> &'static str {
        match self {
            Self::HeartRate => "HR",
            Self::Systolic => "Systolic",
            Self::Diastolic => "Diastolic",
            Self::MeanPressure => "Mean pressure",
            Self::Spo2 => "SpO₂",
            Self::Temperature => "Temp",
            Self::Respiration => "RR",
            Self::BloodFlow => "Blood flow",
            Self::DialysateFlow => "Dialysate flow",
            Self::ArterialPressure => "Arterial pressure",
            Self::VenousPressure => "Venous pressure",
            Self::TransmembranePressure => "TMP",
            Self::UfRate => "UF rate",
            Self::UfRemoved => "UF removed",
            Self::Conductivity => "Conductivity",
            Self::DialysateTemperature => "Dialysate temp",
            Self::TotalVolume => "Blood processed",
            Self::Gcs => "GCS",
            Self::SubstitutionRate => "Substitution rate",
            Self::SubstitutionVolume => "Substitution volume",
            Self::HeparinTotal => "Anticoagulant given",
            Self::BloodVolumeChange => "Blood volume change",
            Self::MachineKtv => "Kt/V",
            Self::Recirculation => "Recirculation",
            Self::RemainingTime => "Time left",
            Self::Oxygen => "Oxygen",
            Self::Consciousness => "Consciousness",
        }
    }

    /// The unit; empty for what has none.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::HeartRate | Self::Respiration => "/min",
            Self::Systolic
            | Self::Diastolic
            | Self::MeanPressure
            | Self::ArterialPressure
            | Self::VenousPressure
            | Self::TransmembranePressure => "mmHg",
            Self::Spo2 | Self::BloodVolumeChange | Self::Recirculation => "%",
            Self::Temperature | Self::DialysateTemperature => "°C",
            Self::BloodFlow | Self::DialysateFlow | Self::SubstitutionRate => "mL/min",
            Self::UfRate => "mL/h",
            Self::UfRemoved | Self::TotalVolume | Self::SubstitutionVolume => "L",
            Self::HeparinTotal => "mL",
            Self::RemainingTime => "min",
            Self::Conductivity => "mS/cm",
            Self::Gcs | Self::MachineKtv | Self::Oxygen | Self::Consciousness => "",
        }
    }

    /// Decimals shown.
    #[inline]
    pub const fn decimals(self) -> usize {
        match self {
            Self::Temperature
            | Self::Conductivity
            | Self::DialysateTemperature
            | Self::TotalVolume
            | Self::SubstitutionVolume
            | Self::HeparinTotal
            | Self::BloodVolumeChange => 1,
            Self::UfRemoved | Self::MachineKtv => 2,
            _ => 0,
        }
    }

    /// The smallest difference that a page shows.
    #[inline]
    pub fn step(self) -> f32 {
        [1.0, 0.1, 0.01].get(self.decimals()).copied().unwrap_or(1.0)
    }

    /// The value to as many decimals as a page shows. Scores and limits compare this, so that what a page shows is what was
    /// judged, and a value never falls between two bands of a chart.
    #[inline]
    pub fn rounded(self, value: f32) -> f32 {
        let scale = [1.0, 10.0, 100.0].get(self.decimals()).copied().unwrap_or(1.0);
        (value * scale).round() / scale
    }

    /// The value as a page writes it: fixed decimals and a true minus, without the unit.
    pub fn write(self, value: f32) -> String {
        let text = crate::numbers::fixed(f64::from(value), self.decimals());
        match text.strip_prefix('-') {
            Some(rest) if rest.chars().all(|c| c == '0' || c == '.') => rest.to_owned(),
            Some(rest) => format!("\u{2212}{rest}"),
            None => text,
        }
    }

    /// The value and its unit, with a space that does not break: `84 %`.
    pub fn write_with_unit(self, value: f32) -> String {
        format!("{}\u{a0}{}", self.write(value), self.unit())
            .trim_end()
            .to_owned()
    }
}
