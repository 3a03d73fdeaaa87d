//! [`Applicant`]: what somebody wrote of themselves. It is sealed as one; the address has a blind index beside it, because whose it is already is asked.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::{Date, Month};
use uuid::Uuid;

use super::list::Day;
use crate::error::{HospitalError, Result};
use crate::identity::contact::{Sealed, email_blind};
use crate::keys::{Keys, Place};

/// What somebody wrote of themselves.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// Health id, 14 digits.
    pub health_id: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Date of birth.
    pub born_on: Day,
    /// E-mail address, lower case.
    pub email: String,
    /// Phone number.
    pub phone: Option<String>,
}

impl fmt::Debug for Applicant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Applicant")
    }
}

impl Applicant {
    /// As the columns `applicant_sealed` and `email_blind` keep it.
    ///
    /// # Errors
    /// Internal when the system gives no random numbers.
    pub fn seal(&self, keys: &Keys, application: Uuid) -> Result<Sealed> {
        let plain =
            serde_json::to_vec(self).map_err(|_| HospitalError::Internal("an applicant is not written down"))?;
        Ok(Sealed {
            sealed: keys.seal(&place(application), &plain)?,
            blind: email_blind(keys, &self.email),
        })
    }

    /// What was sealed for this application.
    ///
    /// # Errors
    /// Internal when it was changed, or moved from another application.
    pub fn open(keys: &Keys, application: Uuid, sealed: &[u8]) -> Result<Self> {
        let plain = keys.open(&place(application), sealed)?;
        serde_json::from_slice(&plain).map_err(|_| HospitalError::Internal("a kept applicant cannot be read"))
    }

    /// The date of birth as the database compares it.
    ///
    /// # Errors
    /// Internal when it is no date.
    pub fn born_on(&self) -> Result<Date> {
        let (year, month, day) = self.born_on;
        let month = Month::try_from(month).ok();
        month
            .and_then(|month| Date::from_calendar_date(year, month, day).ok())
            .ok_or(HospitalError::Internal("a kept date of birth is no date"))
    }
}

fn place(application: Uuid) -> Place {
    Place::new("patient_application", "applicant_sealed", application)
}
