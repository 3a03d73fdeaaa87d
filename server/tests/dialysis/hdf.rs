//! A haemodiafiltration from the check-in to the signature: what is asked of the chair and its water, what is given and taken while it runs, and what stays.

use serde_json::json;

use super::{AFTER, Chair, fluid_tested, run};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread")]
async fn a_haemodiafiltration_is_lived_from_the_check_in_to_the_signature() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let said = unit
        .revise(&doctor, &[("modality", "hdf_post"), ("substitution", "20")])
        .await;
    assert!(
        said.contains("Version 2") && said.contains("Haemodiafiltration, after the dialyser"),
        "{said}"
    );
    // The chair is fit for it, and so is its water.
    let ultrapure = fluid_tested("ultrapure", unit.hospital, unit.at.riverbend.ward, "Inlet", 0.2);
    run(&unit.at, format!("UPDATE station SET hdf = true; {ultrapure}")).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    assert_eq!(unit.state().await, "checked_in");
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(said.contains("The session runs."), "{said}");

    unit.at.later(3_600);
    let nurse = unit.nurse().await;
    let reading = json!({
        "seq": 1, "taken_at": unit.at.at(-1.0), "blood_flow": 300, "uf_removed": 0.6, "uf_rate": 600, "transmembrane_pressure": 180,
        "substitution_rate": 85, "substitution_volume": 5.1
    });
    let answer = unit.at.post(&unit.at.riverbend.devices[1], &reading).await;
    assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
    let said = unit.moves(&nurse).await;
    let row = |name: &str| {
        let row = said.split(name).nth(1).and_then(|row| row.split("</tr>").next());
        row.unwrap_or_default().to_owned()
    };
    // 20 L in the whole treatment are ordered: what is given so far is less of it, and not too little.
    let substitution = row("Substitution</th>");
    assert!(
        substitution.contains("20.0") && substitution.contains("5.1") && !substitution.contains("chip--"),
        "{substitution}"
    );
    assert!(row("Substitution rate</th>").contains(">85<"), "{said}");
    // What is taken off them is counted by itself: what is given in passes through and is no part of it.
    assert!(said.contains("0.60") && said.contains("of 2.40"), "{said}");
    assert!(said.contains(">180<"), "across the membrane: {said}");

    unit.at.later(3 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.at_the_chair(&nurse, &AFTER).await;
    unit.sign(&doctor, "").await;
    assert_eq!(unit.state().await, "signed");
    let shown = page(&unit.at, &unit.chair(), &doctor, &[]).await;
    for part in ["Haemodiafiltration, after the dialyser", "20.0\u{a0}L"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let all = page(&unit.at, &unit.path(""), &doctor, &[]).await;
    assert!(
        all.contains("2.40\u{a0}L") && all.contains("1.41"),
        "fluid and spKt/V: {all}"
    );
}
