//! `/patients/{patient}/dialysis/prescription`: what is prescribed, and the dry weight.

use app::forms::Around;
use app::forms::dialysis::prescription as view;
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use domain::ids::PatientId;
use domain::units::Quantity;
use hospital::dialysis::{dry_weight, patient, prescribe};
use hospital::patients::identity::open_identity;

use super::posted::Posted;
use crate::forms::{Desk, unknown_act};

pub(super) async fn page(desk: Desk, Path(id): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let dialysed = patient::open(&ctx, id, None).await?;
        Ok((open_identity(&ctx, id).await?, dialysed))
    });
    match opened.await {
        Ok((identity, dialysed)) => desk.page("Prescription", Around::Frame, || view::page(identity, dialysed)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn act(desk: Desk, Path(id): Path<PatientId>, Form(pairs): Form<Vec<(String, String)>>) -> Response {
    let (ctx, posted) = (desk.ctx(), Posted::from(pairs));
    let kept = posted.clone();
    let done = desk
        .run(async move {
            match posted.of("act") {
                "prescribe" => prescribe::prescribe(&ctx, id, posted.seen(), &posted.typed(), posted.of("reason"))
                    .await
                    .map(|()| "It is prescribed. What held before stays to be read."),
                "dry_weight" => {
                    let typed = (posted.of("weight"), posted.of("reason"));
                    let beside = posted.beside(&[("weight", Quantity::Weight)]);
                    dry_weight::set(&ctx, id, posted.seen(), typed, &beside)
                        .await
                        .map(|()| "The dry weight is set.")
                }
                _ => Err(unknown_act()),
            }
        })
        .await;
    desk.back_to(&routes::dialysis_prescription_of(id), done, &kept.kept())
}
