//! Where somebody comes from. Browser and system in words, for the list of one's own sessions ("Chrome on Linux"): what a browser says of itself proves nothing
//! and is not kept. A browser is known again by a random cookie, which it gets when somebody comes in with it.

use std::net::IpAddr;

use hospital::identity::Origin;
use http::{HeaderMap, header};
use tower_sessions::session::Id;

use crate::sessions::cookie;
use crate::sessions::store::key_of;

/// The cookie by which a browser is known again. It opens nothing.
pub const COOKIE: &str = "__Host-wl_device";
/// How long, in seconds: browsers keep none for longer than 400 days.
const KEPT: u32 = 400 * 86_400;

/// A browser: known by its cookie, or new.
#[derive(Clone, Copy)]
pub struct Browser(Id);

impl Browser {
    /// The one that asks.
    pub fn of(headers: &HeaderMap) -> Self {
        let brought = cookie::read(headers, COOKIE).and_then(|id| id.parse().ok());
        Self(brought.unwrap_or_default())
    }

    /// Where it is.
    pub fn origin(self, address: IpAddr, headers: &HeaderMap) -> Origin {
        Origin::new(address.to_string(), words(headers)).with(key_of(self.0))
    }

    /// Somebody came in: it is known from now on.
    pub fn remember(self, headers: &mut HeaderMap) {
        cookie::set(headers, COOKIE, &self.0.to_string(), Some(KEPT));
    }
}

/// Names in the order in which they are looked for: most browsers also claim to be those further down.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// In words.
pub fn words(headers: &HeaderMap) -> String {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok())
        .unwrap_or_default();
    let find = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(sign, _)| agent.contains(sign))
            .map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => "Another program".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_apart() {
        for (agent, expected) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
                "Chrome on Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1",
                "Safari on iPhone",
            ),
            ("curl/8.5", "Another program"),
        ] {
            let headers = HeaderMap::from_iter([(header::USER_AGENT, agent.parse().unwrap())]);
            assert_eq!(words(&headers), expected);
        }
    }
}
