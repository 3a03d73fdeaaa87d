//! A session that is booked is confirmed by the other side: by the patient what the unit booked, by the unit what the patient booked.

use domain::access::Action;
use domain::ids::{PatientId, WardId};
use uuid::Uuid;

use super::base::{Wall, begin, hours_of, is_past};
use super::mine_book::begin as begin_own;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::Kind as Told;
use crate::notices::whom::tell_portal;
use crate::time::to_db;

/// The patient says that they come.
///
/// # Errors
/// Not found for a session that is not theirs; invalid for one that has begun; a conflict for one that they booked themselves, or that is confirmed or called off already.
pub async fn own(ctx: &Ctx, session: Uuid) -> Result<()> {
    let (mut tx, patient, hospital) = begin_own(ctx).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let planned = sqlx::query_scalar!(
        "SELECT planned FROM dialysis_session WHERE id = $1 AND patient_id = $2",
        session,
        patient.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    if hours_of(&planned).is_none_or(|hours| hours.begins <= wall.now) {
        return Err(is_past());
    }
    write(&mut tx, ctx, session).await?;
    let entry = Entry::changed("diary.own.confirm", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// The unit says that a session stands that the patient booked by themselves; they are told.
///
/// # Errors
/// Not found for a session of another ward; invalid for one that has begun; a conflict for one that the unit booked, or that is confirmed or called off already.
pub async fn for_unit(ctx: &Ctx, ward: WardId, session: Uuid) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let row = sqlx::query!(
        r#"SELECT s.patient_id, s.planned,
                  EXISTS (SELECT FROM portal_account p WHERE p.user_id = s.booked_by AND p.patient_id = s.patient_id AND p.hospital_id = s.hospital_id) AS "is_own!"
             FROM dialysis_session s
             JOIN station c ON c.id = s.station_id AND c.ward_id = $2
            WHERE s.id = $1 AND s.hospital_id = $3"#,
        session,
        ward.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    if hours_of(&row.planned).is_none_or(|hours| hours.begins <= ctx.now()) {
        return Err(is_past());
    }
    if !row.is_own {
        return Err(HospitalError::Conflict(
            "The unit booked this session. The patient confirms it in their portal.",
        ));
    }
    let patient = PatientId(row.patient_id);
    write(&mut tx, ctx, session).await?;
    tell_portal(&mut tx, ctx, patient, Told::DialysisChanged).await?;
    let entry = Entry::changed("diary.confirm", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

async fn write(tx: &mut Tx, ctx: &Ctx, session: Uuid) -> Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    sqlx::query!(
        "INSERT INTO session_confirmed (session_id, at, by_user) VALUES ($1, $2, $3)",
        session,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut **tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("session_confirmed_pkey") => {
            HospitalError::Conflict("This session is confirmed already.")
        }
        error if error.violated() == Some("session_confirmed_by_another") => {
            HospitalError::Conflict("Who booked a session does not confirm it.")
        }
        error if error.violated() == Some("session_confirmed_in_order") => {
            HospitalError::Conflict("This session is under way, over, or called off already. Load the page again.")
        }
        error => error,
    })?;
    Ok(())
}
