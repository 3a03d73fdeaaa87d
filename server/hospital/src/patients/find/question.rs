//! [`Question`]: what somebody asked for, sealed for them alone. Its sealed form stands in the address of the page that answers, so that "back" and "load again" work
//! and no name and no number is in an address, a history or a log.

use std::fmt;

use domain::ids::{PatientId, UserId};
use serde::{Deserialize, Serialize};

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::keys::Place;

/// The last row of the page before: the word by which it was found, and who it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    pub(super) word: String,
    pub(super) patient: PatientId,
}

/// What was asked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// As typed.
    pub typed: String,
    /// Where the page begins.
    pub(super) after: Option<After>,
}

impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Question")
    }
}

impl Question {
    /// The first page of what answers `typed`.
    pub fn new(typed: &str) -> Self {
        Self {
            typed: typed.trim().to_owned(),
            after: None,
        }
    }

    /// The page after.
    pub(super) fn going_on(&self, after: After) -> Self {
        Self {
            typed: self.typed.clone(),
            after: Some(after),
        }
    }

    /// As an address carries it: hexadecimal.
    ///
    /// # Errors
    /// Internal when the system gives no random numbers.
    pub fn seal(&self, ctx: &Ctx) -> Result<String> {
        let plain = serde_json::to_vec(self).map_err(|_| HospitalError::Internal("a question is not written down"))?;
        let sealed = ctx.house().keys.seal(&place(ctx)?, &plain)?;
        Ok(sealed.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// What was sealed for the same reader; none for anything else.
    pub fn open(ctx: &Ctx, sealed: &str) -> Option<Self> {
        let bytes: Option<Vec<u8>> = (0..sealed.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(sealed.get(at..at + 2)?, 16).ok())
            .collect();
        let plain = ctx.house().keys.open(&place(ctx).ok()?, &bytes?).ok()?;
        serde_json::from_slice(&plain).ok()
    }
}

/// It is of no table: bound to the reader, so that nobody reads another's question.
fn place(ctx: &Ctx) -> Result<Place> {
    let UserId(user) = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    Ok(Place::new("address", "question", user))
}
