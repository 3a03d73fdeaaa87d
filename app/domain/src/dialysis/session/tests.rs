use proptest::prelude::*;
use uuid::Uuid;

use super::super::after::Washback;
use super::super::before::{Complaints, Gap, Pressure};
use super::super::quantities::{Kilograms, Millilitres};
use super::*;

fn done(by: u128, minute: i64) -> Done {
    Done {
        by: UserId(Uuid::from_u128(by)),
        at: Moment(minute * 60_000_000),
    }
}

const NURSE: u128 = 1;
const OTHER_NURSE: u128 = 2;
const DOCTOR: u128 = 3;

fn found() -> Before {
    Before {
        weight: Kilograms(74.9),
        lying: Pressure::of(148.0, 82.0),
        standing: None,
        pulse: Some(76),
        temperature: None,
        breaths: None,
        spo2: None,
        glucose: None,
        complaints: Complaints::Nothing,
        access_safe: true,
        self_test_passed: true,
        conductivity: 14.0,
        consented: true,
        uf_goal: Millilitres(2_800.0),
        urea: None,
        note: None,
    }
}

fn found_afterwards() -> After {
    After {
        weight: Kilograms(72.1),
        lying: Pressure::of(132.0, 74.0),
        standing: None,
        pulse: None,
        temperature: None,
        uf_removed: Millilitres(2_800.0),
        litres: None,
        washback: Washback::Clear,
        bleeding: None,
        urea: None,
        note: None,
    }
}

fn amendment(by: u128, minute: i64) -> Amendment {
    Amendment {
        done: done(by, minute),
        old_text: "72.1 kg".into(),
        new_text: "71.2 kg".into(),
        reason: "digits turned".into(),
    }
}

fn booked() -> Session {
    Session::Booked(done(NURSE, 0))
}

fn checked_in() -> Session {
    booked().check_in(done(NURSE, 10)).unwrap()
}

fn running() -> Session {
    let looked = checked_in().look(found(), done(NURSE, 15)).unwrap();
    let confirmed = looked.confirm(done(OTHER_NURSE, 18)).unwrap();
    confirmed.start(done(NURSE, 20), false, None).unwrap()
}

fn signed() -> Session {
    let closed = running().end(done(NURSE, 260), None).unwrap();
    let looked = closed.look_afterwards(found_afterwards(), done(NURSE, 270)).unwrap();
    looked.sign(done(DOCTOR, 300)).unwrap()
}

#[test]
fn a_session_is_lived_from_its_booking_to_its_signature_and_put_right_afterwards() {
    assert_eq!(running().stage(), Stage::Running);
    let signed = signed();
    assert_eq!(signed.stage(), Stage::Signed);
    let amended = signed.amend(amendment(NURSE, 400)).unwrap();
    let Session::Signed(facts) = amended.amend(amendment(DOCTOR, 500)).unwrap() else {
        panic!("it stays signed");
    };
    assert_eq!(facts.amendments.len(), 2);
    assert_eq!(facts.after.0.weight, Kilograms(72.1), "what was signed reads the same");
}

#[test]
fn nobody_is_connected_before_two_people_have_looked() {
    let start = |session: Session| session.start(done(NURSE, 30), false, None).map(|it| it.stage());
    assert_eq!(start(checked_in()), Err(Refused::NotLooked));
    let looked = checked_in().look(found(), done(NURSE, 15)).unwrap();
    assert_eq!(start(looked.clone()), Err(Refused::NotConfirmed));
    assert_eq!(looked.clone().confirm(done(NURSE, 18)), Err(Refused::SamePerson));
    assert_eq!(checked_in().confirm(done(OTHER_NURSE, 18)), Err(Refused::NotLooked));
    let confirmed = looked.confirm(done(OTHER_NURSE, 18)).unwrap();
    assert_eq!(start(confirmed.clone()), Ok(Stage::Running));
    let looked_again = confirmed.look(found(), done(NURSE, 19)).unwrap();
    assert_eq!(
        start(looked_again),
        Err(Refused::NotConfirmed),
        "the second look was at another"
    );
}

