//! Nothing hangs. A page that gives no answer within 15 seconds is answered for; a body that stands still for 15 seconds, going in or
//! out, is cut off (a streamed page of Leptos can stall for ever: leptos#4851, #4826). A slow but moving download is not, nor is a file that is sent over a slow line: for each 32 KiB that a
//! form with files says it brings, it has a second more.

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

/// What a line brings that is slow but good enough to send a file over: 256 kbit/s. A technical choice: a file of 5 MB has less than three minutes, and a small question no more than before.
const LINE: u64 = 32 * 1_024;
/// A file of 5 MB and its form are less; what says it is longer is refused anyway, and a length that is made up keeps no door open for it.
const MOST: u64 = 6 * 1_024 * 1_024;

/// How long the files of a form may take on a slow line, by the length that it says it has; what is no such form, or says none, has nothing more.
fn coming(request: &Request) -> Duration {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let is_file = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    let length = request.headers().get(header::CONTENT_LENGTH).filter(|_| is_file);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    Duration::from_secs(length.unwrap_or_default().min(MOST) / LINE)
}

async fn within<F, A>(still: Duration, request: Request, next: F) -> Response
where
    F: FnOnce(Request) -> A,
    A: Future<Output = Response>,
{
    let (id, api) = (request_id::of(&request), plain::is_api(request.uri().path()));
    let whole = still + coming(&request);
    let request = request.map(|body| Body::new(TimeoutBody::new(still, body)));
    match tokio::time::timeout(whole, next(request)).await {
        Ok(answer) => answer.map(|body| Body::new(TimeoutBody::new(still, body))),
        Err(_) => {
            tracing::warn!(?id, "a request was given up after {} seconds", whole.as_secs());
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
        let request = http::Request::builder().method(method).uri(path).body(body).unwrap();
        answered(request).await
    }

    async fn answered(request: http::Request<Body>) -> Response {
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
    async fn a_file_on_a_slow_line_has_the_time_it_takes_and_a_question_has_none_for_it() {
        let more = |kind: &str, length: &str| {
            let request = http::Request::post("/").header(header::CONTENT_TYPE, kind);
            let request = request.header(header::CONTENT_LENGTH, length);
            coming(&request.body(Body::empty()).unwrap()).as_secs()
        };
        const FILES: &str = "multipart/form-data; boundary=x";
        assert_eq!(coming(&http::Request::new(Body::empty())).as_secs(), 0);
        assert_eq!(["900", "none"].map(|length| more(FILES, length)), [0, 0]);
        assert_eq!(more("application/json", "5242880"), 0, "no file");
        assert_eq!(more(FILES, "5242880"), 160, "5 MiB at 256 kbit/s");
        assert_eq!(more(FILES, "99999999999"), 192, "nobody brings that");
        let slow = stream::iter(0..25).then(|_| async {
            tokio::time::sleep(SHORT / 10).await;
            Ok::<_, std::io::Error>(Bytes::from_static(b"moving"))
        });
        // What says it is four seconds' worth may come in two and a half times what a question may take in all.
        let request = http::Request::post("/read").header(header::CONTENT_TYPE, FILES);
        let request = request.header(header::CONTENT_LENGTH, 4 * LINE);
        let answer = answered(request.body(Body::from_stream(slow)).unwrap()).await;
        assert_eq!(answer.status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn a_sender_that_stands_still_is_given_up() {
        let answer = asked(Method::POST, "/read", stalling(1)).await;
        assert_ne!(answer.status(), StatusCode::OK);
    }
}
