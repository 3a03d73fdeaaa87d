//! A number for each request. It is ours: what a client sends under that name is not taken.

use axum::extract::Request;
use axum::response::Response;
use hospital::identity::RequestId;
use http::{HeaderName, HeaderValue};
use uuid::Uuid;

const NAME: HeaderName = HeaderName::from_static("x-request-id");

/// Gives the request its [`RequestId`] and the answer the header `x-request-id`.
pub async fn number<F, A>(mut request: Request, next: F) -> Response
where
    F: FnOnce(Request) -> A,
    A: Future<Output = Response>,
{
    let id = Uuid::now_v7();
    request.extensions_mut().insert(RequestId(id));
    let mut answer = next(request).await;
    if let Ok(value) = HeaderValue::try_from(id.to_string()) {
        answer.headers_mut().insert(NAME, value);
    }
    answer
}

/// The number of this request, for an answer that says it.
pub fn of(request: &Request) -> Option<Uuid> {
    request.extensions().get::<RequestId>().map(|id| id.0)
}
