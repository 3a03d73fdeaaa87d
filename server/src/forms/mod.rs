//! The doors of form pages: [`Desk`] gathers what each needs (who asks, the house, what there is to say once), calls one verb, and draws with `app::forms` or
//! redirects after an act (post, redirect, get).
//!
//! # Adding a page
//! A file named by its area with one `async fn` for GET and one for each act, their rows in the table of that file, the table's name in [`endpoints`], and their rows in
//! the authorisation matrix. A door is short: `desk.run(verb).await`, then [`Desk::page`], [`Desk::done`] or [`Desk::again`].

mod consents;
pub mod desk;
mod emergency;
pub mod flash;
mod my_record;
mod portal;
mod preferences;
mod proxies;

use axum::Router;
use axum::extract::DefaultBodyLimit;

use crate::endpoint::{self, Endpoint};
use crate::state::AppState;

pub use desk::Desk;
pub use flash::Flashes;

/// The longest form: a few short fields and a text of 2,000 characters, each of which may take twelve bytes.
const LONGEST_FORM: usize = 32 * 1024;

/// Every door of form pages, by area.
pub fn endpoints() -> impl Iterator<Item = &'static Endpoint<AppState>> {
    let areas: [&'static [Endpoint<AppState>]; 6] = [
        &consents::ENDPOINTS,
        &emergency::ENDPOINTS,
        &my_record::ENDPOINTS,
        &portal::ENDPOINTS,
        &preferences::ENDPOINTS,
        &proxies::ENDPOINTS,
    ];
    areas.into_iter().flatten()
}

/// Their routes.
pub fn routes() -> Router<AppState> {
    endpoint::collect(endpoints()).layer(DefaultBodyLimit::max(LONGEST_FORM))
}
