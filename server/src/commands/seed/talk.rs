//! What the demo's doctor and the patient who signs in have written to each other, through the verbs of a conversation: the doctor takes the patient over, as a doctor on duty does,
//! and what was said last waits for the patient.

use std::sync::Arc;

use domain::actor::{Actor, Role};
use domain::chat::Draft;
use hospital::chat::{Upto, With, begin, seen, send, send_with};
use hospital::identity::{at_the_door, sign_in};
use hospital::{Ctx, HospitalError, House, care};
use uuid::Uuid;

use super::accounts::accounts;
use super::files;

/// Who says it, whether the doctor, and what.
const SAID: [(bool, &str); 4] = [
    (
        false,
        "Doctor, my legs were cramping last night after dialysis. Is that normal?",
    ),
    (
        true,
        "It can happen when water comes off fast. Tomorrow we take it slower: 2.4 litres over 4 hours.",
    ),
    (
        false,
        "Thank you. Can I drink a bit more on Friday? It is my son’s birthday.",
    ),
    (
        true,
        "One extra cup of tea. Write down what you drink that day, and we look at it together.",
    ),
];

/// With which of them the doctor sends a document.
const PLAN: u128 = 2;
/// What stands in it.
const PLANNED: [&str; 3] = ["Dialysis, tomorrow", "Fluid to take: 2.4 litres", "Time: 4 hours"];
/// With which of them the patient sends a picture.
const WEIGHTS: u128 = 3;

/// Writes what does not stand there yet.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let fault = |error: HospitalError| format!("The demo's conversation could not be written: {error}.");
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
    let rao = Ctx::of_worker(house, Actor::staff(rao.user, rao.hospital, rao.roles));
    let hers = Ctx::of_worker(
        house,
        Actor::Patient {
            user: hers.user,
            patient: whom,
            hospital: hers.hospital,
            is_open: true,
        },
    );
    match care::take_over(&rao, whom).await {
        // An earlier start did it and was stopped later.
        Ok(()) | Err(HospitalError::Conflict(_)) => {}
        Err(error) => return Err(fault(error)),
    }
    let room = begin(&rao, With::Patient(whom)).await.map_err(fault)?;
    for (number, (is_doctor, text)) in (1_u128..).zip(SAID) {
        let (writes, reads) = if is_doctor { (&rao, &hers) } else { (&hers, &rao) };
        let draft = Draft {
            text: text.to_owned(),
            key: Some(Uuid::from_u128(number)),
            ..Draft::default()
        };
        let file = match number {
            PLAN => Some(files::pdf("plan for tomorrow.pdf", &PLANNED)),
            WEIGHTS => Some(files::bars("my weights.png", &[0.55, 0.7, 0.5, 0.8, 0.6, 0.75, 0.5])),
            _ => None,
        };
        let message = match file.transpose().map_err(fault)? {
            Some(file) => send_with(writes, room, &draft, &file).await.map_err(fault)?,
            None => send(writes, room, &draft).await.map_err(fault)?,
        };
        if number < SAID.len() as u128 {
            seen(reads, room, Upto::Read(message)).await.map_err(fault)?;
        }
    }
    Ok(())
}
