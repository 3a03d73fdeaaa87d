//! Guessing is slow: ten wrong passwords for one account and fifty from one address in any 15 minutes. Only failures count, so that a
//! ward that shares one address can sign in at shift change. An account that does not exist is counted like one that does.
//!
//! Written by us and not with a token bucket: a bucket of ten allows twenty in 15 minutes, and cannot give back the try of somebody whose
//! password was right (`server/docs/decisions/0004-login-throttle.md`).

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use aws_lc_rs::digest::{SHA256, digest};
use domain::time::Moment;
use hospital::identity::login::Login;

/// The window, in seconds.
const WINDOW: i64 = 15 * 60;
/// Failures per account in a window.
pub const PER_ACCOUNT: usize = 10;
/// Failures per address in a window.
pub const PER_ADDRESS: usize = 50;
/// How many accounts, and how many addresses, are remembered: about 8 MB each at the most. A new one beyond that waits.
const REMEMBERED: usize = 20_000;

/// Who tried how often.
#[derive(Debug)]
pub struct Throttle(Mutex<Windows>);

#[derive(Debug)]
struct Windows {
    accounts: Window<[u8; 32]>,
    addresses: Window<IpAddr>,
}

/// A try that was allowed; give it back with [`Throttle::forgive`] when it was no wrong password.
#[derive(Debug)]
pub struct Try {
    account: [u8; 32],
    address: IpAddr,
    at: i64,
}

/// How long to wait, in whole minutes, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes(pub i64);

impl Throttle {
    /// Counts a try before the password is looked at, so that a hundred at once do not pass.
    pub fn take(&self, login: &str, address: IpAddr, now: Moment) -> Result<Try, Minutes> {
        let (account, address, at) = (account_key(login), network(address), now.0.div_euclid(1_000_000));
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = [
            windows.accounts.wait(&account, at),
            windows.addresses.wait(&address, at),
        ];
        if let Some(seconds) = waits.into_iter().flatten().max() {
            return Err(Minutes(((seconds + 59) / 60).max(1)));
        }
        windows.accounts.add(account, at);
        windows.addresses.add(address, at);
        Ok(Try { account, address, at })
    }

    /// Gives a try back.
    pub fn forgive(&self, tried: Try) {
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        windows.accounts.remove(&tried.account, tried.at);
        windows.addresses.remove(&tried.address, tried.at);
    }
}

impl Throttle {
    /// With limits of its own, for another kind of try.
    pub fn of(per_account: usize, per_address: usize) -> Self {
        Self(Mutex::new(Windows {
            accounts: Window::new(per_account),
            addresses: Window::new(per_address),
        }))
    }
}

impl Default for Throttle {
    fn default() -> Self {
        Self::of(PER_ACCOUNT, PER_ADDRESS)
    }
}

/// The same for every spelling of a login; what was typed is not kept.
fn account_key(login: &str) -> [u8; 32] {
    let login = Login::parse(login);
    let mut key = [0; 32];
    let hash = digest(&SHA256, login.as_ref().map_or("", Login::text).as_bytes());
    key.iter_mut().zip(hash.as_ref()).for_each(|(to, from)| *to = *from);
    key
}

/// One household or ward: an IPv6 client has 2^64 addresses to spend.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) >> 64 << 64).into()),
    }
}

/// The failures of the last 15 minutes, by key; seconds, oldest first.
#[derive(Debug)]
struct Window<K> {
    most: usize,
    failures: HashMap<K, Vec<i64>>,
    tidied: i64,
}

impl<K: Hash + Eq> Window<K> {
    fn new(most: usize) -> Self {
        Self {
            most,
            failures: HashMap::new(),
            tidied: 0,
        }
    }

    /// How many seconds to wait; none when a try is free.
    fn wait(&mut self, key: &K, now: i64) -> Option<i64> {
        if now - self.tidied >= 60 || self.failures.len() >= REMEMBERED {
            self.failures
                .retain(|_, at| at.last().is_some_and(|last| now - last < WINDOW));
            self.tidied = now;
        }
        let Some(at) = self.failures.get_mut(key) else {
            return (self.failures.len() >= REMEMBERED).then_some(WINDOW);
        };
        at.retain(|at| now - at < WINDOW);
        match at.first() {
            Some(first) if at.len() >= self.most => Some(first + WINDOW - now),
            Some(_) | None => None,
        }
    }

    fn add(&mut self, key: K, now: i64) {
        self.failures.entry(key).or_default().push(now);
    }

    fn remove(&mut self, key: &K, at: i64) {
        if let Some(failures) = self.failures.get_mut(key) {
            if let Some(index) = failures.iter().rposition(|it| *it == at) {
                failures.remove(index);
            }
            if failures.is_empty() {
                self.failures.remove(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment(seconds * 1_000_000)
    }

    fn address(last: u8) -> IpAddr {
        IpAddr::from([203, 0, 113, last])
    }

    #[test]
    fn ten_failures_close_an_account_until_the_first_is_15_minutes_old() {
        let throttle = Throttle::default();
        for n in 0..PER_ACCOUNT {
            throttle.take("a@b.example", address(n as u8), at(n as i64)).unwrap();
        }
        assert_eq!(
            throttle.take(" A@B.example", address(99), at(10)).unwrap_err(),
            Minutes(15)
        );
        assert_eq!(
            throttle.take("a@b.example", address(99), at(840)).unwrap_err(),
            Minutes(1)
        );
        throttle.take("a@b.example", address(99), at(900)).unwrap();
        assert!(
            throttle.take("a@b.example", address(99), at(900)).is_err(),
            "only one of the ten is old enough"
        );
        throttle.take("other@b.example", address(99), at(10)).unwrap();
    }

    #[test]
    fn fifty_failures_close_an_address_for_every_account() {
        let throttle = Throttle::default();
        for n in 0..PER_ADDRESS {
            throttle.take(&format!("{n}@b.example"), address(1), at(0)).unwrap();
        }
        assert!(throttle.take("new@b.example", address(1), at(1)).is_err());
        assert!(throttle.take("new@b.example", address(2), at(1)).is_ok());
    }

    #[test]
    fn a_right_password_costs_nothing() {
        let throttle = Throttle::default();
        for n in 0..200 {
            let tried = throttle.take("a@b.example", address(1), at(n)).unwrap();
            throttle.forgive(tried);
        }
    }

    #[test]
    fn one_ipv6_network_is_one_address() {
        let throttle = Throttle::default();
        for n in 0..PER_ADDRESS {
            let ip: IpAddr = format!("2001:db8::{n:x}").parse().unwrap();
            throttle.take(&format!("{n}@b.example"), ip, at(0)).unwrap();
        }
        assert!(
            throttle
                .take("new@b.example", "2001:db8::ffff".parse().unwrap(), at(0))
                .is_err()
        );
        assert!(
            throttle
                .take("new@b.example", "2001:db8:0:1::1".parse().unwrap(), at(0))
                .is_ok()
        );
    }

    #[test]
    fn memory_is_bounded_and_comes_back() {
        let throttle = Throttle::default();
        for n in 0..REMEMBERED as u32 + 100 {
            let ip = IpAddr::from(n.to_be_bytes());
            assert_eq!(
                throttle.take(&format!("{n}@b.example"), ip, at(0)).is_ok(),
                n < REMEMBERED as u32
            );
        }
        assert!(throttle.take("new@b.example", address(1), at(901)).is_ok());
        assert_eq!(throttle.0.lock().unwrap().accounts.failures.len(), 1);
    }
}
