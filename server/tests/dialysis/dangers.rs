//! What a nurse writes at the chair reaches a doctor: a blood pressure that is out and a danger are told at once, once for each time that they come, and stand on the board of the unit until
//! somebody wrote what was done. And the low limit of a machine or monitor while blood runs is that of the definition.

use domain::alerts::{Kind as Alarm, Side};
use domain::notices::{Choice, Kind};
use domain::telemetry::Parameter;
use serde_json::json;
use uuid::Uuid;

use super::{Chair, run};
use crate::support::door::page;

const PRESSURE: &str = "dialysis.pressure";
const DANGER: &str = "dialysis.danger";
const LOW: Alarm = Alarm::Limit(Parameter::Systolic, Side::Low);

/// A minute later the cuff said this.
async fn cuff(unit: &Chair, cookie: &str, systolic: &str, diastolic: &str) {
    unit.at.later(60);
    let written = [("act", "observe"), ("systolic", systolic), ("diastolic", diastolic)];
    let said = unit.at_the_chair(cookie, &written).await;
    assert!(said.contains(&format!("{systolic}/{diastolic}")), "{said}");
}

/// A minute later this happened.
async fn event(unit: &Chair, cookie: &str, kind: &str) {
    unit.at.later(60);
    let said = unit.at_the_chair(cookie, &[("act", "event"), ("kind", kind)]).await;
    assert!(!said.contains("There is a problem"), "{kind}: {said}");
}

/// A minute later this was done.
async fn did(unit: &Chair, cookie: &str, kind: &str) {
    unit.at.later(60);
    let said = unit.at_the_chair(cookie, &[("act", "intervene"), ("kind", kind)]).await;
    assert!(!said.contains("There is a problem"), "{kind}: {said}");
}

