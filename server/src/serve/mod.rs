//! The accept loop: `TCP_NODELAY` (streamed answers and live frames wait up to 40 ms without it), and a clean end: it stops accepting, lets what runs
//! finish, and then closes.
//!
//! What keeps slow and greedy clients from keeping others out ([`Limits`], listed in `server/docs/limits.md`):
//!
//! - [`room`]: so many connections in all, so many per address; one beyond that is closed at once. A live socket counts until it is closed.
//! - a head that is not there in time ends its connection; so does a connection that says nothing at all ([`idle`]), which hyper would wait for.
//! - [`held`]: a client that takes nothing of what we write is cut off.
//!
//! Bodies and answers that stand still are `layers::deadline`'s.

mod held;
mod idle;
mod room;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;

use crate::config::Config;
use held::Held;
use idle::Idle;
use room::Room;

/// Files that are open beside connections: the database's pools, logs, the program's own.
pub const OTHER_FILES: usize = 128;
/// How long the end waits for what still runs.
const LAST: Duration = Duration::from_secs(8);

/// What a connection may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at a time.
    pub connections: usize,
    /// Connections of one address at a time; none behind a proxy, whose one address is everybody's.
    pub per_address: Option<usize>,
    /// How long a request's head may take to arrive. hyper begins to count when the answer before it is sent, so an HTTP/1 connection is idle no longer
    /// than this either.
    pub head: Duration,
    /// How long an HTTP/2 connection may be open without a request.
    pub idle: Duration,
    /// How long a client may take nothing of what we write.
    pub write: Duration,
}

impl Limits {
    /// As the settings say.
    pub fn of(config: &Config) -> Self {
        // Fewer where the system allows fewer files: else the database's pools would be the ones that find none.
        let files = open_files().map_or(usize::MAX, |most| most.saturating_sub(OTHER_FILES).max(16));
        let connections = config.connections.min(files);
        Self {
            connections,
            // Half: no one address keeps all others out.
            per_address: (config.trusted_proxies == 0).then_some(connections / 2),
            head: Duration::from_secs(10),
            idle: Duration::from_secs(60),
            write: Duration::from_secs(30),
        }
    }
}

/// How many files this process may have open, as Linux says.
pub fn open_files() -> Option<usize> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let row = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    row.split_whitespace().next()?.parse().ok()
}

/// Serves until `stop` is cancelled and the last request is answered.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: CancellationToken) {
    let builder = builder(limits);
    let room = Arc::new(Room::new(limits.connections, limits.per_address));
    let refused = metrics::counter!("wardlight_connections_refused_total");
    let connections = TaskTracker::new();
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = stop.cancelled() => break,
        };
        let Some(place) = room.enter(peer.ip()) else {
            refused.increment(1);
            continue;
        };
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its delay");
        }
        let idle = Idle::new(limits.head, limits.idle);
        let held = TokioIo::new(Held::new(stream, place, limits.write));
        let connection = builder.serve_connection_with_upgrades(held, service(router.clone(), peer, idle.clone()));
        let (connection, stop) = (connection.into_owned(), stop.clone());
        connections.spawn(async move {
            let mut connection = std::pin::pin!(connection);
            let ended = tokio::select! {
                ended = connection.as_mut() => ended,
                () = stop.cancelled() => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
                () = idle.too_long() => {
                    connection.as_mut().graceful_shutdown();
                    if idle.is_mute() {
                        // Nothing can be lost; and HTTP/2 would wait for an answer to its goodbye.
                        return;
                    }
                    connection.await
                }
            };
            if let Err(error) = ended {
                tracing::debug!(error, "a connection ended");
            }
        });
    }
    drop(listener);
    connections.close();
    if tokio::time::timeout(LAST, connections.wait()).await.is_err() {
        tracing::info!("connections that were still open are closed");
    }
}

fn builder(limits: Limits) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(64 * 1024);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(Duration::from_secs(30))
        .max_concurrent_streams(200);
    builder
}

type Answer = Result<http::Response<Body>, std::convert::Infallible>;

fn service(
    router: Router,
    peer: SocketAddr,
    idle: Arc<Idle>,
) -> impl hyper::service::Service<
    Request<Incoming>,
    Response = http::Response<Body>,
    Error = std::convert::Infallible,
    Future = impl Future<Output = Answer> + Send,
> {
    hyper::service::service_fn(move |request: Request<Incoming>| {
        let (router, running) = (router.clone(), idle.begin());
        async move {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            let answer = router.oneshot(request).await;
            drop(running);
            answer
        }
    })
}
