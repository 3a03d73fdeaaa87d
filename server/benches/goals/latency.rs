//! How long somebody waits: a device for its answer (G5), and whoever looks on for the frame (G6), each against one durable commit with the same beside it.

use std::time::{Duration, Instant};

use futures::{SinkExt, StreamExt};
use tokio_tungstenite::tungstenite::Message;

use super::ingest::counted;
use super::{PAIRS, WINDOW, empty, median, real, socket, written};
use crate::arrange::Bench;
use crate::beside::Beside;
use crate::generator::{self, Connection, now_micros, quantile};
use crate::limits;
use crate::report::{Better, Report};

/// Readings of G6 of which one raises an alarm. Not a multiple of the devices: the next reading of the device is well again.
pub const CROSSES_LIVE: usize = 150;

/// G5: the answer's p99 at half of our own maximum, against one durable commit at the same rate (open loop, capped at what one commit a row can do).
pub async fn latency(bench: &Bench, beside: &mut Beside, report: &mut Report) {
    empty(bench).await;
    let most = beside.during("G5, its maximum", counted(bench)).await;
    let closed = beside.during("L2 of G5", limits::commits(bench, WINDOW)).await;
    let rate = (most / 2.0).min(0.5e3 / quantile(&closed, 0.5) * 4.0);
    let mut ratios = Vec::new();
    let (mut acks, mut commits) = (Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        let work = limits::commits_open(bench, rate, WINDOW);
        let commit = quantile(&beside.during("L2 of G5", work).await, 0.99);
        let work = generator::open(64, most / 2.0, WINDOW, real(bench, 1));
        let ack = quantile(&beside.during("G5", work).await, 0.99);
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
pub async fn live(bench: &Bench, beside: &mut Beside, report: &mut Report) {
    const RATE: f64 = 40.0;
    let (mut ratios, mut frames, mut commits) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..3 {
        let work = limits::commits_open(bench, RATE, WINDOW);
        let commit = quantile(&beside.during("L2 of G6", work).await, 0.99);
        let work = until_frame(bench, RATE, WINDOW);
        let frame = quantile(&beside.during("G6", work).await, 0.99);
        ratios.push(frame / commit);
        frames.push(frame);
        commits.push(commit);
    }
    report.note(format!("Reading sent until its frame arrived, {RATE:.0}/s over {} devices: p99 {:.2} ms; L2 open at that rate p99 {:.2} ms", bench.devices.len(), median(&frames), median(&commits)));
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
    for ward in [bench.ward, bench.unit] {
        let wish = format!(r#"{{"subscribe":{{"topic":{{"ward":"{ward}"}},"since":null}}}}"#);
        socket.send(Message::text(wish)).await.expect("a wish");
    }
    let start = Instant::now() + Duration::from_millis(500);
    let sent: Vec<Instant> = (0..turns)
        .map(|turn| start + Duration::from_secs_f64(turn as f64 / rate))
        .collect();
    let base = now_micros().unsigned_abs() as usize % 1_000_000 * 1_000;
    let devices: Vec<(String, String, bool)> = bench
        .devices
        .iter()
        .map(|device| {
            let path = format!("/api/v1/devices/{}/readings", device.id);
            (path, device.token.clone(), device.is_machine)
        })
        .collect();
    let times = sent.clone();
    let sender = tokio::spawn(async move {
        let mut connection = Connection::open().await;
        for (turn, at) in times.into_iter().enumerate() {
            tokio::time::sleep_until(at.into()).await;
            let (path, token, is_machine) = &devices[turn % devices.len()];
            let (crosses, varies) = (turn % CROSSES_LIVE == 50, turn % 40);
            // 135 is above the published limit of a heart rate, 131; 280 above the one of a venous pressure, 260.
            let values = match *is_machine {
                true => format!(
                    r#""blood_flow":320,"venous_pressure":{}"#,
                    if crosses { 280 } else { 130 + varies }
                ),
                false => format!(r#""heart_rate":{}"#, if crosses { 135 } else { 60 + varies }),
            };
            let body = format!(
                r#"{{"seq":{},"taken_at":"{}",{values}}}"#,
                base + turn,
                written(now_micros()),
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
        assert!(frame.get("denied").is_none(), "a ward is not shown");
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
