//! The desk turned by hand: no socket, no database, and a clock that only moves when a test says so.

mod rights;

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::time::Duration;

use domain::alerts::{Alarm, Kind, Priority, Raise, Side};
use domain::ids::{AlarmId, DeviceId, HospitalId, PatientId, WardId};
use domain::live::{PatientChange, PatientNow, ToClient, Topic};
use domain::telemetry::{Parameter, Reading};
use domain::time::Moment;
use hospital::identity::SessionKey;
use hospital::telemetry::{Event, Seen};
use tokio::time::Instant;
use uuid::Uuid;

use super::desk::{Desk, Granted, KEPT_UNUSED, Source};
use super::frame::Encoding;
use super::outbox::{End, MOST_FRAMES, Outbox};
use super::topic::{KEPT_FRAMES, QUARTER, Standing, spacing};

const RUN: u64 = 7;
const WARD: Topic = Topic::Ward(WardId(Uuid::from_u128(1)));

/// A hospital in which nothing stands but what a test says.
#[derive(Debug, Default)]
struct Fake {
    asked: Cell<u32>,
    alarms: Vec<Alarm>,
    measured: RefCell<Option<PatientNow>>,
}

impl Source for Fake {
    fn standing(&self, _: Topic, _: Seen) -> Standing {
        self.asked.set(self.asked.get() + 1);
        Standing {
            patients: self.measured.borrow().iter().cloned().collect(),
            alarms: self.alarms.clone(),
        }
    }
}

fn patient(n: u128) -> PatientId {
    PatientId(Uuid::from_u128(100 + n))
}

fn device(n: u128) -> DeviceId {
    DeviceId(Uuid::from_u128(200 + n))
}

fn session(n: u8) -> SessionKey {
    SessionKey::of_id(&[n])
}

/// Heart rate `value` of patient `n`, measured at second `at`.
fn beat(n: u128, at: i64, value: f32) -> Event {
    let mut reading = Reading {
        seq: at,
        taken_at: Moment(at * 1_000_000),
        ..Reading::default()
    };
    reading.values.set(Parameter::HeartRate, Some(value));
    let change = PatientChange {
        patient: patient(n),
        device: device(n),
        reading,
        older: Vec::new(),
        heard_at: None,
        silent: false,
        last_score: None,
        promise: None,
        replay_since: None,
    };
    Event {
        hospital: HERE,
        ward: Some(WardId(Uuid::from_u128(1))),
        patient: Some(patient(n)),
        device: device(n),
        change: Some(change),
        alarms: Vec::new(),
        is_beside: false,
    }
}

fn alarm(id: u128, count: u32) -> Alarm {
    let raise = Raise {
        kind: Kind::Limit(Parameter::Spo2, Side::Low),
        priority: Priority::High,
        value: Some(84.0),
        limit: Some(90.0),
        at: Moment(0),
    };
    Alarm {
        count,
        ..Alarm::raised(AlarmId(Uuid::from_u128(id)), device(1), Some(patient(1)), raise)
    }
}

fn alarming(alarms: Vec<Alarm>) -> Event {
    Event {
        change: None,
        alarms,
        ..beat(1, 0, 0.0)
    }
}

fn reader(desk: &mut Desk<Fake>, id: u64) -> Arc<Outbox> {
    let outbox = Outbox::new(id, session(id as u8));
    desk.enter(outbox.clone());
    outbox
}

fn subscribe(desk: &mut Desk<Fake>, outbox: &Arc<Outbox>, topic: Topic, since: Option<(u64, u64)>, now: Instant) {
    assert!(outbox.want(topic, 16));
    desk.subscribe(outbox, topic, granted(desk), since, now);
}

/// The hospital of every event here.
const HERE: HospitalId = HospitalId(Uuid::from_u128(9));

/// The right to see what the hospital holds, of a ward.
fn granted(desk: &Desk<Fake>) -> Granted {
    Granted {
        seen: Seen::Held(HERE),
        of: None,
        as_of: desk.changes().heard(),
    }
}

/// The right to see what the hospital holds of one patient.
fn granted_of(desk: &Desk<Fake>, n: u128) -> Granted {
    Granted {
        of: Some(patient(n)),
        ..granted(desk)
    }
}

