//! What is newest, and how long it stays good.

use proptest::prelude::*;

use super::*;
use crate::telemetry::OxygenDevice;

fn at(second: i64) -> Moment {
    Moment::from_millis(1_795_341_600_000 + second * 1_000)
}

fn reading(second: i64, seq: i64, values: &[(Parameter, f32)]) -> Reading {
    let mut reading = Reading {
        seq,
        taken_at: at(second),
        ..Reading::default()
    };
    for (parameter, value) in values {
        reading.values.set(*parameter, Some(*value));
    }
    reading
}

#[test]
fn only_newer_values_are_taken_and_each_parameter_by_itself() {
    let mut latest = Latest::default();
    assert!(latest.apply(&reading(
        10,
        1,
        &[(Parameter::HeartRate, 72.0), (Parameter::Spo2, 97.0)]
    )));
    assert!(latest.apply(&reading(12, 2, &[(Parameter::HeartRate, 75.0)])));
    assert!(
        latest.apply(&reading(
            11,
            3,
            &[(Parameter::HeartRate, 60.0), (Parameter::Spo2, 96.0)]
        )),
        "late for one only"
    );
    assert!(
        !latest.apply(&reading(
            11,
            3,
            &[(Parameter::HeartRate, 60.0), (Parameter::Spo2, 96.0)]
        )),
        "a duplicate"
    );
    assert_eq!(latest.get(Parameter::HeartRate), Some((75.0, at(12))));
    assert_eq!(latest.get(Parameter::Spo2), Some((96.0, at(11))));
    assert_eq!(latest.get(Parameter::Systolic), None);
    assert_eq!(latest.taken_at(Parameter::Spo2), Some(at(11)));
}

#[test]
fn at_equal_times_the_higher_number_is_newer() {
    let mut latest = Latest::default();
    latest.apply(&reading(10, 5, &[(Parameter::Spo2, 95.0)]));
    assert!(!latest.apply(&reading(10, 4, &[(Parameter::Spo2, 94.0)])));
    assert!(latest.apply(&reading(10, 6, &[(Parameter::Spo2, 96.0)])));
    assert_eq!(latest.get(Parameter::Spo2), Some((96.0, at(10))));
}

#[test]
fn oxygen_consciousness_and_status_are_kept_too() {
    let mut latest = Latest::default();
    let oxygen = Oxygen {
        device: OxygenDevice::FaceMask,
        litres_per_min: Some(6.0),
        fio2: None,
    };
    latest.apply(&Reading {
        oxygen: Some(oxygen),
        consciousness: Some(Consciousness::V),
        ..reading(1, 1, &[])
    });
    let warning = Reading {
        system_status: Some(SystemStatus::Warning),
        alarm_codes: vec!["ART_LOW".into()],
        ..reading(2, 2, &[])
    };
    latest.apply(&warning);
    assert_eq!(latest.oxygen(), Some((oxygen, at(1))));
    assert_eq!(latest.consciousness(), Some((Consciousness::V, at(1))));
    assert_eq!(latest.status(), Some((SystemStatus::Warning, at(2))));
    assert_eq!(latest.alarm_codes(), ["ART_LOW"]);
    assert_eq!(latest.taken_at(Parameter::Oxygen), Some(at(1)));
    // A status without codes takes the codes away; a reading without either leaves them.
    latest.apply(&reading(3, 3, &[(Parameter::Spo2, 97.0)]));
    assert_eq!(latest.alarm_codes(), ["ART_LOW"]);
    latest.apply(&Reading {
        system_status: Some(SystemStatus::Normal),
        ..reading(4, 4, &[])
    });
    assert!(latest.alarm_codes().is_empty());
}

#[test]
fn a_heartbeat_changes_nothing() {
    let heartbeat = reading(5, 5, &[]);
    assert!(heartbeat.is_empty());
    assert!(!Latest::default().apply(&heartbeat));
}

#[test]
fn a_value_is_stale_after_two_promised_intervals_of_its_parameter() {
    let (mut latest, mut promise) = (Latest::default(), Promise::default());
    latest.apply(&reading(
        0,
        1,
        &[(Parameter::HeartRate, 72.0), (Parameter::Systolic, 120.0)],
    ));
    promise.set(Parameter::HeartRate, Some(1.0));
    promise.set(Parameter::Systolic, Some(900.0));
    let fresh = |parameter, seconds: f64| latest.freshness(parameter, &promise, at(0).plus_seconds(seconds));
    assert_eq!(
        (fresh(Parameter::HeartRate, 2.0), fresh(Parameter::HeartRate, 2.001)),
        (Freshness::Fresh, Freshness::Stale)
    );
    assert_eq!(
        (
            fresh(Parameter::Systolic, 1_800.0),
            fresh(Parameter::Systolic, 1_800.001)
        ),
        (Freshness::Fresh, Freshness::Stale)
    );
    assert_eq!(fresh(Parameter::Spo2, 0.0), Freshness::Missing);
    assert_eq!(fresh(Parameter::HeartRate, -400.0), Freshness::Fresh);
    assert_eq!(latest.age(Parameter::HeartRate, at(90)), Some(90.0));
    assert_eq!(latest.age(Parameter::HeartRate, at(-90)), Some(0.0));
    assert_eq!(latest.age(Parameter::Spo2, at(90)), None);
}

