//! Who is signed in, as every page shows it.

use serde::{Deserialize, Serialize};

use crate::actor::Role;
use crate::ids::{PatientId, UserId, WardId};
use crate::time::{Moment, Zone};

/// The person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The account.
    pub user: UserId,
    /// The name shown.
    pub name: String,
    /// Roles in this hospital.
    pub roles: Vec<Role>,
    /// The hospital's name.
    pub hospital: String,
    /// The hospital's zone.
    pub zone: Zone,
    /// The ward they open first.
    pub ward: Option<WardId>,
    /// The person, for a patient's account.
    pub patient: Option<PatientId>,
}

/// One browser session in the list of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// Browser and system in words.
    pub device: String,
    /// From which address.
    pub address: String,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used, to the minute.
    pub last_seen_at: Moment,
    /// Whether it is the one that asks.
    pub is_this: bool,
}
