//! `/patients/{patient}/record/contacts`: how a patient is reached, and who is reached for them.

use app::forms::Around;
use app::forms::patients::contacts as view;
use app::routes;
use axum::extract::{Form, Path, Query};
use axum::response::Response;
use domain::ids::PatientId;
use domain::patients::contacts::{ContactKind, Typed};
use hospital::patients::contacts;
use hospital::patients::identity::open_identity;
use serde::Deserialize;
use uuid::Uuid;

use crate::forms::{Desk, id, unknown_act};

/// Of which kind one is added, and where those that hold no longer go on.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Of {
    kind: String,
    after: String,
}

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>, Query(of): Query<Of>) -> Response {
    let ctx = desk.ctx();
    let kind = ContactKind::parse(&of.kind).unwrap_or(ContactKind::Phone);
    let after = Uuid::parse_str(&of.after).ok();
    let opened = desk.run(async move {
        let list = contacts::list(&ctx, patient, after).await?;
        Ok((open_identity(&ctx, patient).await?, list))
    });
    match opened.await {
        Ok((identity, list)) => desk.page("Contacts", Around::Frame, || view::page(identity, list, kind)),
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

pub(super) async fn act(desk: Desk, Path(patient): Path<PatientId>, Form(posted): Form<Posted>) -> Response {
    let (ctx, typed) = (desk.ctx(), posted.typed.clone());
    let kind = ContactKind::parse(&typed.kind);
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "add" => contacts::add(&ctx, patient, &posted.typed).await.map(|()| "Added."),
                "prefer" => contacts::prefer(&ctx, patient, id(&posted.id))
                    .await
                    .map(|()| "This is tried first from now on."),
                "end" => contacts::end(&ctx, patient, id(&posted.id))
                    .await
                    .map(|()| "It holds no longer."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let kept = [
        ("label", typed.label),
        ("value", typed.value),
        ("name", typed.name),
        ("preferred", typed.preferred),
        ("emergency", typed.emergency),
    ];
    match done {
        // Back to the card from which they came, not to the top of the record.
        Ok(sentence) => desk.done(&format!("{}#contacts", routes::record_of(patient)), sentence),
        failed => desk.back_to(&routes::contacts_of(patient, kind), failed, &kept),
    }
}
