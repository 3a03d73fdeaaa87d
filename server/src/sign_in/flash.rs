//! What the sign-in page says after a refusal, once. It waits on the server for five minutes under a random key in a cookie, so that
//! nothing that was typed travels in an address.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::time::Moment;
use hospital::identity::SignInFlash;
use http::HeaderMap;
use tower_sessions::session::Id;

use crate::sessions::cookie;

/// The cookie that carries the key.
pub const COOKIE: &str = "__Host-wl_flash";
/// How long one waits, in seconds.
const WAITS: u32 = 300;
/// How many wait at a time; when one more comes, the oldest goes.
const MOST: usize = 1_000;
/// The longest login that is shown again.
const LONGEST: usize = 254;

/// Those that wait.
#[derive(Default)]
pub struct Flashes(Mutex<HashMap<Id, (Moment, SignInFlash)>>);

impl Flashes {
    /// Keeps `flash` for the next page, and writes its cookie into `headers`.
    pub fn put(&self, mut flash: SignInFlash, headers: &mut HeaderMap, now: Moment) {
        flash.login = flash
            .login
            .chars()
            .filter(|sign| !sign.is_control())
            .take(LONGEST)
            .collect();
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
    pub fn take(&self, headers: &HeaderMap, now: Moment) -> Option<SignInFlash> {
        let key = cookie::read(headers, COOKIE)?.parse().ok()?;
        let (put, flash) = self.lock().remove(&key)?;
        is_fresh(put, now).then_some(flash)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Id, (Moment, SignInFlash)>> {
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

    fn put(flashes: &Flashes, login: &str, now: Moment) -> HeaderMap {
        let mut answer = HeaderMap::new();
        flashes.put(
            SignInFlash {
                login: login.into(),
                ..SignInFlash::default()
            },
            &mut answer,
            now,
        );
        let cookie = answer[header::SET_COOKIE]
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let mut request = HeaderMap::new();
        request.insert(header::COOKIE, cookie.parse().unwrap());
        request
    }

    #[test]
    fn it_is_said_once_and_to_its_browser_only() {
        let flashes = Flashes::default();
        let (mine, yours) = (put(&flashes, "me", Moment(0)), put(&flashes, "you\r\n", Moment(0)));
        assert_eq!(flashes.take(&mine, Moment(1)).map(|it| it.login).as_deref(), Some("me"));
        assert_eq!(flashes.take(&mine, Moment(1)), None);
        assert_eq!(
            flashes.take(&yours, Moment(1)).map(|it| it.login).as_deref(),
            Some("you")
        );
        assert_eq!(flashes.take(&HeaderMap::new(), Moment(1)), None);
    }

    #[test]
    fn it_is_forgotten_after_five_minutes_and_the_box_is_bounded() {
        let flashes = Flashes::default();
        let old = put(&flashes, "old", Moment(0));
        for n in 0..MOST as i64 + 10 {
            put(&flashes, "new", Moment(n + 1));
        }
        assert!(flashes.lock().len() <= MOST);
        assert_eq!(flashes.take(&old, Moment(0)), None, "the oldest went");
        let late = put(&flashes, "late", Moment(0));
        assert_eq!(flashes.take(&late, Moment(300_000_000)), None);
    }
}
