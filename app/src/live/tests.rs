//! What a page believes and shows, without a browser: the link judges, the store shows.

use std::sync::Arc;

use crate::program::Record;
use domain::alerts::{Alarm, AlarmState, Kind, Priority, Raise, Side};
use domain::ids::{AlarmId, DeviceId, PatientId, WardId};
use domain::live::{PatientChange, PatientNow, ToClient, ToServer, Topic};
use domain::news2::{Evaluation, Scale};
use domain::patients::{Chart, Person, Sex};
use domain::telemetry::{Consciousness, Oxygen, OxygenDevice, Parameter, Reading};
use domain::time::{Moment, Zone};
use leptos::prelude::*;
use uuid::Uuid;

use super::link::{Link, Verdict};
use super::{LivePatient, LiveStore};

const WARD: Topic = Topic::Ward(WardId(Uuid::from_u128(1)));
const WHO: PatientId = PatientId(Uuid::from_u128(2));
const MONITOR: DeviceId = DeviceId(Uuid::from_u128(3));

fn hello(run: u64) -> ToClient {
    ToClient::Hello { now: Moment(0), run }
}

fn snapshot(number: u64) -> ToClient {
    ToClient::Snapshot {
        topic: WARD,
        number,
        patients: Vec::new(),
        alarms: Vec::new(),
    }
}

fn change(number: u64) -> ToClient {
    ToClient::Change {
        topic: WARD,
        number,
        values: Vec::new(),
        alarms: Vec::new(),
    }
}

fn since(wishes: &[ToServer]) -> Vec<Option<(u64, u64)>> {
    let asked = wishes.iter().filter_map(|wish| match wish {
        ToServer::Subscribe { since, .. } => Some(*since),
        _ => None,
    });
    asked.collect()
}

#[test]
fn a_reconnect_goes_on_after_the_last_number_and_shows_nothing_twice() {
    let mut link = Link::default();
    link.follow(WARD);
    assert_eq!(since(&link.greet()), [None]);
    link.judge(&hello(7));
    assert_eq!(link.judge(&snapshot(3)), Verdict::Show(WARD));
    assert_eq!(link.judge(&change(4)), Verdict::Show(WARD));
    assert_eq!(link.judge(&change(4)), Verdict::Drop);

    assert_eq!(since(&link.greet()), [Some((7, 4))]);
    link.judge(&hello(7));
    assert_eq!(link.judge(&change(5)), Verdict::Show(WARD));
}

#[test]
fn a_gap_asks_for_everything_and_shows_nothing_until_it_comes() {
    let mut link = Link::default();
    link.follow(WARD);
    link.judge(&hello(7));
    link.judge(&snapshot(3));
    assert_eq!(
        link.judge(&change(6)),
        Verdict::AskAgain(ToServer::Subscribe {
            topic: WARD,
            since: None
        })
    );
    assert_eq!(link.judge(&change(7)), Verdict::Drop);
    assert_eq!(link.judge(&snapshot(7)), Verdict::Show(WARD));
    assert_eq!(link.judge(&change(8)), Verdict::Show(WARD));
}

#[test]
fn after_a_restart_of_the_server_numbers_begin_anew() {
    let mut link = Link::default();
    link.follow(WARD);
    link.judge(&hello(7));
    link.judge(&snapshot(300));
    link.judge(&hello(8));
    assert_eq!(link.judge(&snapshot(0)), Verdict::Show(WARD));
    assert_eq!(link.judge(&change(1)), Verdict::Show(WARD));
    assert_eq!(since(&link.greet()), [Some((8, 1))]);
}

#[test]
fn what_the_page_does_not_follow_is_not_shown() {
    let mut link = Link::default();
    assert!(link.is_idle());
    assert_eq!(link.judge(&change(1)), Verdict::Drop);
    link.follow(WARD);
    assert!(!link.is_idle());
}

/// Full values of seven parameters at second `at`.
fn reading(at: i64, heart_rate: f32) -> Reading {
    let mut reading = Reading {
        seq: at,
        taken_at: Moment(at * 1_000_000),
        ..Reading::default()
    };
    for (parameter, value) in [
        (Parameter::HeartRate, heart_rate),
        (Parameter::Spo2, 97.0),
        (Parameter::Respiration, 16.0),
        (Parameter::Systolic, 120.0),
        (Parameter::Temperature, 36.8),
    ] {
        reading.values.set(parameter, Some(value));
    }
    reading.consciousness = Some(Consciousness::A);
    reading.oxygen = Some(Oxygen {
        device: OxygenDevice::RoomAir,
        litres_per_min: None,
        fio2: None,
    });
    reading
}

