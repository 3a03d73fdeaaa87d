//! `/system-alerts` and `/my/system-alerts`: what affects the reader; posting puts one away. `/hospital/system-alerts`: who runs the hospital writes and resolves them.

use app::forms::Around;
use app::forms::system_alerts as view;
use app::routes::{MY_SYSTEM_ALERTS, SET_SYSTEM_ALERTS, SYSTEM_ALERTS, is_public, system_alerts_of};
use axum::extract::{Form, OriginalUri, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::on;
use domain::system_alerts::typed::AlertTyped;
use hospital::system_alerts::{list, manage, put_away, resolve, write};
use serde::Deserialize;
use uuid::Uuid;

use super::{Desk, id, unknown_act};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 6] = [
    Endpoint::get(SYSTEM_ALERTS, |it| on(it, page)),
    Endpoint::post(SYSTEM_ALERTS, |it| on(it, away)),
    Endpoint::get(MY_SYSTEM_ALERTS, |it| on(it, page)),
    Endpoint::post(MY_SYSTEM_ALERTS, |it| on(it, away)),
    Endpoint::get(SET_SYSTEM_ALERTS, |it| on(it, management)),
    Endpoint::post(SET_SYSTEM_ALERTS, |it| on(it, act)),
];

#[derive(Default, Deserialize)]
#[serde(default)]
struct From {
    after: String,
}

async fn page(desk: Desk, OriginalUri(uri): OriginalUri, Query(from): Query<From>) -> Response {
    let (ctx, here) = (desk.ctx(), system_alerts_of(uri.path()));
    let after = Uuid::parse_str(&from.after).ok();
    match desk.run(async move { list(&ctx, after).await }).await {
        Ok(found) => desk.page("System alerts", Around::Frame, || {
            view::page(found, here, after.is_none())
        }),
        Err(error) => desk.refusal(error),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct One {
    id: String,
}

/// Back to the page at whose top it stood.
async fn away(desk: Desk, OriginalUri(uri): OriginalUri, Form(one): Form<One>) -> Response {
    let (ctx, list) = (desk.ctx(), system_alerts_of(uri.path()));
    let alert = id(&one.id);
    match desk.run(async move { put_away(&ctx, alert).await }).await {
        Ok(()) => {
            let from = desk.came_from();
            let to = if is_public(from) { list } else { from };
            Redirect::to(to).into_response()
        }
        Err(error) => desk.again(list, error, &[]),
    }
}

async fn management(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { manage(&ctx).await }).await {
        Ok(found) => desk.page("Write system alerts", Around::Frame, || view::manage::page(found)),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `write`, `resolve`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Posted {
    act: String,
    id: String,
    note: String,
    everywhere: String,
    kind: String,
    severity: String,
    en: String,
    fr: String,
    ar: String,
    whom: String,
    from_day: String,
    from: String,
    until_day: String,
    until: String,
}

impl Posted {
    fn kept(&self) -> [(&'static str, String); 13] {
        [
            ("id", self.id.clone()),
            ("note", self.note.clone()),
            ("everywhere", self.everywhere.clone()),
            ("kind", self.kind.clone()),
            ("severity", self.severity.clone()),
            ("en", self.en.clone()),
            ("fr", self.fr.clone()),
            ("ar", self.ar.clone()),
            ("whom", self.whom.clone()),
            ("from_day", self.from_day.clone()),
            ("from", self.from.clone()),
            ("until_day", self.until_day.clone()),
            ("until", self.until.clone()),
        ]
    }

    fn into_typed(self) -> AlertTyped {
        AlertTyped {
            kind: self.kind,
            severity: self.severity,
            en: self.en,
            fr: self.fr,
            ar: self.ar,
            whom: self.whom,
            from_day: self.from_day,
            from: self.from,
            until_day: self.until_day,
            until: self.until,
        }
    }
}

async fn act(desk: Desk, Form(posted): Form<Posted>) -> Response {
    let (ctx, kept) = (desk.ctx(), posted.kept());
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "resolve" => {
                    let resolved = resolve(&ctx, id(&posted.id), &posted.note).await;
                    resolved.map(|()| "The alert is resolved. It stands nowhere any longer.")
                }
                "write" => {
                    let everywhere = !posted.everywhere.is_empty();
                    let written = write(&ctx, everywhere, &posted.into_typed()).await;
                    written.map(|_| "The alert stands. Whom it affects sees it on the next page that they open.")
                }
                // Whether they may at all is said before what was wrong.
                _ => manage(&ctx).await.and(Err(unknown_act())),
            }
        })
        .await;
    desk.back_to(SET_SYSTEM_ALERTS, done, &kept)
}
