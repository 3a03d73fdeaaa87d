//! Partitions of readings: made ahead, dropped when older than the setting.

use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::Task;
use time::OffsetDateTime;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// Makes the partitions of every day that a reading may have, from `keep_days` ago to two days ahead, and drops those that are older than the owner
/// has stated ([`crate::db::Database::keep_readings`]) and settled: told by the minute, with the readings around alarms beside them. [`super::keep_minutes`] settles, and drops in the same
/// transaction; nothing else is left to drop here but what was made anew after it. Idempotent.
pub async fn retain_partitions(house: &Arc<House>, keep_days: i32) -> Result<i32> {
    let ctx = Ctx::at_work(house, Task::Retain);
    let mut tx = ctx.begin(Action::RetainReadings, &Subject::House).await?;
    let today: OffsetDateTime = to_db(ctx.now());
    for day in -i64::from(keep_days)..=2 {
        let date = (today + time::Duration::days(day)).date();
        sqlx::query!("SELECT ensure_reading_partition($1)", date)
            .execute(&mut *tx)
            .await?;
    }
    let dropped = sqlx::query_scalar!(r#"SELECT drop_old_reading_partitions() AS "dropped!""#)
        .fetch_one(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(dropped)
}

/// Does so every hour, for ever.
pub async fn keep_partitions(house: Arc<House>, keep_days: i32) {
    let mut hour = tokio::time::interval(Duration::from_secs(3_600));
    hour.tick().await;
    loop {
        hour.tick().await;
        match retain_partitions(&house, keep_days).await {
            Ok(dropped) => tracing::info!(dropped, "partitions of readings are made ahead"),
            Err(error) => tracing::error!(%error, "partitions of readings could not be made; tried again in an hour"),
        }
    }
}
