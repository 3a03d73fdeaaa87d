//! `/my/record`: the reader's record as the portal shows it.

use app::forms::{Around, record as pages};
use app::routes::{MY_RECORD, read_before};
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use hospital::patients::portal;
use serde::Deserialize;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// This door.
pub static ENDPOINTS: [Endpoint<AppState>; 1] = [Endpoint::get(MY_RECORD, |it| on(it, mine))];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    before: String,
}

async fn mine(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let ctx = desk.ctx();
    let before = read_before(&asked.before);
    match desk.run(async move { portal::open_record(&ctx, before).await }).await {
        Ok(record) => desk.page("My record", Around::Frame, || pages::mine(record)),
        Err(error) => desk.refusal(error),
    }
}
