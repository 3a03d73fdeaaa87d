//! `/patients/{patient}/record/flags`: what must be known of a patient first.

use app::forms::patients::flags as view;
use app::routes;
use axum::extract::{Form, Path, Query};
use axum::response::Response;
use domain::ids::PatientId;
use domain::records::flags::Typed;
use hospital::records::flags;

use super::lines::{self, ENDED, Older, Posted};
use crate::forms::{Desk, id, unknown_act};

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>, Query(older): Query<Older>) -> Response {
    let ctx = desk.ctx();
    let list = async move { flags::list(&ctx, patient, older.after()).await };
    lines::page(desk, patient, "Warnings", list, view::page).await
}

pub(super) async fn act(desk: Desk, Path(patient): Path<PatientId>, Form(posted): Form<Posted<Typed>>) -> Response {
    let (ctx, typed, which) = (desk.ctx(), posted.typed.clone(), posted.id.clone());
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "add" => flags::add(&ctx, patient, &posted.typed)
                    .await
                    .map(|()| "This stands in the banner of every page from now on."),
                "end" => flags::end(&ctx, patient, id(&posted.id), &posted.because)
                    .await
                    .map(|()| ENDED),
                _ => Err(unknown_act()),
            }
        })
        .await;
    let fields = typed.fields().into_iter().map(|(name, value)| (name, value.to_owned()));
    let kept: Vec<_> = fields.chain([("id", which)]).collect();
    desk.back_to(&routes::flags_of(patient), done, &kept)
}
