//! The whole table of NEWS2, cell by cell, and the traps that public code falls into.

use super::*;
use crate::telemetry::{Consciousness, Oxygen, OxygenDevice, Reading};

/// Bands of chart 1: from, to (both included, to one decimal at most), points. Gaps between bands are gaps between whole numbers.
type Bands = &'static [(f32, f32, u8)];

const RESPIRATION: Bands = &[
    (0.0, 8.0, 3),
    (9.0, 11.0, 1),
    (12.0, 20.0, 0),
    (21.0, 24.0, 2),
    (25.0, 300.0, 3),
];
const SPO2_ONE: Bands = &[(0.0, 91.0, 3), (92.0, 93.0, 2), (94.0, 95.0, 1), (96.0, 100.0, 0)];
const SPO2_TWO_AIR: Bands = &[
    (0.0, 83.0, 3),
    (84.0, 85.0, 2),
    (86.0, 87.0, 1),
    (88.0, 92.0, 0),
    (93.0, 100.0, 0),
];
const SPO2_TWO_OXYGEN: Bands = &[
    (0.0, 83.0, 3),
    (84.0, 85.0, 2),
    (86.0, 87.0, 1),
    (88.0, 92.0, 0),
    (93.0, 94.0, 1),
    (95.0, 96.0, 2),
    (97.0, 100.0, 3),
];
const SYSTOLIC: Bands = &[
    (0.0, 90.0, 3),
    (91.0, 100.0, 2),
    (101.0, 110.0, 1),
    (111.0, 219.0, 0),
    (220.0, 375.0, 3),
];
const PULSE: Bands = &[
    (0.0, 40.0, 3),
    (41.0, 50.0, 1),
    (51.0, 90.0, 0),
    (91.0, 110.0, 1),
    (111.0, 130.0, 2),
    (131.0, 350.0, 3),
];
const TEMPERATURE: Bands = &[
    (26.0, 35.0, 3),
    (35.1, 36.0, 1),
    (36.1, 38.0, 0),
    (38.1, 39.0, 1),
    (39.1, 45.0, 2),
];

/// Walks every step of every band, both edges included.
fn walk(name: &str, bands: Bands, step: f32, points: impl Fn(f32) -> u8) {
    for &(from, to, expected) in bands {
        let steps = ((to - from) / step).round() as u32;
        for place in 0..=steps {
            let value = ((from + place as f32 * step) / step).round() * step;
            assert_eq!(points(value), expected, "{name} at {value}");
        }
    }
}

#[test]
fn every_row_of_the_chart_gives_its_points_at_every_value() {
    walk("respiration", RESPIRATION, 1.0, points::respiration);
    walk("SpO2 scale 1", SPO2_ONE, 1.0, points::spo2_scale_one);
    walk("SpO2 scale 2 on air", SPO2_TWO_AIR, 1.0, |value| {
        points::spo2_scale_two(value, false)
    });
    walk("SpO2 scale 2 on oxygen", SPO2_TWO_OXYGEN, 1.0, |value| {
        points::spo2_scale_two(value, true)
    });
    walk("systolic", SYSTOLIC, 1.0, points::systolic);
    walk("pulse", PULSE, 1.0, points::pulse);
    walk("temperature", TEMPERATURE, 0.1, points::temperature);
}

#[test]
fn air_and_consciousness_have_two_columns_each() {
    assert_eq!((points::oxygen(false), points::oxygen(true)), (0, 2));
    assert_eq!(points::consciousness(Consciousness::A), 0);
    for level in [Consciousness::C, Consciousness::V, Consciousness::P, Consciousness::U] {
        assert_eq!(points::consciousness(level), 3, "{level:?}");
    }
}

#[test]
fn a_value_between_two_bands_is_rounded_as_the_page_shows_it() {
    assert_eq!((points::spo2_scale_one(91.4), points::spo2_scale_one(91.5)), (3, 2));
    assert_eq!((points::respiration(8.4), points::respiration(8.5)), (3, 1));
    assert_eq!((points::systolic(219.4), points::systolic(219.5)), (0, 3));
    assert_eq!((points::temperature(35.04), points::temperature(35.06)), (3, 1));
    assert_eq!((points::temperature(39.04), points::temperature(39.06)), (1, 2));
    for (parameter, value) in [
        (Parameter::Spo2, 91.5),
        (Parameter::Spo2, 90.5),
        (Parameter::Temperature, 35.06),
    ] {
        assert_eq!(parameter.write(value), parameter.write(parameter.rounded(value)));
    }
}

