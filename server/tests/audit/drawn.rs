//! One page load is one row, with everybody and every kind of data that the page showed; what the open page asks for afterwards has rows of its own.

use std::collections::{BTreeMap, BTreeSet};

use reqwest::StatusCode;
use uuid::Uuid;

use super::row::{Row, of_request};
use crate::sign_in::{ACHIENG, RAO, is_in};
use crate::support::Wardlight;

impl Wardlight {
    /// Loads a page; its status and its rows.
    async fn load(&self, cookie: &str, path: &str) -> (u16, Vec<Row>) {
        let page = self.client.get(self.url(path)).header("cookie", cookie);
        let answer = page.send().await.unwrap();
        let (status, number) = (answer.status().as_u16(), answer.headers()["x-request-id"].clone());
        // The rows are there when the first byte is.
        let number: Uuid = number.to_str().unwrap().parse().unwrap();
        (status, of_request(self, number).await)
    }
}

const CHART: [&str; 5] = ["vitals", "alarms", "demographics", "scores", "limits"];

#[tokio::test(flavor = "multi_thread")]
async fn a_chart_a_ward_and_the_home_of_a_patient_are_one_row_each() {
    let at = Wardlight::open().await;
    let okafor = at.riverbend.patients[0];
    let mut everybody = at.riverbend.patients.clone();
    everybody.sort();
    let (rao, hers) = (
        at.sign_in(RAO).await.unwrap(),
        at.sign_in("okafor@riverbend.example").await.unwrap(),
    );
    let chart = format!("/patients/{okafor}");
    for (cookie, path, action, whom, purpose) in [
        (&rao, chart.as_str(), "patient.read", vec![okafor], "TREAT"),
        (&rao, "/ward", "ward.watch", everybody, "TREAT"),
        (&hers, "/my", "patient.read", vec![okafor], "PATRQT"),
        (&hers, "/my/record", "patient.read", vec![okafor], "PATRQT"),
    ] {
        let (status, rows) = at.load(cookie, path).await;
        assert_eq!(status, 200, "{path}");
        let [row] = &rows[..] else { panic!("{path}: {rows:#?}") };
        assert_eq!((row.action.as_str(), &row.patients), (action, &whom), "{path}");
        // The banner of a chart warns of allergies; her own record says how she is reached, too.
        let more: &[&str] = match path {
            "/my/record" => &["contact", "papers", "background"],
            _ if path == chart => &["background"],
            _ => &[],
        };
        let kinds: Vec<&str> = CHART.iter().chain(more).copied().collect();
        assert_eq!(row.kinds, kinds, "{path}");
        assert_eq!(
            (row.purpose.as_deref(), row.outcome.as_str()),
            (Some(purpose), "allowed"),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_open_page_asks_for_later_has_rows_of_its_own() {
    let at = Wardlight::open().await;
    let okafor = at.riverbend.patients[0];
    let rao = at.sign_in(RAO).await.unwrap();
    for _ in 0..2 {
        let (status, rows) = at.load(&rao, &format!("/charts/patients/{okafor}/day.svg")).await;
        assert_eq!((status, rows.len()), (200, 1));
    }
    assert_eq!(super::row::rows(&at, "patient.read").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_part_that_is_refused_keeps_its_own_row() {
    let at = Wardlight::open().await;
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    let (status, rows) = at
        .load(&silva, &format!("/patients/{}", at.riverbend.patients[0]))
        .await;
    assert_eq!(status, 404);
    assert!(
        !rows.is_empty() && rows.iter().all(|row| row.outcome == "denied"),
        "{rows:#?}"
    );
}

/// The page waits for its row: where that cannot be written, nothing of anybody leaves.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_whose_row_cannot_be_written_does_not_leave() {
    let at = Wardlight::open().await;
    let (rao, achieng) = (at.sign_in(RAO).await.unwrap(), at.sign_in(ACHIENG).await.unwrap());
    assert!(is_in(&at, "/account", &achieng).await);
    super::commits_fail(&at, "audit_patient").await;
    for path in [format!("/patients/{}", at.riverbend.patients[0]), "/ward".to_owned()] {
        for cookie in [&rao, &achieng] {
            let answer = at
                .client
                .get(at.url(&path))
                .header("cookie", cookie)
                .send()
                .await
                .unwrap();
            assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR, "{path}");
            let page = answer.text().await.unwrap();
            assert!(!page.contains("Okafor") && !page.contains("RG-1"), "{path}: {page}");
        }
    }
}

/// Every page of the program, as everybody may open it. A page of a patient's record or dialysis shows who they are and what is known of
/// them: two rights, a row of each.
#[tokio::test(flavor = "multi_thread")]
async fn no_page_is_two_rows_of_one_right() {
    let at = Wardlight::open().await;
    super::doors::stories(&at).await;
    let mut several = BTreeMap::new();
    for (email, cookie, _) in super::doors::everybody(&at).await {
        for path in super::doors::paths(&at) {
            let (status, rows) = at.load(&cookie, &path).await;
            let shown: Vec<&Row> = rows.iter().filter(|row| row.outcome == "allowed").collect();
            let rights: BTreeSet<(&str, &str)> = shown
                .iter()
                .map(|row| (row.action.as_str(), row.subject.as_str()))
                .collect();
            let two = [
                "/record",
                "/dialysis",
                "/limits",
                "/updates",
                "/curves",
                "/monitor",
                "/minutes",
                "/critical",
            ];
            // The home of the portal says what is next at the dialysis unit, where somebody is treated there.
            let most = if path == "/my" || two.iter().any(|part| path.contains(part)) {
                2
            } else {
                1
            };
            if status == 200 && (shown.len() > rights.len() || shown.len() > most) {
                let deeds = shown.iter().map(|row| format!("{} {}", row.action, row.subject));
                several
                    .entry(path)
                    .or_insert((email.clone(), deeds.collect::<Vec<_>>()));
            }
        }
    }
    assert!(several.is_empty(), "{several:#?}");
}
