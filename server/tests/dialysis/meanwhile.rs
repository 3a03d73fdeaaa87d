//! What somebody looks at while blood runs: the access, with what was found of it, and how much of the anticoagulant the machine has given.

use serde_json::json;

use super::Chair;
use crate::support::door::page;

const LOOK: &str = "Look at the access";

impl Chair {
    async fn looks_at_access(&self, cookie: &str, in_sight: &str, found: &str, note: &str) -> String {
        let fields = [
            ("act", "look_access"),
            ("in_sight", in_sight),
            ("found", found),
            ("note", note),
        ];
        self.at_the_chair(cookie, &fields).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_access_is_looked_at_while_blood_runs_and_what_was_found_is_told() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    let early = unit.looks_at_access(&nurse, "yes", "fine", "").await;
    assert!(early.contains("This is written only while blood runs."), "not yet");
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    let runs = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(runs.contains(LOOK) && runs.contains("4 of 10 done"), "it is due");

    let hollow = unit.looks_at_access(&nurse, "yes", "", "").await;
    assert!(hollow.contains("There is a problem"), "what was found is said");
    let told = unit.looks_at_access(&nurse, "yes", "other", "").await;
    assert!(told.contains("Say what was found."), "and what else it is");
    assert_eq!(unit.one::<i64>("SELECT count(*) FROM session_access_look").await, 0);

    // What is not well stays due, and so does what is covered.
    for (in_sight, found, shown) in [
        ("yes", "bleeding", "Bleeding"),
        ("no", "fine", "Nothing wrong, not in sight"),
    ] {
        let said = unit.looks_at_access(&nurse, in_sight, found, "the upper needle").await;
        assert!(
            said.contains("It is written down.") && said.contains(&format!("Access looked at: {shown}")),
            "{found}"
        );
        let part = unit.moves(&nurse).await;
        assert!(part.contains(shown) && part.contains("4 of 10 done"), "{part}");
    }
    let paper = page(&unit.at, &format!("{}/hand-over", unit.chair()), &nurse, &[]).await;
    assert!(
        paper.contains("Nothing wrong, not in sight") && paper.contains(LOOK),
        "still to do"
    );
    assert!(
        page(&unit.at, "/dialysis", &nurse, &[]).await.contains(LOOK),
        "the board says it"
    );

    let well = unit.looks_at_access(&doctor, "yes", "fine", "").await;
    assert!(well.contains("It is written down."), "{}", well.len());
    assert!(
        unit.moves(&nurse).await.contains("5 of 10 done"),
        "done by whoever looked"
    );
    let paper = page(&unit.at, &format!("{}/hand-over", unit.chair()), &nurse, &[]).await;
    assert!(!paper.contains(LOOK), "nothing of it is left to do");
    assert!(
        !page(&unit.at, "/dialysis", &nurse, &[]).await.contains(LOOK),
        "nor on the board"
    );

    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    let late = unit.looks_at_access(&nurse, "yes", "fine", "").await;
    assert!(late.contains("This is written only while blood runs."), "over");
    let changed = sqlx::query("UPDATE session_access_look SET found = 'fine'")
        .execute(unit.at.db.owner())
        .await
        .unwrap_err();
    let broken = changed.as_database_error().and_then(|error| error.constraint());
    assert_eq!(broken, Some("session_access_look_stays"));
}

#[tokio::test(flavor = "multi_thread")]
async fn how_much_of_the_anticoagulant_was_given_is_what_the_machine_or_somebody_read() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let so_far = "Anticoagulant given so far";
    let in_ml = "counts the anticoagulant in mL of its syringe";
    let part = unit.moves(&nurse).await;
    assert!(
        part.contains(so_far) && !part.contains(in_ml),
        "nobody knows it yet: {part}"
    );

    let wrong = [("act", "observe"), ("anticoagulant_given", "101")];
    let said = unit.at_the_chair(&nurse, &wrong).await;
    assert!(said.contains("There is a problem"), "a syringe holds less");
    let read = [("act", "observe"), ("anticoagulant_given", "1.9")];
    let said = unit.at_the_chair(&nurse, &read).await;
    assert!(said.contains("It is written down."), "{}", said.len());
    let part = unit.moves(&nurse).await;
    assert!(part.contains("<b>1.9</b>") && part.contains(in_ml), "{part}");

    // What the machine itself sends comes before what somebody read.
    unit.at.later(60);
    let reading = json!({ "seq": 1, "taken_at": unit.at.at(-1.0), "heparin_total": 3.7 });
    let answer = unit.at.post(&unit.at.riverbend.devices[1], &reading).await;
    assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
    let part = unit.moves(&nurse).await;
    assert!(part.contains("<b>3.7</b>") && !part.contains("<b>1.9</b>"), "{part}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_again_and_again_is_in_reach_while_blood_runs_and_only_then() {
    let bar = "class=\"at-hand\"";
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    let booked = unit.at_the_chair(&nurse, &[]).await;
    assert!(!booked.contains(bar), "nothing is written yet");
    unit.start(&doctor, &nurse).await;
    let runs = unit.at_the_chair(&nurse, &[]).await;
    let at = |words: &str| runs.find(words).unwrap_or_else(|| panic!("{words}: {runs}"));
    // Each way leads to a title that is there, and whoever goes by keys meets the ways before the forms.
    for title in ["end", "interventions", "readings"] {
        let (way, form) = (at(&format!("href=\"#{title}\"")), at(&format!("<h2 id=\"{title}\"")));
        assert!(at(bar) < way && way < form, "{title}");
    }
    let ended = unit.at_the_chair(&nurse, &[("act", "end")]).await;
    assert!(!ended.contains(bar), "nothing of it is in the way of what comes after");
}
