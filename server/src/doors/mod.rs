//! Doors of pages that are no server functions: forms that work without JavaScript, drawn charts, the gallery of a demo, and the reload of `make dev`.

mod acknowledge;
mod chart;
mod gallery;
mod reload;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::on;
use hospital::identity::{Caller, RequestId};
use hospital::{Ctx, House};

use crate::endpoint::{self, Endpoint};
use crate::state::AppState;

/// The longest form: an id, the page to go back to, and a note of 500 characters, each of which may take twelve bytes in a form.
const LONGEST_FORM: usize = 16 * 1024;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 6] = [
    Endpoint::post("/alarms/acknowledge", |it| on(it, acknowledge::acknowledge)),
    Endpoint::get("/charts/patients/{patient_id}/day.svg", |it| on(it, chart::day)),
    Endpoint::get("/my/charts/patients/{patient_id}/day.svg", |it| on(it, chart::day)),
    Endpoint::get("/gallery", |it| on(it, gallery::first)),
    Endpoint::get("/gallery/{group}", |it| on(it, gallery::group)),
    Endpoint::get("/dev/reload", |it| on(it, reload::reload)),
];

/// Their routes.
pub fn routes() -> Router<AppState> {
    endpoint::routes(&ENDPOINTS).layer(DefaultBodyLimit::max(LONGEST_FORM))
}

/// The context of a page's request.
fn context(house: &Arc<House>, caller: &Caller, request: RequestId) -> Ctx {
    caller.ctx(house, request)
}
