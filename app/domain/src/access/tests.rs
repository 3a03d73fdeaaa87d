//! Who may do what, said twice: the rights of each actor are listed here again, and everything else is refused.

mod own;
mod relations;
mod rights;

use std::path::Path;

use rights::{ADMINISTRATION, rights};
use uuid::Uuid;

use super::*;
use crate::actor::{Exception, Role, Task};
use crate::ids::ClientId;
use crate::patients::Section;

const HERE: HospitalId = HospitalId(Uuid::from_u128(1));
const ELSEWHERE: HospitalId = HospitalId(Uuid::from_u128(2));
const USER: UserId = UserId(Uuid::from_u128(3));
const PATIENT: PatientId = PatientId(Uuid::from_u128(4));
const OTHER_PATIENT: PatientId = PatientId(Uuid::from_u128(5));
const DEVICE: DeviceId = DeviceId(Uuid::from_u128(6));
const OTHER_DEVICE: DeviceId = DeviceId(Uuid::from_u128(7));
const WARD: WardId = WardId(Uuid::from_u128(8));
const COLLEAGUE: UserId = UserId(Uuid::from_u128(9));

/// On duty in the one ward.
fn staff(roles: &[Role]) -> Actor {
    with_exceptions(roles, &[])
}

fn with_exceptions(roles: &[Role], exceptions: &[(Action, bool)]) -> Actor {
    Actor::Staff {
        user: USER,
        hospital: HERE,
        roles: roles.to_vec(),
        wards: vec![WARD],
        exceptions: exceptions
            .iter()
            .map(|(action, allowed)| Exception {
                action: *action,
                allowed: *allowed,
            })
            .collect(),
    }
}

fn amara() -> Actor {
    Actor::Patient {
        user: USER,
        patient: PATIENT,
        hospital: HERE,
        is_open: true,
    }
}

fn her_son() -> Actor {
    Actor::Proxy {
        user: USER,
        patient: PATIENT,
        hospital: HERE,
        sections: vec![Section::Values],
    }
}

fn monitor() -> Actor {
    Actor::Device {
        device: DEVICE,
        hospital: HERE,
    }
}

fn program(scopes: &[Action]) -> Actor {
    Actor::ApiClient {
        client: ClientId(Uuid::from_u128(10)),
        hospital: HERE,
        scopes: scopes.to_vec(),
    }
}

fn worker(task: Task, hospital: Option<HospitalId>) -> Actor {
    Actor::Worker { task, hospital }
}

fn patient(relations: Relations) -> Subject {
    Subject::Patient {
        patient: PATIENT,
        relations,
    }
}

fn room(relations: Relations) -> Subject {
    Subject::Room {
        room: RoomId(Uuid::from_u128(12)),
        hospital: HERE,
        relations,
    }
}

/// Everything that a member of staff can be to a patient of their own hospital.
const CLOSE: Relations = Relations::HOSPITAL
    .and(Relations::WARD)
    .and(Relations::TREATING)
    .and(Relations::DEVICE);

/// What an action is about when everything is at home.
fn at_home(action: Action) -> Subject {
    use Action::*;
    match action {
        ReadPatient | ReadIdentity | ChangeIdentity | ReadBackground | ChangeBackground | AcknowledgeAlarm
        | SetPatientLimits | ReadTrace | ChangeConsent | GiveConsent | ManageProxies | NameProxy | ManagePortal
        | CloseAccount | PreviewPortal | EraseRecord | MergeRecords | ReadCareTeam | TakeOverPatient | ReadDialysis
        | PrescribeDialysis | RunDialysis | SignDialysis | BookOwnSession | ReadUpdates | UpdateDialysis
        | RevertUpdate | ReadCritical | ReportCritical | AnswerCritical | ReadCall | CallNurse => patient(CLOSE),
        AnswerCall => patient(CLOSE.and(Relations::TOLD)),
        ReadAccount | ChangeAccount => Subject::Account(USER),
        PostReadings | ManageDeviceTokens | ReadDevices | HandOverDevice | LendDevice | ReadMachine | KeepMachine
        | SetMachineLimits | AnswerMachineAlarm | PlaceMachine | LogDisinfection => Subject::Device {
            device: DEVICE,
            hospital: HERE,
            assigned: true,
        },
        WatchWard | ReadDiary | PlanDiary => Subject::Ward {
            ward: WARD,
            hospital: HERE,
        },
        ManageStaff | ManageSessions | ManageRights => Subject::Colleague {
            user: COLLEAGUE,
            hospital: HERE,
        },
        ApproveHospital | SetAlertsEverywhere => Subject::House,
        ReadChat | WriteChat => room(Relations::TALKS.and(Relations::BREAK_GLASS)),
        _ => Subject::Hospital(HERE),
    }
}

