//! What a form page says once, without secrets: it waits on the server, for whom it was written and for the page to which it belongs.
//!
//! A random id in a cookie names the browser; under it wait what its pages have yet to say, each for one person ([`Whose`]) at one address. So another tab, another
//! person at the same computer or another record of the portal takes nothing that is not theirs. Sign-in takes away what others left in this browser, sign-out all of it.
//!
//! A form that was sent when the proof was too old or the session was over is kept the same way, for as long as it takes to come in again. Whose an ended session was is
//! known from the pages that it opened ([`Flashes::saw`]).

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::forms::Flash;
use domain::actor::Actor;
use domain::ids::{HospitalId, PatientId, UserId};
use domain::time::Moment;
use hospital::identity::{Realm, SessionKey};
use http::HeaderMap;
use tower_sessions::session::Id;

use crate::sessions::cookie;

/// The cookie that names the browser.
pub const COOKIE: &str = "__Host-wl_said";
/// How many wait at a time, in all browsers.
const MOST: usize = 2_000;
/// How many wait in one browser.
const MOST_OF_ONE: usize = 8;
/// How many sessions are known by whose they are.
const MOST_SESSIONS: usize = 10_000;
/// The longest value that is shown again, in characters.
const LONGEST: usize = 2_000;
/// How long what is to be said waits, in seconds: the browser follows at once.
const SAID: u32 = 300;
/// How long a form waits for who has to come in again first, in seconds: the password, the code on the phone, and a page lost on the way.
const KEPT: u32 = 900;
/// For how long it is known whose a session was, in seconds: longer than any of staff lives.
const KNOWN: f64 = 86_400.0;
/// Fields of exactly these names are never kept: passwords, codes of a second factor, what lets a program in. Another field with a code in it has a name of its own.
const SECRET: [&str; 6] = ["password", "old_password", "new_password", "code", "secret", "token"];

/// For whom something is said: the account, where it works, and whose record it has open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whose {
    user: Option<UserId>,
    hospital: Option<HospitalId>,
    patient: Option<PatientId>,
}

impl Whose {
    /// Of whoever asks; who has not signed in is nobody.
    pub fn of(actor: &Actor) -> Self {
        match actor.user() {
            Some(user) => Self {
                user: Some(user),
                hospital: actor.hospital(),
                patient: actor.on_behalf_of(),
            },
            None => Self::default(),
        }
    }

    /// Whether nobody has signed in.
    pub fn is_nobody(&self) -> bool {
        self.user.is_none()
    }
}

/// One thing that waits.
struct Waiting {
    browser: Id,
    whose: Whose,
    at: String,
    until: Moment,
    said: Flash,
}

#[derive(Default)]
struct Inner {
    waiting: Mutex<Vec<Waiting>>,
    sessions: Mutex<HashMap<SessionKey, (Moment, Whose)>>,
}

/// All that waits; cloned cheaply, because the doors of sign-in take things away.
#[derive(Clone, Default)]
pub struct Flashes(Arc<Inner>);

impl Flashes {
    /// Keeps `said` for the page of `whose` at `to`, under the browser's id, which goes into `answer` as a cookie.
    pub fn put(
        &self,
        said: Flash,
        (whose, to): (Whose, &str),
        brought: &HeaderMap,
        answer: &mut HeaderMap,
        now: Moment,
    ) {
        self.wait(said, (whose, to, SAID), brought, answer, now);
    }

    /// Keeps a form for longer: whoever wrote it has to come in again first.
    pub fn keep(
        &self,
        said: Flash,
        (whose, to): (Whose, &str),
        brought: &HeaderMap,
        answer: &mut HeaderMap,
        now: Moment,
    ) {
        self.wait(said, (whose, to, KEPT), brought, answer, now);
    }

