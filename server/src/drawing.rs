//! A page that is drawn leaves one row in the audit, however many verbs its parts ask (`hospital::audit::Gathering`). The page is whole before its first byte leaves,
//! so it waits here until that row is durable.
//!
//! A page leaves whole: one that broke off is an error (500) with a line in the log, not a page. What others had drawn already is put in here, uncopied
//! (`app::Pieces`).
//!
//! It stands around what draws pages, for reading methods alone: a server function, a drawn chart and the live socket are asked for by the open page, each by
//! itself, and each has its own row.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use app::{Pieces, language};
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::response::Parts;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use hospital::HospitalError;
use hospital::audit::Gathering;
use hospital::identity::Caller;
use http_body::{Frame, SizeHint};

use crate::pages;
use crate::state::AppState;

/// Draws the page, records what was read for it, and lets it go.
pub async fn record(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let is_shown = request.method() == Method::GET;
    let (gathering, pieces) = (Gathering::default(), Pieces::default());
    request.extensions_mut().insert(gathering.clone());
    request.extensions_mut().insert(pieces.clone());
    let caller = request.extensions().get::<Caller>().cloned();
    let locale = language::of(&caller.unwrap_or(Caller::nobody()), request.headers());
    let (head, body) = next.run(request).await.into_parts();
    // The last values of a page are gathered while its body is written.
    let body = to_bytes(body, usize::MAX).await.ok();
    let Some(body) = body.filter(|body| !is_shown || !is_page(&head) || is_whole(body)) else {
        return pages::refusal(
            &state,
            HospitalError::Internal("a page broke off while it was drawn"),
            locale,
        );
    };
    match gathering.record(&state.house).await {
        Ok(()) => Response::from_parts(head, Body::new(Frames(pieces.put_in(body)))),
        Err(error) => pages::refusal(&state, error, locale),
    }
}

fn is_page(head: &Parts) -> bool {
    let kind = head.headers.get(header::CONTENT_TYPE);
    let is_html = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    is_html && head.status == StatusCode::OK
}

/// Whether a page has its end. What somebody wrote cannot stand for it: a `<` of theirs is escaped.
fn is_whole(body: &[u8]) -> bool {
    const END: &[u8] = b"</html>";
    body.windows(END.len()).rev().any(|at| at == END)
}

/// A body of several pieces, whose length is known before it leaves.
struct Frames(VecDeque<Bytes>);

impl HttpBody for Frames {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.iter().map(|piece| piece.len() as u64).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn a_page_is_whole_with_its_end() {
        assert!(is_whole(b"<html><p>Bed 1</p></html>"));
        assert!(is_whole(b"<html><p>Bed 1</p></html>\n<script></script>"));
        assert!(!is_whole(b"<html><p>Bed 1</p>"), "it broke off");
        assert!(!is_whole(b"<html><p>&lt;/html></p>"), "a text is no end");
        assert!(!is_whole(b""));
    }
}
