//! The administrator's portal: the hospital in figures, and its devices.

pub mod hospital;

use ui::RailItem;

use super::place;
use crate::routes;

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![
        place(routes::HOSPITAL, "building", "Today"),
        place(routes::DEVICES, "machine", "Devices"),
    ]
}
