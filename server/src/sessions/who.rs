//! Who asks: the cookie of the path's realm becomes the [`Caller`] that pages and doors find in the request. Answers to somebody signed in
//! are never kept by a browser or a proxy. A page that nobody may see without signing in sends there, and comes back afterwards.

use app::routes::{SIGN_IN, STAFF_ACCOUNT, is_asked_by_page, is_for_enrolment, is_public};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::{Action, Subject};
use domain::system_alerts::Shown;
use hospital::House;
use hospital::alerts::standing;
use hospital::identity::{Caller, Realm, RequestId, SessionKey, at_the_door, me, sessions};
use hospital::notices;
use http::{HeaderValue, Method, StatusCode, header};
use std::sync::Arc;
use tower_sessions::Session;
use uuid::Uuid;

use super::cookie;
use super::store::{SIGNED_IN, key_of};
use crate::forms::flash::Whose;
use crate::layers::{peer, plain};
use crate::sign_in::{Doors, next};

/// What the layer works with.
#[derive(Clone)]
pub struct Who {
    doors: Doors,
    realm: Realm,
}

impl Who {
    /// For one realm.
    pub fn new(doors: Doors, realm: Realm) -> Self {
        Self { doors, realm }
    }
}

/// Puts the [`Caller`] into the request.
pub async fn who(State(Who { doors, realm }): State<Who>, mut request: Request, next: Next) -> Response {
    let number = request
        .extensions()
        .get::<RequestId>()
        .map_or_else(Uuid::now_v7, |id| id.0);
    let brought = request
        .extensions()
        .get::<Session>()
        .filter(|session| session.id().is_some())
        .cloned();
    let caller = match &brought {
        Some(session) => match caller(doors.house(), realm, session, number, is_person(&request)).await {
            Ok(caller) => caller,
            Err(answer) => return answer,
        },
        None => Caller::nobody(),
    };
    let must_enrol = caller.must_enrol;
    // Who still has to set up a second factor is nobody everywhere else, whatever asks.
    let caller = match caller.must_enrol && !is_for_enrolment(request.uri().path()) {
        true if is_opened(&request) && !is_public(request.uri().path()) => return go(STAFF_ACCOUNT.factor),
        true => Caller::nobody(),
        false => caller,
    };
    // Only where a person opens a page: the answer to something smaller may come after that of a sign-in.
    let (signed_in, stale) = (
        caller.me.is_some(),
        caller.me.is_none() && brought.is_some() && !must_enrol && is_opened(&request),
    );
    let mut answer = match (signed_in, to_sign_in(&request)) {
        (false, Some(door)) => door,
        _ => {
            if let Some(session) = caller.session.filter(|_| is_opened(&request)) {
                let now = doors.house().clock.now();
                doors.said().saw(session, Whose::of(&caller.actor), now);
            }
            let address = peer::address(request.extensions(), request.headers(), doors.proxies());
            let ((unread, talk, alerts), alarms) = match is_opened(&request) {
                true => (
                    waiting(doors.house(), &caller, number).await,
                    standing(&caller.ctx(doors.house(), RequestId(number))),
                ),
                false => Default::default(),
            };
            request.extensions_mut().insert(Caller {
                address: Some(address.to_string()),
                unread,
                talk,
                alerts,
                alarms,
                ..caller
            });
            let flash = (request.uri().path() == SIGN_IN)
                .then(|| doors.flashes().take(request.headers(), doors.house().clock.now()))
                .flatten();
            let flashed = flash.map(|flash| request.extensions_mut().insert(flash));
            let mut answer = next.run(request).await;
            if flashed.is_some() {
                cookie::remove(answer.headers_mut(), crate::sign_in::flash::COOKIE);
                answer
                    .headers_mut()
                    .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            }
            answer
        }
    };
    if stale {
        cookie::remove(answer.headers_mut(), realm.cookie());
    }
    if signed_in {
        answer
            .headers_mut()
            .entry(header::CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-store"));
    }
    answer
}

/// Whether a request shows that somebody is there. What an open page asks by itself does not: its socket, a drawing that moves on, whether it is signed in still.
fn is_person(request: &Request) -> bool {
    request.method() != Method::HEAD && !is_asked_by_page(request.uri().path())
}

/// The caller of a session; an answer when that cannot be known now.
async fn caller(
    house: &Arc<House>,
    realm: Realm,
    session: &Session,
    number: Uuid,
    is_person: bool,
) -> Result<Caller, Response> {
    // tower-sessions asks its store, which is ours, and forgets the id when there is no such session.
    match session.get_value(SIGNED_IN).await {
        Ok(Some(_)) => {}
        Ok(None) => return Ok(Caller::nobody()),
        Err(error) => return Err(away(&error)),
    }
    let Some(key) = session.id().map(key_of) else {
        return Ok(Caller::nobody());
    };
    let ctx = at_the_door(house, number);
    let found = match is_person {
        true => sessions::load(&ctx, realm, key).await,
        false => sessions::look(&ctx, realm, key).await,
    };
    match found {
        Ok(Some(session)) => Ok(known(house, &session, key)),
        Ok(None) => Ok(Caller::nobody()),
        Err(error) => Err(away(&error)),
    }
}

/// How many notices and messages wait, for the bell of a page that is opened and the mark beside it, and what stands at its top. A page comes without them rather than not at all.
async fn waiting(house: &Arc<House>, caller: &Caller, number: Uuid) -> (u32, Option<u32>, Vec<Shown>) {
    let Some(user) = caller.actor.user() else {
        return Default::default();
    };
    let ctx = caller.ctx(house, RequestId(number));
    if !ctx.may(Action::ReadAccount, &Subject::Account(user)) {
        return Default::default();
    }
    notices::waiting(&ctx).await.unwrap_or_else(|error| {
        tracing::debug!(
            error = &error as &dyn std::error::Error,
            "what waits could not be counted"
        );
        Default::default()
    })
}

fn known(house: &House, session: &sessions::Session, key: SessionKey) -> Caller {
    let (actor, me) = me(house, session);
    Caller {
        actor,
        me: Some(me),
        session: Some(key),
        proved_at: Some(session.proved_at),
        address: None,
        language: session.language.clone(),
        units: session.units,
        text_size: session.text_size,
        high_contrast: session.high_contrast,
        density: session.density,
        must_enrol: session.must_enrol,
        unread: 0,
        talk: None,
        alerts: Vec::new(),
        alarms: None,
    }
}

fn away(error: &(dyn std::error::Error + 'static)) -> Response {
    tracing::warn!(error, "a session could not be looked up");
    let sentence = "The hospital's records cannot be reached. Use the paper forms until this page comes back.";
    let mut answer = plain::page(
        StatusCode::SERVICE_UNAVAILABLE,
        "Wardlight is away for a moment",
        sentence,
        None,
    )
    .into_response();
    answer
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
    answer
}

/// For a page that needs somebody: the way to sign in and back. Only for what a person opens: forms and scripts are told by their doors.
fn to_sign_in(request: &Request) -> Option<Response> {
    let path = request.uri().path();
    if !is_opened(request) || is_public(path) {
        return None;
    }
    let whole = request.uri().path_and_query().map_or(path, |it| it.as_str());
    Some(go(&next::sign_in_and_back(whole)))
}

/// Whether a person opens a page, and no form or script asks.
fn is_opened(request: &Request) -> bool {
    let wants_page = |kinds: &HeaderValue| kinds.to_str().is_ok_and(|kinds| kinds.contains("text/html"));
    matches!(*request.method(), Method::GET | Method::HEAD)
        && request.headers().get_all(header::ACCEPT).iter().any(wants_page)
        && !request.uri().path().starts_with("/api/")
}

fn go(to: &str) -> Response {
    let mut answer = Redirect::to(to).into_response();
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
