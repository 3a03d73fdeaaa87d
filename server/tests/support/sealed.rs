//! Addresses for rows that a test writes itself. They are sealed, so no SQL finds or makes them: [`blind`] is what to look up by, the others are pieces of SQL.

use domain::ids::{PatientId, UserId};
use hospital::Keys;
use hospital::identity::contact::{Reached, Sealed, email_blind, email_of, seal_email};
use hospital::keys::Place;
use hospital::patients::applications::Applicant;
use uuid::Uuid;

use super::Wardlight;

/// What an address is looked up by. The keys of tests are the same in each.
pub fn blind(email: &str) -> Vec<u8> {
    email_blind(&Keys::for_tests(), email)
}

/// As two values of SQL: sealed, blind.
fn values(it: Sealed) -> String {
    let hex = |bytes: Vec<u8>| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    format!("'\\x{}', '\\x{}'", hex(it.sealed), hex(it.blind))
}

impl Wardlight {
    /// The values of `app_user.email_sealed, email_blind`.
    pub fn sealed_email(&self, user: Uuid, email: &str) -> String {
        values(seal_email(&self.house.keys, &email_of(UserId(user)), email).unwrap())
    }

    /// The values of `staff_invitation.email_sealed, email_blind`.
    pub fn sealed_invitation(&self, invitation: Uuid, email: &str) -> String {
        let place = Place::new("staff_invitation", "email_sealed", invitation);
        values(seal_email(&self.house.keys, &place, email).unwrap())
    }

    /// The values of `proxy_invitation.email_sealed, email_blind`.
    pub fn sealed_naming(&self, invitation: Uuid, patient: Uuid, email: &str) -> String {
        let place = Place::new("proxy_invitation", "email_sealed", invitation).of(PatientId(patient));
        values(seal_email(&self.house.keys, &place, email).unwrap())
    }

    /// The values of `patient_application.applicant_sealed, email_blind`, for Joseph Mwangi.
    pub fn sealed_applicant(&self, application: Uuid, given_name: &str, email: &str) -> String {
        let applicant = Applicant {
            health_id: "10000000000025".to_owned(),
            given_name: given_name.to_owned(),
            family_name: "Mwangi".to_owned(),
            born_on: (1969, 4, 2),
            email: email.to_owned(),
            phone: None,
        };
        values(applicant.seal(&self.house.keys, application).unwrap())
    }

    /// The address of this account.
    pub async fn email(&self, user: Uuid) -> String {
        let sealed: Vec<u8> = sqlx::query_scalar("SELECT email_sealed FROM app_user WHERE id = $1")
            .bind(user)
            .fetch_one(self.db.owner())
            .await
            .unwrap();
        let reached = Reached::open(&self.house.keys, UserId(user), Some(&sealed), None).unwrap();
        reached.email.unwrap()
    }
}
