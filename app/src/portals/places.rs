//! Where a role can go, and what a role is called.

use domain::actor::Role;
use leptos::prelude::Signal;
use ui::RailItem;
use ui::lang::{Key, key, word};

use super::{admin, doctor, nurse, patient, pharmacy, staff, technician};
use crate::routes;

/// A role in the words of the house.
pub fn role_in_words(role: Role) -> &'static str {
    word(match role {
        Role::Doctor => key::ROLE_DOCTOR,
        Role::Nurse => key::ROLE_NURSE,
        Role::Technician => key::ROLE_TECHNICIAN,
        Role::Pharmacist => key::ROLE_PHARMACIST,
        Role::Receptionist => key::ROLE_RECEPTIONIST,
        Role::BillingClerk => key::ROLE_BILLING_CLERK,
        Role::LabTechnician => key::ROLE_LAB_TECHNICIAN,
        Role::EmergencyResponder => key::ROLE_EMERGENCY_RESPONDER,
        Role::HospitalAdmin => key::ROLE_HOSPITAL_ADMIN,
        Role::SuperAdmin => key::ROLE_SUPER_ADMIN,
        Role::Patient => key::ROLE_PATIENT,
        Role::Proxy => key::ROLE_PROXY,
    })
}

/// Where somebody with these roles can go; each place once, in the order of the roles.
pub fn places(roles: &[Role]) -> Vec<RailItem> {
    let mut places: Vec<RailItem> = Vec::new();
    let of_roles = roles.iter().flat_map(|role| match role {
        Role::Doctor => doctor::places(),
        Role::Nurse => nurse::places(),
        Role::Technician => technician::places(),
        Role::Pharmacist => pharmacy::places(),
        Role::HospitalAdmin => admin::places(),
        Role::Patient => patient::places(),
        Role::Proxy => patient::places_of_carer(),
        Role::Receptionist => admin::places_of_reception(),
        Role::SuperAdmin => admin::places_of_platform(),
        Role::EmergencyResponder => vec![my_patients(), emergency()],
        Role::BillingClerk | Role::LabTechnician => staff::places_of_home(),
    });
    let shared = if roles.iter().all(|role| !role.is_of_staff()) {
        Vec::new()
    } else {
        staff::places()
    };
    for place in of_roles.chain(shared) {
        if places.iter().all(|known| known.href != place.href) {
            places.push(place);
        }
    }
    places
}

/// One place without anything that waits there.
pub(super) fn place(href: &str, icon: &'static str, name: Key) -> RailItem {
    RailItem {
        href: href.into(),
        icon,
        word: word(name),
        whole: false,
        waiting: Signal::stored(0),
    }
}

/// One place that is a form page.
pub(super) fn form_place(href: &str, icon: &'static str, name: Key) -> RailItem {
    RailItem {
        whole: true,
        ..place(href, icon, name)
    }
}

/// The list of whom one may read beside a ward's board.
pub(super) fn my_patients() -> RailItem {
    form_place(routes::PATIENTS, "people", key::PLACE_MY_PATIENTS)
}

/// The chairs of the dialysis unit, sorted by need.
pub(super) fn dialysis() -> RailItem {
    form_place(routes::DIALYSIS, "drop", key::PLACE_DIALYSIS)
}

/// Opens the record of somebody whom the reader does not treat, in an emergency: it must not be looked for.
pub(super) fn emergency() -> RailItem {
    form_place(routes::EMERGENCY, "siren", key::PLACE_EMERGENCY)
}

/// The list of everybody whom the hospital knows.
pub(super) fn patients() -> RailItem {
    form_place(routes::PATIENTS, "people", key::PLACE_PATIENTS)
}

#[cfg(test)]
mod tests {
    use leptos::prelude::Owner;

    use super::*;

    #[test]
    fn each_place_is_listed_once_and_a_patient_sees_no_place_of_staff() {
        Owner::new().with(|| {
            let hrefs = |roles: &[Role]| places(roles).into_iter().map(|place| place.href).collect::<Vec<_>>();
            assert_eq!(
                hrefs(&[Role::Doctor, Role::Nurse]),
                ["/ward", "/patients", "/dialysis", "/emergency", "/account"]
            );
            assert_eq!(
                hrefs(&[Role::Technician, Role::HospitalAdmin]),
                ["/devices", "/hospital/machines", "/hospital", "/patients", "/account"]
            );
            assert_eq!(hrefs(&[Role::BillingClerk, Role::LabTechnician]), ["/home", "/account"]);
            assert_eq!(
                hrefs(&[Role::Patient]),
                ["/my", "/my/record", "/my/messages", "/my/consents", "/my/account"]
            );
            assert_eq!(
                hrefs(&[Role::Proxy]),
                ["/my", "/my/record", "/my/proxies", "/my/account"]
            );
        });
    }
}
