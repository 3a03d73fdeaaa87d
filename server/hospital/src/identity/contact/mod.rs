//! E-mail addresses and phone numbers: with what people sign in, and where mails go. They are sealed wherever they are kept, and found by a blind index, so that a
//! copy of the database tells nobody who is a patient here, nor how anybody is reached.
//!
//! | what | does |
//! | --- | --- |
//! | [`seal_email`], [`seal_phone`], [`open`] | a detail as its columns keep it, and back |
//! | [`email_blind`], [`phone_blind`], [`of_login`] | what to look up and join by; the same for every table |
//! | [`Reached`] | how an account is reached |
//! | [`change_email`], [`change_phone`] | its owner changes it |
//!
//! # Another table with an address
//! Columns `email_sealed` and, when it is looked up or joined, `email_blind`; a [`Place`] beside the query that names table, column and row. A table that was there
//! before and had it in clear is carried over in `keys::carry_over`.

pub mod change_email;
mod change_phone;

use std::fmt;

use domain::ids::UserId;

use super::login::Login;
use crate::error::{HospitalError, Result};
use crate::keys::{Keys, Place};

pub use change_phone::change_phone;

/// A detail as its two columns keep it.
#[derive(Debug)]
pub struct Sealed {
    /// `…_sealed`.
    pub sealed: Vec<u8>,
    /// `…_blind`.
    pub blind: Vec<u8>,
}

/// Seals an e-mail address for its place.
///
/// # Errors
/// Internal when the system gives no random numbers.
pub fn seal_email(keys: &Keys, place: &Place, address: &str) -> Result<Sealed> {
    Ok(Sealed {
        sealed: keys.seal(place, address.as_bytes())?,
        blind: email_blind(keys, address),
    })
}

/// Seals a phone number for its place.
///
/// # Errors
/// Internal when the system gives no random numbers.
pub fn seal_phone(keys: &Keys, place: &Place, number: &str) -> Result<Sealed> {
    Ok(Sealed {
        sealed: keys.seal(place, number.as_bytes())?,
        blind: phone_blind(keys, number),
    })
}

/// The address or number that was sealed for this place.
///
/// # Errors
/// Internal when it was changed, or moved from another place.
pub fn open(keys: &Keys, place: &Place, sealed: &[u8]) -> Result<String> {
    let plain = keys.open(place, sealed)?;
    let text = std::str::from_utf8(&plain).map_err(|_| HospitalError::Internal("a contact is no text"))?;
    Ok(text.to_owned())
}

/// The blind index of an e-mail address, in whatever case it was typed.
pub fn email_blind(keys: &Keys, address: &str) -> Vec<u8> {
    keys.blind("contact.email", &address.to_lowercase())
}

/// The blind index of a phone number: `+` and digits.
pub fn phone_blind(keys: &Keys, number: &str) -> Vec<u8> {
    keys.blind("contact.phone", number)
}

/// What to look an account up by: `email_blind` or `phone_blind`, whichever was typed.
pub fn of_login(keys: &Keys, login: &Login) -> (Option<Vec<u8>>, Option<Vec<u8>>) {
    (
        login.email().map(|it| email_blind(keys, it)),
        login.phone().map(|it| phone_blind(keys, it)),
    )
}

/// Where an account keeps its address.
pub const fn email_of(user: UserId) -> Place {
    Place::new("app_user", "email_sealed", user.0)
}

/// Where an account keeps its number.
pub const fn phone_of(user: UserId) -> Place {
    Place::new("app_user", "phone_sealed", user.0)
}

/// How an account is reached.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Reached {
    /// The e-mail address, lower case.
    pub email: Option<String>,
    /// The phone number: `+` and digits.
    pub phone: Option<String>,
}

impl fmt::Debug for Reached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reached")
    }
}

impl Reached {
    /// Of the columns `email_sealed` and `phone_sealed` of this account.
    ///
    /// # Errors
    /// Internal when one does not open.
    pub fn open(keys: &Keys, user: UserId, email: Option<&[u8]>, phone: Option<&[u8]>) -> Result<Self> {
        Ok(Self {
            email: email.map(|it| open(keys, &email_of(user), it)).transpose()?,
            phone: phone.map(|it| open(keys, &phone_of(user), it)).transpose()?,
        })
    }
}
