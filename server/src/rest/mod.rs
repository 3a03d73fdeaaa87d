//! `/api/v1`: the door of devices and programs. One file per area; each handler parses, calls one verb of `hospital`, and maps the error.
//!
//! To add an endpoint: its handler here, its route in [`routes`], its path in `openapi.rs`, and its row in the authorisation matrix (a test
//! demands one for each described path, and no other).

mod body;
mod describe_live;
pub mod devices;
pub mod health;
pub mod openapi;
mod page;
pub mod problem;
pub mod readings;

use axum::Router;
use axum::routing::{get, post};

use crate::state::AppState;

/// The routes of the API, of health and of metrics.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/v1/devices/{device_id}/readings", post(readings::post_readings))
        .route("/api/v1/devices/{device_id}/heartbeat", post(devices::post_heartbeat))
        .route("/api/v1/devices/{device_id}/sessions", post(devices::post_session))
        .route("/api/v1/openapi.json", get(openapi::document))
        .route("/api/v1/docs", get(openapi::page))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/metrics", get(health::metrics))
}
