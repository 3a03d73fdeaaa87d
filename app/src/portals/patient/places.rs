//! Navigation of the portal.

use ui::RailItem;
use ui::lang::key;

use crate::portals::{form_place, place};
use crate::routes;

/// Navigation of a patient.
pub fn places() -> Vec<RailItem> {
    vec![
        place(routes::MY, "home", key::PLACE_HOME),
        place(routes::MY_RECORD, "document", key::PLACE_RECORD),
        form_place(routes::PORTAL_CHAT.page, "chat", key::PLACE_MESSAGES),
        place(routes::MY_CONSENTS, "people", key::PLACE_SHARING),
        form_place(routes::PORTAL_ACCOUNT.account, "person", key::PLACE_ACCOUNT),
    ]
}

/// Navigation of who reads the record of somebody they care for.
pub fn places_of_carer() -> Vec<RailItem> {
    vec![
        place(routes::MY, "home", key::PLACE_HOME),
        place(routes::MY_RECORD, "document", key::PLACE_RECORD),
        place(routes::MY_PROXIES, "people", key::PLACE_PEOPLE),
        form_place(routes::PORTAL_ACCOUNT.account, "person", key::PLACE_ACCOUNT),
    ]
}
