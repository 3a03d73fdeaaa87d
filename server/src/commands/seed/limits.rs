//! What the demo's alarms watch for beside what is published: two rules of the hospital, a limit of one machine, and limits of two patients. Through the verbs, so that they stand
//! there as they would from a page.

use std::sync::Arc;

use domain::actor::{Actor, Role};
use domain::alerts::setting::{PatientTyped, RuleTyped};
use domain::devices::papers::DeviceKind;
use hospital::devices::machines;
use hospital::identity::{at_the_door, sign_in};
use hospital::{Ctx, HospitalError, House, alerts};
use uuid::Uuid;

use super::accounts::accounts;
use super::hospitals::devices;

/// Beds, and what their people are watched for: parameter, side, value, why.
const OF_PATIENTS: [(i16, [&str; 4]); 2] = [
    (
        2,
        ["heart_rate", "low", "38", "Rows every day; slow at rest for years."],
    ),
    (4, ["heart_rate", "high", "140", "Known flutter, at ease with it."]),
];

/// Writes what does not stand there yet.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let fault = |error: HospitalError| format!("The demo's limits could not be written: {error}.");
    let ctx = of(house, Role::HospitalAdmin).await?;
    // An earlier start wrote them.
    if !alerts::rules(&ctx).await.map_err(fault)?.lines.is_empty() {
        return Ok(());
    }
    let distance = RuleTyped {
        parameter: "venous_pressure".into(),
        side: "high".into(),
        measure: "baseline".into(),
        raise: "100".into(),
        clear: "80".into(),
        seconds: "30".into(),
        reason: "A needle that turns shows against the patient’s own start.".into(),
        ..RuleTyped::default()
    };
    let membrane = RuleTyped {
        parameter: "transmembrane_pressure".into(),
        side: "high".into(),
        measure: "value".into(),
        raise: "350".into(),
        clear: "300".into(),
        times: "3".into(),
        within: "10".into(),
        reason: "The dialysers of this unit; agreed with the makers.".into(),
        ..RuleTyped::default()
    };
    for typed in [&distance, &membrane] {
        alerts::set_rule(&ctx, typed).await.map_err(fault)?;
    }
    let fleet = machines::fleet(&ctx, None).await.map_err(fault)?;
    if let Some(machine) = fleet.machines.rows.iter().find(|row| row.kind == DeviceKind::Dialysis) {
        let typed = RuleTyped {
            parameter: "conductivity".into(),
            side: "high".into(),
            measure: "value".into(),
            raise: "15.2".into(),
            clear: "15.0".into(),
            seconds: "30".into(),
            reason: "Reads 0.3 too low since its last calibration.".into(),
            ..RuleTyped::default()
        };
        alerts::set_machine_rule(&ctx, machine.id, &typed)
            .await
            .map_err(fault)?;
    }
    of_patients(house).await
}

async fn of_patients(house: &Arc<House>) -> Result<(), String> {
    let ctx = of(house, Role::Doctor).await?;
    let devices = devices()?;
    let here = accounts().into_iter().find(|account| account.role == Role::Doctor);
    let here = here.map(|account| account.hospital.to_owned());
    for (bed, [parameter, side, value, reason]) in OF_PATIENTS {
        let device = devices
            .iter()
            .find(|device| Some(&*device.hospital) == here.as_deref() && device.bed == bed);
        let Some(lies) = device.and_then(|device| house.now.device(device.device_id)) else {
            continue;
        };
        let typed = PatientTyped {
            parameter: parameter.into(),
            side: side.into(),
            value: value.into(),
            days: "30".into(),
            reason: reason.into(),
        };
        alerts::set_patient_limit(&ctx, lies.patient, &typed)
            .await
            .map_err(|error| format!("A limit of bed {bed} could not be written: {error}."))?;
    }
    Ok(())
}

/// The context of the demo's first account of this role.
pub(super) async fn of(house: &Arc<House>, role: Role) -> Result<Ctx, String> {
    let account = accounts().into_iter().find(|account| account.role == role);
    let account = account.ok_or("The demo lacks an account.")?;
    let signed_in = sign_in(&at_the_door(house, Uuid::now_v7()), account.email, account.password)
        .await
        .map_err(|error| format!("An account of the demo could not sign in: {error}."))?;
    let actor = Actor::staff(signed_in.user, signed_in.hospital, signed_in.roles);
    Ok(Ctx::of_worker(house, actor))
}
