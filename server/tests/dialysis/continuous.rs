//! Dialysis around the clock: a machine beside a monitor, what it does on the pages of its patient and of the unit, and that no rule of sessions touches it.

use domain::ids::{DeviceId, PatientId, WardId};
use domain::telemetry::Parameter;
use hospital::dialysis::seed::{SeedContinuous, stand};
use hospital::telemetry::{Seen, load_placements};
use secrecy::ExposeSecret;
use serde_json::json;
use uuid::Uuid;

use super::{Chair, run};
use crate::support::TestDevice;
use crate::support::door::page;

/// A machine that dialyses Okafor around the clock, beside the monitor at her bed.
async fn machine(unit: &Chair) -> TestDevice {
    let (at, id) = (&unit.at, DeviceId(Uuid::now_v7()));
    let plan = SeedContinuous {
        hospital: unit.hospital,
        doctor: at.user("rao@riverbend.example").await,
        monitor: at.riverbend.devices[0].id,
        device: id,
        name: "Renal machine 1".into(),
        model: "CR".into(),
        serial: "CR-1".into(),
        since: at.house.clock.now().plus_seconds(-3_600.0),
    };
    stand(&at.house, &plan).await.unwrap();
    // As where an earlier start was stopped.
    stand(&at.house, &plan).await.unwrap();
    // So light that the rate of a session would be passed by what she loses in an hour.
    let okafor = at.riverbend.patients[0];
    run(
        at,
        format!(
            "INSERT INTO dry_weight (id, patient_id, hospital_id, kg, reason, set_at, set_by)
             SELECT gen_random_uuid(), '{okafor}', '{}', 30, 'As weighed.', now(), id FROM app_user LIMIT 1",
            unit.hospital
        ),
    )
    .await;
    load_placements(&at.house, None).await.unwrap();
    let token = hospital::devices::make_token(&at.house, id).await.unwrap();
    TestDevice {
        id,
        token: token.expose_secret().to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_machine_does_around_the_clock_is_shown_and_judged_by_no_rule_of_sessions() {
    let unit = Chair::open().await;
    let (at, doctor) = (&unit.at, unit.doctor().await);
    let okafor = at.riverbend.patients[0];
    let machine = machine(&unit).await;
    let monitor = &at.riverbend.devices[0];
    let silent = page(at, &format!("/patients/{okafor}/dialysis"), &doctor, &[]).await;
    assert!(
        silent.contains("Dialysis around the clock") && silent.contains("Silent"),
        "it was never heard"
    );
    let said = at
        .post(monitor, &json!({ "seq": 1, "taken_at": at.at(-4.0), "heart_rate": 72 }))
        .await;
    assert_eq!(said.status(), 200);
    let flows = json!({ "seq": 1, "taken_at": at.at(-2.0), "blood_flow": 200, "dialysate_flow": 13.33, "substitution_rate": 26.67, "uf_rate": 600 });
    assert_eq!(at.post(&machine, &flows).await.status(), 200);

    let own = page(at, &format!("/patients/{okafor}/dialysis"), &doctor, &[]).await;
    for words in [
        "Renal machine 1",
        "Continuous haemodiafiltration (CVVHDF)",
        "Around the clock",
        "Replacement fluid",
        "1600\u{a0}mL/h",
        "Effluent",
        "3000\u{a0}mL/h",
        "9600\u{a0}mL/24 h",
    ] {
        assert!(own.contains(words), "{words}");
    }
    for words in ["Highest fluid rate", "Fluid profile", "Time left"] {
        assert!(!own.contains(words), "{words} is of a session");
    }
    let board = page(at, "/dialysis", &doctor, &[]).await;
    assert!(
        board.contains("OKAFOR, Amara") && board.contains("Effluent (mL/h)") && board.contains("3000"),
        "on the board of the unit"
    );

    let alarms: i64 = unit.one("SELECT count(*) FROM alarm WHERE parameter <> ''").await;
    assert_eq!(alarms, 0, "600 mL/h of 30 kg is above what a session allows");
    // What is known of her now is the monitor's, whichever of the two spoke last.
    let (now, seen) = (&at.house.now, Seen::Held(unit.hospital));
    let known = now.patient(PatientId(okafor), seen).unwrap();
    assert_eq!(known.device, monitor.id);
    assert!(known.latest.get(Parameter::HeartRate).is_some() && known.latest.get(Parameter::BloodFlow).is_none());
    let on_ward = now.patients_of_ward(WardId(at.riverbend.ward));
    let hers = on_ward.iter().filter(|now| now.patient.0 == okafor);
    assert_eq!(hers.map(|now| now.device).collect::<Vec<_>>(), [monitor.id]);
    assert!(matches!(now.heard(machine.id), Some((Some(_), false))), "it is heard");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_dialysed_around_the_clock_is_connected_at_no_chair() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    run(
        &unit.at,
        "UPDATE dialysis_prescription SET modality = 'cvvhdf', minutes = 1440, weekdays = '{1,2,3,4,5,6,7}', dialysate_flow = 13, substitution = 38.4, uf_goal = 2400"
            .to_owned(),
    )
    .await;
    let said = unit.look(&nurse, &[]).await;
    assert!(
        said.contains("it runs at the bed and is no session at a chair"),
        "refused"
    );
    assert_eq!(unit.state().await, "checked_in");
}
