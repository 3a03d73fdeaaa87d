//! The home of staff whose own area is not built yet, a billing clerk and a laboratory technician: it says so, and lists what they may open, by the same rights as the
//! search. Any member of staff may open it; the rail names it to those two. Once an area has pages, its role gets a home there (`routes::home_of`) and its line here goes.

use domain::actor::Role;
use leptos::prelude::*;
use ui::lang::{Key, key, word};
use ui::{Card, Note, PageHead, Row, Rows};

use super::parts::Said;
use crate::finding::places::Place;
use crate::routes;

/// The page: of somebody with these roles, who may open these places.
pub fn page(roles: &[Role], places: Vec<Place>) -> AnyView {
    let missing = roles.iter().copied().filter_map(not_here);
    let notes = missing
        .map(|says| view! { <Note>{word(says)}</Note> }.into_any())
        .collect_view();
    let rows = places
        .into_iter()
        .map(|place| view! { <Row href=place.href title=word(place.name) text=word(place.note)/> }.into_any())
        .collect_view();
    view! {
        <PageHead title=word(key::PLACE_HOME)/>
        <Said/>
        <div class="stack">
            {notes}
            <Card title=word(key::STAFF_HOME_WORKS) id="works">
                <Rows across=true>
                    <Row href=routes::SEARCH title=word(key::FIND_SEARCH) text=word(key::STAFF_HOME_SEARCH)/>
                    {rows}
                </Rows>
            </Card>
        </div>
    }
    .into_any()
}

/// What is said to whom works in what is not built.
const fn not_here(role: Role) -> Option<Key> {
    match role {
        Role::BillingClerk => Some(key::STAFF_HOME_NO_BILLING),
        Role::LabTechnician => Some(key::STAFF_HOME_NO_LABORATORY),
        _ => None,
    }
}
