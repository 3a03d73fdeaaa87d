//! Copies of the pages, one per realm, chosen by path: everything under `/my` and `/api/my` is the portal's, all else is the staff's
//! (`Realm::of_path`). Each copy reads its own cookie and no other, so the two can be signed in side by side and never mix.
//!
//! The doors of sign-in and sign-out stand beside both: which realm somebody signs in to is known only after the password, and a session
//! layer around them would take back the cookie that they set.

use std::convert::Infallible;
use std::task::{Context, Poll};

use axum::Router;
use axum::extract::Request;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::future::RouteFuture;
use hospital::identity::Realm;
use http::Method;
use tower::Service;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use super::spare::spare;
use super::store::Store;
use super::who::{Who, who};
use crate::layers::trace::tell_route;
use crate::sign_in::{self, Doors};

/// The pages with their sessions, and the doors of sign-in. `pages` holds everything that wants to know who asks.
pub fn split(pages: Router, doors: &Doors) -> Router {
    let realm = |realm: Realm| {
        let store = Store::new(doors.house().clone(), realm);
        let sessions = SessionManagerLayer::new(store)
            .with_name(realm.cookie())
            .with_path("/")
            .with_secure(true)
            .with_http_only(true)
            .with_same_site(SameSite::Lax)
            .with_expiry(Expiry::OnSessionEnd);
        pages
            .clone()
            .layer(from_fn(tell_route))
            .layer(from_fn_with_state(Who::new(doors.clone(), realm), who))
            .layer(sessions)
            .layer(from_fn_with_state((doors.clone(), realm), spare))
    };
    let split = Split {
        staff: realm(Realm::Staff),
        portal: realm(Realm::Portal),
        doors: sign_in::routes(doors.clone()).layer(from_fn(tell_route)),
    };
    Router::new().fallback_service(split)
}

#[derive(Clone)]
struct Split {
    staff: Router,
    portal: Router,
    /// Without sessions around them.
    doors: Router,
}

impl Service<Request> for Split {
    type Response = Response;
    type Error = Infallible;
    type Future = RouteFuture<Infallible>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        // Routers are always ready.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let path = request.uri().path();
        let router = match Realm::of_path(path) {
            _ if request.method() == Method::POST && sign_in::is_door(path) => &mut self.doors,
            Realm::Staff => &mut self.staff,
            Realm::Portal => &mut self.portal,
        };
        router.call(request)
    }
}
