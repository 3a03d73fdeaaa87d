//! What is typed at a chair keeps its unit, and a weight that is far from what is known is asked about once.

use super::Chair;
use crate::support::door::page;

/// A dry weight as its form sends it.
fn weight<'a>(kg: &'a str, unit: &'a str, more: &[(&'static str, &'a str)]) -> Vec<(&'static str, &'a str)> {
    let mut fields = vec![
        ("act", "dry_weight"),
        ("weight", kg),
        ("weight_unit", unit),
        ("reason", "Less oedema."),
    ];
    fields.extend(more);
    fields
}

impl Chair {
    async fn set(&self, cookie: &str, fields: &[(&'static str, &str)]) -> String {
        page(&self.at, &self.path("/prescription"), cookie, fields).await
    }

    /// The dry weights, the oldest first, in tenths of a kilogram.
    async fn dry(&self) -> Vec<i64> {
        sqlx::query_scalar("SELECT round(kg * 10)::bigint FROM dry_weight ORDER BY set_at, id")
            .fetch_all(self.at.db.owner())
            .await
            .unwrap()
    }

    async fn last_dry(&self) -> String {
        self.one("SELECT id::text FROM dry_weight ORDER BY set_at DESC, id DESC LIMIT 1")
            .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_read_in_the_unit_that_stood_beside_it() {
    let unit = Chair::open().await;
    let doctor = unit.doctor().await;
    let form = unit.set(&doctor, &[]).await;
    assert!(form.contains("name=\"weight_unit\" value=\"kg\""), "{form}");
    // The form was drawn in pounds; in another tab the reader has chosen kilograms since.
    let said = unit.set(&doctor, &weight("160", "[lb_av]", &[])).await;
    assert!(said.contains("The dry weight is set."), "{said}");
    assert_eq!(unit.dry().await, [726], "160 lb are 72.6 kg");

    // A unit that is none, of something else, or did not come: nobody guesses.
    let seen = unit.last_dry().await;
    for none in ["", "stone", "Cel"] {
        let said = unit.set(&doctor, &weight("160", none, &[("seen", &seen)])).await;
        assert!(
            said.contains("It is not known in which unit this was typed."),
            "{none}: {said}"
        );
        assert!(said.contains("value=\"160\""), "what was typed stays");
    }
    // A fault of something else comes back in the unit in which it was typed, though they read in kilograms.
    let mut short = weight("161", "[lb_av]", &[("seen", &seen)]);
    short[3] = ("reason", "");
    let said = unit.set(&doctor, &short).await;
    assert!(
        said.contains("name=\"weight_unit\" value=\"[lb_av]\"")
            && said.contains("(lb)")
            && said.contains("value=\"161\""),
        "{said}"
    );
    assert_eq!(unit.dry().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weight_that_is_far_off_is_asked_about_once() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let seen = unit.last_dry().await;
    let asked = unit.set(&doctor, &weight("27", "kg", &[("seen", &seen)])).await;
    for part in [
        "The dry weight is 72.5\u{a0}kg. Is 27.0\u{a0}kg right?",
        "href=\"#confirmed\"",
        "name=\"confirmed\" value=\"27\"",
        "Less oedema.",
    ] {
        assert!(asked.contains(part), "{part}: {asked}");
    }
    assert_eq!(unit.dry().await, [725]);
    // Another weight than the one that was confirmed is asked about, too.
    let other = weight("28", "kg", &[("seen", &seen), ("confirmed", "27")]);
    assert!(unit.set(&doctor, &other).await.contains("Is 28.0\u{a0}kg right?"));
    let sure = weight("27", "kg", &[("seen", &seen), ("confirmed", "27")]);
    assert!(unit.set(&doctor, &sure).await.contains("The dry weight is set."));
    let seen = unit.last_dry().await;
    let back = weight("72.5", "kg", &[("seen", &seen), ("confirmed", "72.5")]);
    assert!(unit.set(&doctor, &back).await.contains("The dry weight is set."));

    // The same at the chair, before and after; what is near is not asked about.
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    let asked = unit.look(&nurse, &[("weight", "47.9")]).await;
    assert!(
        asked.contains("The dry weight is 72.5\u{a0}kg. Is 47.9\u{a0}kg right?"),
        "{asked}"
    );
    let looks: i64 = unit.one("SELECT count(*) FROM session_before").await;
    assert_eq!(looks, 0);
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    let mut after = super::AFTER.to_vec();
    after[1] = ("weight", "27.4");
    let asked = unit.at_the_chair(&nurse, &after).await;
    assert!(
        asked.contains("The last weight was 74.9\u{a0}kg. Is 27.4\u{a0}kg right?"),
        "{asked}"
    );
    let said = unit.at_the_chair(&nurse, &super::AFTER).await;
    assert!(said.contains("A doctor signs it."), "{said}");

    // A weight that was amended is the one that is known.
    unit.sign(&doctor, "").await;
    let amended = [
        ("act", "amend_number"),
        ("number", "weight_after"),
        ("value", "73.9"),
        ("reason", "The scale stood askew."),
    ];
    unit.at_the_chair(&doctor, &amended).await;
    let seen = unit.last_dry().await;
    let asked = unit.set(&doctor, &weight("27", "kg", &[("seen", &seen)])).await;
    assert!(
        asked.contains("The last weight was 73.9\u{a0}kg. Is 27.0\u{a0}kg right?"),
        "{asked}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_set_the_dry_weight_the_second_looks_again() {
    let unit = Chair::open().await;
    let doctor = unit.doctor().await;
    unit.set(&doctor, &weight("72.5", "kg", &[])).await;
    let seen = unit.last_dry().await;
    let first = unit.set(&doctor, &weight("71.5", "kg", &[("seen", &seen)])).await;
    assert!(first.contains("The dry weight is set."), "{first}");
    for late in [seen.as_str(), ""] {
        let said = unit.set(&doctor, &weight("73", "kg", &[("seen", late)])).await;
        assert!(
            said.contains("Somebody else set the dry weight meanwhile.") && said.contains("value=\"73\""),
            "{said}"
        );
    }
    assert_eq!(unit.dry().await, [725, 715]);

    // A form that comes back for another fault still says what its writer had seen.
    let mut short = weight("73", "kg", &[("seen", &seen)]);
    short[3] = ("reason", "");
    let said = unit.set(&doctor, &short).await;
    assert!(said.contains(&format!("name=\"seen\" value=\"{seen}\"")), "{said}");
    let late = unit.set(&doctor, &weight("73", "kg", &[("seen", &seen)])).await;
    let newest = unit.last_dry().await;
    assert!(late.contains(&format!("name=\"seen\" value=\"{newest}\"")), "{late}");
}
