//! What lies outside of the house and can be exchanged: each is a trait with a real default and a fake for tests.
//!
//! To add one: a trait here, its implementations in the area that uses it, and a field of [`crate::House`].

use std::fmt;
use std::pin::Pin;

use domain::time::Moment;
use uuid::Uuid;

/// A mail, written and ready to go. Plain text.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// The job that sends it: a mail that is sent twice has the same number.
    pub id: Uuid,
    /// The address.
    pub to: String,
    /// Subject, in ASCII: it never says more than that there is something.
    pub subject: String,
    /// Text.
    pub text: String,
    /// When it was written.
    pub at: Moment,
}

impl fmt::Debug for Mail {
    /// Neither the address nor the text, which holds a link.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Why a mail did not go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailFault {
    /// Later it may.
    #[error("{0}")]
    Later(&'static str),
    /// This one never will: such an address, say.
    #[error("{0}")]
    Never(&'static str),
}

/// What is sent and not yet there.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), MailFault>> + Send + 'a>>;
/// What is looked up and not yet there.
pub type Looking<'a> = Pin<Box<dyn Future<Output = Result<Vec<Mail>, MailFault>> + Send + 'a>>;

/// Carries mails. Sending one twice under the same number must be as harmless as it can be made.
pub trait Mailer: Send + Sync {
    /// Sends it, or says why not.
    fn send(&self, mail: Mail) -> Sending<'_>;

    /// The mails that lie here because they leave the machine in no other way, newest first; none for a transport that sends them away.
    fn kept(&self) -> Option<Looking<'_>> {
        None
    }
}
