//! When a ward dialyses, by the clock on its wall. A shift ends and another begins: what was booked in it stays where it is.

use domain::access::{Action, Subject};
use domain::dialysis::diary_typed::ShiftTyped;
use domain::ids::WardId;
use domain::invalid::Invalid;
use uuid::Uuid;

use super::base::begin;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// One more.
///
/// # Errors
/// Invalid for what cannot be read, and for a name that another shift of the ward has.
pub async fn add(ctx: &Ctx, ward: WardId, typed: &ShiftTyped) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let read = typed.read().map_err(HospitalError::Invalid)?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    sqlx::query!(
        "INSERT INTO dialysis_shift (id, hospital_id, ward_id, name, begins, ends, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::now_v7(),
        hospital.0,
        ward.0,
        read.name,
        i16::try_from(read.begins).unwrap_or(0),
        i16::try_from(read.ends).unwrap_or(0),
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("dialysis_shift_name_once") => {
            let reason = "Another shift of this ward is called so. Choose another name, or end that one first.";
            HospitalError::Invalid(vec![Invalid::new("name", reason)])
        }
        error => error,
    })?;
    let subject = Subject::Ward { ward, hospital };
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("diary.shift.add", Action::PlanDiary, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// It is no more.
///
/// # Errors
/// Not found for one that is not there; a conflict while the weekly plan has lines in it.
pub async fn end(ctx: &Ctx, ward: WardId, shift: Uuid) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let is_used = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM dialysis_plan p WHERE p.shift_id = $1 AND p.hospital_id = $2 AND p.ended_at IS NULL) AS "is_used!""#,
        shift,
        hospital.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if is_used {
        return Err(HospitalError::Conflict(
            "People have their place in this shift by the weekly plan. End those lines first.",
        ));
    }
    let ended = sqlx::query!(
        "UPDATE dialysis_shift SET ended_at = $4, ended_by = $5 WHERE id = $1 AND ward_id = $2 AND hospital_id = $3 AND ended_at IS NULL",
        shift,
        ward.0,
        hospital.0,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() == 0 {
        return Err(HospitalError::NotFound);
    }
    let subject = Subject::Ward { ward, hospital };
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("diary.shift.end", Action::PlanDiary, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}
