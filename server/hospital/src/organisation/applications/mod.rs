//! A hospital asks to be taken in, and the platform decides. There is no hospital before that, so an application can do nothing.
//!
//! | step | verb |
//! | --- | --- |
//! | the form | [`apply`] |
//! | the link in the mail to the first admin: the address is proved | [`look`], [`verify`] |
//! | a super admin sees it | [`list_waiting`] |
//! | approves it: the hospital is made, and its first admin is invited; or refuses it | [`approve`], [`refuse`] |

mod apply;
mod decide;
mod verify;

use uuid::Uuid;

use crate::keys::Place;

pub use apply::{Form, apply};
pub use decide::{Application, approve, list_waiting, refuse};
pub use verify::{look, verify};

/// Where an application keeps the address of the first admin.
pub(crate) const fn admin_email_of(application: Uuid) -> Place {
    Place::new("hospital_application", "admin_email_sealed", application)
}
