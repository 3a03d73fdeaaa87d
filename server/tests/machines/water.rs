//! The water for dialysis and the fluids made of it: what holds a ward's machines back, and limits with their history.

use domain::devices::water::{Fluid, Measure};

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
    for fluid in Fluid::ALL {
        for measure in Measure::ALL {
            let rule = measure.default_limit(fluid);
            let row: Option<(f64, Option<f64>, i32)> = sqlx::query_as(
                "SELECT max::float8, action_from::float8, valid_hours FROM water_measure WHERE name = $1 AND fluid = $2",
            )
            .bind(measure.name())
            .bind(fluid.name())
            .fetch_optional(unit.at.db.owner())
            .await
            .unwrap();
            let rule = rule.map(|rule| (rule.max, rule.action_from, rule.valid_hours));
            assert_eq!(row, rule, "{measure:?} in {fluid:?}");
        }
    }
}

/// Each fluid is tested for itself: what is found in ultrapure fluid holds back who is given it, and nobody else.
#[tokio::test(flavor = "multi_thread")]
async fn a_failed_test_of_ultrapure_fluid_holds_back_haemodiafiltration_alone() {
    let unit = Unit::with_water().await;
    assert_eq!(unit.unfit_to_substitute().await, some("ultrapure_missing"));
    let said = unit.test_fluid("ultrapure", "hardness", "5").await;
    assert!(said.contains("Choose bacteria or endotoxin."), "{}", said.len());
    unit.test_fluid("ultrapure", "bacteria", "0.09").await;
    assert_eq!(unit.unfit_to_substitute().await, some("ultrapure_missing"), "not all");
    unit.test_fluid("ultrapure", "endotoxin", "0.02").await;
    assert_eq!(unit.unfit_to_substitute().await, None);

    let said = unit.test_fluid("ultrapure", "bacteria", "0.1").await;
    assert!(
        said.contains("no treatment that needs this fluid is started in this ward"),
        "{}",
        said.len()
    );
    assert_eq!(unit.unfit_to_substitute().await, some("ultrapure_failed"));
    assert_eq!((unit.unfit().await, unit.unfit_to_book(24).await), (None, None));
    // Fewer than 100 in water is no answer for ultrapure fluid, and the other way about.
    unit.test_water("bacteria", "0").await;
    assert_eq!(unit.unfit_to_substitute().await, some("ultrapure_failed"));
    unit.test_fluid("ultrapure", "bacteria", "0").await;
    assert_eq!(unit.unfit_to_substitute().await, None);

    // Nothing may have grown in what is given into the blood.
    unit.test_fluid("substitution", "bacteria", "0.001").await;
    assert_eq!(unit.unfit_to_substitute().await, some("ultrapure_failed"));
    unit.test_fluid("substitution", "bacteria", "0").await;
    assert_eq!(unit.unfit_to_substitute().await, None);
    // Dialysis fluid that is not good enough for haemodialysis holds everybody back.
    unit.test_fluid("standard", "endotoxin", "0.49").await;
    assert_eq!(unit.unfit().await, None);
    unit.test_fluid("standard", "endotoxin", "0.5").await;
    assert_eq!(unit.unfit().await, some("water_failed"));
    unit.test_fluid("standard", "endotoxin", "0.1").await;
    assert_eq!(unit.unfit().await, None);

    // A month later it answers no more.
    unit.sql(
        "UPDATE water_test SET taken_at = taken_at - interval '745 hours', logged_at = logged_at - interval '745 hours' WHERE fluid = 'ultrapure'"
            .to_owned(),
    )
    .await;
    assert_eq!(unit.unfit_to_substitute().await, some("ultrapure_missing"));
    assert_eq!(unit.unfit().await, None);
    let shown = page(&unit.at, "/hospital/machines/water", &unit.achieng, &[]).await;
    for words in [
        "Ultrapure dialysis fluid",
        "Substitution fluid",
        "ISO 23500-5:2019, 4.1.3",
        "Nothing grows",
    ] {
        assert!(shown.contains(words), "{words}");
    }
}

/// The fluid that touches every patient's membrane is listed before anybody tested it; that keeps no machine back.
#[tokio::test(flavor = "multi_thread")]
async fn that_standard_dialysis_fluid_was_never_tested_is_shown_and_is_no_gate() {
    let unit = Unit::with_water().await;
    let rows = async || {
        let shown = page(&unit.at, "/hospital/machines/water", &unit.achieng, &[]).await;
        let tables = shown.split("id=\"test-new\"").next().unwrap_or_default().to_owned();
        let rows = tables
            .split("<tr")
            .filter(|row| row.contains("Standard dialysis fluid"));
        rows.map(str::to_owned).collect::<Vec<_>>()
    };
    let never = rows().await;
    assert_eq!(never.len(), 2, "bacteria and endotoxin: {never:?}");
    assert!(
        never
            .iter()
            .all(|row| row.contains("Never tested") && row.contains("No valid test")),
        "{never:?}"
    );
    assert_eq!((unit.unfit().await, unit.unfit_to_book(24).await), (None, None));
    unit.test_fluid("standard", "bacteria", "12").await;
    let told = rows().await;
    assert_eq!(
        told.iter().filter(|row| row.contains("Never tested")).count(),
        1,
        "{told:?}"
    );
}

/// A limit is of one fluid; the others keep theirs, and so does what was tested before.
#[tokio::test(flavor = "multi_thread")]
async fn a_limit_of_one_fluid_leaves_the_others_as_they_are() {
    let unit = Unit::with_water().await;
    for measure in ["bacteria", "endotoxin"] {
        unit.test_fluid("ultrapure", measure, "0.02").await;
    }
    let stricter = [
        ("act", "limit"),
        ("fluid", "ultrapure"),
        ("measure", "endotoxin"),
        ("max", "0.01"),
        ("action_from", ""),
        ("valid_hours", "336"),
        ("reason", "Two weeks after the new loop"),
    ];
    let said = page(&unit.at, "/hospital/machines/water", &unit.haddad, &stricter).await;
    assert!(said.contains("Two weeks after the new loop"), "{}", said.len());
    assert_eq!(
        unit.unfit_to_substitute().await,
        None,
        "yesterday reads as it read yesterday"
    );
    unit.test_water("endotoxin", "0.02").await;
    assert_eq!(unit.unfit().await, None, "water has its own");
    unit.test_fluid("ultrapure", "endotoxin", "0.02").await;
    assert_eq!(unit.unfit_to_substitute().await, some("ultrapure_failed"));
    let (before, after, water): (i64, i64, f64) = sqlx::query_as(
        "SELECT count(*) FILTER (WHERE max = 0.03), count(*) FILTER (WHERE max = 0.01),
                (SELECT n.max::float8 FROM water_limit_now($1) n WHERE n.measure = 'endotoxin')
           FROM water_test WHERE fluid = 'ultrapure' AND measure = 'endotoxin'",
    )
    .bind(unit.at.riverbend.id.0)
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!((before, after, water), (1, 1, 0.25));
}
