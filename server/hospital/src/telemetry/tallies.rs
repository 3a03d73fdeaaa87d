//! [`Tallies`]: what is counted of machines' data, in memory until a worker adds it to `device_tally` once a minute. A request counts once, whatever it brought: no row is written for a
//! reading. What was counted since the last minute is gone when a server dies, which these figures bear.

use std::collections::HashMap;
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::Task;
use domain::ids::DeviceId;
use domain::telemetry::tally::Tally;
use domain::time::Moment;
use time::OffsetDateTime;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// How often it is added.
const EVERY: Duration = Duration::from_secs(60);
/// How long it is kept, in seconds: the longest period of the page, and ten days.
const KEPT: f64 = 100.0 * 86_400.0;
/// Microseconds of an hour.
const HOUR: i64 = 3_600_000_000;

type Counted = HashMap<(DeviceId, i64, Tally), i64>;

/// What was counted and is not written yet.
#[derive(Debug, Default)]
pub struct Tallies(Mutex<Counted>);

impl Tallies {
    /// Counts what a batch of this device brought at `at`.
    pub fn add(&self, device: DeviceId, at: Moment, counted: impl IntoIterator<Item = (Tally, usize)>) {
        let hour = at.0 - at.0.rem_euclid(HOUR);
        let mut counted = counted.into_iter().filter(|(_, n)| *n > 0).peekable();
        // Nearly every batch has nothing to count: nobody waits for it.
        if counted.peek().is_none() {
            return;
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (tally, n) in counted {
            *kept.entry((device, hour, tally)).or_default() += i64::try_from(n).unwrap_or(i64::MAX);
        }
    }

    fn take(&self) -> Counted {
        mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts back what could not be written.
    fn put_back(&self, counted: Counted) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, n) in counted {
            *kept.entry(key).or_default() += n;
        }
    }
}

/// Adds it for ever; run it once per process.
pub async fn keep_tallies(house: Arc<House>) {
    let mut turn = tokio::time::interval(EVERY);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        if let Err(error) = write_tallies(&house).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "what was counted of machines' data could not be written; it is tried again in a minute"
            );
        }
    }
}

/// Adds what was counted until now, and lets go of what is old.
///
/// # Errors
/// When the database is away; nothing is lost then.
pub async fn write_tallies(house: &Arc<House>) -> Result<()> {
    let counted = house.tallies.take();
    let written = write(house, &counted).await;
    if written.is_err() {
        house.tallies.put_back(counted);
    }
    written
}

async fn write(house: &Arc<House>, counted: &Counted) -> Result<()> {
    let ctx = Ctx::at_work(house, Task::Retain);
    let mut tx = ctx.begin(Action::CountMachines, &Subject::House).await?;
    // In one order, so that two servers wait for each other and do not lock each other out.
    let mut rows: Vec<_> = counted.iter().collect();
    rows.sort_unstable_by_key(|(key, _)| **key);
    let devices: Vec<Uuid> = rows.iter().map(|((device, ..), _)| device.0).collect();
    let hours: Vec<OffsetDateTime> = rows.iter().map(|((_, hour, _), _)| to_db(Moment(*hour))).collect();
    let names = rows.iter().map(|((_, _, tally), _)| tally.names());
    let (mut kinds, mut fields, mut reasons) = (Vec::new(), Vec::new(), Vec::new());
    for (kind, field, reason) in names {
        kinds.push(kind.to_owned());
        fields.push(field.to_owned());
        reasons.push(reason.to_owned());
    }
    let counts: Vec<i64> = rows.iter().map(|(_, n)| **n).collect();
    if !rows.is_empty() {
        sqlx::query!(
            "INSERT INTO device_tally (device_id, hour, kind, field, reason, n)
             SELECT c.device_id, c.hour, c.kind, c.field, c.reason, c.n
               FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::bigint[]) AS c (device_id, hour, kind, field, reason, n)
              WHERE EXISTS (SELECT FROM device d WHERE d.id = c.device_id)
             ON CONFLICT (device_id, hour, kind, field, reason) DO UPDATE SET n = device_tally.n + excluded.n",
            &devices,
            &hours,
            &kinds,
            &fields,
            &reasons,
            &counts,
        )
        .execute(&mut *tx)
        .await?;
    }
    sqlx::query!(
        "DELETE FROM device_tally WHERE hour < $1",
        to_db(ctx.now().plus_seconds(-KEPT))
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_written_is_added_to_what_came_since() {
        let tallies = Tallies::default();
        let device = DeviceId(Uuid::from_u128(1));
        let at = Moment(HOUR + 5);
        tallies.add(device, at, [(Tally::Duplicate, 2), (Tally::Nobody, 0)]);
        let taken = tallies.take();
        assert_eq!(taken, HashMap::from([((device, HOUR, Tally::Duplicate), 2)]));
        tallies.add(device, at, [(Tally::Duplicate, 3)]);
        tallies.put_back(taken);
        assert_eq!(tallies.take(), HashMap::from([((device, HOUR, Tally::Duplicate), 5)]));
        assert!(tallies.take().is_empty());
    }
}
