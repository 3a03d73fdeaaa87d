//! How a patient is reached: sealed in the database, one tried first, ended and not forgotten.

use reqwest::StatusCode;

use super::{WANJIRU, shown_last};
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

const MOBILE: [(&str, &str); 5] = [
    ("act", "add"),
    ("kind", "phone"),
    ("label", "mobile"),
    ("value", "+254 700 000 111"),
    ("preferred", "true"),
];
const SON: [(&str, &str); 6] = [
    ("act", "add"),
    ("kind", "person"),
    ("label", "son"),
    ("name", "Chidi Okafor"),
    ("value", "+254 700 000 222"),
    ("emergency", "true"),
];

#[tokio::test(flavor = "multi_thread")]
async fn reception_writes_down_how_mrs_okafor_and_her_son_are_reached() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let okafor = at.riverbend.patients[0];
    let (record, door) = (
        format!("/patients/{okafor}/record"),
        format!("/patients/{okafor}/record/contacts"),
    );
    let empty = page(&at, &record, &desk).await.text().await.unwrap();
    assert!(
        empty.contains("Nothing is known") && empty.contains("Add a person"),
        "{empty}"
    );

    // They came from a card of the record, and are back at it.
    let added = post(&at, &door, &desk, &MOBILE).await;
    assert_eq!(added.headers()["location"], format!("{record}#contacts").as_str());
    let said = at.text(&record, &desk, Some(&added)).await;
    assert!(said.contains("+254700000111") && said.contains("Try first"), "{said}");
    let said = post_and_read(&at, &door, &desk, &SON).await;
    assert!(
        said.contains("Chidi Okafor") && said.contains("In an emergency") && said.contains("Son"),
        "{said}"
    );
    let other = [
        MOBILE[0],
        MOBILE[1],
        ("label", "home"),
        ("value", "+254 700 000 333"),
        MOBILE[4],
    ];
    post_and_read(&at, &door, &desk, &other).await;
    let first: i64 = sqlx::query_scalar("SELECT count(*) FROM patient_contact WHERE kind = 'phone' AND is_preferred")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(first, 1, "one is tried first");
    assert_eq!(shown_last(&at, "contact.add").await, [okafor]);

    // Nothing of it stands in the database in clear.
    let clear: i64 = sqlx::query_scalar("SELECT count(*) FROM patient_contact c WHERE c::text LIKE '%Chidi%' OR encode(content_sealed, 'escape') LIKE '%254700%' OR encode(content_sealed, 'escape') LIKE '%Chidi%'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(clear, 0);

    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM patient_contact WHERE kind = 'person'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = id.to_string();
    let ended = post_and_read(&at, &door, &desk, &[("act", "end"), ("id", &id)]).await;
    assert!(!ended.contains("Chidi"), "{ended}");
    let before = page(&at, &door, &desk).await.text().await.unwrap();
    assert!(
        before.contains("<s>Chidi Okafor, Son, ") && before.contains("+254700000222") && before.contains("G. Wanjiru"),
        "what held stays to be seen: {before}"
    );
    let gone = post(&at, &door, &desk, &[("act", "prefer"), ("id", &id)]).await;
    assert_eq!(gone.status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_number_comes_back_to_its_form_and_an_erased_key_leaves_nothing_to_read() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let okafor = at.riverbend.patients[0];
    let (record, door) = (
        format!("/patients/{okafor}/record"),
        format!("/patients/{okafor}/record/contacts"),
    );
    let wrong = [MOBILE[0], MOBILE[1], MOBILE[2], ("value", "0700 111")];
    let html = post_and_read(&at, &door, &desk, &wrong).await;
    assert!(
        html.contains("id=\"value-error\"") && html.contains("value=\"0700 111\""),
        "{html}"
    );
    post_and_read(&at, &door, &desk, &MOBILE).await;
    sqlx::query("UPDATE patient_key SET wrapped = NULL, wrapped_under = NULL, destroyed_at = now()")
        .execute(at.db.owner())
        .await
        .unwrap();
    let html = page(&at, &record, &desk).await.text().await.unwrap();
    assert!(html.contains("Erased") && !html.contains("+254700000111"), "{html}");
}