    fn wait(
        &self,
        mut said: Flash,
        (whose, to, seconds): (Whose, &str, u32),
        brought: &HeaderMap,
        answer: &mut HeaderMap,
        now: Moment,
    ) {
        said.typed.retain(|(name, _)| !SECRET.contains(&name.as_str()));
        for (_, value) in &mut said.typed {
            *value = value
                .chars()
                .filter(|sign| !sign.is_control() || *sign == '\n')
                .take(LONGEST)
                .collect();
        }
        let at = address(to).to_owned();
        let mut waiting = self.waiting();
        waiting.retain(|one| one.until > now);
        // An id that nothing waits under is as good as none: nobody plants one.
        let known = browser(brought).filter(|id| waiting.iter().any(|one| one.browser == *id));
        let browser = known.unwrap_or_default();
        waiting.retain(|one| (one.browser, one.whose, &one.at) != (browser, whose, &at));
        if waiting.iter().filter(|one| one.browser == browser).count() >= MOST_OF_ONE {
            remove_first(&mut waiting, |one| one.browser == browser);
        }
        if waiting.len() >= MOST && !remove_first(&mut waiting, |one| one.whose.is_nobody()) {
            remove_first(&mut waiting, |_| true);
        }
        let until = now.plus_seconds(f64::from(seconds));
        waiting.push(Waiting {
            browser,
            whose,
            at,
            until,
            said,
        });
        let waits_longer = |one: &Waiting| one.browser == browser && one.until > until;
        let lives = match waiting.iter().any(waits_longer) {
            true => KEPT,
            false => seconds,
        };
        cookie::set(answer, COOKIE, &browser.to_string(), Some(lives));
    }

    /// Takes what waits for the page of `whose` at `here`.
    pub fn take(&self, (whose, here): (Whose, &str), brought: &HeaderMap, now: Moment) -> Option<Flash> {
        let browser = browser(brought)?;
        let mut waiting = self.waiting();
        let found = waiting
            .iter()
            .position(|one| one.browser == browser && one.whose == whose && one.at == address(here))?;
        let one = waiting.remove(found);
        (one.until > now).then_some(one.said)
    }

    /// Whether something waits in this browser still.
    pub fn waits(&self, brought: &HeaderMap) -> bool {
        browser(brought).is_some_and(|id| self.waiting().iter().any(|one| one.browser == id))
    }

    /// Somebody has signed in: what others left in this browser, in the same realm, goes.
    pub fn came_in(&self, user: UserId, realm: Realm, brought: &HeaderMap) {
        if let Some(browser) = browser(brought) {
            let others = |one: &Waiting| one.whose.user != Some(user) && Realm::of_path(path(&one.at)) == realm;
            self.waiting().retain(|one| one.browser != browser || !others(one));
        }
    }

    /// Somebody has signed out: all that waits in this browser goes, and its cookie with it.
    pub fn went_out(&self, brought: &HeaderMap, answer: &mut HeaderMap) {
        if let Some(browser) = browser(brought) {
            self.waiting().retain(|one| one.browser != browser);
            cookie::remove(answer, COOKIE);
        }
    }

    /// A session opened a page: when it is over, what was typed there is still known to be theirs.
    pub fn saw(&self, session: SessionKey, whose: Whose, now: Moment) {
        let mut sessions = self.sessions();
        if sessions.len() >= MOST_SESSIONS && !sessions.contains_key(&session) {
            sessions.retain(|_, (seen, _)| now.seconds_since(*seen) < KNOWN);
            if sessions.len() >= MOST_SESSIONS
                && let Some(oldest) = sessions.iter().min_by_key(|(_, (seen, _))| *seen).map(|(key, _)| *key)
            {
                sessions.remove(&oldest);
            }
        }
        sessions.insert(session, (now, whose));
    }

    /// Whose a session was.
    pub fn whose(&self, session: SessionKey, now: Moment) -> Option<Whose> {
        let (seen, whose) = *self.sessions().get(&session)?;
        (now.seconds_since(seen) < KNOWN).then_some(whose)
    }

    // A panic elsewhere leaves both whole: every change is one insert or remove.
    fn waiting(&self) -> MutexGuard<'_, Vec<Waiting>> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<SessionKey, (Moment, Whose)>> {
        self.0.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Flashes {
    /// Only how many: they hold what people typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Flashes").field(&self.waiting().len()).finish()
    }
}

/// The browser's id, when it brought one.
fn browser(brought: &HeaderMap) -> Option<Id> {
    cookie::read(brought, COOKIE)?.parse().ok()
}

/// An address as the server is asked for it: without what only the browser reads.
fn address(to: &str) -> &str {
    to.split('#').next().unwrap_or_default()
}

/// The same without its question.
pub(super) fn path(address: &str) -> &str {
    address.split('?').next().unwrap_or_default()
}

/// Removes the one of these that waits the longest; answers whether there was one.
fn remove_first(waiting: &mut Vec<Waiting>, of: impl Fn(&Waiting) -> bool) -> bool {
    let first = waiting.iter().position(of);
    first.map(|at| waiting.remove(at)).is_some()
}

#[cfg(test)]
#[path = "flash_tests.rs"]
mod tests;
