//! Makes a demo hospital: the house, its ward and beds, accounts, patients, and devices at their beds. One transaction a hospital. Who fills a database asks
//! [`hospital_names`] first: a hospital that is there already is refused by its name (`hospital_name_once`).

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Role, Task};
use domain::ids::{BedId, DeviceId, HospitalId, PatientId, UserId, WardId};
use domain::patients::Sex;
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use time::{Date, Month};
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::identity::contact::{email_of, seal_email};
use crate::identity::passwords;
use crate::keys::Keys;
use crate::organisation::staff::enlist;
use crate::time::to_db;

/// A hospital to make.
#[derive(Clone, Debug)]
pub struct SeedHospital {
    /// Its name.
    pub name: String,
    /// IANA zone.
    pub zone: String,
    /// BCP 47.
    pub locale: String,
    /// Its ward, and the beds in it.
    pub ward: String,
    /// Beds by number.
    pub beds: Vec<SeedBed>,
    /// Accounts of staff, and of patients in the order of `beds`.
    pub users: Vec<SeedUser>,
}

/// A bed, its device, and who lies in it.
#[derive(Clone, Debug)]
pub struct SeedBed {
    /// Number in the ward.
    pub number: i16,
    /// The device that stands there.
    pub device: Option<SeedDevice>,
    /// Whom it measures.
    pub patient: Option<SeedPatient>,
}

/// A device.
#[derive(Clone, Debug)]
pub struct SeedDevice {
    /// Its identity, so that the simulator knows it.
    pub id: DeviceId,
    /// Name, such as `Monitor 7`.
    pub name: String,
    /// Model.
    pub model: String,
    /// Serial number.
    pub serial: String,
}

/// A person.
#[derive(Clone, Debug)]
pub struct SeedPatient {
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Year, month, day.
    pub born_on: (i32, u8, u8),
    /// Sex.
    pub sex: Sex,
    /// Number in this hospital.
    pub hospital_number: String,
    /// Government health id, 14 digits.
    pub health_id: String,
}

/// An account.
#[derive(Clone, Debug)]
pub struct SeedUser {
    /// Name shown.
    pub name: String,
    /// E-mail, lower case.
    pub email: String,
    /// Password.
    pub password: String,
    /// What they are.
    pub role: Role,
    /// For a patient: the number of the bed they lie in.
    pub bed: Option<i16>,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Seeded {
    /// The hospital.
    pub hospital: HospitalId,
    /// Devices and the beds at which they stand.
    pub devices: Vec<(DeviceId, i16)>,
}

/// The names of all hospitals of this database.
pub async fn hospital_names(house: &Arc<House>) -> Result<Vec<String>> {
    let ctx = Ctx::at_work(house, Task::Seed);
    let mut tx = ctx.begin(Action::SeedHospital, &Subject::House).await?;
    let names = sqlx::query_scalar!("SELECT name FROM hospital ORDER BY name LIMIT 1000")
        .fetch_all(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(names)
}

/// Makes one hospital; sessions of its devices begin at `since`.
pub async fn seed_hospital(house: &Arc<House>, plan: SeedHospital, since: Moment) -> Result<Seeded> {
    let hospital = HospitalId(Uuid::now_v7());
    let mut hashed = Vec::with_capacity(plan.users.len());
    for user in &plan.users {
        hashed.push(passwords::hash(&user.password).await?);
    }
    let ctx = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Seed,
            hospital: Some(hospital),
        },
    );
    let mut tx = ctx.begin(Action::SeedHospital, &Subject::Hospital(hospital)).await?;
    sqlx::query!(
        "INSERT INTO hospital (id, name, zone, locale) VALUES ($1, $2, $3, $4)",
        hospital.0,
        plan.name,
        plan.zone,
        plan.locale
    )
    .execute(&mut *tx)
    .await?;
    // What people try and tests walk through asks for no second factor; `hospital_setting` asks for one everywhere else.
    sqlx::query!(
        "INSERT INTO hospital_setting (hospital_id, second_factor_required) VALUES ($1, false)",
        hospital.0
    )
    .execute(&mut *tx)
    .await?;
    let ward = WardId(Uuid::now_v7());
    sqlx::query!(
        "INSERT INTO ward (id, hospital_id, name) VALUES ($1, $2, $3)",
        ward.0,
        hospital.0,
        plan.ward
    )
    .execute(&mut *tx)
    .await?;
    let (mut devices, mut patients) = (Vec::new(), Vec::new());
    for bed in plan.beds {
        let id = BedId(Uuid::now_v7());
        sqlx::query!(
            "INSERT INTO bed (id, ward_id, number) VALUES ($1, $2, $3)",
            id.0,
            ward.0,
            bed.number
        )
        .execute(&mut *tx)
        .await?;
        let patient = match bed.patient {
            Some(patient) => Some(register(&mut tx, hospital, patient).await?),
            None => None,
        };
        if let Some(patient) = patient {
            admit(&mut tx, hospital, ward, patient, since).await?;
        }
        if let Some(device) = bed.device {
            place(&mut tx, hospital, &device, id, patient, since).await?;
            devices.push((device.id, bed.number));
        }
        patients.extend(patient.map(|patient| (bed.number, patient)));
    }
    let mut unkept = devices.iter();
    for (user, password_hash) in plan.users.into_iter().zip(hashed) {
        let of = user
            .bed
            .and_then(|bed| patients.iter().find(|(number, _)| *number == bed))
            .map(|(_, patient)| *patient);
        let id = add_account(&mut tx, &house.keys, (hospital, ward), &user, &password_hash, of, since).await?;
        match user.role {
            Role::Doctor | Role::Nurse => put_on_duty(&mut tx, hospital, ward, id, since).await?,
            // C17: a technician has one device, here each the next.
            Role::Technician => {
                if let Some((device, _)) = unkept.next() {
                    give_to_keep(&mut tx, hospital, *device, id, since).await?;
                }
            }
            _ => {}
        }
    }
    tx.commit().await?;
    Ok(Seeded { hospital, devices })
}

