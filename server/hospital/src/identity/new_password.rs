//! A new password from a form, judged and hashed: what an invitation, a reset and a registration share.

use secrecy::{ExposeSecret, SecretString};

use super::passwords::{Whose, accept, hash};
use crate::error::Result;

/// The PHC string of a password that is good enough for `whose` account; the fault names `field`.
///
/// # Errors
/// [`crate::HospitalError::Invalid`] with a sentence that says what would be right; [`crate::HospitalError::Busy`] when the waiting line is full.
pub(crate) async fn accepted(field: &str, password: &SecretString, whose: &Whose) -> Result<String> {
    accept(field, password.expose_secret(), whose).await?;
    hash(password.expose_secret()).await
}
