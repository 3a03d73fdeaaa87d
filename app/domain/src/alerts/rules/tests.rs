//! What watches where it was set more than once.

use super::*;
use crate::alerts::PatientLimit;
use crate::news2::Scale;

const AT: Moment = Moment(1_795_341_600_000_000);

fn rule(parameter: Parameter, side: Side, raise: f32, whose: Whose) -> Rule {
    Rule {
        parameter,
        side,
        measure: Measure::Value,
        raise,
        clear: raise,
        hold: Hold::default(),
        whose,
    }
}

fn raises(rules: &Rules, parameter: Parameter, side: Side) -> Option<f32> {
    rules.value(parameter, side, AT).map(|(limit, _)| limit.raise)
}

#[test]
fn the_nearer_to_the_patient_wins() {
    let venous = (Parameter::VenousPressure, Side::High);
    let mut rules = Rules::default();
    assert_eq!(raises(&rules, venous.0, venous.1), Some(260.0));
    rules = rules.with(rule(venous.0, venous.1, 250.0, Whose::Hospital));
    assert_eq!(raises(&rules, venous.0, venous.1), Some(250.0));
    rules = rules.with(rule(venous.0, venous.1, 240.0, Whose::Machine));
    assert_eq!(raises(&rules, venous.0, venous.1), Some(240.0));
    let own = Limits::default().with(PatientLimit {
        parameter: venous.0,
        side: venous.1,
        value: 280.0,
        expires_at: AT.plus_seconds(1.0),
    });
    let rules = Rules::new(own, rules.set().to_vec());
    assert_eq!(raises(&rules, venous.0, venous.1), Some(280.0));
    let later = rules.value(venous.0, venous.1, AT.plus_seconds(1.0));
    assert_eq!(later.map(|(limit, _)| limit.raise), Some(240.0), "after its end");
}

#[test]
fn the_patients_number_keeps_what_the_hospital_asks_beside() {
    let hold = Hold {
        seconds: 30,
        ..Hold::default()
    };
    let of_hospital = Rule {
        clear: 230.0,
        hold,
        ..rule(Parameter::VenousPressure, Side::High, 240.0, Whose::Hospital)
    };
    let own = Limits::default().with(PatientLimit {
        parameter: Parameter::VenousPressure,
        side: Side::High,
        value: 280.0,
        expires_at: AT.plus_seconds(1.0),
    });
    let rules = Rules::new(own, vec![of_hospital]);
    let limit = Limit {
        raise: 280.0,
        clear: 270.0,
    };
    assert_eq!(
        rules.value(Parameter::VenousPressure, Side::High, AT),
        Some((limit, hold))
    );
}

#[test]
fn a_usual_limit_beyond_the_urgent_one_moves_it_out() {
    let rules =
        Rules::from(Limits::for_scale(Scale::One)).with(rule(Parameter::Spo2, Side::Low, 80.0, Whose::Hospital));
    let [urgent, usual, drift] = rules.criteria(Parameter::Spo2, Side::Low, AT, None);
    assert_eq!(urgent.map(|it| it.limit.raise), Some(80.0));
    assert_eq!(usual.map(|it| it.limit.raise), Some(80.0));
    assert_eq!(drift, None);
}

#[test]
fn nothing_of_the_start_of_a_session_is_published() {
    for parameter in Parameter::ALL {
        for side in Side::ALL {
            let [_, _, drift] = Rules::default().criteria(parameter, side, AT, Some(100.0));
            assert_eq!(drift, None);
        }
    }
}

#[test]
fn a_distance_lies_on_the_side_that_is_wrong() {
    let drift = |side, measure| Rule {
        measure,
        raise: 50.0,
        clear: 40.0,
        ..rule(Parameter::VenousPressure, side, 0.0, Whose::Hospital)
    };
    let rules = Rules::default()
        .with(drift(Side::High, Measure::Baseline))
        .with(drift(Side::Low, Measure::Baseline));
    let limit = |side| {
        let [_, _, drift] = rules.criteria(Parameter::VenousPressure, side, AT, Some(120.0));
        drift.map(|it| (it.limit.raise, it.limit.clear))
    };
    assert_eq!(limit(Side::High), Some((170.0, 160.0)));
    assert_eq!(limit(Side::Low), Some((70.0, 80.0)));
}

#[test]
fn the_prescribed_rate_is_not_passed_and_reaching_it_is_as_prescribed() {
    // 13 mL/kg/h at 70 kg: 910 mL/h.
    let rules = Rules::default().with(Rule::of_prescription(13.0, 70.0));
    let (limit, _) = rules.value(Parameter::UfRate, Side::High, AT).unwrap();
    assert!(!Side::High.beyond(910.0, limit.raise) && Side::High.beyond(911.0, limit.raise));
    assert_eq!(raises(&Rules::default(), Parameter::UfRate, Side::High), None);
}

#[test]
fn each_alarm_runs_in_one_lane() {
    assert_eq!(Lane::of(Parameter::VenousPressure), Lane::Technical);
    assert_eq!(Lane::of(Parameter::Systolic), Lane::Clinical);
    use crate::alerts::Kind;
    assert_eq!(
        Lane::of_kind(Kind::Limit(Parameter::Systolic, Side::Low)),
        Lane::Clinical
    );
    assert_eq!(
        Lane::of_kind(Kind::Limit(Parameter::VenousPressure, Side::High)),
        Lane::Technical
    );
    assert_eq!(Lane::of_kind(Kind::Machine), Lane::Technical);
    assert_eq!(Lane::of_kind(Kind::Silent), Lane::Technical);
}