async fn register(tx: &mut Tx, hospital: HospitalId, person: SeedPatient) -> Result<PatientId> {
    let id = PatientId(Uuid::now_v7());
    let (year, month, day) = person.born_on;
    let born_on = Month::try_from(month)
        .ok()
        .and_then(|month| Date::from_calendar_date(year, month, day).ok());
    let born_on = born_on.ok_or(HospitalError::Internal("a date of birth in the seed is no date"))?;
    sqlx::query!(
        "INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex) VALUES ($1, $2, $3, $4, $5, $6)",
        id.0,
        person.health_id,
        person.family_name,
        person.given_name,
        born_on,
        person.sex.name(),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ($1, $2, $3)",
        id.0,
        hospital.0,
        person.hospital_number,
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

async fn place(
    tx: &mut Tx,
    hospital: HospitalId,
    device: &SeedDevice,
    bed: BedId,
    patient: Option<PatientId>,
    since: Moment,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO device (id, hospital_id, name, model, serial) VALUES ($1, $2, $3, $4, $5)",
        device.id.0,
        hospital.0,
        device.name,
        device.model,
        device.serial,
    )
    .execute(&mut **tx)
    .await?;
    let during = PgRange::from(to_db(since)..);
    sqlx::query!(
        "INSERT INTO device_assignment (device_id, bed_id, during) VALUES ($1, $2, $3)",
        device.id.0,
        bed.0,
        during.clone()
    )
    .execute(&mut **tx)
    .await?;
    if let Some(patient) = patient {
        sqlx::query!(
            "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during) VALUES ($1, $2, $3, $4, $5)",
            Uuid::now_v7(),
            device.id.0,
            hospital.0,
            patient.0,
            during,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

async fn add_account(
    tx: &mut Tx,
    keys: &Keys,
    (hospital, ward): (HospitalId, WardId),
    user: &SeedUser,
    password_hash: &str,
    patient: Option<PatientId>,
    since: Moment,
) -> Result<UserId> {
    let id = UserId(Uuid::now_v7());
    let email = seal_email(keys, &email_of(id), &user.email)?;
    sqlx::query!(
        "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ($1, $2, $3, $4, $5)",
        id.0,
        email.sealed,
        email.blind,
        user.name,
        password_hash,
    )
    .execute(&mut **tx)
    .await?;
    match (user.role, patient) {
        (Role::Patient, Some(patient)) => {
            sqlx::query!(
                "INSERT INTO portal_account (user_id, patient_id, hospital_id) VALUES ($1, $2, $3)",
                id.0,
                patient.0,
                hospital.0
            )
            .execute(&mut **tx)
            .await?;
        }
        (Role::Patient, None) => return Err(HospitalError::Internal("a patient's account in the seed names no bed")),
        (role, _) => {
            sqlx::query!(
                "INSERT INTO role_grant (user_id, hospital_id, role, ward_id, during) VALUES ($1, $2, $3, $4, $5)",
                id.0,
                hospital.0,
                role.name(),
                ward.0,
                PgRange::from(to_db(since)..),
            )
            .execute(&mut **tx)
            .await?;
            enlist(tx, id, hospital, role, since).await?;
        }
    }
    Ok(id)
}

async fn admit(tx: &mut Tx, hospital: HospitalId, ward: WardId, patient: PatientId, since: Moment) -> Result<()> {
    sqlx::query!(
        "INSERT INTO admission (id, patient_id, hospital_id, ward_id, during) VALUES ($1, $2, $3, $4, $5)",
        Uuid::now_v7(),
        patient.0,
        hospital.0,
        ward.0,
        PgRange::from(to_db(since)..),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn put_on_duty(tx: &mut Tx, hospital: HospitalId, ward: WardId, user: UserId, since: Moment) -> Result<()> {
    sqlx::query!(
        "INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ($1, $2, $3, $4)",
        user.0,
        ward.0,
        hospital.0,
        PgRange::from(to_db(since)..),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn give_to_keep(tx: &mut Tx, hospital: HospitalId, device: DeviceId, user: UserId, since: Moment) -> Result<()> {
    sqlx::query!(
        "INSERT INTO device_duty (user_id, device_id, hospital_id, kind, during) VALUES ($1, $2, $3, 'keeps', $4)",
        user.0,
        device.0,
        hospital.0,
        PgRange::from(to_db(since)..),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
