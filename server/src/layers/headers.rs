//! Security headers (OWASP ASVS 5.0 3.4). A page's content security policy allows scripts of ours, the inline scripts that carry this request's nonce
//! (Leptos writes them), and WebAssembly; no inline styles, no frames, nothing from elsewhere. What is no page (a chart, a file, an answer of the API, a
//! redirect) may load nothing at all, should somebody open it by itself. What says nothing of caches is kept by none.
//!
//! `server/tests/headers.rs` holds the exact set of each class of routes.

use std::sync::Arc;

use aws_lc_rs::rand;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::{provide_context, use_context};

use super::plain;
use crate::site::FOR_WORKERS;

/// The nonce of this request's content security policy.
#[derive(Clone, Debug)]
pub struct CspNonce(Arc<str>);

impl CspNonce {
    /// 128 random bits, fit for a header; `None` when the system has no randomness.
    fn new() -> Option<Self> {
        let mut bytes = [0; 16];
        rand::fill(&mut bytes).ok()?;
        Some(Self(format!("{:032x}", u128::from_be_bytes(bytes)).into()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Gives Leptos the nonce of this request, so that header and scripts agree. Call it in the additional context of every page; it must
/// run after Leptos has provided a nonce of its own, and it does there.
pub fn provide_nonce() {
    if let Some(nonce) = use_context::<Parts>().and_then(|parts| parts.extensions.get::<CspNonce>().cloned()) {
        provide_context(leptos::nonce::Nonce::from_value(nonce.0));
    }
}

/// Whether browsers reach us over TLS (`WARDLIGHT_TLS`): only then is it true to say that they always can.
#[derive(Clone, Copy, Debug)]
pub struct Tls(pub bool);

/// For a year, and for every name below ours.
const ALWAYS_TLS: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");
/// For the worker of the offline page: it fetches the pages that a browser asks it for, and runs nothing else.
const WORKER: HeaderValue = HeaderValue::from_static("default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
/// For what is no page.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// What never changes. `same-origin` as referrer policy, because with `no-referrer` forms would post `Origin: null` and look foreign to the
/// cross-site check.
const FIXED: [(HeaderName, &str); 7] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
];

/// Sets them on every answer.
pub async fn headers<F, A>(tls: Tls, mut request: Request, next: F) -> Response
where
    F: FnOnce(Request) -> A,
    A: Future<Output = Response>,
{
    let Some(nonce) = CspNonce::new() else {
        return plain::answer(
            plain::is_api(request.uri().path()),
            StatusCode::SERVICE_UNAVAILABLE,
            "Wardlight is not ready",
            "Try again in a minute.",
            None,
        )
        .into_response();
    };
    request.extensions_mut().insert(nonce.clone());
    let mut answer = next(request).await;
    set(answer.headers_mut(), &nonce, tls);
    answer
}

fn set(headers: &mut HeaderMap, nonce: &CspNonce, Tls(tls): Tls) {
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if tls {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, ALWAYS_TLS);
    }
    let policy = if is_page(headers) {
        HeaderValue::try_from(policy(nonce.as_str())).unwrap_or(NOTHING)
    } else if headers.contains_key(FOR_WORKERS) {
        WORKER
    } else {
        NOTHING
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind.is_some_and(|kind| kind.starts_with(b"text/html"))
}

fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_nothing_inline_but_what_carries_the_nonce() {
        let policy = policy("abc");
        assert!(
            policy.contains("script-src 'self' 'nonce-abc' 'wasm-unsafe-eval';"),
            "{policy}"
        );
        for word in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!policy.contains(word), "{word} in {policy}");
        }
    }

    #[test]
    fn the_worker_fetches_from_us_and_a_picture_does_nothing() {
        let nonce = CspNonce::new().unwrap();
        let policy = |mut headers: HeaderMap| {
            set(&mut headers, &nonce, Tls(false));
            headers.remove(header::CONTENT_SECURITY_POLICY).unwrap()
        };
        let worker = HeaderMap::from_iter([(FOR_WORKERS, HeaderValue::from_static("/"))]);
        assert_eq!(policy(worker), WORKER);
        assert_eq!(policy(HeaderMap::new()), NOTHING);
    }

    #[test]
    fn every_request_has_its_own_nonce() {
        let nonces = [CspNonce::new().unwrap(), CspNonce::new().unwrap()];
        assert_eq!(nonces[0].as_str().len(), 32);
        assert_ne!(nonces[0].as_str(), nonces[1].as_str());
    }
}
