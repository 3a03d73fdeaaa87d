//! A page that is drawn leaves one row in the audit, however many verbs its parts ask (`hospital::audit::Gathering`). The page is whole before its first byte leaves,
//! so it waits here until that row is durable.
//!
//! It stands around what draws pages, for reading methods alone: a server function, a drawn chart and the live socket are asked for by the open page, each by
//! itself, and each has its own row.

use app::language;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use hospital::HospitalError;
use hospital::audit::Gathering;
use hospital::identity::Caller;

use crate::pages;
use crate::state::AppState;

/// Draws the page, records what was read for it, and lets it go.
pub async fn record(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let gathering = Gathering::default();
    request.extensions_mut().insert(gathering.clone());
    let caller = request.extensions().get::<Caller>().cloned();
    let locale = language::of(&caller.unwrap_or(Caller::nobody()), request.headers());
    let (head, body) = next.run(request).await.into_parts();
    // The last values of a page are gathered while its body is written.
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return pages::refusal(
            &state,
            HospitalError::Internal("a page broke off while it was drawn"),
            locale,
        );
    };
    match gathering.record(&state.house).await {
        Ok(()) => Response::from_parts(head, Body::from(body)),
        Err(error) => pages::refusal(&state, error, locale),
    }
}
