//! A new password from a form, judged and hashed: what an invitation, a reset and a registration share.

use domain::invalid::Invalid;
use secrecy::{ExposeSecret, SecretString};

use super::passwords;
use crate::error::{HospitalError, Result};

/// The PHC string of a password that is good enough for somebody with these words (name, e-mail, hospital); the fault names `field`.
///
/// # Errors
/// [`HospitalError::Invalid`] with a sentence that says what would be right; [`HospitalError::Busy`] when the waiting line is full.
pub(crate) async fn accepted(field: &str, password: &SecretString, _words: &[&str]) -> Result<String> {
    let password = password.expose_secret();
    if password.chars().count() < 15 || password.len() > 1_024 {
        let sentence = "This password is too short. Use at least 15 characters; a few words that only you would put together are easy to remember.";
        return Err(HospitalError::Invalid(vec![Invalid::new(field, sentence)]));
    }
    passwords::hash(password).await
}