fn moved(reading: Reading) -> PatientChange {
    PatientChange {
        patient: WHO,
        device: MONITOR,
        reading,
        older: Vec::new(),
        heard_at: None,
        silent: false,
        last_score: None,
        promise: None,
        replay_since: None,
    }
}

fn chart() -> Chart {
    let mut now = PatientNow {
        patient: WHO,
        device: MONITOR,
        latest: Default::default(),
        promise: Default::default(),
        heard_at: None,
        silent: false,
        last_score: None,
        replay_since: None,
        too_young: false,
    };
    now.apply(&moved(reading(0, 72.0)));
    let person = Person {
        id: WHO,
        family_name: "Wanjiru".into(),
        given_name: "Grace".into(),
        born_on: (1968, 4, 2),
        year_only: false,
        sex: Sex::Female,
        hospital_number: "RG-204 4178".into(),
        health_id: "91775420813390".into(),
        scale: Scale::One,
    };
    Chart {
        person,
        place: None,
        zone: Zone::default(),
        rendered_at: Moment(0),
        now: Some(now),
        recent: Vec::new(),
        alarms: Vec::new(),
        allergies: None,
        flags: Vec::new(),
        left: None,
        limits: Vec::new(),
        view: None,
        opened: None,
        joined: Vec::new(),
        may_merge: false,
    }
}

fn tell(store: LiveStore, values: Vec<PatientChange>, alarms: Vec<Alarm>) {
    store.take(&Arc::new(ToClient::Change {
        topic: Topic::Patient(WHO),
        number: 1,
        values,
        alarms,
    }));
}

/// A number as a page shows it.
fn text(patient: LivePatient, parameter: Parameter) -> Memo<Option<String>> {
    ui::memo(move || patient.number(parameter).map(|(value, _)| parameter.write(value)))
}

fn alarm(id: u128, priority: Priority) -> Alarm {
    let kind = Kind::Limit(Parameter::Spo2, Side::Low);
    let raise = Raise {
        kind,
        priority,
        value: Some(84.0),
        limit: Some(90.0),
        at: Moment(id as i64),
    };
    Alarm::raised(AlarmId(Uuid::from_u128(id)), MONITOR, Some(WHO), raise)
}

#[test]
fn a_changed_value_moves_its_own_signal_and_no_other() {
    Owner::new().with(|| {
        ui::Now::provide(Moment(0));
        let patient = LiveStore::of_record(&Record::of(&chart()));
        let (store, patient) = (patient, patient.patient(WHO).expect("a patient"));
        let (heart, breath) = (
            text(patient, Parameter::HeartRate),
            text(patient, Parameter::Respiration),
        );
        assert_eq!(
            (heart.get().as_deref(), breath.get().as_deref()),
            (Some("72"), Some("16"))
        );

        let mut only = Reading {
            seq: 1,
            taken_at: Moment(1_000_000),
            ..Reading::default()
        };
        only.values.set(Parameter::HeartRate, Some(75.0));
        tell(store, vec![moved(only)], Vec::new());
        assert_eq!(
            (heart.get().as_deref(), breath.get().as_deref()),
            (Some("75"), Some("16"))
        );
        assert_eq!(patient.taken_at(Parameter::Respiration).get(), Some(Moment(0)));
        assert_eq!(patient.points(Parameter::HeartRate).get(), [(1_000, 75.0)]);
    });
}

#[test]
fn the_score_moves_with_the_values_and_is_withdrawn_when_they_grow_old() {
    Owner::new().with(|| {
        let clock = ui::Now::provide(Moment(0));
        let store = LiveStore::of_record(&Record::of(&chart()));
        let patient = store.patient(WHO).expect("a patient");
        let score = patient.news2();
        assert!(matches!(score.get(), Evaluation::Scored(scored) if scored.score == 0));
        tell(store, vec![moved(reading(1, 131.0))], Vec::new());
        assert!(matches!(score.get(), Evaluation::Scored(scored) if scored.score == 3 && scored.three_in_one));

        let stale = patient.is_stale(Parameter::HeartRate);
        assert!(!stale.get());
        clock.correct(Moment(200 * 1_000_000));
        assert!(stale.get());
        assert!(matches!(score.get(), Evaluation::Partial { missing } if missing.contains(&Parameter::HeartRate)));
    });
}

