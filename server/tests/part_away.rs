//! One part of a page does not load while the rest does: it says so where it would stand, and never reads like "none". To add one: a part whose failure leaves the page alone, and the table that only
//! it asks.

use crate::sign_in::{ACHIENG, RAO};
use crate::support::Wardlight;
use crate::support::door::page;

impl Wardlight {
    /// What asks this table is refused by the database from here on.
    async fn lose(&self, table: &'static str) {
        // reviewed: our own statement
        sqlx::raw_sql(sqlx::AssertSqlSafe(format!(
            "ALTER TABLE {table} RENAME TO {table}_lost"
        )))
        .execute(self.db.owner())
        .await
        .unwrap();
    }

    /// The page before and after the table is lost.
    async fn around(&self, path: &str, cookie: &str, table: &'static str) -> (String, String) {
        let before = page(self, path, cookie, &[]).await;
        assert!(!before.contains("did not load"), "{before}");
        self.lose(table).await;
        (before, page(self, path, cookie, &[]).await)
    }
}

/// A chart without the card of medicines reads like a patient who takes none.
#[tokio::test(flavor = "multi_thread")]
async fn what_stands_beside_a_chart_says_that_it_did_not_load() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let chart = format!("/patients/{}", at.riverbend.patients[0]);
    let (before, after) = at.around(&chart, &rao, "patient_medicine").await;
    assert!(before.contains("id=\"medicines\""), "{before}");
    assert!(
        after.contains("Conditions, medicines and what is new did not load."),
        "{after}"
    );
    assert!(
        after.contains("id=\"readings\""),
        "the rest of the chart stands: {after}"
    );
}

/// The tabs lead to the record, to who treats, to the dialysis.
#[tokio::test(flavor = "multi_thread")]
async fn the_ways_to_the_other_pages_of_a_patient_say_that_they_did_not_load() {
    let at = Wardlight::open().await;
    let nurse = at.sign_in(ACHIENG).await.unwrap();
    let chart = format!("/patients/{}", at.riverbend.patients[0]);
    // A doctor prescribes: for whoever does not, it is asked whether the patient is dialysed.
    let (before, after) = at.around(&chart, &nurse, "dialysis_prescription").await;
    assert!(before.contains("aria-label=\"This patient\""), "{before}");
    assert!(
        after.contains("The ways to the other pages of this patient did not load."),
        "{after}"
    );
}

/// "I treat 0" and a ward without a bed are what a doctor reads who treats nobody.
#[tokio::test(flavor = "multi_thread")]
async fn a_ward_that_does_not_know_whom_its_reader_treats_shows_every_bed_and_says_so() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let mine = format!("/ward/{}?sort=need&show=mine", at.riverbend.ward);
    let counted = |html: &str| {
        let mut links = html.split("<a ").filter_map(|link| link.split("</a>").next());
        links.any(|link| link.contains("show=mine\"") && link.contains("segmented__count"))
    };
    let (before, after) = at.around(&mine, &rao, "patient_look").await;
    assert!(
        before.contains("ward__shown--mine") && counted(&before),
        "whom she treats: {before}"
    );
    assert!(
        after.contains("Whom you treat, and what is new to you did not load."),
        "{after}"
    );
    assert!(
        after.contains("ward__shown--all") && !after.contains("ward__shown--mine"),
        "every bed: {after}"
    );
    assert!(!counted(&after), "nobody knows how many: {after}");
}

/// A home without a next visit is that of who has none.
#[tokio::test(flavor = "multi_thread")]
async fn the_home_of_a_patient_says_that_what_is_next_did_not_load() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in("okafor@riverbend.example").await.unwrap();
    let (_, after) = at.around("/my", &okafor, "dialysis_wait").await;
    assert!(after.contains("What is next at your dialysis did not load."), "{after}");
    assert!(after.contains("Call my nurse"), "the rest of the home stands: {after}");
}

/// An administrator reads where it will break: each figure leads on, and what did not load is no 0.
#[tokio::test(flavor = "multi_thread")]
async fn the_figures_of_a_hospital_lead_on_and_say_what_did_not_load() {
    let at = Wardlight::open().await;
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let (before, after) = at.around("/hospital", &haddad, "alarm_event").await;
    for (figure, way) in [
        ("Dialysis machines out of service", "/hospital/machines"),
        (
            "Alarms of 24 hours that nobody answered",
            "/hospital/alarm-budget?days=1",
        ),
    ] {
        assert!(before.contains(figure), "{figure}: {before}");
        assert!(before.contains(&format!("href=\"{way}\"")), "{way}: {before}");
    }
    assert!(
        after.contains("What is missed, out of service or not answered did not load."),
        "{after}"
    );
    assert!(
        after.contains("Dialysis machines out of service") && !after.contains("that nobody answered"),
        "the other figures stand: {after}"
    );
}
