//! The patient's portal: their own values in plain words. 17 px text, 48 px targets, no alarm colours.

pub mod home;
pub mod words;

use ui::RailItem;

use super::{form_place, place};
use crate::routes;

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![
        place(routes::MY, "home", "Home"),
        form_place(routes::PORTAL_ACCOUNT.account, "person", "Account"),
    ]
}
