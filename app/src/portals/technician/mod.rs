//! The technician's portal: the devices of the hospital and how they report, without patients.

pub mod devices;

use ui::RailItem;
use ui::lang::key;

use super::{form_place, place};
use crate::routes;

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![
        place(routes::DEVICES, "machine", key::PLACE_DEVICES),
        form_place(routes::MACHINES, "wrench", key::PLACE_MACHINES),
    ]
}
