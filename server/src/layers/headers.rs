//! Security headers (OWASP ASVS 5.0 3.4). The content security policy allows scripts of ours, the inline scripts that carry this
//! request's nonce (Leptos writes them), and WebAssembly; no inline styles, no frames, nothing from elsewhere.

use std::sync::Arc;

use aws_lc_rs::rand;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::{provide_context, use_context};

use super::plain;

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

/// What never changes. A browser heeds `Strict-Transport-Security` over TLS only. `same-origin` as referrer policy, because with
/// `no-referrer` forms would post `Origin: null` and look foreign to the cross-site check.
const FIXED: [(HeaderName, &str); 8] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
];

/// Sets them on every answer.
pub async fn headers(mut request: Request, next: Next) -> Response {
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
    let mut answer = next.run(request).await;
    set(answer.headers_mut(), &nonce);
    answer
}

fn set(headers: &mut HeaderMap, nonce: &CspNonce) {
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(policy) = HeaderValue::try_from(policy(nonce.as_str())) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
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
    fn every_request_has_its_own_nonce() {
        let nonces = [CspNonce::new().unwrap(), CspNonce::new().unwrap()];
        assert_eq!(nonces[0].as_str().len(), 32);
        assert_ne!(nonces[0].as_str(), nonces[1].as_str());
    }
}
