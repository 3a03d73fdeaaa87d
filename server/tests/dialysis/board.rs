//! The board of the unit says who needs somebody first: alarms that nobody has answered, then the newest pressure, by hand or by a machine.

use serde_json::json;

use super::Chair;
use crate::support::door::page;

const LOW: &str = "Blood pressure is low";

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_pressure_says_whether_somebody_is_needed_whoever_took_it() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let board = async || page(&unit.at, "/dialysis", &nurse, &[]).await;
    assert!(!board().await.contains(LOW), "nothing is known");

    unit.at.later(2);
    let written = [
        ("act", "observe"),
        ("systolic", "84"),
        ("diastolic", "50"),
        ("uf_removed", "700"),
    ];
    unit.at_the_chair(&nurse, &written).await;
    let said = board().await;
    assert!(said.contains(LOW) && said.contains("84/50"), "{said}");

    // The machine measures again, and counts more.
    unit.at.later(4);
    let machine = &unit.at.riverbend.devices[1];
    let reading =
        json!({ "seq": 1, "taken_at": unit.at.at(-1.0), "systolic": 117, "diastolic": 70, "uf_removed": 0.9 });
    assert!(unit.at.post(machine, &reading).await.status().is_success());
    let said = board().await;
    assert!(!said.contains(LOW) && said.contains("117/70"), "{said}");
    assert!(
        said.contains("0.90") && said.contains("removed · "),
        "with its age: {said}"
    );

    // Then what is written by hand is the newer, soon enough that no alarm of a silence stands before it.
    unit.at.later(3);
    let written = [
        ("act", "observe"),
        ("systolic", "82"),
        ("diastolic", "48"),
        ("uf_removed", "1300"),
    ];
    unit.at_the_chair(&nurse, &written).await;
    let said = board().await;
    assert!(said.contains(LOW) && said.contains("82/48"), "{said}");
    assert!(
        said.contains("1.30"),
        "what the machine counted before is not the newest: {said}"
    );
}
