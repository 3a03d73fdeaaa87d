//! A panic in a handler becomes the page for 500 with the request's number; the process and every other request go on. What the panic
//! said is not logged here, because it may hold a value of a patient.

use std::panic::AssertUnwindSafe;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use http::StatusCode;

use super::{plain, request_id};

/// Catches it.
pub async fn catch(request: Request, next: Next) -> Response {
    let (id, api) = (request_id::of(&request), plain::is_api(request.uri().path()));
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
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
