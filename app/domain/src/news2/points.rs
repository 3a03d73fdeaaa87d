//! Chart 1 of NEWS2 (Royal College of Physicians, 2017): the points of each parameter.
//!
//! The chart is written for whole numbers (temperature: one decimal). A finer value is rounded first
//! ([`Parameter::rounded`]), so that it never falls between two bands.

use crate::telemetry::{Consciousness, Parameter};

/// The points of a parameter that is one number with one column; `None` for SpO2, oxygen, consciousness and what NEWS2 does not score.
pub fn number(parameter: Parameter, value: f32) -> Option<u8> {
    Some(match parameter {
        Parameter::Respiration => respiration(value),
        Parameter::Systolic => systolic(value),
        Parameter::HeartRate => pulse(value),
        Parameter::Temperature => temperature(value),
        _ => return None,
    })
}

/// Respiration, /min.
pub fn respiration(value: f32) -> u8 {
    match Parameter::Respiration.rounded(value) {
        ..=8.0 => 3,
        ..=11.0 => 1,
        ..=20.0 => 0,
        ..=24.0 => 2,
        _ => 3,
    }
}

/// SpO2 on scale 1, %.
pub fn spo2_scale_one(value: f32) -> u8 {
    match Parameter::Spo2.rounded(value) {
        ..=91.0 => 3,
        ..=93.0 => 2,
        ..=95.0 => 1,
        _ => 0,
    }
}

/// SpO2 on scale 2, %: too much oxygen counts as well as too little. `on_oxygen` is more than air.
pub fn spo2_scale_two(value: f32, on_oxygen: bool) -> u8 {
    match (Parameter::Spo2.rounded(value), on_oxygen) {
        (..=83.0, _) => 3,
        (..=85.0, _) => 2,
        (..=87.0, _) => 1,
        (..=92.0, _) | (_, false) => 0,
        (..=94.0, true) => 1,
        (..=96.0, true) => 2,
        (_, true) => 3,
    }
}

/// Air or oxygen.
pub const fn oxygen(on_oxygen: bool) -> u8 {
    if on_oxygen { 2 } else { 0 }
}

/// Systolic pressure, mmHg.
pub fn systolic(value: f32) -> u8 {
    match Parameter::Systolic.rounded(value) {
        ..=90.0 => 3,
        ..=100.0 => 2,
        ..=110.0 => 1,
        ..=219.0 => 0,
        _ => 3,
    }
}

/// Pulse, /min.
pub fn pulse(value: f32) -> u8 {
    match Parameter::HeartRate.rounded(value) {
        ..=40.0 => 3,
        ..=50.0 => 1,
        ..=90.0 => 0,
        ..=110.0 => 1,
        ..=130.0 => 2,
        _ => 3,
    }
}

/// Consciousness: alert, or any of new confusion, voice, pain, unresponsive.
pub const fn consciousness(level: Consciousness) -> u8 {
    match level {
        Consciousness::A => 0,
        Consciousness::C | Consciousness::V | Consciousness::P | Consciousness::U => 3,
    }
}

/// Temperature, °C. Fever gives 2 at most.
pub fn temperature(value: f32) -> u8 {
    // In tenths, because 35.1 is no exact binary number.
    match (value * 10.0).round() {
        ..=350.0 => 3,
        ..=360.0 => 1,
        ..=380.0 => 0,
        ..=390.0 => 1,
        _ => 2,
    }
}
