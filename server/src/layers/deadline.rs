//! Nothing hangs. A page that gives no answer within 15 seconds is answered for; a body that stands still for 15 seconds, going in or
//! out, is cut off (a streamed page of Leptos can stall for ever: leptos#4851, #4826). A slow but moving download is not.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use tower_http::timeout::TimeoutBody;

use super::{plain, request_id};

/// How long an answer may take to begin, and how long a body may stand still.
pub const STILL: Duration = Duration::from_secs(15);

/// Keeps the time.
pub async fn deadline<F, A>(request: Request, next: F) -> Response
where
    F: FnOnce(Request) -> A,
    A: Future<Output = Response>,
{
    within(STILL, request, next).await
}

async fn within<F, A>(still: Duration, request: Request, next: F) -> Response
where
    F: FnOnce(Request) -> A,
    A: Future<Output = Response>,
{
    let (id, api) = (request_id::of(&request), plain::is_api(request.uri().path()));
    let request = request.map(|body| Body::new(TimeoutBody::new(still, body)));
    match tokio::time::timeout(still, next(request)).await {
        Ok(answer) => answer.map(|body| Body::new(TimeoutBody::new(still, body))),
        Err(_) => {
            tracing::warn!(?id, "a request was given up after {} seconds", still.as_secs());
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

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Bytes, to_bytes};
    use axum::middleware::{Next, from_fn};
    use axum::routing::{get, post};
    use futures::{StreamExt, stream};
    use http::Method;
    use tower::ServiceExt;

    use super::*;

    /// Ten times as long as what comes slowly, so that a busy machine does not stand still for it.
    const SHORT: Duration = Duration::from_millis(500);

    fn stalling(pieces: usize) -> Body {
        let pieces = stream::iter((0..pieces).map(|_| Ok::<_, std::io::Error>(Bytes::from_static(b"moving"))));
        Body::from_stream(pieces.chain(stream::pending()))
    }

    async fn asked(method: Method, path: &str, body: Body) -> Response {
        let router = Router::new()
            .route("/never", get(std::future::pending::<()>))
            .route("/stalls", get(async || stalling(3)))
            .route(
                "/slow",
                get(async || {
                    let pieces = stream::iter(0..12).then(|_| async {
                        tokio::time::sleep(SHORT / 10).await;
                        Ok::<_, std::io::Error>(Bytes::from_static(b"moving"))
                    });
                    Body::from_stream(pieces)
                }),
            )
            .route(
                "/read",
                post(async |body: Body| match to_bytes(body, 1_000).await {
                    Ok(_) => StatusCode::OK,
                    Err(_) => StatusCode::REQUEST_TIMEOUT,
                }),
            )
            .layer(from_fn(async |request: Request, next: Next| {
                within(SHORT, request, |request| next.run(request)).await
            }));
        let request = http::Request::builder().method(method).uri(path).body(body).unwrap();
        router.oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn a_page_that_never_answers_is_answered_for() {
        let answer = asked(Method::GET, "/never", Body::empty()).await;
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(answer.headers().contains_key("retry-after"));
    }

    #[tokio::test]
    async fn a_body_that_stands_still_is_cut_and_a_slow_one_is_not() {
        let stalled = asked(Method::GET, "/stalls", Body::empty()).await;
        assert!(to_bytes(stalled.into_body(), 1_000).await.is_err());
        let slow = asked(Method::GET, "/slow", Body::empty()).await;
        assert_eq!(to_bytes(slow.into_body(), 1_000).await.unwrap().len(), 72);
    }

    #[tokio::test]
    async fn a_sender_that_stands_still_is_given_up() {
        let answer = asked(Method::POST, "/read", stalling(1)).await;
        assert_ne!(answer.status(), StatusCode::OK);
    }
}
