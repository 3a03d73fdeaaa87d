//! What the sign-in page says after a refusal, once.

use domain::time::Moment;
use hospital::identity::SignInFlash;
use http::HeaderMap;

use crate::sessions::once::Once;

/// The cookie that carries the key.
pub const COOKIE: &str = "__Host-wl_flash";
/// How many wait at a time.
const MOST: usize = 1_000;
/// The longest login that is shown again.
const LONGEST: usize = 254;

/// Those that wait.
#[derive(Debug)]
pub struct Flashes(Once<SignInFlash>);

impl Default for Flashes {
    fn default() -> Self {
        Self(Once::new(COOKIE, MOST))
    }
}

impl Flashes {
    /// Keeps `flash` for the next page, and writes its cookie into `headers`.
    pub fn put(&self, mut flash: SignInFlash, headers: &mut HeaderMap, now: Moment) {
        flash.login = flash
            .login
            .chars()
            .filter(|sign| !sign.is_control())
            .take(LONGEST)
            .collect();
        self.0.put(flash, headers, now);
    }

    /// Takes the one of this request's cookie, when it still waits.
    pub fn take(&self, headers: &HeaderMap, now: Moment) -> Option<SignInFlash> {
        self.0.take(headers, now)
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
        assert!(flashes.0.count() <= MOST);
        assert_eq!(flashes.take(&old, Moment(0)), None, "the oldest went");
        let late = put(&flashes, "late", Moment(0));
        assert_eq!(flashes.take(&late, Moment(300_000_000)), None);
    }
}
