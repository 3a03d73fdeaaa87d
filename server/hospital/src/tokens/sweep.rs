//! Once a minute the keys that sign are looked after; once an hour rows go that no token can use any more.

use std::sync::{Arc, Weak};
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::tokens::refresh::IDLE;
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use super::keys;
use crate::error::Result;
use crate::house::House;
use crate::identity::at_the_door;
use crate::time::to_db;

const EVERY: Duration = Duration::from_secs(60);
/// How many turns between two sweeps.
const SWEEP: u64 = 60;
/// How long a family is kept after its end, in seconds: a week, to be looked into.
const KEPT: i64 = 7 * 86_400;

/// Keeps keys and rows until the house is gone; run it once per process.
pub async fn keep(house: Weak<House>) {
    let mut tick = interval(EVERY);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for turn in 0_u64.. {
        tick.tick().await;
        let Some(house) = house.upgrade() else { return };
        let mut outcome = keys::renew(&house).await;
        if outcome.is_ok() && turn.is_multiple_of(SWEEP) {
            outcome = sweep(&house).await;
        }
        if let Err(error) = outcome {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "the keys of tokens could not be looked after"
            );
        }
    }
}

/// Families that are long over, and spent tokens so old that a copy of them is refused as too old anyway.
async fn sweep(house: &Arc<House>) -> Result<()> {
    let ctx = at_the_door(house, Uuid::now_v7());
    let before = |seconds: i64| to_db(ctx.now().plus_seconds(-(seconds as f64)));
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    sqlx::query!("DELETE FROM token_family WHERE ends_at < $1", before(KEPT))
        .execute(&mut *tx)
        .await?;
    sqlx::query!(
        "DELETE FROM refresh_token WHERE issued_at < $1 AND (spent_at IS NOT NULL OR killed_at IS NOT NULL)",
        before(IDLE + KEPT),
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
