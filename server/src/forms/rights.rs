//! `/hospital/rights`: one right, granted or denied to one person until a day.

use app::forms::{Around, rights};
use app::routes;
use axum::extract::Form;
use axum::response::Response;
use axum::routing::on;
use domain::access::Action;
use hospital::access::{self, Wish};
use serde::Deserialize;

use super::{Desk, id, person};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get(routes::RIGHTS, |it| on(it, page)),
    Endpoint::post(routes::RIGHTS, |it| on(it, act)),
];

/// The form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act: String,
    person: String,
    action: String,
    kind: String,
    until: String,
    reason: String,
    exception: String,
}

async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { access::exceptions(&ctx).await }).await {
        Ok(found) => desk.page("Exceptions", Around::Frame, || rights::page(found)),
        Err(error) => desk.refusal(error),
    }
}

async fn act(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let ctx = desk.ctx();
    let kept = [
        ("person", typed.person.clone()),
        ("action", typed.action.clone()),
        ("kind", typed.kind.clone()),
        ("until", typed.until.clone()),
        ("reason", typed.reason.clone()),
    ];
    let done = desk
        .run(async move {
            match typed.act.as_str() {
                "make" => {
                    let wish = Wish {
                        user: person(&ctx, Action::ExplainRights, &typed.person).await?,
                        action: typed.action,
                        allowed: typed.kind == "grant",
                        until: typed.until,
                        reason: typed.reason,
                    };
                    access::except(&ctx, wish)
                        .await
                        .map(|()| "The exception holds from now on.")
                }
                "end" => access::end_exception(&ctx, id(&typed.exception))
                    .await
                    .map(|()| "The exception has ended."),
                _ => Err(super::unknown_act()),
            }
        })
        .await;
    desk.back_to(routes::RIGHTS, done, &kept)
}
