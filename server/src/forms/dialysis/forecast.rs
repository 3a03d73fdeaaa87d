//! `/dialysis/forecast`: how good the forecast of a fall of the pressure is, and whether it stands at the chair.

use app::forms::Around;
use app::forms::dialysis::forecast as view;
use app::routes;
use axum::extract::Form;
use axum::response::Response;
use hospital::dialysis::forecast::judge;
use serde::Deserialize;

use crate::forms::{Desk, id, unknown_act};

/// The page.
pub async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { judge::open(&ctx).await }).await {
        Ok(judged) => desk.page("How good the forecast is", Around::Frame, || view::page(judged)),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `fit`, `show`, `hide`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Posted {
    act: String,
    forecast: String,
    reason: String,
}

/// Does it.
pub async fn act(desk: Desk, Form(posted): Form<Posted>) -> Response {
    let ctx = desk.ctx();
    let kept = [("act", posted.act.clone()), ("reason", posted.reason.clone())];
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "fit" => judge::fit_anew(&ctx).await.map(|is_left| match is_left {
                    true => "It is being fitted. Load this page again in a minute.",
                    false => "It is being fitted already. Load this page again in a minute.",
                }),
                "show" => judge::switch(&ctx, Some(id(&posted.forecast)), &posted.reason)
                    .await
                    .map(|()| "It stands at the chair from now on."),
                "hide" => judge::switch(&ctx, None, &posted.reason)
                    .await
                    .map(|()| "No chance is shown at the chair from now on."),
                // Whether they may at all is said before what was wrong.
                _ => judge::may_set(&ctx).await.and(Err(unknown_act())),
            }
        })
        .await;
    desk.back_to(routes::DIALYSIS_FORECAST, done, &kept)
}
