//! Every change leaves its entry in the audit, in the transaction of the change: when the commit fails, neither is there.

mod doors;
mod drawn;
mod failed;
mod pages;
mod row;
mod who;

use hospital::HospitalError;
use serde_json::json;
use uuid::Uuid;

use crate::sign_in::{ACHIENG, RAO, form, is_in};
use crate::support::Wardlight;

/// Actor, actor's id, subject's id and hospital of the entries of this action that say "allowed", oldest first.
async fn entries(at: &Wardlight, action: &str) -> Vec<(String, Option<Uuid>, Option<Uuid>, Option<Uuid>)> {
    sqlx::query_as(
        "SELECT actor, actor_id, subject_id, hospital_id FROM audit_entry WHERE action = $1 AND outcome = 'allowed' ORDER BY at, id",
    )
    .bind(action)
    .fetch_all(at.db.owner())
    .await
    .unwrap()
}

/// From now on no transaction that touches this table commits.
async fn commits_fail(at: &Wardlight, table: &str) {
    let refuse =
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not today'; END $$";
    let trigger = format!(
        "CREATE CONSTRAINT TRIGGER refuse AFTER INSERT OR UPDATE OR DELETE ON {table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()"
    );
    for statement in [refuse.to_owned(), trigger] {
        sqlx::query(sqlx::AssertSqlSafe(statement))
            .execute(at.db.owner())
            .await
            .unwrap();
    }
}

async fn user(at: &Wardlight, email: &str) -> Uuid {
    at.user(email).await.0
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_made_or_revoked_is_told_of() {
    let at = Wardlight::open().await;
    let (device, hospital) = (at.riverbend.devices[0].id, at.riverbend.id);
    let before = entries(&at, "device_token.make").await.len();
    hospital::devices::make_token(&at.house, device).await.unwrap();
    assert_eq!(hospital::devices::revoke_tokens(&at.house, device).await.unwrap(), 2);
    assert_eq!(hospital::devices::revoke_tokens(&at.house, device).await.unwrap(), 0);
    let entry = ("worker".to_owned(), None, Some(device.0), Some(hospital.0));
    let made = entries(&at, "device_token.make").await.split_off(before);
    assert_eq!(made, vec![entry.clone()]);
    assert_eq!(
        entries(&at, "device_token.revoke").await,
        [entry],
        "what revokes nothing changes nothing"
    );

    commits_fail(&at, "device_token").await;
    assert!(hospital::devices::make_token(&at.house, device).await.is_err());
    let next = at.riverbend.devices[1].id;
    assert!(hospital::devices::revoke_tokens(&at.house, next).await.is_err());
    assert_eq!(entries(&at, "device_token.make").await.len(), before + 1);
    assert_eq!(entries(&at, "device_token.revoke").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_a_device_that_begins_is_told_of_once() {
    let at = Wardlight::open().await;
    let device = &at.riverbend.devices[0];
    let begin = async |started_at: &str| {
        let begun = at
            .post_to(device, "sessions", &json!({ "started_at": started_at }))
            .await;
        begun.status().as_u16()
    };
    let started_at = at.at(-5.0);
    assert_eq!((begin(&started_at).await, begin(&started_at).await), (201, 201));
    let id = device.id.0;
    let entry = ("device".to_owned(), Some(id), Some(id), Some(at.riverbend.id.0));
    assert_eq!(entries(&at, "device_session.start").await, [entry]);

    commits_fail(&at, "device_session").await;
    assert_eq!(begin(&at.at(0.0)).await, 500);
    assert_eq!(entries(&at, "device_session.start").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_signs_out_or_ends_their_sessions_is_told_of() {
    let at = Wardlight::open().await;
    let rao = user(&at, RAO).await;
    let sign_out = async |cookie: &str| {
        let request = form(&at, "/sign-out", &[]).header("cookie", cookie);
        request.send().await.unwrap().status().as_u16()
    };
    let mine = at.sign_in(RAO).await.unwrap();
    assert_eq!(sign_out(&mine).await, 303);
    assert_eq!(sign_out(&mine).await, 303, "signing out twice is no fault");
    let entry = ("worker".to_owned(), None, Some(rao), None);
    assert_eq!(entries(&at, "session.end").await, vec![entry.clone()]);

    let (first, second) = (at.sign_in(RAO).await.unwrap(), at.sign_in(RAO).await.unwrap());
    let ended = form(&at, "/account/sessions", &[("session", "all")]).header("cookie", &first);
    assert_eq!(ended.send().await.unwrap().status(), 303);
    assert!(!is_in(&at, "/account", &second).await);
    let told = entries(&at, "session.end").await;
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.iter().all(|(_, _, about, _)| *about == Some(rao)), "{told:?}");

    let hers = at.sign_in(ACHIENG).await.unwrap();
    commits_fail(&at, "browser_session").await;
    assert_eq!(sign_out(&hers).await, 503);
    assert_eq!(entries(&at, "session.end").await.len(), 3);
    assert!(is_in(&at, "/account", &hers).await, "still signed in, as the page says");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sixth_session_tells_that_the_first_has_ended() {
    let at = Wardlight::open().await;
    for _ in 0..6 {
        at.sign_in(RAO).await.unwrap();
    }
    let ended = entries(&at, "session.end").await;
    assert_eq!(ended, [("worker".to_owned(), None, Some(user(&at, RAO).await), None)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answered_alarm_is_told_of_and_one_whose_commit_failed_is_not() {
    let at = Wardlight::open().await;
    for (device, seq) in [(0, 1), (1, 1)] {
        let low = json!({ "seq": seq, "taken_at": at.at(0.0), "systolic": 70 });
        at.post(&at.riverbend.devices[device], &low).await;
    }
    let alarms: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM alarm ORDER BY id")
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    let ctx = at.doctor(RAO).await;
    hospital::alerts::acknowledge(&ctx, alarms[0].into(), None)
        .await
        .unwrap();
    let entry = (
        "staff".to_owned(),
        Some(user(&at, RAO).await),
        Some(alarms[0]),
        Some(at.riverbend.id.0),
    );
    assert_eq!(entries(&at, "alarm.acknowledge").await, [entry]);

    commits_fail(&at, "alarm").await;
    let failed = hospital::alerts::acknowledge(&ctx, alarms[1].into(), None).await;
    assert!(matches!(failed, Err(HospitalError::Database(_))), "{failed:?}");
    assert_eq!(
        entries(&at, "alarm.acknowledge").await.len(),
        1,
        "no entry of what did not happen"
    );
}
