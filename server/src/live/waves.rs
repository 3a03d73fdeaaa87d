//! The socket of one bedside monitor: `/ws/waves/{patient}`, for a session of staff whose page is ours (`public/sweep.js`). The curves go out as they come, four times a second.
//!
//! A batch is one binary frame, described in `server/docs/waves.md`; `"ping"` and `"pong"` are text. Nothing else is said. Nothing waits for a reader: they are told of what
//! memory holds when the last batch has left, so who is slow misses what is older than twelve seconds, and who takes nothing for ten is closed.

use std::sync::Arc;
use std::time::Duration;

use app::routes::WAVES_SOCKET;
use axum::extract::ws::close_code;
use axum::extract::{Extension, Path, State};
use axum::response::Response;
use axum::routing::on;
use domain::actor::Actor;
use domain::ids::PatientId;
use domain::time::Moment;
use domain::waves::{Channel, pack};
use hospital::identity::{Caller, RequestId, SessionKey};
use hospital::patients::News;
use hospital::waves::{Piece, Watch, may_watch, watch};
use hospital::{Ctx, HospitalError, House};
use http::{HeaderMap, StatusCode, Uri};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, MissedTickBehavior, interval, interval_at};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::line::{self, DEAD, End, PING, bounded, close, end, leaves, send};
use super::upgrade::{is_our_own, no_upgrade, refuse};
use super::ws::{Error, Message, Socket, Upgrade, Utf8Bytes};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// What a client may send at once: a pong.
const LONGEST_WISH: usize = 256;
/// The largest batch is twelve seconds of all channels of some devices.
const WRITE_BUFFER_MOST: usize = 1 << 20;
/// Between two batches.
const BATCH: Duration = Duration::from_millis(250);

/// The door.
pub static ENDPOINTS: [Endpoint<AppState>; 1] = [Endpoint::get(WAVES_SOCKET, |it| on(it, upgrade))];

async fn upgrade(
    State(state): State<AppState>,
    Path(patient): Path<PatientId>,
    caller: Option<Extension<Caller>>,
    number: Option<Extension<RequestId>>,
    uri: Uri,
    headers: HeaderMap,
    socket: Option<Upgrade>,
) -> Response {
    let caller = caller.map_or(Caller::nobody(), |Extension(caller)| caller);
    let Some(session) = caller.session else {
        return refuse(StatusCode::UNAUTHORIZED, "Sign in first.");
    };
    if !is_our_own(&uri, &headers) {
        return refuse(StatusCode::FORBIDDEN, "Send an Origin that equals the Host.");
    }
    let number = number.map_or_else(Uuid::now_v7, |Extension(RequestId(number))| number);
    let reader = Reader {
        house: state.house.clone(),
        actor: caller.actor.clone(),
        address: caller.address.clone(),
        session,
        patient,
    };
    let ctx = reader.ctx(number);
    let watching = match hospital::run(async move { watch(&ctx, patient).await }).await {
        Ok(watching) => watching,
        Err(error) => return refused(&error),
    };
    let Some(socket) = socket else {
        return no_upgrade();
    };
    bounded(socket, LONGEST_WISH, WRITE_BUFFER_MOST).serve("a monitor", move |socket| {
        serve(reader, watching, socket, state.stopping.clone())
    })
}

fn refused(error: &HospitalError) -> Response {
    match error {
        HospitalError::SignIn => refuse(StatusCode::UNAUTHORIZED, "Sign in first."),
        HospitalError::Denied(_) => refuse(StatusCode::FORBIDDEN, "This account reads no curves."),
        HospitalError::NotFound => refuse(StatusCode::NOT_FOUND, "There is no such patient."),
        HospitalError::Busy => refuse(StatusCode::TOO_MANY_REQUESTS, "Close another monitor first."),
        error => {
            tracing::warn!(%error, "a monitor could not be opened");
            refuse(StatusCode::SERVICE_UNAVAILABLE, "Try again in a moment.")
        }
    }
}

/// Who watches whom.
struct Reader {
    house: Arc<House>,
    actor: Actor,
    address: Option<String>,
    session: SessionKey,
    patient: PatientId,
}

/// Serves one connection until either side ends it.
async fn serve(reader: Reader, mut watching: Watch, mut socket: Socket, stopping: CancellationToken) {
    let End(goodbye) = tell(&reader, &mut watching, &mut socket, stopping).await;
    drop(watching);
    if let Some((code, why)) = goodbye {
        close(&mut socket, code, why).await;
    }
}

