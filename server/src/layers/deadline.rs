//! Nothing hangs. A page that gives no answer within 15 seconds is answered for; a body that stands still for 15 seconds, going in or
//! out, is cut off (a streamed page of Leptos can stall for ever: leptos#4851, #4826). A slow but moving download is not.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use tower_http::timeout::TimeoutBody;

use super::{plain, request_id};

/// How long an answer may take to begin, and how long a body may stand still.
pub const STILL: Duration = Duration::from_secs(15);

/// Keeps the time.
pub async fn deadline(request: Request, next: Next) -> Response {
    let (id, api) = (request_id::of(&request), plain::is_api(request.uri().path()));
    let request = request.map(|body| Body::new(TimeoutBody::new(STILL, body)));
    match tokio::time::timeout(STILL, next.run(request)).await {
        Ok(answer) => answer.map(|body| Body::new(TimeoutBody::new(STILL, body))),
        Err(_) => {
            tracing::warn!(?id, "a request was given up after {} seconds", STILL.as_secs());
            let (title, sentence) = (
                "This takes too long",
                "The hospital's computer is busy. Try again in a minute.",
            );
            let mut answer = plain::answer(api, StatusCode::SERVICE_UNAVAILABLE, title, sentence, id).into_response();
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
            answer
        }
    }
}
