//! The socket of a conversation, as our page, an outside program and somebody who means harm would use it.

use std::time::{Duration, Instant};

use domain::ids::RoomId;
use futures::{SinkExt, StreamExt};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderValue, Request};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};
use uuid::Uuid;

use super::{HADDAD, SILVA, mine, staff};
use crate::live::page::{PATIENCE, refusal};
use crate::sign_in::{ACHIENG, OKAFOR, RAO};
use crate::support::{PASSWORD, Wardlight};

/// One side of an open conversation.
struct Side(WebSocketStream<MaybeTlsStream<TcpStream>>);

fn asks(at: &Wardlight, path: &str, cookie: &str) -> Request<()> {
    let mut request = format!("ws://{}{path}", at.addr).into_client_request().unwrap();
    let headers = request.headers_mut();
    headers.insert("origin", format!("http://{}", at.addr).parse().unwrap());
    headers.insert("cookie", cookie.parse().unwrap());
    request
}

impl Side {
    async fn open(request: Request<()>) -> Self {
        Self(connect_async(request).await.expect("an open conversation").0)
    }

    async fn say(&mut self, wish: &Value) {
        self.0
            .send(Message::text(wish.to_string()))
            .await
            .expect("an open socket");
    }

    /// The next message; the code with which the server closed.
    async fn next(&mut self) -> Result<Value, Option<u16>> {
        loop {
            match timeout(PATIENCE, self.0.next()).await.expect("a message in time") {
                Some(Ok(Message::Text(text))) => return Ok(serde_json::from_str(&text).expect("JSON")),
                Some(Ok(Message::Close(frame))) => return Err(frame.map(|frame| frame.code.into())),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                None | Some(Err(_)) => return Err(None),
                Some(Ok(other)) => panic!("not ours: {other:?}"),
            }
        }
    }

    /// The next of this kind; what comes before it is passed over.
    async fn until(&mut self, kind: &str) -> Value {
        loop {
            let mut message = self.next().await.expect("an open socket");
            if let Some(what) = message.get_mut(kind) {
                return what.take();
            }
        }
    }

    /// The code with which the server closes, whatever it tells before.
    async fn closed(&mut self) -> Option<u16> {
        loop {
            if let Err(code) = self.next().await {
                return code;
            }
        }
    }
}

/// Both sides of the room of Dr Rao and Okafor; he has been greeted before she comes.
async fn both(at: &Wardlight) -> (Side, Side, RoomId, String, String) {
    let (rao, okafor, room) = at.rao_and_okafor().await;
    let mut doctor = Side::open(asks(at, &format!("/ws/chat/{room}"), &rao)).await;
    let hello = doctor.until("hello").await;
    assert_eq!(
        (&hello["you"], &hello["with"]["name"]),
        (&json!("doctor"), &json!("OKAFOR, Amara"))
    );
    let patient = Side::open(asks(at, &format!("/my/ws/chat/{room}"), &okafor)).await;
    (doctor, patient, room, rao, okafor)
}

