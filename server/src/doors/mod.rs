//! Doors of pages that are no server functions: forms that work without JavaScript, drawn charts, and the reload of `make dev`.

mod acknowledge;
mod chart;
mod reload;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use hospital::identity::{Caller, RequestId};
use hospital::{Ctx, House};

use crate::state::AppState;

/// Every path of [`routes`]: what the authorisation matrix must know.
pub const PATHS: [&str; 4] = [
    "/alarms/acknowledge",
    "/charts/patients/{patient_id}/day.svg",
    "/my/charts/patients/{patient_id}/day.svg",
    "/dev/reload",
];

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(PATHS[0], post(acknowledge::acknowledge))
        .route(PATHS[1], get(chart::day))
        .route(PATHS[2], get(chart::day))
        .route(PATHS[3], get(reload::reload))
}

/// The context of a page's request.
fn context(house: &Arc<House>, caller: &Caller, request: RequestId) -> Ctx {
    Ctx::new(house.clone(), caller.actor.clone(), request.0)
}
