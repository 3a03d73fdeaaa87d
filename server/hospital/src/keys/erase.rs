//! Erasure: the key of a patient is destroyed, and with it everything that was sealed with it.

use domain::access::Action;
use domain::ids::PatientId;

use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::to_db;

/// Destroys the keys that the actor's hospital has for this patient, and for the records that it joined to them; answers how many there were. Their rows stay as tombstones. What was sealed with them
/// can be read by nobody any more, whoever holds the master key; what another hospital sealed of the same person is that hospital's to erase.
///
/// What machines measured of them by the minute and around alarms is sealed with no key: it is deleted, and readings that are still kept as they came are told by the minute no more. Those go
/// when their day goes (`server/docs/retention.md`).
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
    forget_minutes(&mut tx, ctx, patient).await?;
    let whose = destroyed.iter().map(|key| PatientId(key.patient_id));
    let entry = Entry::patient(Action::EraseRecord, patient, &[Kind::Access]).of(whose);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    let destroyed: Vec<i32> = destroyed.into_iter().map(|key| key.version).collect();
    ctx.house().keys.cache().forget(&destroyed);
    Ok(destroyed.len() as u64)
}

/// Deletes the minutes and the readings around alarms of their sessions here, and of no other hospital's.
async fn forget_minutes(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<()> {
    let sessions = sqlx::query_scalar!(
        "SELECT s.id
           FROM joined($1) AS j
           JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = actor_hospital()
          WHERE coalesce(j.held_by, actor_hospital()) = actor_hospital()",
        patient.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    // First, because only what is forgotten may be deleted.
    sqlx::query!(
        "INSERT INTO device_session_forgotten (session_id, at) SELECT unnest($1::uuid[]), $2 ON CONFLICT DO NOTHING",
        &sessions,
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM reading_minute WHERE session_id = ANY ($1)", &sessions)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM alarm_reading WHERE session_id = ANY ($1)", &sessions)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
