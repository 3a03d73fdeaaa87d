//! The live socket as a page, an outside client and somebody who means harm would use it.

pub mod page;

use std::time::{Duration, Instant};

use domain::alerts::{Alarm, AlarmState, Kind};
use domain::ids::{DeviceId, PatientId, WardId};
use domain::live::{PROTOCOL, PROTOCOL_JSON, ToClient, ToServer, Topic};
use domain::telemetry::Parameter;
use futures::{SinkExt, StreamExt};
use hospital::telemetry::Seen;
use serde_json::json;
use tokio::time::timeout;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::http::{HeaderValue, Request, StatusCode};

use self::page::{PATIENCE, Page, asks, follow, json, may, refusal};
use crate::support::timing::within_a_second;
use crate::support::{TestDevice, Wardlight};

const RAO: &str = "rao@riverbend.example";
const OKAFOR: &str = "okafor@riverbend.example";
impl Wardlight {
    fn ward(&self) -> Topic {
        Topic::Ward(WardId(self.riverbend.ward))
    }

    async fn heart_rate(&self, device: &TestDevice, seq: u32, value: u32) {
        let body = json!({ "seq": seq, "taken_at": self.at(0.0), "heart_rate": value });
        assert_eq!(self.post(device, &body).await.status(), 200);
    }

