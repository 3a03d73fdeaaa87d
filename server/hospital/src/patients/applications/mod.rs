//! A person asks for an account in the portal of a hospital.
//!
//! | step | verb |
//! | --- | --- |
//! | the form, in which nobody learns whether a health id or an address is known | [`apply`] |
//! | the link in the mail: the address is proved, and the account is made with a password that is chosen there; it opens nothing yet | [`look`], [`verify`] |
//! | reception sees the application beside the charts that could be theirs | [`list_waiting`] |
//! | and says which one it is, or why not | [`confirm`], [`refuse`] |
//!
//! Only then is there a portal account, and with it a record to see.

mod applicant;
mod apply;
mod decide;
mod list;
mod verify;

pub use applicant::Applicant;
pub use apply::{Form, apply, open_hospitals};
pub use decide::{REASONS, confirm, refuse};
pub use list::{Application, Candidate, Waiting, list_waiting};
pub use verify::{Applied, is_waiting, look, verify};
