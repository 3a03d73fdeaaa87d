//! `/patients/{patient}/record/surgeries`: what was operated.

use app::forms::Around;
use app::forms::patients::medicines as view;
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use domain::ids::PatientId;
use domain::records::surgeries::Typed;
use hospital::patients::identity::open_identity;
use hospital::records::surgeries;
use serde::Deserialize;

use crate::forms::{Desk, id, unknown_act};

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let list = surgeries::list(&ctx, patient).await?;
        Ok((open_identity(&ctx, patient).await?, list))
    });
    match opened.await {
        Ok((identity, list)) => desk.page("Operations", Around::Frame, || view::surgeries(identity, list)),
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
                "add" => surgeries::add(&ctx, patient, &posted.typed)
                    .await
                    .map(|()| "The operation stands in the record."),
                "end" => surgeries::end(&ctx, patient, id(&posted.id), &posted.because)
                    .await
                    .map(|()| "It holds no longer; that it did stays to be seen."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    desk.back_to(&routes::surgeries_of(patient), done, &kept)
}
