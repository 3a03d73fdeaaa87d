//! Who is this device? Its token, checked against the hashes. What was looked up is kept in memory; [`forget_revoked`] drops a revoked token within a
//! second, also when another process revoked it. While that worker cannot reach the database, nothing in memory is believed.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::{DeviceId, HospitalId};
use domain::time::Moment;
use uuid::Uuid;

use super::tokens::hash;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::{from_db, to_db};

/// How often revoked tokens are asked for.
const ASKED: Duration = Duration::from_millis(400);
/// For how many seconds after the last answer the memory is believed: with [`ASKED`] it keeps the promise of one second.
const BELIEVED: f64 = 0.9;
/// Tokens kept in memory at most; beyond, the memory is emptied, which costs one look-up each.
const KEPT: usize = 50_000;

/// Tokens that were looked up.
#[derive(Debug, Default)]
pub struct DeviceTokens {
    known: RwLock<HashMap<Vec<u8>, Known>>,
    /// Until when the memory is believed: microseconds since 1970.
    believed_until: AtomicI64,
}

/// A token that was looked up.
#[derive(Clone, Copy, Debug)]
struct Known {
    device: DeviceId,
    hospital: HospitalId,
    /// When it ends by itself.
    ends_at: Option<Moment>,
}

impl Known {
    fn actor(self) -> Actor {
        Actor::Device {
            device: self.device,
            hospital: self.hospital,
        }
    }
}

impl DeviceTokens {
    fn get(&self, hash: &[u8], now: Moment) -> Option<Known> {
        if now.0 > self.believed_until.load(Ordering::Acquire) {
            return None;
        }
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let it = known.get(hash).copied()?;
        it.ends_at.is_none_or(|end| now < end).then_some(it)
    }

    fn put(&self, hash: Vec<u8>, it: Known) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(hash, it);
    }

    pub(super) fn forget(&self, revoked: &[Vec<u8>]) {
        if !revoked.is_empty() {
            self.known
                .write()
                .unwrap_or_else(PoisonError::into_inner)
                .retain(|hash, _| !revoked.contains(hash));
        }
    }
}

/// The device that holds this token.
///
/// Errors: [`HospitalError::SignIn`] for a token that is unknown, revoked, or that has ended.
pub async fn authenticate(house: &Arc<House>, token: &str) -> Result<Actor> {
    let hash = hash(token);
    if let Some(known) = house.device_tokens.get(&hash, house.clock.now()) {
        return Ok(known.actor());
    }
    let ctx = Ctx::at_work(house, Task::Watch);
    let mut tx = ctx.begin(Action::ReadPlacements, &Subject::House).await?;
    let found = sqlx::query!(
        "SELECT t.id AS token, t.used_at, t.ends_at, t.replaces, d.id, d.hospital_id
         FROM   device_token t
         JOIN   device d ON d.id = t.device_id
         WHERE  t.hash = $1 AND t.revoked_at IS NULL AND (t.ends_at IS NULL OR t.ends_at > $2)",
        hash,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(found) = found else {
        tx.rollback().await?;
        return Err(HospitalError::SignIn);
    };
    let known = Known {
        device: DeviceId(found.id),
        hospital: HospitalId(found.hospital_id),
        ends_at: found.ends_at.map(from_db),
    };
    if found.used_at.is_none() {
        take_over(&mut tx, &ctx, found.token, found.replaces, known).await?;
    }
    tx.commit().await?;
    house.device_tokens.put(hash, known);
    Ok(known.actor())
}

/// A token is used for the first time: the one that it replaces ends.
async fn take_over(tx: &mut Tx, ctx: &Ctx, token: Uuid, replaces: Option<Uuid>, known: Known) -> Result<()> {
    let now = to_db(ctx.now());
    sqlx::query!(
        "UPDATE device_token SET used_at = $2 WHERE id = $1 AND used_at IS NULL",
        token,
        now
    )
    .execute(&mut **tx)
    .await?;
    let ended = sqlx::query_scalar!(
        "UPDATE device_token SET revoked_at = greatest($2, created_at) WHERE id = $1 AND revoked_at IS NULL RETURNING hash",
        replaces,
        now,
    )
    .fetch_all(&mut **tx)
    .await?;
    let subject = Subject::Device {
        device: known.device,
        hospital: known.hospital,
        assigned: false,
    };
    let entries = ended
        .iter()
        .map(|_| Entry::change("device_token.replace", Action::ReadPlacements, &subject));
    audit::record_in(tx, ctx, entries).await?;
    ctx.house().device_tokens.forget(&ended);
    Ok(())
}

/// Asks for revoked tokens twice a second, for ever, and forgets them.
pub async fn forget_revoked(house: Arc<House>) {
    let mut turn = tokio::time::interval(ASKED);
    loop {
        turn.tick().await;
        let asked_at = house.clock.now();
        match revoked_since(&house, asked_at.plus_seconds(-10.0)).await {
            Ok(revoked) => {
                house.device_tokens.forget(&revoked);
                house
                    .device_tokens
                    .believed_until
                    .store(asked_at.plus_seconds(BELIEVED).0, Ordering::Release);
            }
            Err(error) => {
                tracing::warn!(%error, "revoked tokens could not be asked for; each token is looked up until they can")
            }
        }
    }
}

/// Tokens that were revoked or came to their end since `since`; the clock of another process may run a little behind, so the window is wide.
async fn revoked_since(house: &Arc<House>, since: Moment) -> Result<Vec<Vec<u8>>> {
    let ctx = Ctx::at_work(house, Task::Watch);
    let mut tx = ctx.begin(Action::ReadPlacements, &Subject::House).await?;
    let revoked = sqlx::query_scalar!(
        "SELECT hash FROM device_token WHERE revoked_at >= $1 OR (ends_at >= $1 AND ends_at <= $2)",
        to_db(since),
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(revoked)
}
