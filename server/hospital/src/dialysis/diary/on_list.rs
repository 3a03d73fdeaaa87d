//! Staff put somebody on the list of who waits, and take them off it: who asks at the chair or by telephone, or has no portal.

use domain::access::Action;
use domain::dialysis::diary_typed::WaitTyped;
use domain::ids::{PatientId, WardId};
use domain::invalid::Invalid;
use uuid::Uuid;

use super::base::{Wall, begin, needs, not_prescribed, to_date};
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Staff put somebody on the list: who asks at the chair, by telephone, or has no portal.
///
/// # Errors
/// Invalid for days that cannot be read and for who has no prescription; a conflict while they wait already.
pub async fn put(ctx: &Ctx, ward: WardId, patient: PatientId, typed: &WaitTyped) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let read = typed.read(wall.today).map_err(HospitalError::Invalid)?;
    needs(&mut tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    sqlx::query!(
        "INSERT INTO dialysis_wait (id, patient_id, hospital_id, ward_id, from_day, until_day, shift_id, asked_at, asked_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Uuid::now_v7(),
        patient.0,
        hospital.0,
        ward.0,
        to_date(read.from),
        to_date(read.until),
        read.shift,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("dialysis_wait_once") => {
            HospitalError::Conflict("They wait for a place already. Take them off the list first.")
        }
        error if error.violated() == Some("dialysis_wait_shift_of_hospital") => {
            HospitalError::Invalid(vec![Invalid::new("shift", "Choose a shift.")])
        }
        error => error,
    })?;
    let entry = Entry::changed("diary.wait.put", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// Staff take somebody off the list.
///
/// # Errors
/// Not found for who does not wait here.
pub async fn take_off(ctx: &Ctx, ward: WardId, wait: Uuid) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let patient = sqlx::query_scalar!(
        "UPDATE dialysis_wait SET ended_at = $4, ended_because = 'withdrawn'
          WHERE id = $1 AND ward_id = $2 AND hospital_id = $3 AND ended_at IS NULL
        RETURNING patient_id",
        wait,
        ward.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let patient = PatientId(patient.ok_or(HospitalError::NotFound)?);
    let entry = Entry::changed("diary.wait.end", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
