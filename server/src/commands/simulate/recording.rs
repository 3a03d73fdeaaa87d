//! The recordings of `server/demo/recordings`: 24 hours of one real stay each, and what its device can honestly promise.
//!
//! To add one: its file and a line in [`FILES`], then a device in `server/demo/devices.csv`, or a machine beside a monitor in `server/demo/machines.csv`. A new column: [`Line`] and [`Line::reading`].

use std::collections::HashMap;

use domain::telemetry::{Oxygen, OxygenDevice, Parameter, Promise, Reading, Values};
use domain::time::Moment;
use serde::Deserialize;

use super::consciousness::from_gcs;

/// Minutes of a recording, from 0.
pub const MINUTES: u32 = 1_440;

const DEVICES: &str = include_str!("../../../demo/devices.csv");
const MACHINES: &str = include_str!("../../../demo/machines.csv");

/// Every recording by name.
const FILES: [(&str, &str); 13] = [
    ("bed_01", include_str!("../../../demo/recordings/bed_01.csv")),
    ("bed_02", include_str!("../../../demo/recordings/bed_02.csv")),
    ("bed_03", include_str!("../../../demo/recordings/bed_03.csv")),
    ("bed_04", include_str!("../../../demo/recordings/bed_04.csv")),
    ("bed_05", include_str!("../../../demo/recordings/bed_05.csv")),
    ("bed_06", include_str!("../../../demo/recordings/bed_06.csv")),
    ("bed_07", include_str!("../../../demo/recordings/bed_07.csv")),
    ("bed_08", include_str!("../../../demo/recordings/bed_08.csv")),
    ("bed_09", include_str!("../../../demo/recordings/bed_09.csv")),
    ("bed_10", include_str!("../../../demo/recordings/bed_10.csv")),
    ("bed_11", include_str!("../../../demo/recordings/bed_11.csv")),
    ("bed_12", include_str!("../../../demo/recordings/bed_12.csv")),
    ("crrt_01", include_str!("../../../demo/recordings/crrt_01.csv")),
];

/// What was charted in one minute.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Minutes from the start of the recording, 0 to 1439.
    pub minute: u32,
    /// The values; number and time are not set, they belong to whoever plays it.
    pub reading: Reading,
}

/// One recording.
#[derive(Clone, Debug)]
pub struct Recording {
    /// Its name, such as `bed_01`.
    pub name: String,
    /// Rows in the order of time.
    pub rows: Vec<Row>,
    promise: Promise,
}

/// Why a recording cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum RecordingError {
    /// The text is no table, or a value is no number.
    #[error("the recording cannot be read: {0}")]
    Table(#[from] csv::Error),
    /// A minute is beyond the day or before the row above.
    #[error("minute {0} of the recording is out of its place")]
    Minute(u32),
    /// A word that no oxygen device has.
    #[error("the recording names an unknown oxygen device in minute {0}")]
    OxygenDevice(u32),
    /// A row without any value.
    #[error("the recording has nothing in minute {0}")]
    Empty(u32),
}

impl Recording {
    /// The recording of that name; `None` when there is none (a test reads them all, so each that is listed can be read).
    pub fn named(name: &str) -> Option<Self> {
        let (_, text) = FILES.iter().find(|(known, _)| *known == name)?;
        Some(Self {
            name: name.to_owned(),
            rows: rows(text).ok()?,
            promise: promise(name).ok()?,
        })
    }

    /// Seconds promised between two values of each parameter, for a replay at `speed`.
    pub fn promise(&self, speed: f64) -> Promise {
        let mut promise = Promise::default();
        for (parameter, seconds) in self.promise.iter() {
            promise.set(parameter, Some((f64::from(seconds) / speed) as f32));
        }
        promise
    }

    /// The readings as they would have come from a replay at `speed` that began at `started_at`, numbered from 0.
    pub fn readings_at(&self, started_at: Moment, speed: f64) -> impl Iterator<Item = Reading> + '_ {
        (0..).zip(&self.rows).map(move |(seq, row)| Reading {
            seq,
            taken_at: due(started_at, row.minute, speed),
            ..row.reading.clone()
        })
    }
}

