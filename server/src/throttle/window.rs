//! Tries in a sliding window, exactly. Written by us and not with a token bucket: a bucket of ten allows twenty in 15 minutes, and cannot give
//! back the try of somebody whose password was right (`server/docs/decisions/0004-login-throttle.md`).

use std::collections::HashMap;

use super::Key;

/// The tries of the last so many seconds, by key; oldest first.
#[derive(Debug)]
pub struct Window {
    most: usize,
    length: i64,
    remembered: usize,
    /// Seconds since [`Window::begun`]: half the bytes of a whole time.
    tries: HashMap<Key, Vec<u32>>,
    begun: i64,
    tidied: i64,
}

impl Window {
    /// At most `most` in `length` seconds, for at most `remembered` keys.
    pub fn new(most: usize, length: i64, remembered: usize) -> Self {
        Self {
            most,
            length,
            remembered,
            tries: HashMap::new(),
            begun: 0,
            tidied: 0,
        }
    }

    /// How many seconds to wait; none when a try is free.
    pub fn wait(&mut self, key: &Key, now: i64) -> Option<i64> {
        self.tidy(now);
        let (now, length) = (self.since(now), self.length);
        let at = self.tries.get_mut(key)?;
        at.retain(|at| i64::from(now) - i64::from(*at) < length);
        match at.first() {
            Some(first) if at.len() >= self.most => Some(i64::from(*first) + length - i64::from(now)),
            Some(_) | None => None,
        }
    }

    /// Counts one.
    pub fn add(&mut self, key: Key, now: i64) {
        let now = self.since(now);
        if self.tries.len() >= self.remembered && !self.tries.contains_key(&key) {
            self.make_room();
        }
        self.tries.entry(key).or_default().push(now);
    }

    /// Forgets an eighth: those who tried least, and of these who tried longest ago. Nobody new has to wait, and whoever wants a guessed-at key forgotten must
    /// try as often at most of the others. All of it is looked through once for so many newcomers, not for each.
    fn make_room(&mut self) {
        let rank = |at: &[u32]| (at.len(), at.last().copied());
        let mut ranks: Vec<_> = self.tries.values().map(|at| rank(at)).collect();
        let mut least = (self.remembered / 8).max(1);
        let (_, limit, _) = ranks.select_nth_unstable(least - 1);
        let limit = *limit;
        self.tries.retain(|_, at| {
            let goes = least > 0 && rank(at) <= limit;
            least -= usize::from(goes);
            !goes
        });
    }

    /// Takes one back.
    pub fn remove(&mut self, key: &Key, at: i64) {
        let at = self.since(at);
        if let Some(tries) = self.tries.get_mut(key) {
            if let Some(index) = tries.iter().rposition(|it| *it == at) {
                tries.remove(index);
            }
            if tries.is_empty() {
                self.tries.remove(key);
            }
        }
    }

    fn tidy(&mut self, now: i64) {
        if self.tries.is_empty() {
            (self.begun, self.tidied) = (now, now);
        }
        if now - self.tidied >= 60 {
            let (since, length) = (self.since(now), self.length);
            self.tries.retain(|_, at| {
                at.last()
                    .is_some_and(|last| i64::from(since) - i64::from(*last) < length)
            });
            self.tidied = now;
        }
    }

    /// A clock that was set back counts as no time at all; one far ahead (136 years) stands still.
    fn since(&self, now: i64) -> u32 {
        u32::try_from((now - self.begun).max(0)).unwrap_or(u32::MAX)
    }

    /// How many keys it holds.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.tries.len()
    }

    /// The bytes that it holds: the map's slots with a byte of control each, and the lists.
    #[cfg(test)]
    pub fn bytes(&self) -> usize {
        // The map keeps an eighth of its slots free.
        let slots = (self.tries.capacity() * 8 / 7).next_power_of_two();
        let lists = self.tries.values().map(|at| at.capacity() * size_of::<u32>() + 16);
        slots * (size_of::<(Key, Vec<u32>)>() + 1) + lists.sum::<usize>()
    }
}
