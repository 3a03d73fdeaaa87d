//! `/notifications` and `/my/notifications`: what the reader was told, and how they want to hear. `…/count` answers the script of the bell.

use app::bell;
use app::forms::Around;
use app::forms::notices::{self as view, Notices, words::leads_to};
use app::routes::{NoticePaths, PORTAL_NOTICES, STAFF_NOTICES, read_notice_after};
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::on;
use domain::actor::Actor;
use domain::notices::{Choice, Topic};
use hospital::HospitalError;
use hospital::notices::{Which, choices, choose, count, list, mark_read};
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors: the same for both sides, whose paths say whose session is read.
pub static ENDPOINTS: [Endpoint<AppState>; 8] = [
    Endpoint::get(STAFF_NOTICES.page, |it| on(it, page)),
    Endpoint::get(STAFF_NOTICES.count, |it| on(it, unread)),
    Endpoint::post(STAFF_NOTICES.read, |it| on(it, read)),
    Endpoint::post(STAFF_NOTICES.choices, |it| on(it, save)),
    Endpoint::get(PORTAL_NOTICES.page, |it| on(it, page)),
    Endpoint::get(PORTAL_NOTICES.count, |it| on(it, unread)),
    Endpoint::post(PORTAL_NOTICES.read, |it| on(it, read)),
    Endpoint::post(PORTAL_NOTICES.choices, |it| on(it, save)),
];

fn paths(desk: &Desk) -> NoticePaths {
    match desk.caller.actor {
        Actor::Patient { .. } | Actor::Proxy { .. } => PORTAL_NOTICES,
        _ => STAFF_NOTICES,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct From {
    after: String,
}

async fn page(desk: Desk, Query(from): Query<From>) -> Response {
    let (ctx, paths, roles) = (desk.ctx(), paths(&desk), desk.roles());
    let after = read_notice_after(&from.after);
    let gathered = desk.run(async move {
        Ok(Notices {
            paths,
            roles,
            page: list(&ctx, after).await?,
            is_first: after.is_none(),
            choices: choices(&ctx).await?,
        })
    });
    match gathered.await {
        Ok(notices) => desk.page("Notifications", Around::Frame, move || view::page(notices)),
        Err(error) => desk.refusal(error),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Known {
    /// The number that the bell shows.
    known: Option<u32>,
}

/// Nothing while nothing changed; else what stands in the bell.
async fn unread(desk: Desk, Query(shown): Query<Known>) -> Response {
    let ctx = desk.ctx();
    let mut answer = match desk.run(async move { count(&ctx).await }).await {
        Ok(unread) if shown.known == Some(unread) => StatusCode::NO_CONTENT.into_response(),
        // A part of a page, which the script puts in: it has no end of a page (`drawing`), so it is none.
        Ok(unread) => bell::part(desk.locale(), bell::Counts::Notices, unread).into_response(),
        Err(error) => return desk.refusal(error),
    };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    /// One, by its id.
    notice: String,
    /// All.
    all: String,
    /// Whether it leads on to the page that says more.
    open: String,
}

async fn read(desk: Desk, Form(wanted): Form<Wanted>) -> Response {
    let (ctx, paths, roles) = (desk.ctx(), paths(&desk), desk.roles());
    let which = match wanted.all.is_empty() {
        true => Uuid::parse_str(&wanted.notice).map(Which::One).ok(),
        false => Some(Which::All),
    };
    let marked = desk.run(async move { mark_read(&ctx, which.ok_or(HospitalError::NotFound)?).await });
    match marked.await {
        Ok(Some((kind, patient))) if !wanted.open.is_empty() => {
            let leads = kind.and_then(|kind| leads_to(kind, patient, &roles, paths));
            let to = leads.map_or(paths.page.to_owned(), |(path, _)| path);
            Redirect::to(&to).into_response()
        }
        Ok(Some(_)) => Redirect::to(paths.page).into_response(),
        Ok(None) => desk.done(paths.page, "Everything is marked as read."),
        Err(error) => desk.again(paths.page, error, &[]),
    }
}

/// What a form says of each topic; what is no topic or no choice is not written down.
async fn save(desk: Desk, Form(said): Form<BTreeMap<String, String>>) -> Response {
    let (ctx, paths) = (desk.ctx(), paths(&desk));
    let chosen: Vec<(Topic, Choice)> = said
        .iter()
        .filter_map(|(topic, choice)| Topic::parse(topic).zip(Choice::parse(choice)))
        .collect();
    match desk.run(async move { choose(&ctx, &chosen).await }).await {
        Ok(()) => desk.done(paths.page, "How you want to hear is saved."),
        Err(error) => desk.again(paths.page, error, &[]),
    }
}
