//! A hand-over that nobody ended is over when its time is: the house writes that into the audit, once for each.

use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::Task;
use domain::ids::{DeviceId, HospitalId, UserId};
use tokio::time::MissedTickBehavior;

use super::tell;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::notices::Kind;
use crate::time::to_db;

/// How often it is looked for. What the hand-over opened is closed in the moment in which it ends, whether or not this has looked.
const EVERY: Duration = Duration::from_secs(2);

/// Writes for ever; run it once per process. Two at once do not write twice: the row says that it was told.
pub async fn tell_expired(house: Arc<House>) {
    let mut turn = tokio::time::interval(EVERY);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        if let Err(error) = tell_now(&house).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "hand-overs that ended by themselves could not be told"
            );
        }
    }
}

async fn tell_now(house: &Arc<House>) -> Result<()> {
    let ctx = Ctx::at_work(house, Task::Rights);
    let mut tx = ctx.begin(Action::ReadPlacements, &Subject::House).await?;
    let over = sqlx::query!(
        "UPDATE device_hand_over SET expiry_told_at = $1
          WHERE until <= $1 AND accepted_at IS NOT NULL AND ended_at IS NULL AND expiry_told_at IS NULL
         RETURNING device_id, hospital_id, from_user, to_user",
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut entries = Vec::with_capacity(over.len());
    for row in over {
        let subject = Subject::Device {
            device: DeviceId(row.device_id),
            hospital: HospitalId(row.hospital_id),
            assigned: false,
        };
        for party in [row.from_user, row.to_user] {
            tell(&mut tx, &ctx, Kind::HandOverEnded, UserId(party), &subject).await?;
        }
        entries.push(Entry::change(
            "device.hand_over.expire",
            Action::HandOverDevice,
            &subject,
        ));
    }
    audit::record_in(&mut tx, &ctx, entries).await?;
    Ok(tx.commit().await?)
}
