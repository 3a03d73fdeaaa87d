//! What all staff share: their own account.

use ui::RailItem;

use super::form_place;
use crate::routes;

/// Navigation.
pub fn places() -> Vec<RailItem> {
    vec![form_place(routes::ACCOUNT, "person", "Account")]
}
