//! Staff put somebody on the list of who waits, and take them off it: who asks at the chair or by telephone, or has no portal.

use domain::access::Action;
use domain::dialysis::diary_typed::WaitTyped;
use domain::ids::{PatientId, WardId};
use uuid::Uuid;

use super::base::begin;
use super::offers::{Ended, end_offer};
use super::wait::enlist;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Staff put somebody on the list: who asks at the chair, by telephone, or has no portal.
///
/// # Errors
/// Invalid for days that cannot be read, for a session to give up that is not theirs, and for who has no prescription; a conflict while they wait already.
pub async fn put(ctx: &Ctx, ward: WardId, patient: PatientId, typed: &WaitTyped) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let already = "They wait for a place already. Take them off the list first.";
    enlist(&mut tx, ctx, (patient, hospital), Some(ward), typed, already).await?;
    let entry = Entry::changed("diary.wait.put", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// Staff take somebody off the list; what is offered to them goes to the next.
///
/// # Errors
/// Not found for who does not wait here.
pub async fn take_off(ctx: &Ctx, ward: WardId, wait: Uuid) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    // Undone with all the rest where they do not wait here.
    end_offer(&mut tx, ctx, wait, None, Ended::Withdrawn).await?;
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
