//! `/patients/{patient}/record/conditions`: what a patient lives with. A search for a code is posted and answered at once: what somebody may have is in no address.

use app::forms::patients::conditions as view;
use app::forms::{Around, Flash};
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use domain::ids::PatientId;
use domain::records::conditions::Typed;
use hospital::patients::identity::open_identity;
use hospital::records::conditions;
use serde::Deserialize;

use super::lines::{self, ENDED};
use crate::forms::{Desk, id, unknown_act};

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let list = async move { conditions::list(&ctx, patient).await };
    lines::page(desk, patient, "Conditions", list, |identity, list| {
        view::page(identity, list, None)
    })
    .await
}

/// A line, or the words for which a code is sought.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    words: String,
    #[serde(flatten)]
    line: lines::Posted<Typed>,
}

pub(super) async fn act(desk: Desk, Path(patient): Path<PatientId>, Form(posted): Form<Posted>) -> Response {
    let Posted { words, line: posted } = posted;
    if posted.act == "search" {
        return search(desk, patient, words).await;
    }
    let (ctx, typed) = (desk.ctx(), posted.typed.clone());
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "add" => conditions::add(&ctx, patient, &posted.typed)
                    .await
                    .map(|()| "The condition stands in the record."),
                "end" => conditions::end(&ctx, patient, id(&posted.id), &posted.because)
                    .await
                    .map(|()| ENDED),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = typed.fields().map(|(name, value)| (name, value.to_owned()));
    desk.back_to(&routes::conditions_of(patient), done, &kept)
}

async fn search(desk: Desk, patient: PatientId, words: String) -> Response {
    let (ctx, sought) = (desk.ctx(), words.clone());
    let found = desk.run(async move {
        let codes = conditions::search_codes(&ctx, patient, &sought).await?;
        let list = conditions::list(&ctx, patient).await?;
        Ok((open_identity(&ctx, patient).await?, list, codes))
    });
    match found.await {
        Ok((identity, list, codes)) => {
            let flash = Flash {
                typed: vec![("words".to_owned(), words)],
                ..Flash::default()
            };
            desk.page_saying(flash, "Conditions", Around::Frame, || {
                view::page(identity, list, Some(codes))
            })
        }
        Err(error) => desk.again(&routes::conditions_of(patient), error, &[("words", &words)]),
    }
}