#[test]
fn a_child_gets_no_score_and_is_told_why() {
    Owner::new().with(|| {
        ui::Now::provide(Moment(0));
        let mut of_child = chart();
        of_child.now.as_mut().expect("values").too_young = true;
        let patient = LiveStore::of_record(&Record::of(&of_child))
            .patient(WHO)
            .expect("a patient");
        assert_eq!(patient.news2().get(), Evaluation::TooYoung);
        let words = crate::widgets::bed_card::no_score(&Evaluation::TooYoung);
        assert!(words.is_some_and(|words| words.contains("under 16")));
    });
}

#[test]
fn the_reason_at_a_bed_has_the_value_of_now_and_none_that_is_old() {
    Owner::new().with(|| {
        let clock = ui::Now::provide(Moment(0));
        let store = LiveStore::of_record(&Record::of(&chart()));
        let patient = store.patient(WHO).expect("a patient");
        let raised = Alarm {
            last_raised_at: Moment(1_000_000),
            ..alarm(1, Priority::High)
        };
        let said = || crate::widgets::bed_card::alarming(&raised, patient);
        assert_eq!(said(), "SpO₂ too low", "97 % is from before the alarm");

        for (at, value, told) in [
            (1, 84.0, "SpO₂ 84\u{a0}%, limit 90"),
            (2, 82.0, "SpO₂ 82\u{a0}%, limit 90"),
        ] {
            let mut low = reading(at, 72.0);
            low.values.set(Parameter::Spo2, Some(value));
            tell(store, vec![moved(low)], Vec::new());
            assert_eq!(said(), told);
        }

        clock.correct(Moment(200 * 1_000_000));
        assert_eq!(said(), "SpO₂ too low", "the newest value is old");
    });
}

#[test]
fn alarms_stand_in_the_order_of_need_and_closed_ones_stay_on_the_chart_only() {
    Owner::new().with(|| {
        let store = LiveStore::of_record(&Record::of(&chart()));
        let seen = alarm(1, Priority::High)
            .acknowledge("Dr Rao".into(), Moment(9), None)
            .expect("acknowledged");
        let closed = Alarm {
            state: AlarmState::Closed {
                at: Moment(9),
                answered: None,
            },
            ..alarm(4, Priority::Low)
        };
        tell(
            store,
            Vec::new(),
            vec![closed, alarm(2, Priority::Medium), seen, alarm(3, Priority::High)],
        );
        let ids = |alarms: Vec<Alarm>| alarms.iter().map(|alarm| alarm.id.0.as_u128()).collect::<Vec<_>>();
        assert_eq!(ids(store.alarms().get()), [3, 1, 2, 4]);
        assert_eq!(ids(store.open_alarms().get()), [3, 1, 2]);
        assert_eq!(
            store
                .alarm_about(WHO, Parameter::Spo2)
                .get()
                .map(|alarm| alarm.id.0.as_u128()),
            Some(3)
        );

        // An older copy of an alarm comes late: it changes nothing.
        store.show_alarm(alarm(1, Priority::High));
        assert_eq!(ids(store.alarms().get()), [3, 1, 2, 4]);
        let shown = alarm(2, Priority::Medium)
            .acknowledge("Dr Rao".into(), Moment(9), None)
            .expect("acknowledged");
        store.show_alarm(shown.clone());
        store.take_back(&shown, alarm(2, Priority::Medium));
        assert!(store.alarms().get()[2].is_unanswered(), "refused: it is as it was");

        // While we were away alarms 1 and 3 were closed: the snapshot names them no more.
        store.take(&Arc::new(ToClient::Snapshot {
            topic: Topic::Patient(WHO),
            number: 9,
            patients: chart().now.into_iter().collect(),
            alarms: vec![alarm(2, Priority::Medium)],
        }));
        assert_eq!(ids(store.open_alarms().get()), [2]);
        assert!(store.is_outdated(), "how they were closed, only the record knows");
    });
}

