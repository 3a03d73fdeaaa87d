//! Alarms from the reading to the doctor: raised with the reading, answered by a person, gone and closed; kept over a restart.

use std::time::Duration;

use domain::actor::{Actor, Role};
use domain::alerts::{Alarm, AlarmState, Kind, Priority, Side};
use domain::ids::{AlarmId, PatientId, UserId};
use domain::telemetry::Parameter;
use hospital::telemetry::{Seen, load_placements, rebuild};
use hospital::{Clock, Ctx, HospitalError, House, Keys};
use serde_json::json;
use uuid::Uuid;

use crate::support::Wardlight;

impl Wardlight {
    /// Dr Rao's context.
    pub async fn doctor(&self, email: &str) -> Ctx {
        let user = self.user(email).await.0;
        let hospital = if email.contains("riverbend") {
            self.riverbend.id
        } else {
            self.lakeside.id
        };
        let actor = Actor::staff(UserId(user), hospital, vec![Role::Doctor]);
        Ctx::new(self.house.clone(), actor, Uuid::now_v7())
    }

    /// What values raised. That the devices of a test are silent after ten seconds is another story.
    fn open_alarms(&self) -> Vec<Alarm> {
        self.all_alarms()
            .into_iter()
            .filter(|alarm| alarm.kind != Kind::Silent)
            .collect()
    }

    fn all_alarms(&self) -> Vec<Alarm> {
        let patients: Vec<PatientId> = self.riverbend.patients.iter().map(|id| PatientId(*id)).collect();
        self.house.now.open_alarms(&patients, Seen::Everywhere)
    }
}

const PRESSURE_LOW: Kind = Kind::Limit(Parameter::Systolic, Side::Low);

