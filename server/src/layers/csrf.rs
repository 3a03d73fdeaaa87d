//! No other site makes a signed-in browser do something. Browsers say where an unsafe request comes from (`Sec-Fetch-Site`, `Origin`);
//! the layer of tower-http refuses what comes from elsewhere, and [`is_mute`] what brings a cookie and says nothing, which that layer lets
//! pass. A proxy in front must leave `Host` and `Origin` as they are. Nor does another site show or read anything of ours inside of its own pages
//! ([`is_embedded`]): it may lead here, and that is all.
//!
//! Under `/api/v1` a cookie proves nothing: it is taken away here, before anybody could read it (a load balancer gives one to each device).
//! What brings a bearer token there is let through, because no browser adds one by itself and another site's script may not.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, Method, StatusCode, header};
use tower::{Layer, ServiceExt};
use tower_http::csrf::CsrfLayer;

use super::plain;

/// Refuses unsafe requests of other origins.
pub async fn same_origin(mut request: Request, next: Next) -> Response {
    let api = plain::is_api(request.uri().path());
    if api {
        request.headers_mut().remove(header::COOKIE);
        if has_token(request.headers()) {
            return next.run(request).await;
        }
    }
    if is_mute(&request) || (!api && is_embedded(&request)) {
        return refusal(api);
    }
    let checked = CsrfLayer::new()
        .with_rejection_response(move |_| refusal(api))
        .layer(next);
    match checked.oneshot(request).await {
        Ok(answer) => answer,
        Err(never) => match never {},
    }
}

fn has_token(headers: &HeaderMap) -> bool {
    let said = headers.get(header::AUTHORIZATION).map(|value| value.as_bytes());
    said.is_some_and(|said| said.starts_with(b"Bearer "))
}

/// Whether an unsafe request brings a cookie and does not say where it comes from.
fn is_mute(request: &Request) -> bool {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let has = |name: &str| request.headers().contains_key(name);
    !safe && has(header::COOKIE.as_str()) && !has("sec-fetch-site") && !has(header::ORIGIN.as_str())
}

/// Whether a page of another site loads this for itself (a picture, a script, a `fetch`) instead of leading here (OWASP ASVS 5.0 3.5.8).
fn is_embedded(request: &Request) -> bool {
    let said = |name: &str| request.headers().get(name).map(|value| value.as_bytes());
    let foreign = matches!(said("sec-fetch-site"), Some(b"cross-site" | b"same-site"));
    foreign && said("sec-fetch-mode").is_some_and(|mode| mode != b"navigate")
}

fn refusal(api: bool) -> Response {
    plain::answer(
        api,
        StatusCode::FORBIDDEN,
        "This did not come from Wardlight",
        "Your browser says that another site sent this, so nothing was done. Go back to Wardlight and try again there.",
        None,
    )
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn;
    use axum::routing::post;

    use super::*;

    /// The status, the kind of the answer, and whether a cookie reached the handler.
    async fn asked(path: &str, headers: &[(&str, &str)]) -> (u16, String, bool) {
        let handler = post(async |headers: HeaderMap| headers.contains_key(header::COOKIE).to_string());
        let router = Router::new()
            .route("/form", handler.clone())
            .route("/api/v1/readings", handler)
            .layer(from_fn(same_origin));
        let mut request = http::Request::post(path).header("host", "ward.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (status, kind) = (
            answer.status().as_u16(),
            answer.headers()["content-type"].to_str().unwrap().to_owned(),
        );
        let body = axum::body::to_bytes(answer.into_body(), 10_000).await.unwrap();
        (status, kind, body.as_ref() == b"true")
    }

    const OURS: (&str, &str) = ("origin", "https://ward.example");
    const FOREIGN: (&str, &str) = ("origin", "https://evil.example");
    const COOKIE: (&str, &str) = ("cookie", "lb=1; __Host-wl_staff=abc");
    const TOKEN: (&str, &str) = ("authorization", "Bearer wld_0");

    #[tokio::test]
    async fn a_form_of_ours_passes_with_its_cookie_and_no_other_does() {
        assert_eq!(asked("/form", &[OURS, COOKIE]).await.0, 200);
        assert!(asked("/form", &[OURS, COOKIE]).await.2);
        for headers in [
            &[FOREIGN, COOKIE][..],
            &[COOKIE],
            &[COOKIE, TOKEN],
            &[FOREIGN, COOKIE, TOKEN],
        ] {
            let (status, kind, _) = asked("/form", headers).await;
            assert_eq!(
                (status, kind.as_str()),
                (403, "text/html; charset=utf-8"),
                "{headers:?}"
            );
        }
    }

    #[tokio::test]
    async fn a_device_is_heard_whatever_cookie_it_carries_and_its_cookie_reaches_nobody() {
        for headers in [
            &[TOKEN][..],
            &[TOKEN, COOKIE],
            &[TOKEN, COOKIE, FOREIGN],
            &[COOKIE],
            &[COOKIE, OURS],
        ] {
            let (status, _, cookie) = asked("/api/v1/readings", headers).await;
            assert_eq!((status, cookie), (200, false), "{headers:?}");
        }
    }

    #[tokio::test]
    async fn the_api_refuses_another_site_with_a_problem_document() {
        let (status, kind, _) = asked("/api/v1/readings", &[FOREIGN, COOKIE]).await;
        assert_eq!((status, kind.as_str()), (403, "application/problem+json"));
    }
}
