//! The pages that an administrator keeps in order, each in one line of the hospital's page.
//!
//! To add one: its line in [`PEOPLE`] or in [`HOUSE`].

use leptos::prelude::*;
use ui::lang::{Key, key, word};
use ui::{Card, Row, Rows};

use crate::routes;

/// A page, its name, and what it is for.
type Desk = (&'static str, Key, Key);

/// The administrator's form pages of people and what they may do.
pub static PEOPLE: [Desk; 12] = [
    (routes::STAFF, key::PLACE_STAFF, key::WHO_WORKS_HERE_THEIR),
    (routes::REGISTRATIONS, key::REGISTRATIONS, key::WHO_REGISTERED_IN_THE),
    (routes::SESSIONS, key::SESSIONS, key::WHO_IS_SIGNED_IN),
    (routes::CLIENTS, key::DESK_PROGRAMS, key::WHAT_USES_THE_API),
    (routes::DEVICE_TOKENS, key::DEVICE_TOKENS, key::WHAT_LETS_EACH_DEVICE),
    (routes::GATEWAYS, key::GATEWAYS, key::GATEWAYS_DESK),
    (
        routes::EMERGENCY_REVIEWS,
        key::EMERGENCY_OPENINGS,
        key::WHO_OPENED_A_RECORD,
    ),
    (routes::AUDIT, key::AUDIT, key::WHO_DID_OR_LOOKED),
    (routes::DUTIES, key::DUTIES, key::WHO_IS_ON_DUTY),
    (routes::ACCESS, key::WHO_MAY_DO_WHAT, key::AND_WHY_BY_ROLE),
    (routes::RIGHTS, key::EXCEPTIONS, key::ONE_RIGHT_GRANTED_OR),
    (
        routes::HOSPITAL_CONSENTS,
        key::DESK_CONSENTS,
        key::WHAT_PATIENTS_OF_THIS,
    ),
];

/// What an administrator keeps of the house itself.
pub static HOUSE: [Desk; 10] = [
    (routes::PLACES, key::WARDS_BEDS_CHAIRS, key::PLACES_DESK),
    (routes::MACHINES, key::MACHINES, key::MACHINES_DESK),
    (routes::WATER, key::WATER_OF_DIALYSIS, key::WATER_DESK),
    (routes::ALARM_RULES, key::ALARM_RULES, key::ALARM_RULES_DESK),
    (routes::ON_CALL, key::ON_CALL, key::ON_CALL_DESK),
    (routes::ALARM_BUDGET, key::ALARM_BUDGET, key::ALARM_BUDGET_DESK),
    (routes::CRITICAL, key::CRITICAL_VALUES, key::CRITICAL_DESK),
    (routes::SET_SYSTEM_ALERTS, key::SYSTEM_ALERTS, key::SYSTEM_ALERTS_DESK),
    (
        routes::HAND_OVER,
        key::DEVICES_HANDED_OVER,
        key::WHAT_TECHNICIANS_LEND_EACH,
    ),
    (
        routes::DIARY_FIGURES,
        key::DIALYSIS_IN_FIGURES,
        key::HOW_FULL_THE_SHIFTS_WERE,
    ),
];

/// What an administrator keeps in order: each page in one line.
#[component]
pub fn Desks(title: &'static str, id: &'static str, desks: &'static [Desk]) -> impl IntoView {
    let rows = desks
        .iter()
        .map(|(path, title, about)| view! { <Row href=*path title=word(*title) text=word(*about)/> }.into_any())
        .collect_view();
    view! { <Card title=title id=id><Rows across=true>{rows}</Rows></Card> }
}
