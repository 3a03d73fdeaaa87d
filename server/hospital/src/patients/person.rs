//! A person as a row.

use domain::ids::PatientId;
use domain::news2::Scale;
use domain::patients::{Person, Sex};
use time::Date;
use uuid::Uuid;

/// The columns that make a [`Person`].
#[derive(Debug)]
pub(crate) struct PersonRow {
    pub id: Uuid,
    pub family_name: String,
    pub given_name: String,
    pub born_on: Date,
    pub born_known: String,
    pub sex: String,
    pub hospital_number: String,
    /// Empty when it is not known.
    pub health_id: String,
    pub spo2_scale: i16,
}

impl PersonRow {
    pub(crate) fn into_person(self) -> Person {
        Person {
            id: PatientId(self.id),
            family_name: self.family_name,
            given_name: self.given_name,
            born_on: (self.born_on.year(), u8::from(self.born_on.month()), self.born_on.day()),
            year_only: self.born_known == "year",
            sex: Sex::parse(&self.sex),
            hospital_number: self.hospital_number,
            health_id: self.health_id,
            scale: if self.spo2_scale == 2 { Scale::Two } else { Scale::One },
        }
    }
}
