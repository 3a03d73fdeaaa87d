//! `/devices/{device}/messages`: what a machine sent as HL7, for whoever keeps it.

use app::forms::{Around, messages as pages};
use app::routes::read_message_before;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::on;
use domain::ids::DeviceId;
use hospital::telemetry::messages;
use serde::Deserialize;
use uuid::Uuid;

use super::{Desk, id};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get("/devices/{device}/messages", |it| on(it, page)),
    Endpoint::get("/devices/{device}/messages/{message}", |it| on(it, open)),
];

/// Which page of the list.
#[derive(Deserialize)]
struct From {
    before: Option<String>,
}

async fn page(desk: Desk, Path(device): Path<String>, Query(from): Query<From>) -> Response {
    let (ctx, device) = (desk.ctx(), id::<DeviceId>(&device));
    let before = from.before.as_deref().and_then(read_message_before);
    match desk
        .run(async move { messages::machine_messages(&ctx, device, before).await })
        .await
    {
        Ok(list) => desk.page("HL7 messages", Around::Frame, || pages::page(list)),
        Err(error) => desk.refusal(error),
    }
}

async fn open(desk: Desk, Path((device, message)): Path<(String, String)>) -> Response {
    let (ctx, device, message) = (desk.ctx(), id::<DeviceId>(&device), id::<Uuid>(&message));
    match desk
        .run(async move { messages::open_message(&ctx, device, message).await })
        .await
    {
        Ok(opened) => desk.page("HL7 message", Around::Frame, || pages::opened(opened)),
        Err(error) => desk.refusal(error),
    }
}
