//! Texts that PostgreSQL does not take (U+0000), and times that it does not know: whoever sends them is told, and nothing of ours breaks.

use reqwest::Response;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::sign_in::{RAO, form, page};
use crate::support::Wardlight;

/// Calls a server function as the page does.
async fn call(at: &Wardlight, path: &str, cookie: &str, body: &Value) -> Response {
    let request = at.client.post(at.url(path)).header("cookie", cookie);
    request
        .header("origin", format!("http://{}", at.addr))
        .json(body)
        .send()
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_firmware_that_cannot_be_shown_is_a_fault_of_its_field() {
    let at = Wardlight::open().await;
    let device = &at.riverbend.devices[0];
    let beat = async |firmware: &str| {
        let body = json!({ "status": "normal", "firmware": firmware });
        at.post_to(device, "heartbeat", &body).await
    };
    for firmware in ["a\0", "a\u{202e}b", "a\nb", &"a".repeat(65)] {
        let answer = beat(firmware).await;
        assert_eq!(answer.status(), 422, "{firmware:?}");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["errors"][0]["field"], "firmware", "{firmware:?}");
        assert!(problem["errors"][0]["reason"].as_str().unwrap().contains("printable"));
    }
    assert_eq!(beat("Überwacher 1.0 µ").await.status(), 204);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_cannot_be_shown_is_refused_and_one_of_two_lines_is_not() {
    let at = Wardlight::open().await;
    let low = json!({ "seq": 1, "taken_at": at.at(0.0), "systolic": 70 });
    at.post(&at.riverbend.devices[0], &low).await;
    let alarm: Uuid = sqlx::query_scalar("SELECT id FROM alarm")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let doctor = at.sign_in(RAO).await.unwrap();
    let note = |note: &str| json!({ "alarm": alarm, "note": note });
    let path = "/api/fn/alerts/acknowledge";
    assert_eq!(call(&at, path, &doctor, &note("seen\0")).await.status(), 422);
    let fields = [
        ("alarm", alarm.to_string()),
        ("note", "seen\0".to_owned()),
        ("back", "/ward".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let plain = form(&at, "/alarms/acknowledge", &fields).header("cookie", &doctor);
    assert_eq!(plain.send().await.unwrap().status(), 422);
    assert_eq!(
        call(&at, path, &doctor, &note("seen\r\n\tمی\u{200c}بینم"))
            .await
            .status(),
        200
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_nobody_can_type_is_told_at_its_field() {
    let at = Wardlight::open().await;
    for login in ["rao\0@riverbend.example", "+254 \0 700", "\0"] {
        let answer = form(&at, "/sign-in", &[("login", login), ("password", "a\0b")])
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 303, "{login:?}");
        let flash = answer.headers()["set-cookie"]
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let said = page(&at, "/sign-in", &flash).await.text().await.unwrap();
        assert!(
            said.contains("Enter your e-mail address or phone number."),
            "{login:?}: {said}"
        );
    }
    // A password is hashed, never stored: any text may be one.
    let answer = form(&at, "/sign-in", &[("login", RAO), ("password", "a\0b")])
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_that_nobody_was_given_break_nothing() {
    let at = Wardlight::open().await;
    let technician = at.sign_in("mensah@riverbend.example").await.unwrap();
    assert_eq!(page(&at, "/devices?after=a%00", &technician).await.status(), 422);
    let after = json!({ "after": "a\0" });
    assert_eq!(
        call(&at, "/api/fn/devices/list", &technician, &after).await.status(),
        422
    );
    let doctor = at.sign_in(RAO).await.unwrap();
    let patient = at.riverbend.patients[1];
    // The year 294247.
    let before = i64::MAX;
    let path = format!("/patients/{patient}?before={before}.1");
    assert_eq!(page(&at, &path, &doctor).await.status(), 200);
    let body = json!({ "patient": patient, "before": [before, 1] });
    assert_eq!(
        call(&at, "/api/fn/telemetry/list_readings", &doctor, &body)
            .await
            .status(),
        200
    );
    let strange = at
        .client
        .get(at.url("/ward?%00=%00"))
        .header("cookie", &doctor)
        .header("accept", "text/html");
    let strange = strange.header("user-agent", "Chrome/\u{1}").send().await;
    assert!(
        strange.map_or(true, |answer| answer.status() == 200),
        "a header with a control character is no header"
    );
}
