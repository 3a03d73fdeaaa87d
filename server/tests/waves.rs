//! The curves of bedside monitors: what is taken in and refused, what is written around an alarm and for whom, and when it goes.

mod socket;

use domain::ids::AlarmId;
use domain::waves::Channel;
use hospital::waves::{drop_strips, write_strips};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{Body, knock, page};

/// A second of the ECG that begins so many seconds from now.
fn second(at: &Wardlight, after: f64) -> Value {
    json!({ "channel": "ecg_ii", "started_at": at.at(after), "hz": 125, "step": 0.005, "samples": vec![7; 125] })
}

async fn post(at: &Wardlight, chunks: Vec<Value>) -> reqwest::Response {
    let device = &at.riverbend.devices[0];
    at.post_to(device, "waves", &json!({ "chunks": chunks })).await
}

/// What the monitor drew from a minute ago on, then an alarm of its limit.
async fn alarm_after_a_minute(at: &Wardlight) -> AlarmId {
    let device = &at.riverbend.devices[0];
    let now = at.house.clock.now();
    for ten in 0..6 {
        let chunk = json!({
            "channel": "ecg_ii", "started_at": domain::time::rfc3339(now.plus_seconds(f64::from(ten) * 10.0 - 60.0)),
            "hz": 125, "step": 0.005, "samples": vec![7; 1_250],
        });
        assert_eq!(post(at, vec![chunk]).await.status(), 200);
    }
    let low = json!({ "seq": 1, "taken_at": domain::time::rfc3339(now), "systolic": 70 });
    assert_eq!(at.post(device, &low).await.status(), 200);
    let alarms = at.house.now.alarms_of(device.id);
    assert_eq!(alarms.len(), 1, "{alarms:?}");
    alarms[0].id
}

/// Samples that are written of an alarm.
async fn written(at: &Wardlight, alarm: AlarmId) -> i64 {
    sqlx::query_scalar("SELECT coalesce(sum(samples), 0)::bigint FROM alarm_curve WHERE alarm_id = $1")
        .bind(alarm.0)
        .fetch_one(at.db.owner())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chunk_is_taken_once_and_held() {
    let at = Wardlight::open().await;
    let chunk = second(&at, -1.0);
    let answer: Value = post(&at, vec![chunk.clone()]).await.json().await.unwrap();
    assert_eq!(answer, json!({ "accepted": 1, "duplicates": 0 }));
    let answer: Value = post(&at, vec![chunk]).await.json().await.unwrap();
    assert_eq!(answer, json!({ "accepted": 0, "duplicates": 1 }));
    let (device, now) = (at.riverbend.devices[0].id, at.house.clock.now());
    let held = at
        .house
        .curves
        .between(device, Channel::EcgIi, now.plus_seconds(-60.0), now.plus_seconds(60.0));
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].samples, vec![7; 125]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_and_nothing_of_it_is_held() {
    let at = Wardlight::open().await;
    let wrong = |name: &str, value: Value| {
        let mut chunk = second(&at, -1.0);
        chunk[name] = value;
        chunk
    };
    for (field, value) in [
        ("channel", json!("eeg")),
        ("hz", json!(60)),
        ("hz", json!(-9_000_000_000_i64)),
        ("step", json!(0)),
        ("samples", json!([])),
        ("samples", json!([40_000])),
        ("samples", json!(vec![0; 1_251])),
        ("started_at", json!("yesterday")),
        ("started_at", json!(at.at(-700.0))),
        ("started_at", json!(at.at(700.0))),
    ] {
        let answer = post(&at, vec![wrong(field, value)]).await;
        assert_eq!(answer.status(), 422, "{field}");
        let said = answer.text().await.unwrap();
        assert!(said.contains(field), "{field}: {said}");
    }
    assert_eq!(
        post(&at, vec![wrong("more", json!(1))]).await.status(),
        422,
        "a field that nobody knows"
    );
    assert_eq!(post(&at, Vec::new()).await.status(), 422);
    assert_eq!(post(&at, vec![second(&at, -1.0); 11]).await.status(), 422);
    assert_eq!(at.house.curves.samples(), 0);
    assert_eq!(post(&at, vec![second(&at, -1.0)]).await.status(), 200);
    assert_eq!(
        post(&at, vec![second(&at, -1.5)]).await.status(),
        409,
        "it lies over the first"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lies_around_an_alarm_is_written_and_nothing_else() {
    let at = Wardlight::open().await;
    assert_eq!(write_strips(&at.house).await.unwrap(), 0);
    let alarm = alarm_after_a_minute(&at).await;
    assert!(write_strips(&at.house).await.unwrap() > 0);
    assert_eq!(written(&at, alarm).await, 60 * 125);
    assert_eq!(write_strips(&at.house).await.unwrap(), 0, "the rest is not over yet");
    at.later(60);
    assert_eq!(post(&at, vec![second(&at, 0.0)]).await.status(), 200);
    at.later(400);
    assert_eq!(
        post(&at, vec![second(&at, 0.0)]).await.status(),
        200,
        "more than five minutes after it"
    );
    assert_eq!(write_strips(&at.house).await.unwrap(), 1);
    assert_eq!(written(&at, alarm).await, 61 * 125);
    assert_eq!(write_strips(&at.house).await.unwrap(), 0, "it is whole");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_the_record_reads_the_curves_and_nobody_else() {
    let at = Wardlight::open().await;
    let alarm = alarm_after_a_minute(&at).await;
    write_strips(&at.house).await.unwrap();
    let patient = at.riverbend.patients[0];
    let (list, strip) = (
        format!("/patients/{patient}/curves"),
        format!("/patients/{patient}/curves/{alarm}"),
    );
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    let shown = page(&at, &list, &rao, &[]).await;
    assert!(shown.contains(&strip), "{shown}");
    let shown = page(&at, &strip, &rao, &[]).await;
    assert!(
        shown.contains("mm-strip__curve") && shown.contains("mm-strip__alarm"),
        "{shown}"
    );
    assert!(
        shown.contains("12.0 / 18 s"),
        "12 s before the alarm, and nothing after it yet"
    );
    let other = at.riverbend.patients[1];
    let status = async |path: &str, who: &str| knock(&at, &Method::GET, path, &Body::None, who).await.status();
    assert_eq!(
        status(&format!("/patients/{other}/curves/{alarm}"), &rao).await,
        404,
        "of somebody else"
    );
    assert_eq!(
        status(&format!("/patients/{patient}/curves/{}", Uuid::now_v7()), &rao).await,
        404
    );
    let now = page(&at, &format!("/patients/{patient}/monitor"), &rao, &[]).await;
    assert!(
        now.contains("mm-strip__curve")
            && now.contains("/charts/curves/")
            && now.contains(&format!("/ws/waves/{patient}")),
        "{now}"
    );
    let chart = page(&at, &format!("/patients/{patient}"), &rao, &[]).await;
    assert!(
        chart.contains(&format!("/patients/{patient}/monitor")),
        "the chart leads there"
    );
    let part = page(&at, &format!("/charts/curves/{patient}"), &rao, &[]).await;
    assert!(part.contains("mm-strip__curve"), "{part}");
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    assert_eq!(status(&strip, &haddad).await, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_curves_go_when_readings_of_their_age_go() {
    let at = Wardlight::open().await;
    let alarm = alarm_after_a_minute(&at).await;
    write_strips(&at.house).await.unwrap();
    assert_eq!(drop_strips(&at.house, 1).await.unwrap(), 0);
    at.later(2 * 86_400);
    assert!(drop_strips(&at.house, 1).await.unwrap() > 0);
    assert_eq!(written(&at, alarm).await, 0);
}
