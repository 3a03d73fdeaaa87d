//! `/hospital/outbox`: the mails of a demo. Outside of a demo there is no such page: the mails hold links that open accounts.

use app::forms::{Around, outbox as pages};
use app::routes::OUTBOX;
use axum::response::Response;
use axum::routing::on;
use hospital::HospitalError;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 1] = [Endpoint::get(OUTBOX, |it| on(it, page))];

async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { hospital::mail::list::list_kept(&ctx).await })
        .await
    {
        Ok(_) if !desk.state.config.demo => desk.refusal(HospitalError::NotFound),
        Ok(mails) => desk.page("Outbox", Around::Frame, || pages::page(mails)),
        Err(error) => desk.refusal(error),
    }
}
