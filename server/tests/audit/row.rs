//! Each row is whole: who in which role, whose data of which kinds, why and from where. One row for each access; a live subscription has two.

use std::time::Duration;

use domain::ids::WardId;
use domain::live::Topic;
use serde_json::json;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::{Postgres, Row as _};
use uuid::Uuid;

use crate::live::page::Page;
use crate::sign_in::RAO;
use crate::support::Wardlight;

/// What tests look at in a row.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub actor: String,
    pub actor_id: Option<Uuid>,
    pub hospital: Option<Uuid>,
    pub role: Option<String>,
    pub action: String,
    pub subject: String,
    pub patients: Vec<Uuid>,
    pub kinds: Vec<String>,
    pub purpose: Option<String>,
    pub outcome: String,
    pub reason: Option<String>,
    pub address: Option<String>,
    pub request: Uuid,
    pub lasted_ms: Option<i64>,
}

/// The rows of this action, oldest first.
pub async fn rows(at: &Wardlight, action: &str) -> Vec<Row> {
    found(
        at,
        sqlx::query(sqlx::AssertSqlSafe(format!("{ROWS} action = $1 ORDER BY at, id"))).bind(action),
    )
    .await
}

/// The rows of one request.
pub async fn of_request(at: &Wardlight, request: Uuid) -> Vec<Row> {
    found(
        at,
        sqlx::query(sqlx::AssertSqlSafe(format!("{ROWS} request_id = $1 ORDER BY at, id"))).bind(request),
    )
    .await
}

const ROWS: &str = "SELECT actor, actor_id, hospital_id, role, action, subject, patients, kinds, purpose, outcome, reason, host(address), request_id, lasted_ms
   FROM audit_entry WHERE";

async fn found(at: &Wardlight, asked: Query<'_, Postgres, PgArguments>) -> Vec<Row> {
    let rows = asked.fetch_all(at.db.owner()).await.unwrap();
    let row = |row: &PgRow| Row {
        actor: row.get(0),
        actor_id: row.get(1),
        hospital: row.get(2),
        role: row.get(3),
        action: row.get(4),
        subject: row.get(5),
        patients: row.get(6),
        kinds: row.get(7),
        purpose: row.get(8),
        outcome: row.get(9),
        reason: row.get(10),
        address: row.get(11),
        request: row.get(12),
        lasted_ms: row.get(13),
    };
    rows.iter().map(row).collect()
}

