//! Methods that nothing here speaks (`TRACE`, `CONNECT`, invented ones) go no further (OWASP ASVS 5.0 4.1.4). Of the others the router serves those of its
//! tables, and says 405 with `Allow` for the rest.

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, header};

use super::plain;

/// Refuses them.
pub async fn known<F, A>(request: Request, next: F) -> Response
where
    F: FnOnce(Request) -> A,
    A: Future<Output = Response>,
{
    let method = request.method();
    if [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
        Method::OPTIONS,
    ]
    .contains(method)
    {
        return next(request).await;
    }
    let api = plain::is_api(request.uri().path());
    let mut answer = plain::answer(
        api,
        StatusCode::METHOD_NOT_ALLOWED,
        "Not this method",
        "Wardlight does not speak this method. Use one that the header Allow names.",
        None,
    )
    .into_response();
    answer
        .headers_mut()
        .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, POST"));
    answer
}
