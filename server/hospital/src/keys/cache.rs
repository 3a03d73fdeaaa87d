//! Patients' keys that were unwrapped a moment ago. It saves unwrapping, which may be a call over the network; it never decides: each use reads the key's row
//! first, and what is kept here counts only while the row holds the very bytes from which it was unwrapped. So an erasure holds at once, everywhere, and a
//! key whose transaction was rolled back is never used. What is kept of a destroyed key is overwritten within a second all the same ([`forget_destroyed`]).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::time::Moment;

use super::cipher::Cipher;
use super::rotate::at_work;
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// Keys kept at most; beyond, all are let go, which costs one unwrapping each.
const KEPT: usize = 10_000;
/// How often destroyed keys are asked for.
const ASKED: Duration = Duration::from_millis(400);

/// Keys by their version.
#[derive(Debug, Default)]
pub(super) struct Cache(Mutex<HashMap<i32, Kept>>);

#[derive(Debug)]
struct Kept {
    /// From what it was unwrapped.
    wrapped: Vec<u8>,
    cipher: Arc<Cipher>,
}

impl Cache {
    pub(super) fn get(&self, version: i32, wrapped: &[u8]) -> Option<Arc<Cipher>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&version)
            .filter(|it| it.wrapped == wrapped)
            .map(|it| it.cipher.clone())
    }

    pub(super) fn put(&self, version: i32, wrapped: Vec<u8>, cipher: Arc<Cipher>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(version, Kept { wrapped, cipher });
    }

    pub(super) fn forget(&self, destroyed: &[i32]) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        destroyed.iter().for_each(|version| drop(kept.remove(version)));
    }

    fn forget_all(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    #[cfg(any(test, feature = "testing"))]
    pub(super) fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// Asks for destroyed keys twice a second, for ever, and forgets them. While the database is away, nothing is kept.
pub async fn forget_destroyed(house: Arc<House>) {
    let mut turn = tokio::time::interval(ASKED);
    loop {
        turn.tick().await;
        let cache = house.keys.cache();
        // The clock of another process may run a little behind, so the window is wide.
        match destroyed_since(&house, house.clock.now().plus_seconds(-10.0)).await {
            Ok(destroyed) => cache.forget(&destroyed),
            Err(error) => {
                tracing::warn!(%error, "destroyed keys could not be asked for; no patient's key is kept until they can");
                cache.forget_all();
            }
        }
    }
}

async fn destroyed_since(house: &Arc<House>, since: Moment) -> Result<Vec<i32>> {
    let ctx = at_work(house);
    let mut tx = ctx.begin(Action::KeepKeys, &Subject::House).await?;
    let destroyed = sqlx::query_scalar!("SELECT version FROM patient_key WHERE destroyed_at >= $1", to_db(since))
        .fetch_all(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(destroyed)
}
