//! `POST /sign-out`: ends what this browser is signed in to, in both realms, at once and for everybody who has a copy of the cookie.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use hospital::identity::{Realm, RequestId, at_the_door, sessions};
use http::{HeaderValue, StatusCode, header};
use tower_sessions::session::Id;
use uuid::Uuid;

use super::Doors;
use crate::layers::plain;
use crate::sessions::cookie;
use crate::sessions::store::key_of;

/// Ends the sessions and goes to the sign-in page.
pub async fn leave(State(doors): State<Doors>, request: Request) -> Response {
    let number = request.extensions().get::<RequestId>().map_or_else(Uuid::now_v7, |id| id.0);
    let ctx = at_the_door(doors.house(), number);
    let brought = Realm::ALL.map(|realm| cookie::read(request.headers(), realm.cookie()).and_then(|id| id.parse::<Id>().ok()));
    let ended = tokio::spawn(async move {
        for id in brought.into_iter().flatten() {
            sessions::end(&ctx, key_of(id)).await?;
        }
        Ok::<(), hospital::HospitalError>(())
    });
    if !matches!(ended.await, Ok(Ok(()))) {
        let sentence = "You are still signed in, because the hospital's records cannot be reached. Close the browser, or try again in a minute.";
        return plain::page(StatusCode::SERVICE_UNAVAILABLE, "Signing out did not work", sentence, Some(number)).into_response();
    }
    let mut answer = Redirect::to("/sign-in").into_response();
    for realm in Realm::ALL {
        cookie::remove(answer.headers_mut(), realm.cookie());
    }
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
