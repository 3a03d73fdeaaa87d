//! `/patients/{patient}/record/documents` and `/insurance`: papers that say who a patient is, and who pays.

use app::forms::Around;
use app::forms::patients::papers as view;
use app::routes;
use axum::extract::{Form, Path, Query};
use axum::response::Response;
use domain::ids::PatientId;
use domain::patients::papers::Typed;
use hospital::patients::identity::open_identity;
use hospital::patients::papers;
use serde::Deserialize;

use super::lines::Older;
use crate::forms::{Desk, id, unknown_act};

pub(super) async fn documents(desk: Desk, patient: Path<PatientId>, older: Query<Older>) -> Response {
    page(desk, patient, older, false).await
}

pub(super) async fn insurance(desk: Desk, patient: Path<PatientId>, older: Query<Older>) -> Response {
    page(desk, patient, older, true).await
}

async fn page(desk: Desk, Path(patient): Path<PatientId>, Query(older): Query<Older>, insurance: bool) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let list = papers::list(&ctx, patient, older.after()).await?;
        Ok((open_identity(&ctx, patient).await?, list))
    });
    let title = if insurance { "Insurance" } else { "Identity documents" };
    match opened.await {
        Ok((identity, list)) => desk.page(title, Around::Frame, || view::page(identity, list, insurance)),
        Err(error) => desk.refusal(error),
    }
}

/// Which act, on what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    act: String,
    id: String,
    #[serde(flatten)]
    typed: Typed,
}

pub(super) async fn act_on_documents(
    desk: Desk,
    Path(patient): Path<PatientId>,
    Form(posted): Form<Posted>,
) -> Response {
    let (ctx, typed) = (desk.ctx(), posted.typed.clone());
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "add" => papers::add_document(&ctx, patient, &posted.typed)
                    .await
                    .map(|()| "The document stands in the record. Look at the paper itself, and say that you did."),
                "verify" => papers::verify_document(&ctx, patient, id(&posted.id))
                    .await
                    .map(|()| "That you saw the paper stands in the record."),
                "end" => papers::end_document(&ctx, patient, id(&posted.id))
                    .await
                    .map(|()| "The document holds no longer."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    desk.back_to(&routes::papers_of(patient, false), done, &kept)
}

pub(super) async fn act_on_insurance(
    desk: Desk,
    Path(patient): Path<PatientId>,
    Form(posted): Form<Posted>,
) -> Response {
    let (ctx, typed) = (desk.ctx(), posted.typed.clone());
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "add" => papers::add_policy(&ctx, patient, &posted.typed)
                    .await
                    .map(|()| "The policy stands in the record."),
                "end" => papers::end_policy(&ctx, patient, id(&posted.id))
                    .await
                    .map(|()| "The policy holds no longer."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    desk.back_to(&routes::papers_of(patient, true), done, &kept)
}
