//! Who may do what, said twice: the rights of each actor are listed here again, and everything else is refused.

use uuid::Uuid;

use super::*;

const HERE: HospitalId = HospitalId(Uuid::from_u128(1));
const ELSEWHERE: HospitalId = HospitalId(Uuid::from_u128(2));
const USER: UserId = UserId(Uuid::from_u128(3));
const PATIENT: PatientId = PatientId(Uuid::from_u128(4));
const OTHER_PATIENT: PatientId = PatientId(Uuid::from_u128(5));
const DEVICE: DeviceId = DeviceId(Uuid::from_u128(6));
const OTHER_DEVICE: DeviceId = DeviceId(Uuid::from_u128(7));

fn staff(roles: &[Role]) -> Actor {
    Actor::Staff {
        user: USER,
        hospital: HERE,
        roles: roles.to_vec(),
    }
}

fn amara() -> Actor {
    Actor::Patient {
        user: USER,
        patient: PATIENT,
        hospital: HERE,
    }
}

fn monitor() -> Actor {
    Actor::Device {
        device: DEVICE,
        hospital: HERE,
    }
}

fn worker(task: Task, hospital: Option<HospitalId>) -> Actor {
    Actor::Worker { task, hospital }
}

/// What an action is about when everything is at home.
fn at_home(action: Action) -> Subject {
    match action {
        Action::ReadPatient | Action::AcknowledgeAlarm | Action::ReadOwnTrace => Subject::Patient {
            patient: PATIENT,
            registered_here: true,
        },
        Action::ReadAccount => Subject::Account(USER),
        Action::PostReadings | Action::ManageDeviceTokens => Subject::Device {
            device: DEVICE,
            hospital: HERE,
        },
        _ => Subject::Hospital(HERE),
    }
}

/// What an action is about when it lies elsewhere.
fn elsewhere(action: Action) -> Subject {
    match at_home(action) {
        Subject::Patient { .. } => Subject::Patient {
            patient: OTHER_PATIENT,
            registered_here: false,
        },
        Subject::Account(_) => Subject::Account(UserId(Uuid::from_u128(9))),
        Subject::Device { .. } => Subject::Device {
            device: OTHER_DEVICE,
            hospital: ELSEWHERE,
        },
        Subject::Hospital(_) | Subject::House => Subject::Hospital(ELSEWHERE),
    }
}

/// Every actor that has rights in one hospital, with the exact list of what it may do there.
fn rights() -> Vec<(Actor, &'static [Action])> {
    use Action::*;
    vec![
        (
            staff(&[Role::Doctor]),
            &[WatchWard, ReadPatient, AcknowledgeAlarm, ReadAccount],
        ),
        (
            staff(&[Role::Nurse]),
            &[WatchWard, ReadPatient, AcknowledgeAlarm, ReadAccount],
        ),
        (staff(&[Role::Technician]), &[ReadDevices, ReadAccount]),
        (staff(&[Role::Pharmacist]), &[ReadAccount]),
        (
            staff(&[Role::HospitalAdmin]),
            &[ReadDevices, ReadHospital, ManageDeviceTokens, ReadAccount, SearchAudit],
        ),
        (staff(&[]), &[]),
        (amara(), &[ReadPatient, ReadAccount, ReadOwnTrace]),
        (monitor(), &[PostReadings]),
        (
            worker(Task::Seed, Some(HERE)),
            &[SeedHospital, PostReadings, ManageDeviceTokens],
        ),
        (worker(Task::Watch, Some(HERE)), &[ReadPlacements, PostReadings]),
        (worker(Task::SignIn, Some(HERE)), &[OpenSession]),
        (worker(Task::Retain, Some(HERE)), &[RetainReadings]),
        (worker(Task::Trace, Some(HERE)), &[TraceAudit]),
    ]
}

#[test]
fn each_actor_has_exactly_its_rights() {
    for (actor, allowed) in rights() {
        for action in Action::ALL {
            let expected = if allowed.contains(&action) {
                Decision::Allow
            } else {
                Decision::Deny
            };
            assert_eq!(
                decide(&actor, action, &at_home(action)),
                expected,
                "{actor:?} {action:?}"
            );
        }
    }
}

#[test]
fn nobody_is_asked_to_sign_in_for_everything() {
    for action in Action::ALL {
        for subject in [at_home(action), elsewhere(action), Subject::House] {
            assert_eq!(
                decide(&Actor::Nobody, action, &subject),
                Decision::SignIn,
                "{action:?} {subject:?}"
            );
        }
    }
}

#[test]
fn what_lies_in_another_hospital_is_not_found() {
    for (actor, allowed) in rights() {
        for action in Action::ALL {
            let expected = if allowed.contains(&action) {
                Decision::NotFound
            } else {
                Decision::Deny
            };
            assert_eq!(
                decide(&actor, action, &elsewhere(action)),
                expected,
                "{actor:?} {action:?}"
            );
        }
    }
}

#[test]
fn a_patient_reaches_one_record_whoever_else_is_registered() {
    let neighbour = Subject::Patient {
        patient: OTHER_PATIENT,
        registered_here: true,
    };
    assert_eq!(decide(&amara(), Action::ReadPatient, &neighbour), Decision::NotFound);
    assert_eq!(
        decide(&amara(), Action::ReadPatient, &Subject::Hospital(HERE)),
        Decision::NotFound
    );
    // Her own record is hers also where she is not registered in this hospital.
    let own = Subject::Patient {
        patient: PATIENT,
        registered_here: false,
    };
    assert_eq!(decide(&amara(), Action::ReadPatient, &own), Decision::Allow);
}

#[test]
fn a_technician_who_is_also_a_patient_reads_nobodys_record_as_staff() {
    let both = staff(&[Role::Technician, Role::Patient]);
    let neighbour = Subject::Patient {
        patient: OTHER_PATIENT,
        registered_here: true,
    };
    assert_eq!(decide(&both, Action::ReadPatient, &neighbour), Decision::Deny);
    assert_eq!(
        decide(&both, Action::ReadDevices, &Subject::Hospital(HERE)),
        Decision::Allow
    );
}

#[test]
fn a_device_posts_for_itself_only() {
    let neighbour = Subject::Device {
        device: OTHER_DEVICE,
        hospital: HERE,
    };
    assert_eq!(decide(&monitor(), Action::PostReadings, &neighbour), Decision::NotFound);
}

#[test]
fn two_roles_have_the_rights_of_both() {
    let both = staff(&[Role::Doctor, Role::HospitalAdmin]);
    for action in [Action::WatchWard, Action::ManageDeviceTokens] {
        assert_eq!(decide(&both, action, &at_home(action)), Decision::Allow);
    }
}

#[test]
fn the_house_as_a_whole_is_for_its_workers() {
    assert_eq!(
        decide(&worker(Task::Retain, None), Action::RetainReadings, &Subject::House),
        Decision::Allow
    );
    assert_eq!(
        decide(&worker(Task::Retain, None), Action::SeedHospital, &Subject::House),
        Decision::Deny
    );
    for (actor, allowed) in rights()
        .into_iter()
        .filter(|(actor, _)| !matches!(actor, Actor::Worker { .. }))
    {
        for action in allowed {
            assert_eq!(
                decide(&actor, *action, &Subject::House),
                Decision::NotFound,
                "{actor:?} {action:?}"
            );
        }
    }
}

#[test]
fn every_action_has_a_name_of_its_own() {
    let mut names: Vec<&str> = Action::ALL.iter().map(|action| action.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Action::ALL.len());
    for role in Role::ALL {
        assert_eq!(Role::parse(role.name()), Some(role));
    }
}
