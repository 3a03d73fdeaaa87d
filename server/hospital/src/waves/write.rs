//! Writes the curves around alarms: what was drawn before one as soon as it is raised, what followed when its five minutes are over or the device measures somebody else.

use std::sync::Arc;
use std::time::Duration;

use domain::waves::pack::pack;

use super::held::Due;
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// How often is looked: nothing is lost between, because ten minutes are held.
const EVERY: Duration = Duration::from_secs(2);
/// Stretches of one write at most: a monitor whose network breaks every second for ten minutes has as many; beyond, the oldest are written.
const MOST_STRETCHES: usize = 600;

/// Writes what is due; answers how many stretches were written. What could not be written is due again.
///
/// # Errors
/// Away when the database is.
pub async fn write_strips(house: &Arc<House>) -> Result<u64> {
    let mut written = 0;
    for due in house.curves.due(&house.now, house.clock.now()) {
        written += write(house, &due).await?;
        house.curves.wrote(due);
    }
    Ok(written)
}

async fn write(house: &House, due: &Due) -> Result<u64> {
    if due.stretches.is_empty() {
        return Ok(0);
    }
    let mut written = 0;
    let mut tx = house.ingest.begin().await?;
    for (channel, stretch) in due.stretches.iter().take(MOST_STRETCHES) {
        let count = i32::try_from(stretch.samples.len()).unwrap_or(i32::MAX);
        written += sqlx::query!(
            "INSERT INTO alarm_curve (alarm_id, raised_at, channel, started_at, hz, step, samples, packed)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT DO NOTHING",
            due.alarm.0,
            to_db(due.raised_at),
            channel.name(),
            to_db(stretch.started_at),
            i16::try_from(stretch.hz).unwrap_or(i16::MAX),
            stretch.step,
            count,
            pack(&stretch.samples),
        )
        .execute(&mut *tx)
        .await?
        .rows_affected();
    }
    tx.commit().await?;
    Ok(written)
}

/// Does so every two seconds, for ever.
pub async fn keep_writing_strips(house: Arc<House>) {
    let mut often = tokio::time::interval(EVERY);
    loop {
        often.tick().await;
        house.curves.let_go(house.clock.now());
        match write_strips(&house).await {
            Ok(0) => {}
            Ok(stretches) => tracing::debug!(stretches, "curves around alarms are written"),
            Err(error) => {
                tracing::error!(%error, "curves around an alarm could not be written; tried again in two seconds")
            }
        }
    }
}
