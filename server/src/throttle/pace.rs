//! Buckets that fill up by themselves, in a table of fixed size. A key has four places where it may lie; when all are taken, the one that is fullest
//! (whose owner asked longest ago, measured in what they still have) is forgotten. Forgetting gives its owner a full bucket, so nobody is ever locked
//! out by others, and nobody gains but who commands tens of thousands of addresses, each of which has a full bucket anyway.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use domain::time::Moment;

use super::{Key, Wait};

/// How many groups of four places there are: 65,536 keys.
pub const GROUPS: usize = 16_384;
/// The same for whole sites of IPv6: 16,384 keys.
pub const GROUPS_OF_SITES: usize = 4_096;

/// One place: whose it is, and when the bucket will be full again, in microseconds (the generic cell rate algorithm's theoretical arrival time).
type Place = (u64, i64);

/// The buckets of one kind.
#[derive(Debug)]
pub struct Buckets {
    /// Microseconds until one more fits.
    each: i64,
    /// Microseconds until an empty bucket is full, less one request.
    slack: i64,
    /// Keyed with random bits, so that nobody can aim at a place.
    hasher: RandomState,
    groups: Box<[Mutex<[Place; 4]>]>,
}

impl Buckets {
    /// One more every `each` microseconds, and `burst` at once after a pause.
    pub fn new(each: i64, burst: i64, groups: usize) -> Self {
        Self {
            each: each.max(1),
            slack: each.max(1) * (burst - 1).max(0),
            hasher: RandomState::new(),
            groups: (0..groups).map(|_| Mutex::default()).collect(),
        }
    }

    /// `rate` requests a second and `burst` at once, so many times over.
    pub fn of_pace((rate, burst): (i64, i64), times: i64, groups: usize) -> Self {
        Self::new(1_000_000 / (rate * times).max(1), burst * times, groups)
    }

    /// Counts one.
    ///
    /// Errors: how long to wait; then it is not counted.
    pub fn pass(&self, key: &Key, now: Moment) -> Result<(), Wait> {
        let hash = self.hasher.hash_one(key);
        let Some(group) = self.groups.get(hash as usize % self.groups.len()) else {
            return Ok(());
        };
        let mut group = group.lock().unwrap_or_else(PoisonError::into_inner);
        let mine = group.iter().position(|(whose, _)| *whose == hash);
        let fullest = || (0..4).min_by_key(|place| group[*place].1).unwrap_or_default();
        let place = mine.unwrap_or_else(fullest);
        // Further ahead than an empty bucket: from before the clock was set back. Nobody waits for that.
        let most = now.0 + self.slack + self.each;
        let full_at = mine
            .map(|place| group[place].1)
            .filter(|at| (now.0..=most).contains(at))
            .unwrap_or(now.0);
        let ahead = full_at - now.0;
        if ahead > self.slack {
            return Err(Wait((ahead - self.slack + 999_999) / 1_000_000));
        }
        group[place] = (hash, full_at + self.each);
        Ok(())
    }

    /// Takes one back.
    pub fn give_back(&self, key: &Key) {
        let hash = self.hasher.hash_one(key);
        if let Some(group) = self.groups.get(hash as usize % self.groups.len()) {
            let mut group = group.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((_, full_at)) = group.iter_mut().find(|(whose, _)| *whose == hash) {
                *full_at -= self.each;
            }
        }
    }

    /// The bytes that it holds, always.
    #[cfg(test)]
    pub fn bytes(&self) -> usize {
        self.groups.len() * size_of::<Mutex<[Place; 4]>>()
    }
}
