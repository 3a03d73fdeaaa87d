//! A pressure against the patient's earlier sessions: three in a row at the flow and in the minutes of the protocol, and what becomes of it once nothing compares it.

use super::{at, reading, turned, watched, word};
use crate::alerts::watch::{Turn, Watch, take};
use crate::alerts::{Hold, Measure, Rules};
use crate::dialysis::pressures::{Usual, baseline};
use crate::dialysis::quantities::MmHg;
use crate::ids::{AlarmId, DeviceId};
use crate::telemetry::{Latest, Parameter, Reading};

/// Earlier sessions had 110, 118 and 112 mmHg; 30 above their median is too far.
fn off_usual(hold: Hold) -> Rules {
    let earlier = [110.0, 118.0, 112.0].map(MmHg);
    watched(Measure::Usual, 30.0, 20.0, hold).with_usual(Some(Usual {
        since: at(0),
        arterial: None,
        venous: baseline(&earlier),
    }))
}

fn at_flow(second: i64, venous: f32, flow: f32) -> Reading {
    let mut reading = reading(second, venous);
    reading.values.set(Parameter::BloodFlow, Some(flow));
    reading
}

#[test]
fn a_pressure_is_above_what_is_usual_only_three_times_in_a_row_at_the_flow_and_in_the_minutes_of_the_protocol() {
    let rules = off_usual(Hold::default());
    let mut watch = Watch::default();
    let mut told = |second, venous, flow| turned(&mut watch, &at_flow(second, venous, flow), &rules);
    for second in [90, 100, 110] {
        assert_eq!(told(second, 150.0, 200.0), "", "before the minutes of the protocol");
    }
    assert_eq!(told(130, 142.0, 200.0), "");
    assert_eq!(told(140, 142.0, 200.0), "", "two are a needle");
    assert_eq!(told(145, 180.0, 300.0), "", "another flow is not compared");
    assert_eq!(told(150, 142.0, 200.0), "raised", "30 above 112");
    assert_eq!(told(160, 135.0, 205.0), "", "not well yet");
    assert_eq!(told(170, 132.0, 195.0), "gone");
    for second in [180, 190] {
        assert_eq!(told(second, 150.0, 200.0), "");
    }
    assert_eq!(told(200, 141.0, 200.0), "", "the third is not above");
    for second in [210, 220] {
        assert_eq!(told(second, 150.0, 200.0), "");
    }
    assert_eq!(told(230, 150.0, 200.0), "raised");
    // What is measured at the flow of the treatment is judged by what holds for it, and is not well for that.
    assert_eq!(told(310, 180.0, 300.0), "uncompared");
    for second in [320, 330, 340] {
        assert_eq!(told(second, 150.0, 200.0), "", "after the minutes of the protocol");
    }
}

/// The pump is turned up while the alarm of the first minutes stands: the pressure is higher than before, and nothing compares it.
#[test]
fn a_pressure_that_is_no_longer_compared_is_not_well_and_covers_no_later_alarm() {
    let rules = off_usual(Hold::default());
    let mut watch = Watch::default();
    let mut told = |second, venous, flow| turned(&mut watch, &at_flow(second, venous, flow), &rules);
    assert_eq!(
        [130, 140, 150].map(|second| told(second, 150.0, 200.0)),
        ["", "", "raised"]
    );
    assert_eq!(told(160, 255.0, 300.0), "uncompared");
    assert_eq!(told(170, 261.0, 300.0), "raised", "the published 260");
    // That one is a limit of the value itself: it is well by any.
    assert_eq!([180, 190].map(|second| told(second, 200.0, 300.0)), ["", "gone"]);
}

#[test]
fn a_pressure_that_was_compared_and_well_is_gone_and_one_in_both_ends_by_what_is_usual() {
    let rules = off_usual(Hold::default());
    let mut watch = Watch::default();
    let mut told = |second, venous, flow| turned(&mut watch, &at_flow(second, venous, flow), &rules);
    assert_eq!(told(130, 265.0, 200.0), "raised", "the published 260");
    assert_eq!(
        [140, 150].map(|second| told(second, 150.0, 200.0)),
        ["", ""],
        "too far from what is usual, too"
    );
    assert_eq!(
        [160, 170].map(|second| told(second, 150.0, 300.0)).concat(),
        "uncompared"
    );
    let again = [180, 190, 200].map(|second| told(second, 150.0, 200.0)).concat();
    assert_eq!(again, "raised");
    assert_eq!(told(210, 132.0, 200.0), "gone", "it was compared");
}

#[test]
fn after_a_restart_what_was_too_far_from_what_is_usual_is_no_longer_compared() {
    let rules = off_usual(Hold::default());
    let mut watch = Watch::default();
    let readings: Vec<Reading> = [130, 140, 150].map(|second| at_flow(second, 150.0, 200.0)).into();
    let raised: Vec<Turn> = readings
        .iter()
        .flat_map(|reading| watch.step(reading, &rules))
        .collect();
    let (id, device) = (AlarmId(uuid::Uuid::nil()), DeviceId(uuid::Uuid::nil()));
    let alarm = take(raised[0], None, id, device, None).unwrap();
    let mut latest = Latest::default();
    for reading in &readings {
        latest.apply(reading);
    }
    let mut watch = Watch::restore(std::slice::from_ref(&alarm), &latest);
    watch.recall(&[], &readings, &rules);
    // Which limit made it stand is not known after a restart: two values are asked.
    let after = [160, 170].map(|second| watch.step(&at_flow(second, 140.0, 300.0), &rules));
    let turns = after.concat();
    assert_eq!(turns.iter().map(word).collect::<Vec<_>>(), ["uncompared"]);
    let listed = take(turns[0], Some(alarm), id, device, None).unwrap();
    assert!(listed.is_open() && listed.is_unanswered() && !listed.is_standing());
    assert_eq!(
        listed.sentence(),
        "Venous pressure was 150\u{a0}mmHg, not seen well since"
    );
}

#[test]
fn without_enough_earlier_sessions_nothing_is_usual() {
    let two = [110.0, 118.0].map(MmHg);
    let rules = off_usual(Hold::default()).with_usual(Some(Usual {
        since: at(0),
        arterial: None,
        venous: baseline(&two),
    }));
    assert!(!rules.looks_back());
    let mut watch = Watch::default();
    for second in [130, 140, 150, 160] {
        assert_eq!(watch.step(&at_flow(second, 200.0, 200.0), &rules), []);
    }
}

#[test]
fn after_a_restart_a_row_goes_on() {
    let rules = off_usual(Hold::default());
    let mut watch = Watch::default();
    watch.recall(&[], &[at_flow(130, 150.0, 200.0), at_flow(140, 150.0, 200.0)], &rules);
    assert_eq!(turned(&mut watch, &at_flow(150, 150.0, 200.0), &rules), "raised");
}
