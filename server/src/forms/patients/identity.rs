//! `/patients/{patient}/record/identity`: changing who a patient is.

use app::forms::Around;
use app::forms::patients::identity as view;
use app::routes;
use axum::extract::{Form, Path, Query};
use axum::response::Response;
use domain::ids::PatientId;
use domain::patients::demographics::Typed;
use hospital::HospitalError;
use hospital::patients::changes;
use hospital::patients::identity::open_identity;
use serde::Deserialize;

use super::lines::Older;
use crate::forms::{Desk, unknown_act};

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>, Query(older): Query<Older>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let open = changes::open(&ctx, patient, older.after()).await?;
        Ok((open_identity(&ctx, patient).await?, open))
    });
    match opened.await {
        Ok((identity, open)) => desk.page("Change a record", Around::Frame, || view::page(identity, open)),
        Err(error) => desk.refusal(error),
    }
}

/// Which act, on what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    act: String,
    revision: String,
    because: String,
    #[serde(flatten)]
    typed: Typed,
}

pub(super) async fn act(desk: Desk, Path(patient): Path<PatientId>, Form(posted): Form<Posted>) -> Response {
    let (ctx, typed) = (desk.ctx(), posted.typed.clone());
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "change" => changes::change(&ctx, patient, &posted.typed, posted.revision.parse().unwrap_or(-1))
                    .await
                    .map(|changed| match changed {
                        true => "Saved. What stood there before stays below.",
                        false => "Nothing differs from what stands there.",
                    }),
                "leave" => changes::leave(&ctx, patient, &posted.because)
                    .await
                    .map(|()| "They are a patient of this hospital no longer."),
                "come-back" => changes::come_back(&ctx, patient)
                    .await
                    .map(|()| "They are a patient of this hospital again."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    // What was typed over something that has changed meanwhile is not kept: the form shows what stands there now.
    let late = matches!(done, Err(HospitalError::Conflict(_)));
    let kept: &[(&str, String)] = if late || typed == Typed::default() { &[] } else { &kept };
    desk.back_to(&routes::identity_of(patient), done, kept)
}