#[test]
fn trap_thirty_five_degrees_is_three_points() {
    assert_eq!(points::temperature(35.0), 3);
    assert_eq!(points::temperature(35.1), 1);
}

#[test]
fn trap_new_confusion_counts_like_no_answer() {
    let calm = score(Scale::One, healthy());
    let confused = score(
        Scale::One,
        Reading {
            consciousness: Some(Consciousness::C),
            ..healthy()
        },
    );
    assert_eq!((calm.score, confused.score, confused.three_in_one), (0, 3, true));
}

#[test]
fn trap_scale_two_is_never_the_default() {
    assert_eq!(Scale::default(), Scale::One);
    // 90 % with oxygen: the target of scale 2, dangerous on scale 1.
    let reading = with(with_oxygen(healthy()), Parameter::Spo2, 90.0);
    assert_eq!(
        (
            score(Scale::One, reading.clone()).score,
            score(Scale::Two, reading).score
        ),
        (5, 2)
    );
}

#[test]
fn trap_too_much_oxygen_counts_on_scale_two_only_with_oxygen() {
    let air = with(healthy(), Parameter::Spo2, 97.0);
    assert_eq!(score(Scale::Two, air.clone()).score, 0);
    assert_eq!(score(Scale::Two, with_oxygen(air)).score, 5);
}

#[test]
fn trap_a_missing_value_is_never_zero() {
    for parameter in PARAMETERS {
        let mut reading = healthy();
        match parameter {
            Parameter::Oxygen => reading.oxygen = None,
            Parameter::Consciousness => reading.consciousness = None,
            _ => reading.values.set(parameter, None),
        }
        let latest = latest_of(reading);
        let missing = Evaluation::Partial {
            missing: vec![parameter],
        };
        for scale in [Scale::One, Scale::Two] {
            let expected = match (scale, parameter) {
                // Without knowing the oxygen, scale 2 cannot place a saturation either.
                (Scale::Two, Parameter::Oxygen) => Evaluation::Partial {
                    missing: vec![Parameter::Spo2, Parameter::Oxygen],
                },
                _ => missing.clone(),
            };
            assert_eq!(evaluate(&latest, &Promise::default(), scale, None, NOON), expected);
        }
    }
    let nothing = evaluate(&Latest::default(), &Promise::default(), Scale::One, None, NOON);
    assert_eq!(
        nothing,
        Evaluation::Partial {
            missing: PARAMETERS.to_vec()
        }
    );
}

#[test]
fn the_worst_of_everything_is_twenty() {
    let mut worst = with_oxygen(healthy());
    for (parameter, value) in [
        (Parameter::Respiration, 30.0),
        (Parameter::Spo2, 80.0),
        (Parameter::Systolic, 70.0),
        (Parameter::HeartRate, 150.0),
        (Parameter::Temperature, 34.0),
    ] {
        worst.values.set(parameter, Some(value));
    }
    worst.consciousness = Some(Consciousness::U);
    let scored = score(Scale::One, worst);
    assert_eq!((scored.score, scored.three_in_one), (20, true));
    let shown: Vec<u8> = scored.parts.iter().map(|part| part.points).collect();
    assert_eq!(shown, [3, 3, 2, 3, 3, 3, 3]);
}

#[test]
fn the_score_shows_its_parts_and_the_age_of_the_oldest() {
    let mut latest = latest_of(Reading {
        taken_at: ago(3_000.0),
        seq: 1,
        ..healthy()
    });
    let mut monitor = Reading {
        taken_at: ago(30.0),
        seq: 2,
        ..Reading::default()
    };
    for (parameter, value) in [
        (Parameter::HeartRate, 112.0),
        (Parameter::Spo2, 95.0),
        (Parameter::Respiration, 21.0),
    ] {
        monitor.values.set(parameter, Some(value));
    }
    latest.apply(&monitor);
    let Evaluation::Scored(scored) = evaluate(&latest, &Promise::default(), Scale::One, None, NOON) else {
        panic!("every part is there");
    };
    assert_eq!(
        (scored.score, scored.three_in_one, scored.oldest),
        (5, false, ago(3_000.0))
    );
    assert_eq!(scored.parts.len(), PARAMETERS.len());
    assert!(scored.parts.contains(&ScorePart {
        parameter: Parameter::HeartRate,
        points: 2,
        taken_at: ago(30.0)
    }));
}

