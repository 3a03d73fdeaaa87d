//! Readings that turn into alarms: at a bed, after a restart, and in any order.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::alerts::{Limits, PatientLimit, Priority};
use crate::telemetry::SystemStatus::{Danger, Normal, Warning};

const LOW_SPO2: Kind = Kind::Limit(Parameter::Spo2, Side::Low);

fn at(second: i64) -> Moment {
    Moment::from_millis(1_795_341_600_000 + second * 1_000)
}

fn reading(second: i64, values: &[(Parameter, f32)]) -> Reading {
    let mut reading = Reading {
        seq: second,
        taken_at: at(second),
        ..Reading::default()
    };
    for (parameter, value) in values {
        reading.values.set(*parameter, Some(*value));
    }
    reading
}

fn machine(second: i64, status: SystemStatus) -> Reading {
    Reading {
        system_status: Some(status),
        ..reading(second, &[])
    }
}

/// Feeds one parameter, one value a second, and tells what turned at each.
fn feed(watch: &mut Watch, parameter: Parameter, values: &[f32]) -> Vec<String> {
    let limits = Rules::default();
    let start = watch.newest.iter().map(|(_, (_, seq))| seq + 1).max().unwrap_or(0);
    let steps = values
        .iter()
        .zip(start..)
        .map(|(value, second)| watch.step(&reading(second, &[(parameter, *value)]), &limits));
    steps
        .map(|turns| turns.iter().map(word).collect::<Vec<_>>().join(" "))
        .collect()
}

fn word(turn: &Turn) -> String {
    match turn {
        Turn::Raised(raise) => format!("raised {}", raise.priority.name()),
        Turn::Escalated(raise) => format!("escalated {}", raise.priority.name()),
        Turn::Worse { value, .. } => format!("worse {value}"),
        Turn::Gone { .. } => "gone".to_owned(),
        Turn::Uncompared { .. } => "uncompared".to_owned(),
    }
}

#[test]
fn a_saturation_falls_gets_worse_and_recovers() {
    let mut watch = Watch::default();
    let told = feed(
        &mut watch,
        Parameter::Spo2,
        &[95.0, 92.0, 91.0, 90.0, 84.0, 83.0, 86.0, 82.0, 92.0, 93.0, 94.0, 95.0],
    );
    assert_eq!(
        told,
        [
            "",
            "",
            "raised medium",
            "worse 90",
            "worse 84",
            "escalated high",
            "",
            "worse 82",
            "",
            "",
            "gone",
            ""
        ]
    );
}

#[test]
fn a_turn_says_value_limit_and_time() {
    let turns = Watch::default().step(&reading(3, &[(Parameter::Spo2, 82.0)]), &Rules::default());
    let raise = Raise {
        kind: LOW_SPO2,
        priority: Priority::High,
        value: Some(82.0),
        limit: Some(83.0),
        at: at(3),
    };
    assert_eq!(turns, [Turn::Raised(raise)]);
}

#[test]
fn a_limit_without_a_distance_asks_for_two_values_in_a_row() {
    let mut watch = Watch::default();
    let told = feed(
        &mut watch,
        Parameter::VenousPressure,
        &[260.0, 250.0, 261.0, 255.0, 254.0],
    );
    assert_eq!(told, ["raised medium", "", "worse 261", "", "gone"]);
}

#[test]
fn a_value_that_trembles_at_its_limit_is_one_alarm() {
    let mut watch = Watch::default();
    let told = feed(
        &mut watch,
        Parameter::HeartRate,
        &[40.0, 41.0, 40.0, 41.0, 39.0, 42.0, 43.0],
    );
    assert_eq!(told, ["raised high", "", "", "", "worse 39", "", "gone"]);
}

#[test]
fn one_reading_may_turn_several_alarms() {
    let mut watch = Watch::default();
    let bad = reading(
        1,
        &[
            (Parameter::Systolic, 85.0),
            (Parameter::HeartRate, 135.0),
            (Parameter::Temperature, 36.8),
        ],
    );
    let kinds: Vec<Kind> = watch.step(&bad, &Rules::default()).iter().map(Turn::kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::Limit(Parameter::HeartRate, Side::High),
            Kind::Limit(Parameter::Systolic, Side::Low)
        ]
    );
}

#[test]
fn what_the_machine_says_of_itself_is_an_alarm() {
    let (mut watch, limits) = (Watch::default(), Rules::default());
    let mut told = Vec::new();
    for (second, status) in [Normal, Warning, Danger, Warning, Normal, Danger]
        .into_iter()
        .enumerate()
    {
        told.extend(watch.step(&machine(second as i64, status), &limits).iter().map(word));
    }
    assert_eq!(told, ["raised medium", "escalated high", "gone", "raised high"]);
}

