//! What all staff share: their own account.

pub mod account;

use ui::RailItem;

use super::place;
use crate::routes;

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![place(routes::ACCOUNT, "person", "Account")]
}
