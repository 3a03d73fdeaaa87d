//! Erasure: the key of a patient is destroyed, and with it everything that was sealed with it.

use domain::access::Action;
use domain::ids::PatientId;

use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::to_db;

/// Destroys the keys that the actor's hospital has for this patient, and for the records that it joined to them; answers how many there were. Their rows stay as tombstones. What was sealed with them
/// can be read by nobody any more, whoever holds the master key; what another hospital sealed of the same person is that hospital's to erase.
///
/// A copy of the key's row may still lie in a backup of `patient_key`, and for a while in PostgreSQL's own files: `server/docs/keys.md` says how to be rid
/// of those too.
///
/// # Errors
/// Denied without the right; not found for a patient who is not registered here.
pub async fn erase(ctx: &Ctx, patient: PatientId) -> Result<u64> {
    let mut tx = ctx.begin_with_patient(Action::EraseRecord, patient).await?;
    let destroyed = sqlx::query!(
        "UPDATE patient_key
         SET    wrapped = NULL, wrapped_under = NULL, destroyed_at = greatest($2, created_at)
         WHERE  patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, actor_hospital()) = actor_hospital())
           AND  hospital_id = actor_hospital() AND destroyed_at IS NULL
         RETURNING patient_id, version",
        patient.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    let whose = destroyed.iter().map(|key| PatientId(key.patient_id));
    let entry = Entry::patient(Action::EraseRecord, patient, &[Kind::Access]).of(whose);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    let destroyed: Vec<i32> = destroyed.into_iter().map(|key| key.version).collect();
    ctx.house().keys.cache().forget(&destroyed);
    Ok(destroyed.len() as u64)
}
