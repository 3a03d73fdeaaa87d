//! [`Once`]: what a page says once. It waits on the server for five minutes under a random key in a cookie, so that nothing that was typed travels in an address.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::time::Moment;
use http::HeaderMap;
use tower_sessions::session::Id;

use super::cookie;

/// How long one waits, in seconds.
const WAITS: u32 = 300;

/// Those that wait, bounded: when one more comes than fit, the oldest goes.
pub struct Once<T> {
    cookie: &'static str,
    most: usize,
    waiting: Mutex<HashMap<Id, (Moment, T)>>,
}

impl<T> Once<T> {
    /// At most `most`, under keys in the cookie of this name.
    pub fn new(cookie: &'static str, most: usize) -> Self {
        Self {
            cookie,
            most,
            waiting: Mutex::default(),
        }
    }

    /// Keeps `said` for the next page, and writes its cookie into `headers`.
    pub fn put(&self, said: T, headers: &mut HeaderMap, now: Moment) {
        let key = Id::default();
        let mut waiting = self.lock();
        if waiting.len() >= self.most {
            waiting.retain(|_, (put, _)| is_fresh(*put, now));
        }
        if waiting.len() >= self.most
            && let Some(oldest) = waiting.iter().min_by_key(|(_, (put, _))| *put).map(|(key, _)| *key)
        {
            waiting.remove(&oldest);
        }
        waiting.insert(key, (now, said));
        cookie::set(headers, self.cookie, &key.to_string(), Some(WAITS));
    }

    /// Takes the one of this request's cookie, when it still waits.
    pub fn take(&self, headers: &HeaderMap, now: Moment) -> Option<T> {
        let key = cookie::read(headers, self.cookie)?.parse().ok()?;
        let (put, said) = self.lock().remove(&key)?;
        is_fresh(put, now).then_some(said)
    }

    /// How many wait.
    pub fn count(&self) -> usize {
        self.lock().len()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Id, (Moment, T)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_fresh(put: Moment, now: Moment) -> bool {
    now.seconds_since(put) < f64::from(WAITS)
}

impl<T> fmt::Debug for Once<T> {
    /// Only how many: they hold what people typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Once").field(&self.count()).finish()
    }
}
