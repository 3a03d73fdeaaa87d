//! Critical values of the demo. Nobody is told anything: what the on-call table would have said stands there as told, so that nothing rings while somebody looks around.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::{HospitalId, UserId};
use domain::time::Moment;
use uuid::Uuid;

use super::published;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::to_db;

/// A value and how far it came; times are minutes after the report.
#[derive(Clone, Debug)]
pub struct SeedLoop {
    /// The code of a listed test.
    pub code: String,
    /// A value beyond its published limits.
    pub value: String,
    /// How many minutes ago it was reported.
    pub ago: f64,
    /// What was misheard, and when.
    pub misheard: Option<(f64, String)>,
    /// When it was read back.
    pub read: Option<f64>,
    /// When it was closed, and what was done.
    pub closed: Option<(f64, String)>,
}

/// What is filled.
#[derive(Clone, Debug)]
pub struct SeedCriticals {
    /// Where.
    pub hospital: HospitalId,
    /// Who reads back and closes.
    pub doctor: UserId,
    /// Who reports.
    pub nurse: UserId,
    /// Whose.
    pub hospital_number: String,
    /// The values.
    pub loops: Vec<SeedLoop>,
}

/// Writes them, unless that patient has any, or is not there.
///
/// # Errors
/// When the database is away, or a value is none.
pub async fn write(house: &Arc<House>, seed: &SeedCriticals) -> Result<()> {
    let worker = Actor::Worker {
        task: Task::Seed,
        hospital: Some(seed.hospital),
    };
    let ctx = Ctx::of_worker(house, worker);
    let mut tx = ctx
        .begin(Action::SeedHospital, &Subject::Hospital(seed.hospital))
        .await?;
    let patient = sqlx::query_scalar!(
        "SELECT r.patient_id
           FROM registration r
          WHERE r.hospital_id = $1 AND r.hospital_number = $2
            AND NOT EXISTS (SELECT FROM critical_value v WHERE v.patient_id = r.patient_id AND v.hospital_id = r.hospital_id)",
        seed.hospital.0,
        seed.hospital_number,
    )
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(patient) = patient {
        for value in &seed.loops {
            live(&mut tx, seed, patient, value, ctx.now()).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// One loop, step by step.
async fn live(tx: &mut Tx, seed: &SeedCriticals, patient: Uuid, value: &SeedLoop, now: Moment) -> Result<()> {
    let none = HospitalError::Internal("a critical value of the seed is none");
    let Some(test) = published::find(&value.code) else {
        return Err(none);
    };
    let Some((side, limit)) = test.beyond(&value.value, &test.unit) else {
        return Err(none);
    };
    let id = Uuid::now_v7();
    let reported = now.plus_seconds(-value.ago * 60.0);
    let at = |minutes: f64| to_db(reported.plus_seconds(minutes * 60.0));
    sqlx::query!(
        "INSERT INTO critical_value (id, patient_id, hospital_id, code, name, value, unit, side, published, measured_at, reported_by, reported_at)
         VALUES ($1, $2, $3, $4, $5, $6::text::numeric, $7, $8, $9, $10, $11, $12)",
        id,
        patient,
        seed.hospital.0,
        test.code,
        test.name,
        value.value,
        test.unit,
        side.name(),
        limit,
        at(-12.0),
        seed.nurse.0,
        to_db(reported),
    )
    .execute(&mut **tx)
    .await?;
    // As the plan of the demo says it: the first on call after 5 minutes, the second after 10, the third after 20.
    let steps = [
        (0_i16, 0.0, Some(seed.doctor.0)),
        (1, 5.0, Some(seed.nurse.0)),
        (2, 10.0, Some(seed.doctor.0)),
        (3, 20.0, None),
    ];
    let waited = value.read.unwrap_or(value.ago);
    for (step, after, told) in steps.into_iter().filter(|(_, after, _)| *after <= waited) {
        sqlx::query!(
            "INSERT INTO critical_step (critical_id, step, at, told_user, skipped_reason) VALUES ($1, $2, $3, $4, $5)",
            id,
            step,
            at(after),
            told,
            told.is_none().then_some("same"),
        )
        .execute(&mut **tx)
        .await?;
    }
    let misheard = value
        .misheard
        .as_ref()
        .map(|(after, heard)| (*after, heard.as_str(), false));
    let heard = value.read.map(|after| (after, value.value.as_str(), true));
    for (after, heard, agrees) in misheard.into_iter().chain(heard) {
        sqlx::query!(
            "INSERT INTO critical_read (critical_id, by_user, at, value, agrees) VALUES ($1, $2, $3, $4::text::numeric, $5)",
            id,
            seed.doctor.0,
            at(after),
            heard,
            agrees,
        )
        .execute(&mut **tx)
        .await?;
    }
    if let Some(after) = value.read {
        sqlx::query!(
            "UPDATE critical_value SET state = 'read', read_by = $2, read_at = $3 WHERE id = $1",
            id,
            seed.doctor.0,
            at(after),
        )
        .execute(&mut **tx)
        .await?;
    }
    if let Some((after, action)) = &value.closed {
        sqlx::query!(
            "UPDATE critical_value SET state = 'closed', action = $2, closed_by = $3, closed_at = $4 WHERE id = $1",
            id,
            action.as_str(),
            seed.doctor.0,
            at(*after),
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
