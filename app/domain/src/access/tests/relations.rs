//! What opens a patient to staff: how they stand to them, and what an admin granted or denied one of them.

use super::*;

#[test]
fn treating_ward_duty_and_an_assigned_device_each_suffice_and_working_in_the_house_does_not() {
    for role in [Role::Doctor, Role::Nurse] {
        for one in [
            Relations::TREATING,
            Relations::WARD,
            Relations::DEVICE,
            Relations::BREAK_GLASS,
        ] {
            let subject = patient(one.and(Relations::HOSPITAL));
            assert_eq!(
                decide(&staff(&[role]), Action::ReadPatient, &subject),
                Decision::Allow,
                "{role:?} {one:?}"
            );
        }
        assert_eq!(
            decide(&staff(&[role]), Action::ReadPatient, &patient(Relations::HOSPITAL)),
            Decision::Deny
        );
        assert_eq!(
            decide(&staff(&[role]), Action::ReadPatient, &patient(Relations::NONE)),
            Decision::NotFound
        );
    }
    for one in [Relations::TREATING, Relations::WARD] {
        assert_eq!(
            decide(&staff(&[Role::Technician]), Action::ReadPatient, &patient(one)),
            Decision::Deny
        );
    }
}

#[test]
fn what_is_opened_from_elsewhere_is_read_and_not_changed() {
    for open in [Relations::CONSENT, Relations::BREAK_GLASS] {
        assert_eq!(
            decide(&staff(&[Role::Doctor]), Action::ReadPatient, &patient(open)),
            Decision::Allow
        );
        assert_eq!(
            decide(&staff(&[Role::Doctor]), Action::AcknowledgeAlarm, &patient(open)),
            Decision::Deny
        );
    }
    assert_eq!(
        decide(
            &staff(&[Role::Nurse]),
            Action::ReadPatient,
            &patient(Relations::CONSENT)
        ),
        Decision::Deny
    );
}

#[test]
fn a_critical_value_is_answered_where_the_patient_is_cared_for_and_read_by_who_reads_the_record() {
    use Action::{AnswerCritical, ReadCritical, ReportCritical};
    for (role, relation, may) in [
        (Role::Doctor, Relations::TREATING, [true, true, true]),
        (Role::Nurse, Relations::WARD, [true, true, true]),
        (Role::Nurse, Relations::BREAK_GLASS, [true, false, false]),
        (Role::Doctor, Relations::CONSENT, [true, false, false]),
        (Role::Nurse, Relations::CONSENT, [false; 3]),
        (Role::Doctor, Relations::HOSPITAL, [false; 3]),
        (Role::EmergencyResponder, Relations::BREAK_GLASS, [true, false, false]),
        (Role::Technician, Relations::DEVICE, [false; 3]),
        (Role::LabTechnician, CLOSE, [false; 3]),
        (Role::HospitalAdmin, CLOSE, [false; 3]),
    ] {
        let actor = staff(&[role]);
        let decided = [ReadCritical, ReportCritical, AnswerCritical]
            .map(|action| decide(&actor, action, &patient(relation)) == Decision::Allow);
        assert_eq!(decided, may, "{role:?} {relation:?}");
    }
}

#[test]
fn a_patient_alone_calls_and_whoever_cares_for_them_comes() {
    use Action::{AnswerCall, CallNurse, ReadCall};
    let own = [ReadCall, CallNurse, AnswerCall];
    let decided = |actor: &Actor, relation: Relations| {
        own.map(|action| decide(actor, action, &patient(relation)) == Decision::Allow)
    };
    assert_eq!(decided(&amara(), Relations::NONE), [true, true, false]);
    assert_eq!(decided(&her_son(), Relations::NONE), [true, false, false]);
    for (role, relation, comes) in [
        (Role::Nurse, Relations::WARD, true),
        (Role::Doctor, Relations::TREATING, true),
        (Role::Nurse, Relations::BREAK_GLASS, false),
        (Role::Doctor, Relations::CONSENT, false),
        (Role::Nurse, Relations::HOSPITAL, false),
        (Role::Technician, CLOSE, false),
        (Role::HospitalAdmin, CLOSE, false),
    ] {
        assert_eq!(
            decided(&staff(&[role]), relation),
            [false, false, comes],
            "{role:?} {relation:?}"
        );
    }
}

