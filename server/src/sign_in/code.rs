//! `POST /sign-in/code`: the second of two steps. The first one's proof waits on the server under the cookie [`COOKIE`], five minutes and five tries; the
//! page `GET /sign-in/code` is a form page (`crate::forms::code`).

use std::fmt;

use axum::Form;
use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::identity::Level;
use hospital::identity::steps::{awaited, enter_code};
use hospital::identity::{Origin, RequestId, SessionKey, SignInFlash, SignedIn, at_the_door, whom_of};
use hospital::{Ctx, HospitalError};
use http::HeaderMap;
use serde::Deserialize;
use tower_sessions::session::Id;
use uuid::Uuid;

use super::device::Browser;
use super::enter::{failed, no_store};
use super::open::{Opener, brought};
use super::{Doors, next};
use crate::layers::peer;
use crate::sessions::cookie;
use crate::sessions::store::key_of;
use crate::throttle::{self, Route};

/// The cookie that binds the first step's proof to this browser.
pub const COOKIE: &str = "__Host-wl_step";
/// What the sign-in page says when the first step no longer counts.
const OVER: &str = "That took more than five minutes, or five codes were wrong. Begin again with your password.";

/// The form.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    code: String,
    next: String,
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed")
    }
}

/// The cookie's id, when the request brought one.
pub fn step(headers: &HeaderMap) -> Option<Id> {
    cookie::read(headers, COOKIE)?.parse().ok()
}

/// Takes the code and opens the session.
pub async fn enter(State(doors): State<Doors>, request: Request) -> Response {
    let number = request
        .extensions()
        .get::<RequestId>()
        .map_or_else(Uuid::now_v7, |id| id.0);
    let address = peer::address(request.extensions(), request.headers(), doors.proxies());
    let headers = request.headers().clone();
    let Some(id) = step(&headers) else {
        return begin_again(&doors);
    };
    let (ctx, browser) = (at_the_door(doors.house(), number), Browser::of(&headers));
    let origin = browser.origin(address, &headers);
    // A cookie that nobody was given is no try. One that waits for its code counts for its account, like a password.
    let whom = match awaited_of(&ctx, key_of(id), &origin).await {
        Ok(Some(whom)) => whom,
        Ok(None) => return begin_again(&doors),
        Err(error) => return failed(number, Ok(Err(error))),
    };
    let typed = Form::<Typed>::from_request(request, &())
        .await
        .map(|Form(typed)| typed)
        .unwrap_or_default();
    let tried = match doors
        .throttle()
        .take(Route::SignIn, &whom, address, doors.house().clock.now())
    {
        Ok(tried) => tried,
        Err(wait) => return throttle::refusal(false, wait),
    };
    let opener = Opener {
        ctx: ctx.from_address(origin.address.as_str()),
        origin: origin.clone(),
        brought: brought(&headers),
    };
    let wanted = typed.next.clone();
    let entering = async move {
        let (signed_in, shared) = enter_code(&opener.ctx, key_of(id), &typed.code, &origin).await?;
        let session = opener.open(&signed_in, shared, Level::Factor).await?;
        Ok::<(SignedIn, Id), HospitalError>((signed_in, session))
    };
    match tokio::spawn(entering).await {
        Ok(Ok((signed_in, session))) => {
            doors.throttle().forgive(tried);
            doors.said().came_in(signed_in.user, signed_in.realm, &headers);
            let mut answer = Redirect::to(&next::after_sign_in(&signed_in, &wanted)).into_response();
            cookie::set(
                answer.headers_mut(),
                signed_in.realm.cookie(),
                &session.to_string(),
                None,
            );
            cookie::remove(answer.headers_mut(), COOKIE);
            browser.remember(answer.headers_mut());
            no_store(answer)
        }
        Ok(Err(HospitalError::Invalid(_))) => no_store(Redirect::to(&next::code_once_more(&wanted)).into_response()),
        Ok(Err(HospitalError::SignIn)) => begin_again(&doors),
        other => {
            doors.throttle().forgive(tried);
            failed(number, other.map(|answer| answer.map(drop)))
        }
    }
}

/// By what to count a try at the code that is awaited under `key`; none when none is.
async fn awaited_of(ctx: &Ctx, key: SessionKey, origin: &Origin) -> Result<Option<String>, HospitalError> {
    match awaited(ctx, key).await? {
        Some(user) => whom_of(ctx, user, origin).await.map(Some),
        None => Ok(None),
    }
}

/// Back to the first step.
fn begin_again(doors: &Doors) -> Response {
    let mut answer = Redirect::to(app::routes::SIGN_IN).into_response();
    let flash = SignInFlash {
        message: OVER.to_owned(),
        ..SignInFlash::default()
    };
    doors
        .flashes()
        .put(flash, answer.headers_mut(), doors.house().clock.now());
    cookie::remove(answer.headers_mut(), COOKIE);
    no_store(answer)
}
