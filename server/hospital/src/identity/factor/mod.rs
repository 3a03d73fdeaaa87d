//! The second factor: six digits from an app (TOTP, RFC 6238), and ten recovery codes for the day the telephone is gone.
//!
//! | file | does |
//! | --- | --- |
//! | `totp` | the secret, its QR code, and which step a code belongs to: pure |
//! | `codes` | recovery codes: how they are made, written and known again |
//! | `enrol` | sets an app up: begin, and confirm with its first code |
//! | `take` | takes a code, once |
//! | `status` | what an account has, and what its hospital asks |
//! | `renew` | new recovery codes |
//! | `remove` | takes the factor away; asks for a password that can stand alone |
//! | `require` | a hospital asks it of its staff, or does not |
//!
//! An account has a factor once its first code was right (`confirmed_at`). Another app is set up beside the old one, which works until
//! the new one's first code was right.

mod codes;
mod enrol;
mod remove;
mod renew;
mod require;
mod status;
mod take;
mod totp;

pub use codes::RecoveryCodes;
pub use enrol::{Enrolment, begin, confirm, pending};
pub use remove::remove;
pub use renew::renew;
pub use require::require;
pub use status::{Status, status};
pub(crate) use take::take_in;

use domain::ids::UserId;

use crate::keys::Place;

/// Where a secret of this table is sealed: a row copied over another's opens nothing.
fn place(column: &'static str, user: UserId) -> Place {
    Place::new("second_factor", column, user.0)
}

/// What every refusal of a code says, whatever was wrong with it.
pub const WRONG_CODE: &str = "This code is not right, or it was used already. Wait for the next one in your app, or use one of your recovery codes.";
