//! [`Item`]: one reading as a device spells it in JSON, and [`Item::check`], which turns it into a [`Reading`] or says what is wrong.
//!
//! An item is read leniently, so that one bad field rejects its item and not the whole body: an unknown field, a wrong type and
//! a field given twice are kept as [`Item::faults`] and refused by [`Item::check`]. Only broken JSON fails to deserialise.
//! How the fields are read stands in `read.rs`; how they are written, here.

mod read;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::plausible::{self, FIO2, LITRES, holds};
use super::{Consciousness, Oxygen, OxygenDevice, Parameter, Reading, SystemStatus, Values};
use crate::invalid::{Invalid, is_printable};
use crate::time::{Moment, parse_rfc3339, rfc3339};

/// How far a device's clock may run ahead of the server's, in seconds.
pub const AHEAD_SECONDS: f64 = 600.0;
/// Alarm codes in one reading, at most.
pub const MOST_CODES: usize = 32;
/// Characters of one alarm code, at most.
pub const LONGEST_CODE: usize = 64;

/// One reading as a device spells it. Every field is optional here; [`Item::check`] asks for what must be there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The device's own counter.
    pub seq: Option<i64>,
    /// RFC 3339 with any offset.
    pub taken_at: Option<String>,
    /// The numbers, each under [`Parameter::name`].
    pub values: Values,
    /// How oxygen is given.
    pub oxygen: Option<OxygenItem>,
    /// A, C, V, P or U.
    pub consciousness: Option<String>,
    /// normal, warning or danger.
    pub system_status: Option<String>,
    /// Codes that the machine shows.
    pub alarm_codes: Option<Vec<String>>,
    /// What was wrong already in the JSON: unknown fields, wrong types, a field given twice.
    pub faults: Vec<Invalid>,
}

/// How oxygen is given, as a device spells it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OxygenItem {
    /// A name of [`OxygenDevice`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// Flow in L/min.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub litres_per_min: Option<f32>,
    /// Inspired fraction, 0.21 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fio2: Option<f32>,
}

impl Item {
    /// Checks the item as it arrives at `now`; readings older than `retention_days` are refused.
    ///
    /// # Errors
    /// Every fault found, each with its field. A reason names the plausible range and its unit, never the value.
    pub fn check(self, now: Moment, retention_days: u32) -> Result<Reading, Vec<Invalid>> {
        let mut faults = self.faults;
        let seq = self.seq.filter(|seq| *seq >= 0).unwrap_or_else(|| {
            fault(
                &mut faults,
                "seq",
                "Give the device's own counter, a whole number, 0 or more.",
            );
            0
        });
        let taken_at = check_time(self.taken_at.as_deref(), now, retention_days, &mut faults);
        check_values(&self.values, &mut faults);
        let oxygen = self.oxygen.and_then(|item| check_oxygen(&item, &mut faults));
        let consciousness = word(
            self.consciousness,
            Consciousness::parse,
            &mut faults,
            "consciousness",
            "A, C, V, P or U",
        );
        let system_status = word(
            self.system_status,
            SystemStatus::parse,
            &mut faults,
            "system_status",
            "normal, warning or danger",
        );
        let alarm_codes = self.alarm_codes.unwrap_or_default();
        check_codes(&alarm_codes, &mut faults);
        let reading = Reading {
            seq,
            taken_at,
            values: self.values,
            oxygen,
            consciousness,
            system_status,
            alarm_codes,
        };
        if faults.is_empty() && reading.is_empty() {
            fault(&mut faults, "", "Give one value at least.");
        }
        faults.dedup_by(|a, b| a.field == b.field);
        if faults.is_empty() { Ok(reading) } else { Err(faults) }
    }
}

fn fault(faults: &mut Vec<Invalid>, field: &str, reason: impl Into<String>) {
    // A field of the wrong type is reported once, as that, and not again as missing.
    if field.is_empty() || !faults.iter().any(|known| known.field == field) {
        faults.push(Invalid::new(field, reason));
    }
}

fn check_time(text: Option<&str>, now: Moment, retention_days: u32, faults: &mut Vec<Invalid>) -> Moment {
    let Some(at) = text.and_then(parse_rfc3339) else {
        fault(
            faults,
            "taken_at",
            "Give the time of measuring as RFC 3339, such as 2026-11-22T10:00:00Z.",
        );
        return Moment::default();
    };
    if at.seconds_since(now) > AHEAD_SECONDS {
        fault(
            faults,
            "taken_at",
            "The time lies more than 10 minutes ahead of the server's clock. Set the device's clock.",
        );
    }
    if now.seconds_since(at) > f64::from(retention_days) * 86_400.0 {
        fault(
            faults,
            "taken_at",
            format!("The time is older than {retention_days} days, as long as readings are kept."),
        );
    }
    at
}

