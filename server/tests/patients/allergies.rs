//! Allergies: not asked, none known, and these. Each chart page says which.

use reqwest::StatusCode;
use uuid::Uuid;

use super::merge::{HADDAD, grace, join, treats};
use super::{WANJIRU, shown_last};
use crate::sign_in::{OKAFOR, RAO, page};
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

const ACHIENG: &str = "achieng@riverbend.example";

const PENICILLIN: [(&str, &str); 4] = [
    ("act", "add"),
    ("substance", "Penicillin"),
    ("reaction", "anaphylaxis"),
    ("severity", "life_threatening"),
];

async fn open_line(at: &Wardlight) -> String {
    let id: Uuid = sqlx::query_scalar("SELECT id FROM allergy WHERE ended_at IS NULL")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    id.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_has_asked_until_a_nurse_asks_and_the_banner_says_each() {
    let at = Wardlight::open().await;
    let nurse = at.sign_in(ACHIENG).await.unwrap();
    let okafor = at.riverbend.patients[0];
    let (chart, door) = (
        format!("/patients/{okafor}"),
        format!("/patients/{okafor}/record/allergies"),
    );
    let banner = |html: &str| {
        html.split("</header>")
            .find(|part| part.contains("banner__warnings"))
            .unwrap_or_default()
            .to_owned()
    };

    for place in [&chart, &door] {
        let html = page(&at, place, &nurse).await.text().await.unwrap();
        assert!(banner(&html).contains("Allergies not recorded"), "{place}: {html}");
    }
    let said = post_and_read(&at, &door, &nurse, &[("act", "none")]).await;
    assert!(
        banner(&said).contains("No known allergies") && said.contains("B. Achieng"),
        "{said}"
    );
    assert!(!said.contains("Nobody has asked"), "{said}");
    let twice = post_and_read(&at, &door, &nurse, &[("act", "none")]).await;
    assert!(twice.contains("stands here already"), "{twice}");

    // One becomes known: the statement ends by itself and stays to be seen.
    let said = post_and_read(&at, &door, &nurse, &PENICILLIN).await;
    assert!(banner(&said).contains("Penicillin (anaphylaxis)"), "{said}");
    assert!(
        said.contains("One became known") && said.contains("Life-threatening"),
        "{said}"
    );
    let html = page(&at, &chart, &nurse).await.text().await.unwrap();
    assert!(banner(&html).contains("Penicillin (anaphylaxis)"), "{html}");
    let none = post_and_read(&at, &door, &nurse, &[("act", "none")]).await;
    assert!(none.contains("An allergy stands here."), "{none}");
    let again = post_and_read(
        &at,
        &door,
        &nurse,
        &[
            ("act", "add"),
            ("substance", "PENICILLIN"),
            ("reaction", "rash"),
            ("severity", "mild"),
        ],
    )
    .await;
    assert!(again.contains("This allergy stands here already."), "{again}");
    assert_eq!(shown_last(&at, "allergy.add").await, [okafor]);

    let id = open_line(&at).await;
    let wrong = post_and_read(&at, &door, &nurse, &[("act", "end"), ("id", &id), ("because", "bored")]).await;
    assert!(wrong.contains("Choose why it ends."), "{wrong}");
    let ended = post_and_read(
        &at,
        &door,
        &nurse,
        &[("act", "end"), ("id", &id), ("because", "refuted")],
    )
    .await;
    assert!(
        banner(&ended).contains("Allergies not recorded"),
        "who refutes the last one asks anew: {ended}"
    );
    assert!(ended.contains("<s>Penicillin (anaphylaxis)"), "{ended}");
    let gone = post(
        &at,
        &door,
        &nurse,
        &[("act", "end"), ("id", &id), ("because", "refuted")],
    )
    .await;
    assert_eq!(gone.status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_itself_keeps_none_and_one_apart_and_what_was_written_unchanged() {
    let at = Wardlight::open().await;
    let nurse = at.sign_in(ACHIENG).await.unwrap();
    let okafor = at.riverbend.patients[0];
    let door = format!("/patients/{okafor}/record/allergies");
    post_and_read(&at, &door, &nurse, &PENICILLIN).await;
    let none = "INSERT INTO allergy (id, patient_id, hospital_id, recorded_at, recorded_by)
                SELECT gen_random_uuid(), patient_id, hospital_id, now(), recorded_by FROM allergy";
    let refused = sqlx::query(none).execute(at.db.owner()).await.unwrap_err();
    assert_eq!(
        refused.as_database_error().unwrap().constraint(),
        Some("allergy_none_means_none")
    );
    let mut tx = at.db.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.hospital_id', $1, true)")
        .bind(at.riverbend.id.to_string())
        .execute(&mut *tx)
        .await
        .unwrap();
    let changed = sqlx::query("UPDATE allergy SET substance = 'Latex'")
        .execute(&mut *tx)
        .await
        .unwrap_err();
    assert_eq!(changed.as_database_error().unwrap().code().unwrap(), "42501");
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_sees_who_somebody_is_and_not_what_they_do_not_bear_nor_does_the_portal_say_it() {
    let at = Wardlight::open().await;
    let (nurse, desk, hers) = (
        at.sign_in(ACHIENG).await.unwrap(),
        at.sign_in(WANJIRU).await.unwrap(),
        at.sign_in(OKAFOR).await.unwrap(),
    );
    let okafor = at.riverbend.patients[0];
    let door = format!("/patients/{okafor}/record/allergies");
    post_and_read(&at, &door, &nurse, &PENICILLIN).await;
    let record = page(&at, &format!("/patients/{okafor}/record"), &desk)
        .await
        .text()
        .await
        .unwrap();
    assert!(
        record.contains("OKAFOR, Amara") && !record.contains("Penicillin") && !record.contains("llergies"),
        "{record}"
    );
    assert_eq!(page(&at, &door, &desk).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(
        post(&at, &door, &desk, &PENICILLIN).await.status(),
        StatusCode::FORBIDDEN
    );
    let home = page(&at, "/my", &hers).await.text().await.unwrap();
    assert!(!home.contains("Penicillin"), "the portal has no part for it yet");
}

/// Penicillin stands in the record that was joined to hers, and, for who reads on, in another hospital: nobody says beside it that none is known.
#[tokio::test(flavor = "multi_thread")]
async fn that_none_is_known_is_not_said_beside_one_of_a_joined_record_or_of_another_hospital() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    for patient in [first, second] {
        treats(&at, RAO, patient).await;
    }
    let (rao, haddad) = (at.sign_in(RAO).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let door = |of: Uuid| format!("/patients/{of}/record/allergies");
    post_and_read(&at, &door(second), &rao, &PENICILLIN).await;
    join(&at, &haddad, [first, second]).await;
    let none = post_and_read(&at, &door(first), &rao, &[("act", "none")]).await;
    assert!(none.contains("An allergy stands here."), "{none}");

    let okafor = at.riverbend.patients[0];
    post_and_read(&at, &door(okafor), &rao, &PENICILLIN).await;
    let silva = at.user("silva@lakeside.example").await.0;
    for sql in [
        "INSERT INTO registration (patient_id, hospital_id, hospital_number) SELECT $1, $2, 'LS-17' WHERE $3::uuid IS NOT NULL",
        "INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ($3, $1, $2, $3, tstzrange(now() - interval '1 hour', NULL))",
    ] {
        let made = sqlx::query(sql).bind(okafor).bind(at.lakeside.id.0).bind(silva);
        made.execute(at.db.owner()).await.unwrap();
    }
    let (silva, hers) = (
        at.sign_in("silva@lakeside.example").await.unwrap(),
        at.sign_in(OKAFOR).await.unwrap(),
    );
    let to = at.lakeside.id.to_string();
    at.act(
        "/my/consents",
        &hers,
        &[("purpose", "treatment"), ("version", "1"), ("to", &to)],
    )
    .await;
    let none = post_and_read(&at, &door(okafor), &silva, &[("act", "none")]).await;
    assert!(none.contains("Another hospital has written down an allergy."), "{none}");
}
