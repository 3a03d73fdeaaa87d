//! The dialysis ward of the demo: twelve chairs with their machines, people with what is prescribed for them, sessions of half a year, and a day that is under way. Every number comes
//! from whoever fills the demo; what happens here is the order in which a session is lived.

mod continuous;
mod machines;
mod noted;
mod sitting;

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::{HospitalId, UserId};
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use time::{Date, Month};
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::to_db;

pub use continuous::{SeedContinuous, stand};
pub use machines::{Turning, machines};
pub use noted::note;
use sitting::{Sitting, book, check_in, look, runs, whole};

/// Somebody who comes to be dialysed.
#[derive(Clone, Debug)]
pub struct SeedGuest {
    /// The chair, from 1.
    pub chair: i16,
    /// Whether they come after whoever sits there now.
    pub is_later: bool,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// As the database names it.
    pub sex: String,
    /// Year, month, day.
    pub born_on: (i32, u8, u8),
    /// Number in the hospital.
    pub hospital_number: String,
    /// Kind, side and site of the access.
    pub access: (String, String, String),
    /// Usual minutes of a session.
    pub minutes: i16,
    /// Usual weight before, dry weight, and what is taken, in kg.
    pub weights: (f64, f64, f64),
    /// Usual pressure.
    pub pressure: (i16, i16),
    /// The share of sessions in which it fell below 90 mmHg.
    pub falls: f64,
    /// Litres of substitution in a session, where haemodiafiltration is prescribed (after the dialyser).
    pub substitution: Option<f64>,
}

impl SeedGuest {
    /// Whether blood comes through a catheter.
    fn is_catheter(&self) -> bool {
        self.access.0.contains("tunnelled")
    }

    /// mL/min, as it is prescribed.
    fn blood_flow(&self) -> i16 {
        if self.is_catheter() { 280 } else { 320 }
    }

    /// The dialyser, as it is prescribed.
    fn dialyser(&self) -> &'static str {
        if self.substitution.is_some() {
            "FX CorDiax 80"
        } else {
            "FX 80"
        }
    }
}

/// What is filled.
#[derive(Clone, Debug)]
pub struct SeedUnit {
    /// Where.
    pub hospital: HospitalId,
    /// Who prescribes and signs, and looks a second time.
    pub doctor: UserId,
    /// Who runs the sessions.
    pub nurse: UserId,
    /// Who comes.
    pub guests: Vec<SeedGuest>,
}

/// What the ward is called.
const WARD: &str = "Dialysis";
/// Chairs.
const CHAIRS: i16 = 12;
/// Sessions of the past of each who comes: three a week for 25 weeks, so that a course of months is seen, and blood that was drawn once in each.
const PAST: usize = 75;
/// Days before now on which each of a week's was.
const DAYS: [usize; 3] = [2, 4, 6];
/// Days since when they come: before the first of these sessions.
const SINCE: f64 = 190.0;
/// Days since the access and the blood were looked at last.
const LOOKED: f64 = 60.0;

/// Days before now of so many sessions back, the last one being 1. Who comes later in the day came a day earlier: nobody was at a chair with somebody else.
fn days_back(back: usize, is_later: bool) -> f64 {
    let (week, day) = ((back - 1) / DAYS.len(), (back - 1) % DAYS.len());
    let days = week * 7 + DAYS.get(day).copied().unwrap_or_default() + usize::from(is_later);
    days as f64
}

fn ctx(house: &Arc<House>, hospital: HospitalId) -> Ctx {
    let task = Actor::Worker {
        task: Task::Seed,
        hospital: Some(hospital),
    };
    Ctx::of_worker(house, task)
}

