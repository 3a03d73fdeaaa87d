//! The socket of one conversation: `/ws/chat/{room}` for staff and outside clients, `/my/ws/chat/{room}` for the portal. JSON in text frames, described in `server/docs/chat.md`;
//! our own pages use it, too (`public/chat.js`).
//!
//! | file | holds |
//! | --- | --- |
//! | `mod.rs` | the door: a session with an `Origin` of our own, or an access token |
//! | `socket.rs` | one connection: what is told, what is wished, who may stay |
//! | `wire.rs` | the messages as JSON |
//!
//! A browser sends cookies with a socket that any page opens, so a session wants an `Origin` that equals `Host`; a program shows its access token and needs none.

mod socket;
mod wire;

use app::routes::{PORTAL_CHAT, STAFF_CHAT};
use axum::extract::{Extension, Path, State};
use axum::response::Response;
use axum::routing::on;
use domain::ids::RoomId;
use hospital::chat::follow;
use hospital::identity::{Caller, RequestId};
use hospital::{Ctx, HospitalError, tokens};
use http::{HeaderMap, StatusCode, Uri, header};
use secrecy::SecretString;
use uuid::Uuid;

use self::socket::{Connection, Proof};
use super::line::bounded;
use super::upgrade::{is_our_own, no_upgrade, refuse};
use super::ws::Upgrade;
use crate::endpoint::Endpoint;
use crate::rest::bearer;
use crate::state::AppState;

/// What a client may send at once: the longest message in the longest writing of it, and what stands around it.
const LONGEST_WISH: usize = 32 * 1024;
/// The history is the largest that is written at once: fifty messages.
const WRITE_BUFFER_MOST: usize = 2 << 20;

/// The path decides whose cookie is read.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get(STAFF_CHAT.socket, |it| on(it, upgrade)),
    Endpoint::get(PORTAL_CHAT.socket, |it| on(it, upgrade)),
];

async fn upgrade(
    State(state): State<AppState>,
    Path(room): Path<RoomId>,
    caller: Option<Extension<Caller>>,
    number: Option<Extension<RequestId>>,
    uri: Uri,
    headers: HeaderMap,
    socket: Option<Upgrade>,
) -> Response {
    let caller = caller.map_or(Caller::nobody(), |Extension(caller)| caller);
    let address = caller.address.clone();
    if headers.contains_key(header::ORIGIN) && !is_our_own(&uri, &headers) {
        return refuse(StatusCode::FORBIDDEN, "Another site may not open a conversation.");
    }
    let (actor, proof) = match (bearer::shown(&headers), caller.session) {
        (Some(token), _) => match tokens::who(&state.house, token).await {
            Ok(known) => (known.actor, Proof::Token(SecretString::from(token.to_owned()))),
            Err(error) => return refused(&error),
        },
        (None, Some(session)) => {
            if !is_our_own(&uri, &headers) {
                return refuse(StatusCode::FORBIDDEN, "Send an Origin that equals the Host.");
            }
            (caller.actor.clone(), Proof::Session(session))
        }
        (None, None) => return refuse(StatusCode::UNAUTHORIZED, "Sign in first, or send an access token."),
    };
    let number = number.map_or_else(Uuid::now_v7, |Extension(RequestId(number))| number);
    let ctx = Ctx::new(state.house.clone(), actor.clone(), number).from_address(address.as_deref());
    let room = match hospital::run(async move { follow(&ctx, room).await }).await {
        Ok(room) => room,
        Err(error) => return refused(&error),
    };
    let Some(socket) = socket else {
        return no_upgrade();
    };
    let house = state.house.clone();
    bounded(socket, LONGEST_WISH, WRITE_BUFFER_MOST).serve("a conversation", move |socket| {
        Connection::serve(house, (actor, address, proof), room, socket, state.stopping.clone())
    })
}

fn refused(error: &HospitalError) -> Response {
    match error {
        HospitalError::SignIn => refuse(StatusCode::UNAUTHORIZED, "Sign in first, or send an access token."),
        HospitalError::Denied(_) => refuse(StatusCode::FORBIDDEN, "This account talks to nobody here."),
        HospitalError::NotFound => refuse(StatusCode::NOT_FOUND, "There is no such conversation."),
        error => {
            tracing::warn!(%error, "a conversation could not be opened");
            refuse(StatusCode::SERVICE_UNAVAILABLE, "Try again in a moment.")
        }
    }
}
