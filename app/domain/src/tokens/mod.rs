//! Tokens for programs: what becomes of a refresh token ([`refresh`]), and the rows that an administrator's pages show.
//!
//! To show more of a client or of a device's token, add the field to its row here and to the query of its list in `hospital`.

pub mod refresh;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::access::Action;
use crate::ids::DeviceId;
use crate::time::Moment;

/// A program of the hospital that asks by itself, in the list of whoever runs the hospital.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientRow {
    /// Which. It is also what the program sends as `client_id`.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it may do: names of actions.
    pub scopes: Vec<String>,
    /// When it was made.
    pub created_at: Moment,
    /// When its secret was last changed.
    pub secret_since: Option<Moment>,
    /// When it last asked for a token.
    pub used_at: Option<Moment>,
    /// When it was revoked; none while it works.
    pub revoked_at: Option<Moment>,
}

/// A device's token in the list of whoever runs the hospital. The token itself is not known here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceTokenRow {
    /// Which token.
    pub id: Uuid,
    /// Whose.
    pub device: DeviceId,
    /// The device's name.
    pub name: String,
    /// When it was made.
    pub created_at: Moment,
    /// When the device first used it.
    pub used_at: Option<Moment>,
    /// When it ends by itself, because the device has asked for its successor.
    pub ends_at: Option<Moment>,
}

/// Whether a program may have this right as a scope: what an administrator may give away, and what does not ask that somebody has just proved who they are,
/// which a program cannot.
pub const fn is_scope(action: Action) -> bool {
    action.is_grantable() && !action.wants_fresh_proof()
}

/// What a program may be given, in the order of the list of actions.
pub fn scopes() -> impl Iterator<Item = Action> {
    Action::ALL.iter().copied().filter(|action| is_scope(*action))
}
