//! What is asked of Wardlight, each against its limit: G1 and G2 (`goals/ingest.rs`), G5 and G6 (`goals/latency.rs`), S (`goals/search.rs`), and here G9, G11, and the size of the bundle.

pub mod ingest;
pub mod latency;
pub mod search;

use std::time::Duration;

use domain::ids::WardId;
use domain::live::{PROTOCOL, ToClient, ToServer, Topic};
use futures::{SinkExt, StreamExt};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use crate::arrange::{ADDR, Bench};
use crate::generator::{self, Connection, Request, now_micros, quantile};
use crate::limits;
use crate::report::{Better, Report};

const WINDOW: Duration = Duration::from_secs(6);
const PAIRS: usize = 5;

/// Requests of `readings` each, from a device per connection; every reading has a time and a number of its own.
pub fn requests(bench: &Bench, before: &str, after: &str, readings: usize) -> impl Fn(usize) -> Request {
    move |connection| {
        let device = bench.device(connection);
        Request::readings(
            &format!("{before}{}{after}", device.id),
            &device.token,
            device.measures(),
            readings,
            connection,
        )
    }
}

fn real(bench: &Bench, readings: usize) -> impl Fn(usize) -> Request {
    requests(bench, "/api/v1/devices/", "/readings", readings)
}

fn written(micros: i64) -> String {
    domain::time::rfc3339(domain::time::Moment(micros))
}

/// Nothing below counts unless commits are durable: read from inside a session of the role that writes.
pub async fn durability(bench: &Bench, report: &mut Report) {
    let mut settings = Vec::new();
    for name in ["fsync", "full_page_writes", "synchronous_commit"] {
        let value: String = sqlx::query_scalar("SELECT current_setting($1)")
            .bind(name)
            .fetch_one(&bench.database.ingest)
            .await
            .expect("a setting");
        assert_eq!(value, "on", "{name}");
        settings.push(format!("{name} {value}"));
    }
    report.note(format!(
        "Read inside a session of wardlight_ingest: {}. L1's COPY runs as the bench's own superuser.",
        settings.join(", ")
    ));
}

async fn stored(bench: &Bench) -> i64 {
    let mut connection = limits::superuser(bench).await;
    sqlx::query_scalar("SELECT count(*) FROM reading")
        .fetch_one(&mut connection)
        .await
        .expect("a count")
}

/// What the alarms did beside the load of G1, G2, G5 and G6: they are watched for in every window of them, and in those of L0 and L1 nobody watches.
pub async fn alarms(bench: &Bench, report: &mut Report) {
    let mut connection = limits::superuser(bench).await;
    let events: Vec<(String, i64)> =
        sqlx::query_as("SELECT event::text, count(*) FROM alarm_event GROUP BY event ORDER BY event")
            .fetch_all(&mut connection)
            .await
            .expect("what the alarms did");
    let events: Vec<String> = events
        .into_iter()
        .map(|(event, count)| format!("{event} {count}"))
        .collect();
    report.note(format!(
        "On in G1, G2, G5 and G6: the published limits of every patient; one reading in {} of a device (in G6 one in {}) passes one. Events of alarms: {}. Not on: pages of chairs",
        generator::CROSSES,
        latency::CROSSES_LIVE,
        if events.is_empty() { "none".to_owned() } else { events.join(", ") }
    ));
}

async fn empty(bench: &Bench) {
    let mut connection = limits::superuser(bench).await;
    sqlx::raw_sql("TRUNCATE reading; CHECKPOINT")
        .execute(&mut connection)
        .await
        .expect("an empty table");
}

type Socket = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

async fn socket(bench: &Bench, protocol: &'static str) -> Socket {
    let mut request = format!("ws://{ADDR}/live").into_client_request().expect("a request");
    let headers = request.headers_mut();
    headers.insert("origin", format!("http://{ADDR}").parse().expect("an origin"));
    headers.insert("cookie", bench.cookie.parse().expect("a cookie"));
    headers.insert("sec-websocket-protocol", protocol.parse().expect("a protocol"));
    tokio_tungstenite::connect_async(request)
        .await
        .expect("a live socket")
        .0
}

