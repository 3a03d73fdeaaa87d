//! Rights that change while somebody follows, and sessions that end.

use super::*;

#[tokio::test]
async fn when_a_device_is_put_on_somebody_else_its_readers_are_asked_again_and_see_nothing_before() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let topic = Topic::Device(device(1));
    let doctor = reader(&mut desk, 1);
    assert!(doctor.want(topic, 16));
    desk.source().measured.replace(Some(on_a_device(1)));
    desk.subscribe(&doctor, topic, granted_of(&desk, 1), None, now);
    tell(&mut desk, &beat(1, 1, 72.0), now);
    assert_eq!(read(&doctor).len(), 2, "a snapshot and a change");

    let moved = Event {
        patient: Some(patient(2)),
        ..beat(1, 2, 99.0)
    };
    tell(&mut desk, &moved, now + QUARTER);
    let batch = doctor.take().expect("a question");
    assert_eq!(batch.recheck, [topic]);
    assert!(batch.frames.is_empty());

    // The right was asked for while she was on it; by the time it is told, somebody else is.
    desk.source().measured.replace(Some(on_a_device(2)));
    desk.subscribe(&doctor, topic, granted_of(&desk, 1), None, now + QUARTER);
    let batch = doctor.take().expect("a question");
    assert_eq!((batch.recheck, batch.frames.len()), (vec![topic], 0));
    desk.subscribe(&doctor, topic, granted_of(&desk, 2), None, now + QUARTER);
    assert_eq!(read(&doctor).len(), 1);
}

#[tokio::test]
async fn who_follows_a_person_follows_their_monitor_and_not_the_machine_beside_it() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let (doctor, technician) = (reader(&mut desk, 1), reader(&mut desk, 2));
    subscribe(&mut desk, &doctor, WARD, None, now);
    desk.source().measured.replace(Some(on_a_device(1)));
    let of_device = Topic::Device(device(1));
    assert!(technician.want(of_device, 16));
    let granted = granted_of(&desk, 1);
    desk.subscribe(&technician, of_device, granted, None, now);
    assert_eq!((read(&doctor).len(), read(&technician).len()), (1, 1));
    let beside = Event {
        is_beside: true,
        ..beat(1, 1, 72.0)
    };
    tell(&mut desk, &beside, now + QUARTER);
    assert_eq!((read(&doctor).len(), read(&technician).len()), (0, 1));
}

#[tokio::test]
async fn a_right_that_changed_while_it_was_asked_for_is_asked_for_again() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let (topic, doctor) = (Topic::Patient(patient(1)), reader(&mut desk, 1));
    assert!(doctor.want(topic, 16));
    let before = granted_of(&desk, 1);
    desk.ask_anew(patient(1), now);
    desk.subscribe(&doctor, topic, before, None, now);
    let batch = doctor.take().expect("a question");
    assert_eq!((batch.recheck, batch.frames.len()), (vec![topic], 0));
    tell(&mut desk, &beat(1, 1, 72.0), now);
    assert!(doctor.take().is_none(), "nothing is told before it was asked for again");
    let granted = granted_of(&desk, 1);
    desk.subscribe(&doctor, topic, granted, None, now);
    assert_eq!(read(&doctor).len(), 1);
    // Whoever read before is asked too, as ever; a ward is nobody's in particular.
    desk.ask_anew(patient(1), now);
    assert_eq!(doctor.take().expect("a question").recheck, [topic]);
    let ward = granted_of(&desk, 1);
    desk.ask_anew(patient(2), now);
    assert!(doctor.want(WARD, 16));
    desk.subscribe(&doctor, WARD, Granted { of: None, ..ward }, None, now);
    assert_eq!(read(&doctor).len(), 1);
}

#[tokio::test]
async fn of_one_patient_each_reader_hears_what_is_seen_by_them_and_numbers_never_meet() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let topic = Topic::Patient(patient(1));
    let readers = [1, 2, 3].map(|id| reader(&mut desk, id));
    let elsewhere = Seen::Held(HospitalId(Uuid::from_u128(8)));
    for (outbox, seen) in readers.iter().zip([Seen::Held(HERE), elsewhere, Seen::Everywhere]) {
        assert!(outbox.want(topic, 16));
        let granted = Granted {
            seen,
            ..granted_of(&desk, 1)
        };
        desk.subscribe(outbox, topic, granted, None, now);
        assert_eq!(read(outbox).len(), 1);
    }
    tell(&mut desk, &beat(1, 1, 72.0), now);
    let heard = readers.each_ref().map(|outbox| read(outbox));
    assert_eq!(heard.each_ref().map(Vec::len), [1, 0, 1]);
    let (here, everywhere) = (numbers(&heard[0])[0], numbers(&heard[2])[0]);
    // Her consent has ended: the doctor comes back with a number of what was open.
    let back = Granted {
        seen: Seen::Held(HERE),
        ..granted_of(&desk, 1)
    };
    desk.subscribe(&readers[2], topic, back, Some((RUN, everywhere)), now);
    assert!(matches!(read(&readers[2])[..], [ToClient::Snapshot { number, .. }] if number == here));
    desk.subscribe(
        &readers[0],
        topic,
        Granted {
            seen: Seen::Everywhere,
            ..back
        },
        Some((RUN, here)),
        now,
    );
    assert!(matches!(read(&readers[0])[..], [ToClient::Snapshot { number, .. }] if number == everywhere));
    tell(&mut desk, &beat(1, 2, 73.0), now + QUARTER);
    assert_eq!(
        readers.each_ref().map(|outbox| read(outbox).len()),
        [1, 0, 1],
        "each of them once"
    );
}

#[tokio::test]
async fn an_ended_session_ends_its_own_connections_and_no_others() {
    let (mut desk, _) = (Desk::new(Fake::default(), RUN), Instant::now());
    let (one, other) = (reader(&mut desk, 1), reader(&mut desk, 2));
    desk.end_session(session(1));
    assert_eq!(one.take().expect("an end").end, Some(End::SignedOut));
    assert!(other.take().is_none());
    desk.rights_changed(session(2));
    assert_eq!(other.take().expect("an end").end, Some(End::RightsChanged));
}

#[tokio::test]
async fn a_topic_given_up_while_the_right_was_asked_for_is_not_begun() {
    let (mut desk, now) = (Desk::new(Fake::default(), RUN), Instant::now());
    let doctor = reader(&mut desk, 1);
    assert!(doctor.want(WARD, 16));
    doctor.forget(WARD);
    let granted = granted(&desk);
    desk.subscribe(&doctor, WARD, granted, None, now);
    assert_eq!(read(&doctor), []);
}
