//! Conditions with their codes, medicines and operations: written by who cares, ended with a reason, never changed.

use reqwest::StatusCode;

use super::{WANJIRU, shown_last};
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

const RAO: &str = "rao@riverbend.example";

#[tokio::test(flavor = "multi_thread")]
async fn dr_rao_finds_a_condition_by_words_by_code_and_misspelt_and_writes_it() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let okafor = at.riverbend.patients[0];
    let door = format!("/patients/{okafor}/record/conditions");
    let empty = page(&at, &door, &rao).await.text().await.unwrap();
    assert!(empty.contains("Nothing is written"), "{empty}");
    for words in ["chronic kidney disease", "N18", "n18.3", "chronic kidny disease"] {
        let answer = post(&at, &door, &rao, &[("act", "search"), ("words", words)]).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let html = answer.text().await.unwrap();
        assert!(html.contains("Chronic kidney disease, stage 3"), "{words}: {html}");
    }
    let none = post(&at, &door, &rao, &[("act", "search"), ("words", "qqqqqqq")]).await;
    assert!(none.text().await.unwrap().contains("No such condition"));

    let condition = [
        ("act", "add"),
        ("icd10", "N18.30"),
        ("note", "since the transplant failed"),
        ("since_year", "2019"),
    ];
    let said = post_and_read(&at, &door, &rao, &condition).await;
    for part in [
        "Chronic kidney disease, stage 3 unspecified",
        "N18.30",
        "since the transplant failed",
        "2019",
        "Dr Anika Rao",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let again = post_and_read(&at, &door, &rao, &condition).await;
    assert!(again.contains("This condition stands here already."), "{again}");
    let none = post_and_read(&at, &door, &rao, &[("act", "add"), ("icd10", "X99.99")]).await;
    assert!(none.contains("Choose a condition of the list."), "{none}");
    let later = post_and_read(
        &at,
        &door,
        &rao,
        &[("act", "add"), ("icd10", "E11.9"), ("since_year", "2099")],
    )
    .await;
    assert!(later.contains("Enter a year of four digits that has begun"), "{later}");
    assert_eq!(shown_last(&at, "condition.add").await, [okafor]);

    // A fault loses nothing: the list that was found, what was chosen and what was typed stand there again.
    let wrong = [
        ("act", "add"),
        ("words", "e11.9"),
        ("icd10", "E11.9"),
        ("note", "since the pregnancy"),
        ("since_year", "2099"),
    ];
    let back = post_and_read(&at, &door, &rao, &wrong).await;
    for part in [
        "href=\"#since_year\"",
        "id=\"since_year\"",
        "value=\"2099\"",
        "value=\"since the pregnancy\"",
        "name=\"words\" value=\"e11.9\"",
    ] {
        assert!(back.contains(part), "{part}: {back}");
    }
    let chosen = back
        .split("<input")
        .find(|it| it.contains("value=\"E11.9\""))
        .expect("the list that was found");
    assert!(chosen.contains("checked"), "{chosen}");
    let unreasoned = post_and_read(&at, &door, &rao, &[("act", "end"), ("id", "none"), ("because", "")]).await;
    assert!(unreasoned.contains("Choose why it ends."), "{unreasoned}");

    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM patient_condition")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let ended = post_and_read(
        &at,
        &door,
        &rao,
        &[("act", "end"), ("id", &id.to_string()), ("because", "resolved")],
    )
    .await;
    assert!(
        ended.contains("Nothing is written") && ended.contains("It is over"),
        "{ended}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_itself_lets_nobody_change_what_was_written_of_a_condition() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let door = format!("/patients/{}/record/conditions", at.riverbend.patients[0]);
    post_and_read(&at, &door, &rao, &[("act", "add"), ("icd10", "N18.30")]).await;
    for change in [
        "UPDATE patient_condition SET code = 'E11.9'",
        "UPDATE patient_condition SET note = 'another one'",
        "UPDATE patient_condition SET since_year = 2001",
        "UPDATE patient_condition SET recorded_at = now()",
        "DELETE FROM patient_condition",
    ] {
        let mut tx = at.db.app.begin().await.unwrap();
        sqlx::query("SELECT set_config('app.hospital_id', $1, true)")
            .bind(at.riverbend.id.to_string())
            .execute(&mut *tx)
            .await
            .unwrap();
        let refused = sqlx::query(change).execute(&mut *tx).await.unwrap_err();
        assert_eq!(
            refused.as_database_error().unwrap().code().unwrap(),
            "42501",
            "{change}"
        );
    }
    let (code, note): (String, Option<String>) = sqlx::query_as("SELECT code, note FROM patient_condition")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!((code.as_str(), note), ("N18.30", None));
}