/// G11: the ward page of 100 patients rendered, against the same bytes from memory.
pub async fn page(bench: &Bench, report: &mut Report) {
    let get = |path: String, cookie: &str| {
        format!("GET {path} HTTP/1.1\r\nhost: {ADDR}\r\ncookie: {cookie}\r\naccept: text/html\r\n\r\n").into_bytes()
    };
    let ward = get(format!("/ward/{}", bench.ward), &bench.cookie);
    let mut connection = Connection::open().await;
    let (status, size) = connection.send(&ward).await;
    assert_eq!(status, 200);
    let put = format!("PUT /bench/l4 HTTP/1.1\r\nhost: {ADDR}\r\ncontent-length: {size}\r\n\r\n");
    let bytes = [put.as_bytes(), connection.body()].concat();
    assert_eq!(connection.send(&bytes).await.0, 204);
    let memory = get("/bench/l4".to_owned(), "");
    let living = alive(bench);
    let (mut ratios, mut ours, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        let rendered = generator::closed(8, WINDOW / 2, |_| Request::fixed(ward.clone()))
            .await
            .rate;
        let kept = generator::closed(8, WINDOW / 2, |_| Request::fixed(memory.clone()))
            .await
            .rate;
        ratios.push(rendered / kept);
        ours.push(rendered);
        theirs.push(kept);
    }
    living.abort();
    report.note(format!(
        "Ward page of 100 patients whose values change once a second, {} kB: {:.0}/s rendered, {:.0}/s from memory",
        size / 1_000,
        median(&ours),
        median(&theirs)
    ));
    report.goal(
        "G11",
        "Ward page of 100 patients, rendered",
        "L4",
        &ratios,
        Better::Higher,
        (0.10, "0.10"),
        (0.20, "0.20"),
    );
}

/// A ward that lives: every monitor posts a changed value once a second, until this is aborted.
fn alive(bench: &Bench) -> tokio::task::JoinHandle<()> {
    let devices: Vec<(String, String)> = bench
        .devices
        .iter()
        .filter(|device| !device.is_machine)
        .map(|device| (format!("/api/v1/devices/{}/readings", device.id), device.token.clone()))
        .collect();
    let base = now_micros() / 1_000;
    tokio::spawn(async move {
        let mut connection = Connection::open().await;
        let mut tick = tokio::time::interval(Duration::from_secs(1) / devices.len() as u32);
        for (turn, (path, token)) in devices.iter().cycle().enumerate() {
            tick.tick().await;
            let body = format!(
                r#"{{"seq":{},"taken_at":"{}","heart_rate":{},"spo2":97,"respiration":16,"systolic":{},"diastolic":76}}"#,
                base + turn as i64,
                written(now_micros()),
                60 + turn % 37,
                110 + turn % 23,
            );
            connection.send(&generator::post(path, token, &body)).await;
        }
    })
}

/// G9: memory of the server for one idle subscribed socket, as the slope between 1,000 and 5,000.
pub async fn sockets(bench: &Bench, report: &mut Report) {
    let mut open = tokio::task::JoinSet::new();
    let mut marks = Vec::new();
    for wanted in [1_000, 5_000] {
        while open.len() < wanted {
            open.spawn(follow(socket(bench, PROTOCOL).await, Topic::Ward(WardId(bench.ward))));
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
        assert!(open.try_join_next().is_none(), "a socket was closed");
        marks.push((open.len() as f64, bench.server_memory() as f64));
    }
    let slope = (marks[1].1 - marks[0].1) / (marks[1].0 - marks[0].0) / 1024.0;
    report.note(format!(
        "Memory of the server: {:.0} MB with 1,000 sockets, {:.0} MB with 5,000",
        marks[0].1 / 1e6,
        marks[1].1 / 1e6
    ));
    report.goal(
        "G9",
        "Memory for one idle socket, KiB",
        "1 KiB",
        &[slope],
        Better::Lower,
        (16.0, "16"),
        (10.0, "10"),
    );
}

/// A page that only looks on: subscribes, reads what comes, answers pings. Ends when the server closes.
async fn follow(mut socket: Socket, topic: Topic) {
    let wish = postcard::to_allocvec(&ToServer::Subscribe { topic, since: None }).expect("a wish");
    let pong = postcard::to_allocvec(&ToServer::Pong).expect("a pong");
    socket.send(Message::binary(wish)).await.expect("a wish");
    while let Some(Ok(message)) = socket.next().await {
        match postcard::from_bytes(&message.into_data()) {
            Ok(ToClient::Ping { .. }) => socket.send(Message::binary(pong.clone())).await.expect("a pong"),
            Ok(ToClient::Denied { .. }) => return,
            _ => {}
        }
    }
}

/// The size of the two programs, brotli, as served (G12).
pub fn bundle(report: &mut Report) {
    let site = std::env::var("WARDLIGHT_SITE_ROOT").unwrap_or_else(|_| "target/site".into());
    let text = std::fs::read(format!("{site}/manifest.json")).expect("the site: run `make page` first");
    let manifest: serde_json::Value = serde_json::from_slice(&text).expect("a manifest");
    let size = |name: &str| manifest[name]["br"].as_f64().expect("a compressed size");
    let goals = [
        (
            "G12 portal",
            "portal",
            "First load of the patient's page, WASM and JavaScript, brotli",
            (140.0, "140 kB"),
        ),
        (
            "G12 ward",
            "ward",
            "First load of the ward, WASM and JavaScript, brotli",
            (220.0, "220 kB"),
        ),
    ];
    for (number, program, words, goal) in goals {
        let total = (size(&format!("pkg/{program}_bg.wasm")) + size(&format!("pkg/{program}.js"))) / 1_000.0;
        report.goal(number, words, "1 kB", &[total], Better::Lower, goal, goal);
    }
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    quantile(&sorted, 0.5)
}
