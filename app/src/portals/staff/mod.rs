//! What all staff share: their own account.

use ui::RailItem;
use ui::lang::key;

use super::form_place;
use crate::routes;

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![form_place(routes::ACCOUNT, "person", key::PLACE_ACCOUNT)]
}