#[test]
fn monitor_values_count_for_two_promised_intervals() {
    let mut promise = Promise::default();
    promise.set(Parameter::HeartRate, Some(5.0));
    for parameter in [Parameter::HeartRate, Parameter::Spo2, Parameter::Respiration] {
        for last in [None, Some(last(0, false)), Some(last(7, false))] {
            let expected = if parameter == Parameter::HeartRate { 10.0 } else { 120.0 };
            assert!(
                (window(parameter, &promise, last) - expected).abs() < 1e-9,
                "{parameter:?}"
            );
        }
    }
}

#[test]
fn slow_values_count_for_the_interval_that_the_last_score_asks_for() {
    let promise = Promise::default();
    let hours = [
        (None, 12.0),
        (Some(last(0, false)), 12.0),
        (Some(last(1, false)), 6.0),
        (Some(last(4, false)), 6.0),
        (Some(last(3, true)), 1.0),
        (Some(last(5, false)), 1.0),
        (Some(last(6, true)), 1.0),
        (Some(last(7, false)), 1.0),
        (Some(last(20, true)), 1.0),
    ];
    for (last, expected) in hours {
        for parameter in [
            Parameter::Systolic,
            Parameter::Temperature,
            Parameter::Consciousness,
            Parameter::Oxygen,
        ] {
            let hours = window(parameter, &promise, last) / 3_600.0;
            assert!((hours - expected).abs() < 1e-9, "{parameter:?} {last:?}");
        }
    }
}

#[test]
fn no_promise_makes_a_slow_value_count_for_more_than_twelve_hours() {
    let mut promise = Promise::default();
    promise.set(Parameter::Temperature, Some(86_400.0));
    assert!(window(Parameter::Temperature, &promise, Some(last(9, true))) <= LONGEST_WINDOW_SECONDS);
}

#[test]
fn a_value_counts_to_the_last_second_of_its_window_and_not_longer() {
    let promise = Promise::default();
    let at = |seconds: f64| {
        let mut latest = latest_of(healthy());
        latest.apply(&with(
            Reading {
                taken_at: ago(0.0),
                seq: 9,
                ..Reading::default()
            },
            Parameter::Spo2,
            97.0,
        ));
        evaluate(&latest, &promise, Scale::One, None, NOON.plus_seconds(seconds))
    };
    assert!(matches!(at(120.0), Evaluation::Scored(_)));
    let missing = vec![Parameter::Respiration, Parameter::Spo2, Parameter::HeartRate];
    assert_eq!(at(120.001), Evaluation::Partial { missing });
    // The device's clock may run ahead: a value from the near future is fresh.
    assert!(matches!(at(-300.0), Evaluation::Scored(_)));
}

#[test]
fn the_response_follows_chart_four() {
    let rows = [
        (0, false, Risk::Low, Some(12 * 3_600)),
        (1, false, Risk::Low, Some(6 * 3_600)),
        (4, false, Risk::Low, Some(6 * 3_600)),
        (3, true, Risk::LowMedium, Some(3_600)),
        (4, true, Risk::LowMedium, Some(3_600)),
        (5, false, Risk::Medium, Some(3_600)),
        (5, true, Risk::Medium, Some(3_600)),
        (6, false, Risk::Medium, Some(3_600)),
        (7, false, Risk::High, None),
        (20, true, Risk::High, None),
    ];
    for (score, three_in_one, risk, interval) in rows {
        let answer = response(score, three_in_one);
        assert_eq!(
            (answer.risk, answer.interval),
            (risk, interval),
            "{score} {three_in_one}"
        );
        assert_eq!(
            answer.next_due(NOON),
            interval.map(|seconds| NOON.plus_seconds(f64::from(seconds)))
        );
        assert!(!answer.words.is_empty() && !answer.every.is_empty());
    }
}

