//! The doors of form pages: [`Desk`] gathers what each needs (who asks, the house, what there is to say once), calls one verb, and draws with `app::forms` or
//! redirects after an act (post, redirect, get).
//!
//! # Adding a page
//! A file named by its area with one `async fn` for GET and one for each act, their rows in the table of that file, the table's name in [`endpoints`], and their rows in
//! the authorisation matrix. A door is short: `desk.run(verb).await`, then [`Desk::page`], [`Desk::done`] or [`Desk::again`].

mod access;
pub mod account;
mod alerts;
pub mod asking;
pub mod audit;
mod calls;
mod care_team;
mod chat;
pub mod clients;
mod consents;
mod critical;
pub mod desk;
pub mod device_tokens;
mod devices;
mod dialysis;
mod diary;
mod duties;
mod emergency;
mod files;
pub mod flash;
pub mod gateways;
mod hand_over;
mod home;
pub mod invitation;
mod language;
pub mod link;
pub mod messages;
mod my_record;
mod notices;
mod on_call;
pub mod outbox;
pub mod patients;
mod places;
pub mod platform;
mod portal;
mod preferences;
mod proxies;
pub mod recover;
pub mod register;
pub mod registrations;
mod rights;
mod search;
pub mod staff;
mod system_alerts;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use domain::access::Action;
use domain::ids::{PatientId, UserId};
use domain::invalid::Invalid;
use hospital::{Ctx, HospitalError};
use secrecy::SecretString;
use serde::{Deserialize, Deserializer};
use uuid::Uuid;

use crate::endpoint::{self, Endpoint};
use crate::state::AppState;

pub use desk::Desk;
pub use flash::Flashes;

/// The longest form: a few short fields and a text of 2,000 characters, each of which may take twelve bytes.
const LONGEST_FORM: usize = 32 * 1024;

/// A password in a form: it is a secret from the moment it is read (`#[serde(deserialize_with = "secret")]`).
fn secret<'de, D: Deserializer<'de>>(from: D) -> Result<SecretString, D::Error> {
    String::deserialize(from).map(SecretString::from)
}

/// Every door of form pages, by area.
pub fn endpoints() -> impl Iterator<Item = &'static Endpoint<AppState>> {
    let areas: [&'static [Endpoint<AppState>]; 42] = [
        &access::ENDPOINTS,
        &account::OF_STAFF,
        &account::OF_PORTAL,
        &account::BESIDE,
        &alerts::ENDPOINTS,
        &audit::ENDPOINTS,
        &calls::ENDPOINTS,
        &care_team::ENDPOINTS,
        &chat::ENDPOINTS,
        &clients::ENDPOINTS,
        &consents::ENDPOINTS,
        &critical::ENDPOINTS,
        &device_tokens::ENDPOINTS,
        &dialysis::ENDPOINTS,
        &diary::ENDPOINTS,
        &diary::own::ENDPOINTS,
        &devices::ENDPOINTS,
        &duties::ENDPOINTS,
        &emergency::ENDPOINTS,
        &gateways::ENDPOINTS,
        &hand_over::ENDPOINTS,
        &home::ENDPOINTS,
        &invitation::ENDPOINTS,
        &language::ENDPOINTS,
        &messages::ENDPOINTS,
        &my_record::ENDPOINTS,
        &notices::ENDPOINTS,
        &on_call::ENDPOINTS,
        &outbox::ENDPOINTS,
        &patients::ENDPOINTS,
        &places::ENDPOINTS,
        &platform::ENDPOINTS,
        &portal::ENDPOINTS,
        &preferences::ENDPOINTS,
        &proxies::ENDPOINTS,
        &recover::ENDPOINTS,
        &register::ENDPOINTS,
        &registrations::ENDPOINTS,
        &rights::ENDPOINTS,
        &search::ENDPOINTS,
        &staff::ENDPOINTS,
        &system_alerts::ENDPOINTS,
    ];
    areas.into_iter().flatten()
}

/// What a form names by its id. What is no id is the id of nothing: the verb finds nobody there, and says what to choose.
fn id<T: From<Uuid>>(text: &str) -> T {
    T::from(Uuid::parse_str(text).unwrap_or_default())
}

/// The colleague whom a form names for `action`: by id out of a list, or by employee id where the list is too long to show.
async fn person(ctx: &Ctx, action: Action, text: &str) -> hospital::Result<UserId> {
    if text.trim().is_empty() || Uuid::parse_str(text).is_ok() {
        return Ok(id(text));
    }
    let found = hospital::care::of_employee_id(ctx, action, text).await?;
    Ok(found.unwrap_or(id("")))
}

/// Whom a form books: by id out of a list, or by their number in the hospital where the list is too long to show.
async fn to_book(ctx: &Ctx, text: &str) -> hospital::Result<PatientId> {
    if text.trim().is_empty() || Uuid::parse_str(text).is_ok() {
        return Ok(id(text));
    }
    hospital::dialysis::diary::of_number(ctx, text).await
}

/// For a form without the name of its act: no page of ours sends one.
fn unknown_act() -> HospitalError {
    HospitalError::Invalid(vec![Invalid::new(
        "",
        "This form cannot be understood. Load the page again.",
    )])
}

/// Their routes.
pub fn routes() -> Router<AppState> {
    endpoint::collect(endpoints()).layer(DefaultBodyLimit::max(LONGEST_FORM))
}
