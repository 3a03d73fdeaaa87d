//! The fluid that a machine has taken against the plan of its session: as the hospital set it, for one patient, when it is planned anew, on the next machine, and when there is no plan.

use domain::alerts::{Alarm, Kind, Side};
use domain::telemetry::Parameter;
use serde_json::json;

use super::{Chair, run};
use crate::support::door::page;

const BEHIND: Kind = Kind::Limit(Parameter::UfRemoved, Side::Low);
const RULES: &str = "/hospital/alarms";

/// 0.3 L behind, well again at 0.2 L, at once.
const RULE: [(&str, &str); 7] = [
    ("act", "set"),
    ("parameter", "uf_removed"),
    ("side", "low"),
    ("measure", "plan"),
    ("raise", "0.3"),
    ("clear", "0.2"),
    ("reason", "Lines that kink"),
];

impl Chair {
    /// The machine of the session has taken so many litres; says whether it stands that this is too little.
    async fn counted(&self, seq: u64, litres: f64) -> Option<Alarm> {
        let reading = json!({ "seq": seq, "taken_at": self.at.at(-1.0), "uf_removed": litres });
        self.alarm_after(&reading, BEHIND).await
    }

    async fn set_rule(&self) -> String {
        let admin = self.at.sign_in("haddad@riverbend.example").await.unwrap();
        page(&self.at, RULES, &admin, &RULE).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fluid_behind_its_plan_is_told_once_the_hospital_says_how_far_is_too_far() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    let admin = unit.at.sign_in("haddad@riverbend.example").await.unwrap();
    let said = page(&unit.at, RULES, &admin, &[]).await;
    assert!(
        said.contains("UF removed too low") && said.contains("Not watched"),
        "off until it is set, and said so"
    );
    // 2.4 L in 240 minutes: 0.6 L an hour.
    unit.start(&doctor, &nurse).await;
    unit.at.later(3_600);
    assert_eq!(unit.counted(1, 0.1).await, None, "nobody said how far is too far");

    let said = unit.set_rule().await;
    assert!(
        said.contains("from the plan of the session") && said.contains("0.30") && said.contains("0.20"),
        "{said}"
    );
    unit.at.later(60);
    let alarm = unit.counted(2, 0.1).await.expect("0.51 L behind");
    assert_eq!((alarm.value, alarm.limit), (Some(0.1), None));
    unit.at.later(60);
    assert!(unit.counted(3, 0.36).await.is_some(), "0.26 L behind is not well yet");
    unit.at.later(60);
    assert_eq!(unit.counted(4, 0.5).await, None, "0.13 L behind");

    // It comes again within the hour: the same alarm. Planned anew it is no longer behind.
    unit.at.later(60);
    let again = unit.counted(5, 0.1).await.expect("0.54 L behind");
    assert_eq!((again.id, again.count), (alarm.id, 2));
    let nurse = unit.nurse().await;
    let anew = [
        ("act", "target"),
        ("uf_goal", "1000"),
        ("minutes", "240"),
        ("reason", "Cramps"),
    ];
    let said = unit.at_the_chair(&nurse, &anew).await;
    assert!(said.contains("It is planned anew."), "{said}");
    unit.at.later(60);
    assert_eq!(
        unit.counted(6, 0.11).await,
        None,
        "the line goes on from what was taken"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_may_be_further_from_the_plan_and_a_profile_without_shares_is_not_compared() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.set_rule().await;
    unit.start(&doctor, &nurse).await;
    let own = [
        ("act", "set"),
        ("parameter", "uf_removed"),
        ("side", "low"),
        ("value", "1"),
        ("days", "14"),
        ("reason", "Fills slowly"),
    ];
    let limits = format!("/patients/{}/limits", unit.mwangi);
    let said = page(&unit.at, &limits, &doctor, &own).await;
    assert!(
        said.contains("1.00") && said.contains("from the plan of the session"),
        "{said}"
    );
    unit.at.later(3_600);
    assert_eq!(unit.counted(1, 0.0).await, None, "0.6 L behind, and 1 L is allowed");
    unit.at.later(3_600);
    assert!(unit.counted(2, 0.0).await.is_some(), "1.2 L behind");

    // A prescription that falls and does not say how has no line: what stood, ends.
    run(
        &unit.at,
        "BEGIN; SET LOCAL session_replication_role = replica; UPDATE dialysis_prescription SET uf_profile = 'falling'; COMMIT".into(),
    )
    .await;
    hospital::telemetry::load_placements(&unit.at.house, None)
        .await
        .unwrap();
    unit.at.later(60);
    assert_eq!(unit.counted(3, 0.0).await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_is_compared_by_the_share_that_is_prescribed_for_each_quarter() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.set_rule().await;
    unit.prepare(&doctor, &nurse).await;
    let said = unit.revise(&doctor, &[("uf_profile", "falling")]).await;
    assert!(
        said.contains("Not prescribed, so the fluid removed is not compared with the plan"),
        "a name alone"
    );
    let rising = [("uf_profile", "falling"), ("uf_steps", "10 20 30 40")];
    let said = unit.revise(&doctor, &rising).await;
    assert!(
        said.contains("A profile that falls takes no more in a quarter"),
        "{said}"
    );
    let falling = [("uf_profile", "falling"), ("uf_steps", "40 30 20 10")];
    let said = unit.revise(&doctor, &falling).await;
    assert!(said.contains("Version 3") && said.contains("40\u{a0}%"), "{said}");
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    // 8.3 mL/kg/h are under the 10 that are allowed, and 40 % in the first hour are not.
    let looked = unit.look(&nurse, &[]).await;
    for words in ["8.3", "13.2", "Needs 5 h 18 to stay under 10.0", "in each quarter"] {
        assert!(looked.contains(words), "{words}: {looked}");
    }
    unit.confirm(&doctor).await;
    let refused = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(refused.contains("Say why, take less or treat longer."), "{refused}");
    let why = ("above", "The fluid is taken early, as prescribed");
    unit.at_the_chair(&nurse, &[("act", "start"), why]).await;
    assert_eq!(unit.state().await, "running");
    // Of 2.4 L 0.96 L in the first hour, and 0.72 L in the second; even, 0.6 L would be right.
    unit.at.later(3_600);
    assert!(unit.counted(1, 0.6).await.is_some(), "0.36 L behind");
    unit.at.later(3_660);
    assert_eq!(unit.counted(2, 1.6).await, None, "0.09 L behind");
    // What the chair says of the rate is that of the third quarter: 20 % in an hour.
    let nurse = unit.nurse().await;
    let said = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(said.contains(">480<"), "the rate that is planned now");
}
