//! Joins two records, and takes them apart again.

use domain::access::{Action, Subject};
use domain::ids::{HospitalId, PatientId};
use domain::invalid::Invalid;
use domain::patients::Sought;
use domain::patients::merge::reason;
use uuid::Uuid;

use super::here;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::patients::find::numbers;
use crate::time::to_db;

/// The record that has this number here: the hospital's own, whole, or a health id.
///
/// # Errors
/// Invalid when there is none or more than one, for the number of this very record, and of one that leads to another already.
pub async fn find_other(ctx: &Ctx, patient: PatientId, typed: &str) -> Result<PatientId> {
    let (hospital, _) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::MergeRecords, patient).await?;
    let wrong = |words: &str| HospitalError::Invalid(vec![Invalid::new("number", words)]);
    let sought = Sought::read("number", typed)?;
    if sought.number.is_empty() {
        return Err(wrong("Enter the whole number of the other record."));
    }
    let found = numbers::whole(&mut tx, HospitalId(hospital), &sought.number, None).await?;
    let other = match found.as_slice() {
        [] => return Err(wrong("No record of this hospital has this whole number.")),
        [other] if *other == patient => {
            return Err(wrong("This is the number of this record. Enter that of the other."));
        }
        [other] => *other,
        _ => return Err(wrong("Several records have this number. Enter it with its letters.")),
    };
    let leads_elsewhere = sqlx::query_scalar!(r#"SELECT led_to($1, $2) <> $1 AS "leads!""#, other.0, hospital,)
        .fetch_one(&mut *tx)
        .await?;
    tx.commit().await?;
    match leads_elsewhere {
        true => Err(wrong("The record with this number is joined to another already.")),
        false => Ok(other),
    }
}

/// Joins them: `survivor` stays, `other` leads to it.
///
/// # Errors
/// Invalid without a reason; a conflict, with its sentence, when something forbids it; denied for who joins no records, step-up without a fresh proof.
pub async fn join(ctx: &Ctx, survivor: PatientId, other: PatientId, why: &str) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = begin(ctx, survivor, other).await?;
    let why = reason("reason", why)?;
    sqlx::query!(
        "INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Uuid::now_v7(),
        hospital,
        survivor.0,
        other.0,
        why,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from)
    .map_err(forbidden)?;
    done(tx, ctx, "patient.merge", [survivor, other]).await?;
    // What is prescribed in either holds at the machine that measures who stays.
    crate::telemetry::load_measuring(ctx.house(), survivor).await
}

/// Takes them apart: everything stands as it stood, and what was written meanwhile stays where it was written.
///
/// # Errors
/// Invalid without a reason; not found for what is not joined to this record now.
pub async fn take_apart(ctx: &Ctx, survivor: PatientId, id: Uuid, why: &str) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::MergeRecords, survivor).await?;
    let why = reason("because", why)?;
    let other = sqlx::query_scalar!(
        "UPDATE patient_merge SET undone_at = $4, undone_by = $5, undone_because = $6
         WHERE  id = $1 AND survivor_id = $2 AND hospital_id = $3 AND undone_at IS NULL
         RETURNING other_id",
        id,
        survivor.0,
        hospital,
        to_db(ctx.now()),
        user,
        why,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    done(tx, ctx, "patient.unmerge", [survivor, PatientId(other)]).await?;
    crate::telemetry::load_measuring(ctx.house(), survivor).await
}

/// The right is asked for both; the transaction is about the one that stays.
async fn begin(ctx: &Ctx, survivor: PatientId, other: PatientId) -> Result<Tx> {
    let tx = ctx.begin_with_patient(Action::MergeRecords, survivor).await?;
    let relations = ctx.stands_to(other).await?;
    let of_other = Subject::Patient {
        patient: other,
        relations,
    };
    ctx.check(Action::MergeRecords, &of_other).await?;
    Ok(tx)
}

/// What the database says, as a sentence.
fn forbidden(error: HospitalError) -> HospitalError {
    let sentence = match error.violated() {
        Some("patient_merge_of_two") => "These are not two records. Name another one.",
        Some("patient_merge_both_active") => {
            "One of them is a patient here no longer. Mark them as a patient here first."
        }
        Some("patient_merge_once" | "patient_merge_no_chain") => {
            "One of them is joined to another record already. Take those apart first."
        }
        Some("patient_merge_no_device") => {
            "A device measures the record that would lead to the other. Keep that one, or end the measurement first."
        }
        Some("patient_merge_no_dialysis") => {
            "Sessions of dialysis are still to come under the record that would lead to the other. Keep that one, or call them off first."
        }
        Some("patient_merge_no_ward") => {
            "Under the record that would lead to the other somebody lies on a ward. Keep that one, or discharge them first."
        }
        Some("patient_merge_no_portal") => {
            "The record that would lead to the other has an account of the portal. Keep that one."
        }
        Some("patient_merge_no_hidden") => {
            "The portal of the record that would lead to the other is switched off or hides a part. Keep that one, or show everything there first."
        }
        _ => return error,
    };
    HospitalError::Conflict(sentence)
}

async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, [survivor, other]: [PatientId; 2]) -> Result<()> {
    let entry = |patient| Entry::changed(what, Action::MergeRecords, patient, Kind::Demographics);
    audit::record_in(&mut tx, ctx, [entry(survivor), entry(other)]).await?;
    Ok(tx.commit().await?)
}
