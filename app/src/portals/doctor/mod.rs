//! The doctor's portal: the live ward and the page of one patient. Nurses open the same pages.

pub mod due;
pub mod patient;
mod shown;
pub mod ward;

use ui::RailItem;
use ui::lang::key;

use super::{dialysis, emergency, my_patients, place};
use crate::routes;

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![
        place(routes::WARD, "bed", key::PLACE_WARD),
        my_patients(),
        dialysis(),
        emergency(),
    ]
}
