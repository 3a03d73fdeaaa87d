//! What is ordered and what is delivered at the gallery's chair, how it went since the start, and what is known of the patient beside it.

use domain::dialysis::days::{Days, Weekday};
use domain::dialysis::prescription::{
    Anticoagulant, Anticoagulation, DialysisFluid, Modality, Prescription, UfProfile,
};
use domain::dialysis::quantities::Kilograms;
use domain::news2::{Evaluation, Scored};
use domain::patients::Series;
use domain::telemetry::Parameter;
use domain::time::Moment;
use hospital::dialysis::course::Course;
use hospital::dialysis::dry_weight::DryWeight;
use hospital::dialysis::need::TakenBy;
use hospital::dialysis::prescribe::Version;
use hospital::dialysis::signs::{Score, Sign, Signs};
use uuid::Uuid;

use super::{ago, zone};

/// Seconds since blood runs.
pub const RUNS: i64 = 8_100;
/// The arterial pressure of now: beyond the limit that is published.
pub const ARTERIAL: f32 = -262.0;

/// What the machine tells now.
pub const DELIVERED: [(Parameter, f32); 13] = [
    (Parameter::BloodFlow, 300.0),
    (Parameter::DialysateFlow, 500.0),
    (Parameter::ArterialPressure, ARTERIAL),
    (Parameter::VenousPressure, 152.0),
    (Parameter::TransmembranePressure, 82.0),
    (Parameter::UfRate, 600.0),
    (Parameter::UfRemoved, 1.34),
    (Parameter::Conductivity, 13.9),
    (Parameter::DialysateTemperature, 36.1),
    (Parameter::BloodVolumeChange, -6.4),
    (Parameter::TotalVolume, 39.8),
    (Parameter::Recirculation, 8.0),
    (Parameter::RemainingTime, 104.0),
];

/// The prescription that holds: the pump draws less than it says.
pub fn ordered() -> Version {
    let what = Prescription {
        modality: Modality::Hd,
        minutes: 240,
        days: Days::of([Weekday::Monday, Weekday::Wednesday, Weekday::Friday]),
        dialyser: "FX CorDiax 80".into(),
        blood_flow: 350,
        dialysate_flow: Some(500),
        potassium: 2.0,
        calcium: 1.25,
        sodium: 138,
        sodium_end: None,
        bicarbonate: 32,
        temperature: 36.0,
        dialysis_fluid: DialysisFluid::Standard,
        uf_goal: None,
        uf_profile: UfProfile::Even,
        uf_steps: None,
        max_uf_rate: 10.0,
        anticoagulation: Anticoagulation {
            kind: Anticoagulant::None,
            loading_dose: None,
            hourly_dose: None,
            stop_before: None,
            words: None,
        },
        needle_gauge: Some(15),
        single_needle: false,
        substitution: None,
    };
    Version {
        id: Uuid::from_u128(1),
        version: 7,
        what,
        reason: "Potassium rose.".into(),
        at: ago(9 * 86_400),
        by: Some("Dr Anika Rao".into()),
        ended_at: None,
    }
}

/// Down to which weight.
pub fn dry() -> DryWeight {
    DryWeight {
        id: Uuid::from_u128(3),
        weight: Kilograms(72.0),
        reason: "No oedema.".into(),
        at: ago(30 * 86_400),
        by: Some("Dr Anika Rao".into()),
    }
}

/// How the pressures went: the pump draws harder for the last minutes, and the blood volume falls as fluid is taken.
pub fn course(written: Vec<(Moment, f32, f32)>) -> Course {
    /// The machine's values are thinned to two minutes.
    const STEP: i64 = 120;
    let steps = RUNS / STEP;
    let points = |parameter, value: fn(f32) -> f32| Series {
        parameter,
        points: (1..=steps)
            .map(|step| (ago(RUNS - step * STEP), value(step as f32 / steps as f32)))
            .collect(),
    };
    Course {
        since: ago(RUNS),
        until: ago(0),
        series: vec![
            points(Parameter::ArterialPressure, |part| match part > 0.99 {
                true => ARTERIAL,
                false => (-158.0 - 18.0 * part - 4.0 * (part * 40.0).sin()).round(),
            }),
            points(Parameter::VenousPressure, |part| {
                (146.0 + 5.0 * part + 3.0 * (part * 31.0).sin()).round()
            }),
            points(Parameter::TransmembranePressure, |part| {
                (70.0 + 12.0 * part + 2.0 * (part * 23.0).cos()).round()
            }),
            points(Parameter::BloodVolumeChange, |part| {
                -6.4 * part.sqrt() + 0.3 * (part * 27.0).sin()
            }),
        ],
        by_hand: Vec::new(),
        written,
        zone: zone(),
    }
}

/// As a monitor beside it knows them.
pub fn signs() -> Signs {
    let sign = |value| Sign {
        value,
        at: ago(2),
        taken_by: TakenBy::Monitor,
    };
    let scored = Scored {
        score: 2,
        parts: Vec::new(),
        three_in_one: false,
        oldest: ago(1_500),
    };
    Signs {
        pulse: Some(sign(82.0)),
        spo2: Some(sign(96.0)),
        score: Some(Score {
            now: Evaluation::Scored(scored),
            last: None,
        }),
    }
}
