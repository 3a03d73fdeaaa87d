//! A dry weight that a doctor sets while blood runs: the session that runs is judged by the one of its start to its signature, and the next one begins with the new.

use serde_json::json;
use uuid::Uuid;

use super::{AFTER, Chair, run};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_weight_that_is_set_while_blood_runs_is_that_of_the_next_session() {
    let mut unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(2 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
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

    // 1.2 L are taken. 1.42 L in the two hours that are left are 9.8 mL/kg/h of 72.5 kg, and would be 10.1 of 70.
    let reading = json!({ "seq": 1, "taken_at": unit.at.at(-1.0), "uf_removed": 1.2 });
    let machine = &unit.at.riverbend.devices[1];
    assert!(unit.at.post(machine, &reading).await.status().is_success());
    let anew = [
        ("act", "target"),
        ("uf_goal", "2620"),
        ("minutes", "240"),
        ("reason", "He drank."),
    ];
    let said = unit.at_the_chair(&nurse, &anew).await;
    assert!(said.contains("It is planned anew."), "{said}");
    let paper = page(&unit.at, &format!("{}/hand-over", unit.chair()), &nurse, &[]).await;
    assert!(
        paper.contains("72.5\u{a0}kg") && !paper.contains("70.0\u{a0}kg"),
        "{paper}"
    );

    unit.at.later(2 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.at_the_chair(&nurse, &AFTER).await;
    let signed = unit.sign(&doctor, "").await;
    // 2.4 L in four hours as they were planned: 8.3 mL/kg/h of 72.5 kg, 8.6 of 70.
    for part in ["It is signed", "Dry weight reached", "8.3\u{a0}mL/kg/h"] {
        assert!(signed.contains(part), "{part}: {signed}");
    }
    assert!(!signed.contains("8.6\u{a0}mL/kg/h"), "{signed}");

    // The next one: down to 70 kg, and by 70 kg.
    let next = Uuid::now_v7();
    run(
        &unit.at,
        format!(
            "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, booked_at, booked_by)
             SELECT '{next}', s.patient_id, s.hospital_id, s.station_id, s.device_id, tstzrange(upper(s.planned), upper(s.planned) + interval '5 hours'), 240, now(), s.booked_by
               FROM dialysis_session s WHERE s.id = '{}'",
            unit.session
        ),
    )
    .await;
    unit.session = next;
    unit.at.later(3_600 + 300);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    let looked = unit.look(&nurse, &[("uf_goal", "2400")]).await;
    for part in ["Dry weight 70.0\u{a0}kg", "8.6\u{a0}mL/kg/h"] {
        assert!(looked.contains(part), "{part}: {looked}");
    }
    unit.confirm(&doctor).await;
    // The clock of the test is hours ahead of the database's.
    let disinfected = super::disinfected(unit.at.riverbend.devices[1].id.0);
    let ahead = disinfected.replace("now()", &format!("'{}'", unit.at.at(-60.0)));
    run(&unit.at, ahead).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(said.contains("The session runs."), "{said}");
    // What was gained stands as a share of the dry weight of its own session: 2.5 kg of 70.
    unit.at.later(600);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    // To set a dry weight asks for a proof that is at most five minutes old.
    let doctor = unit.doctor().await;
    let all = page(&unit.at, &unit.path(""), &doctor, &[]).await;
    assert!(all.contains("3.6\u{a0}% of the dry weight"), "{all}");
    let held: String = unit
        .one("SELECT id::text FROM dry_weight ORDER BY set_at DESC LIMIT 1")
        .await;
    let higher = [
        ("act", "dry_weight"),
        ("weight", "74.0"),
        ("weight_unit", "kg"),
        ("reason", "He eats again."),
        ("seen", held.as_str()),
    ];
    let said = page(&unit.at, &unit.path("/prescription"), &doctor, &higher).await;
    assert!(said.contains("The dry weight is set."), "{said}");
    let all = page(&unit.at, &unit.path(""), &doctor, &[]).await;
    assert!(
        all.contains("3.6\u{a0}% of the dry weight"),
        "not 3.4 of today's: {all}"
    );
}
