//! The load: connections kept open, requests prepared beforehand, as little work as possible between them. The same generator for every contestant.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::arrange::ADDR;

/// One connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub async fn open() -> Self {
        let stream = TcpStream::connect(ADDR).await.expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        Self {
            stream,
            buffer: Vec::with_capacity(64 * 1024),
        }
    }

    /// Sends one request and reads the whole answer; answers its status and the length of its body.
    pub async fn send(&mut self, request: &[u8]) -> (u16, usize) {
        self.stream.write_all(request).await.expect("sent");
        self.buffer.clear();
        loop {
            self.read().await;
            let Some(head) = find(&self.buffer, b"\r\n\r\n") else {
                continue;
            };
            let text = std::str::from_utf8(&self.buffer[..head])
                .expect("a head")
                .to_ascii_lowercase();
            let status = text[9..12].parse().expect("a status");
            if status == 204 {
                return (status, 0);
            }
            if let Some(length) = text
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "))
                .and_then(|length| length.parse::<usize>().ok())
            {
                while self.buffer.len() < head + 4 + length {
                    self.read().await;
                }
                return (status, length);
            }
            while !self.buffer.ends_with(b"0\r\n\r\n") {
                self.read().await;
            }
            return (status, self.buffer.len() - head - 4);
        }
    }

    async fn read(&mut self) {
        let read = self.stream.read_buf(&mut self.buffer).await.expect("read");
        assert!(read > 0, "the server closed in the middle of an answer");
    }

    /// The body of the last answer, as it came.
    pub fn body(&self) -> &[u8] {
        find(&self.buffer, b"\r\n\r\n").map_or(&[], |head| &self.buffer[head + 4..])
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// A POST with this body.
pub fn post(path: &str, token: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: {ADDR}\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// What a closed loop reached.
pub struct Closed {
    /// Requests a second that were answered with 2xx inside the window.
    pub rate: f64,
    /// All of them, those of the warm-up too.
    pub total: u64,
}

/// Closed loop: `connections` send as fast as they are answered for `window`.
pub async fn closed(
    connections: usize,
    window: Duration,
    request: impl Fn(usize, u64) -> Vec<u8> + Send + Sync + 'static,
) -> Closed {
    let (request, done, total) = (
        Arc::new(request),
        Arc::new(AtomicU64::new(0)),
        Arc::new(AtomicU64::new(0)),
    );
    let warm = Instant::now() + Duration::from_millis(1_500);
    let end = warm + window;
    let mut tasks = JoinSet::new();
    for connection in 0..connections {
        let (request, done, total) = (request.clone(), done.clone(), total.clone());
        tasks.spawn(async move {
            let mut stream = Connection::open().await;
            let mut turn = 0_u64;
            while Instant::now() < end {
                let (status, _) = stream.send(&request(connection, turn)).await;
                turn += 1;
                total.fetch_add(1, Ordering::Relaxed);
                assert!((200..300).contains(&status), "status {status}");
                if Instant::now() > warm && Instant::now() < end {
                    done.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
    }
    tasks.join_all().await;
    Closed {
        rate: done.load(Ordering::Relaxed) as f64 / window.as_secs_f64(),
        total: total.load(Ordering::Relaxed),
    }
}

/// Open loop: `rate` requests a second over `connections`, each latency from the intended time; answers them sorted, in milliseconds.
pub async fn open(
    connections: usize,
    rate: f64,
    window: Duration,
    request: impl Fn(usize, u64) -> Vec<u8> + Send + Sync + 'static,
) -> Vec<f64> {
    let request = Arc::new(request);
    let start = Instant::now() + Duration::from_millis(200);
    let turns = (rate * window.as_secs_f64() / connections as f64) as u64;
    let mut tasks = JoinSet::new();
    for connection in 0..connections {
        let request = request.clone();
        tasks.spawn(async move {
            let mut stream = Connection::open().await;
            let mut latencies = Vec::with_capacity(turns as usize);
            for turn in 0..turns {
                let intended = start
                    + Duration::from_secs_f64(
                        (turn as f64 + connection as f64 / connections as f64) * connections as f64 / rate,
                    );
                tokio::time::sleep_until(intended.into()).await;
                let (status, _) = stream.send(&request(connection, turn)).await;
                assert!((200..300).contains(&status), "status {status}");
                latencies.push(intended.elapsed().as_secs_f64() * 1e3);
            }
            latencies
        });
    }
    let mut all: Vec<f64> = tasks.join_all().await.into_iter().flatten().collect();
    all.sort_by(f64::total_cmp);
    all
}

/// The value below which a share of the sorted values lies.
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = ((sorted.len() as f64 - 1.0) * share).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}
