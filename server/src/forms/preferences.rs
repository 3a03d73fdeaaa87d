//! `/my/preferences`: what a patient prefers in the portal.

use app::forms::{Around, preferences as pages};
use app::routes::MY_PREFERENCES;
use axum::Form;
use axum::response::Response;
use axum::routing::on;
use hospital::patients::portal::{Preference, prefer, read_preference};
use serde::Deserialize;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// These doors.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get(MY_PREFERENCES, |it| on(it, read)),
    Endpoint::post(MY_PREFERENCES, |it| on(it, change)),
];

async fn read(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { read_preference(&ctx).await }).await {
        Ok(kept) => desk.page("How this page looks", Around::Frame, || pages::page(kept)),
        Err(error) => desk.refusal(error),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    large_text: String,
    language: String,
}

async fn change(desk: Desk, Form(form): Form<Wish>) -> Response {
    let ctx = desk.ctx();
    let typed = form.language.clone();
    let wish = Preference {
        large_text: !form.large_text.is_empty(),
        language: form.language,
    };
    match desk.run(async move { prefer(&ctx, &wish).await }).await {
        Ok(()) => desk.done(MY_PREFERENCES, "Saved."),
        Err(error) => desk.again(MY_PREFERENCES, error, &[("language", &typed)]),
    }
}
