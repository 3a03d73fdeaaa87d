//! `/patients/{patient}/record/allergies`: what a patient does not bear.

use app::forms::patients::allergies as view;
use app::routes;
use axum::extract::{Form, Path, Query};
use axum::response::Response;
use domain::ids::PatientId;
use domain::records::allergies::Typed;
use hospital::records::allergies;

use super::lines::{self, ENDED, Older, Posted};
use crate::forms::{Desk, id, unknown_act};

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>, Query(older): Query<Older>) -> Response {
    let ctx = desk.ctx();
    let list = async move { allergies::list(&ctx, patient, older.after()).await };
    lines::page(desk, patient, "Allergies", list, view::page).await
}

pub(super) async fn act(desk: Desk, Path(patient): Path<PatientId>, Form(posted): Form<Posted<Typed>>) -> Response {
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
                    .map(|()| ENDED),
                _ => Err(unknown_act()),
            }
        })
        .await;
    desk.back_to(&routes::allergies_of(patient), done, &kept)
}
