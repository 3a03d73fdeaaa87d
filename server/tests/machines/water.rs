//! The water for dialysis: what holds a ward's machines back, and limits with their history.

use super::{Unit, some};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread")]
async fn without_a_valid_test_of_every_measure_no_treatment_starts_in_the_ward() {
    let unit = Unit::open().await;
    unit.disinfect("heat", "passed", "", "").await;
    assert_eq!(unit.unfit().await, some("water_missing"));
    for (measure, value) in [("total_chlorine", "0,02"), ("hardness", "5"), ("bacteria", "10")] {
        unit.test_water(measure, value).await;
        assert_eq!(unit.unfit().await, some("water_missing"), "{measure} alone is not all");
    }
    unit.test_water("endotoxin", "0.05").await;
    assert_eq!(unit.unfit().await, None);

    // A day later the chlorine answers no more: nothing starts, and what lies ahead may be booked, because it is tested anew each day.
    let older = |hours: i32, measure: &str| {
        format!(
            "UPDATE water_test SET taken_at = taken_at - interval '{hours} hours', logged_at = logged_at - interval '{hours} hours' WHERE measure = '{measure}'"
        )
    };
    unit.sql(older(25, "total_chlorine")).await;
    assert_eq!(unit.unfit().await, some("water_missing"));
    assert_eq!(unit.unfit_to_book(24).await, None);
    // A month later the bacteria, too; that comes from a laboratory, and nothing is booked on it.
    unit.test_water("total_chlorine", "0.02").await;
    unit.sql(older(800, "bacteria")).await;
    assert_eq!(unit.unfit().await, some("water_missing"));
    assert_eq!(unit.unfit_to_book(24).await, some("water_missing"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_test_over_its_limit_stops_the_ward_until_one_has_passed() {
    let unit = Unit::with_water().await;
    let said = unit.test_water("total_chlorine", "0.15").await;
    assert!(said.contains("no treatment is started in this ward"), "{}", said.len());
    assert_eq!(unit.unfit().await, some("water_failed"));
    assert_eq!(unit.unfit_to_book(24).await, some("water_failed"));
    unit.test_water("total_chlorine", "0.1").await;
    assert_eq!(unit.unfit().await, None, "the limit itself is within it");
    let said = unit.test_water("bacteria", "60").await;
    assert!(
        said.contains("at the level at which something is to be done"),
        "{}",
        said.len()
    );
    assert_eq!(
        unit.unfit().await,
        None,
        "something is to be done, and treatment goes on"
    );
    unit.test_water("bacteria", "100").await;
    assert_eq!(unit.unfit().await, some("water_failed"), "below 100 means below");
    // Another ward's water is none of this machine's business.
    unit.sql(format!(
        "INSERT INTO ward (id, hospital_id, name) VALUES ('00000000-0000-0000-0000-0000000000e5', '{0}', 'Ward 5');
         UPDATE device SET ward_id = '00000000-0000-0000-0000-0000000000e5' WHERE id = '{1}'",
        unit.at.riverbend.id, unit.device
    ))
    .await;
    assert_eq!(unit.unfit().await, some("water_missing"));
}

/// A good test at one point says nothing of another that failed: the newest of each point counts, however its name is written.
#[tokio::test(flavor = "multi_thread")]
async fn each_point_at_which_water_is_drawn_counts() {
    let unit = Unit::with_water().await;
    let ward = unit.at.riverbend.ward.to_string();
    let drawn = async |point: &str, value: &str| {
        let fields = [
            ("act", "log"),
            ("ward", ward.as_str()),
            ("measure", "endotoxin"),
            ("value", value),
            ("point", point),
        ];
        page(&unit.at, "/hospital/machines/water", &unit.achieng, &fields).await
    };
    drawn("Station 3", "0.30").await;
    assert_eq!(unit.unfit().await, some("water_failed"));
    drawn("Loop end", "0.05").await;
    assert_eq!(unit.unfit().await, some("water_failed"), "another point");
    let shown = page(&unit.at, "/hospital/machines/water", &unit.achieng, &[]).await;
    let now = shown.split("id=\"tests\"").next().unwrap_or_default();
    assert!(now.contains("Station 3"), "what holds the ward back is named");
    drawn("station 3", "0.05").await;
    assert_eq!(unit.unfit().await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_is_set_with_its_reason_and_what_was_tested_before_keeps_the_limit_of_its_day() {
    let unit = Unit::with_water().await;
    unit.test_water("endotoxin", "0.05").await;
    let door = "/hospital/machines/water";
    let limit = |reason: &'static str| {
        [
            ("act", "limit"),
            ("measure", "endotoxin"),
            ("max", "0.03"),
            ("action_from", ""),
            ("valid_hours", "744"),
            ("reason", reason),
        ]
    };
    assert_eq!(unit.status(&unit.achieng, door, &limit("Ultrapure")).await, 403);
    let said = page(&unit.at, door, &unit.haddad, &limit("")).await;
    assert!(said.contains("Say why, in a few words."), "{}", said.len());
    let said = page(&unit.at, door, &unit.haddad, &limit("Ultrapure for HDF")).await;
    assert!(
        said.contains("Ultrapure for HDF"),
        "the history says why: {}",
        said.len()
    );
    assert_eq!(unit.unfit().await, None, "yesterday reads as it read yesterday");
    unit.test_water("endotoxin", "0.05").await;
    assert_eq!(unit.unfit().await, some("water_failed"));
    let (tests, limits): (i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM water_test WHERE measure = 'endotoxin' AND max = 0.25), (SELECT count(*) FROM water_limit)",
    )
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!((tests, limits), (2, 1));
}

/// What holds where a hospital has set nothing is said twice: for pages and in the database.
#[tokio::test(flavor = "multi_thread")]
async fn the_database_and_the_rules_know_the_same_limits() {
    let unit = Unit::open().await;
    for measure in domain::devices::water::Measure::ALL {
        let rule = measure.default_limit();
        let row: (f64, Option<f64>, i32) =
            sqlx::query_as("SELECT max::float8, action_from::float8, valid_hours FROM water_measure WHERE name = $1")
                .bind(measure.name())
                .fetch_one(unit.at.db.owner())
                .await
                .unwrap();
        assert_eq!(row, (rule.max, rule.action_from, rule.valid_hours), "{measure:?}");
    }
}
