//! The two houses of a test, with their beds and the people who have accounts there.

use domain::actor::Role;
use domain::ids::DeviceId;
use domain::patients::Sex;
use hospital::organisation::{SeedBed, SeedDevice, SeedHospital, SeedPatient, SeedUser};
use uuid::Uuid;

use super::PASSWORD;

pub fn riverbend() -> SeedHospital {
    SeedHospital {
        name: "Riverbend General".into(),
        zone: "Africa/Nairobi".into(),
        locale: "en-KE".into(),
        ward: "Ward 4 · Renal".into(),
        beds: vec![
            bed(1, "Okafor", "Amara", "10000000000017"),
            bed(2, "Mwangi", "Joseph", "10000000000025"),
            SeedBed {
                number: 3,
                device: None,
                patient: None,
            },
        ],
        users: vec![
            user("Dr Anika Rao", "rao@riverbend.example", Role::Doctor, None),
            user("B. Achieng", "achieng@riverbend.example", Role::Nurse, None),
            user("K. Mensah", "mensah@riverbend.example", Role::Technician, None),
            user("P. Lindqvist", "lindqvist@riverbend.example", Role::Pharmacist, None),
            user("S. Haddad", "haddad@riverbend.example", Role::HospitalAdmin, None),
            user("G. Wanjiru", "wanjiru@riverbend.example", Role::Receptionist, None),
            user("T. Ivarsson", "ivarsson@riverbend.example", Role::BillingClerk, None),
            user("N. Castro", "castro@riverbend.example", Role::LabTechnician, None),
            user("R. Sani", "sani@riverbend.example", Role::EmergencyResponder, None),
            user("E. Novak", "novak@riverbend.example", Role::SuperAdmin, None),
            user("Amara Okafor", "okafor@riverbend.example", Role::Patient, Some(1)),
        ],
    }
}

pub(super) fn lakeside() -> SeedHospital {
    SeedHospital {
        name: "Lakeside".into(),
        zone: "Europe/Paris".into(),
        locale: "fr-FR".into(),
        ward: "Ward A".into(),
        beds: vec![bed(1, "Petrov", "Ivan", "10000000000033")],
        users: vec![
            user("Dr Lucia Silva", "silva@lakeside.example", Role::Doctor, None),
            user("Ivan Petrov", "petrov@lakeside.example", Role::Patient, Some(1)),
        ],
    }
}

pub fn bed(number: i16, family_name: &str, given_name: &str, health_id: &str) -> SeedBed {
    let id = DeviceId(Uuid::now_v7());
    SeedBed {
        number,
        device: Some(SeedDevice {
            id,
            name: format!("Monitor {number:02}"),
            model: "TestMonitor".into(),
            serial: id.to_string(),
        }),
        patient: Some(SeedPatient {
            family_name: family_name.into(),
            given_name: given_name.into(),
            born_on: (1969, 4, 2),
            sex: Sex::Unknown,
            hospital_number: format!("RG-{health_id}"),
            health_id: health_id.into(),
        }),
    }
}

pub fn user(name: &str, email: &str, role: Role, bed: Option<i16>) -> SeedUser {
    SeedUser {
        name: name.into(),
        email: email.into(),
        password: PASSWORD.into(),
        role,
        bed,
    }
}
