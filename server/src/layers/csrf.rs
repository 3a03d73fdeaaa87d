//! No other site makes a signed-in browser do something. Browsers say where an unsafe request comes from (`Sec-Fetch-Site`, `Origin`);
//! the layer of tower-http refuses what comes from elsewhere, and [`says_where_it_comes_from`] refuses what brings a cookie and says
//! nothing, which that layer lets pass (devices send no cookies and are not touched). A proxy in front must leave `Host` and `Origin` as
//! they are.

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode, header};
use tower_http::csrf::{CsrfLayer, ProtectionError};

use super::plain;

/// How the layer answers.
type Refuse = fn(ProtectionError) -> Response<Body>;

/// Refuses unsafe requests of other origins.
pub fn same_origin() -> CsrfLayer<Refuse> {
    CsrfLayer::new().with_rejection_response((|_| refusal()) as Refuse)
}

/// Refuses unsafe requests that bring a cookie and say nothing of where they come from.
pub async fn says_where_it_comes_from(request: Request, next: Next) -> Response {
    if is_mute(&request) {
        return refusal();
    }
    next.run(request).await
}

fn is_mute(request: &Request) -> bool {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let has = |name: &str| request.headers().contains_key(name);
    !safe && has(header::COOKIE.as_str()) && !has("sec-fetch-site") && !has(header::ORIGIN.as_str())
}

fn refusal() -> Response {
    plain::page(
        StatusCode::FORBIDDEN,
        "This did not come from Wardlight",
        "Your browser says that another site sent this, so nothing was done. Go back to Wardlight and try again there.",
        None,
    )
    .into_response()
}
