//! The socket of a monitor, as our page and somebody who means harm would use it.

use std::time::{Duration, Instant};

use domain::actor::Role;
use domain::time::{Moment, rfc3339};
use domain::waves::{Channel, pack};
use futures::{SinkExt, StreamExt};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderValue, Request};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, client_async, connect_async};

use super::{post, second};
use crate::live::page::{PATIENCE, refusal};
use crate::sign_in::{ACHIENG, RAO};
use crate::support::Wardlight;

struct Watching(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// A piece as the script reads it.
#[derive(Debug, PartialEq)]
struct Piece {
    place: u8,
    channel: Channel,
    hz: u16,
    at: f64,
    step: f64,
    samples: Vec<i16>,
}

fn asks(at: &Wardlight, patient: &str, cookie: &str) -> Request<()> {
    let mut request = format!("ws://{}/ws/waves/{patient}", at.addr)
        .into_client_request()
        .unwrap();
    let headers = request.headers_mut();
    headers.insert("origin", format!("http://{}", at.addr).parse().unwrap());
    headers.insert("cookie", cookie.parse().unwrap());
    request
}

fn read(bytes: &[u8]) -> Vec<Piece> {
    let (_, mut rest) = bytes.split_at(8);
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let (head, body) = rest.split_at(24);
        let length = u32::from_le_bytes(head[20..].try_into().unwrap()) as usize;
        let (packed, after) = body.split_at(length);
        pieces.push(Piece {
            place: head[0],
            channel: Channel::ALL[usize::from(head[1])],
            hz: u16::from_le_bytes(head[2..4].try_into().unwrap()),
            at: f64::from_le_bytes(head[4..12].try_into().unwrap()),
            step: f64::from_le_bytes(head[12..20].try_into().unwrap()),
            samples: pack::unpack(packed, 100_000).unwrap(),
        });
        rest = after;
    }
    pieces
}

/// A second of the ECG that begins so many seconds from `now`, which stands still in a test of what follows what.
fn from(now: Moment, after: f64) -> Value {
    json!({ "channel": "ecg_ii", "started_at": rfc3339(now.plus_seconds(after)), "hz": 125, "step": 0.005, "samples": vec![7; 125] })
}

impl Watching {
    async fn open(at: &Wardlight, cookie: &str) -> Self {
        let patient = at.riverbend.patients[0].to_string();
        Self(
            connect_async(asks(at, &patient, cookie))
                .await
                .expect("an open socket")
                .0,
        )
    }

    /// The next batch; the code with which the server closed.
    async fn next(&mut self) -> Result<Vec<Piece>, Option<u16>> {
        loop {
            match timeout(PATIENCE, self.0.next()).await.expect("a message in time") {
                Some(Ok(Message::Binary(bytes))) => return Ok(read(&bytes)),
                Some(Ok(Message::Close(frame))) => return Err(frame.map(|frame| frame.code.into())),
                Some(Ok(Message::Text(_) | Message::Ping(_) | Message::Pong(_))) => {}
                None | Some(Err(_)) => return Err(None),
                Some(Ok(other)) => panic!("not ours: {other:?}"),
            }
        }
    }

