//! `/home`: the home of staff whose own area is not built yet.

use app::finding::groups::places;
use app::forms::{Around, home as view};
use app::routes::STAFF_HOME;
use axum::response::Response;
use axum::routing::on;

use super::Desk;
use super::search::enter;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The door.
pub static ENDPOINTS: [Endpoint<AppState>; 1] = [Endpoint::get(STAFF_HOME, |it| on(it, page))];

/// It shows nothing of the hospital: who may read their account may read it.
async fn page(desk: Desk) -> Response {
    let (ctx, asks) = (desk.ctx(), desk.ctx());
    let roles = desk.roles();
    match desk.run(async move { enter(&asks).await }).await {
        Ok(()) => desk.page("Home", Around::Frame, move || view::page(&roles, places(&ctx, false))),
        Err(error) => desk.refusal(error),
    }
}
