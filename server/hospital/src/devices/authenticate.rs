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

use super::tokens::hash;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::to_db;

/// How often revoked tokens are asked for.
const ASKED: Duration = Duration::from_millis(400);
/// For how many seconds after the last answer the memory is believed: with [`ASKED`] it keeps the promise of one second.
const BELIEVED: f64 = 0.9;
/// Tokens kept in memory at most; beyond, the memory is emptied, which costs one look-up each.
const KEPT: usize = 50_000;

/// Tokens that were looked up.
#[derive(Debug, Default)]
pub struct DeviceTokens {
    known: RwLock<HashMap<Vec<u8>, (DeviceId, HospitalId)>>,
    /// Until when the memory is believed: microseconds since 1970.
    believed_until: AtomicI64,
}

impl DeviceTokens {
    fn get(&self, hash: &[u8], now: Moment) -> Option<(DeviceId, HospitalId)> {
        if now.0 > self.believed_until.load(Ordering::Acquire) {
            return None;
        }
        self.known
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(hash)
            .copied()
    }

    fn put(&self, hash: Vec<u8>, device: DeviceId, hospital: HospitalId) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(hash, (device, hospital));
    }

    fn forget(&self, revoked: &[Vec<u8>]) {
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
/// Errors: [`HospitalError::SignIn`] for a token that is unknown or revoked.
pub async fn authenticate(house: &Arc<House>, token: &str) -> Result<Actor> {
    let hash = hash(token);
    if let Some((device, hospital)) = house.device_tokens.get(&hash, house.clock.now()) {
        return Ok(Actor::Device { device, hospital });
    }
    let ctx = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Watch,
            hospital: None,
        },
    );
    let mut tx = ctx.begin(Action::ReadPlacements, &Subject::House).await?;
    let found = sqlx::query!(
        "SELECT d.id, d.hospital_id FROM device_token t JOIN device d ON d.id = t.device_id WHERE t.hash = $1 AND t.revoked_at IS NULL",
        hash,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let found = found.ok_or(HospitalError::SignIn)?;
    let (device, hospital) = (DeviceId(found.id), HospitalId(found.hospital_id));
    house.device_tokens.put(hash, device, hospital);
    Ok(Actor::Device { device, hospital })
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

/// Tokens revoked since `since`; the clock of another process may run a little behind, so the window is wide.
async fn revoked_since(house: &Arc<House>, since: Moment) -> Result<Vec<Vec<u8>>> {
    let ctx = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Watch,
            hospital: None,
        },
    );
    let mut tx = ctx.begin(Action::ReadPlacements, &Subject::House).await?;
    let revoked = sqlx::query_scalar!("SELECT hash FROM device_token WHERE revoked_at >= $1", to_db(since))
        .fetch_all(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(revoked)
}
