//! Clients that are slow, silent or greedy on purpose. Loopback only, and every loop has an end.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ws::WebSocketUpgrade;
use axum::routing::get;
use futures::{SinkExt, StreamExt, stream};
use server::serve::{Limits, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::support::Wardlight;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(15);
const SHORT: Duration = Duration::from_millis(400);
/// Where nothing is too long.
const WIDE: Limits = Limits {
    connections: 100,
    per_address: None,
    head: PATIENCE,
    idle: PATIENCE,
    write: PATIENCE,
};

/// A small server with these limits: `/` answers, `/much` never ends, `/socket` says what it hears.
async fn small(limits: Limits) -> (SocketAddr, DropGuard) {
    let much = async || Body::from_stream(stream::repeat(Bytes::from(vec![0; 64 * 1024])).map(Ok::<_, std::io::Error>));
    let socket = async |socket: WebSocketUpgrade| {
        socket.on_upgrade(async |mut socket| {
            while let Some(Ok(heard)) = socket.recv().await {
                if socket.send(heard).await.is_err() {
                    return;
                }
            }
        })
    };
    let router = Router::new()
        .route("/", get(async || "calm"))
        .route("/much", get(much))
        .route("/socket", get(socket));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (addr, stop) = (listener.local_addr().unwrap(), CancellationToken::new());
    tokio::spawn(serve(listener, router, limits, stop.clone()));
    (addr, stop.drop_guard())
}

async fn say(addr: SocketAddr, words: &str) -> TcpStream {
    let mut stream = TcpStream::connect(addr).await.unwrap();
    stream.write_all(words.as_bytes()).await.unwrap();
    stream
}

/// What comes until the other end closes; none when it does not.
async fn until_closed(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut heard = Vec::new();
    // A reset is an end, too.
    timeout(PATIENCE, stream.read_to_end(&mut heard))
        .await
        .ok()
        .map(|_| heard)
}

/// Whether a new client is served, asked again for as long as patience lasts.
async fn is_served(addr: SocketAddr) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        let client = reqwest::Client::builder().pool_max_idle_per_host(0).build().unwrap();
        if client
            .get(format!("http://{addr}/"))
            .send()
            .await
            .is_ok_and(|answer| answer.status() == 200)
        {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_stalled_heads_keep_no_healthy_client_out() {
    let at = Wardlight::open().await;
    let mut stalled = Vec::new();
    for n in 0..200 {
        let words = [
            "",
            "G",
            "GET /ward HTTP/1.1\r\nhost: a\r\nx-slow: ",
            "PRI * HTTP/2.0\r\n",
        ][n % 4];
        stalled.push(say(at.addr, words).await);
    }
    for _ in 0..10 {
        let asked = at.client.get(at.url("/health/ready")).send();
        let answer = timeout(Duration::from_secs(5), asked).await.expect("in time").unwrap();
        assert_eq!(answer.status(), 200);
    }
    // And they are gone after the ten seconds that a head may take.
    tokio::time::sleep(Duration::from_secs(10)).await;
    for (n, stream) in stalled.iter_mut().enumerate() {
        assert!(
            until_closed(stream).await.is_some(),
            "stalled client {n} is still there"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_that_never_comes_ends_its_connection_and_so_does_silence() {
    let (addr, _stop) = small(Limits { head: SHORT, ..WIDE }).await;
    for words in [
        "",
        "P",
        "GET / HTTP/1.1\r\nhost: a\r\nx-slow:",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ] {
        let mut stream = say(addr, words).await;
        assert!(until_closed(&mut stream).await.is_some(), "after {words:?}");
    }
    // A head that comes in drops has no more time than one that stands still.
    let mut slow = say(addr, "GET / HTTP/1.1\r\n").await;
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE && slow.write_all(b"a: b\r\n").await.is_ok() {
        tokio::time::sleep(SHORT / 8).await;
    }
    assert!(begun.elapsed() < PATIENCE, "it drips for ever");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_connection_too_many_is_closed_and_its_place_is_free_again_later() {
    for limits in [
        Limits { connections: 3, ..WIDE },
        Limits {
            per_address: Some(3),
            ..WIDE
        },
    ] {
        let (addr, _stop) = small(limits).await;
        let mut held = Vec::new();
        for _ in 0..3 {
            let mut stream = say(addr, "GET / HTTP/1.1\r\nhost: a\r\n\r\n").await;
            let mut heard = [0; 12];
            stream.read_exact(&mut heard).await.unwrap();
            assert_eq!(&heard, b"HTTP/1.1 200");
            held.push(stream);
        }
        let begun = Instant::now();
        let mut fourth = TcpStream::connect(addr).await.unwrap();
        assert_eq!(until_closed(&mut fourth).await.as_deref(), Some(&b""[..]));
        assert!(begun.elapsed() < PATIENCE, "it is closed, not kept waiting");
        held.pop();
        assert!(is_served(addr).await, "the place of one that left is free");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_socket_holds_its_place_until_it_is_closed() {
    let (addr, _stop) = small(Limits { connections: 1, ..WIDE }).await;
    let (mut socket, _) = connect_async(format!("ws://{addr}/socket")).await.unwrap();
    socket.send(Message::text("here")).await.unwrap();
    assert_eq!(socket.next().await.unwrap().unwrap(), Message::text("here"));
    let mut second = TcpStream::connect(addr).await.unwrap();
    assert_eq!(until_closed(&mut second).await.as_deref(), Some(&b""[..]));
    drop(socket);
    assert!(is_served(addr).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_takes_nothing_is_cut_off() {
    let (addr, _stop) = small(Limits {
        connections: 1,
        write: SHORT,
        ..WIDE
    })
    .await;
    // It reads nothing, and never closes.
    let greedy = say(addr, "GET /much HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(is_served(addr).await, "its place is given to others");
    drop(greedy);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_asks_nothing_more_is_closed_and_a_slow_answer_is_not_cut() {
    let (addr, _stop) = small(Limits {
        head: SHORT,
        idle: SHORT,
        ..WIDE
    })
    .await;
    let mut kept = say(addr, "GET / HTTP/1.1\r\nhost: a\r\n\r\n").await;
    let heard = until_closed(&mut kept).await.expect("idle connections are closed");
    assert!(heard.ends_with(b"calm"));
    // Longer than it may be idle, and every byte arrives.
    let mut long = say(addr, "GET /much HTTP/1.1\r\nhost: a\r\n\r\n").await;
    let (begun, mut read, mut heard) = (Instant::now(), vec![0; 64 * 1024], 0);
    while begun.elapsed() < SHORT * 4 {
        heard += timeout(PATIENCE, long.read(&mut read)).await.unwrap().unwrap();
    }
    assert!(heard > 0 && long.read(&mut read).await.unwrap() > 0);
}

/// One frame of HTTP/2 (RFC 9113, 4.1): its kind, its stream and what it carries.
async fn frame(stream: &mut TcpStream) -> (u8, u32, Vec<u8>) {
    let mut head = [0; 9];
    stream.read_exact(&mut head).await.unwrap();
    let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
    let mut payload = vec![0; length as usize];
    stream.read_exact(&mut payload).await.unwrap();
    (
        head[3],
        u32::from_be_bytes([head[5], head[6], head[7], head[8]]),
        payload,
    )
}

/// A connection of HTTP/2 is one place in the room, so what it may ask at a time is bounded too.
#[tokio::test]
async fn the_201st_request_at_a_time_on_one_connection_is_refused() {
    const SETTINGS: u8 = 4;
    const RESET: u8 = 3;
    let (addr, _server) = small(WIDE).await;
    // Ours: nothing to say.
    let mut stream = say(addr, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u{4}\0\0\0\0\0").await;
    let told = loop {
        let (kind, _, payload) = timeout(PATIENCE, frame(&mut stream)).await.unwrap();
        if kind == SETTINGS && !payload.is_empty() {
            break payload;
        }
    };
    let most = told.chunks(6).find(|pair| pair[..2] == [0, 3]).expect("it is told");
    assert_eq!(most[2..], 200_u32.to_be_bytes());
    // GET /much, which never ends; whole in one frame (RFC 7541: static names, plain values).
    let mut ask = vec![0x82, 0x86, 0x04, 5];
    ask.extend(b"/much");
    for number in 0..201_u32 {
        let mut whole = vec![0, 0, ask.len() as u8, 1, 0x5];
        whole.extend((2 * number + 1).to_be_bytes());
        whole.extend(&ask);
        stream.write_all(&whole).await.unwrap();
    }
    let (refused, why) = loop {
        let (kind, number, payload) = timeout(PATIENCE, frame(&mut stream)).await.unwrap();
        if kind == RESET {
            break (number, payload);
        }
    };
    assert_eq!(
        (refused, why),
        (401, 7_u32.to_be_bytes().to_vec()),
        "refused, and may be asked again"
    );
}
