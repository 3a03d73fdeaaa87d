//! `/patients/{patient}/record/allergies`: what a patient does not bear.

use app::forms::Around;
use app::forms::patients::allergies as view;
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use domain::ids::PatientId;
use domain::records::allergies::Typed;
use hospital::patients::identity::open_identity;
use hospital::records::allergies;
use serde::Deserialize;

use crate::forms::{Desk, id, unknown_act};

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let list = allergies::list(&ctx, patient).await?;
        Ok((open_identity(&ctx, patient).await?, list))
    });
    match opened.await {
        Ok((identity, list)) => desk.page("Allergies", Around::Frame, || view::page(identity, list)),
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
    let ctx = desk.ctx();
    let kept = [
        ("substance", posted.typed.substance.clone()),
        ("reaction", posted.typed.reaction.clone()),
        ("severity", posted.typed.severity.clone()),
        ("id", posted.id.clone()),
        ("because", posted.because.clone()),
    ];
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "add" => allergies::add(&ctx, patient, &posted.typed)
                    .await
                    .map(|()| "The allergy stands in the record, and on every chart page."),
                "none" => allergies::state_none(&ctx, patient)
                    .await
                    .map(|()| "That no allergies are known stands in the record, with your name."),
                "end" => allergies::end(&ctx, patient, id(&posted.id), &posted.because)
                    .await
                    .map(|()| "It holds no longer; that it did stays to be seen."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    desk.back_to(&routes::allergies_of(patient), done, &kept)
}
