//! What people are told: one list for each, in the frame of every page. What happened around their account, their work and their record stands there, leads to the page
//! that says more, and is told by mail as they chose.
//!
//! | verb | does |
//! | --- | --- |
//! | [`tell`] | leaves a notice for one person, in the transaction of what happened |
//! | [`whom`] | who is told where something waits for a whole role, and whose portal a record is in |
//! | [`list`], [`count`], [`waiting`] | the reader's own, and how many they have not read; with the messages that wait for them |
//! | [`mark_read`] | one or all are read |
//! | [`choices`], [`choose`] | how the reader wants to hear of each topic |
//! | [`keep`] | lets go of what is old, and looks for keys that end: a worker's |
//!
//! # Adding a kind
//! A line in `domain::notices`, a migration for the constraint `notice_kind_known`, its words and its page in `app::forms::notices::words`, and
//! `notices::tell(&mut tx, ctx, user, Notice::of(Kind::…))` in the verb that brings it about.

mod choose;
pub mod keep;
mod list;
mod mark;
mod tell;
pub(crate) mod whom;

pub use choose::{choices, choose};
pub use domain::notices::Kind;
pub use list::{NoticePage, Place, count, list, waiting};
pub use mark::{Which, mark_read};
pub(crate) use tell::{Notice, tell, tell_each};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{HospitalError, Result};
use crate::keys::{self, Keys};

/// Who and what a notice names. It is sealed: a copy of the table tells nobody who did what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Named {
    who: String,
    what: String,
}

impl Named {
    const fn place(id: Uuid) -> keys::Place {
        keys::Place::new("notice", "named_sealed", id)
    }

    /// Sealed for the row `id`; nothing where nobody is named.
    fn seal(&self, keys: &Keys, id: Uuid) -> Result<Option<Vec<u8>>> {
        if *self == Self::default() {
            return Ok(None);
        }
        let plain =
            serde_json::to_vec(self).map_err(|_| HospitalError::Internal("a name could not be written down"))?;
        Ok(Some(keys.seal(&Self::place(id), &plain)?))
    }

    fn open(keys: &Keys, id: Uuid, sealed: Option<&[u8]>) -> Result<Self> {
        let Some(sealed) = sealed else {
            return Ok(Self::default());
        };
        let plain = keys.open(&Self::place(id), sealed)?;
        serde_json::from_slice(&plain).map_err(|_| HospitalError::Internal("a kept name cannot be read"))
    }
}
