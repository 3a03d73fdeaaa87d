//! Whether the server is there, as all devices of the simulator see it together: one line when it goes away, one when it is back.

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

/// Failed posts in a row, of all devices, before the server counts as away: one post that fails is not worth a line.
const AWAY_AFTER: u32 = 3;

/// The way to the server.
#[derive(Debug)]
pub struct Link {
    failures: AtomicU32,
    waiting: Vec<AtomicUsize>,
}

impl Link {
    /// A link that is up, for so many devices.
    pub fn new(devices: usize) -> Self {
        Self {
            failures: AtomicU32::new(0),
            waiting: (0..devices).map(|_| AtomicUsize::new(0)).collect(),
        }
    }

    /// The server did not take a post. Answers whether it is away since now.
    pub fn lost(&self, why: &str) -> bool {
        let news = self.failures.fetch_add(1, Ordering::Relaxed) == AWAY_AFTER - 1;
        if news {
            tracing::warn!(why, "the server is away; readings are kept and sent when it is back");
        }
        news
    }

    /// The server answered. Answers how many readings wait, when it was away.
    pub fn reached(&self) -> Option<usize> {
        if self.failures.swap(0, Ordering::Relaxed) < AWAY_AFTER {
            return None;
        }
        let waiting = self.waiting.iter().map(|count| count.load(Ordering::Relaxed)).sum();
        tracing::info!(waiting, "the server is back; what waited is sent");
        Some(waiting)
    }

    /// Notes how many readings of a device wait.
    pub fn note_waiting(&self, device: usize, readings: usize) {
        if let Some(count) = self.waiting.get(device) {
            count.store(readings, Ordering::Relaxed);
        }
    }

    /// How many readings of a device wait.
    pub fn waiting(&self, device: usize) -> usize {
        self.waiting
            .get(device)
            .map_or(0, |count| count.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_away_and_coming_back_are_told_once_each() {
        let link = Link::new(2);
        assert_eq!(link.reached(), None);
        let told: Vec<bool> = (0..5).map(|_| link.lost("no connection")).collect();
        assert_eq!(told, [false, false, true, false, false]);
        link.note_waiting(0, 3);
        link.note_waiting(1, 4);
        assert_eq!(link.reached(), Some(7));
        assert_eq!(link.reached(), None);
    }

    #[test]
    fn a_post_that_fails_now_and_then_is_not_told() {
        let link = Link::new(1);
        for _ in 0..10 {
            assert!(!link.lost("503"));
            assert_eq!(link.reached(), None);
        }
    }
}
