//! Changes that are folded and applied.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::telemetry::{Consciousness, Oxygen, OxygenDevice, Parameter, SystemStatus};

const PATIENT: PatientId = PatientId(Uuid::from_u128(1));
const DEVICE: DeviceId = DeviceId(Uuid::from_u128(2));

fn at(second: i64) -> Moment {
    Moment::from_millis(1_795_341_600_000 + second * 1_000)
}

fn now() -> PatientNow {
    PatientNow {
        patient: PATIENT,
        device: DEVICE,
        latest: Latest::default(),
        promise: Promise::default(),
        heard_at: None,
        silent: true,
        last_score: None,
        replay_since: None,
        too_young: false,
    }
}

fn change(reading: Reading) -> PatientChange {
    PatientChange {
        patient: PATIENT,
        device: DEVICE,
        heard_at: Some(reading.taken_at),
        reading,
        older: Vec::new(),
        silent: false,
        last_score: None,
        promise: None,
        replay_since: None,
    }
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
fn two_readings_in_one_frame_keep_their_own_times() {
    let mut folded = change(reading(1, 1, &[(Parameter::HeartRate, 70.0), (Parameter::Spo2, 97.0)]));
    folded.merge(change(reading(2, 2, &[(Parameter::HeartRate, 71.0)])));
    assert_eq!((folded.reading.taken_at, folded.reading.seq), (at(2), 2));
    assert_eq!(
        folded.older,
        [Older {
            part: Part::Parameter(Parameter::Spo2),
            taken_at: at(1),
            seq: 1
        }]
    );
    let mut patient = now();
    assert!(patient.apply(&folded));
    assert_eq!(patient.latest.get(Parameter::HeartRate), Some((71.0, at(2))));
    assert_eq!(patient.latest.get(Parameter::Spo2), Some((97.0, at(1))));
    assert!(!patient.apply(&folded), "the same again changes no value");
}

#[test]
fn a_heartbeat_in_the_frame_lends_no_time_to_values() {
    for heartbeat_first in [true, false] {
        let (values, beat) = (
            change(reading(10, 7, &[(Parameter::Spo2, 97.0)])),
            change(reading(12, 0, &[])),
        );
        let (mut folded, next) = if heartbeat_first {
            (beat, values)
        } else {
            (values, beat)
        };
        folded.merge(next);
        assert_eq!(
            (folded.reading.taken_at, folded.reading.seq, folded.older.len()),
            (at(10), 7, 0)
        );
        assert_eq!(folded.heard_at, Some(at(12)));
    }
}

#[test]
fn codes_keep_the_time_of_the_reading_that_showed_them() {
    let mut folded = change(Reading {
        alarm_codes: vec!["ART_LOW".into()],
        ..reading(5, 5, &[])
    });
    folded.merge(change(Reading {
        system_status: Some(SystemStatus::Warning),
        ..reading(3, 3, &[])
    }));
    let mut patient = now();
    patient.apply(&folded);
    assert_eq!(patient.latest.status(), Some((SystemStatus::Warning, at(3))));
    assert_eq!(
        (patient.latest.alarm_codes(), patient.latest.stamp(Part::AlarmCodes)),
        (&["ART_LOW".to_owned()][..], Some((at(5), 5)))
    );
}

#[test]
fn what_is_not_a_value_is_taken_from_the_later_change() {
    let mut promise = Promise::default();
    promise.set(Parameter::Spo2, Some(5.0));
    let score = |score| {
        Some(LastScore {
            before: None,
            score,
            three_in_one: false,
            at: at(1),
        })
    };
    let first = PatientChange {
        promise: Some(promise.clone()),
        replay_since: Some(at(0)),
        last_score: score(3),
        silent: true,
        ..change(reading(1, 1, &[]))
    };
    let second = PatientChange {
        last_score: score(5),
        ..change(reading(0, 0, &[]))
    };
    let mut folded = first.clone();
    folded.merge(second.clone());
    let (mut one, mut both) = (now(), now());
    one.apply(&folded);
    both.apply(&first);
    both.apply(&second);
    assert_eq!(one, both);
    assert_eq!(
        (one.silent, one.last_score, one.heard_at),
        (false, score(5), Some(at(1)))
    );
    assert_eq!((one.promise, one.replay_since), (promise, Some(at(0))));
}

#[test]
fn a_change_of_another_patient_is_left_alone() {
    let other = PatientChange {
        patient: PatientId(Uuid::from_u128(9)),
        ..change(reading(1, 1, &[(Parameter::Spo2, 80.0)]))
    };
    let mut patient = now();
    assert!(!patient.apply(&other));
    assert_eq!(patient, now());
    let mut own = change(reading(1, 1, &[(Parameter::Spo2, 97.0)]));
    own.merge(other);
    assert_eq!(own, change(reading(1, 1, &[(Parameter::Spo2, 97.0)])));
}

#[test]
fn messages_travel_in_both_formats() {
    let mut folded = change(reading(1, 1, &[(Parameter::Spo2, 97.0)]));
    folded.merge(change(reading(2, 2, &[(Parameter::HeartRate, 71.0)])));
    let message = ToClient::Change {
        topic: Topic::Patient(PATIENT),
        number: 3,
        values: vec![folded],
        alarms: Vec::new(),
    };
    let bytes = postcard::to_allocvec(&message).unwrap();
    assert_eq!(postcard::from_bytes::<ToClient>(&bytes).unwrap(), message);
    let json = serde_json::to_value(&message).unwrap();
    let sent = &json["change"]["values"][0];
    assert_eq!(
        (&sent["reading"]["seq"], &sent["reading"]["taken_at"]),
        (&2.into(), &at(2).0.into())
    );
    assert_eq!(sent["reading"]["values"]["heart_rate"], 71.0);
    assert_eq!(sent["older"][0]["part"]["parameter"], "spo2");
    assert_eq!(serde_json::from_value::<ToClient>(json).unwrap(), message);
}

/// Readings with every part now and then, few times so that they collide, and empty ones as heartbeats are.
fn any_reading() -> impl Strategy<Value = Reading> {
    let oxygen = Oxygen {
        device: OxygenDevice::RoomAir,
        litres_per_min: None,
        fio2: None,
    };
    let status = prop::sample::select(vec![SystemStatus::Normal, SystemStatus::Danger]);
    let parts = (
        (0_i64..6, 0_i64..1_000),
        prop::option::of(60.0_f32..90.0),
        prop::option::of(90.0_f32..100.0),
        prop::option::of(Just(oxygen)),
        prop::option::of(prop::sample::select(vec![Consciousness::A, Consciousness::V])),
        prop::option::of(status),
        prop::collection::vec("[A-C]", 0..2),
    );
    parts.prop_map(
        |((second, seq), pulse, spo2, oxygen, consciousness, system_status, alarm_codes)| {
            let mut reading = Reading {
                oxygen,
                consciousness,
                system_status,
                alarm_codes,
                ..reading(second, seq, &[])
            };
            reading.values.set(Parameter::HeartRate, pulse);
            reading.values.set(Parameter::Spo2, spo2);
            reading
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Folding any number of changes, in groups of any size, and applying the sums is applying each.
    #[test]
    fn applying_the_fold_is_applying_all(readings in prop::collection::vec(any_reading(), 1..12), size in 1_usize..12) {
        let (mut folded, mut each) = (now(), now());
        for reading in &readings {
            each.apply(&change(reading.clone()));
        }
        for group in readings.chunks(size) {
            let mut changes = group.iter().cloned().map(change);
            let mut sum = changes.next().unwrap();
            changes.for_each(|next| sum.merge(next));
            folded.apply(&sum);
        }
        prop_assert_eq!(folded, each);
    }

    /// A batch in one pass is what its readings are one after the other.
    #[test]
    fn the_newest_of_a_batch_is_the_fold_of_its_readings(mut readings in prop::collection::vec(any_reading(), 1..12)) {
        readings.sort_by_key(|reading| (reading.taken_at, reading.seq));
        readings.dedup_by_key(|reading| (reading.taken_at, reading.seq));
        let mut each = now();
        for reading in &readings {
            each.apply(&change(reading.clone()));
        }
        let (newest, older) = newest_of(&readings);
        let mut once = now();
        once.apply(&PatientChange { older, ..change(newest) });
        prop_assert_eq!(once.latest, each.latest);
    }
}
