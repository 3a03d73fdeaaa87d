//! A reading as a row. List, rebuild and the comparison of duplicates each select every column of it by name, and read it in the same way.

use domain::telemetry::{Consciousness, Oxygen, OxygenDevice, Parameter, Reading, SystemStatus, Values};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::time::from_db;

/// One row of `reading`.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct ReadingRow {
    pub device_id: Uuid,
    pub taken_at: OffsetDateTime,
    pub seq: i64,
    pub heart_rate: Option<f32>,
    pub systolic: Option<f32>,
    pub diastolic: Option<f32>,
    pub mean_pressure: Option<f32>,
    pub spo2: Option<f32>,
    pub temperature: Option<f32>,
    pub respiration: Option<f32>,
    pub blood_flow: Option<f32>,
    pub dialysate_flow: Option<f32>,
    pub arterial_pressure: Option<f32>,
    pub venous_pressure: Option<f32>,
    pub transmembrane_pressure: Option<f32>,
    pub uf_rate: Option<f32>,
    pub uf_removed: Option<f32>,
    pub conductivity: Option<f32>,
    pub dialysate_temperature: Option<f32>,
    pub total_volume: Option<f32>,
    pub gcs: Option<f32>,
    pub substitution_rate: Option<f32>,
    pub substitution_volume: Option<f32>,
    pub heparin_total: Option<f32>,
    pub blood_volume_change: Option<f32>,
    pub machine_ktv: Option<f32>,
    pub recirculation: Option<f32>,
    pub remaining_time: Option<f32>,
    pub oxygen_device: Option<String>,
    pub oxygen_litres: Option<f32>,
    pub oxygen_fio2: Option<f32>,
    pub consciousness: Option<String>,
    pub system_status: Option<String>,
    pub alarm_codes: Option<Vec<String>>,
}

impl ReadingRow {
    /// The reading in the vocabulary of the house.
    pub(super) fn into_reading(self) -> Reading {
        let mut values = Values::default();
        for (parameter, value) in [
            (Parameter::HeartRate, self.heart_rate),
            (Parameter::Systolic, self.systolic),
            (Parameter::Diastolic, self.diastolic),
            (Parameter::MeanPressure, self.mean_pressure),
            (Parameter::Spo2, self.spo2),
            (Parameter::Temperature, self.temperature),
            (Parameter::Respiration, self.respiration),
            (Parameter::BloodFlow, self.blood_flow),
            (Parameter::DialysateFlow, self.dialysate_flow),
            (Parameter::ArterialPressure, self.arterial_pressure),
            (Parameter::VenousPressure, self.venous_pressure),
            (Parameter::TransmembranePressure, self.transmembrane_pressure),
            (Parameter::UfRate, self.uf_rate),
            (Parameter::UfRemoved, self.uf_removed),
            (Parameter::Conductivity, self.conductivity),
            (Parameter::DialysateTemperature, self.dialysate_temperature),
            (Parameter::TotalVolume, self.total_volume),
            (Parameter::Gcs, self.gcs),
            (Parameter::SubstitutionRate, self.substitution_rate),
            (Parameter::SubstitutionVolume, self.substitution_volume),
            (Parameter::HeparinTotal, self.heparin_total),
            (Parameter::BloodVolumeChange, self.blood_volume_change),
            (Parameter::MachineKtv, self.machine_ktv),
            (Parameter::Recirculation, self.recirculation),
            (Parameter::RemainingTime, self.remaining_time),
        ] {
            values.set(parameter, value);
        }
        let device = self.oxygen_device.as_deref().and_then(OxygenDevice::parse);
        Reading {
            seq: self.seq,
            taken_at: from_db(self.taken_at),
            values,
            oxygen: device.map(|device| Oxygen {
                device,
                litres_per_min: self.oxygen_litres,
                fio2: self.oxygen_fio2,
            }),
            consciousness: self.consciousness.as_deref().and_then(Consciousness::parse),
            system_status: self.system_status.as_deref().and_then(SystemStatus::parse),
            alarm_codes: self.alarm_codes.unwrap_or_default(),
        }
    }
}