#[test]
fn what_was_found_stands_in_the_way() {
    let unsafe_access = Before {
        access_safe: false,
        ..found()
    };
    let looked = checked_in().look(unsafe_access, done(NURSE, 15)).unwrap();
    let confirmed = looked.confirm(done(OTHER_NURSE, 18)).unwrap();
    let refused = confirmed.start(done(NURSE, 20), false, None).unwrap_err();
    assert_eq!(refused, Refused::NotFit(Gap::Access));
    assert!(!refused.to_string().is_empty());
}

#[test]
fn more_than_the_bound_is_taken_for_a_reason_alone() {
    let ready = || {
        let looked = checked_in().look(found(), done(NURSE, 15)).unwrap();
        looked.confirm(done(OTHER_NURSE, 18)).unwrap()
    };
    let start = |because: Option<&str>| ready().start(done(NURSE, 20), true, because.map(str::to_owned));
    assert_eq!(start(None), Err(Refused::AboveRate));
    assert_eq!(start(Some("  ")), Err(Refused::AboveRate));
    let Session::Running(run) = start(Some("they cannot stay longer")).unwrap() else {
        panic!("it runs");
    };
    assert!(run.above_rate_because.is_some());
}

#[test]
fn an_interrupted_session_says_why_and_is_signed_like_any_other() {
    let end = |why: Early, note: Option<&str>| running().end(done(NURSE, 90), Some((why, note.map(str::to_owned))));
    assert_eq!(end(Early::Other, None), Err(Refused::NotTold));
    let interrupted = end(Early::Cramps, None).unwrap();
    assert_eq!(interrupted.stage(), Stage::Interrupted);
    assert_eq!(
        interrupted.clone().sign(done(DOCTOR, 95)),
        Err(Refused::NotLookedAfterwards)
    );
    let looked = interrupted
        .look_afterwards(found_afterwards(), done(NURSE, 95))
        .unwrap();
    assert_eq!(looked.stage(), Stage::Interrupted);
    assert_eq!(looked.sign(done(DOCTOR, 99)).unwrap().stage(), Stage::Signed);
}

#[test]
fn who_did_not_come_and_what_was_called_off_says_why() {
    let other = booked().did_not_attend(done(NURSE, 60), Absence::Other, None);
    assert_eq!(other, Err(Refused::NotTold));
    let ill = booked().did_not_attend(done(NURSE, 60), Absence::Ill, None).unwrap();
    assert_eq!(ill.stage(), Stage::DidNotAttend);
    let off = checked_in().cancel(done(NURSE, 60), CalledOff::Machine, None).unwrap();
    assert_eq!(off.stage(), Stage::Cancelled);
    let late = checked_in().did_not_attend(done(NURSE, 60), Absence::Ill, None);
    assert_eq!(late, Err(Refused::NotNow(Stage::CheckedIn)));
}

#[test]
fn an_amendment_changes_something_and_says_why() {
    let same = Amendment {
        new_text: " 72.1 kg ".into(),
        ..amendment(NURSE, 400)
    };
    assert_eq!(signed().amend(same), Err(Refused::NothingAmended));
    let unexplained = Amendment {
        reason: " ".into(),
        ..amendment(NURSE, 400)
    };
    assert_eq!(signed().amend(unexplained), Err(Refused::NothingAmended));
    assert_eq!(
        running().amend(amendment(NURSE, 400)),
        Err(Refused::NotNow(Stage::Running))
    );
}

#[test]
fn a_stage_comes_back_from_its_name() {
    for stage in Stage::ALL {
        assert_eq!(Stage::parse(stage.name()), Some(*stage));
        assert_eq!(serde_json::to_value(stage).unwrap(), stage.name());
        assert!(
            !stage.is_over() || Stage::ALL.iter().all(|next| !stage.may(*next)),
            "{stage:?} is over"
        );
    }
}

#[derive(Clone, Copy, Debug)]
enum Step {
    CheckIn,
    DidNotAttend,
    Cancel,
    Look,
    Confirm,
    Start,
    End,
    Interrupt,
    LookAfterwards,
    Sign,
    Amend,
}

const STEPS: [Step; 11] = [
    Step::CheckIn,
    Step::DidNotAttend,
    Step::Cancel,
    Step::Look,
    Step::Confirm,
    Step::Start,
    Step::End,
    Step::Interrupt,
    Step::LookAfterwards,
    Step::Sign,
    Step::Amend,
];

