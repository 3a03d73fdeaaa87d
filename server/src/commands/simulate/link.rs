//! Whether the server is there, as all devices of the simulator see it together: one line when it goes away, one when it is back.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The way to the server.
#[derive(Debug)]
pub struct Link {
    away: AtomicBool,
    waiting: Vec<AtomicUsize>,
}

impl Link {
    /// A link that is up, for so many devices.
    pub fn new(devices: usize) -> Self {
        Self { away: AtomicBool::new(false), waiting: (0..devices).map(|_| AtomicUsize::new(0)).collect() }
    }

    /// The server did not answer. Answers whether that is news.
    pub fn lost(&self, why: &str) -> bool {
        let news = !self.away.swap(true, Ordering::Relaxed);
        if news {
            tracing::warn!(why, "the server is away; readings are kept and sent when it is back");
        }
        news
    }

    /// The server answered. Answers how many readings wait, when that is news.
    pub fn reached(&self) -> Option<usize> {
        if !self.away.swap(false, Ordering::Relaxed) {
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
        self.waiting.get(device).map_or(0, |count| count.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_away_and_coming_back_are_told_once_each() {
        let link = Link::new(2);
        assert_eq!(link.reached(), None);
        assert!(link.lost("refused"));
        assert!(!link.lost("refused"));
        link.note_waiting(0, 3);
        link.note_waiting(1, 4);
        assert_eq!(link.reached(), Some(7));
        assert_eq!(link.reached(), None);
    }
}
