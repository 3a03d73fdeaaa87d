//! `/patients/{patient}/record/conditions`: what a patient lives with. A search for a code is posted and answered at once: what somebody may have is in no address. The form of
//! a condition that comes back brings the words that were sought, and its page seeks them again.

use app::forms::patients::conditions as view;
use app::forms::{Around, Flash};
use app::routes;
use axum::extract::{Form, Path, Query};
use axum::response::Response;
use domain::ids::PatientId;
use domain::records::conditions::Typed;
use hospital::patients::identity::open_identity;
use hospital::records::conditions;
use serde::Deserialize;

use super::lines::{self, ENDED, Older};
use crate::forms::{Desk, id, unknown_act};

pub(super) async fn page(mut desk: Desk, Path(patient): Path<PatientId>, Query(older): Query<Older>) -> Response {
    let ctx = desk.ctx();
    let sought = desk.typed("icd10").and(desk.typed("words")).unwrap_or_default();
    let opened = desk.run(async move {
        let list = conditions::list(&ctx, patient, older.after()).await?;
        let codes = match sought.is_empty() {
            true => None,
            // Words that nobody can seek leave the page as it begins.
            false => conditions::search_codes(&ctx, patient, &sought).await.ok(),
        };
        Ok((open_identity(&ctx, patient).await?, list, codes))
    });
    match opened.await {
        Ok((identity, list, codes)) => desk.page("Conditions", Around::Frame, || view::page(identity, list, codes)),
        Err(error) => desk.refusal(error),
    }
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
    let (ctx, typed, ended) = (desk.ctx(), posted.typed.clone(), posted.id.clone());
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
    let fields = typed.fields().into_iter().map(|(name, value)| (name, value.to_owned()));
    let kept: Vec<_> = fields.chain([("words", words), ("id", ended)]).collect();
    desk.back_to(&routes::conditions_of(patient), done, &kept)
}

async fn search(desk: Desk, patient: PatientId, words: String) -> Response {
    let (ctx, sought) = (desk.ctx(), words.clone());
    let found = desk.run(async move {
        let codes = conditions::search_codes(&ctx, patient, &sought).await?;
        let list = conditions::list(&ctx, patient, None).await?;
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
