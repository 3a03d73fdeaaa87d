//! The diary of the demo's dialysis ward, through its verbs: dialysis is prescribed for the patient who signs in, there are three shifts, and everybody for whom dialysis is prescribed has three places a week from next Monday on. What is booked today
//! stands there already ([`super::dialysis`]).

use std::sync::Arc;

use domain::actor::{Actor, Role};
use domain::dialysis::diary_typed::{PlanTyped, ShiftTyped};
use domain::dialysis::prescription::Typed;
use domain::ids::PatientId;
use domain::units::Units;
use hospital::dialysis::diary::{plan, shifts};
use hospital::dialysis::{dry_weight, prescribe};
use hospital::identity::{at_the_door, sign_in};
use hospital::{Ctx, HospitalError, House};
use uuid::Uuid;

use super::accounts::accounts;

/// What each is called, and its hours.
const SHIFTS: [(&str, &str, &str); 3] = [
    ("Morning", "06:30", "11:30"),
    ("Afternoon", "12:00", "17:00"),
    ("Evening", "17:30", "22:30"),
];
/// The days of the week of each half of the patients, Monday being 1.
const WEEKS: [[&str; 3]; 2] = [["1", "3", "5"], ["2", "4", "6"]];

/// Writes what does not stand there yet.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let fault = |error: HospitalError| format!("The demo's chair diary could not be written: {error}.");
    let known = accounts();
    let signs_in = prescribe_for_the_patient(house).await?;
    let admin = known.iter().find(|account| account.role == Role::HospitalAdmin);
    let admin = admin.ok_or("The demo has no administrator.")?;
    let admin = sign_in(&at_the_door(house, Uuid::now_v7()), admin.email, admin.password)
        .await
        .map_err(fault)?;
    let ctx = Ctx::of_worker(house, Actor::staff(admin.user, admin.hospital, admin.roles));
    let Some(ward) = plan::open(&ctx, None).await.map_err(fault)?.unit.map(|unit| unit.ward) else {
        return Ok(());
    };
    for (name, begins, ends) in SHIFTS {
        let typed = ShiftTyped {
            name: name.into(),
            begins: begins.into(),
            ends: ends.into(),
        };
        match shifts::add(&ctx, ward, &typed).await {
            // An earlier start did it and was stopped later.
            Ok(()) | Err(HospitalError::Invalid(_)) => {}
            Err(error) => return Err(fault(error)),
        }
    }
    let open = plan::open(&ctx, Some(ward)).await.map_err(fault)?;
    let monday = open.today.monday().plus(7);
    let places = open
        .shifts
        .iter()
        .flat_map(|shift| open.chairs.iter().map(move |chair| (shift.id, chair)));
    let places: Vec<(Uuid, &domain::dialysis::places::Chair)> = places.collect();
    let mut free: Vec<(usize, usize)> = (0..places.len()).flat_map(|place| [(place, 0), (place, 1)]).collect();
    for (patient, _) in open.patients.listed() {
        // The first place that suits: who needs a chair apart is refused elsewhere.
        let mut seated = None;
        for (at, (place, week)) in free.iter().enumerate() {
            let Some((shift, chair)) = places.get(*place) else {
                continue;
            };
            let mut fits = true;
            // The patient who signs in has a day left to book by themselves.
            let days = if *patient == signs_in { 2 } else { 3 };
            for weekday in WEEKS.get(*week).into_iter().flatten().take(days) {
                let typed = PlanTyped {
                    patient: patient.to_string(),
                    weekday: (*weekday).to_owned(),
                    shift: shift.to_string(),
                    station: chair.id.to_string(),
                    from: monday.text(),
                    ..PlanTyped::default()
                };
                match plan::add(&ctx, ward, &typed).await {
                    Ok(()) => {}
                    Err(HospitalError::Invalid(_)) => {
                        fits = false;
                        break;
                    }
                    Err(error) => return Err(fault(error)),
                }
            }
            if fits {
                seated = Some(at);
                break;
            }
        }
        if let Some(at) = seated {
            free.remove(at);
        }
    }
    plan::plan_week(&ctx, ward, monday).await.map(drop).map_err(fault)
}

/// The demo's doctor, who took the patient over ([`super::talk`]), prescribes once.
async fn prescribe_for_the_patient(house: &Arc<House>) -> Result<PatientId, String> {
    let fault = |error: HospitalError| format!("Dialysis could not be prescribed for the demo's patient: {error}.");
    let known = accounts();
    let of = |role: Role| known.iter().find(|account| account.role == role);
    let (Some(doctor), Some(patient)) = (of(Role::Doctor), of(Role::Patient)) else {
        return Err("The demo has no doctor or no patient.".to_owned());
    };
    let enter = async |email: &str, password: &str| sign_in(&at_the_door(house, Uuid::now_v7()), email, password).await;
    let rao = enter(doctor.email, doctor.password).await.map_err(fault)?;
    let hers = enter(patient.email, patient.password).await.map_err(fault)?;
    let Some(whom) = hers.patient else {
        return Err("The demo's patient has no record.".to_owned());
    };
    let rao = Ctx::of_worker(house, Actor::staff(rao.user, rao.hospital, rao.roles)).proved(Some(house.clock.now()));
    let of = |text: &str| text.to_owned();
    let typed = Typed {
        modality: of("hd"),
        minutes: of("240"),
        days: of("mon,wed,fri"),
        dialyser: of("FX 80"),
        blood_flow: of("300"),
        dialysate_flow: of("500"),
        potassium: of("2.0"),
        calcium: of("1.5"),
        sodium: of("138"),
        bicarbonate: of("34"),
        temperature: of("36.5"),
        max_uf_rate: of("10"),
        anticoagulant: of("heparin"),
        loading_dose: of("2000"),
        hourly_dose: of("500"),
        needle_gauge: of("15"),
        ..Typed::default()
    };
    match prescribe::prescribe(&rao, whom, None, &typed, "Begins regular dialysis").await {
        Ok(()) => dry_weight::set(&rao, whom, None, ("64", "First weeks"), &Units::default().into())
            .await
            .map_err(fault)?,
        // An earlier start did it and was stopped later.
        Err(HospitalError::Conflict(_)) => {}
        Err(error) => return Err(fault(error)),
    }
    Ok(whom)
}
