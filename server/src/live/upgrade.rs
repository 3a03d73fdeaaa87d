//! The door of the live socket: who may open one, in which encoding, with how little memory.
//!
//! A browser sends cookies with a socket that any page opens, and asks nobody first; so the page's `Origin` must be our own host.

use axum::Router;
use axum::extract::Extension;
use axum::response::{IntoResponse, Response};
use axum::routing::on;
use domain::live::{PROTOCOL, PROTOCOL_JSON};
use hospital::identity::Caller;
use http::{HeaderMap, StatusCode, Uri, header};

use super::frame::Encoding;
use super::hub::Hub;
use super::ws::Upgrade;
use super::{line, socket};
use crate::endpoint::{self, Endpoint};
use crate::state::AppState;

/// What a client may send at once: a wish is far shorter.
const LONGEST_WISH: usize = 4 * 1024;
/// A snapshot of the largest ward fits; more than that never waits, because each batch is written before the next is taken.
const WRITE_BUFFER_MOST: usize = 4 << 20;

/// `/live` for staff and `/my/live` for the portal: the path decides whose cookie is read. Over HTTP/1.1 only, so with GET: HTTP/2 would ask with CONNECT,
/// which we do not offer.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get("/live", |it| on(it, upgrade)),
    Endpoint::get("/my/live", |it| on(it, upgrade)),
];

/// Their routes.
pub fn routes(hub: Hub) -> Router<AppState> {
    endpoint::routes(&ENDPOINTS)
        .layer(Extension(hub))
        .merge(endpoint::routes(&super::chat::ENDPOINTS))
        .merge(endpoint::routes(&super::waves::ENDPOINTS))
}

async fn upgrade(
    Extension(hub): Extension<Hub>,
    caller: Option<Extension<Caller>>,
    uri: Uri,
    headers: HeaderMap,
    socket: Option<Upgrade>,
) -> Response {
    if headers.contains_key(header::ORIGIN) && !is_our_own(&uri, &headers) {
        return refuse(StatusCode::FORBIDDEN, "Another site may not open the live socket.");
    }
    let Some(Extension(Caller {
        actor,
        session: Some(session),
        address,
        ..
    })) = caller
    else {
        return refuse(StatusCode::UNAUTHORIZED, "Sign in first.");
    };
    if !is_our_own(&uri, &headers) {
        return refuse(StatusCode::FORBIDDEN, "Send an Origin that equals the Host.");
    }
    let Some(socket) = socket else {
        return no_upgrade();
    };
    let socket = socket.protocols([PROTOCOL, PROTOCOL_JSON]);
    let Some(encoding) = socket.selected().and_then(|name| Encoding::of(name.as_bytes())) else {
        return refuse(StatusCode::BAD_REQUEST, "Ask for the subprotocol wardlight.json.");
    };
    line::bounded(socket, LONGEST_WISH, WRITE_BUFFER_MOST).serve("a live page", move |socket| {
        socket::serve(hub, (actor, address), session, socket, encoding)
    })
}

/// Whether the page that opens the socket is ours: host and port of `Origin` are those that were asked.
pub(super) fn is_our_own(uri: &Uri, headers: &HeaderMap) -> bool {
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    let asked = uri.authority().map(|authority| authority.as_str());
    let host = asked.or_else(|| headers.get(header::HOST).and_then(|host| host.to_str().ok()));
    let page = origin.and_then(|origin| {
        origin
            .strip_prefix("https://")
            .or_else(|| origin.strip_prefix("http://"))
    });
    page.is_some_and(|page| host.is_some_and(|host| page.eq_ignore_ascii_case(host)))
}

/// Somebody looked at the address without meaning to open a socket.
pub(super) fn no_upgrade() -> Response {
    let headers = [
        (header::UPGRADE, "websocket"),
        (header::CONNECTION, "upgrade"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (StatusCode::UPGRADE_REQUIRED, headers, "This address speaks WebSocket.").into_response()
}

pub(super) fn refuse(status: StatusCode, sentence: &'static str) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], sentence).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(origin: Option<&str>, host: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        is_our_own(&Uri::from_static("/live"), &headers)
    }

    #[test]
    fn only_a_page_of_the_same_host_and_port_is_ours() {
        assert!(from(Some("http://127.0.0.1:3000"), "127.0.0.1:3000"));
        assert!(from(Some("https://Ward.example"), "ward.example"));
        for foreign in [
            "http://127.0.0.1:3001",
            "http://127.0.0.1",
            "https://evil.example",
            "https://127.0.0.1:3000.evil.example",
            "null",
            "",
        ] {
            assert!(!from(Some(foreign), "127.0.0.1:3000"), "{foreign}");
        }
        assert!(!from(None, "127.0.0.1:3000"));
    }

    #[test]
    fn behind_http2_the_authority_is_the_host() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ORIGIN, "https://ward.example".parse().unwrap());
        assert!(is_our_own(&Uri::from_static("https://ward.example/live"), &headers));
        assert!(!is_our_own(&Uri::from_static("https://other.example/live"), &headers));
    }
}