#[test]
fn somebody_new_on_the_ward_makes_the_board_outdated_and_is_not_guessed() {
    Owner::new().with(|| {
        let clock = ui::Now::provide(Moment(0));
        let stranger = PatientId(Uuid::from_u128(99));
        let comes = |store| {
            tell(
                store,
                vec![PatientChange {
                    patient: stranger,
                    ..moved(reading(1, 70.0))
                }],
                Vec::new(),
            );
            assert!(store.patient(stranger).is_none());
            store.is_outdated()
        };
        let store = LiveStore::of_record(&Record::of(&chart()));
        assert!(!store.is_outdated());
        assert!(comes(store));

        // The record that was asked for does not know them either: the page asks again, but not at once.
        let again = LiveStore::of_record(&Record::of(&chart()));
        assert!(!comes(again));
        clock.correct(Moment(31 * 1_000_000));
        assert!(comes(again));
    });
}

#[test]
fn who_left_the_ward_makes_the_board_outdated_but_not_who_was_never_measured() {
    Owner::new().with(|| {
        ui::Now::provide(Moment(0));
        let empty = Arc::new(ToClient::Snapshot {
            topic: WARD,
            number: 1,
            patients: Vec::new(),
            alarms: Vec::new(),
        });
        let never_measured = LiveStore::of_record(&Record::of(&chart()));
        never_measured.take(&empty);
        assert!(!never_measured.is_outdated());

        let mut measured = chart();
        measured.now.as_mut().expect("values").heard_at = Some(Moment(0));
        let store = LiveStore::of_record(&Record::of(&measured));
        store.take(&empty);
        assert!(store.is_outdated());
    });
}

#[test]
fn a_role_that_was_taken_away_asks_for_the_record_once_whatever_was_asked_before() {
    Owner::new().with(|| {
        let clock = ui::Now::provide(Moment(0));
        let taken_away = |store: LiveStore| {
            store.take(&Arc::new(ToClient::Denied {
                topic: Topic::Patient(WHO),
            }));
            store.is_outdated()
        };
        let stranger = PatientChange {
            patient: PatientId(Uuid::from_u128(99)),
            ..moved(reading(1, 70.0))
        };
        tell(LiveStore::of_record(&Record::of(&chart())), vec![stranger], Vec::new());
        assert!(taken_away(LiveStore::of_record(&Record::of(&chart()))));
        // A record that may be read though its topic may not is not asked for over and over.
        assert!(!taken_away(LiveStore::of_record(&Record::of(&chart()))));
        clock.correct(Moment(31 * 1_000_000));
        assert!(taken_away(LiveStore::of_record(&Record::of(&chart()))));
    });
}

#[test]
fn a_held_page_keeps_its_values_and_their_ages_while_alarms_come_and_shows_the_rest_afterwards() {
    Owner::new().with(|| {
        let clock = ui::Now::provide(Moment(0));
        let store = LiveStore::of_record(&Record::of(&chart()));
        let patient = store.patient(WHO).expect("a patient");
        let (heart, stale) = (
            text(patient, Parameter::HeartRate),
            patient.is_stale(Parameter::HeartRate),
        );
        clock.hold();
        clock.correct(Moment(200 * 1_000_000));
        tell(store, vec![moved(reading(199, 75.0))], vec![alarm(1, Priority::High)]);
        tell(store, vec![moved(reading(200, 76.0))], Vec::new());
        assert_eq!((heart.get().as_deref(), stale.get()), (Some("72"), false));
        assert_eq!(store.open_alarms().get().len(), 1);

        clock.go_on();
        store.release();
        assert_eq!(heart.get().as_deref(), Some("76"));
        let points = patient.points(Parameter::HeartRate).get();
        assert_eq!(points, [(199_000, 75.0), (200_000, 76.0)], "nothing is missing between");
        assert!(!store.is_outdated());
    });
}

#[test]
fn a_connection_that_was_lost_while_the_page_was_held_asks_for_the_record_afterwards() {
    Owner::new().with(|| {
        let clock = ui::Now::provide(Moment(0));
        let store = LiveStore::of_record(&Record::of(&chart()));
        clock.hold();
        store.take(&Arc::new(ToClient::Snapshot {
            topic: Topic::Patient(WHO),
            number: 9,
            patients: chart().now.into_iter().collect(),
            alarms: Vec::new(),
        }));
        assert!(!store.is_outdated());
        clock.go_on();
        store.release();
        assert!(store.is_outdated());
    });
}
