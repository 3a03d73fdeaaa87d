//! The dialysis ward of the demo: who comes and their usual numbers stand in `server/demo/dialysis.csv`. The ward is furnished before its machines are looked after, and people are seated
//! once the machines are fit.

use std::sync::Arc;

use domain::actor::Role;
use hospital::dialysis::seed::{SeedGuest, SeedUnit, furnish, note, seat};
use hospital::identity::{at_the_door, sign_in};
use hospital::{HospitalError, House};
use serde::Deserialize;
use uuid::Uuid;

use super::accounts::accounts;
use super::hospitals::rows;

const GUESTS: &str = include_str!("../../../demo/dialysis.csv");

/// One line of `dialysis.csv`. Names and numbers are invented; what is usual for somebody is a real patient's (`source`).
#[derive(Clone, Debug, Deserialize)]
struct Row {
    chair: i16,
    /// `now` or `later`.
    shift: String,
    family_name: String,
    given_name: String,
    sex: String,
    born_on: String,
    hospital_number: String,
    access: String,
    side: String,
    site: String,
    minutes: i16,
    /// kg before, dry, and what is taken.
    before: f64,
    dry: f64,
    loss: f64,
    systolic: i16,
    diastolic: i16,
    /// The share of sessions with a pressure below 90 mmHg.
    falls: f64,
    /// Litres in a session; empty for haemodialysis.
    substitution: Option<f64>,
}

/// Ward, chairs, machines, people, and their sessions of the last weeks.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let unit = unit(house).await?;
    furnish(house, &unit)
        .await
        .map_err(|error| format!("The demo's dialysis ward could not be made: {error}."))
}

/// The day that is under way.
pub(super) async fn begin_the_day(house: &Arc<House>) -> Result<(), String> {
    let unit = unit(house).await?;
    let fault = |error: HospitalError| format!("The demo's dialysis day could not be begun: {error}.");
    seat(house, &unit).await.map_err(fault)?;
    // The second technician: the first has a journey of their own there.
    let known = accounts();
    let technician = known
        .iter()
        .rfind(|account| account.role == Role::Technician && account.hospital == "riverbend");
    let technician = technician.ok_or("The demo has no technician.")?;
    let technician = sign_in(
        &at_the_door(house, Uuid::now_v7()),
        technician.email,
        technician.password,
    )
    .await
    .map_err(fault)?;
    note(house, &unit, technician.user).await.map_err(fault)
}

/// Who works there and who comes.
pub(super) async fn unit(house: &Arc<House>) -> Result<SeedUnit, String> {
    let known = accounts();
    let (mut people, mut hospital) = (Vec::new(), None);
    for role in [Role::Doctor, Role::Nurse] {
        let account = known
            .iter()
            .find(|account| account.role == role)
            .ok_or("The demo lacks a doctor or a nurse.")?;
        let signed_in = sign_in(&at_the_door(house, Uuid::now_v7()), account.email, account.password).await;
        let signed_in =
            signed_in.map_err(|error| format!("{} of the demo could not sign in: {error}.", account.title))?;
        hospital = Some(signed_in.hospital);
        people.push(signed_in.user);
    }
    let (Some(hospital), [doctor, nurse]) = (hospital, people.as_slice()) else {
        return Err("The demo lacks a doctor or a nurse.".into());
    };
    Ok(SeedUnit {
        hospital,
        doctor: *doctor,
        nurse: *nurse,
        guests: rows::<Row>(GUESTS, "dialysis.csv")?
            .into_iter()
            .map(guest)
            .collect::<Result<_, _>>()?,
    })
}

fn guest(row: Row) -> Result<SeedGuest, String> {
    let mut parts = row.born_on.split('-');
    let mut part = || parts.next().and_then(|part| part.parse::<u16>().ok());
    let born_on = match (part(), part(), part()) {
        (Some(year), Some(month), Some(day)) => (i32::from(year), month as u8, day as u8),
        _ => return Err(format!("dialysis.csv: {} is no day.", row.born_on)),
    };
    Ok(SeedGuest {
        chair: row.chair,
        is_later: row.shift == "later",
        family_name: row.family_name,
        given_name: row.given_name,
        sex: row.sex,
        born_on,
        hospital_number: row.hospital_number,
        access: (row.access, row.side, row.site),
        minutes: row.minutes,
        weights: (row.before, row.dry, row.loss),
        pressure: (row.systolic, row.diastolic),
        falls: row.falls,
        substitution: row.substitution,
    })
}
