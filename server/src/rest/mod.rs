//! `/api/v1`: the door of devices and programs. One file per area; each handler parses, calls one verb of `hospital`, and maps the error.
//!
//! To add an endpoint: its handler here, its row in [`ENDPOINTS`], its path in `openapi.rs` and its rows in the authorisation matrix; tests compare
//! the document and the matrix with the table.

mod body;
mod describe_live;
pub mod devices;
pub mod health;
pub mod openapi;
mod page;
pub mod problem;
pub mod readings;

use axum::Router;
use axum::routing::on;

use crate::endpoint::{self, Endpoint};
use crate::state::AppState;

/// The endpoints of the API, of health and of metrics.
pub static ENDPOINTS: [Endpoint<AppState>; 8] = [
    Endpoint::post("/api/v1/devices/{device_id}/readings", |it| {
        on(it, readings::post_readings)
    }),
    Endpoint::post("/api/v1/devices/{device_id}/heartbeat", |it| {
        on(it, devices::post_heartbeat)
    }),
    Endpoint::post("/api/v1/devices/{device_id}/sessions", |it| {
        on(it, devices::post_session)
    }),
    Endpoint::get("/api/v1/openapi.json", |it| on(it, openapi::document)),
    Endpoint::get("/api/v1/docs", |it| on(it, openapi::page)),
    Endpoint::get("/health/live", |it| on(it, health::live)),
    Endpoint::get("/health/ready", |it| on(it, health::ready)),
    Endpoint::get("/metrics", |it| on(it, health::metrics)),
];

/// Their routes.
pub fn routes() -> Router<AppState> {
    endpoint::routes(&ENDPOINTS)
}
