//! A session has just got another id: what the browser had asked for with the old one is on its way, and answers that take the old cookie away by its name would
//! take the new one, should they come after it. So such a request brings no cookie: it is answered as from nobody, and touches none.
//!
//! Known in memory for ten seconds, by the process that gave the new id.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use hospital::identity::Realm;
use http::{HeaderValue, header};
use tower_sessions::session::Id;

use super::cookie;
use super::store::key_of;
use crate::sign_in::Doors;

/// Takes the cookie out of a request that brings an id which was replaced just now. It stands outside of the sessions.
pub async fn spare(State((doors, realm)): State<(Doors, Realm)>, mut request: Request, next: Next) -> Response {
    let brought = cookie::read(request.headers(), realm.cookie()).and_then(|id| id.parse::<Id>().ok());
    if brought.is_some_and(|id| doors.house().sessions.was_replaced(key_of(id))) {
        let others = cookie::without(request.headers(), realm.cookie());
        match HeaderValue::from_str(&others) {
            Ok(others) if !others.is_empty() => drop(request.headers_mut().insert(header::COOKIE, others)),
            _ => drop(request.headers_mut().remove(header::COOKIE)),
        }
    }
    next.run(request).await
}
