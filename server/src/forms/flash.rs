//! What a form page says once: kept on the server for five minutes under a random key in a cookie, so that nothing that was typed travels in an address.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use app::forms::Flash;
use domain::time::Moment;
use http::HeaderMap;
use tower_sessions::session::Id;

use crate::sessions::cookie;

/// The cookie that carries the key.
pub const COOKIE: &str = "__Host-wl_said";
/// How long one waits, in seconds.
const WAITS: u32 = 300;
/// How many wait at a time; when one more comes, the oldest goes.
const MOST: usize = 2_000;
/// The longest value that is shown again, in characters.
const LONGEST: usize = 2_000;
/// Fields whose names hold one of these are never kept.
const SECRET: [&str; 4] = ["password", "code", "secret", "token"];

/// Those that wait.
#[derive(Default)]
pub struct Flashes(Mutex<HashMap<Id, (Moment, Flash)>>);

impl Flashes {
    /// Keeps `flash` for the next page, and writes its cookie into `headers`.
    pub fn put(&self, mut flash: Flash, headers: &mut HeaderMap, now: Moment) {
        flash
            .typed
            .retain(|(name, _)| !SECRET.iter().any(|word| name.contains(word)));
        for (_, value) in &mut flash.typed {
            *value = value
                .chars()
                .filter(|sign| !sign.is_control() || *sign == '\n')
                .take(LONGEST)
                .collect();
        }
        let key = Id::default();
        let mut waiting = self.lock();
        if waiting.len() >= MOST {
            waiting.retain(|_, (put, _)| is_fresh(*put, now));
        }
        if waiting.len() >= MOST
            && let Some(oldest) = waiting.iter().min_by_key(|(_, (put, _))| *put).map(|(key, _)| *key)
        {
            waiting.remove(&oldest);
        }
        waiting.insert(key, (now, flash));
        cookie::set(headers, COOKIE, &key.to_string(), Some(WAITS));
    }

    /// Takes the one of this request's cookie, when it still waits.
    pub fn take(&self, headers: &HeaderMap, now: Moment) -> Option<Flash> {
        let key = cookie::read(headers, COOKIE)?.parse().ok()?;
        let (put, flash) = self.lock().remove(&key)?;
        is_fresh(put, now).then_some(flash)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Id, (Moment, Flash)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_fresh(put: Moment, now: Moment) -> bool {
    now.seconds_since(put) < f64::from(WAITS)
}

impl fmt::Debug for Flashes {
    /// Only how many: they hold what people typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Flashes").field(&self.lock().len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::header;

    #[test]
    fn it_is_said_once_and_keeps_no_secret() {
        let flashes = Flashes::default();
        let mut answer = HeaderMap::new();
        let typed = [("name", "Rao\u{0}"), ("new_password", "calm"), ("code", "123456")];
        let flash = Flash {
            typed: typed.map(|(name, value)| (name.into(), value.into())).into(),
            ..Flash::default()
        };
        flashes.put(flash, &mut answer, Moment(0));
        let pair = answer[header::SET_COOKIE]
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let request = HeaderMap::from_iter([(header::COOKIE, pair.parse().unwrap())]);
        let said = flashes.take(&request, Moment(1)).unwrap();
        assert_eq!(said.typed, [("name".to_owned(), "Rao".to_owned())]);
        assert_eq!(flashes.take(&request, Moment(1)), None);
    }

    #[test]
    fn the_box_is_bounded() {
        let flashes = Flashes::default();
        for n in 0..MOST as i64 + 10 {
            flashes.put(Flash::default(), &mut HeaderMap::new(), Moment(n));
        }
        assert!(flashes.lock().len() <= MOST);
    }
}