#[test]
fn late_readings_neither_raise_nor_clear() {
    let (mut watch, limits) = (Watch::default(), Rules::default());
    assert_eq!(watch.step(&reading(10, &[(Parameter::Spo2, 97.0)]), &limits), []);
    assert_eq!(watch.step(&reading(9, &[(Parameter::Spo2, 80.0)]), &limits), []);
    assert_eq!(watch.step(&reading(11, &[(Parameter::Spo2, 80.0)]), &limits).len(), 1);
    assert_eq!(watch.step(&reading(8, &[(Parameter::Spo2, 99.0)]), &limits), []);
    assert_eq!(
        watch.step(&reading(11, &[(Parameter::Spo2, 99.0)]), &limits),
        [],
        "the same reading twice"
    );
    // Late for one parameter, new for another.
    let mixed = reading(10, &[(Parameter::Spo2, 99.0), (Parameter::HeartRate, 140.0)]);
    assert_eq!(watch.step(&mixed, &limits).len(), 1);
}

#[test]
fn at_equal_times_the_higher_number_is_newer() {
    let (mut watch, limits) = (Watch::default(), Rules::default());
    let first = Reading {
        seq: 5,
        ..reading(1, &[(Parameter::Spo2, 97.0)])
    };
    let second = Reading {
        seq: 6,
        ..reading(1, &[(Parameter::Spo2, 80.0)])
    };
    let before = Reading {
        seq: 4,
        ..reading(1, &[(Parameter::Spo2, 80.0)])
    };
    assert_eq!(watch.step(&first, &limits), []);
    assert_eq!(watch.step(&before, &limits), []);
    assert_eq!(watch.step(&second, &limits).len(), 1);
}

#[test]
fn an_alarm_ends_when_its_limit_does() {
    let own = PatientLimit {
        parameter: Parameter::MeanPressure,
        side: Side::Low,
        value: 65.0,
        expires_at: at(5),
    };
    let (limits, mut watch) = (Rules::from(Limits::default().with(own)), Watch::default());
    let mut step = |second| {
        watch
            .step(&reading(second, &[(Parameter::MeanPressure, 60.0)]), &limits)
            .iter()
            .map(word)
            .collect::<Vec<_>>()
    };
    assert_eq!(step(4), ["raised medium"]);
    assert_eq!(step(5), ["gone"]);
}

#[test]
fn after_a_restart_nothing_is_raised_twice_and_nothing_is_forgotten() {
    let limits = Rules::default();
    let (mut before, mut latest) = (Watch::default(), Latest::default());
    let fall = [
        reading(1, &[(Parameter::Spo2, 90.0)]),
        reading(2, &[(Parameter::Spo2, 82.0), (Parameter::Systolic, 85.0)]),
    ];
    let mut open: Vec<Alarm> = Vec::new();
    for reading in &fall {
        latest.apply(reading);
        for turn in before.step(reading, &limits) {
            let known = open
                .iter()
                .position(|alarm| alarm.kind == turn.kind())
                .map(|place| open.swap_remove(place));
            open.extend(take(turn, known, id(), DEVICE, None));
        }
    }
    let mut after = Watch::restore(&open, &latest);
    assert_eq!(standing(&after), standing(&before));
    assert_eq!(after.step(&fall[1], &limits), [], "a reading sent again");
    assert_eq!(after.step(&reading(3, &[(Parameter::Spo2, 82.0)]), &limits), []);
    let well = after.step(
        &reading(4, &[(Parameter::Spo2, 96.0), (Parameter::Systolic, 120.0)]),
        &limits,
    );
    assert_eq!(well.iter().map(word).collect::<Vec<_>>(), ["gone", "gone"]);
}

#[test]
fn a_restart_leaves_out_what_no_longer_stands() {
    let raise = |kind| Raise {
        kind,
        priority: Priority::High,
        value: Some(80.0),
        limit: Some(83.0),
        at: at(1),
    };
    let gone = Alarm::raised(id(), DEVICE, None, raise(LOW_SPO2))
        .gone(at(2), Some(95.0))
        .unwrap();
    let silent = Alarm::raised(id(), DEVICE, None, raise(Kind::Silent));
    assert_eq!(
        Watch::restore(&[gone, silent], &Latest::default()).standing().count(),
        0
    );
}

