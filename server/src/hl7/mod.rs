//! HL7 v2 over MLLP: machines and gateways that speak no JSON. Off unless `WARDLIGHT_HL7_ADDR` names an address; `server/docs/hl7.md` says how a sender is set up.
//!
//! | file | holds |
//! | --- | --- |
//! | `line.rs` | one connection: frames in, acknowledgements out, one message at a time |
//! | `take.rs` | one message: who speaks, for which machine, what is recorded, what is answered |
//! | `alive.rs` | signs of life of machines that send less often than silence allows |
//! | `tls.rs` | TLS, where a certificate is given |
//!
//! A message goes the way of the JSON door: the same right, the same recorder, the same rules in the same transaction ([`hospital::telemetry::Recorder::record`]). What holds
//! greedy and slow senders back ([`Limits`], listed in `server/docs/limits.md`): so many connections, so long a message, so long a pause; and the pace of devices.

mod alive;
mod line;
mod take;
pub mod tls;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::state::AppState;
use alive::Alive;
use tls::Tls;

/// How long the end waits for a message that is being written.
const LAST: Duration = Duration::from_secs(8);

/// What a sender may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at a time.
    pub connections: usize,
    /// How long a handshake may take.
    pub handshake: Duration,
    /// How long a message may take to arrive, once it has begun.
    pub message: Duration,
    /// How long a connection may say nothing between two messages.
    pub idle: Duration,
    /// How long a sender may take nothing of what is answered.
    pub write: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // With a message of a mebibyte each: at most 128 MiB.
            connections: 128,
            handshake: Duration::from_secs(10),
            message: Duration::from_secs(15),
            // A machine that reports every five minutes keeps its connection.
            idle: Duration::from_secs(900),
            write: Duration::from_secs(15),
        }
    }
}

/// What every connection reaches.
#[derive(Clone)]
struct Post {
    state: AppState,
    alive: Arc<Alive>,
    limits: Limits,
    stop: CancellationToken,
}

/// Serves until `stop` is cancelled and the message that is being taken is answered.
pub async fn serve(listener: TcpListener, tls: Option<Tls>, state: AppState, limits: Limits, stop: CancellationToken) {
    let room = Arc::new(Semaphore::new(limits.connections));
    let refused = metrics::counter!("wardlight_hl7_connections_refused_total");
    let post = Post {
        alive: Arc::new(Alive::default()),
        state,
        limits,
        stop: stop.clone(),
    };
    let connections = TaskTracker::new();
    let beating = tokio::spawn(alive::beat(post.state.clone(), post.alive.clone()));
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "an HL7 connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let Ok(place) = room.clone().try_acquire_owned() else {
            refused.increment(1);
            continue;
        };
        let (post, tls) = (post.clone(), tls.clone());
        connections.spawn(async move {
            talk(post, tls, stream, peer).await;
            drop(place);
        });
    }
    drop(listener);
    beating.abort();
    connections.close();
    if tokio::time::timeout(LAST, connections.wait()).await.is_err() {
        tracing::info!("HL7 connections that were still open are closed");
    }
}

async fn talk(post: Post, tls: Option<Tls>, stream: TcpStream, peer: SocketAddr) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "an HL7 connection keeps its delay");
    }
    let Some(tls) = tls else {
        return line::talk(post, stream, peer).await;
    };
    match tokio::time::timeout(post.limits.handshake, tls.accept(stream)).await {
        Ok(Ok(stream)) => line::talk(post, stream, peer).await,
        Ok(Err(error)) => tracing::debug!(%error, "an HL7 connection did not come to TLS"),
        Err(_) => tracing::debug!("an HL7 connection took too long to come to TLS"),
    }
}
