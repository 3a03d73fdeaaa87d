//! Choosing a language before anybody has signed in: it is kept in a cookie of the browser, and nobody is asked who they are.

use app::Locale;
use app::language::COOKIE;
use app::routes::LANGUAGE;
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::on;
use serde::Deserialize;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::sessions::cookie;
use crate::state::AppState;

/// A year, in seconds.
const KEPT: u32 = 31_536_000;

/// The door.
pub static ENDPOINTS: [Endpoint<AppState>; 1] = [Endpoint::post(LANGUAGE, |it| on(it, choose))];

/// The tag of a language.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    language: String,
}

/// Keeps it and goes back to the page from which it was chosen.
async fn choose(desk: Desk, Form(wanted): Form<Wanted>) -> Response {
    keep(Redirect::to(desk.came_from()).into_response(), &wanted.language)
}

/// The answer, which tells the browser of the language; one that we do not have is not kept.
pub(super) fn keep(mut answer: Response, tag: &str) -> Response {
    if let Some(locale) = Locale::of_tag(tag) {
        cookie::set(answer.headers_mut(), COOKIE, locale.tag(), Some(KEPT));
    }
    answer
}
