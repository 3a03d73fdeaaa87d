//! The accounts of the demo: one per role in the large hospital (the platform's own admin among them, and two technicians, who hand devices to each other), a doctor in the small one. They are shown at sign-in and on the terminal, in a demo only.

use domain::actor::Role;

/// The password of every demo account.
const PASSWORD: &str = "calm-ward-tonight";

/// An account of the demo.
#[derive(Clone, Debug)]
pub struct Account {
    /// What the person is, for the table.
    pub title: &'static str,
    /// Their name.
    pub name: String,
    /// E-mail.
    pub email: &'static str,
    /// Password.
    pub password: &'static str,
    /// Role.
    pub role: Role,
    /// The hospital, by its name in `people.csv`.
    pub hospital: &'static str,
    /// For a patient: the bed.
    pub bed: Option<i16>,
}

/// Every account of the demo.
pub fn accounts() -> Vec<Account> {
    let staff = |title, name: &str, email, role, hospital| Account {
        title,
        name: name.to_owned(),
        email,
        password: PASSWORD,
        role,
        hospital,
        bed: None,
    };
    let mut accounts = vec![
        staff(
            "Doctor",
            "Dr Anika Rao",
            "anika.rao@riverbend.example",
            Role::Doctor,
            "riverbend",
        ),
        staff(
            "Nurse",
            "B. Achieng",
            "b.achieng@riverbend.example",
            Role::Nurse,
            "riverbend",
        ),
        staff(
            "Technician",
            "K. Mensah",
            "k.mensah@riverbend.example",
            Role::Technician,
            "riverbend",
        ),
        staff(
            "Technician",
            "J. Boateng",
            "j.boateng@riverbend.example",
            Role::Technician,
            "riverbend",
        ),
        staff(
            "Pharmacist",
            "Laila Haddad",
            "laila.haddad@riverbend.example",
            Role::Pharmacist,
            "riverbend",
        ),
        staff(
            "Hospital admin",
            "Samuel Ortiz",
            "samuel.ortiz@riverbend.example",
            Role::HospitalAdmin,
            "riverbend",
        ),
        staff(
            "Receptionist",
            "Grace Wambui",
            "grace.wambui@riverbend.example",
            Role::Receptionist,
            "riverbend",
        ),
        staff(
            "Billing clerk",
            "Peter Lindqvist",
            "peter.lindqvist@riverbend.example",
            Role::BillingClerk,
            "riverbend",
        ),
        staff(
            "Laboratory technician",
            "Yusuf Demir",
            "yusuf.demir@riverbend.example",
            Role::LabTechnician,
            "riverbend",
        ),
        staff(
            "Emergency responder",
            "Chidi Eze",
            "chidi.eze@riverbend.example",
            Role::EmergencyResponder,
            "riverbend",
        ),
        staff(
            "Platform admin",
            "Ines Carvalho",
            "ines.carvalho@wardlight.example",
            Role::SuperAdmin,
            "riverbend",
        ),
    ];
    accounts.push(Account {
        title: "Patient (bed 2)",
        name: String::new(),
        email: "bed2@riverbend.example",
        password: PASSWORD,
        role: Role::Patient,
        hospital: "riverbend",
        bed: Some(2),
    });
    accounts.push(staff(
        "Doctor, Hillside",
        "Dr Marta Silva",
        "marta.silva@hillside.example",
        Role::Doctor,
        "hillside",
    ));
    accounts
}
