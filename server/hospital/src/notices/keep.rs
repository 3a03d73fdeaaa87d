//! The worker's part, once an hour with the sweep of jobs: what is old goes, nobody's list grows for ever, and keys of devices that end soon are told.

use domain::ids::HospitalId;
use domain::notices::Kind;

use super::whom::tell_all;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::jobs;
use crate::time::to_db;

/// How long a notice is kept, in seconds: half a year.
const KEPT: f64 = 180.0 * 86_400.0;
/// The most that one person keeps: the oldest go first, read ones before those that are not.
const MOST: i64 = 500;
/// Notices that go in one transaction.
const BATCH: i64 = 5_000;
/// How long before its end a key is told, in seconds. A key that has a successor ends within a day ([`crate::devices::rotate_token`]), and at once when that is used.
const BEFORE_END: f64 = 12.0 * 3_600.0;
/// Keys of one turn.
const KEYS: i64 = 100;

/// One turn.
pub async fn keep(ctx: &Ctx) -> Result<()> {
    while drop_old(ctx).await? == BATCH as u64 {}
    drop_beyond(ctx).await?;
    tell_of_keys(ctx).await
}

async fn drop_old(ctx: &Ctx) -> Result<u64> {
    let mut tx = jobs::begin(ctx).await?;
    let gone = sqlx::query!(
        "DELETE FROM notice WHERE id IN (SELECT o.id FROM notice o WHERE o.at < $1 ORDER BY o.at LIMIT $2)",
        to_db(ctx.now().plus_seconds(-KEPT)),
        BATCH,
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    tx.commit().await?;
    Ok(gone)
}

async fn drop_beyond(ctx: &Ctx) -> Result<()> {
    let mut tx = jobs::begin(ctx).await?;
    sqlx::query!(
        "DELETE FROM notice
          WHERE id IN (SELECT o.id
                         FROM (SELECT m.user_id FROM notice m GROUP BY m.user_id HAVING count(*) > $1) AS much
                        CROSS JOIN LATERAL (SELECT n.id FROM notice n WHERE n.user_id = much.user_id
                                             ORDER BY (n.read_at IS NULL) DESC, n.at DESC, n.id DESC OFFSET $1) AS o)",
        MOST,
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// A key whose end has come near while its device has not taken up the next one: the device falls silent by it.
async fn tell_of_keys(ctx: &Ctx) -> Result<()> {
    let mut tx = jobs::begin(ctx).await?;
    let now = ctx.now();
    let ending = sqlx::query!(
        r#"UPDATE device_token AS t SET end_told_at = $1
             FROM device d
            WHERE d.id = t.device_id
              AND t.id IN (SELECT e.id FROM device_token e
                            WHERE e.ends_at > $1 AND e.ends_at <= $2 AND e.end_told_at IS NULL AND e.revoked_at IS NULL
                            ORDER BY e.ends_at
                            LIMIT $3)
         RETURNING d.hospital_id AS "hospital_id!", d.name AS "name!""#,
        to_db(now),
        to_db(now.plus_seconds(BEFORE_END)),
        KEYS,
    )
    .fetch_all(&mut *tx)
    .await?;
    for key in ending {
        tell_all(
            &mut tx,
            ctx,
            Some(HospitalId(key.hospital_id)),
            Kind::DeviceKeyEnds,
            &key.name,
        )
        .await?;
    }
    Ok(tx.commit().await?)
}
