//! At the chair and at the hand-over the newest value is told, whoever took it, with its time; and a session is judged by what held when it began.

use serde_json::json;

use super::{AFTER, Chair};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_read_off_since_is_not_hidden_by_a_machine_that_fell_silent() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(4);
    let machine = &unit.at.riverbend.devices[1];
    let reading = json!({
        "seq": 1, "taken_at": unit.at.at(-1.0), "systolic": 117, "diastolic": 70, "uf_removed": 0.9, "venous_pressure": 214,
        "dialysate_temperature": 37.5
    });
    assert!(unit.at.post(machine, &reading).await.status().is_success());
    let said = unit.moves(&nurse).await;
    assert!(said.contains("0.90") && said.contains(">214<"), "{said}");
    // 36.0 °C are ordered: how far off it is, and no verdict.
    let warm = said
        .split("Dialysate temperature")
        .nth(1)
        .and_then(|row| row.split("</tr>").next());
    assert!(
        warm.is_some_and(|row| row.contains("+1.5") && !row.contains("as ordered")),
        "{warm:?}"
    );

    unit.at.later(600);
    let written = [
        ("act", "observe"),
        ("systolic", "92"),
        ("diastolic", "58"),
        ("venous", "166"),
        ("uf_removed", "1300"),
    ];
    unit.at_the_chair(&nurse, &written).await;
    let said = unit.moves(&nurse).await;
    assert!(said.contains("1.30") && !said.contains("0.90"), "{said}");
    assert!(said.contains(">166<") && !said.contains(">214<"), "{said}");
    // The machine's temperature is ten minutes old: it stands there, with its time.
    assert!(said.contains("37.5"), "{said}");
    let paper = page(&unit.at, &format!("{}/hand-over", unit.chair()), &nurse, &[]).await;
    assert!(paper.contains("92/58") && paper.contains("1.30"), "{paper}");
    // Each value that is of a moment says of which.
    for fact in ["Fluid removed", "Found before the start", "Lowest systolic pressure"] {
        let value = paper.split_once(&format!("{fact}</dt>")).map(|(_, value)| value);
        let value = value.and_then(|value| value.split("</dd>").next());
        assert!(value.is_some_and(|value| value.contains("<time")), "{fact}: {value:?}");
    }
    // What is planned anew begins with what was read off last.
    let anew = [
        ("act", "target"),
        ("uf_goal", "2000"),
        ("minutes", "240"),
        ("reason", "He feels weak."),
    ];
    unit.at_the_chair(&nurse, &anew).await;
    assert_eq!(unit.one::<i32>("SELECT removed FROM session_target").await, 1_300);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_that_nobody_answered_is_handed_over() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let door = format!("{}/hand-over", unit.chair());
    let quiet = page(&unit.at, &door, &nurse, &[]).await;
    assert!(!quiet.contains("Alarms at this chair"), "nothing stands");
    let reading = json!({ "seq": 1, "taken_at": unit.at.at(-1.0), "system_status": "danger", "uf_removed": 0.1 });
    assert!(
        unit.at
            .post(&unit.at.riverbend.devices[1], &reading)
            .await
            .status()
            .is_success()
    );
    let paper = page(&unit.at, &door, &nurse, &[]).await;
    assert!(
        paper.contains("Alarms at this chair") && paper.contains("nobody answered") && paper.contains("(since "),
        "{paper}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_weight_that_is_set_later_judges_no_session_of_before() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(4 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.at_the_chair(&nurse, &AFTER).await;
    let judged = async || {
        let (chair, all) = (unit.chair(), unit.path(""));
        let (chair, all) = (
            page(&unit.at, &chair, &doctor, &[]).await,
            page(&unit.at, &all, &doctor, &[]).await,
        );
        (
            chair.contains("Dry weight reached"),
            all.contains("Above the dry weight"),
        )
    };
    assert_eq!(judged().await, (true, false), "72.4 kg of 72.5");
    let held: String = unit.one("SELECT id::text FROM dry_weight").await;
    let lower = [
        ("act", "dry_weight"),
        ("weight", "70.0"),
        ("weight_unit", "kg"),
        ("reason", "Oedema."),
        ("seen", held.as_str()),
    ];
    let said = page(&unit.at, &unit.path("/prescription"), &doctor, &lower).await;
    assert!(said.contains("The dry weight is set."), "{said}");
    assert_eq!(judged().await, (true, false), "it began under the other");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressure_that_somebody_read_off_keeps_its_urgency() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "observe"), ("arterial", "-260")])
        .await;
    unit.at.later(60);
    let said = unit.moves(&nurse).await;
    assert!(said.contains("pill--medium"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn days_that_are_prescribed_later_judge_no_session_of_before() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(4 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.at_the_chair(&nurse, &AFTER).await;
    let judged = async || {
        let (chair, all) = (unit.chair(), unit.path(""));
        let (chair, all) = (
            page(&unit.at, &chair, &doctor, &[]).await,
            page(&unit.at, &all, &doctor, &[]).await,
        );
        // R = 0.3 in four hours, 2.4 L of 72.4 kg: 1.41 three times a week; of two such weeks the standard one would be below the least.
        assert!(chair.contains("1.41") && all.contains("1.41"), "{all}");
        let below = [&chair, &all].map(|page| page.contains("Below the least"));
        (below, all.matches("bars__target").count())
    };
    assert_eq!(judged().await, ([false, false], 1), "three a week");
    let said = unit.revise(&doctor, &[("days", "mon"), ("days", "thu")]).await;
    assert!(said.contains("Version 2"), "{said}");
    assert_eq!(judged().await, ([false, false], 1), "it began under the other");
}
