//! How often somebody may do something. Two kinds of limit, both in memory of a fixed size, both listed in `server/docs/limits.md`:
//!
//! - **tries** ([`Route`]): proving who one is. Counted exactly in a sliding window, per account and per address; a try that was no failure is given back.
//! - **pace** ([`Pace`]): how fast pages, API and devices are asked. A bucket per address or per device that fills up again by itself.
//!
//! A door that lets somebody try something:
//!
//! ```ignore
//! let whom = whom(&ctx, &typed.login, &origin).await?;
//! let tried = match doors.throttle().take(Route::Recovery, &whom, address, now) {
//!     Ok(tried) => tried,
//!     Err(wait) => return throttle::refusal(false, wait),   // 429 with Retry-After; a problem document for `true`
//! };
//! // … it was no failure:
//! doors.throttle().forgive(tried);
//! ```
//!
//! `address` is `layers::peer::address(…)` and nothing else: it alone knows which part of `X-Forwarded-For` our own proxies wrote. Under `/api/v1` the
//! throttle is `state.throttle`. A password is a password wherever it is tried: every door that takes one counts it with [`Route::SignIn`], or guessing
//! would have one budget per door; and it counts by [`hospital::identity::whom`], or guessing would have one per name of an account. To add a door: a variant of [`Route`] or [`Pace`] with its figures and its reason, and its row in the document (a
//! test compares them).

mod answer;
mod pace;
mod table;
mod window;

use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use aws_lc_rs::digest::{SHA256, digest};
use domain::time::Moment;
use hospital::identity::login::Login;

pub use answer::refusal;
pub use table::{Pace, Route};

use pace::Buckets;
use window::Window;

/// Who is counted: a fingerprint of a login, an address or a device. What was typed is not kept.
type Key = [u8; 16];

/// How many times what one network may, a whole site of IPv6 may: a provider gives each customer 65,536 networks to spend (a /48, RIPE-690).
const PER_SITE: i64 = 4;

/// One per server.
#[derive(Debug)]
pub struct Throttle {
    tries: [Mutex<Windows>; Route::ALL.len()],
    paces: [Buckets; Pace::ALL.len()],
    /// Tries and paces of the sites of IPv6. Buckets, because a second wall need not be exact, and nobody must be locked out by who fills a memory.
    tries_of_sites: [Buckets; Route::ALL.len()],
    paces_of_sites: [Buckets; Pace::ALL.len()],
}

#[derive(Debug)]
struct Windows {
    accounts: Window,
    addresses: Window,
}

/// A try that was allowed; give it back with [`Throttle::forgive`] when it was no failure.
#[derive(Debug)]
pub struct Try {
    route: Route,
    account: Option<Key>,
    address: Key,
    site: Option<Key>,
    at: i64,
}

/// How many seconds to wait, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub i64);

impl Throttle {
    /// For a server that others reach. One that only this machine reaches (`alone`: it listens on loopback and no proxy stands in front) keeps a pace a
    /// hundred times as quick, so that a bench, a replay and a test are never told to wait; tries are counted the same.
    pub fn new(alone: bool) -> Self {
        let factor = if alone { 100 } else { 1 };
        Self {
            tries: Route::ALL.map(|route| {
                let limit = route.limit();
                Mutex::new(Windows {
                    accounts: Window::new(limit.per_account, limit.window, limit.remembered),
                    addresses: Window::new(limit.per_address, limit.window, limit.remembered),
                })
            }),
            paces: Pace::ALL.map(|pace| Buckets::of_pace(pace.limit(), factor, pace::GROUPS)),
            tries_of_sites: Route::ALL.map(|route| {
                let limit = route.limit();
                let most = limit.per_address as i64 * PER_SITE;
                Buckets::new(limit.window * 1_000_000 / most, most, pace::GROUPS_OF_SITES)
            }),
            paces_of_sites: Pace::ALL
                .map(|pace| Buckets::of_pace(pace.limit(), factor * PER_SITE, pace::GROUPS_OF_SITES)),
        }
    }

