//! `GET /gallery`, `GET /gallery/{group}`: the parts of the design system in every state. Only a demo shows it; its people are invented, so whoever comes may look.

use app::Locale;
use app::gallery::{Look, draw};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use hospital::HospitalError;
use serde::Deserialize;

use crate::pages;
use crate::state::AppState;

/// How it is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    theme: String,
    dir: String,
    density: String,
}

/// The first group.
pub async fn first(State(state): State<AppState>, Query(asked): Query<Asked>) -> Response {
    show(&state, "", &asked)
}

/// A group.
pub async fn group(State(state): State<AppState>, Path(group): Path<String>, Query(asked): Query<Asked>) -> Response {
    show(&state, &group, &asked)
}

fn show(state: &AppState, group: &str, asked: &Asked) -> Response {
    let look = Look::of(&asked.theme, &asked.dir, &asked.density);
    let page = state
        .config
        .demo
        .then(|| draw(group, look, &pages::assets(state)))
        .flatten();
    match page {
        Some(page) => ([(header::CACHE_CONTROL, "no-cache")], Html(page)).into_response(),
        None => pages::refusal(state, HospitalError::NotFound, Locale::ENGLISH),
    }
}
