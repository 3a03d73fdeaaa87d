//! What was allowed and failed has a row of its own, written after the rollback: also where the commit failed, and where somebody had to prove who they are first.

use serde_json::json;
use uuid::Uuid;

use super::commits_fail;
use super::row::rows;
use crate::sign_in::{RAO, form};
use crate::support::Wardlight;

const HADDAD: &str = "haddad@riverbend.example";

/// The reasons of the rows of this action that say "failed".
async fn reasons(at: &Wardlight, action: &str) -> Vec<String> {
    let failed = rows(at, action).await.into_iter().filter(|row| row.outcome == "failed");
    failed.filter_map(|row| row.reason).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_an_alarm_that_is_not_kept_says_whose_it_was_and_why_not() {
    let at = Wardlight::open().await;
    let low = json!({ "seq": 1, "taken_at": at.at(0.0), "systolic": 70 });
    at.post(&at.riverbend.devices[0], &low).await;
    let alarm: Uuid = sqlx::query_scalar("SELECT id FROM alarm")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let rao = at.sign_in(RAO).await.unwrap();
    let answer = async || {
        let fields = [("alarm", alarm.to_string()), ("note", String::new())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let asked = form(&at, "/alarms/acknowledge", &fields).header("cookie", &rao);
        asked.send().await.unwrap().status().as_u16()
    };
    assert_eq!(answer().await, 303);
    assert!(reasons(&at, "alarm.acknowledge").await.is_empty());
    assert_eq!(answer().await, 303, "answered already is no error for the page");
    assert_eq!(reasons(&at, "alarm.acknowledge").await, ["conflict"]);

    sqlx::query(
        "UPDATE alarm SET acknowledged_at = NULL, acknowledged_by = NULL, acknowledged_note = NULL, state = 'raised'",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    commits_fail(&at, "alarm").await;
    assert_eq!(answer().await, 500);
    let failed = rows(&at, "alarm.acknowledge").await.pop().unwrap();
    assert_eq!(
        (failed.outcome.as_str(), failed.reason.as_deref(), failed.patients),
        ("failed", Some("fault"), vec![at.riverbend.patients[0]])
    );
    assert_eq!(rows(&at, "alarm.acknowledge").await.len(), 3, "each try is one row");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_whose_session_is_not_kept_leaves_a_row() {
    let at = Wardlight::open().await;
    commits_fail(&at, "device_session").await;
    let device = &at.riverbend.devices[0];
    let begun = at
        .post_to(device, "sessions", &json!({ "started_at": at.at(0.0) }))
        .await;
    assert_eq!(begun.status(), 500);
    let failed: Vec<(String, Option<Uuid>, Option<String>)> =
        sqlx::query_as("SELECT actor, subject_id, reason FROM audit_entry WHERE outcome = 'failed'")
            .fetch_all(at.db.owner())
            .await
            .unwrap();
    assert_eq!(
        failed,
        [("device".to_owned(), Some(device.id.0), Some("fault".to_owned()))]
    );
}

/// What is wrong with what was typed, and what is not there.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_rights_that_is_refused_for_what_was_typed_leaves_a_row() {
    let at = Wardlight::open().await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let asked = form(&at, "/hospital/audit", &[("number", "RG-0")]).header("cookie", &haddad);
    assert_eq!(asked.send().await.unwrap().status(), 303);
    assert_eq!(reasons(&at, "audit.read").await, ["invalid"]);
    let opening = Uuid::now_v7().to_string();
    let fields = [("opening", opening.as_str()), ("verdict", "justified"), ("review", "")];
    let closed = form(&at, "/hospital/emergencies", &fields).header("cookie", &haddad);
    assert_eq!(closed.send().await.unwrap().status(), 404);
    assert_eq!(reasons(&at, "break_glass.review").await, ["not_found"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_must_prove_who_they_are_first_leaves_a_row() {
    let at = Wardlight::open().await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    at.later(301);
    let asked = form(&at, "/hospital/audit/export", &[]).header("cookie", &haddad);
    assert_eq!(asked.send().await.unwrap().status(), 303);
    let refused = rows(&at, "audit.export").await;
    let told: Vec<(&str, Option<&str>)> = refused
        .iter()
        .map(|row| (row.outcome.as_str(), row.reason.as_deref()))
        .collect();
    assert_eq!(told, [("denied", Some("stale_proof"))]);
}
