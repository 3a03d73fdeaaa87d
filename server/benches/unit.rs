//! The dialysis unit of the bench: twelve chairs with their machines and people, made as the demo's are (`hospital::dialysis::seed`). A nurse disinfects the machines and tests the
//! water, because nobody is connected before; then the day is begun, in which sessions run at seven of the chairs.

use std::sync::Arc;

use domain::actor::Actor;
use domain::devices::disinfection;
use domain::devices::water::{Measure, TestTyped};
use domain::ids::{DeviceId, HospitalId};
use hospital::devices::machines;
use hospital::dialysis::seed::{self, SeedGuest, SeedUnit};
use hospital::identity::{SignedIn, at_the_door, sign_in};
use hospital::{Ctx, House};
use uuid::Uuid;

use crate::arrange::{DOCTOR, NURSE, PASSWORD};

/// As the seed calls its ward.
pub const WARD: &str = "Dialysis";
/// Chairs that the seed makes.
pub const CHAIRS: i16 = 12;
/// A value of each measure that is in order, as in the demo.
const WATER: [(Measure, &str); 4] = [
    (Measure::TotalChlorine, "0.02"),
    (Measure::Hardness, "4"),
    (Measure::Bacteria, "12"),
    (Measure::Endotoxin, "0.03"),
];

/// Makes the unit; answers the machines on which a session runs.
pub async fn open(house: &Arc<House>, hospital: HospitalId) -> Vec<DeviceId> {
    let (doctor, nurse) = (enter(house, DOCTOR).await, enter(house, NURSE).await);
    let unit = SeedUnit {
        hospital,
        doctor: doctor.user,
        nurse: nurse.user,
        guests: (1..=CHAIRS).map(guest).collect(),
    };
    seed::furnish(house, &unit).await.expect("a dialysis ward");
    let nurse = Ctx::of_worker(house, Actor::staff(nurse.user, nurse.hospital, nurse.roles));
    for (machine, _) in seed::machines(house, hospital).await.expect("machines") {
        let typed = disinfection::Typed {
            kind: "citric_heat".into(),
            result: "passed".into(),
            temperature: "84".into(),
            ..disinfection::Typed::default()
        };
        assert!(
            machines::disinfect(&nurse, machine, &typed)
                .await
                .expect("a disinfection"),
            "it passed"
        );
    }
    let water = machines::water(&nurse).await.expect("the water");
    for ward in water.wards.into_iter().filter(|ward| ward.has_machines) {
        for (measure, value) in WATER {
            let typed = TestTyped {
                measure: measure.name().into(),
                value: value.into(),
                point: "Loop end".into(),
                ..TestTyped::default()
            };
            machines::log_water(&nurse, ward.ward, &typed).await.expect("a test");
        }
    }
    seed::seat(house, &unit).await.expect("a day that is begun");
    let machines = seed::machines(house, hospital).await.expect("machines");
    let running: Vec<DeviceId> = machines
        .into_iter()
        .filter_map(|(machine, turning)| turning.map(|_| machine))
        .collect();
    assert!(!running.is_empty(), "no session runs");
    running
}

/// Who somebody is, without a session.
pub async fn enter(house: &Arc<House>, email: &str) -> SignedIn {
    sign_in(&at_the_door(house, Uuid::now_v7()), email, PASSWORD)
        .await
        .expect("an account")
}

/// Invented; at every chair the same treatment.
fn guest(chair: i16) -> SeedGuest {
    SeedGuest {
        chair,
        is_later: false,
        family_name: format!("Guest{chair}"),
        given_name: "Given".into(),
        sex: "female".into(),
        born_on: (1955, 1, 1),
        hospital_number: format!("D-{chair}"),
        access: ("fistula".into(), "left".into(), "radio-cephalic wrist".into()),
        minutes: 240,
        weights: (74.9, 72.5, 2.4),
        pressure: (140, 75),
        falls: 0.0,
        substitution: None,
    }
}