/// When a recorded minute is due: start + minute × 60 s ÷ speed.
pub fn due(started_at: Moment, minute: u32, speed: f64) -> Moment {
    started_at.plus_seconds(f64::from(minute) * 60.0 / speed)
}

/// One line of a recording's file. Empty means not charted.
#[derive(Debug, Deserialize)]
struct Line {
    minute: u32,
    heart_rate: Option<f32>,
    systolic: Option<f32>,
    diastolic: Option<f32>,
    mean_pressure: Option<f32>,
    respiration: Option<f32>,
    spo2: Option<f32>,
    temperature: Option<f32>,
    gcs: Option<u8>,
    blood_flow: Option<f32>,
    dialysate_flow: Option<f32>,
    substitution_rate: Option<f32>,
    uf_rate: Option<f32>,
    oxygen_device: Option<String>,
    oxygen_lpm: Option<f32>,
    oxygen_fio2: Option<f32>,
}

impl Line {
    fn reading(self) -> Result<Reading, RecordingError> {
        let mut values = Values::default();
        for (parameter, value) in [
            (Parameter::HeartRate, self.heart_rate),
            (Parameter::Systolic, self.systolic),
            (Parameter::Diastolic, self.diastolic),
            (Parameter::MeanPressure, self.mean_pressure),
            (Parameter::Respiration, self.respiration),
            (Parameter::Spo2, self.spo2),
            (Parameter::Temperature, self.temperature),
            (Parameter::Gcs, self.gcs.map(f32::from)),
            (Parameter::BloodFlow, self.blood_flow),
            (Parameter::DialysateFlow, self.dialysate_flow),
            (Parameter::SubstitutionRate, self.substitution_rate),
            (Parameter::UfRate, self.uf_rate),
        ] {
            values.set(parameter, value);
        }
        let oxygen = match self.oxygen_device {
            None => None,
            Some(name) => {
                let device = OxygenDevice::parse(&name).ok_or(RecordingError::OxygenDevice(self.minute))?;
                Some(Oxygen {
                    device,
                    litres_per_min: self.oxygen_lpm,
                    fio2: self.oxygen_fio2,
                })
            }
        };
        let reading = Reading {
            values,
            oxygen,
            consciousness: self.gcs.and_then(from_gcs),
            ..Reading::default()
        };
        if reading.is_empty() {
            Err(RecordingError::Empty(self.minute))
        } else {
            Ok(reading)
        }
    }
}

fn rows(text: &str) -> Result<Vec<Row>, RecordingError> {
    let mut rows: Vec<Row> = Vec::new();
    for line in csv::Reader::from_reader(text.as_bytes()).deserialize::<Line>() {
        let line = line?;
        let minute = line.minute;
        if minute >= MINUTES || rows.last().is_some_and(|before| before.minute > minute) {
            return Err(RecordingError::Minute(minute));
        }
        rows.push(Row {
            minute,
            reading: line.reading()?,
        });
    }
    Ok(rows)
}

/// What the device of this recording promises at speed 1, from `devices.csv` or `machines.csv`: columns such as `heart_rate_s`.
fn promise(recording: &str) -> Result<Promise, csv::Error> {
    let mut promise = Promise::default();
    let lines = [DEVICES, MACHINES]
        .map(|text| csv::Reader::from_reader(text.as_bytes()).into_deserialize::<HashMap<String, String>>());
    for line in lines.into_iter().flatten() {
        let line = line?;
        if line.get("recording").is_some_and(|name| name == recording) {
            for parameter in Parameter::ALL {
                let seconds = line
                    .get(&format!("{}_s", parameter.name()))
                    .and_then(|text| text.parse().ok());
                promise.set(parameter, seconds);
            }
            // The letter is made of the scale: both come at once.
            promise.set(Parameter::Gcs, promise.get(Parameter::Consciousness));
        }
    }
    Ok(promise)
}

#[cfg(test)]
#[path = "recording_tests.rs"]
mod tests;
