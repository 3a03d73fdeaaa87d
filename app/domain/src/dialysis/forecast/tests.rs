//! The numbers here are made: they show that the mathematics is right, and say nothing of patients.

use super::*;

fn reading(at: f64, systolic: f64) -> Reading {
    Reading {
        at: Minutes(at),
        pressure: Pressure::of(systolic, 60.0),
    }
}

fn inputs(readings: &[Reading]) -> Inputs<'_> {
    Inputs {
        now: Minutes(120.0),
        before: MmHg(140.0),
        readings,
        uf_rate: Some(MlPerKgHour(11.0)),
        history: (3, 10),
    }
}

/// Numbers that look like chance and are the same each time (Knuth's generator, MMIX).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Rows of a law that is known: low, falling and often before makes it likely; the other three do nothing.
fn rows(count: usize, seed: u64) -> Vec<Row> {
    let mut chance = Chance(seed);
    let mut row = || {
        let mut between = |low: f64, high: f64| low + (high - low) * chance.next();
        let values = [
            between(90.0, 160.0),
            between(-30.0, 20.0),
            between(110.0, 170.0),
            between(0.0, 1.0),
            between(4.0, 16.0),
            between(0.5, 4.0),
        ];
        let log_odds = -1.0 - 0.06 * (values[0] - 125.0) - 0.05 * values[1] + 1.5 * (values[3] - 0.5);
        Row {
            values,
            fell: chance.next() < logistic(log_odds),
        }
    };
    (0..count).map(|_| row()).collect()
}

#[test]
fn without_a_model_it_says_that_it_is_not_fitted() {
    assert_eq!(outlook(None, &inputs(&[])), Outlook::NotFitted);
}

#[test]
fn what_is_missing_is_said_and_not_made_up() {
    let model = fit(&rows(2_000, 1), &rows(500, 2)).unwrap();
    let three = [reading(70.0, 130.0), reading(100.0, 120.0), reading(118.0, 114.0)];
    let missing = |inputs: &Inputs<'_>| match outlook(Some(&model), inputs) {
        Outlook::Missing(missing) => Some(missing),
        _ => None,
    };
    assert_eq!(missing(&inputs(&three)), None);
    assert_eq!(missing(&inputs(&three[1..])), Some(Missing::Readings));
    // Long ago, and of the time to come.
    let others = [
        reading(10.0, 130.0),
        reading(100.0, 120.0),
        reading(118.0, 114.0),
        reading(125.0, 110.0),
    ];
    assert_eq!(missing(&inputs(&others)), Some(Missing::Readings));
    let one_moment = [reading(118.0, 130.0), reading(118.0, 120.0), reading(118.0, 114.0)];
    assert_eq!(missing(&inputs(&one_moment)), Some(Missing::Readings));
    let long_ago = [reading(95.0, 130.0), reading(100.0, 120.0), reading(118.0, 114.0)];
    let long_silent = Inputs {
        now: Minutes(149.0),
        ..inputs(&long_ago)
    };
    assert_eq!(missing(&long_silent), Some(Missing::Old), "31 minutes ago");
    let no_rate = Inputs {
        uf_rate: None,
        ..inputs(&three)
    };
    assert_eq!(missing(&no_rate), Some(Missing::UfRate));
    let first_time = Inputs {
        history: (0, 0),
        ..inputs(&three)
    };
    assert_eq!(missing(&first_time), Some(Missing::History));
}

#[test]
fn the_trend_is_a_change_in_an_hour_in_whatever_order_readings_come() {
    let readings = [reading(120.0, 110.0), reading(60.0, 130.0), reading(90.0, 120.0)];
    let values = inputs(&readings).values().unwrap();
    assert_eq!((values[0], values[3], values[5]), (110.0, 0.3, 2.0));
    assert!((values[1] + 20.0).abs() < 1e-9);
}

#[test]
fn a_law_that_is_known_is_found_again() {
    let model = fit(&rows(6_000, 1), &rows(3_000, 2)).unwrap();
    let in_units = |place: usize| model.weights[place] / model.deviations[place];
    assert!((in_units(0) + 0.06).abs() < 0.01, "{}", in_units(0));
    assert!((in_units(1) + 0.05).abs() < 0.01, "{}", in_units(1));
    assert!((in_units(3) - 1.5).abs() < 0.35, "{}", in_units(3));
    for nothing in [2, 4, 5] {
        assert!(
            model.weights[nothing].abs() < 0.12,
            "{nothing}: {}",
            model.weights[nothing]
        );
    }
    let found = &model.held_back;
    assert!(
        found.auroc.unwrap() > 0.75 && found.brier < found.brier_of_share,
        "{found:?}"
    );
    for bin in found.bins.iter().filter(|bin| bin.of >= 200) {
        assert!((bin.said - bin.happened).abs() < 0.08, "{bin:?}");
    }
}

#[test]
fn parts_add_up_to_the_probability_and_the_worst_stands_first() {
    let model = fit(&rows(2_000, 1), &rows(500, 2)).unwrap();
    let values = [96.0, -25.0, 140.0, 0.9, 10.0, 2.0];
    let forecast = model.forecast(&values);
    let sum: f64 = forecast.parts.iter().map(|it| it.log_odds).sum();
    assert!((logistic(model.intercept + sum) - forecast.probability).abs() < 1e-12);
    assert!((model.probability(&values) - forecast.probability).abs() < 1e-12);
    assert_eq!((forecast.parts[0].part, forecast.parts.len()), (Part::Systolic, INPUTS));
    assert!(forecast.probability > 0.7, "{}", forecast.probability);
}

#[test]
fn no_model_is_made_of_too_little_or_without_an_evaluation() {
    assert_eq!(fit(&rows(60, 1), &rows(500, 2)), Err(Unfit::TooFew));
    assert_eq!(fit(&rows(2_000, 1), &[]), Err(Unfit::NothingHeldBack));
    let mut same = rows(2_000, 1);
    for row in &mut same {
        row.values[4] = 10.0;
    }
    assert_eq!(fit(&same, &rows(500, 2)), Err(Unfit::NoSpread));
}

#[test]
fn a_fall_counts_from_a_quarter_of_an_hour_to_an_hour_and_a_quarter_ahead() {
    let now = Minutes(60.0);
    let fell = |readings: &[Reading]| fell(readings, now, MmHg(90.0));
    for (at, expected) in [(74.0, None), (75.0, Some(true)), (135.0, Some(true)), (136.0, None)] {
        assert_eq!(fell(&[reading(55.0, 120.0), reading(at, 85.0)]), expected, "{at}");
    }
    assert_eq!(fell(&[reading(55.0, 120.0), reading(100.0, 95.0)]), Some(false));
    assert_eq!(
        fell(&[reading(55.0, 88.0), reading(100.0, 85.0)]),
        None,
        "it is too low already"
    );
    assert_eq!(fell(&[]), None);
}

#[test]
fn one_patient_in_five_is_held_back_and_always_the_same_one() {
    let held = (0..10_000u128).filter(|patient| is_held_back(*patient)).count();
    assert!((1_800..2_200).contains(&held), "{held}");
    // Identifiers that begin with a time and count up.
    let first = 0x0193_8a00_0000_7000_8000_0000_0000_0000u128;
    let of_time = (0..10_000u128)
        .filter(|n| is_held_back(first + (n << 80) + n * 7_919))
        .count();
    assert!((1_700..2_300).contains(&of_time), "{of_time}");
}