/// Patient `n`, on their device.
fn on_a_device(n: u128) -> PatientNow {
    PatientNow {
        patient: patient(n),
        device: device(1),
        latest: Default::default(),
        promise: Default::default(),
        heard_at: None,
        silent: false,
        last_score: None,
        replay_since: None,
        too_young: false,
    }
}

fn read(outbox: &Outbox) -> Vec<ToClient> {
    let batch = outbox.take().unwrap_or_default();
    batch.frames.iter().map(|frame| frame.message().clone()).collect()
}

/// The numbers of the changes among the messages.
fn numbers(messages: &[ToClient]) -> Vec<u64> {
    let changes = messages.iter().filter_map(|message| match message {
        ToClient::Change { number, .. } => Some(*number),
        _ => None,
    });
    changes.collect()
}

fn tell(desk: &mut Desk<Fake>, event: &Event, now: Instant) {
    desk.take(event, now);
    desk.flush(now);
}

#[tokio::test]
async fn a_reader_sees_a_snapshot_and_then_numbered_changes() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let doctor = reader(&mut desk, 1);
    subscribe(&mut desk, &doctor, WARD, None, now);
    tell(&mut desk, &beat(1, 1, 72.0), now);
    tell(&mut desk, &beat(2, 1, 80.0), now + QUARTER);
    let messages = read(&doctor);
    assert!(matches!(messages[0], ToClient::Snapshot { number: 0, .. }));
    assert_eq!(numbers(&messages), [1, 2]);
}

#[tokio::test]
async fn a_first_change_leaves_at_once_and_the_next_at_the_end_of_the_quarter_with_the_newest_value() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let doctor = reader(&mut desk, 1);
    subscribe(&mut desk, &doctor, WARD, None, now);
    tell(&mut desk, &beat(1, 1, 72.0), now);
    assert_eq!(numbers(&read(&doctor)), [1]);

    let soon = now + Duration::from_millis(10);
    for (at, value) in [(2, 73.0), (4, 75.0), (3, 74.0)] {
        tell(&mut desk, &beat(1, at, value), soon);
    }
    assert_eq!(read(&doctor), []);
    assert_eq!(desk.due(soon), Some(now + QUARTER));
    desk.flush(now + QUARTER);
    let [ToClient::Change { values, .. }] = &read(&doctor)[..] else {
        panic!("one frame")
    };
    assert_eq!(values.len(), 1);
    assert_eq!(values[0].reading.values.get(Parameter::HeartRate), Some(75.0));
    assert_eq!(desk.due(now + QUARTER), None);
}

#[tokio::test]
async fn one_patients_quarter_does_not_hold_up_another_patient() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let doctor = reader(&mut desk, 1);
    subscribe(&mut desk, &doctor, WARD, None, now);
    tell(&mut desk, &beat(1, 1, 72.0), now);
    read(&doctor);
    let soon = now + Duration::from_millis(20);
    tell(&mut desk, &beat(1, 2, 73.0), soon);
    tell(&mut desk, &beat(2, 2, 90.0), soon);
    let [ToClient::Change { values, .. }] = &read(&doctor)[..] else {
        panic!("one frame")
    };
    assert_eq!(
        values.iter().map(|change| change.patient).collect::<Vec<_>>(),
        [patient(2)]
    );
}

#[tokio::test]
async fn a_topic_with_many_readers_gathers_longer_but_never_longer_than_a_quarter() {
    assert!(spacing(1) < Duration::from_millis(1));
    assert_eq!(spacing(1_000), Duration::from_millis(50));
    assert_eq!(spacing(1_000_000), QUARTER);

    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let crowd: Vec<_> = (0..200).map(|id| reader(&mut desk, id)).collect();
    for one in &crowd {
        subscribe(&mut desk, one, WARD, None, now);
    }
    tell(&mut desk, &beat(1, 1, 72.0), now);
    tell(&mut desk, &beat(2, 1, 72.0), now + Duration::from_millis(1));
    assert_eq!(numbers(&read(&crowd[0])), [1]);
    desk.flush(now + spacing(200));
    assert_eq!(numbers(&read(&crowd[0])), [2]);
}