    async fn doctors_page(&self) -> Page {
        let cookie = self.sign_in(RAO).await.expect("Dr Rao signs in");
        Page::open(self, "/live", &cookie).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dr_rao_sees_the_ward_as_it_stands_and_then_each_change() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    house.heart_rate(device, 1, 70).await;
    let mut page = house.doctors_page().await;
    page.hello().await;
    page.subscribe(house.ward(), None).await;
    let (number, patients, _) = page.snapshot().await;
    let okafor = patients
        .iter()
        .find(|now| now.patient == PatientId(house.riverbend.patients[0]))
        .expect("Okafor");
    assert_eq!(
        okafor.latest.get(Parameter::HeartRate).map(|(value, _)| value),
        Some(70.0)
    );
    assert_eq!(patients.len(), 2);

    house.heart_rate(device, 2, 71).await;
    house.heart_rate(&house.riverbend.devices[1], 1, 90).await;
    let (numbers, rates) = page.until_heart_rate(90.0).await;
    assert_eq!(rates, [71.0, 90.0]);
    assert!(follow(&numbers, number), "{numbers:?} after {number}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_was_away_gets_what_it_missed_once_and_in_order() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let mut page = house.doctors_page().await;
    let run = page.hello().await;
    page.subscribe(house.ward(), None).await;
    page.snapshot().await;
    house.heart_rate(device, 1, 70).await;
    let last = *page.until_heart_rate(70.0).await.0.last().unwrap();
    drop(page);

    for step in 2..5 {
        tokio::time::sleep(Duration::from_millis(260)).await;
        house.heart_rate(device, step, 70 + step).await;
    }
    let mut back = house.doctors_page().await;
    assert_eq!(back.hello().await, run);
    back.subscribe(house.ward(), Some((run, last))).await;
    let (numbers, rates) = back.until_heart_rate(74.0).await;
    assert_eq!(rates, [72.0, 73.0, 74.0]);
    assert!(follow(&numbers, last), "{numbers:?} after {last}");

    // Numbers of another run mean nothing.
    let mut other = house.doctors_page().await;
    other.hello().await;
    other.subscribe(house.ward(), Some((run + 1, last))).await;
    assert!(other.snapshot().await.0 >= last + 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_our_own_pages_open_a_socket_and_only_for_who_is_signed_in() {
    let house = Wardlight::open().await;
    let cookie = house.sign_in(RAO).await.unwrap();
    let with = |change: &dyn Fn(&mut Request<()>)| {
        let mut request = asks(&house, "/live", &cookie, PROTOCOL);
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
    let stranger = HeaderValue::from_static("__Host-wl_staff=AAAAAAAAAAAAAAAAAAAAAA");
    assert_eq!(
        with(&|request| drop(request.headers_mut().insert("cookie", stranger.clone()))).await,
        StatusCode::UNAUTHORIZED
    );
    let other = HeaderValue::from_static("graphql-ws");
    assert_eq!(
        with(&|request| drop(request.headers_mut().insert("sec-websocket-protocol", other.clone()))).await,
        StatusCode::BAD_REQUEST
    );

    // A cookie of the staff does not open the portal's socket.
    assert_eq!(
        refusal(asks(&house, "/my/live", &cookie, PROTOCOL)).await,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_topic_is_asked_for_by_who_reads_it() {
    let house = Wardlight::open().await;
    let (okafor, mwangi) = (house.riverbend.patients[0], house.riverbend.patients[1]);
    let [own, other, elsewhere] = [okafor, mwangi, house.lakeside.patients[0]].map(|id| Topic::Patient(PatientId(id)));
    let monitor = Topic::Device(house.riverbend.devices[0].id);
    let far_ward = Topic::Ward(WardId(house.lakeside.ward));
    let unknown = Topic::Device(DeviceId(uuid::Uuid::now_v7()));

    let mut doctor = house.doctors_page().await;
    doctor.hello().await;
    for (topic, allowed) in [
        (house.ward(), true),
        (other, true),
        (monitor, true),
        (far_ward, false),
        (elsewhere, false),
        (unknown, false),
    ] {
        assert_eq!(may(&mut doctor, topic).await, allowed, "doctor, {topic:?}");
    }
    let cookie = house.sign_in(OKAFOR).await.unwrap();
    let mut patient = Page::open(&house, "/my/live", &cookie).await;
    patient.hello().await;
    for (topic, allowed) in [(own, true), (other, false), (house.ward(), false), (far_ward, false)] {
        assert_eq!(may(&mut patient, topic).await, allowed, "patient, {topic:?}");
    }
    let cookie = house.sign_in("mensah@riverbend.example").await.unwrap();
    let mut technician = Page::open(&house, "/live", &cookie).await;
    technician.hello().await;
    // C17: the one device that is theirs, and who is on it.
    for (topic, allowed) in [(house.ward(), false), (other, false), (own, true), (monitor, true)] {
        assert_eq!(may(&mut technician, topic).await, allowed, "technician, {topic:?}");
    }
    let denied: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE outcome = 'denied'")
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    assert!(denied >= 7, "refusals are recorded: {denied}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_out_sees_nothing_more_within_a_second() {
    let house = Wardlight::open().await;
    let cookie = house.sign_in(RAO).await.unwrap();
    let mut page = Page::open(&house, "/live", &cookie).await;
    let mut nurse = Page::open(
        &house,
        "/live",
        &house.sign_in("achieng@riverbend.example").await.unwrap(),
    )
    .await;
    for open in [&mut page, &mut nurse] {
        open.hello().await;
        open.subscribe(house.ward(), None).await;
        open.snapshot().await;
    }
    let begun = Instant::now();
    let out = house
        .client
        .post(house.url("/sign-out"))
        .header("cookie", &cookie)
        .header("origin", format!("http://{}", house.addr))
        .header("sec-fetch-site", "same-origin");
    assert_eq!(out.send().await.unwrap().status(), 303);
    assert_eq!(page.next_but_changes().await, Ok(ToClient::SignedOut));
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    assert_eq!(page.next().await, Err(Some(4001)));

    house.heart_rate(&house.riverbend.devices[0], 1, 75).await;
    assert_eq!(nurse.until_heart_rate(75.0).await.1, [75.0], "others read on");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_loses_a_role_is_asked_anew_within_a_second() {
    let house = Wardlight::open().await;
    tokio::spawn(hospital::identity::sessions::watch(std::sync::Arc::downgrade(
        &house.house,
    )));
    let cookie = house.sign_in(RAO).await.unwrap();
    let becomes = async |role: &str| {
        let change = sqlx::query("UPDATE role_grant SET role = $2 WHERE user_id = $1").bind(house.user(RAO).await.0);
        let changed = change.bind(role).execute(house.db.owner()).await.unwrap();
        assert_eq!(changed.rows_affected(), 1);
        Instant::now()
    };
    let undo = async || {
        becomes("doctor").await;
    };
    within_a_second(undo, async || {
        let mut page = Page::open(&house, "/live", &cookie).await;
        page.hello().await;
        page.subscribe(house.ward(), None).await;
        page.snapshot().await;
        let begun = becomes("technician").await;
        page.until_rights_change(begun).await
    })
    .await;

    let mut back = Page::open(&house, "/live", &cookie).await;
    back.hello().await;
    assert!(!may(&mut back, house.ward()).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_alarm_change_arrives_while_values_are_merged() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let mut page = house.doctors_page().await;
    page.hello().await;
    page.subscribe(house.ward(), None).await;
    page.snapshot().await;
    const TURNS: u32 = 30;
    let mut posted = 0;
    for turn in 0..TURNS {
        for systolic in [80, 120, 121] {
            posted += 1;
            let body = json!({ "seq": posted, "taken_at": house.at(f64::from(posted) / 100.0 - 60.0), "systolic": systolic, "heart_rate": 60 + turn });
            assert_eq!(house.post(device, &body).await.status(), 200);
        }
    }
    let (mut frames, mut changes) = (0, Vec::new());
    while changes.last() != Some(&(TURNS, "gone")) {
        let ToClient::Change { values, alarms, .. } = page.expect().await else {
            panic!("not a change")
        };
        frames += usize::from(!values.is_empty());
        let pressure = alarms.iter().filter(|alarm| alarm.kind != Kind::Silent);
        changes.extend(pressure.map(|alarm| (alarm.count, alarm.state.name())));
    }
    let all: Vec<_> = (1..=TURNS)
        .flat_map(|count| [(count, "raised"), (count, "gone")])
        .collect();
    changes.dedup();
    assert_eq!(changes, all);
    assert!(
        frames < posted as usize,
        "values were merged: {frames} frames for {posted} readings"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outside_client_reads_json_with_names_and_times() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let cookie = house.sign_in(RAO).await.unwrap();
    let (mut socket, answer) = connect_async(asks(&house, "/live", &cookie, PROTOCOL_JSON))
        .await
        .expect("a live socket");
    assert_eq!(answer.headers()["sec-websocket-protocol"], PROTOCOL_JSON);
    let hello = json(&mut socket).await;
    assert!(
        hello["hello"]["now"].as_str().unwrap().ends_with('Z') && hello["hello"]["run"].is_u64(),
        "{hello}"
    );
    let wish = json!({ "subscribe": { "topic": { "ward": house.riverbend.ward }, "since": null } });
    socket.send(Message::text(wish.to_string())).await.unwrap();
    let snapshot = json(&mut socket).await;
    assert_eq!(
        snapshot["snapshot"]["patients"].as_array().map(Vec::len),
        Some(2),
        "{snapshot}"
    );

    let taken_at = house.at(-1.0);
    house
        .post(
            device,
            &json!({ "seq": 1024, "taken_at": taken_at, "heart_rate": 72, "spo2": 97, "systolic": 80 }),
        )
        .await;
    let (change, value) = loop {
        let change = json(&mut socket).await;
        let values = change["change"]["values"].as_array().cloned().unwrap_or_default();
        if let Some(value) = values.into_iter().find(|value| value["seq"] == 1024) {
            break (change, value);
        }
    };
    assert_eq!(value["patient"], json!(house.riverbend.patients[0]));
    assert_eq!(value["device"], json!(device.id));
    assert_eq!(value["taken_at"], json!(taken_at));
    assert_eq!((&value["heart_rate"], &value["spo2"]), (&json!(72.0), &json!(97.0)));
    let alarms = change["change"]["alarms"].as_array().cloned().unwrap_or_default();
    let alarm = alarms.iter().find(|alarm| alarm["kind"] == "limit").expect("an alarm");
    assert_eq!(
        (&alarm["parameter"], &alarm["side"], &alarm["state"]),
        (&json!("systolic"), &json!("low"), &json!("raised"))
    );

    socket.send(Message::text("\"pong\"")).await.unwrap();
    socket
        .send(Message::text(
            json!({ "unsubscribe": { "topic": { "ward": house.riverbend.ward } } }).to_string(),
        ))
        .await
        .unwrap();
    socket.send(Message::text("not a wish")).await.unwrap();
    let code = loop {
        match timeout(PATIENCE, socket.next()).await.expect("a close in time") {
            Some(Ok(Message::Text(_))) => {}
            Some(Ok(Message::Close(Some(frame)))) => break u16::from(frame.code),
            other => panic!("no close: {other:?}"),
        }
    };
    assert_eq!(code, 1007);
}

/// After a restart every page comes back at once; each right that is asked for is recorded before anything is shown.
#[tokio::test(flavor = "multi_thread")]
async fn many_pages_that_come_at_once_are_all_served() {
    let house = Wardlight::open().await;
    let cookie = house.sign_in(RAO).await.unwrap();
    let mut pages = Vec::new();
    for _ in 0..60 {
        pages.push(Page::open(&house, "/live", &cookie).await);
    }
    let begun = Instant::now();
    for page in &mut pages {
        page.hello().await;
        page.subscribe(house.ward(), None).await;
    }
    for page in &mut pages {
        page.snapshot().await;
    }
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn wishes_are_short_and_few() {
    let house = Wardlight::open().await;
    let mut long = house.doctors_page().await;
    long.hello().await;
    long.socket.send(Message::binary(vec![0; 5_000])).await.unwrap();
    assert!(long.next().await.is_err());

    let mut greedy = house.doctors_page().await;
    greedy.hello().await;
    for _ in 0..200 {
        if greedy
            .socket
            .send(Message::binary(
                postcard::to_allocvec(&ToServer::Unsubscribe { topic: house.ward() }).unwrap(),
            ))
            .await
            .is_err()
        {
            break;
        }
    }
    assert_eq!(greedy.next().await, Err(Some(1008)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stops_says_goodbye() {
    let house = Wardlight::open().await;
    let mut page = house.doctors_page().await;
    page.hello().await;
    let goodbye = tokio::spawn({
        let hub = house.state.hub.clone();
        async move { hub.close_all().await }
    });
    assert_eq!(page.next().await, Err(Some(1001)));
    goodbye.await.unwrap();
}

/// A reader that stops reading is held to a bound and cut off; who sits beside it notices nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_stops_reading_is_cut_off_and_harms_nobody() {
    let house = Wardlight::open().await;
    let device = house.riverbend.devices[0].clone();
    house
        .post(
            &device,
            &json!({ "seq": 1, "taken_at": house.at(-1.0), "systolic": 70 }),
        )
        .await;
    let (mut slow, mut quick) = (house.doctors_page().await, house.doctors_page().await);
    for page in [&mut slow, &mut quick] {
        page.hello().await;
        page.subscribe(house.ward(), None).await;
        page.snapshot().await;
    }
    let standing = house
        .house
        .now
        .open_alarms(&[PatientId(house.riverbend.patients[0])], Seen::Everywhere)
        .pop()
        .expect("an alarm");
    let long_note = "x".repeat(64 * 1024);
    let (mut told, begun) = (0_u32, Instant::now());
    let mut heard = 0;
    // 64 KiB a change, which nobody may merge: more than the machine keeps for a socket that is not read.
    while begun.elapsed() < Duration::from_secs(13) {
        told += 1;
        let state = AlarmState::Acknowledged {
            by: "Dr Anika Rao".into(),
            at: standing.raised_at,
            note: Some(long_note.clone()),
        };
        let changed = Alarm {
            state,
            version: standing.version + told,
            count: told,
            ..standing.clone()
        };
        house.house.now.alarms_changed(standing.device, vec![changed]);
        while heard < told {
            let ToClient::Change { alarms, .. } = quick.expect().await else {
                continue;
            };
            heard = alarms.iter().map(|alarm| alarm.count).max().unwrap_or(heard);
        }
        if told > 600 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    let mut read = 0;
    while slow.next().await.is_ok() {
        read += 1;
    }
    assert!(
        begun.elapsed() < Duration::from_secs(25),
        "cut off late: {:?}",
        begun.elapsed()
    );
    assert!(read < told / 2, "cut off long before the end: {read} of {told}");
}
