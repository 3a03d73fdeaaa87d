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
        // Beside what the machine says it takes in an hour.
        "(400\u{a0}mL/h)",
    ] {
        assert!(own.contains(words), "{words}");
    }
    // The same moves while the page is open, and nothing that is typed into stands in it.
    let door = format!("/patients/{okafor}/dialysis/now");
    assert!(own.contains(&format!("data-again=\"{door}\"")), "the page asks there");
    at.later(2);
    let faster = json!({ "seq": 2, "taken_at": at.at(-1.0), "blood_flow": 220, "dialysate_flow": 13.33, "substitution_rate": 26.67, "uf_rate": 600 });
    assert_eq!(at.post(&machine, &faster).await.status(), 200);
    let part = page(at, &door, &doctor, &[]).await;
    assert!(part.contains("220\u{a0}mL/min") && part.contains("Effluent"), "{part}");
    assert!(!part.contains("<form") && !part.contains("<html"), "{part}");
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

    // It is heard no longer: what it said last is not what it does, and after ten minutes is not told any more.
    at.later(60);
    now.fall_silent(at.house.clock.now());
    let part = page(at, &door, &doctor, &[]).await;
    assert!(
        part.contains("<span class=\"quiet\">220\u{a0}mL/min") && part.contains("Silent"),
        "{part}"
    );
    at.later(600);
    let doctor = unit.doctor().await;
    let part = page(at, &door, &doctor, &[]).await;
    assert!(
        part.contains("no value in the last ten minutes") && !part.contains("mL/min"),
        "{part}"
    );
    let board = page(at, "/dialysis", &doctor, &[]).await;
    assert!(
        board.contains("OKAFOR, Amara") && !board.contains(">3000"),
        "nor on the board of the unit"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_monitor_is_silent_what_the_machine_beside_it_measures_is_known_of_them() {
    let unit = Chair::open().await;
    let at = &unit.at;
    let okafor = PatientId(at.riverbend.patients[0]);
    let (machine, monitor) = (machine(&unit).await, &at.riverbend.devices[0]);
    let beat = async |device: &TestDevice, seq: i64, rate: i64| {
        let reading = json!({ "seq": seq, "taken_at": at.at(-1.0), "heart_rate": rate });
        assert_eq!(at.post(device, &reading).await.status(), 200);
    };
    let (now, seen) = (&at.house.now, Seen::Held(unit.hospital));
    let known = || {
        let known = now.patient(okafor, seen).unwrap();
        let on_ward = now.patients_of_ward(WardId(at.riverbend.ward));
        let hers: Vec<DeviceId> = on_ward
            .iter()
            .filter(|it| it.patient == okafor)
            .map(|it| it.device)
            .collect();
        assert_eq!(hers, [known.device], "once on the ward, and by the same");
        (
            known.device,
            known.latest.get(Parameter::HeartRate).map(|(rate, _)| rate),
        )
    };
    beat(monitor, 1, 72).await;
    beat(&machine, 1, 80).await;
    assert_eq!(known(), (monitor.id, Some(72.0)), "both are heard");

    at.later(15);
    beat(&machine, 2, 84).await;
    now.fall_silent(at.house.clock.now());
    assert_eq!(known(), (machine.id, Some(84.0)), "the monitor was switched off");
    at.later(15);
    now.fall_silent(at.house.clock.now());
    assert_eq!(
        known().0,
        monitor.id,
        "nothing is heard: that of the monitor, as old as it is"
    );
    beat(&machine, 3, 85).await;
    assert_eq!(known(), (machine.id, Some(85.0)));
    beat(monitor, 2, 73).await;
    assert_eq!(known(), (monitor.id, Some(73.0)), "it is back");
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
