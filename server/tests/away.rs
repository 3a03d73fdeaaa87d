//! When the database is away, gives no answer, or cannot keep up: devices are told to come again, nothing acknowledged is lost, and nobody is
//! called silent for it.

use std::time::Duration;

use domain::alerts::Kind;
use domain::ids::PatientId;
use domain::live::{ToClient, Topic};
use domain::telemetry::Parameter;
use hospital::telemetry::Seen;
use serde_json::{Value, json};

use crate::live::page::{Page, may};
use crate::support::line::Line;
use crate::support::{Wardlight, blind};

pub async fn open() -> (Wardlight, Line) {
    let mut line = None;
    let house = Wardlight::open_over(|pool| {
        let line = line.get_or_insert_with(|| Line::to(pool));
        line.over(pool)
    })
    .await;
    (house, line.expect("a line"))
}

impl Wardlight {
    fn raised(&self) -> Vec<Kind> {
        let patient = PatientId(self.riverbend.patients[0]);
        let alarms = self.house.now.open_alarms(&[patient], Seen::Everywhere);
        alarms.iter().map(|alarm| alarm.kind).collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn without_a_database_a_device_is_told_to_come_again_and_is_taken_when_it_does() {
    let (house, mut line) = open().await;
    let device = &house.riverbend.devices[0];
    let reading = |seq: i64| json!({ "seq": seq, "taken_at": house.at(-10.0 + seq as f64), "heart_rate": 70 + seq });
    assert_eq!(house.post(device, &reading(1)).await.status(), 200);
    line.cut();
    let refused = house.post(device, &reading(2)).await;
    assert_eq!(refused.status(), 503);
    assert!(refused.headers().contains_key("retry-after"));
    assert_eq!(refused.headers()["content-type"], "application/problem+json");
    let ready = house.client.get(house.url("/health/ready")).send().await.unwrap();
    assert_eq!(ready.status(), 503);
    // It lives all the same: what it said was heard, only not kept.
    let heard = house.house.now.heard(device.id).and_then(|(at, _)| at).unwrap();
    assert!(house.house.clock.now().seconds_since(heard) < 8.0);
    line.mend();
    let mut tries = 0;
    while house.post(device, &reading(2)).await.status() != 200 {
        tries += 1;
        assert!(tries < 20, "the database is back, the server is not");
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    assert_eq!(house.stored(device).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_was_stored_without_anybody_hearing_of_it_shows_when_it_is_sent_again() {
    let (mut line, mut pools) = (None, 0);
    let house = Wardlight::open_over(|pool| {
        // The writers' pool is the second.
        pools += 1;
        if pools == 1 {
            return pool.clone();
        }
        line.insert(Line::to(pool)).over(pool)
    })
    .await;
    let mut line = line.expect("the writers' line");
    let device = &house.riverbend.devices[0];
    let before = json!({ "seq": 1, "taken_at": house.at(-30.0), "spo2": 97 });
    assert_eq!(house.post(device, &before).await.status(), 200);
    let low = json!({ "seq": 2, "taken_at": house.at(-20.0), "spo2": 80 });
    line.lose_the_answer_to_the_next_commit();
    let (answer, ()) = tokio::join!(house.post(device, &low), async {
        let mut waited = 0;
        while house.stored(device).await < 2 {
            waited += 1;
            assert!(waited < 200, "it never reached the database");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        line.cut();
    });
    assert_eq!(answer.status(), 503, "nobody knows whether it was stored");
    assert!(house.raised().is_empty());
    line.mend();
    let mut answer = house.post(device, &low).await;
    for _ in 0..20 {
        if answer.status() == 200 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        answer = house.post(device, &low).await;
    }
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer, json!({ "accepted": 0, "duplicates": 1, "rejected": [] }));
    assert_eq!(
        house.raised().len(),
        1,
        "the alarm that was stored with it is on the board"
    );
    let now = house.house.now.device(device.id).unwrap();
    assert_eq!(now.latest.get(Parameter::Spo2).map(|(value, _)| value), Some(80.0));
    // And the rules know of it: the next value that is well ends it, which leaves a high alarm for somebody to see.
    let well = json!({ "seq": 3, "taken_at": house.at(-10.0), "spo2": 97 });
    assert_eq!(house.post(device, &well).await.status(), 200);
    let states: Vec<String> = sqlx::query_scalar("SELECT state FROM alarm WHERE device_id = $1")
        .bind(device.id.0)
        .fetch_all(house.db.owner())
        .await
        .unwrap();
    assert_eq!(states, ["gone"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_full_line_says_429_and_what_waits_in_it_is_stored() {
    let house = std::sync::Arc::new(Wardlight::open().await);
    // Nothing can be written while somebody else holds the table: the line fills up.
    let mut busy = house.db.owner().begin().await.unwrap();
    sqlx::raw_sql("LOCK TABLE reading IN SHARE MODE")
        .execute(&mut *busy)
        .await
        .unwrap();
    let now = house.house.clock.now();
    let mut posts = tokio::task::JoinSet::new();
    for body in 0..24_i64 {
        let house = house.clone();
        posts.spawn(async move {
            let reading = |place: i64| {
                let at = crate::support::written(now.plus_seconds(-60.0 - place as f64));
                json!({ "seq": body * 2_000 + place, "taken_at": at, "heart_rate": 70 })
            };
            let body: Value = (0..2_000).map(reading).collect();
            let answer = house.post(&house.riverbend.devices[0], &body).await;
            let retry = answer.headers().contains_key("retry-after");
            (answer.status().as_u16(), retry)
        });
    }
    let mut answers = Vec::new();
    // The refused come back at once; the others wait for the table.
    for _ in 0..4 {
        answers.push(posts.join_next().await.unwrap().unwrap());
    }
    assert_eq!(answers, vec![(429, true); 4]);
    busy.rollback().await.unwrap();
    let taken = posts.join_all().await;
    assert_eq!(taken, vec![(200, false); 20]);
    assert_eq!(house.stored(&house.riverbend.devices[0]).await, 40_000);
}

/// Dr Silva reads a record that she opened in an emergency. Its hour runs out while the database is away, so that nobody hears of it: when the database is back,
/// what ended meanwhile is looked for too.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_ended_while_the_database_was_away_is_told_when_it_is_back() {
    let (house, mut line) = open().await;
    let silva = house.sign_in("silva@lakeside.example").await.unwrap();
    let of = house.riverbend.patients[0];
    sqlx::query(
        "INSERT INTO break_glass (id, patient_id, user_id, user_name, hospital_id, holders, reason, words, opened_at, until)
         SELECT gen_random_uuid(), $1, u.id, u.display_name, $2, ARRAY[$3], 'unconscious', 'Found at the lake.', now(), now() + interval '25 seconds'
           FROM app_user u WHERE u.email_blind = $4",
    )
    .bind(of)
    .bind(house.lakeside.id.0)
    .bind(house.riverbend.id.0)
    .bind(blind("silva@lakeside.example"))
    .execute(house.db.owner())
    .await
    .unwrap();
    let topic = Topic::Patient(PatientId(of));
    let mut page = Page::open(&house, "/live", &silva).await;
    page.hello().await;
    assert!(may(&mut page, topic).await);
    // What the opening itself said is heard before the line is cut.
    tokio::time::sleep(Duration::from_millis(900)).await;
    line.cut();
    house.later(60);
    tokio::time::sleep(Duration::from_millis(900)).await;
    line.mend();
    while page.next_but_changes().await != Ok(ToClient::Denied { topic }) {}
    let mut again = Page::open(&house, "/live", &silva).await;
    again.hello().await;
    assert!(!may(&mut again, topic).await, "the hour is over");
}
