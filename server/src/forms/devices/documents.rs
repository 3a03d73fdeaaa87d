//! `/devices/{device}/documents`: what came with a machine on paper.

use app::forms::Around;
use app::forms::devices::documents as view;
use app::routes::{self, MachinePage};
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Form, Multipart, Path};
use axum::response::Response;
use domain::ids::DeviceId;
use hospital::devices::machines;
use serde::Deserialize;
use uuid::Uuid;

use crate::forms::{Desk, files, id};

pub(super) async fn page(desk: Desk, Path(device): Path<DeviceId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { machines::documents(&ctx, device).await }).await {
        Ok(found) => desk.page("Documents", Around::Frame, || view::page(found)),
        Err(error) => desk.refusal(error),
    }
}

/// Adds one. Whether somebody may is decided before anything of it is read.
pub(super) async fn add(
    desk: Desk,
    Path(device): Path<DeviceId>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let ctx = desk.ctx();
    let here = routes::machine(device, MachinePage::Documents);
    let asking = desk.ctx();
    if let Err(error) = desk.run(async move { machines::may_keep(&asking, device).await }).await {
        return desk.again(&here, error, &[]);
    }
    let sent = match files::read(form).await {
        Ok(sent) => sent,
        Err(error) => return desk.again(&here, error, &[]),
    };
    let kept = ["kind", "valid_until"].map(|name| (name, sent.of(name).to_owned()));
    let done = desk
        .run(async move {
            let (kind, until) = (sent.of("kind").to_owned(), sent.of("valid_until").to_owned());
            machines::add_document(&ctx, device, (&kind, &until), sent.file())
                .await
                .map(|()| "The document is kept.")
        })
        .await;
    desk.back_to(&here, done, &kept)
}

/// Which, and why it goes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Removed {
    id: String,
    reason: String,
}

pub(super) async fn remove(desk: Desk, Path(device): Path<DeviceId>, Form(typed): Form<Removed>) -> Response {
    let ctx = desk.ctx();
    let kept = [("id", typed.id.clone()), ("reason", typed.reason.clone())];
    let done = desk
        .run(async move {
            machines::remove_document(&ctx, device, id(&typed.id), &typed.reason)
                .await
                .map(|()| "The document is taken away. That it was here stays to be known.")
        })
        .await;
    desk.back_to(&routes::machine(device, MachinePage::Documents), done, &kept)
}

pub(super) async fn file(desk: Desk, Path((device, document)): Path<(DeviceId, Uuid)>) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { machines::document(&ctx, device, document).await })
        .await
    {
        Ok(file) => files::answer(file),
        Err(error) => desk.refusal(error),
    }
}
