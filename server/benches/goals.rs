//! What is asked of Wardlight, each against its limit: G1, G2, G5, G6, G9, G11, and the size of the bundle.

use std::time::{Duration, Instant};

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
const CONNECTIONS: usize = 32;
/// Gateways that post at once, and readings of one body (the goal asks for 50 at least).
const GATEWAYS: usize = 16;
const BODY: usize = 200;
/// Readings of G6 of which one raises an alarm. Not a multiple of the devices: the next reading of the device is well again.
const CROSSES_LIVE: usize = 150;

/// Requests of `readings` each, from a device per connection; every reading has a time and a number of its own.
pub fn requests(bench: &Bench, before: &str, after: &str, readings: usize) -> impl Fn(usize) -> Request {
    move |connection| {
        let device = &bench.devices[connection % bench.devices.len()];
        Request::readings(
            &format!("{before}{}{after}", device.id),
            &device.token,
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
        "On in G1, G2, G5 and G6: the published limits of every patient; one reading in {} of a device (in G6 one in {CROSSES_LIVE}) passes one. Events of alarms: {}. Not on: running dialysis sessions, conversations, pages of chairs",
        generator::CROSSES,
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

/// G1: bodies of 200 readings against COPY of the same rows.
pub async fn bulk(bench: &Bench, report: &mut Report) {
    let (mut ratios, mut ours, mut copies) = (Vec::new(), Vec::new(), Vec::new());
    for pair in 0..PAIRS {
        let (mut copy, mut rate) = (0.0, 0.0);
        for turn in 0..2 {
            empty(bench).await;
            if (turn == 0) == (pair % 2 == 0) {
                copy = limits::copy(bench, 2, WINDOW).await;
            } else {
                rate = generator::closed(GATEWAYS, WINDOW, real(bench, BODY)).await.rate * BODY as f64;
            }
        }
        ratios.push(rate / copy);
        ours.push(rate);
        copies.push(copy);
    }
    report.note(format!(
        "L1 {:.0} rows/s by COPY; bodies of 200 readings {:.0} rows/s",
        median(&copies),
        median(&ours)
    ));
    report.goal(
        "G1",
        "Bodies of 200 readings, durable rows/s",
        "L1",
        &ratios,
        Better::Higher,
        (0.55, "0.55"),
        (0.70, "0.70"),
    );
}

/// G2: one reading a request, against the joint ceiling of L0 and L1.
pub async fn single(bench: &Bench, report: &mut Report) {
    let (mut ratios, mut ours, mut ceilings, mut accepts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for pair in 0..PAIRS {
        empty(bench).await;
        let (copy, accept, rate);
        if pair % 2 == 0 {
            copy = limits::copy(bench, 2, WINDOW / 2).await;
            accept = limits::accept(bench, CONNECTIONS * 4, WINDOW).await;
            empty(bench).await;
            rate = counted(bench).await;
        } else {
            rate = counted(bench).await;
            empty(bench).await;
            accept = limits::accept(bench, CONNECTIONS * 4, WINDOW).await;
            copy = limits::copy(bench, 2, WINDOW / 2).await;
        }
        let ceiling = 1.0 / (1.0 / accept + 1.0 / copy);
        ratios.push(rate / ceiling);
        ours.push(rate);
        ceilings.push(ceiling);
        accepts.push(accept);
    }
    report.note(format!(
        "L0 {:.0}/s, L* {:.0}/s; one reading a request, durable: {:.0}/s",
        median(&accepts),
        median(&ceilings),
        median(&ours)
    ));
    report.goal(
        "G2",
        "One reading a request, durable before the answer",
        "L*",
        &ratios,
        Better::Higher,
        (0.55, "0.55"),
        (0.70, "0.70"),
    );
}

/// One reading a request, as fast as it goes; what was acknowledged is there, and nothing else.
async fn counted(bench: &Bench) -> f64 {
    let before = stored(bench).await;
    let reached = generator::closed(CONNECTIONS * 4, WINDOW, real(bench, 1)).await;
    assert_eq!(
        stored(bench).await - before,
        reached.total.cast_signed(),
        "acknowledged and stored"
    );
    reached.rate
}

/// G5: the answer's p99 at half of our own maximum, against one durable commit at the same rate (open loop, capped at what one commit a row can do).
pub async fn latency(bench: &Bench, report: &mut Report) {
    empty(bench).await;
    let most = counted(bench).await;
    let closed = limits::commits(bench, WINDOW).await;
    let rate = (most / 2.0).min(0.5e3 / quantile(&closed, 0.5) * 4.0);
    let mut ratios = Vec::new();
    let (mut acks, mut commits) = (Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        let commit = quantile(&limits::commits_open(bench, rate, WINDOW).await, 0.99);
        let ack = quantile(&generator::open(64, most / 2.0, WINDOW, real(bench, 1)).await, 0.99);
        ratios.push(ack / commit);
        acks.push(ack);
        commits.push(commit);
    }
    report.note(format!(
        "L2 closed p50 {:.2} ms, p99 {:.2} ms; open at {rate:.0}/s p99 {:.2} ms",
        quantile(&closed, 0.5),
        quantile(&closed, 0.99),
        median(&commits)
    ));
    report.note(format!(
        "Answers at half of our maximum ({:.0}/s): p99 {:.2} ms",
        most / 2.0,
        median(&acks)
    ));
    report.goal(
        "G5",
        "Answer at half of our maximum, p99",
        "L2 p99",
        &ratios,
        Better::Lower,
        (3.5, "3.5"),
        (2.5, "2.5"),
    );
}

/// G6: from the reading sent to the frame in a subscribed client, p99, against one durable commit at the same rate.
pub async fn live(bench: &Bench, report: &mut Report) {
    const RATE: f64 = 40.0;
    let (mut ratios, mut frames, mut commits) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..3 {
        let commit = quantile(&limits::commits_open(bench, RATE, WINDOW).await, 0.99);
        let frame = quantile(&until_frame(bench, RATE, WINDOW).await, 0.99);
        ratios.push(frame / commit);
        frames.push(frame);
        commits.push(commit);
    }
    report.note(format!("Reading sent until its frame arrived, {RATE:.0}/s over 100 devices: p99 {:.2} ms; L2 open at that rate p99 {:.2} ms", median(&frames), median(&commits)));
    report.goal(
        "G6",
        "Reading sent until its frame, p99",
        "L2 p99",
        &ratios,
        Better::Lower,
        (4.0, "4"),
        (3.0, "3"),
    );
}

/// The value sent carries its turn, so that the frame can be matched to the moment it was sent.
async fn until_frame(bench: &Bench, rate: f64, window: Duration) -> Vec<f64> {
    let turns = (rate * window.as_secs_f64()) as usize;
    let mut socket = socket(bench, "wardlight.json").await;
    let wish = format!(
        r#"{{"subscribe":{{"topic":{{"ward":"{}"}},"since":null}}}}"#,
        bench.ward
    );
    socket.send(Message::text(wish)).await.expect("a wish");
    let start = Instant::now() + Duration::from_millis(500);
    let sent: Vec<Instant> = (0..turns)
        .map(|turn| start + Duration::from_secs_f64(turn as f64 / rate))
        .collect();
    let base = now_micros().unsigned_abs() as usize % 1_000_000 * 1_000;
    let devices: Vec<(String, String)> = bench
        .devices
        .iter()
        .map(|device| (format!("/api/v1/devices/{}/readings", device.id), device.token.clone()))
        .collect();
    let times = sent.clone();
    let sender = tokio::spawn(async move {
        let mut connection = Connection::open().await;
        for (turn, at) in times.into_iter().enumerate() {
            tokio::time::sleep_until(at.into()).await;
            let (path, token) = &devices[turn % devices.len()];
            let body = format!(
                r#"{{"seq":{},"taken_at":"{}","heart_rate":{}}}"#,
                base + turn,
                written(now_micros()),
                // 135 is above the published limit of 131.
                if turn % CROSSES_LIVE == 50 { 135 } else { 60 + turn % 40 }
            );
            connection.send(&generator::post(path, token, &body)).await;
        }
    });
    let mut latencies = Vec::new();
    let end = start + window + Duration::from_secs(2);
    while latencies.len() < turns && Instant::now() < end {
        let Ok(Some(Ok(message))) = tokio::time::timeout(Duration::from_secs(2), socket.next()).await else {
            break;
        };
        let arrived = Instant::now();
        let Ok(text) = message.to_text() else { continue };
        let Ok(frame) = serde_json::from_str::<serde_json::Value>(text) else {
            continue;
        };
        for value in frame
            .pointer("/change/values")
            .and_then(|values| values.as_array())
            .into_iter()
            .flatten()
        {
            let turn = value["seq"]
                .as_u64()
                .map(|seq| seq as usize)
                .and_then(|seq| seq.checked_sub(base))
                .filter(|turn| *turn < turns);
            if let Some(turn) = turn {
                latencies.push(arrived.duration_since(sent[turn]).as_secs_f64() * 1e3);
            }
        }
    }
    sender.await.expect("the sender");
    assert!(
        latencies.len() * 100 >= turns * 95,
        "{} of {turns} readings arrived as frames",
        latencies.len()
    );
    latencies.sort_by(f64::total_cmp);
    latencies
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

/// A ward that lives: every device posts a changed value once a second, until this is aborted.
fn alive(bench: &Bench) -> tokio::task::JoinHandle<()> {
    let devices: Vec<(String, String)> = bench
        .devices
        .iter()
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