async fn eventually<T>(mut look: impl AsyncFnMut() -> Option<T>) -> T {
    for _ in 0..200 {
        if let Some(found) = look().await {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it did not come")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ward_board_is_one_row_with_everybody_on_it() {
    let at = Wardlight::open().await;
    let cookie = at.sign_in(RAO).await.unwrap();
    let page = at.client.get(at.url(&format!("/ward/{}", at.riverbend.ward)));
    let answer = page.header("cookie", &cookie).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let number: Uuid = answer.headers()["x-request-id"].to_str().unwrap().parse().unwrap();
    let mut everybody = at.riverbend.patients.clone();
    everybody.sort();
    let expected = Row {
        actor: "staff".into(),
        actor_id: Some(super::user(&at, RAO).await),
        hospital: Some(at.riverbend.id.0),
        role: Some("doctor".into()),
        action: "ward.watch".into(),
        subject: "ward".into(),
        patients: everybody,
        kinds: ["vitals", "alarms", "demographics", "scores", "limits"]
            .map(str::to_owned)
            .into(),
        purpose: Some("TREAT".into()),
        outcome: "allowed".into(),
        reason: None,
        address: Some("127.0.0.1".into()),
        request: number,
        lasted_ms: None,
    };
    assert_eq!(rows(&at, "ward.watch").await, [expected]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chart_that_was_refused_says_why_and_about_whom() {
    let at = Wardlight::open().await;
    let cookie = at.sign_in("silva@lakeside.example").await.unwrap();
    let okafor = at.riverbend.patients[0];
    let page = at.client.get(at.url(&format!("/patients/{okafor}")));
    assert_eq!(page.header("cookie", &cookie).send().await.unwrap().status(), 404);
    let refused = rows(&at, "patient.read").await;
    assert!(!refused.is_empty());
    for row in refused {
        assert_eq!(
            (row.outcome.as_str(), row.reason.as_deref()),
            ("denied", Some("out_of_reach"))
        );
        assert_eq!((row.patients, row.hospital), (vec![okafor], Some(at.lakeside.id.0)));
    }
    let ward = at.client.get(at.url(&format!("/ward/{}", at.riverbend.ward)));
    assert_eq!(ward.header("cookie", &cookie).send().await.unwrap().status(), 404);
    let refused = rows(&at, "ward.watch").await;
    assert!(refused.iter().any(|row| row.outcome == "denied"), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_live_subscription_has_a_row_at_its_start_and_one_when_the_reader_vanishes() {
    let at = Wardlight::open().await;
    let cookie = at.sign_in(RAO).await.unwrap();
    let mut page = Page::open(&at, "/live", &cookie).await;
    page.hello().await;
    page.subscribe(Topic::Ward(WardId(at.riverbend.ward)), None).await;
    page.snapshot().await;
    let [begun] = &rows(&at, "live.begin").await[..] else {
        panic!("one row before anything is told")
    };
    let mut everybody = at.riverbend.patients.clone();
    everybody.sort();
    assert_eq!((&begun.patients, begun.subject.as_str()), (&everybody, "ward"));
    assert_eq!((begun.address.as_deref(), begun.lasted_ms), (Some("127.0.0.1"), None));
    for seq in 1..=5 {
        let body = json!({ "seq": seq, "taken_at": at.at(0.0), "heart_rate": 70 + seq });
        at.post(&at.riverbend.devices[0], &body).await;
    }
    assert!(rows(&at, "live.end").await.is_empty(), "no row for each frame");
    drop(page);
    let ended = eventually(async || rows(&at, "live.end").await.pop()).await;
    assert_eq!((&ended.patients, ended.request), (&everybody, begun.request));
    assert!(ended.lasted_ms.is_some());
    assert_eq!(rows(&at, "live.begin").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_that_is_given_up_or_ends_with_the_session_has_its_end_too() {
    let at = Wardlight::open().await;
    let cookie = at.sign_in(RAO).await.unwrap();
    let topic = Topic::Patient(at.riverbend.patients[0].into());
    let mut page = Page::open(&at, "/live", &cookie).await;
    page.hello().await;
    page.subscribe(topic, None).await;
    page.snapshot().await;
    page.say(domain::live::ToServer::Unsubscribe { topic }).await;
    eventually(async || (rows(&at, "live.end").await.len() == 1).then_some(())).await;
    page.subscribe(topic, None).await;
    page.snapshot().await;
    let out = crate::sign_in::form(&at, "/sign-out", &[]).header("cookie", &cookie);
    assert_eq!(out.send().await.unwrap().status(), 303);
    eventually(async || (rows(&at, "live.end").await.len() == 2).then_some(())).await;
    assert_eq!(rows(&at, "live.begin").await.len(), 2);
}

/// What the program writes is marked, and what is about a person is in that person's list.
#[tokio::test(flavor = "multi_thread")]
async fn every_row_is_marked_and_listed_for_each_patient() {
    let at = Wardlight::open().await;
    let cookie = at.sign_in(RAO).await.unwrap();
    for path in [
        format!("/ward/{}", at.riverbend.ward),
        format!("/patients/{}", at.riverbend.patients[0]),
        format!("/charts/patients/{}/day.svg", at.riverbend.patients[0]),
    ] {
        let answer = at
            .client
            .get(at.url(&path))
            .header("cookie", &cookie)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200, "{path}");
    }
    let unmarked: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE mark IS NULL")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(unmarked, 0);
    let listed: (i64, i64) = sqlx::query_as(
        "SELECT (SELECT sum(cardinality(patients)) FROM audit_entry WHERE set_id IS NULL), (SELECT count(*) FROM audit_patient)",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert!(listed.0 > 3, "{listed:?}");
    assert_eq!(listed.0, listed.1);
}
