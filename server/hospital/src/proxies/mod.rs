//! People who care for a patient and may see parts of the record, until a day. The patient names them by e-mail address and ends it at any time.
//!
//! | verb | does |
//! | --- | --- |
//! | [`name`] | invites an address: which parts, how long |
//! | [`end`] | ends one; their pages and sockets close within a second |
//! | [`list_own`] | whom the person has named |
//! | [`list_records`] | the records that an account opens: its own, and those of whom it cares for |
//! | [`take_up`] | at the door: invitations to the address of who signs in become theirs |
//!
//! Whether an address belongs to an account must not be learnt from naming it. So naming looks nobody up: it writes the invitation, which is all that the patient
//! reads afterwards, and [`take_up`] makes the proxy when whoever holds the address is there. (An account has its address only after a mail to it was
//! answered.) A mail to an address without an account would be a job left in [`name`]'s transaction, for every address alike.
//!
//! A carer reads as [`domain::actor::Actor::Proxy`]: the wall opens that one patient to them, `decide` lets them read and nothing else, and
//! `patients::portal` shapes what they read by the parts they were let into.

mod end;
mod list;
mod name;
mod records;
mod take_up;

use domain::ids::PatientId;
use uuid::Uuid;

use crate::keys::Place;

pub use end::end;
pub use list::{Named, Own, list_own};
pub use name::{Naming, name};
pub use records::{Opens, list_records};
pub use take_up::take_up;

/// The longest time for which somebody is let in, in days.
pub const LONGEST_DAYS: u16 = 365;
/// How many may be let in at a time.
pub const MOST: i64 = 10;

/// Where an invitation keeps the address that the patient named.
pub(crate) const fn named_email_of(invitation: Uuid, patient: PatientId) -> Place {
    Place::new("proxy_invitation", "email_sealed", invitation).of(patient)
}