#[test]
fn a_promise_is_kept_changed_and_taken_back() {
    let mut promise = Promise::default();
    assert_eq!(
        (promise.get(Parameter::Spo2), promise.interval(Parameter::Spo2)),
        (None, DEFAULT_INTERVAL_SECONDS)
    );
    promise.set(Parameter::Temperature, Some(300.0));
    promise.set(Parameter::Spo2, Some(5.0));
    promise.set(Parameter::Spo2, Some(2.0));
    assert_eq!(
        promise.iter().collect::<Vec<_>>(),
        [(Parameter::Spo2, 2.0), (Parameter::Temperature, 300.0)]
    );
    for nonsense in [None, Some(0.0), Some(-1.0), Some(f32::NAN), Some(f32::INFINITY)] {
        promise.set(Parameter::Spo2, Some(2.0));
        promise.set(Parameter::Spo2, nonsense);
        assert_eq!(promise.get(Parameter::Spo2), None, "{nonsense:?}");
    }
    // The order of promising does not matter, so that equal promises are equal.
    let (mut one, mut other) = (Promise::default(), Promise::default());
    one.set(Parameter::Spo2, Some(1.0));
    one.set(Parameter::HeartRate, Some(1.0));
    other.set(Parameter::HeartRate, Some(1.0));
    other.set(Parameter::Spo2, Some(1.0));
    assert_eq!(one, other);
}

#[test]
fn it_travels_in_both_formats() {
    let (mut latest, mut promise) = (Latest::default(), Promise::default());
    latest.apply(&Reading {
        consciousness: Some(Consciousness::A),
        ..reading(1, 1, &[(Parameter::Spo2, 97.0)])
    });
    latest.apply(&Reading {
        system_status: Some(SystemStatus::Danger),
        ..reading(2, 2, &[])
    });
    promise.set(Parameter::Spo2, Some(5.0));
    let json = serde_json::to_string(&(&latest, &promise)).unwrap();
    assert!(json.contains(r#""parameter":"spo2""#), "{json}");
    assert_eq!(
        serde_json::from_str::<(Latest, Promise)>(&json).unwrap(),
        (latest.clone(), promise.clone())
    );
    let bytes = postcard::to_allocvec(&(&latest, &promise)).unwrap();
    assert_eq!(
        postcard::from_bytes::<(Latest, Promise)>(&bytes).unwrap(),
        (latest, promise)
    );
}

#[test]
fn more_than_air_is_believed_from_device_or_figures() {
    let air = Oxygen {
        device: OxygenDevice::RoomAir,
        litres_per_min: None,
        fio2: None,
    };
    assert!(!air.is_supplemental());
    assert!(
        !Oxygen {
            fio2: Some(0.21),
            litres_per_min: Some(0.0),
            ..air
        }
        .is_supplemental()
    );
    assert!(
        Oxygen {
            fio2: Some(0.24),
            ..air
        }
        .is_supplemental()
    );
    assert!(
        Oxygen {
            litres_per_min: Some(1.0),
            ..air
        }
        .is_supplemental()
    );
    for device in OxygenDevice::ALL
        .into_iter()
        .filter(|device| *device != OxygenDevice::RoomAir)
    {
        assert!(Oxygen { device, ..air }.is_supplemental(), "{device:?}");
    }
}

proptest! {
    /// Fault R10: whatever the order and whatever came twice, the newest is the newest.
    #[test]
    fn any_order_ends_in_the_same_latest(
        (ordered, shuffled) in prop::collection::vec((0_i64..8, prop::option::of(60.0_f32..90.0), prop::option::of(90.0_f32..100.0)), 1..20)
            .prop_map(|rows| rows.into_iter().enumerate().map(|(seq, (second, pulse, spo2))| {
                let mut reading = reading(second, seq as i64, &[]);
                reading.values.set(Parameter::HeartRate, pulse);
                reading.values.set(Parameter::Spo2, spo2);
                reading
            }).collect::<Vec<_>>())
            .prop_flat_map(|rows| {
                let doubled: Vec<Reading> = rows.iter().chain(rows.iter().take(3)).cloned().collect();
                (Just(rows), Just(doubled).prop_shuffle())
            })
    ) {
        let fold = |readings: &[Reading]| {
            let mut latest = Latest::default();
            for reading in readings {
                latest.apply(reading);
            }
            latest
        };
        prop_assert_eq!(fold(&ordered), fold(&shuffled));
    }
}
