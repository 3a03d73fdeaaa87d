//! `/patients/{patient}/record/flags`: what must be known of a patient first.

use app::forms::Around;
use app::forms::patients::flags as view;
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use domain::ids::PatientId;
use domain::records::flags::Typed;
use hospital::patients::identity::open_identity;
use hospital::records::flags;
use serde::Deserialize;

use crate::forms::{Desk, id, unknown_act};

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let list = flags::list(&ctx, patient).await?;
        Ok((open_identity(&ctx, patient).await?, list))
    });
    match opened.await {
        Ok((identity, list)) => desk.page("Warnings", Around::Frame, || view::page(identity, list)),
        Err(error) => desk.refusal(error),
    }
}

/// Which act, on what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    act: String,
    id: String,
    because: String,
    #[serde(flatten)]
    typed: Typed,
}

pub(super) async fn act(desk: Desk, Path(patient): Path<PatientId>, Form(posted): Form<Posted>) -> Response {
    let (ctx, typed) = (desk.ctx(), posted.typed.clone());
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "add" => flags::add(&ctx, patient, &posted.typed)
                    .await
                    .map(|()| "This stands in the banner of every page from now on."),
                "end" => flags::end(&ctx, patient, id(&posted.id), &posted.because)
                    .await
                    .map(|()| "It holds no longer; that it did stays to be seen."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    desk.back_to(&routes::flags_of(patient), done, &kept)
}
