//! What a form page says once, without secrets.

use app::forms::Flash;
use domain::time::Moment;
use http::HeaderMap;

use crate::sessions::once::Once;

/// The cookie that carries the key.
pub const COOKIE: &str = "__Host-wl_said";
/// How many wait at a time.
const MOST: usize = 2_000;
/// The longest value that is shown again, in characters.
const LONGEST: usize = 2_000;
/// Fields whose names hold one of these are never kept.
const SECRET: [&str; 4] = ["password", "code", "secret", "token"];

/// Those that wait.
#[derive(Debug)]
pub struct Flashes(Once<Flash>);

impl Default for Flashes {
    fn default() -> Self {
        Self(Once::new(COOKIE, MOST))
    }
}

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
        self.0.put(flash, headers, now);
    }

    /// Takes the one of this request's cookie, when it still waits.
    pub fn take(&self, headers: &HeaderMap, now: Moment) -> Option<Flash> {
        self.0.take(headers, now)
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
        assert!(flashes.0.count() <= MOST);
    }
}
