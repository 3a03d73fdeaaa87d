//! The person who is cared for, as lists and banners show them.

pub mod alike;
pub mod contacts;
pub mod demographics;
pub mod health_id;
mod left;
pub mod merge;
pub mod number;
pub mod papers;
mod portal;
pub mod sought;

use serde::{Deserialize, Serialize};

use crate::ids::{PatientId, WardId};
use crate::live::PatientNow;
use crate::news2::Scale;
use crate::telemetry::Parameter;
use crate::time::{Civil, Moment, Zone};

pub use demographics::{BloodGroup, Demographics, Marital};
pub use health_id::HealthId;
pub use left::Left;
pub use portal::{Acting, Portal, RecordKind, Section, Status, TextSize, View};
pub use sought::Sought;

/// Sex as registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Other.
    Other,
    /// Not known.
    Unknown,
}

impl Sex {
    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
            Self::Other => "other",
            Self::Unknown => "unknown",
        }
    }

    /// The sex of that name; unknown for any other word.
    pub fn parse(name: &str) -> Self {
        [Self::Female, Self::Male, Self::Other]
            .into_iter()
            .find(|sex| sex.name() == name)
            .unwrap_or(Self::Unknown)
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Female => "Female",
            Self::Male => "Male",
            Self::Other => "Other",
            Self::Unknown => "Not recorded",
        }
    }

    /// One letter, as in `57 y F`; empty when not known.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Female => "F",
            Self::Male => "M",
            Self::Other => "X",
            Self::Unknown => "",
        }
    }
}

/// Who: what every list and banner shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The person.
    pub id: PatientId,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Date of birth: year, month, day; the first of January when only the year is known.
    pub born_on: (i32, u8, u8),
    /// Whether only the year of birth is known.
    pub year_only: bool,
    /// Sex.
    pub sex: Sex,
    /// The number in this hospital, such as `RG-204 4178`.
    pub hospital_number: String,
    /// Government health id, 14 digits; empty when it is not known.
    pub health_id: String,
    /// Which SpO2 scale of NEWS2 is prescribed.
    pub scale: Scale,
}

/// `SURNAME, Given`, as staff read it.
pub fn staff_name(family_name: &str, given_name: &str) -> String {
    format!("{}, {given_name}", family_name.to_uppercase())
}

impl Person {
    /// `SURNAME, Given`, as staff read it.
    pub fn staff_name(&self) -> String {
        staff_name(&self.family_name, &self.given_name)
    }

    /// Whole years at `today`.
    pub fn age(&self, today: Civil) -> i32 {
        let (year, month, day) = self.born_on;
        today.year - year - i32::from((today.month, today.day) < (month, day))
    }

    /// The health id in groups, `91-7754-2081-3390`; that it is not known, when it is not.
    pub fn health_id_grouped(&self) -> String {
        match (
            self.health_id.get(..2),
            self.health_id.get(2..6),
            self.health_id.get(6..10),
            self.health_id.get(10..),
        ) {
            (Some(a), Some(b), Some(c), Some(d)) => format!("{a}-{b}-{c}-{d}"),
            _ if self.health_id.is_empty() => "Not known".to_owned(),
            _ => self.health_id.clone(),
        }
    }
}

/// The points of one parameter over a stretch of time, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Of what.
    pub parameter: Parameter,
    /// When and how much.
    pub points: Vec<(Moment, f32)>,
}

/// What the page of one patient opens with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Who.
    pub person: Person,
    /// In which hospital, ward and bed, when a device measures them there.
    pub place: Option<Place>,
    /// The hospital's zone.
    pub zone: Zone,
    /// When the server gathered this.
    pub rendered_at: Moment,
    /// Values as known now; none when no device measures the patient.
    pub now: Option<PatientNow>,
    /// The last 30 minutes of the values that move.
    pub recent: Vec<Series>,
    /// Alarms of the last 24 hours, newest first; open ones whatever their age.
    pub alarms: Vec<crate::alerts::Alarm>,
    /// What they do not bear; none for readers of the portal.
    pub allergies: Option<crate::records::Allergies>,
    /// What else must be known first; none for readers of the portal.
    pub flags: Vec<crate::records::Flag>,
    /// That they are a patient of the reader's hospital no longer; none for readers of the portal.
    pub left: Option<Left>,
    /// Limits of this patient that replace the defaults.
    pub limits: Vec<crate::alerts::limits::PatientLimit>,
    /// What the reader is shown of all this, in the portal; none for staff, who are shown the whole of it.
    pub view: Option<View>,
    /// What opened it to the reader, when that is not the care of their own hospital.
    pub opened: Option<Opened>,
    /// The records that are joined to this one in the reader's hospital, the last first; none for readers of the portal.
    pub joined: Vec<merge::JoinedHere>,
    /// Whether the reader may take them apart.
    pub may_merge: bool,
}

/// What opens a record to somebody who neither treats the person nor is on duty where they lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opened {
    /// The reader opened it in an emergency, until then.
    Emergency(Moment),
    /// The person lets the reader's hospital see it.
    Consent,
}

/// Where somebody lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The ward.
    pub ward: WardId,
    /// Its name.
    pub ward_name: String,
    /// The bed's number in the ward.
    pub bed: u16,
}

/// One row of the table of readings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadingPage {
    /// Newest first.
    pub rows: Vec<crate::telemetry::Reading>,
    /// Where the next, older page begins: time and number of the last row; none at the end.
    pub next: Option<(Moment, i64)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amara() -> Person {
        Person {
            id: PatientId(uuid::Uuid::nil()),
            family_name: "Ndiaye".into(),
            given_name: "Amara".into(),
            born_on: (1968, 11, 22),
            year_only: false,
            sex: Sex::Female,
            hospital_number: "RG-204 4178".into(),
            health_id: "91775420813390".into(),
            scale: Scale::One,
        }
    }

    #[test]
    fn a_year_is_complete_on_the_birthday_and_not_the_day_before() {
        let day = |month, day| Civil {
            year: 2026,
            month,
            day,
            hour: 0,
            minute: 0,
            second: 0,
        };
        assert_eq!(
            [day(11, 21), day(11, 22), day(12, 1)].map(|today| amara().age(today)),
            [57, 58, 58]
        );
    }

    #[test]
    fn names_and_numbers_are_written_as_staff_read_them() {
        assert_eq!(amara().staff_name(), "NDIAYE, Amara");
        assert_eq!(amara().health_id_grouped(), "91-7754-2081-3390");
        let short = Person {
            health_id: "917".into(),
            ..amara()
        };
        assert_eq!(short.health_id_grouped(), "917");
        let none = Person {
            health_id: String::new(),
            ..amara()
        };
        assert_eq!(none.health_id_grouped(), "Not known");
    }

    #[test]
    fn sexes_are_read_back_from_their_names() {
        for sex in [Sex::Female, Sex::Male, Sex::Other, Sex::Unknown] {
            assert_eq!(Sex::parse(sex.name()), sex);
        }
    }
}
