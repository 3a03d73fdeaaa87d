//! When a connection has been silent for too long. Until its first request a connection has as long as a head may take: hyper waits without end for
//! the first bytes, by which it tells HTTP/2 from HTTP/1.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use tokio::time::Instant;

/// What one connection is doing.
#[derive(Debug)]
pub struct Idle {
    opened: Instant,
    first: Duration,
    between: Duration,
    running: AtomicUsize,
    /// Requests so far.
    begun: AtomicU64,
    /// When the last one was answered.
    last: RwLock<Instant>,
}

/// A request that runs.
#[derive(Debug)]
pub struct Running(Arc<Idle>);

impl Idle {
    /// `first` until the first request, `between` from one to the next.
    pub fn new(first: Duration, between: Duration) -> Arc<Self> {
        let opened = Instant::now();
        Arc::new(Self {
            opened,
            first,
            between,
            running: AtomicUsize::new(0),
            begun: AtomicU64::new(0),
            last: RwLock::new(opened),
        })
    }

    /// A request begins; it runs until what is answered is dropped.
    pub fn begin(self: &Arc<Self>) -> Running {
        self.running.fetch_add(1, Ordering::AcqRel);
        self.begun.fetch_add(1, Ordering::AcqRel);
        Running(self.clone())
    }

    /// Whether it has asked for nothing yet.
    pub fn is_mute(&self) -> bool {
        self.begun.load(Ordering::Acquire) == 0
    }

    /// Waits until the connection has been silent for too long. It wakes up once in such a time, not with each request.
    pub async fn too_long(&self) {
        loop {
            let until = self.until();
            if until <= Instant::now() {
                return;
            }
            tokio::time::sleep_until(until).await;
        }
    }

    /// When it would be too long, as things stand.
    fn until(&self) -> Instant {
        if self.is_mute() {
            return self.opened + self.first;
        }
        if self.running.load(Ordering::Acquire) > 0 {
            return Instant::now() + self.between;
        }
        *self.last.read().unwrap_or_else(PoisonError::into_inner) + self.between
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        *self.0.last.write().unwrap_or_else(PoisonError::into_inner) = Instant::now();
        self.0.running.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Duration = Duration::from_millis(50);
    const BETWEEN: Duration = Duration::from_millis(250);

    #[tokio::test]
    async fn a_connection_that_never_asks_is_over_sooner_than_one_that_did() {
        let begun = Instant::now();
        let silent = Idle::new(FIRST, BETWEEN);
        silent.too_long().await;
        assert!((FIRST..BETWEEN).contains(&begun.elapsed()), "{:?}", begun.elapsed());

        let begun = Instant::now();
        let asked = Idle::new(FIRST, BETWEEN);
        drop(asked.begin());
        asked.too_long().await;
        assert!(begun.elapsed() >= BETWEEN);
    }

    #[tokio::test]
    async fn who_waits_for_an_answer_is_not_idle() {
        let begun = Instant::now();
        let idle = Idle::new(FIRST, BETWEEN);
        let running = idle.begin();
        let waiting = tokio::spawn(async move {
            tokio::time::sleep(BETWEEN * 3).await;
            drop(running);
        });
        idle.too_long().await;
        assert!(waiting.is_finished() && begun.elapsed() >= BETWEEN * 4);
    }
}
