//! A page that is drawn leaves one row in the audit, however many verbs its parts ask (`hospital::audit::Gathering`). The page is whole before its first byte leaves,
//! so it waits here until that row is durable.
//!
//! A page leaves whole: one that broke off, or that still shows grey lines where its answer belongs, is an error (500) with a line in the log, not a page. A browser
//! would have mended it by asking once more; a reader without JavaScript would have seen nothing of a patient and no word why.
//!
//! It stands around what draws pages, for reading methods alone: a server function, a drawn chart and the live socket are asked for by the open page, each by
//! itself, and each has its own row.

use app::language;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::response::Parts;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use hospital::HospitalError;
use hospital::audit::Gathering;
use hospital::identity::Caller;

use crate::pages;
use crate::state::AppState;

/// Draws the page, records what was read for it, and lets it go.
pub async fn record(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let is_shown = request.method() == Method::GET;
    let gathering = Gathering::default();
    request.extensions_mut().insert(gathering.clone());
    let caller = request.extensions().get::<Caller>().cloned();
    let locale = language::of(&caller.unwrap_or(Caller::nobody()), request.headers());
    let (head, body) = next.run(request).await.into_parts();
    // The last values of a page are gathered while its body is written.
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return pages::refusal(
            &state,
            HospitalError::Internal("a page broke off while it was drawn"),
            locale,
        );
    };
    if is_shown && is_page(&head) && !is_whole(&body) {
        tracing::error!(bytes = body.len(), "a page was drawn in part");
        return pages::refusal(&state, HospitalError::Internal("a page was drawn in part"), locale);
    }
    match gathering.record(&state.house).await {
        Ok(()) => Response::from_parts(head, Body::from(body)),
        Err(error) => pages::refusal(&state, error, locale),
    }
}

fn is_page(head: &Parts) -> bool {
    let kind = head.headers.get(header::CONTENT_TYPE);
    let is_html = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    is_html && head.status == StatusCode::OK
}

/// Whether a page has its end, and nothing in it waits to be asked for by the browser.
fn is_whole(body: &[u8]) -> bool {
    const LEFT_OUT: &[u8] = b"__INCOMPLETE_CHUNKS=[";
    let has = |part: &[u8]| body.windows(part.len()).rposition(|at| at == part);
    let left_out = has(LEFT_OUT).is_some_and(|at| body.get(at + LEFT_OUT.len()) != Some(&b']'));
    has(b"</html>").is_some() && !left_out
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn a_page_is_whole_with_its_end_and_with_nothing_left_to_ask_for() {
        assert!(is_whole(b"<html><p>Bed 1</p></html>"));
        assert!(is_whole(b"<html></html><script>__INCOMPLETE_CHUNKS=[];</script>"));
        assert!(!is_whole(b"<html><p>Bed 1</p>"), "it broke off");
        assert!(
            !is_whole(b"<html></html><script>__INCOMPLETE_CHUNKS=[3,];</script>"),
            "a part is left to the browser"
        );
        assert!(!is_whole(b""));
    }
}