async fn board(unit: &Chair, cookie: &str) -> String {
    page(&unit.at, "/dialysis", cookie, &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_low_pressure_is_told_once_and_again_when_it_is_worse_or_came_back() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let rao = unit.at.user("rao@riverbend.example").await.0;
    let told = async || unit.at.told(PRESSURE).await;
    cuff(&unit, &nurse, "118", "70").await;
    assert_eq!(told().await, [] as [Uuid; 0], "well");
    cuff(&unit, &nurse, "84", "50").await;
    assert_eq!(told().await, [rao], "the doctor on duty, and not who wrote it");
    cuff(&unit, &nurse, "86", "52").await;
    assert_eq!(told().await.len(), 1, "no worse");
    event(&unit, &nurse, "hypotension").await;
    assert_eq!(told().await.len(), 1, "the same in words");
    cuff(&unit, &nurse, "68", "40").await;
    assert_eq!(told().await.len(), 2, "worse");
    cuff(&unit, &nurse, "122", "70").await;
    cuff(&unit, &nurse, "84", "50").await;
    assert_eq!(told().await.len(), 3, "it came back");

    // What the list says names a chair, and nobody; and nobody switches it off.
    let list = page(&unit.at, "/notifications", &doctor, &[]).await;
    assert!(list.contains("Chair D-02: a blood pressure"), "{list}");
    assert!(
        list.contains("Open: Dialysis"),
        "it leads to the dialysis of whom it is: {list}"
    );
    assert!(
        !list.to_lowercase().contains("mwangi") && !list.contains("68/40"),
        "{list}"
    );
    for kind in [Kind::DialysisPressure, Kind::DialysisDanger] {
        assert!(!kind.topic().choices().contains(&Choice::Off));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressure_that_is_typed_behind_a_newer_one_tells_nobody_and_a_doctors_own_tells_the_nurse() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(1_200);
    let nurse = unit.nurse().await;
    cuff(&unit, &nurse, "121", "70").await;
    let earlier: String = unit
        .one(&format!(
            "SELECT to_char((o.taken_at - interval '10 minutes') AT TIME ZONE h.zone, 'HH24:MI') FROM session_observation o, hospital h WHERE h.id = '{}'",
            unit.hospital
        ))
        .await;
    let written = [
        ("act", "observe"),
        ("systolic", "84"),
        ("diastolic", "50"),
        ("at", &earlier),
    ];
    let said = unit.at_the_chair(&nurse, &written).await;
    assert!(said.contains("84/50"), "{said}");
    assert_eq!(unit.at.told(PRESSURE).await.len(), 0, "it has been well since");
    let doctor = unit.doctor().await;
    cuff(&unit, &doctor, "82", "50").await;
    let achieng = unit.at.user("achieng@riverbend.example").await.0;
    assert_eq!(
        unit.at.told(PRESSURE).await,
        [achieng],
        "who is on duty beside the one who wrote it"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_with_a_high_pressure_is_low_below_100_by_hand_and_by_a_machine() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start_found(&doctor, &nurse, &[("lying_systolic", "165")]).await;
    unit.at.later(60);
    let reading = json!({ "seq": 1, "taken_at": unit.at.at(-1.0), "systolic": 102, "diastolic": 60 });
    assert_eq!(unit.alarm_after(&reading, LOW).await, None);
    unit.at.later(60);
    let reading = json!({ "seq": 2, "taken_at": unit.at.at(-1.0), "systolic": 97, "diastolic": 60 });
    let alarm = unit.alarm_after(&reading, LOW).await.expect("below 100");
    assert_eq!(alarm.limit, Some(99.0), "below 100, in whole numbers");
    // The board says which alarm it is.
    let said = board(&unit, &nurse).await;
    assert!(said.contains("limit 99") && said.contains("97"), "{said}");
    let mut news = said.split("data-news=\"").skip(1).filter_map(|it| it.split('"').next());
    assert!(news.any(|news| news.contains("limit 99")), "it is told, too: {said}");

    assert_eq!(unit.at.told(PRESSURE).await.len(), 0);
    cuff(&unit, &nurse, "98", "60").await;
    assert_eq!(unit.at.told(PRESSURE).await.len(), 1);

    // Once blood runs no longer, what is published holds.
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    let device = unit.at.riverbend.devices[1].id;
    let placement = unit.at.house.now.placement(device);
    let set = placement.iter().flat_map(|it| it.rules.set());
    assert_eq!(set.filter(|rule| rule.parameter == Parameter::Systolic).count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_with_a_usual_pressure_is_low_below_90_and_at_a_limit_of_their_own() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start_found(&doctor, &nurse, &[("lying_systolic", "148")]).await;
    unit.at.later(60);
    let reading = json!({ "seq": 1, "taken_at": unit.at.at(-1.0), "systolic": 97, "diastolic": 60 });
    assert_eq!(unit.alarm_after(&reading, LOW).await, None, "not below 90");
    cuff(&unit, &nurse, "97", "60").await;
    assert_eq!(unit.at.told(PRESSURE).await.len(), 0);
    let own = [
        ("act", "set"),
        ("parameter", "systolic"),
        ("side", "low"),
        ("value", "110"),
        ("days", "1"),
        ("reason", "A stroke last month"),
    ];
    let said = page(&unit.at, &format!("/patients/{}/limits", unit.mwangi), &doctor, &own).await;
    assert!(said.contains("A stroke last month"), "{said}");
    cuff(&unit, &nurse, "118", "66").await;
    assert_eq!(unit.at.told(PRESSURE).await.len(), 0, "inside");
    cuff(&unit, &nurse, "108", "66").await;
    assert_eq!(unit.at.told(PRESSURE).await.len(), 1, "at the patient's own limit");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_danger_is_told_and_stands_on_the_board_until_somebody_wrote_what_was_done() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let rao = unit.at.user("rao@riverbend.example").await.0;
    event(&unit, &nurse, "cramps").await;
    assert_eq!(unit.at.told(DANGER).await.len(), 0, "no source calls cramps a danger");
    let needle = "A needle came out";
    assert!(!board(&unit, &nurse).await.contains(needle));
    event(&unit, &nurse, "needle_dislodged").await;
    assert_eq!(unit.at.told(DANGER).await, [rao]);
    assert!(board(&unit, &nurse).await.contains(needle));
    event(&unit, &nurse, "needle_dislodged").await;
    assert_eq!(unit.at.told(DANGER).await.len(), 1, "written twice");
    // That the removal of fluid goes on is nothing that was done about it; and a pressure says nothing of a needle.
    did(&unit, &nurse, "uf_resumed").await;
    cuff(&unit, &nurse, "120", "70").await;
    assert!(board(&unit, &nurse).await.contains(needle));
    did(&unit, &nurse, "needle_moved").await;
    assert!(!board(&unit, &nurse).await.contains(needle), "somebody did something");
    event(&unit, &nurse, "needle_dislodged").await;
    assert_eq!(unit.at.told(DANGER).await.len(), 2, "it came out again");
    did(&unit, &nurse, "needle_moved").await;

    // Who fainted is well with a pressure that is well.
    event(&unit, &nurse, "fainted").await;
    assert_eq!(unit.at.told(DANGER).await.len(), 3, "another danger");
    assert!(board(&unit, &nurse).await.contains("Fainted"));
    cuff(&unit, &nurse, "119", "70").await;
    assert!(!board(&unit, &nurse).await.contains("Fainted"));
    let list = page(&unit.at, "/notifications", &doctor, &[]).await;
    assert!(list.contains("Chair D-02: somebody wrote down an emergency."), "{list}");
    assert!(!list.contains(needle) && !list.contains("Fainted"), "not which: {list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_doctor_is_on_duty_whoever_is_on_call_is_told_beside_who_treats_them() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let rao = unit.at.user("rao@riverbend.example").await.0;
    let (on_call, _) = unit.at.colleague(unit.hospital, domain::actor::Role::Doctor).await;
    run(
        &unit.at,
        format!(
            "UPDATE ward_duty SET during = tstzrange(lower(during), now()) WHERE user_id = '{rao}' AND upper_inf(during);
             INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ('{rao}', '{}', '{}', '{rao}', tstzrange(now() - interval '1 day', NULL))",
            unit.mwangi, unit.hospital,
        ),
    )
    .await;
    unit.at.is_on_call(unit.hospital, on_call, 1).await;
    event(&unit, &nurse, "air").await;
    let mut told = unit.at.told(DANGER).await;
    told.sort();
    let mut both = [rao, on_call.0];
    both.sort();
    assert_eq!(told, both);
}