#[tokio::test(flavor = "multi_thread")]
async fn medicines_and_operations_stand_on_the_record_for_who_cares_and_not_for_reception() {
    let at = Wardlight::open().await;
    let (nurse, desk) = (
        at.sign_in("achieng@riverbend.example").await.unwrap(),
        at.sign_in(WANJIRU).await.unwrap(),
    );
    let okafor = at.riverbend.patients[0];
    let record = format!("/patients/{okafor}/record");
    let medicine = [
        ("act", "add"),
        ("name", "Metformin 500 mg"),
        ("dose", "1 tablet"),
        ("schedule", "morning and evening"),
    ];
    let said = post_and_read(&at, &format!("{record}/medicines"), &nurse, &medicine).await;
    assert!(
        said.contains("Metformin 500 mg") && said.contains("morning and evening"),
        "{said}"
    );
    let turned = [
        ("act", "add"),
        ("name", "Amoxicillin 500 mg"),
        ("dose", "1"),
        ("schedule", "thrice"),
        ("since", "2024-05"),
        ("until", "2024-04-30"),
    ];
    let said = post_and_read(&at, &format!("{record}/medicines"), &nurse, &turned).await;
    assert!(
        said.contains("It would end before it began.") && said.contains("id=\"until-error\""),
        "{said}"
    );
    let course = turned.map(|(name, value)| (name, if name == "until" { "2024-05-09" } else { value }));
    let said = post_and_read(&at, &format!("{record}/medicines"), &nurse, &course).await;
    for part in ["May 2024", "9 May 2024", "Has passed"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let ahead = [("act", "add"), ("procedure", "Transplant"), ("done_on", "2099-01")];
    let said = post_and_read(&at, &format!("{record}/surgeries"), &nurse, &ahead).await;
    assert!(said.contains("This lies ahead."), "{said}");
    let twice = post_and_read(&at, &format!("{record}/medicines"), &nurse, &medicine).await;
    assert!(twice.contains("stands here already"), "{twice}");
    let nothing = post_and_read(&at, &format!("{record}/medicines"), &nurse, &[("act", "add")]).await;
    for field in ["name", "dose", "schedule"] {
        assert!(nothing.contains(&format!("id=\"{field}-error\"")), "{field}: {nothing}");
    }
    let surgery = [
        ("act", "add"),
        ("procedure", "Fistula of the left arm"),
        ("done_on", "2021"),
        ("at_hospital", "Lakeside"),
    ];
    let said = post_and_read(&at, &format!("{record}/surgeries"), &nurse, &surgery).await;
    assert!(
        said.contains("Fistula of the left arm") && said.contains("2021"),
        "{said}"
    );

    let html = page(&at, &record, &nurse).await.text().await.unwrap();
    for part in ["Metformin 500 mg", "Fistula of the left arm", "Allergies not recorded"] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let html = page(&at, &record, &desk).await.text().await.unwrap();
    assert!(!html.contains("Metformin") && !html.contains("Fistula"), "{html}");
    for part in ["conditions", "medicines", "surgeries"] {
        assert_eq!(
            page(&at, &format!("{record}/{part}"), &desk).await.status(),
            StatusCode::FORBIDDEN,
            "{part}"
        );
    }
}
