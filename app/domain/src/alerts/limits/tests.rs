//! Limits, published and personal: where each raises and where it is well again.

use super::*;
use crate::news2::points;

const AT: Moment = Moment(1_795_341_600_000_000);

fn own(parameter: Parameter, side: Side, value: f32) -> PatientLimit {
    PatientLimit {
        parameter,
        side,
        value,
        expires_at: AT.plus_seconds(3_600.0),
    }
}

/// Every default: parameter, side, last value that is inside, first that raises, first that is well again coming back.
const DEFAULTS: [(Parameter, Side, f32, f32, f32); 13] = [
    (Parameter::Respiration, Side::Low, 9.0, 8.0, 9.0),
    (Parameter::Respiration, Side::High, 24.0, 25.0, 20.0),
    (Parameter::Spo2, Side::Low, 92.0, 91.0, 94.0),
    (Parameter::Systolic, Side::Low, 91.0, 90.0, 101.0),
    (Parameter::Systolic, Side::High, 219.0, 220.0, 219.0),
    (Parameter::HeartRate, Side::Low, 41.0, 40.0, 41.0),
    (Parameter::HeartRate, Side::High, 130.0, 131.0, 110.0),
    (Parameter::Temperature, Side::Low, 35.1, 35.0, 35.1),
    (Parameter::Temperature, Side::High, 39.0, 39.1, 39.0),
    (Parameter::ArterialPressure, Side::Low, -249.0, -250.0, -200.0),
    (Parameter::VenousPressure, Side::High, 259.0, 260.0, 260.0),
    (Parameter::Conductivity, Side::Low, 12.6, 12.5, 12.5),
    (Parameter::Conductivity, Side::High, 15.4, 15.5, 15.5),
];

#[test]
fn every_default_raises_at_its_number_and_not_before() {
    let limits = Limits::default();
    for (parameter, side, inside, beyond, clear) in DEFAULTS {
        let limit = limits.get(parameter, side, AT).unwrap();
        assert_eq!(limit, Limit { raise: beyond, clear }, "{parameter:?} {side:?}");
        assert_eq!(
            limits.reached(parameter, side, inside, AT),
            None,
            "{parameter:?} {side:?}"
        );
        assert_eq!(
            limits.reached(parameter, side, beyond, AT),
            Some((Level::Usual, limit)),
            "{parameter:?} {side:?}"
        );
    }
}

#[test]
fn nothing_else_has_a_default() {
    for parameter in Parameter::ALL {
        for side in Side::ALL {
            let listed = DEFAULTS.iter().any(|row| (row.0, row.1) == (parameter, side));
            assert_eq!(
                Limits::default().get(parameter, side, AT).is_some(),
                listed,
                "{parameter:?} {side:?}"
            );
        }
    }
}

#[test]
fn vital_limits_are_the_bands_of_news2() {
    for (parameter, side, inside, beyond, clear) in DEFAULTS {
        let score = |value| match parameter {
            Parameter::Spo2 => Some(points::spo2_scale_one(value)),
            _ => points::number(parameter, value),
        };
        let (Some(inside), Some(beyond), Some(clear)) = (score(inside), score(beyond), score(clear)) else {
            continue;
        };
        let highest = if (parameter, side) == (Parameter::Temperature, Side::High) {
            2
        } else {
            3
        };
        assert_eq!(beyond, highest, "{parameter:?} {side:?}");
        assert!(inside < highest && clear <= 1, "{parameter:?} {side:?}");
    }
}

#[test]
fn a_value_is_judged_as_the_page_shows_it() {
    let limits = Limits::default();
    assert!(limits.reached(Parameter::Spo2, Side::Low, 91.4, AT).is_some());
    assert!(limits.reached(Parameter::Spo2, Side::Low, 91.5, AT).is_none());
    assert!(limits.reached(Parameter::Temperature, Side::Low, 35.04, AT).is_some());
}

#[test]
fn saturation_has_a_second_level() {
    let level = |value| {
        Limits::default()
            .reached(Parameter::Spo2, Side::Low, value, AT)
            .map(|(level, limit)| (level, limit.raise))
    };
    assert_eq!(level(84.0), Some((Level::Usual, 91.0)));
    assert_eq!(level(83.0), Some((Level::Urgent, 83.0)));
}

#[test]
fn on_scale_two_the_target_raises_nothing() {
    let limits = Limits::for_scale(Scale::Two);
    for value in [84.0, 88.0, 91.0] {
        assert_eq!(limits.reached(Parameter::Spo2, Side::Low, value, AT), None);
    }
    assert!(matches!(
        limits.reached(Parameter::Spo2, Side::Low, 83.0, AT),
        Some((Level::Urgent, _))
    ));
}

#[test]
fn a_patients_own_limit_keeps_the_distance_of_the_default() {
    let limits = Limits::default().with(own(Parameter::Spo2, Side::Low, 88.0));
    assert_eq!(
        limits.get(Parameter::Spo2, Side::Low, AT),
        Some(Limit {
            raise: 88.0,
            clear: 91.0
        })
    );
    assert_eq!(limits.reached(Parameter::Spo2, Side::Low, 90.0, AT), None);
    // The second level stays where it was, unless the own limit lies beyond it.
    assert!(matches!(
        limits.reached(Parameter::Spo2, Side::Low, 83.0, AT),
        Some((Level::Urgent, _))
    ));
    let lower = limits.with(own(Parameter::Spo2, Side::Low, 80.0));
    assert_eq!(lower.reached(Parameter::Spo2, Side::Low, 82.0, AT), None);
    assert_eq!(
        lower.urgent(Parameter::Spo2, Side::Low, AT),
        Some(Limit {
            raise: 80.0,
            clear: 83.0
        })
    );
}

#[test]
fn a_side_without_a_default_may_be_watched_for_one_patient() {
    let limits = Limits::default().with(own(Parameter::MeanPressure, Side::Low, 65.0));
    assert_eq!(
        limits.get(Parameter::MeanPressure, Side::Low, AT),
        Some(Limit {
            raise: 65.0,
            clear: 65.0
        })
    );
    assert_eq!(limits.get(Parameter::MeanPressure, Side::High, AT), None);
}

#[test]
fn an_own_limit_ends_at_its_time_and_the_default_holds_again() {
    let limits = Limits::default().with(own(Parameter::HeartRate, Side::High, 150.0));
    let raise = |seconds| {
        limits
            .get(Parameter::HeartRate, Side::High, AT.plus_seconds(seconds))
            .unwrap()
            .raise
    };
    assert_eq!((raise(3_599.9), raise(3_600.0)), (150.0, 131.0));
}

#[test]
fn the_words_name_the_limit() {
    let words = |parameter, side| Limits::default().get(parameter, side, AT).unwrap().words(parameter);
    assert_eq!(words(Parameter::Systolic, Side::Low), "limit 90");
    assert_eq!(words(Parameter::ArterialPressure, Side::Low), "limit \u{2212}250");
    assert_eq!(words(Parameter::Temperature, Side::High), "limit 39.1");
}
