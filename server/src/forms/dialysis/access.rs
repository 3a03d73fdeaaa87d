//! `/patients/{patient}/dialysis/access`: the access to the blood, and what others must not get.

use app::forms::Around;
use app::forms::dialysis::access as view;
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use domain::ids::PatientId;
use hospital::dialysis::{access, infections, patient};
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
        Ok((identity, dialysed)) => desk.page("Access", Around::Frame, || view::page(identity, dialysed)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn act(desk: Desk, Path(id): Path<PatientId>, Form(pairs): Form<Vec<(String, String)>>) -> Response {
    let (ctx, posted) = (desk.ctx(), Posted::from(pairs));
    let kept = posted.clone();
    let done = desk
        .run(async move {
            match posted.of("act") {
                "add_access" => access::add(&ctx, id, &posted.typed())
                    .await
                    .map(|()| "The access is written down."),
                "assess" => access::assess(&ctx, id, posted.id("id"), &posted.typed())
                    .await
                    .map(|()| "What was found is written down."),
                "end_access" => access::end(&ctx, id, posted.id("id"), posted.of("because"))
                    .await
                    .map(|()| "It is used no longer; that it was stays to be seen."),
                "infection" => infections::add(&ctx, id, &posted.typed())
                    .await
                    .map(|is_unsuited| match is_unsuited {
                        true => "The result is written down. What is booked for them suits no longer: move it.",
                        false => "The result is written down.",
                    }),
                _ => Err(unknown_act()),
            }
        })
        .await;
    desk.back_to(&routes::dialysis_access_of(id), done, &kept.kept())
}
