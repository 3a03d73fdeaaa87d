//! What `/api/v1` answers when it is asked wrongly: a problem document, always, whose type has its paragraph on the API's page.

use std::time::Duration;

use reqwest::{Method, Response};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::sign_in::RAO;
use crate::support::{TestDevice, Wardlight};

/// The problem of this answer; its type leads to a paragraph.
async fn problem(at: &Wardlight, answer: Response, asked: &str) -> Value {
    assert_eq!(answer.headers()["content-type"], "application/problem+json", "{asked}");
    let (status, problem) = (answer.status().as_u16(), answer.json::<Value>().await.unwrap());
    assert_eq!(problem["status"], status, "{asked}");
    let (path, anchor) = problem["type"].as_str().unwrap().split_once('#').unwrap();
    let page = at.client.get(at.url(path)).send().await.unwrap().text().await.unwrap();
    assert!(
        page.contains(&format!("id=\"{anchor}\"")),
        "{asked}: no paragraph {anchor}"
    );
    problem
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_served_is_a_problem_document_and_a_wrong_method_names_the_right_one() {
    let at = Wardlight::open().await;
    let device = &at.riverbend.devices[0];
    for path in [
        "/api/v1",
        "/api/v1/",
        "/api/v1/nothing",
        "/api/v1/devices",
        "/api/v1/devices/7/nothing",
    ] {
        for method in [Method::GET, Method::POST] {
            let answer = at.client.request(method, at.url(path)).send().await.unwrap();
            assert_eq!(answer.status(), 404, "{path}");
            problem(&at, answer, path).await;
        }
    }
    let readings = format!("/api/v1/devices/{}/readings", device.id);
    for (method, path, allowed) in [
        (Method::GET, readings.as_str(), "POST"),
        (Method::DELETE, readings.as_str(), "POST"),
        (Method::POST, "/api/v1/openapi.json", "GET,HEAD"),
    ] {
        let answer = at.client.request(method, at.url(path)).send().await.unwrap();
        assert_eq!(
            (answer.status().as_u16(), answer.headers()["allow"].to_str().unwrap()),
            (405, allowed),
            "{path}"
        );
        problem(&at, answer, path).await;
    }
    let no_text = at
        .client
        .post(at.url("/api/v1/devices/%ff/readings"))
        .bearer_auth(&device.token);
    let answer = no_text.json(&json!({})).send().await.unwrap();
    assert_eq!(answer.status(), 404);
    problem(&at, answer, "an id that is no text").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_neither_keeps_a_device_out_nor_lets_anybody_in() {
    let at = Wardlight::open().await;
    let device = &at.riverbend.devices[0];
    let session = at.sign_in(RAO).await.unwrap();
    let own_origin = format!("http://{}", at.addr);
    for (cookie, origin, token, expected) in [
        ("lb=1", None, true, 200),
        ("lb=1", Some("https://gateway.example"), true, 200),
        (session.as_str(), None, false, 401),
        (session.as_str(), Some(own_origin.as_str()), false, 401),
    ] {
        let url = at.url(&format!("/api/v1/devices/{}/readings", device.id));
        let body = json!({ "seq": 1, "taken_at": at.at(0.0), "spo2": 97 });
        let mut request = at.client.post(url).header("cookie", cookie).json(&body);
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        if token {
            request = request.bearer_auth(&device.token);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), expected, "{cookie} {origin:?}");
    }
}

async fn begin(at: &Wardlight, device: &TestDevice, started_at: &str) -> Response {
    at.post_to(device, "sessions", &json!({ "started_at": started_at }))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_whose_answer_was_lost_is_answered_again() {
    let at = Wardlight::open().await;
    let device = &at.riverbend.devices[0];
    let started_at = at.at(-5.0);
    let mut ids = Vec::new();
    for _ in 0..2 {
        let answer = begin(&at, device, &started_at).await;
        assert_eq!(answer.status(), 201);
        ids.push(answer.json::<Value>().await.unwrap()["session_id"].clone());
    }
    assert_eq!(ids[0], ids[1]);
    let sessions: i64 = sqlx::query_scalar("SELECT count(*) FROM device_session WHERE device_id = $1")
        .bind(device.id.0)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(sessions, 2, "the first, and the one that was begun");
    let earlier = begin(&at, device, &at.at(-10.0)).await;
    assert_eq!(earlier.status(), 422);
    problem(&at, earlier, "a session before the open one").await;
}

/// The commit was durable, and what follows it did not happen: the process asks the database when the device asks again. Somebody else is measured
/// since, so what the one before raised ends.
#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_memory_has_not_heard_of_is_loaded_when_the_device_asks_again() {
    let at = Wardlight::open().await;
    let device = &at.riverbend.devices[0];
    at.post(device, &json!({ "seq": 1, "taken_at": at.at(-60.0), "spo2": 80 }))
        .await;
    let begun = at.house.clock.now().plus_seconds(-5.0);
    let written = crate::support::written(begun);
    let mut tx = at.db.owner().begin().await.unwrap();
    let end = "UPDATE device_session SET during = tstzrange(lower(during), $2::timestamptz) WHERE device_id = $1";
    sqlx::query(end)
        .bind(device.id.0)
        .bind(time_of(begun))
        .execute(&mut *tx)
        .await
        .unwrap();
    let begin_next = "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during)
        SELECT gen_random_uuid(), device_id, hospital_id, $3, tstzrange($2::timestamptz, NULL) FROM device_session WHERE device_id = $1";
    let next = sqlx::query(begin_next)
        .bind(device.id.0)
        .bind(time_of(begun))
        .bind(at.riverbend.patients[1]);
    next.execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let measured = || at.house.now.placement(device.id).unwrap().session.unwrap();
    assert_eq!(measured().0.0, at.riverbend.patients[0], "memory knows nothing of it");
    assert_eq!(begin(&at, device, &written).await.status(), 201);
    assert_eq!((measured().0.0, measured().1), (at.riverbend.patients[1], begun));
    let mut state = String::new();
    for _ in 0..50 {
        state = sqlx::query_scalar("SELECT state FROM alarm WHERE device_id = $1 AND kind = 'limit'")
            .bind(device.id.0)
            .fetch_one(at.db.owner())
            .await
            .unwrap();
        if state == "gone" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(state, "gone", "an alarm of the one before still stands");
    assert!(
        at.house.now.alarms_of(device.id).is_empty(),
        "and it is not the next one's"
    );
}

fn time_of(at: domain::time::Moment) -> time::OffsetDateTime {
    time::OffsetDateTime::from_unix_timestamp_nanos(i128::from(at.0) * 1_000).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_class_of_doors_takes_bodies_of_its_own_size_and_no_longer_ones() {
    let at = Wardlight::open().await;
    let doctor = at.sign_in(RAO).await.unwrap();
    let long = "a".repeat(20_000);
    let call = json!({ "alarm": Uuid::now_v7(), "note": long }).to_string();
    let form = format!("alarm={}&note={long}", Uuid::now_v7());
    for (path, kind, body) in [
        ("/api/fn/alerts/acknowledge", "application/json", call),
        ("/alarms/acknowledge", "application/x-www-form-urlencoded", form),
    ] {
        let ask = |body: reqwest::Body| {
            let request = at
                .client
                .post(at.url(path))
                .header("cookie", &doctor)
                .header("content-type", kind);
            request
                .header("origin", format!("http://{}", at.addr))
                .body(body)
                .send()
        };
        assert_eq!(ask(body.clone().into()).await.unwrap().status(), 413, "{path}");
        // Without a length in front.
        let pieces = futures::stream::iter([Ok::<_, std::io::Error>(body)]);
        assert_eq!(
            ask(reqwest::Body::wrap_stream(pieces)).await.unwrap().status(),
            413,
            "{path}, in pieces"
        );
    }
}
