//! The administrator's portal: the hospital in figures, its devices, and its people.

pub mod hospital;

use ui::RailItem;

use super::{form_place, patients, place};
use crate::routes;

/// Navigation. Staff, registrations and the like are reached from the hospital's page.
pub fn places() -> Vec<RailItem> {
    vec![
        place(routes::HOSPITAL, "building", "Today"),
        patients(),
        place(routes::DEVICES, "machine", "Devices"),
    ]
}

/// Navigation of whoever receives people.
pub fn places_of_reception() -> Vec<RailItem> {
    vec![
        patients(),
        form_place(routes::REGISTRATIONS, "clipboard", "Registrations"),
        form_place(routes::STAFF, "people", "Staff"),
    ]
}

/// Navigation of whoever runs the platform.
pub fn places_of_platform() -> Vec<RailItem> {
    vec![form_place(routes::PLATFORM, "building", "Hospitals")]
}