#[tokio::test(flavor = "multi_thread")]
async fn a_low_pressure_is_an_alarm_until_it_is_well_and_somebody_has_seen_it() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let post = |seq: i64, systolic: i64| {
        let body = json!({ "seq": seq, "taken_at": house.at(-100.0 + seq as f64), "systolic": systolic });
        let house = &house;
        async move { assert_eq!(house.post(device, &body).await.status(), 200) }
    };
    post(1, 120).await;
    assert!(house.open_alarms().is_empty());
    post(2, 88).await;
    post(3, 86).await;
    let raised = house.open_alarms();
    assert_eq!(raised.len(), 1, "a value that stays low is the same alarm");
    assert_eq!(
        (raised[0].kind, raised[0].priority, &raised[0].state, raised[0].count),
        (PRESSURE_LOW, Priority::High, &AlarmState::Raised, 1)
    );
    assert_eq!(raised[0].patient, Some(PatientId(house.riverbend.patients[0])));

    // Well again before anybody looked: it stays listed. Low again: the same alarm, counted.
    post(4, 118).await;
    assert!(matches!(house.open_alarms()[0].state, AlarmState::Gone { .. }));
    post(5, 85).await;
    assert_eq!((house.open_alarms().len(), house.open_alarms()[0].count), (1, 2));

    let ctx = house.doctor("rao@riverbend.example").await;
    let answered = hospital::alerts::acknowledge(&ctx, raised[0].id, Some("Fluids running".into()))
        .await
        .unwrap();
    let AlarmState::Acknowledged { by, note, .. } = &answered.state else {
        panic!("{answered:?}")
    };
    assert_eq!((by.as_str(), note.as_deref()), ("Dr Anika Rao", Some("Fluids running")));
    let twice = hospital::alerts::acknowledge(&ctx, raised[0].id, None).await;
    assert!(matches!(twice, Err(HospitalError::Conflict(_))), "{twice:?}");

    post(6, 119).await;
    assert!(house.open_alarms().is_empty(), "seen and well: closed");
    let events: Vec<String> = sqlx::query_scalar("SELECT event FROM alarm_event WHERE alarm_id = $1 ORDER BY id")
        .bind(raised[0].id.0)
        .fetch_all(house.db.owner())
        .await
        .unwrap();
    assert_eq!(events, ["raised", "gone", "again", "acknowledged", "closed"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn late_readings_do_not_raise_old_alarms() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    house
        .post(
            device,
            &json!({ "seq": 2, "taken_at": house.at(-10.0), "systolic": 120 }),
        )
        .await;
    let late = house
        .post(
            device,
            &json!({ "seq": 1, "taken_at": house.at(-600.0), "systolic": 60 }),
        )
        .await;
    assert_eq!(late.status(), 200);
    assert_eq!(house.stored(device).await, 2, "it is stored in its place");
    assert!(house.open_alarms().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn alarms_and_values_survive_a_restart() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    house
        .post(
            device,
            &json!({ "seq": 1, "taken_at": house.at(-3_600.0), "temperature": 38.2 }),
        )
        .await;
    house
        .post(
            device,
            &json!({ "seq": 2, "taken_at": house.at(-10.0), "systolic": 80, "diastolic": 50 }),
        )
        .await;
    let before = (house.all_alarms(), house.house.now.device(device.id).unwrap().latest);

    let again = House::new(
        house.db.app.clone(),
        house.db.ingest.clone(),
        Clock::system(),
        Keys::for_tests(),
    );
    load_placements(&again, None).await.unwrap();
    rebuild(&again, &again.now.devices()).await.unwrap();
    let patients: Vec<PatientId> = house.riverbend.patients.iter().map(|id| PatientId(*id)).collect();
    assert_eq!(
        (
            again.now.open_alarms(&patients, Seen::Everywhere),
            again.now.device(device.id).unwrap().latest
        ),
        before
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_says_nothing_for_ten_seconds_is_an_alarm_and_its_next_word_ends_it() {
    let house = Wardlight::open().await;
    let device = house.riverbend.devices[0].clone();
    let heartbeat =
        json!({ "status": "normal", "firmware": "1.0", "intervals": { "heart_rate": 1.0 }, "readings_waiting": 0 });
    let beat = || {
        house
            .client
            .post(house.url(&format!("/api/v1/devices/{}/heartbeat", device.id)))
            .bearer_auth(&device.token)
            .json(&heartbeat)
            .send()
    };
    assert_eq!(beat().await.unwrap().status(), 204);
    let silent = |house: &Wardlight| {
        house
            .all_alarms()
            .into_iter()
            .any(|alarm| alarm.kind == Kind::Silent && alarm.device == device.id)
    };
    tokio::time::sleep(Duration::from_secs(8)).await;
    assert!(!silent(&house), "eight seconds are not silence");
    tokio::time::sleep(Duration::from_millis(3_500)).await;
    assert!(silent(&house), "more than ten seconds are");
    assert_eq!(beat().await.unwrap().status(), 204);
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!silent(&house), "the device is heard again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_elsewhere_does_not_learn_that_the_alarm_exists() {
    let house = Wardlight::open().await;
    house
        .post(
            &house.riverbend.devices[0],
            &json!({ "seq": 1, "taken_at": house.at(0.0), "systolic": 70 }),
        )
        .await;
    let alarm = house.open_alarms()[0].id;
    let elsewhere = house.doctor("silva@lakeside.example").await;
    for id in [alarm, AlarmId(Uuid::now_v7())] {
        let refused = hospital::alerts::acknowledge(&elsewhere, id, None).await;
        assert!(matches!(refused, Err(HospitalError::NotFound)), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_session_of_the_same_person_goes_on_with_their_alarms_and_values() {
    let house = Wardlight::open().await;
    let device = house.riverbend.devices[0].clone();
    let low = json!({ "seq": 1, "taken_at": house.at(-30.0), "spo2": 88, "systolic": 70 });
    assert_eq!(house.post(&device, &low).await.status(), 200);
    assert_eq!(house.open_alarms().len(), 2);
    let begin = house
        .client
        .post(house.url(&format!("/api/v1/devices/{}/sessions", device.id)))
        .bearer_auth(&device.token);
    let begun = begin
        .json(&json!({ "started_at": house.at(-10.0) }))
        .send()
        .await
        .unwrap();
    assert_eq!(begun.status(), 201);
    let late = json!({ "seq": 2, "taken_at": house.at(-20.0), "heart_rate": 61 });
    assert_eq!(house.post(&device, &late).await.status(), 200);
    assert!(
        house.open_alarms().iter().all(Alarm::is_standing),
        "{:?}",
        house.open_alarms()
    );
    let latest = house.house.now.device(device.id).unwrap().latest;
    assert_eq!(latest.get(Parameter::Spo2).map(|(value, _)| value), Some(88.0));
    assert_eq!(latest.get(Parameter::HeartRate).map(|(value, _)| value), Some(61.0));
    let well = json!({ "seq": 3, "taken_at": house.at(-5.0), "spo2": 97, "systolic": 120 });
    assert_eq!(house.post(&device, &well).await.status(), 200);
    let left = house.open_alarms();
    assert_eq!(left.len(), 1, "the high one stays for somebody to see: {left:?}");
    assert!(left[0].sentence().contains("was 70") && left[0].sentence().contains("now 120"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worst_value_is_kept_although_it_raised_nothing() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    for (seq, systolic) in [(1, 88), (2, 64), (3, 71), (4, 118)] {
        let body = json!({ "seq": seq, "taken_at": house.at(-60.0 + seq as f64), "systolic": systolic });
        assert_eq!(house.post(device, &body).await.status(), 200);
    }
    let alarm = house.open_alarms().remove(0);
    assert_eq!(alarm.sentence(), "Systolic was 64\u{a0}mmHg, now 118\u{a0}mmHg");
    let stored: Option<f32> = sqlx::query_scalar("SELECT worst FROM alarm WHERE id = $1")
        .bind(alarm.id.0)
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    assert_eq!(stored, Some(64.0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_that_is_not_stored_raises_nothing() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let at = house.at(-10.0);
    let first = json!({ "seq": 1, "taken_at": at, "heart_rate": 70 });
    assert_eq!(house.post(device, &first).await.status(), 200);
    let other = json!([{ "seq": 1, "taken_at": at, "spo2": 80 }, { "seq": 2, "taken_at": at, "heart_rate": 71 }]);
    let answer: serde_json::Value = house.post(device, &other).await.json().await.unwrap();
    assert_eq!(answer["conflicts"], json!([0]));
    let alarms: i64 = sqlx::query_scalar("SELECT count(*) FROM alarm WHERE kind = 'limit'")
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    assert_eq!((alarms, house.open_alarms().len()), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_alone_ends_silence_also_after_a_restart() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let recorder = &house.state.recorder;
    let silence = |of: &House| {
        let alarms = of.now.alarms_of(device.id);
        (
            of.now.is_silent(device.id),
            alarms.iter().filter(|alarm| alarm.kind == Kind::Silent).count(),
        )
    };
    let now = house.house.clock.now();
    for fallen in house.house.now.fall_silent(now) {
        recorder.silent(fallen, now).unwrap();
    }
    until(|| silence(&house.house) == (true, 1)).await;
    let again = House::new(
        house.db.app.clone(),
        house.db.ingest.clone(),
        Clock::system(),
        Keys::for_tests(),
    );
    load_placements(&again, None).await.unwrap();
    rebuild(&again, &again.now.devices()).await.unwrap();
    assert_eq!(silence(&again), (true, 1), "a restart knows that it was silent");
    let body = json!({ "seq": 1, "taken_at": house.at(0.0), "heart_rate": 70 });
    assert_eq!(house.post(device, &body).await.status(), 200);
    until(|| silence(&house.house) == (false, 0)).await;
}

/// A body that was stored on the way holds the whole story of an alarm: nothing of it is left out because it came at once.
#[tokio::test(flavor = "multi_thread")]
async fn one_body_may_raise_end_and_raise_again_and_each_step_is_written() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    let readings = [(70, 97), (120, 97), (121, 97), (60, 88), (61, 97), (62, 97)];
    let body: Vec<_> = (1..)
        .zip(readings)
        .map(|(seq, (systolic, spo2))| {
            json!({ "seq": seq, "taken_at": house.at(-60.0 + f64::from(seq)), "systolic": systolic, "diastolic": 50, "spo2": spo2 })
        })
        .collect();
    assert_eq!(house.post(device, &json!(body)).await.status(), 200);
    let story: Vec<(String, String)> = sqlx::query_as(
        "SELECT a.parameter, string_agg(e.event, ' ' ORDER BY e.id)
           FROM alarm a JOIN alarm_event e ON e.alarm_id = a.id
          WHERE a.device_id = $1 GROUP BY a.id, a.parameter ORDER BY a.parameter",
    )
    .bind(device.id.0)
    .fetch_all(house.db.owner())
    .await
    .unwrap();
    let told = |parameter: &str, events: &str| (parameter.to_owned(), events.to_owned());
    assert_eq!(
        story,
        [told("spo2", "raised closed"), told("systolic", "raised gone again")]
    );
    let stands = house.open_alarms();
    assert_eq!(stands.len(), 1, "{stands:?}");
    assert_eq!((stands[0].count, stands[0].value), (2, Some(60.0)));
    let rows: Vec<(String, i32, Option<f32>)> =
        sqlx::query_as("SELECT state, version, worst FROM alarm WHERE device_id = $1 ORDER BY parameter")
            .bind(device.id.0)
            .fetch_all(house.db.owner())
            .await
            .unwrap();
    let version = i32::try_from(stands[0].version).unwrap();
    assert_eq!(
        rows,
        [
            ("closed".to_owned(), 2, Some(88.0)),
            ("raised".to_owned(), version, stands[0].worst)
        ]
    );
}

/// Where the network is down everything falls silent in the same moment: what is written of it is not a commit for each machine.
#[tokio::test(flavor = "multi_thread")]
async fn what_falls_silent_at_once_is_written_together() {
    let house = Wardlight::open().await;
    let now = house.house.clock.now();
    let fallen = house.house.now.fall_silent(now);
    assert!(fallen.len() > 2, "{fallen:?}");
    for device in &fallen {
        house.state.recorder.silent(*device, now).unwrap();
    }
    let raised = || {
        let alarms = fallen.iter().flat_map(|device| house.house.now.alarms_of(*device));
        alarms.filter(|alarm| alarm.kind == Kind::Silent).count()
    };
    until(|| raised() == fallen.len()).await;
    let (rows, commits): (i64, i64) =
        sqlx::query_as("SELECT count(*), count(DISTINCT xmin::text) FROM alarm WHERE kind = 'silent'")
            .fetch_one(house.db.owner())
            .await
            .unwrap();
    assert_eq!(rows.cast_unsigned(), fallen.len() as u64);
    assert!(
        commits <= 2,
        "the first may have gone ahead: {commits} commits of {rows}"
    );
}

/// Waits for what must become true.
async fn until(holds: impl Fn() -> bool) {
    let begun = std::time::Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(10), "it did not become true");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_child_is_measured_and_gets_no_score() {
    let house = Wardlight::open().await;
    let device = &house.riverbend.devices[0];
    sqlx::query("UPDATE patient SET born_on = current_date - 5000 WHERE id = $1")
        .bind(house.riverbend.patients[0])
        .execute(house.db.owner())
        .await
        .unwrap();
    load_placements(&house.house, None).await.unwrap();
    let whole = json!({
        "seq": 1, "taken_at": house.at(-5.0), "heart_rate": 131, "spo2": 97, "respiration": 16, "systolic": 120, "temperature": 36.8,
        "consciousness": "A", "oxygen": { "device": "room_air" }
    });
    for device in &house.riverbend.devices {
        assert_eq!(house.post(device, &whole).await.status(), 200);
    }
    let scored = |place: usize| house.house.now.device(house.riverbend.devices[place].id).unwrap();
    assert!(scored(0).too_young && scored(0).last_score.is_none(), "{}", device.id);
    assert_eq!(scored(1).last_score.map(|last| last.score), Some(3));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_open_where_somebody_is_on_duty_is_counted_on_every_page_of_theirs() {
    let house = Wardlight::open().await;
    let rao = house.sign_in("rao@riverbend.example").await.unwrap();
    let ask = |path: String| {
        let request = house
            .client
            .get(house.url(&path))
            .header("cookie", &rao)
            .header("accept", "text/html");
        async move { request.send().await.unwrap() }
    };
    let calm = ask("/account".into()).await.text().await.unwrap();
    let counted = |page: &str| {
        let after = page.split("id=\"standing\"").nth(1)?;
        let number = after.split("data-count=\"").nth(1)?;
        number.split('"').next()?.parse::<u32>().ok()
    };
    let before = counted(&calm).expect("the counts stand on a page that is no ward's");
    let body = json!({ "seq": 1, "taken_at": house.at(-1.0), "systolic": 80 });
    assert_eq!(house.post(&house.riverbend.devices[0], &body).await.status(), 200);

    // One high alarm is a million of this number: it stands before medium, low and silent.
    let told = ask(format!("/alarms/count?known={before}")).await;
    assert_eq!(
        (
            told.status().as_u16(),
            told.headers()["cache-control"].to_str().unwrap()
        ),
        (200, "no-store")
    );
    let told = told.text().await.unwrap();
    assert!(
        told.contains("data-live=\"assertive\"") && told.contains(": 1 high,"),
        "{told}"
    );
    assert!(!told.to_lowercase().contains("mwangi"), "a count names nobody: {told}");
    let now = told
        .split("data-count=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    assert!(now.parse::<u32>().unwrap() >= 1_000_000 + before);
    let same = ask(format!("/alarms/count?known={now}")).await;
    assert_eq!(same.status(), 204, "nothing changed, nothing is sent");
    let page = ask("/account".into()).await.text().await.unwrap();
    assert!(
        counted(&page).unwrap() >= 1_000_000,
        "and so on a page that is opened now"
    );

    // Who watches no ward has no counts.
    let pharmacist = house.sign_in("haddad@riverbend.example").await;
    let other = pharmacist.unwrap_or_default();
    let refused = house
        .client
        .get(house.url("/alarms/count"))
        .header("cookie", other)
        .send()
        .await
        .unwrap();
    assert!(matches!(refused.status().as_u16(), 401 | 403), "{}", refused.status());
}
