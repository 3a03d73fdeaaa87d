//! `/my/preferences`: in which language a patient wishes to be spoken to.

use app::forms::{Around, preferences as pages};
use app::routes::MY_PREFERENCES;
use axum::Form;
use axum::response::Response;
use axum::routing::on;
use hospital::patients::portal::{read_preference, speak};
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
        Ok(kept) => desk.page("The language you speak", Around::Frame, || pages::page(kept)),
        Err(error) => desk.refusal(error),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    language: String,
}

async fn change(desk: Desk, Form(form): Form<Wish>) -> Response {
    let (ctx, typed) = (desk.ctx(), form.language);
    let language = typed.clone();
    match desk.run(async move { speak(&ctx, &language).await }).await {
        Ok(()) => desk.done(MY_PREFERENCES, "Saved."),
        Err(error) => desk.again(MY_PREFERENCES, error, &[("language", &typed)]),
    }
}
