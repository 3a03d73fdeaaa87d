//! The patient's portal: their own values in plain words. 17 px text, 48 px targets, no alarm colours.

pub mod home;
pub mod words;

use ui::RailItem;

use super::place;
use crate::routes;

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![place(routes::MY, "home", "Home")]
}
