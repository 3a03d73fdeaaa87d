//! The curves around an alarm go when readings of their age go.

use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::Task;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// Rows of one commit.
const BATCH: i64 = 1_000;

/// Drops what began more than `keep_days` ago; answers how many stretches.
///
/// # Errors
/// Away when the database is.
pub async fn drop_strips(house: &Arc<House>, keep_days: u32) -> Result<u64> {
    let ctx = Ctx::at_work(house, Task::Retain);
    let until = ctx.now().plus_seconds(-f64::from(keep_days) * 86_400.0);
    let mut dropped = 0;
    loop {
        let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
        let batch = sqlx::query!(
            "DELETE FROM alarm_curve
              WHERE (alarm_id, channel, started_at) IN (
                    SELECT alarm_id, channel, started_at FROM alarm_curve WHERE started_at < $1 LIMIT $2)",
            to_db(until),
            BATCH,
        )
        .execute(&mut *tx)
        .await?
        .rows_affected();
        tx.commit().await?;
        dropped += batch;
        if batch < BATCH as u64 {
            return Ok(dropped);
        }
    }
}

/// Does so every hour, for ever.
pub async fn keep_dropping_strips(house: Arc<House>, keep_days: u32) {
    let mut hour = tokio::time::interval(Duration::from_secs(3_600));
    loop {
        hour.tick().await;
        match drop_strips(&house, keep_days).await {
            Ok(0) => {}
            Ok(dropped) => tracing::info!(dropped, "curves around alarms that were old enough are dropped"),
            Err(error) => tracing::error!(%error, "old curves could not be dropped; tried again in an hour"),
        }
    }
}