    /// Counts a try before what was typed is compared with anything, so that a hundred at once do not pass. `account` is a login as it was typed or what names
    /// an account, known or not: it is counted the same. Where nobody is named (an opaque token, say) it is empty, and the address counts alone.
    ///
    /// Errors: how long to wait.
    pub fn take(&self, route: Route, account: &str, address: IpAddr, now: Moment) -> Result<Try, Wait> {
        let (account, site, at) = (account_key(account), site(address), now.0.div_euclid(1_000_000));
        let address = network(address);
        let mut windows = self.of(route);
        let waits = [
            account.as_ref().and_then(|account| windows.accounts.wait(account, at)),
            windows.addresses.wait(&address, at),
        ];
        if let Some(seconds) = waits.into_iter().flatten().max() {
            return Err(Wait(seconds.max(1)));
        }
        if let Some(site) = &site {
            self.tries_of_sites[route as usize].pass(site, now)?;
        }
        if let Some(account) = account {
            windows.accounts.add(account, at);
        }
        windows.addresses.add(address, at);
        Ok(Try {
            route,
            account,
            address,
            site,
            at,
        })
    }

    /// Whether an address may try now, without counting it. For what nobody guesses (256 random bits): there a try is taken once it has failed, so that a
    /// hundred good ones at the same moment do not shut each other out.
    ///
    /// Errors: how long to wait.
    pub fn may(&self, route: Route, address: IpAddr, now: Moment) -> Result<(), Wait> {
        let at = now.0.div_euclid(1_000_000);
        match self.of(route).addresses.wait(&network(address), at) {
            Some(seconds) => Err(Wait(seconds.max(1))),
            None => Ok(()),
        }
    }

    /// Gives a try back.
    pub fn forgive(&self, tried: Try) {
        let mut windows = self.of(tried.route);
        if let Some(account) = tried.account {
            windows.accounts.remove(&account, tried.at);
        }
        windows.addresses.remove(&tried.address, tried.at);
        if let Some(site) = &tried.site {
            self.tries_of_sites[tried.route as usize].give_back(site);
        }
    }

    /// Counts a request of this address.
    ///
    /// Errors: how long to wait.
    pub fn pass(&self, pace: Pace, address: IpAddr, now: Moment) -> Result<(), Wait> {
        self.paces[pace as usize].pass(&network(address), now)?;
        match site(address) {
            Some(site) => self.paces_of_sites[pace as usize].pass(&site, now),
            None => Ok(()),
        }
    }

    /// Counts a request of a device that has proved itself. (One that has not is counted by its address only: a stranger must not use up what a device has.)
    ///
    /// Errors: how long to wait.
    pub fn pass_device(&self, device: domain::ids::DeviceId, now: Moment) -> Result<(), Wait> {
        self.paces[Pace::Device as usize].pass(&device.0.into_bytes(), now)
    }

    fn of(&self, route: Route) -> MutexGuard<'_, Windows> {
        self.tries[route as usize]
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The bytes that it holds now.
    #[cfg(test)]
    fn bytes(&self) -> usize {
        let tries = Route::ALL.map(|route| {
            let windows = self.of(route);
            windows.accounts.bytes() + windows.addresses.bytes()
        });
        let buckets = [&self.paces[..], &self.tries_of_sites, &self.paces_of_sites];
        let buckets = buckets.into_iter().flatten().map(Buckets::bytes);
        tries.into_iter().chain(buckets).sum()
    }
}

/// The same for every spelling of a login; what is no login (an id) counts as it stands.
fn account_key(typed: &str) -> Option<Key> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let login = Login::parse(typed);
    let hash = digest(&SHA256, login.as_ref().map_or(typed, Login::text).as_bytes());
    let mut key = Key::default();
    key.iter_mut().zip(hash.as_ref()).for_each(|(to, from)| *to = *from);
    Some(key)
}

/// One household or ward: an IPv6 client has 2^64 addresses to spend, so its /64 counts.
pub(crate) fn network(address: IpAddr) -> Key {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_ipv6_mapped().octets(),
        IpAddr::V6(address) => (u128::from(address) >> 64 << 64).to_be_bytes(),
    }
}

/// Whose networks these are: the /48 of an IPv6 client; none for IPv4, whose addresses are scarce.
fn site(address: IpAddr) -> Option<Key> {
    match address.to_canonical() {
        IpAddr::V4(_) => None,
        IpAddr::V6(address) => Some((u128::from(address) >> 80 << 80).to_be_bytes()),
    }
}

#[cfg(test)]
mod tests;
