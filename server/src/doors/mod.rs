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

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/alarms/acknowledge", post(acknowledge::acknowledge))
        .route("/charts/patients/{patient_id}/day.svg", get(chart::day))
        .route("/my/charts/patients/{patient_id}/day.svg", get(chart::day))
        .route("/dev/reload", get(reload::reload))
}

/// The context of a page's request.
fn context(house: &Arc<House>, caller: &Caller, request: RequestId) -> Ctx {
    Ctx::new(house.clone(), caller.actor.clone(), request.0)
}
