//! What every socket of ours has in common, whatever is said over it: how little memory it takes, how often each side says that it lives, how long a frame may take to leave, what a client may
//! wish, whose session it hangs on, and how it ends.
//!
//! A new kind of socket: its door calls [`bounded`], its loop asks [`still`] at each [`PING`] and ends with an [`End`], which [`close`] tells the client.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseCode, close_code};
use domain::actor::Actor;
use hospital::identity::sessions::lives;
use hospital::identity::{SessionKey, at_the_door, me};
use hospital::{HospitalError, House};
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use uuid::Uuid;

use super::ws::{CloseFrame, Message, Socket, Upgrade, Utf8Bytes};

/// The read buffer of a socket: by default it is 128 KiB each.
const READ_BUFFER: usize = 1024;
/// Small frames gather here before they are written.
const WRITE_BUFFER: usize = 4 * 1024;
/// Between two pings, at each of which it is asked again whether the reader may stay.
pub(super) const PING: Duration = Duration::from_secs(15);
/// Who says nothing for this long is gone.
pub(super) const DEAD: Duration = Duration::from_secs(45);
/// How long one frame may take to leave.
pub(super) const STUCK: Duration = Duration::from_secs(10);
/// How long a goodbye may take.
const GOODBYE: Duration = Duration::from_secs(1);
/// Wishes that a connection may send at once; one more is allowed each second.
const WISHES: u32 = 32;

/// The session of the reader is over.
pub(super) const SIGNED_OUT: CloseCode = 4001;
/// The reader may other things than when the socket opened: the page begins anew.
pub(super) const RIGHTS_CHANGED: CloseCode = 4003;

/// Why a connection ends, for the client; none when the other side has gone already.
pub(super) struct End(pub Option<(CloseCode, &'static str)>);

pub(super) const fn end(code: CloseCode, why: &'static str) -> End {
    End(Some((code, why)))
}

/// A socket that takes little memory: `wish` is the longest that a client may send at once, `waiting` the most that waits to be written.
pub(super) fn bounded(socket: Upgrade, wish: usize, waiting: usize) -> Upgrade {
    let config = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(WRITE_BUFFER)
        .max_write_buffer_size(waiting)
        .max_message_size(Some(wish))
        .max_frame_size(Some(wish));
    socket.sized(config)
}

/// What a client may still wish. Each wish costs the database a transaction and the audit a row.
pub(super) struct Wishes {
    left: u32,
    paid: Instant,
}

impl Wishes {
    pub(super) fn new() -> Self {
        Self {
            left: WISHES,
            paid: Instant::now(),
        }
    }

    pub(super) fn pay(&mut self) -> Result<(), End> {
        let earned = u32::try_from(self.paid.elapsed().as_secs()).unwrap_or(WISHES);
        if earned > 0 {
            self.left = self.left.saturating_add(earned).min(WISHES);
            self.paid = Instant::now();
        }
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(end(close_code::POLICY, "too many wishes")),
        }
    }
}

/// Who has this session now; nobody when it is over.
pub(super) async fn holder(house: &Arc<House>, session: SessionKey) -> Result<Option<Actor>, HospitalError> {
    let door = at_the_door(house, Uuid::now_v7());
    let session = hospital::run(async move { lives(&door, session).await }).await?;
    Ok(session.map(|session| me(house, &session).0))
}

/// Whether whoever is `known` now is who they were when the socket opened.
pub(super) fn still(before: &Actor, known: Result<Option<Actor>, HospitalError>) -> Result<(), End> {
    match known {
        Ok(Some(actor)) if actor == *before => Ok(()),
        Ok(Some(_)) => Err(end(RIGHTS_CHANGED, "rights changed")),
        Ok(None) => Err(end(SIGNED_OUT, "signed out")),
        Err(error) => {
            tracing::debug!(%error, "who has a socket open could not be looked up");
            Err(end(close_code::AGAIN, "try again later"))
        }
    }
}

/// Why a reader has to leave whose verb was refused.
pub(super) fn leaves(error: &HospitalError) -> End {
    match error {
        HospitalError::SignIn | HospitalError::Denied(_) | HospitalError::NotFound => {
            end(RIGHTS_CHANGED, "rights changed")
        }
        error => {
            tracing::debug!(%error, "what a socket tells could not be read");
            end(close_code::AGAIN, "try again later")
        }
    }
}

/// Sends one frame within [`STUCK`].
pub(super) async fn send(socket: &mut Socket, message: Message) -> Result<(), End> {
    match timeout(STUCK, socket.send(message)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) => Err(End(None)),
        Err(_) => Err(end(close_code::AGAIN, "too slow")),
    }
}

/// Says why, and waits a moment for the other side's own close.
pub(super) async fn close(socket: &mut Socket, code: CloseCode, why: &'static str) {
    let frame = Message::Close(Some(CloseFrame {
        code: code.into(),
        reason: Utf8Bytes::from_static(why),
    }));
    match timeout(GOODBYE, socket.send(frame)).await {
        Ok(Ok(())) => {
            // What the other side still says is not read.
            let answered = timeout(GOODBYE, async { while let Some(Ok(_)) = socket.recv().await {} }).await;
            tracing::trace!(code, answered = answered.is_ok(), "a socket was closed");
        }
        Ok(Err(_)) | Err(_) => tracing::debug!(code, why, "a socket was cut off"),
    }
}