async fn tell(reader: &Reader, watching: &mut Watch, socket: &mut Socket, stopping: CancellationToken) -> End {
    // Before anything is told: what changes from here on is heard. What changed before, while the door opened, the first look finds.
    let (mut rights, mut ended) = (reader.house.rights.news(), reader.house.sessions.ended());
    if let Err(end) = reader.stay(watching).await {
        return end;
    }
    let mut heard = Instant::now();
    let mut batch = interval(BATCH);
    batch.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut ping = interval_at(Instant::now() + PING, PING);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let outcome = tokio::select! {
            news = rights.recv() => match news {
                Ok(News::Of(patient)) if patient != reader.patient => Ok(()),
                Err(RecvError::Closed) => Ok(()),
                _ => reader.stay(watching).await,
            },
            over = ended.recv() => match over {
                Ok(over) if over.key != reader.session => Ok(()),
                Err(RecvError::Closed) => Ok(()),
                _ => reader.stay(watching).await,
            },
            said = socket.recv() => {
                heard = Instant::now();
                understood(said)
            }
            _ = ping.tick() => match heard.elapsed() >= DEAD {
                true => Err(end(close_code::AWAY, "nothing heard")),
                false => match reader.stay(watching).await {
                    Ok(()) => send(socket, Message::Text(Utf8Bytes::from_static("ping"))).await,
                    Err(end) => Err(end),
                },
            },
            _ = batch.tick() => match frame(reader.house.clock.now(), &watching.news()) {
                Some(bytes) => send(socket, Message::Binary(bytes.into())).await,
                None => Ok(()),
            },
            () = stopping.cancelled() => Err(end(close_code::AWAY, "the server stops")),
        };
        if let Err(end) = outcome {
            return end;
        }
    }
}

/// A client says that it is there, and nothing else.
fn understood(said: Option<Result<Message, Error>>) -> Result<(), End> {
    match said {
        None | Some(Ok(Message::Close(_))) => Err(End(None)),
        Some(Ok(Message::Text(text))) if text.as_str() == "pong" => Ok(()),
        Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(()),
        Some(Ok(Message::Text(_) | Message::Binary(_) | Message::Frame(_))) => {
            Err(end(close_code::INVALID, "not understood"))
        }
        Some(Err(error)) => {
            tracing::debug!(%error, "the socket of a monitor broke");
            Err(end(close_code::PROTOCOL, "not understood"))
        }
    }
}

impl Reader {
    fn ctx(&self, number: Uuid) -> Ctx {
        Ctx::new(self.house.clone(), self.actor.clone(), number).from_address(self.address.as_deref())
    }

    /// Asks again whether the reader is who they were, and may watch.
    async fn stay(&self, watching: &mut Watch) -> Result<(), End> {
        line::still(&self.actor, line::holder(&self.house, self.session).await)?;
        let (ctx, patient) = (self.ctx(Uuid::now_v7()), self.patient);
        let seen = hospital::run(async move { may_watch(&ctx, patient).await }).await;
        watching.shows(seen.map_err(|error| leaves(&error))?);
        Ok(())
    }
}

/// A batch as bytes, the low ones first: when it leaves, in milliseconds since 1970 (eight, as a float); then of each piece the place of its device and of its channel (one byte each), the rate (two), when its first sample was taken in
/// milliseconds since 1970 and how much one step is (eight each, as floats), how many bytes follow (four), and the samples, packed. Nothing when there is none.
fn frame(now: Moment, pieces: &[Piece]) -> Option<Vec<u8>> {
    if pieces.is_empty() {
        return None;
    }
    let mut bytes = milliseconds(now).to_vec();
    for Piece {
        place,
        channel,
        stretch,
    } in pieces
    {
        let of_channel = Channel::ALL.iter().position(|one| one == channel).unwrap_or_default();
        let packed = pack::pack(&stretch.samples);
        bytes.push(*place);
        bytes.push(u8::try_from(of_channel).unwrap_or_default());
        bytes.extend(stretch.hz.to_le_bytes());
        bytes.extend(milliseconds(stretch.started_at));
        bytes.extend(stretch.step.to_le_bytes());
        bytes.extend(u32::try_from(packed.len()).unwrap_or_default().to_le_bytes());
        bytes.extend(packed);
    }
    Some(bytes)
}

fn milliseconds(at: Moment) -> [u8; 8] {
    (at.0 as f64 / 1_000.0).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use domain::waves::Stretch;

    use super::*;

    #[test]
    fn a_batch_is_what_the_script_reads() {
        assert_eq!(frame(Moment(0), &[]), None);
        let piece = Piece {
            place: 1,
            channel: Channel::Pleth,
            stretch: Stretch {
                started_at: Moment(1_790_000_000_000_500),
                hz: 125,
                step: 0.5,
                samples: vec![3, -1, 200],
            },
        };
        let bytes = frame(Moment(7_500), &[piece.clone(), piece]).unwrap();
        let (left_at, bytes) = bytes.split_at(8);
        assert_eq!(left_at, 7.5_f64.to_le_bytes());
        assert_eq!(bytes.len() % 2, 0);
        let (one, other) = bytes.split_at(bytes.len() / 2);
        assert_eq!(one, other);
        assert_eq!(one[..4], [1, 2, 125, 0], "the second device, the pleth, 125 a second");
        assert_eq!(one[4..12], 1_790_000_000_000.5_f64.to_le_bytes());
        assert_eq!(one[12..20], 0.5_f64.to_le_bytes());
        assert_eq!(one[20..24], 4_u32.to_le_bytes());
        assert_eq!(pack::unpack(&one[24..], 10), Ok(vec![3, -1, 200]));
    }
}
