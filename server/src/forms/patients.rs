//! `/patients`: the patients that are the reader's own.

use app::forms::{Around, patients as view};
use app::routes;
use axum::response::Response;
use axum::routing::on;
use hospital::patients;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The door.
pub static ENDPOINTS: [Endpoint<AppState>; 1] = [Endpoint::get(routes::PATIENTS, |it| on(it, page))];

async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { patients::my_patients(&ctx).await }).await {
        Ok(mine) => desk.page("My patients", Around::Frame, || view::page(mine)),
        Err(error) => desk.refusal(error),
    }
}
