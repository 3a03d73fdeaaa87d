//! The plans of the two demo hospitals, from `server/demo/people.csv` and `devices.csv`.

use domain::ids::DeviceId;
use domain::patients::Sex;
use hospital::organisation::{SeedBed, SeedDevice, SeedHospital, SeedPatient, SeedUser};
use serde::Deserialize;

use super::accounts::accounts;

const PEOPLE: &str = include_str!("../../../demo/people.csv");
const DEVICES: &str = include_str!("../../../demo/devices.csv");
const MACHINES: &str = include_str!("../../../demo/machines.csv");

/// One person of `people.csv`.
#[derive(Clone, Debug, Deserialize)]
struct PersonRow {
    hospital: String,
    bed: i16,
    family_name: String,
    given_name: String,
    sex: String,
    born_on: String,
    hospital_number: String,
    health_id: String,
}

/// One device of `devices.csv`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct DeviceRow {
    pub hospital: String,
    pub bed: i16,
    pub device_id: DeviceId,
    pub name: String,
    pub model: String,
    pub serial: String,
    /// The recording that plays on it; none for the small hospital's devices.
    pub recording: String,
}

/// The large hospital and the small one.
pub(super) fn plans() -> Result<(SeedHospital, SeedHospital), String> {
    Ok((
        plan(
            "riverbend",
            "Riverbend General",
            "Africa/Nairobi",
            "en-KE",
            "Ward 4 · Renal",
            12,
        )?,
        plan("hillside", "Hillside Clinic", "Europe/Paris", "fr-FR", "Ward A", 3)?,
    ))
}

/// The devices of the demo, in the order of beds.
pub(super) fn devices() -> Result<Vec<DeviceRow>, String> {
    rows(DEVICES, "devices.csv")
}

/// The machines of the demo that dialyse around the clock, each at a bed with a monitor.
pub(super) fn machines() -> Result<Vec<DeviceRow>, String> {
    rows(MACHINES, "machines.csv")
}

fn plan(key: &str, name: &str, zone: &str, locale: &str, ward: &str, beds: i16) -> Result<SeedHospital, String> {
    let people: Vec<PersonRow> = rows(PEOPLE, "people.csv")?;
    let devices = devices()?;
    let mut seeded = Vec::new();
    for number in 1..=beds {
        let person = people
            .iter()
            .find(|person| person.hospital == key && person.bed == number);
        let device = devices
            .iter()
            .find(|device| device.hospital == key && device.bed == number);
        seeded.push(SeedBed {
            number,
            device: device.map(|row| SeedDevice {
                id: row.device_id,
                name: row.name.clone(),
                model: row.model.clone(),
                serial: row.serial.clone(),
            }),
            patient: person.map(patient).transpose()?,
        });
    }
    let users = accounts()
        .into_iter()
        .filter(|account| account.hospital == key)
        .map(|account| {
            let lying_there = people
                .iter()
                .find(|person| person.hospital == key && Some(person.bed) == account.bed);
            let name = lying_there.map_or(account.name, |person| {
                format!("{} {}", person.given_name, person.family_name)
            });
            SeedUser {
                name,
                email: account.email.to_owned(),
                password: account.password.to_owned(),
                role: account.role,
                bed: account.bed,
            }
        });
    Ok(SeedHospital {
        name: name.into(),
        zone: zone.into(),
        locale: locale.into(),
        ward: ward.into(),
        beds: seeded,
        users: users.collect(),
    })
}

fn patient(row: &PersonRow) -> Result<SeedPatient, String> {
    let wrong = || format!("The date of birth of bed {} in people.csv is no date.", row.bed);
    let mut parts = row.born_on.split('-');
    let year = parts.next().and_then(|part| part.parse().ok()).ok_or_else(wrong)?;
    let month = parts.next().and_then(|part| part.parse().ok()).ok_or_else(wrong)?;
    let day = parts.next().and_then(|part| part.parse().ok()).ok_or_else(wrong)?;
    Ok(SeedPatient {
        family_name: row.family_name.clone(),
        given_name: row.given_name.clone(),
        born_on: (year, month, day),
        sex: Sex::parse(&row.sex),
        hospital_number: row.hospital_number.clone(),
        health_id: row.health_id.replace('-', ""),
    })
}

pub(super) fn rows<T: serde::de::DeserializeOwned>(text: &str, name: &str) -> Result<Vec<T>, String> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{name} of the demo cannot be read: {error}."))
}