#[tokio::test]
async fn every_alarm_change_arrives_though_values_are_merged() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let doctor = reader(&mut desk, 1);
    subscribe(&mut desk, &doctor, WARD, None, now);
    let mut seen = Vec::new();
    for step in 0..100_u32 {
        let at = now + Duration::from_millis(u64::from(step));
        desk.take(&beat(1, i64::from(step), 72.0), at);
        desk.take(&alarming(vec![alarm(1, step)]), at);
        tell(&mut desk, &alarming(vec![alarm(2, step)]), at);
        for message in read(&doctor) {
            if let ToClient::Change { alarms, .. } = message {
                seen.extend(alarms.into_iter().map(|alarm| (alarm.id, alarm.count)));
            }
        }
    }
    let told: Vec<_> = (0..100)
        .flat_map(|step| [1, 2].map(|id| (AlarmId(Uuid::from_u128(id)), step)))
        .collect();
    assert_eq!(seen, told);
}

#[tokio::test]
async fn who_comes_back_gets_what_was_missed_once_and_in_order() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let doctor = reader(&mut desk, 1);
    subscribe(&mut desk, &doctor, WARD, None, now);
    for at in 0..3_u32 {
        tell(&mut desk, &beat(1, i64::from(at), 72.0), now + QUARTER * at);
    }
    assert_eq!(numbers(&read(&doctor)), [1, 2, 3]);
    desk.leave(&doctor, now + QUARTER * 3);
    for at in 3..6_u32 {
        tell(&mut desk, &beat(1, i64::from(at), 72.0), now + QUARTER * at);
    }
    let back = reader(&mut desk, 2);
    subscribe(&mut desk, &back, WARD, Some((RUN, 3)), now + QUARTER * 6);
    tell(&mut desk, &beat(1, 6, 72.0), now + QUARTER * 7);
    let messages = read(&back);
    assert!(
        !messages
            .iter()
            .any(|message| matches!(message, ToClient::Snapshot { .. }))
    );
    assert_eq!(numbers(&messages), [4, 5, 6, 7]);
}

#[tokio::test]
async fn numbers_of_another_run_from_the_future_or_from_before_the_memory_get_a_snapshot() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let doctor = reader(&mut desk, 1);
    subscribe(&mut desk, &doctor, WARD, None, now);
    let frames = KEPT_FRAMES as u32 + 10;
    for at in 0..frames {
        tell(&mut desk, &beat(1, i64::from(at), 72.0), now + QUARTER * at);
        read(&doctor);
    }
    let later = now + QUARTER * frames;
    for (id, since) in [(2, (RUN + 1, 200)), (3, (RUN, u64::from(frames) + 1)), (4, (RUN, 5))] {
        let back = reader(&mut desk, id);
        subscribe(&mut desk, &back, WARD, Some(since), later);
        let messages = read(&back);
        assert!(
            matches!(messages[..], [ToClient::Snapshot { number, .. }] if number == u64::from(frames)),
            "{since:?}"
        );
    }
}

#[tokio::test]
async fn a_snapshot_for_who_was_away_long_carries_each_alarm_change_that_was_missed() {
    let standing = alarm(1, 3);
    let (mut desk, now) = (
        Desk::new(
            Fake {
                alarms: vec![standing.clone()],
                ..Fake::default()
            },
            RUN,
        ),
        Instant::now(),
    );
    let doctor = reader(&mut desk, 1);
    subscribe(&mut desk, &doctor, WARD, None, now);
    tell(&mut desk, &alarming(vec![alarm(2, 1)]), now);
    desk.leave(&doctor, now);
    tell(&mut desk, &alarming(vec![alarm(3, 1)]), now + QUARTER);
    tell(&mut desk, &alarming(vec![alarm(3, 2)]), now + QUARTER * 2);
    let mut later = now + QUARTER * 2;
    for at in 0..KEPT_FRAMES as i64 + 1 {
        // Short steps: the minute in which an unused topic is kept must not pass.
        later += spacing(1).max(Duration::from_micros(60));
        tell(&mut desk, &beat(at as u128 + 5, at, 72.0), later);
    }
    let back = reader(&mut desk, 2);
    subscribe(&mut desk, &back, WARD, Some((RUN, 1)), later);
    let [ToClient::Snapshot { alarms, .. }] = &read(&back)[..] else {
        panic!("a snapshot")
    };
    assert_eq!(*alarms, [alarm(3, 1), alarm(3, 2), standing]);
}

