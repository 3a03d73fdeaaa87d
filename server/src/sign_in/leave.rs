//! `POST /sign-out` and `POST /my/sign-out`: end what this browser is signed in to in that realm, at once and for everybody who has a copy
//! of the cookie.

use app::routes::SIGN_IN;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use hospital::identity::{Realm, RequestId, at_the_door, sessions};
use http::{HeaderName, HeaderValue, StatusCode, header};
use tower_sessions::session::Id;
use uuid::Uuid;

use super::Doors;
use crate::layers::{peer, plain};
use crate::sessions::cookie;
use crate::sessions::store::key_of;

/// What the browser forgets at sign-out. `cache` empties also what the back button would show again. Not `cookies`: that would end the other realm's
/// session in the same browser, and forget how the reader likes the page; the one cookie that is over is taken away by name.
const FORGET: (HeaderName, HeaderValue) = (
    HeaderName::from_static("clear-site-data"),
    HeaderValue::from_static("\"cache\", \"storage\""),
);

/// Ends the session and goes to the sign-in page.
pub async fn leave(State(doors): State<Doors>, request: Request) -> Response {
    let number = request
        .extensions()
        .get::<RequestId>()
        .map_or_else(Uuid::now_v7, |id| id.0);
    let address = peer::address(request.extensions(), request.headers(), doors.proxies());
    let ctx = at_the_door(doors.house(), number).from_address(address.to_string().as_str());
    let realm = Realm::of_path(request.uri().path());
    let brought = cookie::read(request.headers(), realm.cookie()).and_then(|id| id.parse::<Id>().ok());
    let ended = hospital::run(async move {
        match brought {
            Some(id) => sessions::end(&ctx, key_of(id)).await,
            None => Ok(()),
        }
    });
    if ended.await.is_err() {
        let sentence = "You are still signed in, because the hospital's records cannot be reached. Close the browser, or try again in a minute.";
        return plain::page(
            StatusCode::SERVICE_UNAVAILABLE,
            "Signing out did not work",
            sentence,
            Some(number),
        )
        .into_response();
    }
    let mut answer = left(realm);
    doors.said().went_out(request.headers(), answer.headers_mut());
    answer
}

/// The answer to a browser whose session in this realm is over: it forgets what it kept, and goes to the sign-in page.
pub fn left(realm: Realm) -> Response {
    let mut answer = Redirect::to(SIGN_IN).into_response();
    cookie::remove(answer.headers_mut(), realm.cookie());
    let (name, value) = FORGET;
    answer.headers_mut().insert(name, value);
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
