//! A gateway: one credential, a list of machines. An admin makes it and says for whom it speaks; it posts for them, and for nobody else.

use reqwest::Response;
use serde_json::{Value, json};

use crate::hl7::gateway;
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::post_and_read;

async fn batch(at: &Wardlight, token: &str, body: &Value) -> Response {
    let request = at.client.post(at.url("/api/v1/devices/batch")).bearer_auth(token);
    request.json(body).send().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_posts_for_many_and_each_is_answered_for_itself() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Ward 4", &[], &[0, 1]).await;
    let [first, second] = [&at.riverbend.devices[0], &at.riverbend.devices[1]];
    let other = &at.lakeside.devices[0];
    let body = json!({ "machines": [
        { "device_id": first.id, "readings": [
            { "seq": 1, "taken_at": at.at(-2.0), "spo2": 97 },
            { "seq": 2, "taken_at": at.at(-1.0), "spo2": 197 },
        ]},
        { "device_id": second.id, "heartbeat": { "status": "normal", "firmware": "2.1" }, "readings": { "seq": 1, "taken_at": at.at(0.0), "blood_flow": 300, "recirculation": 11 } },
        { "device_id": other.id, "readings": [{ "seq": 1, "taken_at": at.at(0.0), "spo2": 97 }] },
        { "device_id": "no id", "readings": [] },
        { "device_id": first.id, "heartbeat": { "status": "splendid", "firmware": "2.1" } },
    ]});
    let answer = batch(&at, &token, &body).await;
    assert_eq!(answer.status(), 200);
    let said: Value = answer.json().await.unwrap();
    let machines = said["machines"].as_array().unwrap();
    assert_eq!(
        (&machines[0]["accepted"], &machines[0]["rejected"][0]["field"]),
        (&json!(1), &json!("spo2"))
    );
    assert_eq!(
        (&machines[1]["accepted"], &machines[1]["device_id"]),
        (&json!(1), &json!(second.id))
    );
    for (place, status) in [(2, 404), (3, 404), (4, 422)] {
        assert_eq!(
            machines[place]["problem"]["status"], status,
            "{place}: {}",
            machines[place]
        );
    }
    assert_eq!(
        (at.stored(first).await, at.stored(second).await, at.stored(other).await),
        (1, 1, 0)
    );
    let heard: String = sqlx::query_scalar("SELECT firmware FROM device_report WHERE device_id = $1")
        .bind(second.id.0)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(heard, "2.1");
    // Sent again it is known again.
    let again: Value = batch(&at, &token, &body).await.json().await.unwrap();
    assert_eq!(
        (&again["machines"][0]["accepted"], &again["machines"][0]["duplicates"]),
        (&json!(0), &json!(1))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_way_to_be_wrong_has_its_status() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Ward 4", &[], &[0]).await;
    let device = at.riverbend.devices[0].clone();
    let good = json!({ "machines": [{ "device_id": device.id, "readings": { "seq": 1, "taken_at": at.at(0.0), "spo2": 97 } }] });
    let elsewhere = json!({ "machines": [{ "device_id": at.lakeside.devices[0].id, "readings": [] }] });
    let many: Vec<Value> = (0..2_001)
        .map(|seq| json!({ "seq": seq, "taken_at": at.at(0.0), "spo2": 97 }))
        .collect();
    let many = json!({ "machines": [{ "device_id": device.id, "readings": many[..1_000] }, { "device_id": device.id, "readings": many[1_000..] }] });
    for (name, token, body, expected) in [
        ("the token of a device", device.token.as_str(), &good, 401),
        ("a wrong token", "wlg_0", &good, 401),
        ("nothing that is its own", &token, &elsewhere, 422),
        ("a list", &token, &json!([]), 422),
        ("an unknown field", &token, &json!({ "machines": [], "more": 1 }), 422),
        ("too many readings", &token, &many, 413),
        ("nobody", &token, &json!({ "machines": [] }), 200),
    ] {
        let answer = batch(&at, token, body).await;
        assert_eq!(answer.status(), expected, "{name}");
        if expected != 200 {
            assert_eq!(answer.headers()["content-type"], "application/problem+json", "{name}");
        }
    }
    assert_eq!(at.stored(&device).await, 0);
    // A gateway speaks through its own door only.
    let door = at.url(&format!("/api/v1/devices/{}/readings", device.id));
    let answer = at
        .client
        .post(door)
        .bearer_auth(&token)
        .json(&json!({ "seq": 1, "taken_at": at.at(0.0), "spo2": 97 }));
    assert_eq!(answer.send().await.unwrap().status(), 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_says_for_whom_it_speaks_and_what_is_taken_back_ends_at_once() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Ward 4", &[], &[0]).await;
    let device = at.riverbend.devices[0].id.to_string();
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM gateway")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = id.to_string();
    let mut seq = 0;
    let mut posts = async |token: &str| {
        seq += 1;
        let body = json!({ "machines": [{ "device_id": device, "readings": { "seq": seq, "taken_at": at.at(0.0), "spo2": 97 } }] });
        batch(&at, token, &body).await.status().as_u16()
    };
    assert_eq!(posts(&token).await, 200);
    let html = page(&at, "/hospital/gateways", &haddad).await.text().await.unwrap();
    assert!(
        html.contains("Ward 4") && !html.contains(&token),
        "a token is shown once"
    );

    // A machine has one voice; a name is given once; what cannot be read is named.
    for (fields, said) in [
        (vec![("name", "ward 4")], "A gateway of this hospital has this name."),
        (vec![("name", "")], "Give the gateway a name."),
        (vec![("name", "B"), ("application", "HD")], "give both, or neither"),
        (
            vec![("name", "B"), ("application", "HD"), ("networks", "everywhere")],
            "Write networks as",
        ),
        (
            vec![("name", "B"), ("every_seconds", "0")],
            "Give a whole number of seconds from 1 to 300.",
        ),
    ] {
        let html = post_and_read(&at, "/hospital/gateways", &haddad, &fields).await;
        assert!(html.contains(said), "{said}: {html}");
    }
    gateway(&at, "Another", &[], &[]).await;
    let another: uuid::Uuid = sqlx::query_scalar("SELECT id FROM gateway WHERE name = 'Another'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let another = another.to_string();
    let html = post_and_read(
        &at,
        "/hospital/gateways/add",
        &haddad,
        &[("gateway", &another), ("device", &device)],
    )
    .await;
    assert!(html.contains("A gateway speaks for this machine already."), "{html}");
    let foreign = at.lakeside.devices[0].id.to_string();
    let html = post_and_read(
        &at,
        "/hospital/gateways/add",
        &haddad,
        &[("gateway", &another), ("device", &foreign)],
    )
    .await;
    assert!(html.contains("Choose a device of this hospital."), "{html}");

    let html = post_and_read(&at, "/hospital/gateways/token", &haddad, &[("gateway", &id)]).await;
    let next = format!("wlg_{}", html.split("wlg_").nth(1).unwrap().get(..64).unwrap());
    assert_eq!((posts(&token).await, posts(&next).await), (401, 200));
    post_and_read(
        &at,
        "/hospital/gateways/remove",
        &haddad,
        &[("gateway", &id), ("device", &device)],
    )
    .await;
    assert_eq!(posts(&next).await, 422, "not on the list any more");
    post_and_read(
        &at,
        "/hospital/gateways/add",
        &haddad,
        &[("gateway", &id), ("device", &device)],
    )
    .await;
    assert_eq!(posts(&next).await, 200);
    post_and_read(&at, "/hospital/gateways/end", &haddad, &[("gateway", &id)]).await;
    assert_eq!(posts(&next).await, 401);
    // Its machine is free for another.
    let html = post_and_read(
        &at,
        "/hospital/gateways/add",
        &haddad,
        &[("gateway", &another), ("device", &device)],
    )
    .await;
    assert!(
        html.contains("The gateway speaks for this machine from now on."),
        "{html}"
    );
    // Each of it stands in the audit.
    let told: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT action FROM audit_entry WHERE action LIKE 'gateway.%' AND outcome = 'allowed' ORDER BY action",
    )
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    assert_eq!(
        told,
        [
            "gateway.add_machine",
            "gateway.end",
            "gateway.make",
            "gateway.remove_machine",
            "gateway.renew"
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_admin_of_another_hospital_reaches_none_of_it() {
    let at = Wardlight::open().await;
    gateway(&at, "Ward 4", &[], &[0]).await;
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM gateway")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let (id, device) = (id.to_string(), at.riverbend.devices[0].id.to_string());
    let (_, cookie) = at.colleague(at.lakeside.id, domain::actor::Role::HospitalAdmin).await;
    for door in ["token", "end", "add", "remove"] {
        let fields = [("gateway", id.as_str()), ("device", &device)];
        let answer =
            crate::sign_in::form(&at, &format!("/hospital/gateways/{door}"), &fields).header("cookie", &cookie);
        let status = answer.send().await.unwrap().status().as_u16();
        // A session that was opened without a password proves itself first; then there is nothing.
        assert!([303, 404].contains(&status), "{door}: {status}");
    }
    let left: (i64, i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM gateway WHERE ended_at IS NULL), (SELECT count(*) FROM gateway_token WHERE revoked_at IS NULL), (SELECT count(*) FROM gateway_device WHERE removed_at IS NULL)",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert_eq!(left, (1, 1, 1));
}
