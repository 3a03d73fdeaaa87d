//! Mail: what it says ([`words`]), to whom, and how it leaves the house.
//!
//! A verb leaves a mail behind in its own transaction ([`send_in`]); a job writes and sends it after the commit ([`deliver`]). The address is read when
//! the mail is written, and the job keeps none. A mail says that there is something in Wardlight, never what: no name, no record, no reason.
//!
//! | module | holds |
//! | --- | --- |
//! | [`words`] | every letter as people read it |
//! | [`deliver`] | looks up the address, makes the one-time link, hands the mail to the transport |
//! | [`outbox`] | the default transport: files in a folder of the data, for the demo and for whoever has no mail server |
//! | [`smtp`] | a mail server (`WARDLIGHT_SMTP_URL`) |
//! | [`memory`] | for tests |
//!
//! # Adding a letter
//! A variant of [`Letter`], its words, and, when it brings a link, its purpose in [`Letter::link`]. A new kind of reader is a variant of [`Recipient`] and
//! its query in [`deliver`].

mod deliver;
pub mod list;
pub mod memory;
pub mod outbox;
pub mod smtp;
pub mod words;

use std::fmt;
use std::sync::Arc;

use domain::ids::UserId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::identity::links::Purpose;
use crate::jobs::{self, Work};
use crate::ports::Mailer;

pub use deliver::deliver;

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letter {
    /// A link to set a new password.
    Reset,
    /// The password was changed.
    PasswordChanged,
    /// Somebody signed in from a new place, or the second factor changed: look at your account.
    LookAtAccount,
    /// There is a message in Wardlight.
    Message,
    /// A link to become a member of staff.
    Invitation,
    /// A link to prove the address of a registration in the portal.
    VerifyPatient,
    /// The hospital confirmed a registration in the portal.
    RegistrationConfirmed,
    /// The hospital did not confirm it.
    RegistrationRefused,
    /// A link to prove the address of a hospital's application.
    VerifyHospital,
    /// The platform did not accept a hospital.
    HospitalRefused,
    /// A link to prove another address of an account.
    ChangeEmail,
    /// To the old address: it is not that of the account any more.
    EmailChanged,
}

impl Letter {
    /// The purpose of the link that it brings.
    const fn link(self) -> Option<Purpose> {
        match self {
            Self::Reset => Some(Purpose::Reset),
            Self::Invitation => Some(Purpose::Invitation),
            Self::VerifyPatient => Some(Purpose::VerifyPatient),
            Self::VerifyHospital => Some(Purpose::VerifyHospital),
            Self::ChangeEmail => Some(Purpose::ChangeEmail),
            Self::PasswordChanged
            | Self::LookAtAccount
            | Self::Message
            | Self::RegistrationConfirmed
            | Self::RegistrationRefused
            | Self::HospitalRefused
            | Self::EmailChanged => None,
        }
    }
}

/// Who reads it, by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// An account. One that does not exist gets nothing, and nobody is told.
    Account(UserId),
    /// Somebody who was invited.
    Invitation(Uuid),
    /// Somebody who registers in the portal.
    PatientApplication(Uuid),
    /// Whoever registers a hospital.
    HospitalApplication(Uuid),
    /// The address to which an account wants to change.
    EmailChange(Uuid),
    /// The address that an account had before a change.
    FormerEmail(Uuid),
}

impl Recipient {
    const fn id(self) -> Uuid {
        match self {
            Self::Account(user) => user.0,
            Self::Invitation(id)
            | Self::PatientApplication(id)
            | Self::HospitalApplication(id)
            | Self::EmailChange(id)
            | Self::FormerEmail(id) => id,
        }
    }
}

/// Leaves a mail behind; it goes after the commit of `tx`.
pub async fn send_in(tx: &mut Tx, ctx: &Ctx, letter: Letter, to: Recipient) -> Result<()> {
    jobs::enqueue(tx, ctx, Work::Mail { letter, to }).await
}

/// The post of this house: the transport, and the address under which people reach the house.
#[derive(Clone)]
pub struct Post {
    mailer: Arc<dyn Mailer>,
    url: String,
}

impl Post {
    /// Mails go by `mailer`; links in them begin with `url`, such as `https://wardlight.example`.
    pub fn new(mailer: Arc<dyn Mailer>, url: &str) -> Self {
        Self {
            mailer,
            url: url.trim_end_matches('/').to_owned(),
        }
    }

    /// Mails stay in memory: for tests, and for commands that send none.
    pub fn in_memory() -> Self {
        Self::new(Arc::new(memory::Memory::default()), "http://wardlight.test")
    }

    /// The transport.
    pub fn mailer(&self) -> &dyn Mailer {
        self.mailer.as_ref()
    }

    /// A path of ours as people reach it from outside.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}

impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Post").field("url", &self.url).finish_non_exhaustive()
    }
}
