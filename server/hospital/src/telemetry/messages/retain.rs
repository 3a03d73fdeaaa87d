//! Messages are dropped after some days: they serve whoever connects a machine, and may name somebody.

use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::Task;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// For how many days a message is kept (`server/docs/retention.md`).
pub const KEEP_DAYS: i64 = 14;
/// Rows of one commit.
const BATCH: i64 = 5_000;

/// Drops messages older than [`KEEP_DAYS`]; answers how many.
///
/// Errors: away when the database is.
pub async fn drop_messages(house: &Arc<House>) -> Result<u64> {
    let ctx = Ctx::at_work(house, Task::Retain);
    let until = ctx.now().plus_seconds(-(KEEP_DAYS as f64) * 86_400.0);
    let mut dropped = 0;
    loop {
        let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
        let batch = sqlx::query!(
            "DELETE FROM hl7_message WHERE id IN (SELECT id FROM hl7_message WHERE received_at < $1 LIMIT $2)",
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
pub async fn keep_dropping_messages(house: Arc<House>) {
    let mut hour = tokio::time::interval(Duration::from_secs(3_600));
    loop {
        hour.tick().await;
        match drop_messages(&house).await {
            Ok(0) => {}
            Ok(dropped) => tracing::info!(dropped, "HL7 messages that were old enough are dropped"),
            Err(error) => tracing::error!(%error, "old HL7 messages could not be dropped; tried again in an hour"),
        }
    }
}
