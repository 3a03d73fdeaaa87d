//! Somebody begins to treat a patient, or ends it. The row stays: who treated them is part of the record.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{HospitalId, PatientId, UserId};
use domain::invalid::Invalid;
use sqlx::postgres::types::PgRange;

use super::{colleague, not_oneself};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result, violated};
use crate::notices::whom::name_of_actor;
use crate::notices::{self, Kind, Notice};
use crate::time::to_db;

/// An admin says that a doctor or nurse treats a patient from now on.
///
/// Errors: invalid for oneself and for somebody who is neither in this hospital; a conflict when they do already.
pub async fn assign(ctx: &Ctx, patient: PatientId, user: UserId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin_with_patient(Action::AssignCare, patient).await?;
    not_oneself(ctx, user, "person")?;
    let who = colleague(&mut tx, hospital, user, ctx.now()).await?;
    if !who.is_some_and(|who| who.is_one_of(&[Role::Doctor, Role::Nurse])) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "person",
            "Choose a doctor or a nurse of this hospital.",
        )]));
    }
    begin(ctx, tx, Action::AssignCare, (user, hospital), patient).await
}

/// A doctor takes over a patient of a ward on which they are on duty.
///
/// Errors: denied without that duty; a conflict when they treat them already.
pub async fn take_over(ctx: &Ctx, patient: PatientId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let tx = ctx.begin_with_patient(Action::TakeOverPatient, patient).await?;
    begin(ctx, tx, Action::TakeOverPatient, (user, hospital), patient).await
}

async fn begin(
    ctx: &Ctx,
    mut tx: Tx,
    right: Action,
    (user, hospital): (UserId, HospitalId),
    patient: PatientId,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ($1, $2, $3, $4, $5)",
        user.0,
        patient.0,
        hospital.0,
        ctx.actor().user().ok_or(HospitalError::SignIn)?.0,
        PgRange::from(to_db(ctx.now())..),
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("care_relation_once") => HospitalError::Conflict("They treat this patient already."),
        _ => error.into(),
    })?;
    tell(&mut tx, ctx, Kind::CareGiven, (user, hospital), patient).await?;
    audit::record_in(&mut tx, ctx, about(right, "care.begin", user, hospital, patient)).await?;
    Ok(tx.commit().await?)
}

/// Somebody treats a patient no longer: said by an admin, or by themselves.
///
/// Errors: a conflict when they do not treat them now.
pub async fn end_care(ctx: &Ctx, patient: PatientId, user: UserId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    // Who treats somebody may read their team, and that suffices to step back from it.
    let right = if ctx.actor().user() == Some(user) {
        Action::ReadCareTeam
    } else {
        Action::AssignCare
    };
    let mut tx = ctx.begin_with_patient(right, patient).await?;
    let ended = sqlx::query!(
        "UPDATE care_relation
            SET during = tstzrange(lower(during), greatest($4, lower(during) + interval '1 microsecond'))
          WHERE user_id = $1 AND patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3) AND hospital_id = $3 AND during @> $4::timestamptz",
        user.0,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() == 0 {
        return Err(HospitalError::Conflict("They do not treat this patient now."));
    }
    tell(&mut tx, ctx, Kind::CareEnded, (user, hospital), patient).await?;
    audit::record_in(&mut tx, ctx, about(right, "care.end", user, hospital, patient)).await?;
    Ok(tx.commit().await?)
}

/// Whom it is about is told; whoever takes somebody over or steps back by themselves knows.
async fn tell(
    tx: &mut Tx,
    ctx: &Ctx,
    kind: Kind,
    (user, hospital): (UserId, HospitalId),
    patient: PatientId,
) -> Result<()> {
    let by = name_of_actor(tx, ctx).await?;
    notices::tell(tx, ctx, user, Notice::of(kind).at(hospital).about(patient).by(by)).await
}

/// Two entries: one that the patient's trace finds, one that the colleague's does.
pub(super) fn about(
    right: Action,
    what: &'static str,
    user: UserId,
    hospital: HospitalId,
    patient: PatientId,
) -> [Entry; 2] {
    [
        Entry::change_of_patient(what, right, patient),
        Entry::change(what, right, &Subject::Colleague { user, hospital }),
    ]
}
