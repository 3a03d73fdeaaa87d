//! Lives of alarms, as stories and as properties.

use proptest::prelude::*;

use super::*;
use crate::telemetry::Parameter;

const AT: Moment = Moment(1_795_341_600_000_000);
const LOW_SPO2: Kind = Kind::Limit(Parameter::Spo2, Side::Low);

fn at(seconds: f64) -> Moment {
    AT.plus_seconds(seconds)
}

fn raise(priority: Priority, value: f32, at: Moment) -> Raise {
    Raise {
        kind: LOW_SPO2,
        priority,
        value: Some(value),
        limit: Some(91.0),
        at,
    }
}

fn alarm(priority: Priority) -> Alarm {
    let (id, device) = (AlarmId(uuid::Uuid::nil()), DeviceId(uuid::Uuid::nil()));
    Alarm::raised(id, device, None, raise(priority, 84.0, AT))
}

fn rao(alarm: Alarm, when: Moment) -> Alarm {
    alarm
        .acknowledge("Dr Rao".into(), when, Some("on oxygen now".into()))
        .unwrap()
}

#[test]
fn dr_rao_answers_and_the_sound_comes_back_after_two_minutes() {
    let answered = rao(alarm(Priority::High), at(10.0));
    assert!(answered.is_standing() && !answered.is_unanswered());
    assert!(!answered.sounds(at(129.9)));
    assert!(answered.sounds(at(130.0)));
    let paused = answered.pause_sound(at(130.0), 120).unwrap();
    assert!(!paused.sounds(at(249.9)) && paused.sounds(at(250.0)));
    let closed = paused.gone(at(300.0), Some(95.0)).unwrap();
    let answered = closed.answer().unwrap();
    assert_eq!(
        (answered.by.as_str(), answered.at, answered.note.as_deref()),
        ("Dr Rao", at(10.0), Some("on oxygen now"))
    );
    assert!(!closed.is_open());
}

#[test]
fn an_alarm_that_is_no_longer_compared_stays_listed_until_somebody_has_seen_it() {
    let listed = alarm(Priority::Medium).uncompared(at(60.0)).unwrap();
    assert_eq!((&listed.state, listed.last), (&AlarmState::Gone { at: at(60.0) }, None));
    assert!(listed.is_open() && listed.is_unanswered() && !listed.sounds(at(61.0)));
    assert!(!rao(listed.clone(), at(90.0)).is_open());
    let again = listed.again(raise(Priority::Medium, 80.0, at(70.0))).unwrap();
    assert!(again.is_standing(), "what is raised later is not covered by it");
    let seen = rao(alarm(Priority::Medium), at(10.0)).uncompared(at(60.0)).unwrap();
    assert!(!seen.is_open() && seen.answer().is_some());
}

#[test]
fn a_high_alarm_that_nobody_saw_stays_listed_until_somebody_has() {
    let gone = alarm(Priority::High).gone(at(60.0), Some(95.0)).unwrap();
    assert_eq!(gone.state, AlarmState::Gone { at: at(60.0) });
    assert!(gone.is_open() && gone.is_unanswered() && !gone.sounds(at(61.0)));
    let closed = rao(gone, at(90.0));
    assert!(
        matches!(&closed.state, AlarmState::Closed { at: when, answered: Some(answer) } if *when == at(90.0) && answer.by == "Dr Rao")
    );
}

#[test]
fn a_lesser_alarm_closes_by_itself() {
    for priority in [Priority::Medium, Priority::Low] {
        let closed = alarm(priority).gone(at(60.0), Some(95.0)).unwrap();
        assert_eq!(
            closed.state,
            AlarmState::Closed {
                at: at(60.0),
                answered: None
            }
        );
    }
}

