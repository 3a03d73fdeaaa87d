//! A new master key: every wrapped key is unwrapped and wrapped anew, in batches, while the hospital goes on. What the keys sealed is not touched.
//!
//! A key that is being read meanwhile is found wrapped under the old version or under the new one; both unwrap as long as both are in the key file. No row
//! is held while a key service is asked: a key that changed in between (because it was destroyed) keeps what it became.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::Task;
use domain::ids::PatientId;

use super::patient::LOCK;
use super::service::Wrapped;
use super::{house, patient};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::to_db;

/// Keys to a batch.
const BATCH: i64 = 100;
/// Rounds after which somebody else must be making keys under another version all the time.
const ROUNDS: usize = 1_000;

/// What a rotation did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rotated {
    /// The version that wraps everything now.
    pub version: i32,
    /// Keys of patients that were wrapped anew.
    pub patients: u64,
    /// Secrets of the house that were wrapped anew.
    pub secrets: u64,
}

/// The context of the work on keys.
pub(super) fn at_work(house: &Arc<House>) -> Ctx {
    Ctx::at_work(house, Task::Keys)
}

/// Wraps everything anew that is not wrapped under the current version of the master key. Run it again as often as you like: what is done is done.
///
/// # Errors
/// Internal when a version is missing under which something is wrapped; away when the database or the key service is.
pub async fn rotate(house: &Arc<House>) -> Result<Rotated> {
    let ctx = at_work(house);
    let version = house.keys.service().current().await?;
    let mut done = Rotated {
        version,
        secrets: secrets(&ctx, version).await?,
        ..Rotated::default()
    };
    for _ in 0..ROUNDS {
        let batch = batch(&ctx, version).await?;
        if batch.is_empty() {
            if is_finished(&ctx, version).await? {
                return Ok(done);
            }
            continue;
        }
        let mut anew = Vec::with_capacity(batch.len());
        for key in batch {
            let context = patient::context(PatientId(key.patient_id), key.version);
            anew.push((
                key.version,
                again(house, &context, &key.wrapped).await?,
                key.wrapped.bytes,
            ));
        }
        done.patients += write(&ctx, anew).await?;
    }
    Err(HospitalError::Internal(
        "keys are still being wrapped under another version of the master key: is it the highest one in every server's key file?",
    ))
}

/// A patient's key that is wrapped under another version.
struct Key {
    patient_id: uuid::Uuid,
    version: i32,
    wrapped: Wrapped,
}

async fn batch(ctx: &Ctx, current: i32) -> Result<Vec<Key>> {
    let mut tx = ctx.begin(Action::KeepKeys, &Subject::House).await?;
    let rows = sqlx::query!(
        r#"SELECT patient_id, version, wrapped AS "bytes!", wrapped_under AS "under!"
           FROM   patient_key
           WHERE  wrapped_under <> $1 AND destroyed_at IS NULL
           ORDER BY wrapped_under, version
           LIMIT  $2"#,
        current,
        BATCH,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let keys = rows.into_iter().map(|row| Key {
        patient_id: row.patient_id,
        version: row.version,
        wrapped: Wrapped {
            under: row.under,
            bytes: row.bytes,
        },
    });
    Ok(keys.collect())
}

async fn again(house: &Arc<House>, context: &[u8], old: &Wrapped) -> Result<Wrapped> {
    let service = house.keys.service();
    let key = service.unwrap(context, old).await?;
    service.wrap(context, &key).await
}

/// Writes each key that is still wrapped as it was read.
async fn write(ctx: &Ctx, anew: Vec<(i32, Wrapped, Vec<u8>)>) -> Result<u64> {
    let mut tx = ctx.begin(Action::KeepKeys, &Subject::House).await?;
    let versions: Vec<i32> = anew.iter().map(|(version, ..)| *version).collect();
    let under: Vec<i32> = anew.iter().map(|(_, wrapped, _)| wrapped.under).collect();
    let (bytes, old): (Vec<Vec<u8>>, Vec<Vec<u8>>) = anew.into_iter().map(|(_, new, old)| (new.bytes, old)).unzip();
    let written = sqlx::query!(
        "UPDATE patient_key k
         SET    wrapped = n.wrapped, wrapped_under = n.under, wrapped_at = $5
         FROM   unnest($1::integer[], $2::bytea[], $3::integer[], $4::bytea[]) AS n (version, wrapped, under, old)
         WHERE  k.version = n.version AND k.wrapped = n.old",
        &versions,
        &bytes,
        &under,
        &old,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    let entry = Entry::change("keys.rotate", Action::KeepKeys, &Subject::House);
    audit::record_in(&mut tx, ctx, (written > 0).then_some(entry)).await?;
    tx.commit().await?;
    Ok(written)
}

/// Whether nothing is left under another version, also of what others are writing in this moment: they hold the lock until they are done.
async fn is_finished(ctx: &Ctx, current: i32) -> Result<bool> {
    let mut tx = ctx.begin(Action::KeepKeys, &Subject::House).await?;
    sqlx::query!("SELECT pg_advisory_xact_lock($1)", LOCK)
        .fetch_one(&mut *tx)
        .await?;
    let left = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM patient_key WHERE wrapped_under <> $1 AND destroyed_at IS NULL) AS "left!""#,
        current,
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(!left)
}

async fn secrets(ctx: &Ctx, current: i32) -> Result<u64> {
    let mut tx = ctx.begin(Action::KeepKeys, &Subject::House).await?;
    let rows = sqlx::query!(
        "SELECT name, wrapped, wrapped_under FROM house_secret WHERE wrapped_under <> $1",
        current
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let mut written = 0;
    for row in rows {
        let old = Wrapped {
            under: row.wrapped_under,
            bytes: row.wrapped,
        };
        let new = again(ctx.house(), &house::context(&row.name), &old).await?;
        let mut tx = ctx.begin(Action::KeepKeys, &Subject::House).await?;
        written += sqlx::query!(
            "UPDATE house_secret SET wrapped = $2, wrapped_under = $3, wrapped_at = $4 WHERE name = $1 AND wrapped = $5",
            row.name,
            new.bytes,
            new.under,
            to_db(ctx.now()),
            old.bytes,
        )
        .execute(&mut *tx)
        .await?
        .rows_affected();
        let entry = Entry::change("keys.rotate", Action::KeepKeys, &Subject::House);
        audit::record_in(&mut tx, ctx, [entry]).await?;
        tx.commit().await?;
    }
    Ok(written)
}
