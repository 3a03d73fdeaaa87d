//! A patient calls, and takes their call back. It is acknowledged when it is stored, and not before; whoever presses twice has called once.

use domain::access::Action;
use domain::calls::About;
use domain::ids::{CallId, HospitalId, PatientId, UserId, WardId};
use domain::notices::Kind as Notified;
use domain::on_call::Why;
use uuid::Uuid;

use super::{of_portal, place_of};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::{self, Notice};
use crate::on_call;
use crate::time::to_db;

/// Calls of one patient within a minute: more than anybody makes and takes back. Nobody is told of more.
const MOST_A_MINUTE: i64 = 6;
/// Nurses who are told of one call.
const MOST_TOLD: i64 = 50;

/// Calls the nurses of the ward on which the patient is now. An open call stands as it is.
///
/// # Errors
/// Denied for who cares for the patient; a conflict for who is at no bed and no chair; busy for who calls and takes back faster than anybody does.
pub async fn call(ctx: &Ctx, about: Option<About>) -> Result<()> {
    let (patient, hospital, user) = of_portal(ctx, Action::CallNurse)?;
    let mut tx = ctx.begin_with_patient(Action::CallNurse, patient).await?;
    let place = place_of(&mut tx, ctx, patient, hospital)
        .await?
        .ok_or(HospitalError::Conflict(
            "You can call a nurse here while you are in a bed or a chair of the hospital.",
        ))?;
    let lately = sqlx::query_scalar!(
        r#"SELECT count(*) AS "lately!" FROM nurse_call c WHERE c.patient_id = $1 AND c.called_at > $2"#,
        patient.0,
        to_db(ctx.now().plus_seconds(-60.0)),
    )
    .fetch_one(&mut *tx)
    .await?;
    if lately >= MOST_A_MINUTE {
        return Err(HospitalError::Busy);
    }
    let id = CallId(Uuid::now_v7());
    let made = sqlx::query!(
        "INSERT INTO nurse_call (id, patient_id, hospital_id, ward_id, spot, about, called_by, called_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (patient_id, hospital_id) WHERE state IN ('waiting', 'taken') DO NOTHING",
        id.0,
        patient.0,
        hospital.0,
        place.ward.0,
        place.spot,
        about.map(About::name),
        user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if made.rows_affected() == 0 {
        return Ok(tx.commit().await?);
    }
    tell_nurses(&mut tx, ctx, id, (hospital, place.ward, patient)).await?;
    let entry = Entry::changed("call.make", Action::CallNurse, patient, Kind::Alarms);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// The nurses who are on duty on the ward. Where there is none, whoever is on call is told at once.
async fn tell_nurses(
    tx: &mut Tx,
    ctx: &Ctx,
    id: CallId,
    (hospital, ward, patient): (HospitalId, WardId, PatientId),
) -> Result<()> {
    let nurses = sqlx::query_scalar!(
        "SELECT   d.user_id
         FROM     ward_duty d
         JOIN     role_grant g ON g.user_id = d.user_id AND g.hospital_id = d.hospital_id AND g.role = 'nurse' AND g.during @> $3::timestamptz
         WHERE    d.ward_id = $1 AND d.hospital_id = $2 AND d.during @> $3::timestamptz
         GROUP BY d.user_id
         ORDER BY d.user_id
         LIMIT    $4",
        ward.0,
        hospital.0,
        to_db(ctx.now()),
        MOST_TOLD,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut told: Vec<UserId> = nurses.into_iter().map(UserId).collect();
    let notice = Notice::of(Notified::CallMade).at(hospital).about(patient);
    let notices = told.iter().map(|user| (*user, notice.clone()));
    notices::tell_each(tx, ctx, notices.collect()).await?;
    if told.is_empty() {
        told.extend(on_call::escalate(tx, ctx, Notified::CallUnanswered, (hospital, patient), &[]).await?);
    }
    if told.is_empty() {
        return write_step(tx, ctx, id, None).await;
    }
    for user in told {
        write_step(tx, ctx, id, Some(user)).await?;
    }
    Ok(())
}

/// Who was told as they called, or that nobody was.
async fn write_step(tx: &mut Tx, ctx: &Ctx, id: CallId, told: Option<UserId>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO nurse_call_step (call_id, step, at, told_user, skipped_reason) VALUES ($1, 0, $2, $3, $4)",
        id.0,
        to_db(ctx.now()),
        told.map(|user| user.0),
        told.is_none().then_some(Why::Nobody.name()),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether the reader calls at all, for a door that does not know what they want.
///
/// # Errors
/// Denied for who does not.
pub async fn may(ctx: &Ctx) -> Result<()> {
    let (patient, ..) = of_portal(ctx, Action::CallNurse)?;
    let tx = ctx.begin_with_patient(Action::CallNurse, patient).await?;
    Ok(tx.commit().await?)
}

/// Takes the open call back. That there was one stays known.
///
/// # Errors
/// Denied for who cares for the patient; a conflict where none is open any longer.
pub async fn cancel(ctx: &Ctx) -> Result<()> {
    let (patient, hospital, _) = of_portal(ctx, Action::CallNurse)?;
    let mut tx = ctx.begin_with_patient(Action::CallNurse, patient).await?;
    let taken_back = sqlx::query!(
        "UPDATE nurse_call SET state = 'cancelled', cancelled_at = $3 WHERE patient_id = $1 AND hospital_id = $2 AND state IN ('waiting', 'taken')",
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if taken_back.rows_affected() == 0 {
        return Err(HospitalError::Conflict("No call is open any longer."));
    }
    let entry = Entry::changed("call.cancel", Action::CallNurse, patient, Kind::Alarms);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
