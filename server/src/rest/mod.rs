//! `/api/v1`: the door of devices and programs. Devices show a token of their own ([`devices::authenticate`]), programs an access token
//! ([`bearer::Bearer`]). One file per area; each handler parses, calls one verb of `hospital`, and maps the error.
//!
//! To add an endpoint: its handler here, its row in [`ENDPOINTS`], its path in `openapi.rs` and its rows in the authorisation matrix; tests compare
//! the document and the matrix with the table. A new kind of error: its paragraph in `problem.rs`.

pub mod auth;
mod batch;
pub mod bearer;
mod body;
mod describe_auth;
mod describe_live;
mod describe_waves;
pub mod devices;
pub mod health;
pub mod openapi;
mod page;
pub mod problem;
pub mod readings;
pub mod waves;

use axum::Router;
use axum::routing::{any, on};

use crate::endpoint::{self, Endpoint};
use crate::state::AppState;
use problem::{Kind, Problem};

/// The endpoints of the API, of health and of metrics.
pub static ENDPOINTS: [Endpoint<AppState>; 17] = [
    Endpoint::post("/api/v1/devices/{device_id}/readings", |it| {
        on(it, readings::post_readings)
    }),
    Endpoint::post("/api/v1/devices/{device_id}/heartbeat", |it| {
        on(it, devices::post_heartbeat)
    }),
    Endpoint::post("/api/v1/devices/{device_id}/sessions", |it| {
        on(it, devices::post_session)
    }),
    Endpoint::post("/api/v1/devices/{device_id}/waves", |it| on(it, waves::post_waves)),
    Endpoint::post("/api/v1/devices/{device_id}/token", |it| on(it, devices::post_token)),
    Endpoint::post("/api/v1/devices/batch", |it| on(it, batch::post_batch)),
    Endpoint::post("/api/v1/auth/login", |it| on(it, auth::log_in)),
    Endpoint::post("/api/v1/auth/token", |it| on(it, auth::token)),
    Endpoint::post("/api/v1/auth/refresh", |it| on(it, auth::refresh)),
    Endpoint::post("/api/v1/auth/logout", |it| on(it, auth::log_out)),
    Endpoint::get("/api/v1/auth/me", |it| on(it, auth::me)),
    Endpoint::get("/.well-known/jwks.json", |it| on(it, auth::jwks)),
    Endpoint::get("/api/v1/openapi.json", |it| on(it, openapi::document)),
    Endpoint::get("/api/v1/docs", |it| on(it, openapi::page)),
    Endpoint::get("/health/live", |it| on(it, health::live)),
    Endpoint::get("/health/ready", |it| on(it, health::ready)),
    Endpoint::get("/metrics", |it| on(it, health::metrics)),
];

/// Their routes. What lies under `/api/v1` and has none is answered here too, not by the pages: programs read problem documents.
pub fn routes() -> Router<AppState> {
    endpoint::routes(&ENDPOINTS)
        .method_not_allowed_fallback(async || Problem::new(Kind::Method, "Use a method that the header Allow names."))
        .nest("/api/v1", Router::new().fallback(no_endpoint))
        // The one path below it that a nested router leaves to the outer one.
        .route("/api/v1/", any(no_endpoint))
}

async fn no_endpoint() -> Problem {
    Problem::new(
        Kind::NoEndpoint,
        "Check the path: /api/v1/docs lists every one there is.",
    )
}