#[test]
fn repeats_within_an_hour_are_one_alarm_with_a_count() {
    let closed = alarm(Priority::Medium).gone(at(60.0), Some(95.0)).unwrap();
    let again = closed
        .clone()
        .again(raise(Priority::Medium, 88.0, at(3_600.0)))
        .unwrap();
    assert_eq!(
        (again.count, again.raised_at, again.last_raised_at),
        (2, AT, at(3_600.0))
    );
    assert_eq!(
        (again.value, again.worst, again.last),
        (Some(88.0), Some(84.0), Some(88.0))
    );
    assert_eq!(again.state, AlarmState::Raised);
    assert_eq!(
        closed.again(raise(Priority::Medium, 88.0, at(3_600.1))),
        Err(Refused::TooLongAgo)
    );
    // The hour runs from the last raise.
    let third = again
        .gone(at(3_700.0), None)
        .unwrap()
        .again(raise(Priority::Medium, 90.0, at(7_100.0)))
        .unwrap();
    assert_eq!(third.count, 3);
}

#[test]
fn an_unseen_high_alarm_is_taken_up_again_at_any_age_and_stays_high() {
    let gone = alarm(Priority::High).gone(at(60.0), Some(95.0)).unwrap();
    let again = gone.again(raise(Priority::Medium, 90.0, at(90_000.0))).unwrap();
    assert_eq!((again.count, again.priority), (2, Priority::High));
    // A seen one comes again as urgent as it is this time.
    let seen = rao(alarm(Priority::High), at(1.0)).gone(at(60.0), None).unwrap();
    assert_eq!(
        seen.again(raise(Priority::Medium, 90.0, at(120.0))).unwrap().priority,
        Priority::Medium
    );
}

#[test]
fn an_alarm_that_comes_again_sounds_and_asks_again() {
    let closed = rao(alarm(Priority::High), at(1.0)).gone(at(10.0), Some(95.0)).unwrap();
    let again = closed.again(raise(Priority::High, 82.0, at(20.0))).unwrap();
    assert!(again.sounds(at(20.0)) && again.is_unanswered());
}

#[test]
fn an_alarm_that_gets_worse_asks_again() {
    let answered = rao(alarm(Priority::Medium), at(1.0));
    let worse = answered
        .clone()
        .escalate(raise(Priority::High, 82.0, at(20.0)))
        .unwrap();
    assert_eq!(
        (worse.priority, &worse.state, worse.count, worse.value),
        (Priority::High, &AlarmState::Raised, 1, Some(82.0))
    );
    assert!(worse.sounds(at(20.0)));
    assert_eq!(
        answered.clone().escalate(raise(Priority::Medium, 88.0, at(20.0))),
        Err(Refused::NotWorse)
    );
    let closed = answered.gone(at(30.0), None).unwrap();
    assert_eq!(
        closed.escalate(raise(Priority::High, 82.0, at(40.0))),
        Err(Refused::NotStanding)
    );
}

#[test]
fn what_makes_no_sense_is_refused_with_a_reason() {
    let raised = alarm(Priority::High);
    assert_eq!(
        raised.clone().again(raise(Priority::High, 80.0, at(1.0))),
        Err(Refused::StillStanding)
    );
    let other = Raise {
        kind: Kind::Silent,
        ..raise(Priority::High, 80.0, at(1.0))
    };
    assert_eq!(raised.clone().escalate(other), Err(Refused::OtherKind));
    assert_eq!(
        raised.clone().gone(at(1.0), None).unwrap().again(other),
        Err(Refused::OtherKind)
    );
    for seconds in [0, 121, u32::MAX] {
        assert_eq!(raised.clone().pause_sound(at(1.0), seconds), Err(Refused::PauseTooLong));
    }
    let answered = rao(raised, at(1.0));
    assert_eq!(
        answered.clone().acknowledge("Sr Mensah".into(), at(2.0), None),
        Err(Refused::AnsweredBefore)
    );
    let closed = answered.gone(at(3.0), None).unwrap();
    assert_eq!(
        closed.clone().acknowledge("Sr Mensah".into(), at(4.0), None),
        Err(Refused::Closed)
    );
    assert_eq!(closed.clone().gone(at(4.0), None), Err(Refused::NotStanding));
    assert_eq!(closed.pause_sound(at(4.0), 60), Err(Refused::NotStanding));
    assert!(!Refused::Closed.to_string().is_empty());
}