/// What an action is about when it lies elsewhere.
fn elsewhere(action: Action) -> Subject {
    match at_home(action) {
        Subject::Patient { .. } => Subject::Patient {
            patient: OTHER_PATIENT,
            relations: Relations::NONE,
        },
        Subject::Room { .. } => room(Relations::NONE),
        Subject::Account(_) => Subject::Account(UserId(Uuid::from_u128(11))),
        Subject::Device { .. } => Subject::Device {
            device: OTHER_DEVICE,
            hospital: ELSEWHERE,
            assigned: true,
        },
        Subject::Ward { ward, .. } => Subject::Ward {
            ward,
            hospital: ELSEWHERE,
        },
        Subject::Colleague { user, .. } => Subject::Colleague {
            user,
            hospital: ELSEWHERE,
        },
        Subject::Hospital(_) | Subject::House => Subject::Hospital(ELSEWHERE),
    }
}

#[test]
fn each_actor_has_exactly_its_rights() {
    for (actor, allowed) in rights() {
        for action in Action::ALL {
            let expected = if allowed.contains(action) {
                Decision::Allow
            } else {
                Decision::Deny
            };
            assert_eq!(
                decide(&actor, *action, &at_home(*action)),
                expected,
                "{actor:?} {action:?}"
            );
        }
    }
}

#[test]
fn nobody_is_asked_to_sign_in_for_everything() {
    for action in Action::ALL {
        for subject in [at_home(*action), elsewhere(*action), Subject::House] {
            assert_eq!(
                decide(&Actor::Nobody, *action, &subject),
                Decision::SignIn,
                "{action:?} {subject:?}"
            );
        }
    }
}

#[test]
fn what_lies_in_another_hospital_is_not_found() {
    for (actor, allowed) in rights()
        .into_iter()
        .filter(|(actor, _)| !actor.is(Role::EmergencyResponder))
    {
        for action in Action::ALL {
            // Who runs the platform closes accounts, towards the house; that they have the right at all makes a patient elsewhere nobody's, as for everybody who has it.
            let for_the_house = actor.is(Role::SuperAdmin) && *action == Action::CloseAccount;
            let expected = if allowed.contains(action) || for_the_house {
                Decision::NotFound
            } else {
                Decision::Deny
            };
            assert_eq!(
                decide(&actor, *action, &elsewhere(*action)),
                expected,
                "{actor:?} {action:?}"
            );
        }
    }
}

#[test]
fn a_super_admin_runs_the_hospital_where_they_act_approves_others_and_reads_no_patient() {
    let lena = staff(&[Role::SuperAdmin]);
    for action in ADMINISTRATION {
        assert_eq!(decide(&lena, action, &at_home(action)), Decision::Allow, "{action:?}");
        assert_eq!(
            decide(&lena, action, &elsewhere(action)),
            Decision::NotFound,
            "{action:?}"
        );
    }
    assert_eq!(decide(&lena, Action::ApproveHospital, &Subject::House), Decision::Allow);
    for relations in [Relations::NONE, CLOSE, CLOSE.and(Relations::BREAK_GLASS)] {
        assert_eq!(decide(&lena, Action::ReadPatient, &patient(relations)), Decision::Deny);
    }
}

#[test]
fn a_program_does_what_its_scopes_say_and_nothing_that_belongs_to_a_person_or_the_house() {
    let greedy = program(Action::ALL);
    for action in Action::ALL.iter().filter(|action| !action.is_grantable()) {
        assert_eq!(
            decide(&greedy, *action, &at_home(*action)),
            Decision::Deny,
            "{action:?}"
        );
    }
    assert_eq!(
        decide(&program(&[]), Action::ReadDevices, &at_home(Action::ReadDevices)),
        Decision::Deny
    );
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
    let people = |actor: &Actor| !matches!(actor, Actor::Worker { .. }) && !actor.is(Role::SuperAdmin);
    for (actor, allowed) in rights().into_iter().filter(|(actor, _)| people(actor)) {
        for action in allowed {
            assert_eq!(
                decide(&actor, action, &Subject::House),
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
    for action in Action::ALL {
        assert_eq!(Action::parse(action.name()), Some(*action));
    }
}

/// The reviewed file is the table: who changes one changes the other, and the reviewer sees it. `WARDLIGHT_WRITE=1` writes it anew.
#[test]
fn rights_are_printed_as_the_reviewed_file_has_them() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../server/docs/rights.md");
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let (head, _) = kept.split_once("| action |").unwrap_or((&kept, ""));
    let now = format!("{head}{}", printed());
    if std::env::var_os("WARDLIGHT_WRITE").is_some() {
        std::fs::write(&file, &now).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&file).unwrap_or_default(),
        now,
        "server/docs/rights.md is not the table"
    );
}
