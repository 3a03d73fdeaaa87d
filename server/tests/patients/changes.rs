//! Who somebody is, changed with its history; a patient here no longer, and again.

use reqwest::StatusCode;

use super::{WANJIRU, search, shown_last};
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

/// The version that the form on this page shows.
fn version(html: &str) -> String {
    html.split("name=\"version\" value=\"")
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
    let seen = version(&html);
    let typed = |family: &'static str, version: &str| {
        vec![
            ("act", "change".to_owned()),
            ("version", version.to_owned()),
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
    let same = send(typed("Okafor-Eze", &version(&said))).await;
    assert!(same.contains("Nothing differs"), "{same}");
    let wrong = send(typed("", &version(&said))).await;
    assert!(wrong.contains("id=\"family_name-error\""), "{wrong}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_moved_away_is_marked_in_every_list_and_comes_back() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let door = format!("/patients/{}/record/identity", at.riverbend.patients[0]);
    let wrong = post_and_read(&at, &door, &desk, &[("act", "leave"), ("because", "bored")]).await;
    assert!(wrong.contains("Choose why."), "{wrong}");
    let left = post_and_read(&at, &door, &desk, &[("act", "leave"), ("because", "moved")]).await;
    assert!(
        left.contains("No longer. They have moved away") && left.contains("A patient here again"),
        "{left}"
    );
    assert!(
        search(&at, &desk, "okafor")
            .await
            .0
            .contains("No longer a patient here")
    );
    let twice = post_and_read(&at, &door, &desk, &[("act", "leave"), ("because", "moved")]).await;
    assert!(twice.contains("no longer already"), "{twice}");
    post_and_read(&at, &door, &desk, &[("act", "come-back")]).await;
    assert!(
        !search(&at, &desk, "okafor")
            .await
            .0
            .contains("No longer a patient here")
    );
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    assert_eq!(
        post(&at, &door, &silva, &[("act", "come-back")]).await.status(),
        StatusCode::NOT_FOUND
    );
}