    async fn closed(&mut self) -> Option<u16> {
        loop {
            if let Err(code) = self.next().await {
                return code;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_watches_is_told_of_each_sample_once_as_it_comes() {
    let at = Wardlight::open().await;
    let now = at.house.clock.now();
    assert_eq!(post(&at, vec![from(now, -3.0)]).await.status(), 200);
    let rao = at.sign_in(RAO).await.unwrap();
    let mut watching = Watching::open(&at, &rao).await;
    let first = watching.next().await.unwrap();
    assert_eq!(first.len(), 1, "{first:?}");
    assert_eq!(
        (first[0].place, first[0].channel, first[0].hz, first[0].step),
        (0, Channel::EcgIi, 125, 0.005)
    );
    assert_eq!(first[0].samples, vec![7; 125], "what was drawn a moment ago");

    let begun = Instant::now();
    assert_eq!(post(&at, vec![from(now, -2.0)]).await.status(), 200);
    let second_batch = watching.next().await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert_eq!(second_batch.len(), 1);
    assert_eq!(second_batch[0].samples.len(), 125, "and none twice");
    let apart = second_batch[0].at - first[0].at;
    assert!((apart - 1_000.0).abs() < 20.0, "{apart}");

    // Half a second is missing: it is a piece of its own, and nothing is put into the gap.
    assert_eq!(post(&at, vec![from(now, -0.5)]).await.status(), 200);
    let after_gap = watching.next().await.unwrap();
    let apart = after_gap[0].at - second_batch[0].at;
    assert!((apart - 1_500.0).abs() < 20.0, "{apart}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_old_is_not_told_as_of_now_and_no_more_than_twelve_seconds_at_once() {
    let at = Wardlight::open().await;
    let now = at.house.clock.now();
    for ten in [-60.0, -50.0, -40.0, -30.0, -20.0, -10.0] {
        let mut chunk = from(now, ten);
        chunk["samples"] = json!(vec![7; 1_250]);
        assert_eq!(post(&at, vec![chunk]).await.status(), 200);
    }
    let rao = at.sign_in(RAO).await.unwrap();
    let first = Watching::open(&at, &rao).await.next().await.unwrap();
    let told: usize = first.iter().map(|piece| piece.samples.len()).sum();
    assert!((11 * 125..=12 * 125 + 1).contains(&told), "{told}");

    at.later(60);
    let mut watching = Watching::open(&at, &rao).await;
    assert!(
        timeout(Duration::from_millis(1_500), watching.next()).await.is_err(),
        "nothing came for a minute"
    );
    assert_eq!(post(&at, vec![second(&at, -1.0)]).await.status(), 200);
    assert_eq!(watching.next().await.unwrap()[0].samples.len(), 125);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_our_own_pages_open_it_and_only_for_who_reads_the_record() {
    let at = Wardlight::open().await;
    let patient = at.riverbend.patients[0].to_string();
    let rao = at.sign_in(RAO).await.unwrap();
    let with = |change: &dyn Fn(&mut Request<()>)| {
        let mut request = asks(&at, &patient, &rao);
        change(&mut request);
        refusal(request)
    };
    for origin in ["https://evil.example", "null", "http://127.0.0.1"] {
        let foreign = with(&|request| drop(request.headers_mut().insert("origin", HeaderValue::from_static(origin))));
        assert_eq!(foreign.await, StatusCode::FORBIDDEN, "{origin}");
    }
    assert_eq!(
        with(&|request| drop(request.headers_mut().remove("origin"))).await,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        with(&|request| drop(request.headers_mut().remove("cookie"))).await,
        StatusCode::UNAUTHORIZED
    );
    for (email, expected) in [("haddad@riverbend.example", 403), ("silva@lakeside.example", 404)] {
        let cookie = at.sign_in(email).await.unwrap();
        assert_eq!(
            refusal(asks(&at, &patient, &cookie)).await.as_u16(),
            expected,
            "{email}"
        );
    }
    let nobody = uuid::Uuid::now_v7().to_string();
    assert_eq!(refusal(asks(&at, &nobody, &rao)).await, StatusCode::NOT_FOUND);
    // The nurse on duty at the ward watches.
    let achieng = at.sign_in(ACHIENG).await.unwrap();
    drop(Watching::open(&at, &achieng).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_pong_ends_the_connection() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    for wrong in [
        Message::text(""),
        Message::text("{}"),
        Message::text("pong\u{0}"),
        Message::binary(vec![0xff; 100]),
    ] {
        let mut hostile = Watching::open(&at, &rao).await;
        hostile.0.send(wrong.clone()).await.unwrap();
        assert_eq!(hostile.closed().await, Some(1007), "{wrong:?}");
    }
    let mut hostile = Watching::open(&at, &rao).await;
    hostile.0.send(Message::text("pong".repeat(1_000))).await.ok();
    assert!(hostile.closed().await.is_none_or(|code| code != 1000));
    let mut watching = Watching::open(&at, &rao).await;
    watching.0.send(Message::text("pong")).await.unwrap();
    assert_eq!(post(&at, vec![second(&at, -1.0)]).await.status(), 200);
    assert!(watching.next().await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_watches_sixteen_at_a_time() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let mut open = Vec::new();
    for _ in 0..16 {
        open.push(Watching::open(&at, &rao).await);
    }
    let patient = at.riverbend.patients[0].to_string();
    assert_eq!(refusal(asks(&at, &patient, &rao)).await, StatusCode::TOO_MANY_REQUESTS);
}

/// A reader who takes nothing keeps nobody waiting: the other is told of every sample in time, and the slow one, once they read on, of what is left for them.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_slow_holds_nobody_up() {
    let at = Wardlight::open().await;
    let now = at.house.clock.now();
    let rao = at.sign_in(RAO).await.unwrap();
    let mut slow = Watching::open(&at, &rao).await;
    let mut quick = Watching::open(&at, &rao).await;
    for turn in 0..8 {
        let begun = Instant::now();
        assert_eq!(
            post(&at, vec![from(now, f64::from(turn) * 1.1 - 9.0)]).await.status(),
            200
        );
        quick.next().await.unwrap();
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    }
    assert_eq!(slow.next().await.unwrap()[0].samples.len(), 125);
}

/// Ten seconds of every channel that pack badly, beginning so many seconds from `now`.
fn much(now: Moment, after: f64) -> Vec<Value> {
    let samples: Vec<i16> = (0..2_500).map(|n| if n % 2 == 0 { 20_000 } else { -20_000 }).collect();
    let chunk = |channel: Channel| json!({ "channel": channel.name(), "started_at": rfc3339(now.plus_seconds(after)), "hz": 250, "step": 0.005, "samples": samples });
    Channel::ALL.map(chunk).to_vec()
}

/// A reader who takes nothing at all is let go before anybody would miss their pong (`line::STUCK`), and the other is told of everything meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn who_takes_nothing_is_let_go() {
    let at = Wardlight::open_narrow().await;
    let (now, begun) = (at.house.clock.now(), Instant::now());
    let rao = at.sign_in(RAO).await.unwrap();
    let stuck = TcpSocket::new_v4().unwrap();
    stuck.set_recv_buffer_size(8 * 1024).unwrap();
    let stuck = MaybeTlsStream::Plain(stuck.connect(at.addr).await.unwrap());
    let patient = at.riverbend.patients[0].to_string();
    let mut stuck = Watching(
        client_async(asks(&at, &patient, &rao), stuck)
            .await
            .expect("an open socket")
            .0,
    );
    let mut quick = Watching::open(&at, &rao).await;
    let (mut sent, mut quick_read) = (0, 0);
    for turn in 0..12 {
        assert_eq!(post(&at, much(now, f64::from(turn) * 10.0 - 10.0)).await.status(), 200);
        sent += 5 * 2_500;
        while quick_read < sent {
            let told = quick.next().await.expect("told in time");
            quick_read += told.iter().map(|piece| piece.samples.len()).sum::<usize>();
        }
    }
    tokio::time::sleep(Duration::from_secs(16).saturating_sub(begun.elapsed())).await;
    // What had left by then, and no more: not even a goodbye has room.
    let mut stuck_read = 0;
    let ended = loop {
        match stuck.next().await {
            Ok(told) => stuck_read += told.iter().map(|piece| piece.samples.len()).sum::<usize>(),
            Err(code) => break code,
        }
    };
    assert!(ended.is_none_or(|code| code == 1013), "{ended:?}");
    assert!(begun.elapsed() < Duration::from_secs(35), "{:?}", begun.elapsed());
    assert!(stuck_read < sent / 2, "{stuck_read} of {sent}");
    assert_eq!(post(&at, much(now, 110.0)).await.status(), 200);
    assert!(quick.next().await.is_ok(), "the other watches on");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_no_longer_watch_is_put_out_and_who_signs_out_is_too() {
    let at = Wardlight::open().await;
    let (doctor, cookie) = at.colleague(at.riverbend.id, Role::Doctor).await;
    let patient = at.riverbend.patients[0].to_string();
    assert!(matches!(
        refusal(asks(&at, &patient, &cookie)).await.as_u16(),
        403 | 404
    ));
    sqlx::query("INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ($1, $2, $3, $1, tstzrange($4::timestamptz, NULL))")
        .bind(doctor.0)
        .bind(at.riverbend.patients[0])
        .bind(at.riverbend.id.0)
        .bind(at.at(-3_600.0))
        .execute(at.db.owner())
        .await
        .unwrap();
    let mut watching = Watching::open(&at, &cookie).await;
    // What was told before the socket opened has been heard by then.
    tokio::time::sleep(Duration::from_millis(900)).await;
    let begun = Instant::now();
    sqlx::query("UPDATE care_relation SET during = tstzrange(lower(during), now()) WHERE user_id = $1")
        .bind(doctor.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    assert_eq!(watching.closed().await, Some(4003));
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
    assert!(matches!(
        refusal(asks(&at, &patient, &cookie)).await.as_u16(),
        403 | 404
    ));

    let achieng = at.sign_in(ACHIENG).await.unwrap();
    let mut nurse = Watching::open(&at, &achieng).await;
    let out = crate::sign_in::form(&at, "/sign-out", &[])
        .header("cookie", &achieng)
        .send()
        .await
        .unwrap();
    assert_eq!(out.status(), StatusCode::SEE_OTHER);
    assert_eq!(nurse.closed().await, Some(4001));
}