fn check_values(values: &Values, faults: &mut Vec<Invalid>) {
    for parameter in Parameter::ALL {
        let (Some(value), Some(range)) = (values.get(parameter), plausible::range(parameter)) else {
            continue;
        };
        if !holds(range, value) {
            fault(faults, parameter.name(), between(range, parameter.unit()));
        }
    }
    if values.get(Parameter::Gcs).is_some_and(|total| total.fract() != 0.0) {
        fault(
            faults,
            Parameter::Gcs.name(),
            "The total of the scale is a whole number.",
        );
    }
    if let (Some(systolic), Some(diastolic)) = (values.get(Parameter::Systolic), values.get(Parameter::Diastolic))
        && systolic < diastolic
    {
        fault(faults, "systolic", "Systolic pressure is not below diastolic pressure.");
    }
}

fn check_oxygen(item: &OxygenItem, faults: &mut Vec<Invalid>) -> Option<Oxygen> {
    let device = item.device.as_deref().and_then(OxygenDevice::parse);
    if device.is_none() {
        let names: Vec<&str> = OxygenDevice::ALL.iter().map(|device| device.name()).collect();
        fault(faults, "oxygen.device", format!("Give one of {}.", names.join(", ")));
    }
    if item.litres_per_min.is_some_and(|litres| !holds(LITRES, litres)) {
        fault(faults, "oxygen.litres_per_min", between(LITRES, "L/min"));
    }
    if item.fio2.is_some_and(|fio2| !holds(FIO2, fio2)) {
        fault(faults, "oxygen.fio2", between(FIO2, "as a fraction"));
    }
    Some(Oxygen {
        device: device?,
        litres_per_min: item.litres_per_min,
        fio2: item.fio2,
    })
}

/// A value that is one of a few words.
fn word<T>(
    text: Option<String>,
    parse: fn(&str) -> Option<T>,
    faults: &mut Vec<Invalid>,
    field: &str,
    words: &str,
) -> Option<T> {
    let text = text?;
    let parsed = parse(&text);
    if parsed.is_none() {
        fault(faults, field, format!("Give one of {words}."));
    }
    parsed
}

fn check_codes(codes: &[String], faults: &mut Vec<Invalid>) {
    if codes.len() > MOST_CODES {
        fault(faults, "alarm_codes", format!("Give at most {MOST_CODES} codes."));
    }
    if !codes.iter().all(|code| is_code(code)) {
        fault(
            faults,
            "alarm_codes",
            format!("Each code is 1 to {LONGEST_CODE} printable characters."),
        );
    }
}

/// Printable and not too long.
fn is_code(code: &str) -> bool {
    !code.trim().is_empty() && code.chars().count() <= LONGEST_CODE && is_printable(code)
}

fn between((low, high): (f32, f32), unit: &str) -> String {
    let text = format!("Must lie between {low} and {high} {unit}")
        .trim_end()
        .to_owned()
        + ".";
    text.replace('-', "\u{2212}")
}

impl From<&Reading> for Item {
    /// The item that a device would send for this reading.
    fn from(reading: &Reading) -> Self {
        Self {
            seq: Some(reading.seq),
            taken_at: Some(rfc3339(reading.taken_at)),
            values: reading.values,
            oxygen: reading.oxygen.map(|oxygen| OxygenItem {
                device: Some(oxygen.device.name().to_owned()),
                litres_per_min: oxygen.litres_per_min,
                fio2: oxygen.fio2,
            }),
            consciousness: reading.consciousness.map(|level| level.letter().to_owned()),
            system_status: reading.system_status.map(|status| status.name().to_owned()),
            alarm_codes: (!reading.alarm_codes.is_empty()).then(|| reading.alarm_codes.clone()),
            faults: Vec::new(),
        }
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        entry(&mut map, "seq", self.seq.as_ref())?;
        entry(&mut map, "taken_at", self.taken_at.as_ref())?;
        for parameter in Parameter::ALL {
            entry(&mut map, parameter.name(), self.values.get(parameter).as_ref())?;
        }
        entry(&mut map, "oxygen", self.oxygen.as_ref())?;
        entry(&mut map, "consciousness", self.consciousness.as_ref())?;
        entry(&mut map, "system_status", self.system_status.as_ref())?;
        entry(&mut map, "alarm_codes", self.alarm_codes.as_ref())?;
        map.end()
    }
}

fn entry<M: SerializeMap, T: Serialize>(map: &mut M, name: &str, value: Option<&T>) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, value))
}

#[cfg(test)]
mod tests;
