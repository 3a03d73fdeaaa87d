//! Who somebody is, changed with its history; a patient here no longer, and again.

use reqwest::StatusCode;

use super::merge::{HADDAD, read};
use super::{WANJIRU, known, search, shown_last};
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

/// The revision that the form on this page shows.
fn revision(html: &str) -> String {
    html.split("name=\"revision\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_married_name_is_written_and_the_old_one_stays_to_be_seen() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let okafor = at.riverbend.patients[0];
    let door = format!("/patients/{okafor}/record/identity");
    let html = page(&at, &door, &desk).await.text().await.unwrap();
    assert!(
        html.contains("value=\"Okafor\"")
            && html.contains("value=\"1969-04-02\"")
            && html.contains("Nothing was changed"),
        "{html}"
    );
    let seen = revision(&html);
    let typed = |family: &'static str, revision: &str| {
        vec![
            ("act", "change".to_owned()),
            ("revision", revision.to_owned()),
            ("family_name", family.to_owned()),
            ("given_name", "Amara".to_owned()),
            ("born_on", "1969-04-02".to_owned()),
            ("sex", "female".to_owned()),
        ]
    };
    let send = |fields: Vec<(&'static str, String)>| {
        let (at, door, desk) = (&at, &door, &desk);
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            post_and_read(at, door, desk, &fields).await
        }
    };
    // Her health id of the test fits no card: it is left out, and that is a change as well.
    let said = send(typed("Okafor-Eze", &seen)).await;
    for part in [
        "Saved.",
        "<s>Okafor<",
        "OKAFOR-EZE, Amara",
        "G. Wanjiru",
        "<s>Not recorded<",
        "Female",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(
        search(&at, &desk, "eze").await.0.contains("OKAFOR-EZE"),
        "found under the new name at once"
    );
    assert_eq!(shown_last(&at, "patient.change").await, [okafor]);

    let late = send(typed("Okafor", &seen)).await;
    assert!(late.contains("Somebody else has just changed this."), "{late}");
    assert!(
        late.contains("value=\"Okafor-Eze\""),
        "the form shows what stands there now: {late}"
    );
    let same = send(typed("Okafor-Eze", &revision(&said))).await;
    assert!(same.contains("Nothing differs"), "{same}");
    let wrong = send(typed("", &revision(&said))).await;
    assert!(wrong.contains("id=\"family_name-error\""), "{wrong}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_moved_away_is_marked_in_every_list_and_comes_back() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let otieno = known(&at, at.riverbend.id.0, "RG-31", "Otieno", "Grace", "1991-05-09").await;
    let door = format!("/patients/{otieno}/record/identity");
    let wrong = post_and_read(&at, &door, &desk, &[("act", "leave"), ("because", "bored")]).await;
    assert!(wrong.contains("Choose why."), "{wrong}");
    let left = post_and_read(&at, &door, &desk, &[("act", "leave"), ("because", "moved")]).await;
    assert!(
        left.contains("No longer. They have moved away") && left.contains("A patient here again"),
        "{left}"
    );
    assert!(
        search(&at, &desk, "otieno")
            .await
            .0
            .contains("No longer a patient here")
    );
    let twice = post_and_read(&at, &door, &desk, &[("act", "leave"), ("because", "moved")]).await;
    assert!(twice.contains("no longer already"), "{twice}");
    post_and_read(&at, &door, &desk, &[("act", "come-back")]).await;
    assert!(
        !search(&at, &desk, "otieno")
            .await
            .0
            .contains("No longer a patient here")
    );
    let record = read(&at, &format!("/patients/{otieno}/record"), &desk).await;
    let stays = record.split("id=\"hospitals\"").nth(1).unwrap_or_default();
    assert!(
        stays.contains("Riverbend General") && stays.matches("<time").count() == 3,
        "from when to when, and since when again: {stays}"
    );
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    assert_eq!(
        post(&at, &door, &silva, &[("act", "come-back")]).await.status(),
        StatusCode::NOT_FOUND
    );
}

/// What is typed of Ivan Petrov.
fn petrov<'a>(family: &'a str, given: &'a str, revision: &'a str) -> [(&'a str, &'a str); 6] {
    [
        ("act", "change"),
        ("revision", revision),
        ("family_name", family),
        ("given_name", given),
        ("born_on", "1969-04-02"),
        ("sex", "male"),
    ]
}