#[tokio::test(flavor = "multi_thread")]
async fn okafor_writes_dr_rao_sees_it_coming_and_she_sees_that_it_was_seen() {
    let at = Wardlight::open().await;
    let (mut doctor, mut patient, ..) = both(&at).await;
    assert_eq!(
        patient.until("hello").await["with"]["here"],
        json!(true),
        "Dr Rao is here"
    );
    assert_eq!(patient.until("history").await["messages"], json!([]));
    assert_eq!(doctor.until("presence").await["here"], json!(true), "and so is she");

    patient.say(&json!("typing")).await;
    assert_eq!(doctor.until("typing").await["by"], json!("patient"));
    let key = Uuid::now_v7();
    patient
        .say(&json!({ "send": { "text": "May I drink more on Friday?", "key": key } }))
        .await;
    let came = doctor.until("message").await;
    assert_eq!(
        (&came["text"], &came["by"]),
        (&json!("May I drink more on Friday?"), &json!("patient"))
    );
    assert_eq!(patient.until("sent").await["key"], json!(key));
    let seen = patient.until("seen").await;
    assert_eq!(
        (&seen["read"], &seen["by"]),
        (&json!(false), &json!("doctor")),
        "it came to his screen"
    );
    doctor.say(&json!({ "read": { "message": came["id"] } })).await;
    let seen = patient.until("seen").await;
    assert_eq!(
        (&seen["read"], &seen["messages"]),
        (&json!(true), &json!([came["id"]])),
        "and he saw it"
    );
    let (delivered, read): (bool, bool) =
        sqlx::query_as("SELECT delivered_at >= sent_at, read_at >= delivered_at FROM chat_message")
            .fetch_one(at.db.owner())
            .await
            .unwrap();
    assert!(delivered && read, "with both times");

    doctor
        .say(&json!({ "send": { "text": "One cup.", "answers": came["id"] } }))
        .await;
    assert_eq!(patient.until("message").await["answers"], came["id"]);
    drop(patient);
    assert_eq!(doctor.until("presence").await["here"], json!(false));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_by_form_reaches_an_open_page_and_history_goes_back() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    for number in 0..55 {
        at.says(&mine(room), &okafor, &format!("Number {number}"), &[]).await;
        at.later(3);
    }
    let mut doctor = Side::open(asks(&at, &format!("/ws/chat/{room}"), &rao)).await;
    let history = doctor.until("history").await;
    let texts = |history: &Value| -> Vec<String> {
        let messages = history["messages"].as_array().unwrap().iter();
        messages
            .map(|message| message["text"].as_str().unwrap().to_owned())
            .collect()
    };
    let newest = texts(&history);
    assert_eq!(
        (newest.len(), newest[0].as_str(), newest[49].as_str()),
        (50, "Number 5", "Number 54")
    );
    doctor.say(&json!({ "history": { "before": history["before"] } })).await;
    let older = doctor.until("history").await;
    assert_eq!(
        texts(&older),
        (0..5).map(|number| format!("Number {number}")).collect::<Vec<_>>()
    );
    assert_eq!(older["before"], Value::Null);
    at.says(&mine(room), &okafor, "Without a script", &[]).await;
    assert_eq!(doctor.until("message").await["text"], json!("Without a script"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_our_own_pages_and_programs_with_a_token_open_it_and_only_for_the_two() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    let path = format!("/ws/chat/{room}");
    let with = |change: &dyn Fn(&mut Request<()>)| {
        let mut request = asks(&at, &path, &rao);
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
    for (email, expected) in [(ACHIENG, 404), (HADDAD, 403), (SILVA, 404)] {
        let cookie = at.sign_in(email).await.unwrap();
        assert_eq!(refusal(asks(&at, &path, &cookie)).await.as_u16(), expected, "{email}");
    }
    // The portal's cookie is none on the staff's path.
    assert_eq!(refusal(asks(&at, &path, &okafor)).await, StatusCode::UNAUTHORIZED);

    let token = async |login: &str| -> String {
        let body = json!({ "login": login, "password": PASSWORD });
        let answer = at
            .client
            .post(at.url("/api/v1/auth/login"))
            .json(&body)
            .send()
            .await
            .unwrap();
        let body: Value = answer.json().await.unwrap();
        body["access_token"].as_str().unwrap().to_owned()
    };
    let program = |token: &str| {
        let mut request = format!("ws://{}{path}", at.addr).into_client_request().unwrap();
        request
            .headers_mut()
            .insert("authorization", format!("Bearer {token}").parse().unwrap());
        request
    };
    let (hers, his, nurses) = (token(OKAFOR).await, token(RAO).await, token(ACHIENG).await);
    let mut phone = Side::open(program(&hers)).await;
    assert_eq!(phone.until("hello").await["you"], json!("patient"));
    let mut other = Side::open(program(&his)).await;
    other.until("history").await;
    phone.say(&json!({ "send": { "text": "From my phone" } })).await;
    assert_eq!(other.until("message").await["text"], json!("From my phone"));
    assert_eq!(refusal(program(&nurses)).await, StatusCode::NOT_FOUND);
    assert_eq!(refusal(program("nonsense")).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_input_ends_the_connection_or_is_refused_and_harms_nobody() {
    let at = Wardlight::open().await;
    let (mut doctor, mut patient, room, rao, okafor) = both(&at).await;
    let socket = format!("/my/ws/chat/{room}");
    for wrong in [
        "",
        "null",
        "[]",
        r#"{"send":{"text":7}}"#,
        r#"{"edit":{}}"#,
        r#"{"send":{"text":"x","by":"doctor"}}"#,
        "\u{0}",
    ] {
        let mut hostile = Side::open(asks(&at, &socket, &okafor)).await;
        hostile.0.send(Message::text(wrong)).await.unwrap();
        assert_eq!(hostile.closed().await, Some(1007), "{wrong}");
    }
    let mut hostile = Side::open(asks(&at, &socket, &okafor)).await;
    hostile.0.send(Message::binary(vec![0xff; 100])).await.unwrap();
    assert_eq!(hostile.closed().await, Some(1007));
    let mut hostile = Side::open(asks(&at, &socket, &okafor)).await;
    let long = json!({ "send": { "text": "x".repeat(64 * 1024) } }).to_string();
    hostile.0.send(Message::text(long)).await.ok();
    assert!(hostile.closed().await.is_none_or(|code| code != 1000));
    let mut hostile = Side::open(asks(&at, &socket, &okafor)).await;
    for _ in 0..60 {
        hostile.0.send(Message::text("\"here\"")).await.ok();
    }
    assert_eq!(hostile.closed().await, Some(1008));

    // What can be mended is said, and the connection stays.
    for (text, why) in [
        ("  ", "Write something first."),
        ("a\u{202e}b", "Some of these signs cannot be seen. Type it anew."),
    ] {
        patient.say(&json!({ "send": { "text": text } })).await;
        assert_eq!(patient.until("refused").await["why"], json!(why));
    }
    patient.say(&json!({ "read": { "message": Uuid::now_v7() } })).await;
    patient.say(&json!({ "history": { "before": "../../etc" } })).await;
    assert!(patient.until("refused").await["why"].is_string());
    let markup = "<script>alert(1)</script>";
    patient.say(&json!({ "send": { "text": markup } })).await;
    assert_eq!(doctor.until("message").await["text"], json!(markup));
    let html = crate::sign_in::page(&at, &staff(room), &rao)
        .await
        .text()
        .await
        .unwrap();
    assert!(
        !html.contains(markup) && html.contains("&lt;script&gt;alert(1)"),
        "it is text on a page"
    );
    let lines = crate::sign_in::page(&at, &format!("{}/lines", staff(room)), &rao)
        .await
        .text()
        .await
        .unwrap();
    assert!(
        !lines.contains(markup) && lines.contains("&lt;script&gt;alert(1)"),
        "and in the part of a page"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_no_longer_read_is_put_out_and_who_signs_out_is_too() {
    let at = Wardlight::open().await;
    let (mut doctor, mut patient, _, _, okafor) = both(&at).await;
    doctor.until("history").await;
    patient.until("history").await;
    let begun = Instant::now();
    sqlx::raw_sql("UPDATE care_relation SET during = tstzrange(lower(during), now())")
        .execute(at.db.owner())
        .await
        .unwrap();
    assert_eq!(doctor.closed().await, Some(4003));
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
    assert_eq!(patient.closed().await, Some(4003));

    let (rao, room) = (
        at.sign_in(RAO).await.unwrap(),
        sqlx::query_scalar::<_, Uuid>("SELECT id FROM chat_room")
            .fetch_one(at.db.owner())
            .await
            .unwrap(),
    );
    let mut again = Side::open(asks(&at, &format!("/ws/chat/{room}"), &rao)).await;
    assert_eq!(
        again.until("hello").await["open"],
        json!(false),
        "it is read and not written to"
    );
    let out = crate::sign_in::form(&at, "/sign-out", &[])
        .header("cookie", &rao)
        .send()
        .await
        .unwrap();
    assert_eq!(out.status(), StatusCode::SEE_OTHER);
    assert_eq!(again.closed().await, Some(4001));
    assert!(!okafor.is_empty());
}