#[test]
fn whoever_the_house_told_by_name_comes_or_answers_and_reads_nothing_by_it() {
    use Action::{AnswerCall, AnswerCritical};
    let told = patient(Relations::HOSPITAL.and(Relations::TOLD));
    for (role, may) in [
        (Role::Doctor, &[AnswerCall, AnswerCritical][..]),
        (Role::Nurse, &[AnswerCall, AnswerCritical]),
        (Role::Technician, &[AnswerCall]),
        (Role::Receptionist, &[]),
        (Role::HospitalAdmin, &[]),
        (Role::SuperAdmin, &[]),
    ] {
        let actor = staff(&[role]);
        for action in Action::ALL {
            let only_by_it = decide(&actor, *action, &patient(Relations::HOSPITAL)) != Decision::Allow
                && decide(&actor, *action, &told) == Decision::Allow;
            assert_eq!(only_by_it, may.contains(action), "{role:?} {action:?}");
        }
    }
    for action in [AnswerCall, AnswerCritical] {
        let denied = with_exceptions(&[Role::Doctor], &[(action, false)]);
        assert_eq!(decide(&denied, action, &told), Decision::Deny, "{action:?}");
    }
}

#[test]
fn a_responder_reads_what_was_opened_in_an_emergency_and_nothing_else() {
    let sani = staff(&[Role::EmergencyResponder]);
    assert_eq!(
        decide(&sani, Action::ReadPatient, &patient(Relations::BREAK_GLASS)),
        Decision::Allow
    );
    assert_eq!(decide(&sani, Action::ReadPatient, &patient(CLOSE)), Decision::Deny);
    assert_eq!(
        decide(&sani, Action::ReadPatient, &patient(Relations::NONE)),
        Decision::NotFound
    );
}

#[test]
fn a_denial_beats_every_grant_and_a_grant_stays_in_the_hospital() {
    let rao = with_exceptions(
        &[Role::Doctor],
        &[(Action::ReadPatient, true), (Action::ReadPatient, false)],
    );
    assert_eq!(decide(&rao, Action::ReadPatient, &patient(CLOSE)), Decision::Deny);
    let lindqvist = with_exceptions(&[Role::Pharmacist], &[(Action::ReadPatient, true)]);
    assert_eq!(
        decide(&lindqvist, Action::ReadPatient, &patient(Relations::HOSPITAL)),
        Decision::Allow
    );
    assert_eq!(
        decide(&lindqvist, Action::ReadPatient, &patient(Relations::NONE)),
        Decision::NotFound
    );
    assert_eq!(
        decide(&lindqvist, Action::WatchWard, &at_home(Action::WatchWard)),
        Decision::Deny
    );
    let grounds = explain(&rao, Action::ReadPatient, &patient(CLOSE));
    assert_eq!(
        (grounds.exception, grounds.suffices.is_none(), grounds.held),
        (Some(false), true, CLOSE)
    );
}

#[test]
fn who_is_denied_a_right_is_denied_what_rests_on_it() {
    let rao = with_exceptions(
        &[Role::Doctor],
        &[(Action::ReadPatient, false), (Action::WatchWard, true)],
    );
    for action in [
        Action::ReadPatient,
        Action::WatchWard,
        Action::PreviewPortal,
        Action::AcknowledgeAlarm,
    ] {
        assert_eq!(decide(&rao, action, &at_home(action)), Decision::Deny, "{action:?}");
    }
    assert_eq!(
        decide(&rao, Action::ReadCareTeam, &at_home(Action::ReadCareTeam)),
        Decision::Allow
    );
    let mensah = with_exceptions(&[Role::Technician], &[(Action::HandOverDevice, false)]);
    assert_eq!(
        decide(&mensah, Action::LendDevice, &at_home(Action::LendDevice)),
        Decision::Deny
    );
}

#[test]
fn a_conversation_is_of_its_two_and_an_emergency_reads_it_without_a_word() {
    let (talks, glass) = (room(Relations::TALKS), room(Relations::BREAK_GLASS));
    for actor in [staff(&[Role::Doctor]), staff(&[Role::Technician]), amara()] {
        assert_eq!(decide(&actor, Action::WriteChat, &talks), Decision::Allow, "{actor:?}");
    }
    for role in [Role::Doctor, Role::Nurse, Role::EmergencyResponder] {
        assert_eq!(
            decide(&staff(&[role]), Action::ReadChat, &glass),
            Decision::Allow,
            "{role:?}"
        );
        assert_eq!(
            decide(&staff(&[role]), Action::WriteChat, &glass),
            Decision::Deny,
            "{role:?}"
        );
    }
    let everything = room(CLOSE.and(Relations::CONSENT).and(Relations::PLATFORM));
    for role in Role::ALL {
        let expected = decide(&staff(&[role]), Action::ReadChat, &everything);
        assert_ne!(expected, Decision::Allow, "{role:?} is none of the two");
    }
    // Nobody is granted into it.
    let granted = with_exceptions(&[Role::HospitalAdmin], &[(Action::ReadChat, true)]);
    assert_ne!(decide(&granted, Action::ReadChat, &everything), Decision::Allow);
}
