//! The administrator's portal: the hospital in figures, its devices, and its people.

pub(crate) mod breaks;
mod desks;
pub mod hospital;

use ui::RailItem;
use ui::lang::key;

use super::{form_place, patients, place};
use crate::routes;

/// Navigation. Staff, registrations and the like are reached from the hospital's page.
pub fn places() -> Vec<RailItem> {
    vec![
        place(routes::HOSPITAL, "building", key::PLACE_TODAY),
        patients(),
        place(routes::DEVICES, "machine", key::PLACE_DEVICES),
    ]
}

/// Navigation of whoever receives people.
pub fn places_of_reception() -> Vec<RailItem> {
    vec![
        patients(),
        form_place(routes::REGISTRATIONS, "clipboard", key::PLACE_REGISTRATIONS),
        form_place(routes::STAFF, "people", key::PLACE_STAFF),
    ]
}

/// Navigation of whoever runs the platform.
pub fn places_of_platform() -> Vec<RailItem> {
    vec![form_place(routes::PLATFORM, "building", key::PLACE_PLATFORM)]
}
