//! A panic in a handler becomes the page for 500 with the request's number; the process and every other request go on. What the panic
//! said is not logged here, because it may hold a value of a patient.

use std::panic::AssertUnwindSafe;

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use http::StatusCode;

use super::{plain, request_id};

/// Catches it.
pub async fn catch<F, A>(request: Request, next: F) -> Response
where
    F: FnOnce(Request) -> A,
    A: Future<Output = Response>,
{
    let (id, api) = (request_id::of(&request), plain::is_api(request.uri().path()));
    match AssertUnwindSafe(next(request)).catch_unwind().await {
        Ok(answer) => answer,
        Err(_) => {
            tracing::error!(?id, "a request ended in a panic");
            let (title, sentence) = (
                "Something broke on our side",
                "Nothing you did caused it. Try again; if it happens twice, call the help desk.",
            );
            plain::answer(api, StatusCode::INTERNAL_SERVER_ERROR, title, sentence, id).into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::middleware::{Next, from_fn};
    use axum::routing::get;
    use hospital::identity::RequestId;
    use http::Request;
    use tower::ServiceExt;
    use uuid::Uuid;

    use super::*;

    async fn breaks() -> &'static str {
        panic!("the name of a patient")
    }

    #[tokio::test]
    async fn a_panic_is_a_page_with_a_reference_and_without_its_words() {
        let router = Router::new()
            .route("/ward", get(breaks))
            .route("/api/v1/ward", get(breaks))
            .layer(from_fn(async |request: axum::extract::Request, next: Next| {
                catch(request, |request| next.run(request)).await
            }));
        let id = Uuid::now_v7();
        for (path, kind) in [
            ("/ward", "text/html; charset=utf-8"),
            ("/api/v1/ward", "application/problem+json"),
        ] {
            let request = Request::get(path).extension(RequestId(id)).body(Body::empty()).unwrap();
            let answer = router.clone().oneshot(request).await.unwrap();
            assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
            assert_eq!(answer.headers()["content-type"], kind);
            let body = String::from_utf8(to_bytes(answer.into_body(), 10_000).await.unwrap().to_vec()).unwrap();
            assert!(body.contains(&id.to_string()) && !body.contains("patient"), "{body}");
        }
    }
}
