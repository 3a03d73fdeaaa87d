//! "For at least 30 s", "3 times in 10 min", the distance from the start: in order, late, twice, with gaps.

mod usual;

use proptest::prelude::*;

use crate::alerts::baseline::{FROM_SECONDS, TO_SECONDS};
use crate::alerts::watch::{Turn, Watch};
use crate::alerts::{Hold, Kind, Measure, PLANNED, PatientLimit, Rule, Rules, Side, Whose};
use crate::dialysis::pressures::UfLine;
use crate::dialysis::quantities::{Millilitres, Minutes};
use crate::dialysis::uf_steps::UfSteps;
use crate::telemetry::{Parameter, Reading};
use crate::time::Moment;

const VENOUS_HIGH: Kind = Kind::Limit(Parameter::VenousPressure, Side::High);

fn at(second: i64) -> Moment {
    Moment::from_millis(1_795_341_600_000 + second * 1_000)
}

fn reading(second: i64, venous: f32) -> Reading {
    let mut reading = Reading {
        seq: second,
        taken_at: at(second),
        ..Reading::default()
    };
    reading.values.set(Parameter::VenousPressure, Some(venous));
    reading.values.set(Parameter::BloodFlow, Some(300.0));
    reading
}

fn watched(measure: Measure, raise: f32, clear: f32, hold: Hold) -> Rules {
    Rules::default().with(Rule {
        parameter: Parameter::VenousPressure,
        side: Side::High,
        measure,
        raise,
        clear,
        hold,
        whose: Whose::Hospital,
    })
}

fn for_seconds(seconds: u16) -> Rules {
    let hold = Hold {
        seconds,
        ..Hold::default()
    };
    watched(Measure::Value, 200.0, 190.0, hold)
}

fn word(turn: &Turn) -> &'static str {
    match turn {
        Turn::Raised(_) => "raised",
        Turn::Escalated(_) => "escalated",
        Turn::Worse { .. } => "worse",
        Turn::Gone { .. } => "gone",
        Turn::Uncompared { .. } => "uncompared",
    }
}