#[test]
fn the_worst_value_is_the_lowest_or_the_highest_by_side() {
    let low = alarm(Priority::Medium).seen(86.0).seen(79.0).seen(90.0);
    assert_eq!((low.worst, low.last), (Some(79.0), Some(90.0)));
    let kind = Kind::Limit(Parameter::HeartRate, Side::High);
    let high = Alarm {
        kind,
        worst: Some(135.0),
        ..alarm(Priority::Medium)
    }
    .seen(150.0)
    .seen(133.0);
    assert_eq!((high.worst, high.last), (Some(150.0), Some(133.0)));
}

/// Anything that can happen to an alarm.
#[derive(Clone, Copy, Debug)]
enum Event {
    Again(Priority, f32),
    Escalate(Priority),
    Acknowledge,
    Gone,
    Uncompared,
    Pause(u32),
    Seen(f32),
}

fn priority() -> impl Strategy<Value = Priority> {
    prop::sample::select(Priority::ALL.to_vec())
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (priority(), 70.0_f32..91.0).prop_map(|(priority, value)| Event::Again(priority, value)),
        priority().prop_map(Event::Escalate),
        Just(Event::Acknowledge),
        Just(Event::Gone),
        Just(Event::Uncompared),
        (0_u32..400).prop_map(Event::Pause),
        (70.0_f32..100.0).prop_map(Event::Seen),
    ]
}

fn happen(alarm: Alarm, event: Event, at: Moment) -> Result<Alarm, Refused> {
    match event {
        Event::Again(priority, value) => alarm.again(raise(priority, value, at)),
        Event::Escalate(priority) => alarm.escalate(raise(priority, 80.0, at)),
        Event::Acknowledge => alarm.acknowledge("Dr Rao".into(), at, None),
        Event::Gone => alarm.gone(at, Some(95.0)),
        Event::Uncompared => alarm.uncompared(at),
        Event::Pause(seconds) => alarm.pause_sound(at, seconds),
        Event::Seen(value) => Ok(alarm.seen(value)),
    }
}

proptest! {
    /// No path silences a standing alarm for longer than 120 s after the last thing anybody did; acknowledged is not closed; a high
    /// alarm never closes without an answer that was given since it was raised last; and a count is never lost.
    #[test]
    fn no_path_hides_a_high_alarm(start in priority(), path in prop::collection::vec((event(), 1_u32..2_000), 0..40)) {
        let mut alarm = alarm(start);
        let (mut now, mut answered) = (AT, false);
        for (event, seconds) in path {
            now = now.plus_seconds(f64::from(seconds));
            let before = alarm.clone();
            let Ok(after) = happen(alarm.clone(), event, now) else { continue };
            answered = match event {
                Event::Again(..) | Event::Escalate(_) => false,
                Event::Acknowledge => true,
                _ => answered,
            };
            if after.is_standing() {
                prop_assert!(after.sounds(now.plus_seconds(120.0)), "{event:?} silences {after:?}");
            }
            if matches!(event, Event::Acknowledge) && before.is_standing() {
                prop_assert!(after.is_standing(), "acknowledging closed {before:?}");
            }
            if after.priority == Priority::High && !after.is_open() {
                prop_assert!(answered && after.answer().is_some(), "{event:?} closed unseen {before:?}");
            }
            if before.priority == Priority::High && before.is_unanswered() {
                prop_assert_eq!(after.priority, Priority::High);
            }
            prop_assert!(after.count >= before.count && after.worst <= before.worst);
            alarm = after;
        }
    }
}