#[test]
fn a_turn_is_carried_into_the_life_of_its_alarm() {
    let turn = |priority, second| {
        Turn::Raised(Raise {
            kind: LOW_SPO2,
            priority,
            value: Some(84.0),
            limit: Some(91.0),
            at: at(second),
        })
    };
    let gone = |second| Turn::Gone {
        kind: LOW_SPO2,
        value: Some(95.0),
        at: at(second),
    };
    let raised = take(turn(Priority::Medium, 1), None, id(), DEVICE, None).unwrap();
    // Told again after a restart: nothing changes. Told as worse: it escalates.
    assert_eq!(
        take(turn(Priority::Medium, 2), Some(raised.clone()), id(), DEVICE, None),
        None
    );
    assert_eq!(
        take(turn(Priority::High, 2), Some(raised.clone()), id(), DEVICE, None)
            .unwrap()
            .priority,
        Priority::High
    );
    let closed = take(gone(3), Some(raised.clone()), id(), DEVICE, None).unwrap();
    assert!(!closed.is_open());
    assert_eq!(take(gone(4), Some(closed.clone()), id(), DEVICE, None), None);
    assert_eq!(take(gone(4), None, id(), DEVICE, None), None);
    let again = take(turn(Priority::Medium, 60), Some(closed.clone()), id(), DEVICE, None).unwrap();
    assert_eq!((again.id, again.count), (closed.id, 2));
    let later = take(turn(Priority::Medium, 7_200), Some(closed), other_id(), DEVICE, None).unwrap();
    assert_eq!((later.id, later.count), (other_id(), 1));
    // The next patient on the same device begins anew.
    let patient = Some(PatientId(uuid::Uuid::from_u128(3)));
    assert_eq!(
        take(turn(Priority::Medium, 4), Some(raised), other_id(), DEVICE, patient)
            .unwrap()
            .id,
        other_id()
    );
}

const DEVICE: DeviceId = DeviceId(uuid::Uuid::nil());

fn id() -> AlarmId {
    AlarmId(uuid::Uuid::from_u128(1))
}

fn other_id() -> AlarmId {
    AlarmId(uuid::Uuid::from_u128(2))
}

fn standing(watch: &Watch) -> BTreeSet<String> {
    watch.standing().map(|kind| format!("{kind:?}")).collect()
}

fn any_reading(second: i64) -> impl Strategy<Value = Reading> {
    let parts = (
        prop::option::of(75.0_f32..100.0),
        prop::option::of(70.0_f32..240.0),
        prop::option::of(200.0_f32..300.0),
        prop::option::of(prop::sample::select(vec![Normal, Warning, Danger])),
    );
    parts.prop_map(move |(spo2, systolic, venous, status)| {
        let mut reading = reading(second, &[]);
        reading.values.set(Parameter::Spo2, spo2);
        reading.values.set(Parameter::Systolic, systolic);
        reading.values.set(Parameter::VenousPressure, venous);
        Reading {
            system_status: status,
            ..reading
        }
    })
}

/// Two last readings that leave no doubt: each value far inside or far beyond, twice.
fn decisive() -> impl Strategy<Value = [Reading; 2]> {
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(spo2, systolic, venous, status)| {
        [1_000, 1_001].map(|second| {
            let values = [
                (Parameter::Spo2, if spo2 { 80.0 } else { 97.0 }),
                (Parameter::Systolic, if systolic { 80.0 } else { 120.0 }),
                (Parameter::VenousPressure, if venous { 290.0 } else { 150.0 }),
            ];
            let status = if status { Danger } else { Normal };
            Reading {
                system_status: Some(status),
                ..reading(second, &values)
            }
        })
    })
}

/// A run in order, the same run shuffled with every tenth or so twice, and what comes last.
fn runs() -> impl Strategy<Value = (Vec<Reading>, Vec<Reading>, [Reading; 2])> {
    let ordered: Vec<_> = (0..30).map(any_reading).collect();
    (ordered, prop::collection::vec(0_usize..30, 0..4), decisive()).prop_flat_map(|(ordered, twice, last)| {
        let doubled = twice.into_iter().filter_map(|place| ordered.get(place).cloned());
        let all: Vec<Reading> = ordered.iter().cloned().chain(doubled).collect();
        (Just(ordered), Just(all).prop_shuffle(), Just(last))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Fault R10 of the security notes: duplicates, late and shuffled readings end in the alarms of the run in order.
    #[test]
    fn any_order_ends_in_the_same_alarms((ordered, shuffled, last) in runs()) {
        let limits = Rules::default();
        let run = |readings: &[Reading]| {
            let mut watch = Watch::default();
            for reading in readings.iter().chain(&last) {
                watch.step(reading, &limits);
            }
            standing(&watch)
        };
        prop_assert_eq!(run(&ordered), run(&shuffled));
    }

    /// Raised and gone alternate for every kind, and only what stands escalates.
    #[test]
    fn turns_alternate((_, shuffled, last) in runs()) {
        let (mut watch, limits) = (Watch::default(), Rules::default());
        let mut open: Vec<Kind> = Vec::new();
        for turn in shuffled.iter().chain(&last).flat_map(|reading| watch.step(reading, &limits)) {
            let known = open.iter().position(|kind| *kind == turn.kind());
            match (turn, known) {
                (Turn::Raised(raise), None) => open.push(raise.kind),
                (Turn::Gone { .. }, Some(place)) => { open.swap_remove(place); }
                (Turn::Escalated(_) | Turn::Worse { .. }, Some(_)) => {}
                (turn, known) => prop_assert!(false, "{turn:?} with {known:?}"),
            }
        }
    }
}
