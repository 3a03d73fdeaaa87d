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
async fn a_patient_may_be_further_from_the_plan_and_a_profile_is_not_compared() {
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

    // A prescription that falls has no line: what stood, ends.
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
