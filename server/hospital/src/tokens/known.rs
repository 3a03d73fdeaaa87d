//! What is known of tokens in memory: the keys that sign, and who was behind an access token a moment ago.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use uuid::Uuid;

use super::claims::Claims;
use super::keys::Ring;
use super::who::Caller;

/// How old an answer may be: after it the database is asked again, so that what ended is dead well within a second.
const FRESH: Duration = Duration::from_millis(400);
/// How many are kept; beyond that the stale ones go, or all.
const MOST: usize = 10_000;

/// The keys, and who was behind which token a moment ago. `House` holds it.
#[derive(Default)]
pub struct Tokens {
    ring: Mutex<Arc<Ring>>,
    callers: Mutex<HashMap<Named, Known>>,
}

/// What a token names: itself, its family, and whose it is. An answer counts for all three together.
type Named = (Uuid, Uuid, Uuid);

fn named(claims: &Claims) -> Named {
    (claims.jti, claims.sid, claims.sub)
}

struct Known {
    caller: Caller,
    asked: Instant,
}

impl Tokens {
    pub(super) fn ring(&self) -> Arc<Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set_ring(&self, ring: Ring) {
        *self.ring.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
    }

    fn callers(&self) -> MutexGuard<'_, HashMap<Named, Known>> {
        self.callers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who was behind the token of these claims, if that was asked just now.
    pub(super) fn fresh(&self, claims: &Claims) -> Option<Caller> {
        let known = self.callers();
        let it = known.get(&named(claims))?;
        (it.asked.elapsed() < FRESH).then(|| it.caller.clone())
    }

    /// Keeps an answer. `asked` is the time before the question, so that what ended meanwhile is not believed for longer.
    pub(super) fn put(&self, claims: &Claims, caller: Caller, asked: Instant) {
        let mut known = self.callers();
        if known.len() >= MOST {
            known.retain(|_, it| it.asked.elapsed() < FRESH);
            if known.len() >= MOST {
                known.clear();
            }
        }
        known.insert(named(claims), Known { caller, asked });
    }

    /// Forgets everything of a family that has ended.
    pub(super) fn forget_family(&self, family: Uuid) {
        self.callers().retain(|_, it| it.caller.family != family);
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens")
            .field("callers", &self.callers().len())
            .finish_non_exhaustive()
    }
}
