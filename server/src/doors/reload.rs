//! `GET /dev/reload`: an event stream that ends when the server does; the page of `make dev` reloads itself when it comes back. 404 outside of `make dev`.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::{StreamExt, stream};

use crate::state::AppState;

/// One event, `ready`, then silence.
pub async fn reload(State(state): State<AppState>) -> Response {
    if !state.config.dev {
        return StatusCode::NOT_FOUND.into_response();
    }
    let ready = stream::once(async { Ok::<_, Infallible>(Event::default().event("ready").data("1")) });
    let stopping = state.stopping.clone();
    let end = stream::once(async move { stopping.cancelled_owned().await }).filter_map(|()| std::future::ready(None));
    let open = ready.chain(end);
    Sse::new(open)
        .keep_alive(KeepAlive::new().interval(Duration::from_secs(5)))
        .into_response()
}
