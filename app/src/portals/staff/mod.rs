//! What all staff share: their own account, and a home for those whose own area is not built yet (`forms::home`).

use ui::RailItem;
use ui::lang::key;

use super::form_place;
use crate::routes;

/// Navigation of those whose own area is not built yet.
pub fn places_of_home() -> Vec<RailItem> {
    vec![form_place(routes::STAFF_HOME, "home", key::PLACE_HOME)]
}

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![form_place(routes::ACCOUNT, "person", key::PLACE_ACCOUNT)]
}
