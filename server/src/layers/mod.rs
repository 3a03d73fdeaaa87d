//! What every request passes, outermost first. [`around`] is the order; each file says why its layer is there.
//!
//! 1. [`request_id`]: a number of ours, for the log, the audit and the page for 500
//! 2. [`trace`]: one line per request, without path values or query
//! 3. [`headers`]: security headers; the content security policy with a nonce of its own for each request
//! 4. [`panic`]: a panic becomes the page for 500, and the process lives
//! 5. [`method`]: methods that nothing here speaks go no further
//! 6. [`pace`]: nobody asks faster than a hospital does
//! 7. [`deadline`]: nothing hangs for longer than 15 seconds
//! 8. [`csrf`]: no other site makes a signed-in browser do something
//!
//! To add one: a file with one function, and its line in [`around`] at the place where it must stand. A layer answers for itself with
//! [`plain::answer`], because pages cannot be drawn out here.

pub mod csrf;
pub mod deadline;
pub mod headers;
pub mod method;
pub mod pace;
pub mod panic;
pub mod peer;
pub mod plain;
pub mod request_id;
pub mod trace;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tower::Layer;

use crate::state::AppState;

/// The layers around everything that the server serves.
///
/// They stand once around the whole router, not around each route: a layer of a route is copied with all that is inside it, for every request and every layer. And they are one
/// layer of axum's: eight would each copy and box what is inside them, which cost a device's single reading more than to be parsed.
pub fn apply(router: Router, state: &AppState) -> Router {
    Router::new().fallback_service(from_fn_with_state(state.clone(), around).layer(router))
}

/// The order, from the outside in.
async fn around(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let tls = headers::Tls(state.config.behind_tls);
    let checked = |request| csrf::same_origin(request, next);
    let in_time = |request| deadline::deadline(request, checked);
    let paced = |request| pace::keep(&state, request, in_time);
    let known = |request| method::known(request, paced);
    let caught = |request| panic::catch(request, known);
    let headed = |request| headers::headers(tls, request, caught);
    let traced = |request| trace::trace(request, headed);
    request_id::number(request, traced).await
}