/// Makes the ward with its chairs and machines, the people, what is prescribed, and their sessions of the last weeks. A ward that stands there already is left alone.
///
/// # Errors
/// When the database is away, or refuses what the plan says.
pub async fn furnish(house: &Arc<House>, unit: &SeedUnit) -> Result<()> {
    let ctx = ctx(house, unit.hospital);
    let mut tx = ctx
        .begin(Action::SeedHospital, &Subject::Hospital(unit.hospital))
        .await?;
    let stands = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM ward WHERE hospital_id = $1 AND name = $2) AS "stands!""#,
        unit.hospital.0,
        WARD
    )
    .fetch_one(&mut *tx)
    .await?;
    if stands {
        return Ok(tx.commit().await?);
    }
    let now = ctx.now();
    let since = now.plus_seconds(-SINCE * 86_400.0);
    let stations = ward(&mut tx, unit, since).await?;
    let mut comes = Vec::new();
    for guest in &unit.guests {
        let Some((station, _)) = stations.get(usize::try_from(guest.chair - 1).unwrap_or(0)) else {
            return Err(HospitalError::Internal("a chair in the seed is none"));
        };
        comes.push((guest, *station, register(&mut tx, unit, guest, (since, now)).await?));
    }
    for back in (1..=PAST).rev() {
        for is_later in [false, true] {
            let began = now.plus_seconds(-days_back(back, is_later) * 86_400.0 - 3_600.0);
            let sittings: Vec<Sitting<'_>> = comes
                .iter()
                .enumerate()
                .filter(|(_, (guest, ..))| guest.is_later == is_later)
                .map(|(number, (guest, station, known))| Sitting {
                    guest,
                    known: *known,
                    station: *station,
                    device: None,
                    began,
                    turn: back + number,
                })
                .collect();
            whole(&mut tx, unit, &sittings, (true, now)).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// The day that is under way: who sits at the chairs now, how far each is, and who comes later. Machines must be fit by then. A day that was begun already is left alone.
///
/// # Errors
/// When the database is away, or a machine is not fit.
pub async fn seat(house: &Arc<House>, unit: &SeedUnit) -> Result<()> {
    let ctx = ctx(house, unit.hospital);
    let mut tx = ctx
        .begin(Action::SeedHospital, &Subject::Hospital(unit.hospital))
        .await?;
    let now = ctx.now();
    let rows = sqlx::query!(
        r#"SELECT   s.id, a.device_id AS "device_id?", b.number
           FROM     station s
           JOIN     ward w ON w.id = s.ward_id
           JOIN     bed b  ON b.id = s.bed_id
           LEFT JOIN device_assignment a ON a.bed_id = b.id AND a.during @> $3::timestamptz
           WHERE    w.hospital_id = $1 AND w.name = $2
             AND NOT EXISTS (SELECT FROM dialysis_session d JOIN station t ON t.id = d.station_id WHERE t.ward_id = w.id AND d.device_id IS NOT NULL)
           ORDER BY b.number"#,
        unit.hospital.0,
        WARD,
        to_db(now),
    )
    .fetch_all(&mut *tx)
    .await?;
    for guest in &unit.guests {
        let Some(row) = rows.iter().find(|row| row.number == guest.chair) else {
            continue;
        };
        let Some(known) = known(&mut tx, unit, guest).await? else {
            continue;
        };
        let sitting = |minutes: f64| {
            [Sitting {
                guest,
                known,
                station: row.id,
                device: row.device_id,
                began: now.plus_seconds(minutes * 60.0),
                turn: guest.chair as usize,
            }]
        };
        if guest.is_later {
            book(&mut tx, unit, &sitting(330.0)).await?;
            continue;
        }
        // Two have nobody beside them yet, one waits for a second look, one is late, one has ended; the others run since a while.
        match guest.chair {
            8 => {
                let booked = book(&mut tx, unit, &sitting(-15.0)).await?;
                check_in(&mut tx, unit, &booked, 300.0).await?;
            }
            9 => {
                let booked = book(&mut tx, unit, &sitting(-25.0)).await?;
                check_in(&mut tx, unit, &booked, 300.0).await?;
                look(&mut tx, unit, &booked, 1_200.0).await?;
            }
            10 => {
                let ended = sitting(-f64::from(guest.minutes) - 20.0);
                whole(&mut tx, unit, &ended, (false, now)).await?;
            }
            11 => {
                book(&mut tx, unit, &sitting(-20.0)).await?;
            }
            12 => {
                book(&mut tx, unit, &sitting(40.0)).await?;
            }
            chair => {
                let since = sitting(-25.0 - f64::from(chair) * 22.0);
                runs(&mut tx, unit, &since, now).await?;
            }
        }
    }
    tx.commit().await?;
    crate::telemetry::load_placements(house, None).await.map(drop)
}

/// Ward, chairs, machines, and who is on duty there.
async fn ward(tx: &mut Tx, unit: &SeedUnit, since: Moment) -> Result<Vec<(Uuid, Uuid)>> {
    let (ward, hospital) = (Uuid::now_v7(), unit.hospital.0);
    sqlx::query!(
        "INSERT INTO ward (id, hospital_id, name) VALUES ($1, $2, $3)",
        ward,
        hospital,
        WARD
    )
    .execute(&mut **tx)
    .await?;
    for person in [unit.doctor, unit.nurse] {
        sqlx::query!(
            "INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ($1, $2, $3, $4)",
            person.0,
            ward,
            hospital,
            PgRange::from(to_db(since)..),
        )
        .execute(&mut **tx)
        .await?;
    }
    let mut made = Vec::new();
    for number in 1..=CHAIRS {
        let (bed, station, device) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
        sqlx::query!(
            "INSERT INTO bed (id, ward_id, number) VALUES ($1, $2, $3)",
            bed,
            ward,
            number
        )
        .execute(&mut **tx)
        .await?;
        sqlx::query!(
            "INSERT INTO station (id, hospital_id, ward_id, name, bed_id, isolation, hdf) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            station,
            hospital,
            ward,
            format!("D-{number:02}"),
            bed,
            number == CHAIRS,
            number % 3 == 0,
        )
        .execute(&mut **tx)
        .await?;
        sqlx::query!(
            "INSERT INTO device (id, hospital_id, name, model, serial, kind, maker, ward_id) VALUES ($1, $2, $3, 'Nordlys 500', $4, 'dialysis', 'Nordlys', $5)",
            device,
            hospital,
            format!("Machine D-{number:02}"),
            format!("ND5-24-{}", 4_100 + i32::from(number) * 37),
            ward,
        )
        .execute(&mut **tx)
        .await?;
        sqlx::query!(
            "INSERT INTO device_assignment (device_id, bed_id, during) VALUES ($1, $2, $3)",
            device,
            bed,
            PgRange::from(to_db(since)..),
        )
        .execute(&mut **tx)
        .await?;
        made.push((station, device));
    }
    Ok(made)
}

/// A patient, what is prescribed for them, and their access.
#[derive(Clone, Copy)]
struct Known {
    patient: Uuid,
    prescription: Uuid,
    access: Uuid,
}

async fn known(tx: &mut Tx, unit: &SeedUnit, guest: &SeedGuest) -> Result<Option<Known>> {
    let row = sqlx::query!(
        "SELECT   r.patient_id, p.id AS prescription, v.id AS access
         FROM     registration r
         JOIN     dialysis_prescription p ON p.patient_id = r.patient_id AND p.hospital_id = r.hospital_id AND p.ended_at IS NULL
         JOIN     vascular_access v       ON v.patient_id = r.patient_id AND v.hospital_id = r.hospital_id AND v.ended_at IS NULL
         WHERE    r.hospital_id = $1 AND r.hospital_number = $2
         LIMIT    1",
        unit.hospital.0,
        guest.hospital_number,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Known {
        patient: row.patient_id,
        prescription: row.prescription,
        access: row.access,
    }))
}

/// Somebody who comes since then, with what is prescribed and the access; what is looked at again and again was looked at some weeks before `now`.
async fn register(tx: &mut Tx, unit: &SeedUnit, guest: &SeedGuest, (since, now): (Moment, Moment)) -> Result<Known> {
    let (patient, hospital) = (Uuid::now_v7(), unit.hospital.0);
    let looked = now.plus_seconds(-LOOKED * 86_400.0);
    let (year, month, day) = guest.born_on;
    let born_on = Month::try_from(month)
        .ok()
        .and_then(|month| Date::from_calendar_date(year, month, day).ok());
    let born_on = born_on.ok_or(HospitalError::Internal("a date of birth in the seed is no date"))?;
    sqlx::query!(
        "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ($1, $2, $3, $4, $5)",
        patient,
        guest.family_name,
        guest.given_name,
        born_on,
        guest.sex,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ($1, $2, $3)",
        patient,
        hospital,
        guest.hospital_number,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ($1, $2, $3, $1, $4)",
        unit.doctor.0,
        patient,
        hospital,
        PgRange::from(to_db(since)..),
    )
    .execute(&mut **tx)
    .await?;
    let prescription = Uuid::now_v7();
    let is_catheter = guest.is_catheter();
    let is_hdf = guest.substitution.is_some();
    sqlx::query!(
        "INSERT INTO dialysis_prescription (id, patient_id, hospital_id, version, minutes, weekdays, blood_flow, dialysate_flow, potassium, calcium, sodium,
                                            bicarbonate, temperature, uf_profile, max_uf_rate, anticoagulant, loading_dose, hourly_dose, stop_before, needle_gauge, reason,
                                            prescribed_at, prescribed_by, modality, dialyser, dialysis_fluid, substitution)
         VALUES ($1, $2, $3, 1, $4, $5, $6, 500, 2, 1.5, 138, 32, 36, 'even', 13, 'heparin', 2000, 500, 60, $7, 'Usual prescription of the unit.', $8, $9, $10, $11, $12, $13)",
        prescription,
        patient,
        hospital,
        guest.minutes,
        if guest.is_later { &[2_i16, 4, 6][..] } else { &[1_i16, 3, 5][..] },
        guest.blood_flow(),
        (!is_catheter).then_some(15_i16),
        to_db(since),
        unit.doctor.0,
        if is_hdf { "hdf_post" } else { "hd" },
        guest.dialyser(),
        if is_hdf { "ultrapure" } else { "standard" },
        guest.substitution,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO dry_weight (id, patient_id, hospital_id, kg, reason, set_at, set_by) VALUES ($1, $2, $3, $4, 'No oedema, pressure in range.', $5, $6)",
        Uuid::now_v7(),
        patient,
        hospital,
        guest.weights.1,
        to_db(since),
        unit.doctor.0,
    )
    .execute(&mut **tx)
    .await?;
    let access = Uuid::now_v7();
    sqlx::query!(
        "INSERT INTO vascular_access (id, patient_id, hospital_id, kind, side, site, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        access,
        patient,
        hospital,
        guest.access.0,
        guest.access.1,
        guest.access.2,
        to_db(since),
        unit.nurse.0,
    )
    .execute(&mut **tx)
    .await?;
    let (thrill, exit) = if is_catheter {
        (None, Some("clean"))
    } else {
        (Some("present"), None)
    };
    sqlx::query!(
        "INSERT INTO access_assessment (id, access_id, assessed_at, assessed_by, thrill, bruit, exit_site, safe_to_use) VALUES ($1, $2, $3, $4, $5, $5, $6, true)",
        Uuid::now_v7(),
        access,
        to_db(looked),
        unit.nurse.0,
        thrill,
        exit,
    )
    .execute(&mut **tx)
    .await?;
    for agent in ["hbv", "hcv", "hiv"] {
        // The chair apart is somebody's.
        let is_found = agent == "hbv" && guest.chair == CHAIRS && !guest.is_later;
        sqlx::query!(
            "INSERT INTO infection_status (id, patient_id, hospital_id, agent, result, isolate, tested_on, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            Uuid::now_v7(),
            patient,
            hospital,
            agent,
            if is_found { "positive" } else { "negative" },
            is_found,
            to_db(looked).date(),
            to_db(looked),
            unit.nurse.0,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(Known {
        patient,
        prescription,
        access,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_sits_there_three_days_a_week_and_with_nobody_else() {
        let of = |is_later| (1..=PAST).map(move |back| days_back(back, is_later) as i64);
        let mut days: Vec<i64> = of(false).chain(of(true)).collect();
        days.sort_unstable();
        days.dedup();
        assert_eq!(days.len(), 2 * PAST, "each day of a chair is somebody's");
        // Today is still to come, and before the first session everything is prescribed.
        assert!(
            days.first() >= Some(&2) && days.last() < Some(&(SINCE as i64)),
            "{days:?}"
        );
        assert_eq!(of(false).filter(|day| *day <= 7).count(), 3);
    }
}