fn take(session: Session, step: Step, by: u128, minute: i64) -> Result<Session, Refused> {
    let done = done(by, minute);
    match step {
        Step::CheckIn => session.check_in(done),
        Step::DidNotAttend => session.did_not_attend(done, Absence::Unknown, None),
        Step::Cancel => session.cancel(done, CalledOff::Patient, None),
        Step::Look => session.look(found(), done),
        Step::Confirm => session.confirm(done),
        Step::Start => session.start(done, false, None),
        Step::End => session.end(done, None),
        Step::Interrupt => session.end(done, Some((Early::Cramps, None))),
        Step::LookAfterwards => session.look_afterwards(found_afterwards(), done),
        Step::Sign => session.sign(done),
        Step::Amend => session.amend(amendment(by, minute)),
    }
}

proptest! {
    /// Whatever is tried in whatever order by whomever, and at times that do not always go forward: a step leads along an arrow or stays, never loses a fact, never goes back in
    /// time, and a session that runs was looked at by two people.
    #[test]
    fn every_walk_keeps_to_the_arrows(
        walk in proptest::collection::vec((0..STEPS.len(), 1..4u128, -3..40i64), 1..60),
    ) {
        let mut session = booked();
        let mut minute = 0;
        for (step, by, later) in walk {
            minute += later;
            let before = session.clone();
            match take(session, STEPS[step], by, minute) {
                Ok(after) => {
                    let (from, to) = (before.stage(), after.stage());
                    prop_assert!(from == to || from.may(to), "{from:?} to {to:?}");
                    prop_assert!(after.last().at >= before.last().at);
                    prop_assert!(!from.is_over() || from == Stage::Signed);
                    match (&before, &after) {
                        (_, Session::Running(run)) => {
                            prop_assert!(run.confirmed.by != run.look.1.by);
                            prop_assert!(run.look.0.gaps().is_empty());
                        }
                        (Session::Running(run), Session::Ended(ended)) => prop_assert_eq!(&**run, &ended.run),
                        (Session::Ended(ended), Session::Signed(signed)) => {
                            prop_assert_eq!((&ended.run, &ended.early), (&signed.run, &signed.early));
                        }
                        (Session::Signed(was), Session::Signed(is)) => {
                            prop_assert_eq!((&was.run, &was.after, was.signed), (&is.run, &is.after, is.signed));
                            prop_assert_eq!(is.amendments.len(), was.amendments.len() + 1);
                            prop_assert_eq!(&is.amendments[..was.amendments.len()], &was.amendments[..]);
                        }
                        _ => {}
                    }
                    session = after;
                }
                Err(_) => {
                    minute = minute.max(before.last().at.0 / 60_000_000);
                    session = before;
                }
            }
        }
    }

    /// Each step from each state: allowed exactly where the arrow is.
    #[test]
    fn a_step_is_taken_exactly_where_its_arrow_begins(step in 0..STEPS.len(), at in 0..7usize) {
        let states = [
            booked(),
            checked_in(),
            running(),
            running().end(done(NURSE, 260), None).unwrap(),
            running().end(done(NURSE, 90), Some((Early::Machine, None))).unwrap(),
            signed(),
            booked().cancel(done(NURSE, 5), CalledOff::Holiday, None).unwrap(),
        ];
        let state = states[at].clone();
        let stage = state.stage();
        let is_here = match STEPS[step] {
            Step::CheckIn | Step::DidNotAttend => stage == Stage::Booked,
            Step::Cancel => matches!(stage, Stage::Booked | Stage::CheckedIn),
            Step::Look | Step::Confirm | Step::Start => stage == Stage::CheckedIn,
            Step::End | Step::Interrupt => stage == Stage::Running,
            Step::LookAfterwards | Step::Sign => matches!(stage, Stage::Closed | Stage::Interrupted),
            Step::Amend => stage == Stage::Signed,
        };
        let is_refused_here = take(state, STEPS[step], OTHER_NURSE, 1_000) == Err(Refused::NotNow(stage));
        prop_assert_eq!(is_here, !is_refused_here);
    }
}