/// He is one person in both hospitals, and neither sees what the other changed: so the row itself says that somebody did.
#[tokio::test(flavor = "multi_thread")]
async fn what_another_hospital_corrected_is_not_written_over_by_a_form_that_is_older() {
    let at = Wardlight::open().await;
    let petrov_id = at.lakeside.patients[0];
    sqlx::query("INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ($1, $2, 'RG-17')")
        .bind(petrov_id)
        .bind(at.riverbend.id.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    let (silva, desk) = (
        at.sign_in("silva@lakeside.example").await.unwrap(),
        at.sign_in(WANJIRU).await.unwrap(),
    );
    let door = format!("/patients/{petrov_id}/record/identity");
    let (hers, older) = (
        revision(&read(&at, &door, &silva).await),
        revision(&read(&at, &door, &desk).await),
    );
    let said = post_and_read(&at, &door, &silva, &petrov("Petrow", "Ivan", &hers)).await;
    assert!(said.contains("Saved."), "{said}");
    let late = post_and_read(&at, &door, &desk, &petrov("Petrov", "Ivan Ilyich", &older)).await;
    assert!(
        late.contains("Another hospital has changed this meanwhile.") && !late.contains("Lakeside"),
        "{late}"
    );
    assert!(
        late.contains("value=\"Petrow\"") && late.contains("value=\"Ivan\""),
        "{late}"
    );
    let name: String = sqlx::query_scalar("SELECT family_name FROM patient WHERE id = $1")
        .bind(petrov_id)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(name, "Petrow");
    let said = post_and_read(&at, &door, &desk, &petrov("Petrow", "Ivan Ilyich", &revision(&late))).await;
    assert!(said.contains("Saved."), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_leaves_while_a_device_measures_them_or_they_lie_on_a_ward_and_who_has_left_comes_to_none() {
    let at = Wardlight::open().await;
    let (desk, haddad) = (at.sign_in(WANJIRU).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let left = [("act", "leave"), ("because", "moved")];
    let on_device = format!("/patients/{}/record/identity", at.riverbend.patients[0]);
    let said = post_and_read(&at, &on_device, &desk, &left).await;
    assert!(said.contains("A device measures them now."), "{said}");

    let otieno = known(&at, at.riverbend.id.0, "RG-31", "Otieno", "Grace", "1991-05-09").await;
    let (door, care) = (
        format!("/patients/{otieno}/record/identity"),
        format!("/patients/{otieno}/care"),
    );
    let ward = at.riverbend.ward.to_string();
    let admit = [("act", "admit"), ("ward", ward.as_str())];
    let said = post_and_read(&at, &care, &haddad, &admit).await;
    assert!(said.contains("The patient lies on this ward from now on."), "{said}");
    let said = post_and_read(&at, &door, &desk, &left).await;
    assert!(said.contains("They lie on a ward. Discharge them"), "{said}");
    post_and_read(&at, &care, &haddad, &[("act", "discharge")]).await;
    let said = post_and_read(&at, &door, &desk, &left).await;
    assert!(
        said.contains("They are a patient of this hospital no longer."),
        "{said}"
    );

    let said = post_and_read(&at, &care, &haddad, &admit).await;
    assert!(
        said.contains("They are a patient here no longer. Say on the page that changes their record"),
        "{said}"
    );
    let session = sqlx::query(
        "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during) VALUES (gen_random_uuid(), $1, $2, $3, tstzrange('2020-01-01', '2020-01-02'))",
    )
    .bind(at.riverbend.devices[0].id.0)
    .bind(at.riverbend.id.0)
    .bind(otieno)
    .execute(at.db.owner())
    .await
    .unwrap_err();
    assert_eq!(
        session.as_database_error().unwrap().constraint(),
        Some("registration_active")
    );
    post_and_read(&at, &door, &desk, &[("act", "come-back")]).await;
    let said = post_and_read(&at, &care, &haddad, &admit).await;
    assert!(said.contains("The patient lies on this ward from now on."), "{said}");

    // Nor does a device go on with somebody whom the hospital let go before it was asked.
    sqlx::query("UPDATE registration SET status = 'inactive' WHERE patient_id = $1")
        .bind(at.riverbend.patients[0])
        .execute(at.db.owner())
        .await
        .unwrap();
    let next = serde_json::json!({ "started_at": at.at(-5.0) });
    let refused = at.post_to(&at.riverbend.devices[0], "sessions", &next).await;
    assert_eq!(refused.status(), StatusCode::CONFLICT);
    let said = refused.text().await.unwrap();
    assert!(
        said.contains("Whom this device measured is a patient here no longer."),
        "{said}"
    );
}