/// What turned at each value, one every ten seconds.
fn feed(rules: &Rules, values: &[f32]) -> Vec<String> {
    let mut watch = Watch::default();
    values
        .iter()
        .zip(0_i64..)
        .map(|(value, place)| {
            let turns = watch.step(&reading(place * 10, *value), rules);
            turns.iter().map(word).collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn a_value_that_is_beyond_for_thirty_seconds_raises_and_a_short_one_does_not() {
    let rules = for_seconds(30);
    assert_eq!(
        feed(&rules, &[210.0, 210.0, 180.0, 210.0, 210.0, 210.0, 215.0, 195.0, 185.0]),
        ["", "", "", "", "", "", "raised", "", "gone"]
    );
}

#[test]
fn three_times_within_ten_minutes_raise_and_a_long_time_once_does_not() {
    let hold = Hold {
        seconds: 0,
        times: 3,
        within: 600,
    };
    let rules = watched(Measure::Value, 200.0, 190.0, hold);
    assert_eq!(
        feed(&rules, &[210.0, 210.0, 210.0, 180.0, 210.0, 180.0, 210.0]),
        ["", "", "", "", "", "", "raised"]
    );
    assert_eq!(feed(&rules, &[210.0; 80]).concat(), "", "once, however long");
}

#[test]
fn times_that_are_too_far_apart_are_not_counted_together() {
    let hold = Hold {
        seconds: 0,
        times: 2,
        within: 60,
    };
    let rules = watched(Measure::Value, 200.0, 190.0, hold);
    assert_eq!(
        feed(&rules, &[210.0, 180.0, 180.0, 180.0, 180.0, 180.0, 180.0, 210.0]).concat(),
        ""
    );
    assert_eq!(feed(&rules, &[210.0, 180.0, 180.0, 210.0]), ["", "", "", "raised"]);
}

#[test]
fn a_pressure_that_leaves_its_start_raises() {
    let rules = watched(Measure::Baseline, 50.0, 40.0, Hold::default());
    let mut watch = Watch::default();
    let mut turned = |second: i64, venous: f32| {
        let turns = watch.step(&reading(second, venous), &rules);
        turns.iter().map(word).collect::<Vec<_>>().join(" ")
    };
    // High while it settles; that is before the start is known.
    assert_eq!(turned(0, 190.0), "");
    for second in (FROM_SECONDS as i64..=TO_SECONDS as i64).step_by(30) {
        assert_eq!(turned(second, 120.0), "");
    }
    assert_eq!(turned(310, 169.0), "");
    assert_eq!(turned(320, 170.0), "raised");
    assert_eq!(turned(330, 161.0), "");
    assert_eq!(turned(340, 160.0), "gone");
}

#[test]
fn without_blood_that_flows_there_is_no_start() {
    let rules = watched(Measure::Baseline, 50.0, 40.0, Hold::default());
    let mut watch = Watch::default();
    for second in (0..600).step_by(30) {
        let mut still = reading(second, if second < 330 { 100.0 } else { 250.0 });
        still.values.set(Parameter::BloodFlow, Some(0.0));
        assert_eq!(watch.step(&still, &rules), []);
    }
}

#[test]
fn a_late_value_takes_its_place_and_what_stands_is_judged_anew() {
    let rules = for_seconds(30);
    let mut watch = Watch::default();
    for second in [0, 10, 30] {
        watch.step(&reading(second, 210.0), &rules);
    }
    assert_eq!(watch.standing().count(), 1);
    // It was not beyond all the time, as it seemed.
    let turns = watch.step(&reading(20, 150.0), &rules);
    assert_eq!(turns.iter().map(word).collect::<Vec<_>>(), ["gone"]);
}

#[test]
fn what_was_raised_long_ago_still_stands_when_a_late_value_is_put_in_its_place() {
    let rules = for_seconds(30);
    let mut watch = Watch::default();
    for second in [0, 10, 20, 30] {
        watch.step(&reading(second, 210.0), &rules);
    }
    // Neither beyond nor well again, longer than anything looks back.
    let between = (40..2_000).step_by(10).filter(|second| *second != 1_900);
    for second in between {
        assert_eq!(watch.step(&reading(second, 195.0), &rules), []);
    }
    assert_eq!(watch.step(&reading(1_900, 195.0), &rules), []);
    assert_eq!(watch.standing().count(), 1);
}

#[test]
fn after_a_restart_a_stretch_goes_on() {
    let rules = for_seconds(30);
    let before = [reading(0, 210.0), reading(10, 210.0), reading(20, 210.0)];
    let mut watch = Watch::default();
    watch.recall(&[], &before, &rules);
    let turns = watch.step(&reading(30, 210.0), &rules);
    assert_eq!(turns.iter().map(word).collect::<Vec<_>>(), ["raised"]);
}

#[test]
fn after_a_restart_the_start_of_the_session_is_known() {
    let rules = watched(Measure::Baseline, 50.0, 40.0, Hold::default());
    let beginning: Vec<Reading> = (0..=300).step_by(30).map(|second| reading(second, 120.0)).collect();
    let recent = [reading(9_000, 130.0), reading(9_010, 130.0)];
    let mut watch = Watch::default();
    watch.recall(&beginning, &recent, &rules);
    let turns = watch.step(&reading(9_020, 180.0), &rules);
    assert_eq!(turns.iter().map(word).collect::<Vec<_>>(), ["raised"]);
}

#[test]
fn a_rule_that_is_taken_back_lets_the_alarm_end_by_what_holds_then() {
    let rules = for_seconds(30);
    let mut watch = Watch::default();
    for second in [0, 10, 20, 30] {
        watch.step(&reading(second, 210.0), &rules);
    }
    assert_eq!(watch.standing().count(), 1);
    let published = Rules::default();
    let mut turned = Vec::new();
    for second in [40, 50] {
        turned.extend(watch.step(&reading(second, 210.0), &published).iter().map(word));
    }
    assert_eq!(turned, ["gone"], "210 is inside the published 260");
}

/// 2.4 L in four hours, from the first second on: 0.01 L a minute.
fn four_hours() -> UfLine {
    UfLine {
        from: at(0),
        taken: Millilitres(0.0),
        goal: Millilitres(2_400.0),
        gone: Minutes(0.0),
        time: Minutes(240.0),
        steps: UfSteps::EVEN,
        before: Millilitres(0.0),
    }
}

fn off_plan(side: Side, hold: Hold) -> Rule {
    Rule {
        parameter: PLANNED,
        side,
        measure: Measure::Plan,
        raise: 0.3,
        clear: 0.2,
        hold,
        whose: Whose::Hospital,
    }
}

fn counted(minute: i64, litres: f32) -> Reading {
    let mut reading = Reading {
        seq: minute,
        taken_at: at(minute * 60),
        ..Reading::default()
    };
    reading.values.set(PLANNED, Some(litres));
    reading
}

fn turned(watch: &mut Watch, reading: &Reading, rules: &Rules) -> String {
    let turns = watch.step(reading, rules);
    turns.iter().map(word).collect::<Vec<_>>().join(" ")
}

#[test]
fn fluid_that_falls_behind_its_plan_raises_and_is_well_once_it_has_caught_up() {
    let rules = Rules::default()
        .with(off_plan(Side::Low, Hold::default()))
        .with_plan(Some(four_hours()), Vec::new());
    let mut watch = Watch::default();
    let mut told = |minute, litres| turned(&mut watch, &counted(minute, litres), &rules);
    assert_eq!(told(0, 0.0), "");
    assert_eq!(told(60, 0.31), "", "0.29 L behind");
    assert_eq!(told(61, 0.31), "raised", "0.30 L behind");
    // It goes on to be taken: that is no worse, and 0.25 L behind is not well yet.
    assert_eq!(told(70, 0.45), "");
    assert_eq!(told(80, 0.60), "gone", "0.20 L behind");
    let mut watch = Watch::default();
    let raised = watch.step(&counted(61, 0.31), &rules);
    let Some(Turn::Raised(raise)) = raised.first() else {
        panic!("{raised:?}")
    };
    assert_eq!(raise.kind, Kind::Limit(PLANNED, Side::Low));
    assert_eq!(
        (raise.value, raise.limit),
        (Some(0.31), None),
        "the limit moves with the plan"
    );
}

#[test]
fn fluid_that_runs_ahead_of_its_plan_raises_only_once_it_has_for_so_long() {
    let hold = Hold {
        seconds: 300,
        ..Hold::default()
    };
    let rules = Rules::default()
        .with(off_plan(Side::High, hold))
        .with_plan(Some(four_hours()), Vec::new());
    let mut watch = Watch::default();
    let told: Vec<String> = (60_i64..=70)
        .map(|minute| {
            // Ahead by 0.4 L from the 62nd minute on.
            let ahead = if minute < 62 { 0.0 } else { 0.4 };
            turned(&mut watch, &counted(minute, minute as f32 / 100.0 + ahead), &rules)
        })
        .collect();
    assert_eq!(told, ["", "", "", "", "", "", "", "raised", "", "", ""]);
}

#[test]
fn the_patients_own_distance_from_the_plan_holds_until_it_ends() {
    let own = PatientLimit {
        parameter: PLANNED,
        side: Side::Low,
        value: 0.5,
        expires_at: at(90 * 60),
    };
    let rules = Rules::default()
        .with(off_plan(Side::Low, Hold::default()))
        .with_plan(Some(four_hours()), vec![own]);
    let mut watch = Watch::default();
    let mut told = |minute, litres| turned(&mut watch, &counted(minute, litres), &rules);
    assert_eq!(told(60, 0.2), "", "0.4 L behind");
    assert_eq!(told(70, 0.2), "raised", "0.5 L behind");
    assert_eq!(
        told(80, 0.4),
        "gone",
        "well again as far inside as the hospital's: 0.1 L"
    );
    assert_eq!(told(90, 0.5), "raised", "the hospital's again");
}

#[test]
fn without_a_plan_or_a_distance_nothing_watches_the_fluid() {
    let rule = off_plan(Side::Low, Hold::default());
    for rules in [
        Rules::default().with(rule),
        Rules::default().with_plan(Some(four_hours()), Vec::new()),
    ] {
        assert!(!rules.looks_back());
        assert_eq!(Watch::default().step(&counted(200, 0.0), &rules), []);
    }
    let rules = Rules::default().with(rule).with_plan(Some(four_hours()), Vec::new());
    let mut watch = Watch::default();
    assert_eq!(
        turned(&mut watch, &counted(-10, 0.0), &rules),
        "",
        "before blood flowed"
    );
    assert_eq!(turned(&mut watch, &counted(200, 0.0), &rules), "raised");
    // The session is over, or its fluid shall follow a profile without shares: nothing says any more what should be.
    let none = rules.with_plan(None, Vec::new());
    assert_eq!(turned(&mut watch, &counted(201, 0.0), &none), "gone");
}

/// Values around a limit of 200, one every five seconds, over the start of a session and beyond it.
fn stream() -> impl Strategy<Value = Vec<f32>> {
    prop::collection::vec(prop::sample::select(vec![120.0_f32, 185.0, 195.0, 205.0, 230.0]), 90)
}

fn rules() -> impl Strategy<Value = Rules> {
    let hold = prop::sample::select(vec![
        Hold {
            seconds: 30,
            times: 0,
            within: 0,
        },
        Hold {
            seconds: 0,
            times: 3,
            within: 120,
        },
        Hold {
            seconds: 10,
            times: 2,
            within: 60,
        },
    ]);
    (hold, any::<bool>()).prop_map(|(hold, has_distance)| {
        let rules = watched(Measure::Value, 200.0, 190.0, hold);
        match has_distance {
            false => rules,
            true => rules.with(Rule {
                parameter: Parameter::VenousPressure,
                side: Side::High,
                measure: Measure::Baseline,
                raise: 60.0,
                clear: 50.0,
                hold,
                whose: Whose::Hospital,
            }),
        }
    })
}

/// Places and how late each is, at most 40 readings: 200 s. Some come twice; some never.
fn told() -> impl Strategy<Value = (Vec<f32>, Vec<usize>, Vec<usize>, Vec<usize>)> {
    (
        stream(),
        prop::collection::vec(0_usize..40, 90),
        prop::collection::vec(0_usize..90, 0..10),
        prop::collection::vec(0_usize..90, 0..10),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// The same values, late, shuffled and twice, end in the same state as in order; gaps are the same in both.
    #[test]
    fn any_order_ends_in_the_same_state((values, late, twice, never) in told(), rules in rules()) {
        let readings: Vec<Reading> = values
            .iter()
            .enumerate()
            .filter(|(place, _)| !never.contains(place))
            .map(|(place, value)| reading(place as i64 * 5, *value))
            .collect();
        let mut order: Vec<(usize, Reading)> = readings
            .iter()
            .enumerate()
            .map(|(place, reading)| (place + late.get(place).copied().unwrap_or(0), reading.clone()))
            .collect();
        order.extend(twice.iter().filter_map(|place| readings.get(*place).map(|reading| (place + 40, reading.clone()))));
        order.sort_by_key(|(place, _)| *place);
        let run = |readings: &[Reading]| {
            let mut watch = Watch::default();
            let mut raised = Vec::new();
            for reading in readings {
                raised.extend(watch.step(reading, &rules).iter().map(word));
            }
            let stands = watch.standing().any(|(kind, _)| kind == VENOUS_HIGH);
            // Raised and gone take turns, whatever the order.
            let alternates = raised.iter().filter(|word| **word != "worse").enumerate()
                .all(|(place, word)| (*word == "raised") == (place % 2 == 0));
            (stands, alternates)
        };
        let (shuffled, alternates): (Vec<Reading>, bool) = (order.into_iter().map(|(_, reading)| reading).collect(), true);
        prop_assert_eq!(run(&readings), (run(&shuffled).0, alternates));
        prop_assert!(run(&shuffled).1);
    }
}
