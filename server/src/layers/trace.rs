//! One line per request: method, route, status, milliseconds. The route is the template (`/patients/{id}`), never the path or the
//! query, because those may name a person.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use super::request_id;

/// Writes the line, and lends its number to whatever is logged inside.
pub async fn trace<F, A>(request: Request, next: F) -> Response
where
    F: FnOnce(Request) -> A,
    A: Future<Output = Response>,
{
    let (method, begun) = (request.method().clone(), Instant::now());
    let span = tracing::info_span!("request", id = ?request_id::of(&request));
    async move {
        let answer = next(request).await;
        let route = answer
            .extensions()
            .get::<MatchedPath>()
            .map_or("-", MatchedPath::as_str);
        let (status, ms) = (answer.status().as_u16(), begun.elapsed().as_secs_f64() * 1e3);
        if answer.status().is_server_error() {
            tracing::warn!(%method, route, status, ms, "answered");
        } else {
            tracing::debug!(%method, route, status, ms, "answered");
        }
        answer
    }
    .instrument(span)
    .await
}

/// Tells [`trace`] which route matched, from inside a router that an outer router does not look into.
pub async fn tell_route(request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let mut answer = next.run(request).await;
    if let Some(matched) = matched {
        answer.extensions_mut().insert(matched);
    }
    answer
}
