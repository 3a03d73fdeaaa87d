//! Identity documents, seen by somebody or not, and policies: one asked first and one that pays what is left, on each day.

use reqwest::StatusCode;

use super::{WANJIRU, shown_last};
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

#[tokio::test(flavor = "multi_thread")]
async fn a_passport_is_written_sealed_and_then_seen() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let okafor = at.riverbend.patients[0];
    let door = format!("/patients/{okafor}/record/documents");
    let passport = [
        ("act", "add"),
        ("kind", "passport"),
        ("number", "AK 123456"),
        ("country", "ke"),
        ("until", "2031-05-01"),
    ];
    let said = post_and_read(&at, &door, &desk, &passport).await;
    for part in ["Passport", "AK 123456", "KE", "1 May 2031", "Nobody saw the paper"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let clear: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM identity_document WHERE encode(number_sealed, 'escape') LIKE '%123456%'",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert_eq!(clear, 0);
    assert_eq!(shown_last(&at, "document.add").await, [okafor]);
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM identity_document")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = id.to_string();
    let seen = post_and_read(&at, &door, &desk, &[("act", "verify"), ("id", &id)]).await;
    assert!(
        seen.contains("Seen") && seen.contains("G. Wanjiru") && !seen.contains("Nobody saw"),
        "{seen}"
    );
    let twice = post(&at, &door, &desk, &[("act", "verify"), ("id", &id)]).await;
    assert_eq!(twice.status(), StatusCode::NOT_FOUND, "once");
    let wrong = post_and_read(&at, &door, &desk, &[("act", "add")]).await;
    for field in ["kind", "number", "country"] {
        assert!(wrong.contains(&format!("id=\"{field}-error\"")), "{field}: {wrong}");
    }
    let record = page(&at, &format!("/patients/{okafor}/record"), &desk)
        .await
        .text()
        .await
        .unwrap();
    assert!(
        record.contains("AK 123456") && record.contains("No policy is written"),
        "{record}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_policy_is_asked_first_on_each_day_and_the_database_says_so() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let door = format!("/patients/{}/record/insurance", at.riverbend.patients[0]);
    let policy = |payer: &'static str, rank: &'static str, since: &'static str, until: &'static str| {
        [
            ("act", "add"),
            ("payer", payer),
            ("number", "SHA-77"),
            ("rank", rank),
            ("since", since),
            ("until", until),
        ]
    };
    let said = post_and_read(&at, &door, &desk, &policy("SHA", "primary", "2026-01-01", "2026-12-31")).await;
    assert!(
        said.contains("SHA-77") && said.contains("Asked first") && said.contains("31 Dec 2026"),
        "{said}"
    );
    let both = post_and_read(&at, &door, &desk, &policy("Jubilee", "primary", "2026-12-31", "")).await;
    assert!(
        both.contains("Another policy of this rank holds on one of these days."),
        "{both}"
    );
    for (payer, rank, since) in [
        ("Jubilee", "secondary", "2026-12-31"),
        ("Britam", "primary", "2027-01-01"),
    ] {
        let said = post_and_read(&at, &door, &desk, &policy(payer, rank, since, "")).await;
        assert!(said.contains(payer), "{said}");
    }
    let first_of_two = "INSERT INTO insurance_policy (id, patient_id, hospital_id, payer, number_sealed, rank, valid, recorded_at, recorded_by)
        SELECT gen_random_uuid(), patient_id, hospital_id, 'X', '', rank, valid, now(), recorded_by FROM insurance_policy LIMIT 1";
    let refused = sqlx::query(first_of_two).execute(at.db.owner()).await.unwrap_err();
    assert_eq!(
        refused.as_database_error().unwrap().constraint(),
        Some("insurance_policy_one_of_a_rank")
    );
}

/// A paper that was seen and has expired since is no proof any more, and a policy of last year stands below the one that pays. What was ended stays to be seen.
#[tokio::test(flavor = "multi_thread")]
async fn what_has_expired_says_so_and_what_was_ended_stays_to_be_seen() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let record = format!("/patients/{}/record", at.riverbend.patients[0]);
    let (documents, insurance) = (format!("{record}/documents"), format!("{record}/insurance"));
    let passport = [
        ("act", "add"),
        ("kind", "passport"),
        ("number", "AK 123456"),
        ("country", "ke"),
        ("until", "2020-05-01"),
    ];
    post_and_read(&at, &documents, &desk, &passport).await;
    sqlx::query("UPDATE identity_document SET verified_at = now(), verified_by = recorded_by")
        .execute(at.db.owner())
        .await
        .unwrap();
    let html = page(&at, &documents, &desk).await.text().await.unwrap();
    assert!(html.contains("Expired") && !html.contains("chip--ok"), "{html}");
    for (payer, since, until) in [("Jamii Cover", "2019-01-01", "2019-12-31"), ("SHA", "2021-01-01", "")] {
        let policy = [
            ("act", "add"),
            ("payer", payer),
            ("number", "77"),
            ("rank", "primary"),
            ("since", since),
            ("until", until),
        ];
        post_and_read(&at, &insurance, &desk, &policy).await;
    }
    let html = page(&at, &insurance, &desk).await.text().await.unwrap();
    let place = |payer: &str| html.find(&format!(">{payer}<")).unwrap();
    assert!(
        html.contains("Expired") && place("SHA") < place("Jamii Cover"),
        "{html}"
    );
    for (door, table, was) in [
        (&documents, "identity_document", "<s>Passport, AK 123456, KE"),
        (
            &insurance,
            "insurance_policy WHERE payer = 'SHA'",
            "<s>SHA, 77, 1 Jan 2021",
        ),
    ] {
        // reviewed: one of the names that stand here
        let id: uuid::Uuid = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT id FROM {table}")))
            .fetch_one(at.db.owner())
            .await
            .unwrap();
        let said = post_and_read(&at, door, &desk, &[("act", "end"), ("id", &id.to_string())]).await;
        assert!(said.contains(was), "{was}: {said}");
    }
}