/// Chart 4: 0 twelve-hourly, 1 to 4 within six hours, 3 in one parameter and 5 to 6 hourly, 7 and more continuously.
#[test]
fn the_next_set_is_due_as_chart_four_asks_counted_from_the_oldest_part() {
    let latest = |reading: &Reading| {
        let mut latest = Latest::default();
        latest.apply(reading);
        latest
    };
    let whole = latest(&healthy());
    let rows = [
        (0, false, 12.0, false),
        (1, false, 6.0, false),
        (4, false, 6.0, false),
        (3, true, 1.0, false),
        (5, false, 1.0, false),
        (6, true, 1.0, false),
        (7, false, 1.0, true),
        (20, true, 1.0, true),
    ];
    for (score, three_in_one, hours, is_continuous) in rows {
        let by = NOON.plus_seconds(hours * 3_600.0);
        let found = due(&whole, Some(last(score, three_in_one)));
        assert_eq!(found, Some(Due { by, is_continuous }), "{score} {three_in_one}");
    }

    // A monitor goes on by itself; the pressure that a cuff took an hour ago is what has to be measured next.
    let mut later = latest(&Reading {
        taken_at: ago(3_600.0),
        ..healthy()
    });
    let mut monitor = Reading {
        taken_at: NOON,
        seq: 2,
        ..Reading::default()
    };
    monitor.values.set(Parameter::HeartRate, Some(72.0));
    later.apply(&monitor);
    let found = due(&later, Some(last(0, false))).unwrap();
    assert_eq!(found.by, NOON.plus_seconds(11.0 * 3_600.0));
    assert!(!found.is_over(found.by) && found.is_over(found.by.plus_seconds(1.0)));

    assert_eq!(due(&whole, None), None, "there was no complete score");
    assert_eq!(
        due(&latest(&monitor), Some(last(0, false))),
        None,
        "six parts are not known"
    );
}

#[test]
fn scales_are_read_back_from_their_numbers() {
    for scale in [Scale::One, Scale::Two] {
        assert_eq!(Scale::from_number(scale.number()), Some(scale));
    }
    assert_eq!(Scale::from_number(3), None);
}

const NOON: Moment = Moment(1_795_348_800_000_000);

fn ago(seconds: f64) -> Moment {
    NOON.plus_seconds(-seconds)
}

fn last(score: u8, three_in_one: bool) -> LastScore {
    LastScore {
        before: None,
        score,
        three_in_one,
        at: ago(60.0),
    }
}

/// Amara breathes air, is awake, and every number is in its 0 band.
fn healthy() -> Reading {
    let mut reading = Reading {
        seq: 1,
        taken_at: NOON,
        oxygen: Some(Oxygen {
            device: OxygenDevice::RoomAir,
            litres_per_min: None,
            fio2: Some(0.21),
        }),
        consciousness: Some(Consciousness::A),
        ..Reading::default()
    };
    for (parameter, value) in [
        (Parameter::Respiration, 16.0),
        (Parameter::Spo2, 97.0),
        (Parameter::Systolic, 120.0),
        (Parameter::HeartRate, 72.0),
        (Parameter::Temperature, 36.8),
    ] {
        reading.values.set(parameter, Some(value));
    }
    reading
}

fn with(mut reading: Reading, parameter: Parameter, value: f32) -> Reading {
    reading.values.set(parameter, Some(value));
    reading
}

fn with_oxygen(reading: Reading) -> Reading {
    let oxygen = Oxygen {
        device: OxygenDevice::NasalCannula,
        litres_per_min: Some(2.0),
        fio2: None,
    };
    Reading {
        oxygen: Some(oxygen),
        ..reading
    }
}

fn latest_of(reading: Reading) -> Latest {
    let mut latest = Latest::default();
    latest.apply(&reading);
    latest
}

fn score(scale: Scale, reading: Reading) -> Scored {
    match evaluate(&latest_of(reading), &Promise::default(), scale, None, NOON) {
        Evaluation::Scored(scored) => scored,
        none => panic!("no score: {none:?}"),
    }
}
