//! Devices post: durable, idempotent, whole answers for good and bad bodies.

use serde_json::{Value, json};

use crate::support::Wardlight;

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_is_stored_with_every_field_and_a_replay_is_a_duplicate() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let mut body = server::rest::openapi::example();
    body["taken_at"] = json!(house.at(-60.0));
    body["blood_flow"] = json!(300);
    body["system_status"] = json!("normal");
    body["alarm_codes"] = json!(["ART_LOW", "VEN, HIGH"]);

    let first: Value = house.post(device, &body).await.json().await.unwrap();
    assert_eq!(first, json!({ "accepted": 1, "duplicates": 0, "rejected": [] }));
    let again: Value = house.post(device, &body).await.json().await.unwrap();
    assert_eq!(again, json!({ "accepted": 0, "duplicates": 1, "rejected": [] }));

    let stored: (f32, f32, String, f32, String, Vec<String>) = sqlx::query_as(
        "SELECT heart_rate, temperature, oxygen_device, oxygen_fio2, consciousness, alarm_codes FROM reading WHERE device_id = $1",
    )
    .bind(device.id.0)
    .fetch_one(house.db.owner())
    .await
    .unwrap();
    assert_eq!(
        stored,
        (
            72.0,
            36.8,
            "nasal_cannula".into(),
            0.28,
            "A".into(),
            vec!["ART_LOW".into(), "VEN, HIGH".into()]
        )
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_with_other_values_is_a_conflict_and_the_first_stays() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let at = house.at(-60.0);
    let body = json!([{ "seq": 1, "taken_at": at, "heart_rate": 70 }, { "seq": 2, "taken_at": at, "heart_rate": 71 }]);
    assert_eq!(house.post(device, &body).await.status(), 200);
    let changed = json!([{ "seq": 1, "taken_at": at, "heart_rate": 70 }, { "seq": 2, "taken_at": at, "heart_rate": 99 }, { "seq": 3, "taken_at": at, "heart_rate": 72 }]);
    let answer: Value = house.post(device, &changed).await.json().await.unwrap();
    assert_eq!(
        answer,
        json!({ "accepted": 1, "duplicates": 2, "conflicts": [1], "rejected": [] })
    );
    let kept: f32 = sqlx::query_scalar("SELECT heart_rate FROM reading WHERE seq = 2")
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    assert_eq!(kept, 71.0);

    let twice = json!([{ "seq": 9, "taken_at": at, "heart_rate": 70 }, { "seq": 9, "taken_at": at, "heart_rate": 80 }]);
    let answer: Value = house.post(device, &twice).await.json().await.unwrap();
    assert_eq!(
        answer,
        json!({ "accepted": 1, "duplicates": 1, "conflicts": [1], "rejected": [] })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mixed_body_keeps_the_good_and_names_the_fault_of_each_other() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let at = house.at(-5.0);
    let body = json!([
        { "seq": 1, "taken_at": at, "spo2": 97 },
        { "seq": 2, "taken_at": at, "spo2": 197 },
        { "seq": 3, "taken_at": at, "colour": "blue" },
        { "seq": 4, "taken_at": house.at(660.0), "spo2": 97 },
        { "seq": 5, "taken_at": house.at(-33.0 * 86_400.0), "spo2": 97 },
        { "seq": 6, "taken_at": at },
    ]);
    let answer = house.post(device, &body).await;
    assert_eq!(answer.status(), 200);
    let answer: Value = answer.json().await.unwrap();
    assert_eq!((&answer["accepted"], &answer["duplicates"]), (&json!(1), &json!(0)));
    let named: Vec<(u64, &str)> = answer["rejected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["index"].as_u64().unwrap(), fault["field"].as_str().unwrap()))
        .collect();
    assert_eq!(
        named[..4],
        [(1, "spo2"), (2, "colour"), (3, "taken_at"), (4, "taken_at")]
    );
    assert_eq!(named[4].0, 5);
    let reason = answer["rejected"][0]["reason"].as_str().unwrap();
    assert!(
        reason.contains("100") && reason.contains('%') && !reason.contains("197"),
        "the range is named and the value is not: {reason}"
    );
    assert_eq!(house.stored(device).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_way_to_be_wrong_has_its_status_and_a_problem_document() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let other = &house.riverbend.devices[1];
    let good = json!({ "seq": 1, "taken_at": house.at(0.0), "spo2": 97 }).to_string();
    let url = |id: &str| house.url(&format!("/api/v1/devices/{id}/readings"));
    let own = url(&device.id.to_string());
    let many = format!("[{}]", vec![good.clone(); 2_001].join(","));
    let huge = format!("[{}]", " ".repeat(3 * 1024 * 1024));
    let unknown = url("0190a3c2-7b1e-7c40-9f21-3d5e8f6a1b02");
    for (name, url, token, kind, body, expected) in [
        ("no token", &own, None, "application/json", good.as_str(), 401),
        (
            "a wrong token",
            &own,
            Some("wld_0"),
            "application/json",
            good.as_str(),
            401,
        ),
        (
            "the token of another device",
            &own,
            Some(other.token.as_str()),
            "application/json",
            good.as_str(),
            403,
        ),
        (
            "an unknown device",
            &unknown,
            Some(device.token.as_str()),
            "application/json",
            good.as_str(),
            404,
        ),
        (
            "too many",
            &own,
            Some(device.token.as_str()),
            "application/json",
            many.as_str(),
            413,
        ),
        (
            "too large",
            &own,
            Some(device.token.as_str()),
            "application/json",
            huge.as_str(),
            413,
        ),
        (
            "not JSON",
            &own,
            Some(device.token.as_str()),
            "text/plain",
            good.as_str(),
            415,
        ),
        (
            "a syntax error",
            &own,
            Some(device.token.as_str()),
            "application/json",
            "[{\"seq\": 1,",
            422,
        ),
        (
            "nothing good",
            &own,
            Some(device.token.as_str()),
            "application/json",
            "[{\"seq\": 1}]",
            422,
        ),
        (
            "a number",
            &own,
            Some(device.token.as_str()),
            "application/json",
            "7",
            422,
        ),
        (
            "nesting",
            &own,
            Some(device.token.as_str()),
            "application/json",
            &"[".repeat(10_000),
            422,
        ),
    ] {
        let mut request = house
            .client
            .post(url)
            .header("content-type", kind)
            .body(body.to_owned());
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), expected, "{name}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json", "{name}");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["status"], expected, "{name}");
        assert!(problem["detail"].as_str().unwrap().len() > 10, "{name}");
    }
    assert_eq!(house.stored(device).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_token_is_dead_within_a_second() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    assert_eq!(
        house
            .post(device, &json!({ "seq": 1, "taken_at": house.at(0.0), "spo2": 97 }))
            .await
            .status(),
        200
    );
    hospital::devices::revoke_tokens(&house.house, device.id).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert_eq!(
        house
            .post(device, &json!({ "seq": 2, "taken_at": house.at(0.0), "spo2": 97 }))
            .await
            .status(),
        401
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn many_requests_at_once_are_all_stored_once() {
    let house = std::sync::Arc::new(Wardlight::open().await);
    let start = house.house.clock.now();
    let mut posts = tokio::task::JoinSet::new();
    for round in 0..200_i64 {
        let house = house.clone();
        posts.spawn(async move {
            let device = house.riverbend.devices[(round % 2) as usize].clone();
            // Every reading is sent twice, by different requests.
            let seq = round / 4;
            let body = json!({ "seq": seq, "taken_at": crate::support::written(start.plus_seconds(-(seq as f64))), "heart_rate": 60 + seq % 40 });
            // A device keeps what was not acknowledged and sends it again.
            for _ in 0..20 {
                let answer = house.post(&device, &body).await;
                if answer.status() == 200 {
                    let answer: Value = answer.json().await.unwrap();
                    return answer["accepted"].as_u64().unwrap();
                }
                assert!([429, 503].contains(&answer.status().as_u16()), "{}", answer.status());
                assert!(answer.headers().contains_key("retry-after"));
                tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            }
            panic!("twenty refusals");
        });
    }
    let accepted: u64 = posts.join_all().await.into_iter().sum();
    assert_eq!(accepted, 100);
    assert_eq!(
        house.stored(&house.riverbend.devices[0]).await + house.stored(&house.riverbend.devices[1]).await,
        100
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_with_a_known_reading_and_one_that_alarms_is_stored_once_and_alarms_once() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let known = json!({ "seq": 1, "taken_at": house.at(-20.0), "spo2": 97 });
    let low = json!({ "seq": 2, "taken_at": house.at(-10.0), "spo2": 80 });
    assert_eq!(house.post(device, &known).await.status(), 200);
    // The batch goes as if all were new, is refused as a whole, and goes again: rows and alarm are in one commit both times.
    let answer: Value = house.post(device, &json!([known, low])).await.json().await.unwrap();
    assert_eq!(answer, json!({ "accepted": 1, "duplicates": 1, "rejected": [] }));
    let alarms: (i64, i64) = sqlx::query_as(
        "SELECT count(*), (SELECT count(*) FROM alarm_event e JOIN alarm a ON a.id = e.alarm_id WHERE a.device_id = $1) FROM alarm WHERE device_id = $1",
    )
    .bind(device.id.0)
    .fetch_one(house.db.owner())
    .await
    .unwrap();
    assert_eq!((alarms, house.stored(device).await), ((1, 1), 2));
}
