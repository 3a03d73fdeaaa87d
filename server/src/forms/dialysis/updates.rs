//! `/patients/{patient}/updates`: what technicians noted of a patient at the machine.

use app::forms::Around;
use app::forms::dialysis::updates as view;
use app::routes;
use axum::extract::{Form, Path, Query};
use axum::response::Response;
use domain::dialysis::updates::{Field, Sort};
use domain::ids::PatientId;
use domain::units::Quantity;
use hospital::dialysis::updates;
use hospital::patients::identity::open_identity;
use hospital::patients::ways;
use serde::Deserialize;
use uuid::Uuid;

use super::posted::Posted;
use crate::forms::{Desk, unknown_act};

/// Of which field, and where it goes on.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    field: String,
    after: String,
}

pub(super) async fn page(desk: Desk, Path(id): Path<PatientId>, Query(asked): Query<Asked>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let after = Uuid::parse_str(&asked.after).ok();
        let trail = updates::open(&ctx, id, Field::parse(&asked.field), after).await?;
        let ways = ways(&ctx, id).await?;
        // A technician reads the name and no more of who they are.
        let identity = match ways.record {
            true => Some(open_identity(&ctx, id).await?),
            false => None,
        };
        Ok((identity, ways, trail))
    });
    match opened.await {
        Ok((identity, ways, trail)) => desk.page("Noted at the machine", Around::Frame, || {
            view::page(identity, ways, trail)
        }),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn act(desk: Desk, Path(id): Path<PatientId>, Form(pairs): Form<Vec<(String, String)>>) -> Response {
    let (ctx, posted) = (desk.ctx(), Posted::from(pairs));
    let kept = posted.clone();
    let done = desk
        .run(async move {
            match posted.of("act") {
                "note" => {
                    let typed = (posted.of("value"), posted.of("reason"));
                    let is_weight = Field::parse(posted.of("field")).is_some_and(|it| it.sort() == Sort::Weight);
                    let in_units: &[(&str, Quantity)] = if is_weight { &[("value", Quantity::Weight)] } else { &[] };
                    let beside = posted.beside(in_units);
                    updates::note(&ctx, id, posted.of("field"), posted.seen(), typed, &beside)
                        .await
                        .map(|()| "It is noted, and who treats them is told.")
                }
                "take_back" => updates::take_back(&ctx, id, posted.id("id"), posted.of("reason"))
                    .await
                    .map(|()| "It is taken back. Both lines stay to be read."),
                _ => Err(unknown_act()),
            }
        })
        .await;
    desk.back_to(&routes::dialysis_updates_of(id), done, &kept.kept())
}
