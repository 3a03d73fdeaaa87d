//! What is one's own and nobody else's: a person's record and portal, a technician's device, a device's readings.

use super::*;

#[test]
fn a_patient_reaches_one_record_whoever_else_is_registered() {
    let neighbour = Subject::Patient {
        patient: OTHER_PATIENT,
        relations: CLOSE,
    };
    for actor in [amara(), her_son()] {
        assert_eq!(decide(&actor, Action::ReadPatient, &neighbour), Decision::NotFound);
        assert_eq!(
            decide(&actor, Action::ReadPatient, &Subject::Hospital(HERE)),
            Decision::NotFound
        );
    }
    // Her own record is hers also where she is not registered in this hospital.
    assert_eq!(
        decide(&amara(), Action::ReadPatient, &patient(Relations::NONE)),
        Decision::Allow
    );
}

#[test]
fn a_portal_that_is_off_refuses_everything_but_the_account_the_trace_and_taking_back() {
    let closed = Actor::Patient {
        user: USER,
        patient: PATIENT,
        hospital: HERE,
        is_open: false,
    };
    for action in Action::ALL {
        let stays = [
            Action::ReadAccount,
            Action::ChangeAccount,
            Action::ReadTrace,
            Action::ChangeConsent,
            Action::ManageProxies,
        ];
        let expected = if stays.contains(action) {
            Decision::Allow
        } else {
            Decision::Deny
        };
        assert_eq!(decide(&closed, *action, &at_home(*action)), expected, "{action:?}");
    }
}

#[test]
fn a_technician_who_is_also_a_patient_reads_nobodys_record_as_staff() {
    let both = staff(&[Role::Technician, Role::Patient]);
    assert_eq!(
        decide(
            &both,
            Action::ReadPatient,
            &patient(Relations::HOSPITAL.and(Relations::OWN))
        ),
        Decision::Deny
    );
    assert_eq!(
        decide(&both, Action::ReadTrace, &patient(Relations::OWN)),
        Decision::Deny
    );
}

#[test]
fn a_technician_has_the_one_device_and_an_admin_has_all() {
    let device = |assigned| Subject::Device {
        device: DEVICE,
        hospital: HERE,
        assigned,
    };
    assert_eq!(
        decide(&staff(&[Role::Technician]), Action::ReadDevices, &device(false)),
        Decision::Deny
    );
    assert_eq!(
        decide(&staff(&[Role::Technician]), Action::ReadDevices, &device(true)),
        Decision::Allow
    );
    assert_eq!(
        decide(&staff(&[Role::HospitalAdmin]), Action::ReadDevices, &device(false)),
        Decision::Allow
    );
}

#[test]
fn a_device_posts_for_itself_only() {
    let next = Subject::Device {
        device: OTHER_DEVICE,
        hospital: HERE,
        assigned: true,
    };
    assert_eq!(decide(&monitor(), Action::PostReadings, &next), Decision::Deny);
}
