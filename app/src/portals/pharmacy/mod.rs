//! The pharmacist's portal: a home, until there are prescriptions.

pub mod home;

use ui::RailItem;
use ui::lang::key;

use super::place;
use crate::routes;

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![place(routes::PHARMACY, "pill", key::PLACE_PHARMACY)]
}