#[tokio::test]
async fn a_number_of_a_topic_that_was_dropped_is_never_taken_for_a_new_one() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let doctor = reader(&mut desk, 1);
    subscribe(&mut desk, &doctor, WARD, None, now);
    for at in 0..5_u32 {
        tell(&mut desk, &beat(1, i64::from(at), 72.0), now + QUARTER * at);
    }
    let left = now + QUARTER * 5;
    desk.leave(&doctor, left);
    desk.sweep(left + KEPT_UNUSED - Duration::from_millis(1));
    let other = reader(&mut desk, 2);
    subscribe(&mut desk, &other, WARD, Some((RUN, 5)), left + KEPT_UNUSED);
    assert_eq!(read(&other), [], "kept for a minute: nothing was missed");
    desk.leave(&other, left + KEPT_UNUSED);

    let dropped = left + KEPT_UNUSED * 2;
    desk.sweep(dropped);
    let third = reader(&mut desk, 3);
    subscribe(&mut desk, &third, WARD, None, dropped);
    for at in 0..6_u32 {
        tell(&mut desk, &beat(1, 100 + i64::from(at), 72.0), dropped + QUARTER * at);
    }
    let back = reader(&mut desk, 4);
    subscribe(&mut desk, &back, WARD, Some((RUN, 5)), dropped + QUARTER * 6);
    assert!(matches!(read(&back)[..], [ToClient::Snapshot { .. }]));
}

#[tokio::test]
async fn a_slow_reader_is_bounded_and_then_gets_one_snapshot_while_others_miss_nothing() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let (slow, quick) = (reader(&mut desk, 1), reader(&mut desk, 2));
    subscribe(&mut desk, &slow, WARD, None, now);
    subscribe(&mut desk, &quick, WARD, None, now);
    let frames = 2 * MOST_FRAMES as u32;
    let mut told = Vec::new();
    for at in 0..frames {
        tell(&mut desk, &beat(1, i64::from(at), 72.0), now + QUARTER * at);
        told.extend(numbers(&read(&quick)));
    }
    assert_eq!(told, (1..=u64::from(frames)).collect::<Vec<_>>());

    let later = now + QUARTER * frames;
    let batch = slow.take().expect("frames");
    assert_eq!(batch.frames.len(), MOST_FRAMES);
    assert!(batch.lagging_since.is_some());
    desk.refresh(&slow, later);
    tell(&mut desk, &beat(1, 9_999, 72.0), later);
    let messages = read(&slow);
    assert!(matches!(messages[0], ToClient::Snapshot { number, .. } if number == u64::from(frames)));
    assert_eq!(numbers(&messages), [u64::from(frames) + 1]);
}

#[tokio::test]
async fn readers_who_come_at_once_share_one_snapshot() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    for id in 0..50 {
        let one = reader(&mut desk, id);
        subscribe(&mut desk, &one, WARD, None, now);
        assert_eq!(read(&one).len(), 1);
    }
    assert_eq!(desk.source().asked.get(), 1);
    let late = reader(&mut desk, 99);
    subscribe(&mut desk, &late, WARD, None, now + Duration::from_secs(2));
    assert_eq!(desk.source().asked.get(), 2);
}

#[test]
fn outside_clients_read_names_and_times() {
    let mut event = beat(1, 1_763_805_600, 72.0);
    let change = event.change.take().expect("a change");
    let message = ToClient::Change {
        topic: WARD,
        number: 8,
        values: vec![change],
        alarms: vec![alarm(1, 1)],
    };
    let text = match super::frame::Frame::new(message).encoded(Encoding::Json) {
        super::ws::Message::Text(text) => text,
        other => panic!("text, not {other:?}"),
    };
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let value = &json["change"]["values"][0];
    assert_eq!(value["taken_at"], "2025-11-22T10:00:00Z");
    assert_eq!(value["seq"], 1_763_805_600_i64);
    assert_eq!(value["heart_rate"], 72.0);
    assert_eq!(value["patient"], patient(1).to_string());
    assert_eq!(value["device"], device(1).to_string());
    let raised = &json["change"]["alarms"][0];
    assert_eq!(
        (&raised["priority"], &raised["state"], &raised["parameter"]),
        (&"high".into(), &"raised".into(), &"spo2".into())
    );
    assert_eq!(raised["raised_at"], "1970-01-01T00:00:00Z");
}
