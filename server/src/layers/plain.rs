//! Answers where no page can be drawn: a few lines of HTML in the classes of `ui::ErrorPage`, or a problem document under `/api/v1`.

use axum::response::{Html, IntoResponse, Response};
use http::{StatusCode, header};
use uuid::Uuid;

/// Whether programs ask there, not people.
pub fn is_api(path: &str) -> bool {
    path.strip_prefix("/api/v1")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// [`page`] or a problem document (RFC 9457).
pub fn answer(api: bool, status: StatusCode, title: &'static str, sentence: &str, reference: Option<Uuid>) -> Response {
    if !api {
        return page(status, title, sentence, reference).into_response();
    }
    let problem = serde_json::json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "detail": sentence, "request": reference });
    (
        status,
        [
            (header::CONTENT_TYPE, "application/problem+json"),
            (header::CACHE_CONTROL, "no-store"),
        ],
        problem.to_string(),
    )
        .into_response()
}

/// A page of one title and one sentence. Both are ours: nothing that somebody typed goes in here, and it is escaped all the same.
pub fn page(
    status: StatusCode,
    title: &'static str,
    sentence: &str,
    reference: Option<Uuid>,
) -> impl IntoResponse + use<> {
    let (title, sentence, code) = (escaped(title), escaped(sentence), status.as_u16());
    let reference = reference.map_or(String::new(), |id| {
        format!(r#"<p class="error-page__facts">Reference <b class="code">{id}</b></p>"#)
    });
    let html = format!(
        r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><link rel="stylesheet" href="/pkg/wardlight.css"></head><body><main class="error-page" id="main"><p class="error-page__code">{code}</p><h1>{title}</h1><div class="error-page__text"><p>{sentence}</p>{reference}</div><div class="error-page__actions"><a class="btn btn--primary" href="/">Go to my page</a></div></main></body></html>"#
    );
    (status, [(header::CACHE_CONTROL, "no-store")], Html(html))
}

/// Text as a page holds it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped(r#"<b>&"#), "&lt;b&gt;&amp;");
    }

    #[test]
    fn only_the_api_of_programs_is_the_api() {
        assert!(is_api("/api/v1/devices") && is_api("/api/v1"));
        assert!(!is_api("/api/open_ward") && !is_api("/api/v10"));
    }
}
