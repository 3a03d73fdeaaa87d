//! Tells whoever is on call for a patient now, in the transaction of what happened.

use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::notices::Kind;
use domain::on_call::on_duty;

use super::facts::Facts;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::{self, Notice};
use crate::organisation;
use crate::time::to_db;

/// Tells the first who is on call for the ward of the patient, or for the house; the second where there is no first. Their ward is where they lie; of somebody who lies nowhere, where they
/// are dialysed now, else where their nearest session is within a week, as whoever is on duty there treats them so long (`ctx::relations`). Nobody who is in `told` is told again. Answers
/// whom.
pub(crate) async fn escalate(
    tx: &mut Tx,
    ctx: &Ctx,
    kind: Kind,
    (hospital, patient): (HospitalId, PatientId),
    told: &[UserId],
) -> Result<Option<UserId>> {
    let now = ctx.now();
    let place = sqlx::query!(
        r#"SELECT h.zone, on_call_ward($2, h.id, $3) AS "ward?"
             FROM hospital h
            WHERE h.id = $1"#,
        hospital.0,
        patient.0,
        to_db(now),
    )
    .fetch_one(&mut **tx)
    .await?;
    let facts = Facts::load(tx, hospital, now).await?;
    let zone = organisation::zone(&place.zone, now);
    let duty = on_duty(&facts.shifts, &facts.stand_ins, place.ward.map(WardId), &zone, now);
    let Some(user) = duty.into_iter().flatten().next() else {
        return Ok(None);
    };
    if !told.contains(&user) {
        notices::tell(tx, ctx, user, Notice::of(kind).at(hospital).about(patient)).await?;
    }
    Ok(Some(user))
}
