//! `/search` and `/my/search`: patients and pages. What is sought is posted and answered under an address in which it is sealed for the reader; `…/hits` answers the
//! script with the list alone.

use app::finding::{Known, found, part};
use app::forms::{Around, search as view};
use app::routes;
use axum::extract::{Form, Query};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::on;
use domain::access::{Action, Subject};
use domain::actor::Actor;
use hospital::care::my_wards;
use hospital::identity::workplaces;
use hospital::patients::looks::{self, Recent};
use hospital::patients::{Question, quick};
use hospital::{Ctx, HospitalError};
use serde::Deserialize;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors: the same for both sides, whose paths say whose session is read.
pub static ENDPOINTS: [Endpoint<AppState>; 6] = [
    Endpoint::get(routes::SEARCH, |it| on(it, page)),
    Endpoint::post(routes::SEARCH, |it| on(it, ask)),
    Endpoint::post(routes::SEARCH_HITS, |it| on(it, hits)),
    Endpoint::get(routes::MY_SEARCH, |it| on(it, page)),
    Endpoint::post(routes::MY_SEARCH, |it| on(it, ask)),
    Endpoint::post(routes::MY_SEARCH_HITS, |it| on(it, hits)),
];

/// The longest question that is kept in an address.
const LONGEST: usize = 120;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    /// A sealed question.
    search: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    words: String,
}

impl Typed {
    fn read(self) -> String {
        self.words.trim().chars().take(LONGEST).collect()
    }
}

fn is_portal(desk: &Desk) -> bool {
    matches!(desk.caller.actor, Actor::Patient { .. } | Actor::Proxy { .. })
}

/// Who may search: everybody who has an account and has signed in.
pub(super) async fn enter(ctx: &Ctx) -> hospital::Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    ctx.check(Action::ReadAccount, &Subject::Account(user)).await.map(drop)
}

async fn find(ctx: Ctx, typed: String) -> hospital::Result<Known> {
    enter(&ctx).await?;
    let recent = match typed.is_empty() {
        true => looks::recent(&ctx).await?,
        false => Recent::default(),
    };
    let work = match ctx.actor() {
        Actor::Staff { .. } => workplaces(&ctx).await?,
        _ => Vec::new(),
    };
    Ok(Known {
        quick: quick(&ctx, &typed).await?,
        recent,
        wards: my_wards(&ctx).await?,
        work,
    })
}

async fn page(desk: Desk, Query(wanted): Query<Wanted>) -> Response {
    let (ctx, portal) = (desk.ctx(), is_portal(&desk));
    let typed = Question::open(&ctx, &wanted.search)
        .map(|question| question.typed)
        .unwrap_or_default();
    let looked = desk.run(find(ctx.clone(), typed.clone())).await;
    match looked {
        Ok(known) => desk.page("Search", Around::Frame, move || {
            let groups = found(&ctx, portal, known, &typed);
            view::page(portal, typed, groups)
        }),
        Err(error) => desk.refusal(error),
    }
}

async fn ask(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let door = if is_portal(&desk) {
        routes::MY_SEARCH
    } else {
        routes::SEARCH
    };
    let (ctx, words) = (desk.ctx(), typed.read());
    let sealed = desk.run(async move {
        enter(&ctx).await?;
        match words.is_empty() {
            true => Ok(None),
            false => Question::new(&words).seal(&ctx).map(Some),
        }
    });
    match sealed.await {
        Ok(Some(sealed)) => Redirect::to(&routes::sought(door, &sealed)).into_response(),
        Ok(None) => Redirect::to(door).into_response(),
        Err(error) => desk.refusal(error),
    }
}

async fn hits(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let (ctx, portal, words) = (desk.ctx(), is_portal(&desk), typed.read());
    let looked = desk.run(find(ctx.clone(), words.clone())).await;
    match looked {
        Ok(known) => {
            let list = part(desk.locale(), ctx.now(), &words, || found(&ctx, portal, known, &words));
            Html(list).into_response()
        }
        Err(error) => desk.refusal(error),
    }
}
