//! One device: it takes its readings when they are due, delivers what it has in order, and tells every five seconds that it lives.
//!
//! Readings and heartbeats are two loops, so that a slow answer to one never delays the other.

use std::sync::Arc;
use std::time::Duration;

use domain::time::Moment;
use hospital::Clock;

use super::client::{Client, Heartbeat, Outcome};
use super::credentials::Credential;
use super::link::Link;
use super::recording::Recording;
use super::replay::Replay;
use super::store::Store;

/// Between two heartbeats. A device is silent after 10 s without one.
const BEAT: Duration = Duration::from_secs(5);
/// The shortest and the longest wait before a post is tried again.
const SHORTEST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// The wait when the server does not know the device or its token.
const UNKNOWN_WAIT: Duration = Duration::from_secs(30);

/// One device and what it needs to play.
#[derive(Debug)]
pub struct Device {
    /// Which device, with its token.
    pub credential: Credential,
    /// Its place among the devices of this process, from 0.
    pub place: usize,
    /// What plays on it.
    pub recording: Recording,
    /// How many times faster than recorded.
    pub speed: f64,
    /// The recorded minute with which it begins.
    pub from: u32,
    /// The way to the server.
    pub client: Client,
    /// Whether the server is there, as all devices see it.
    pub link: Arc<Link>,
    /// The time.
    pub clock: Clock,
}

impl Device {
    /// Plays for ever.
    pub async fn play(self) {
        let started_at = self.clock.now();
        tokio::join!(self.read(started_at), self.beat(started_at));
    }

    async fn read(&self, started_at: Moment) {
        let mut replay = Replay::begin(self.recording.clone(), self.speed, started_at).from(self.from);
        let mut store = Store::default();
        let mut given_up = 0;
        let mut failures = 0;
        loop {
            while let Some(event) = replay.take_due(self.clock.now()) {
                given_up += store.push(event);
            }
            self.link.note_waiting(self.place, store.readings());
            let Some(load) = store.next() else {
                let seconds = replay.next_due().seconds_since(self.clock.now());
                tokio::time::sleep(Duration::from_secs_f64(seconds.clamp(0.0, 3_600.0))).await;
                continue;
            };
            let outcome = self
                .client
                .deliver(self.credential.device_id, &self.credential.token, &load)
                .await;
            self.told(&outcome);
            let wait = match outcome {
                Outcome::Taken { .. } | Outcome::Refused(_) => {
                    store.delivered(load.len());
                    given_up = self.tell_given_up(given_up);
                    failures = 0;
                    continue;
                }
                Outcome::Unknown(_) => UNKNOWN_WAIT,
                Outcome::Busy(asked) | Outcome::Away(asked, _) => back_off(failures, self.place, asked),
            };
            failures = failures.saturating_add(1);
            tokio::time::sleep(wait).await;
        }
    }

    /// The replay began when this device did; that its recording begins anew from time to time is not told.
    async fn beat(&self, started_at: Moment) {
        let promise = self.recording.promise(self.speed);
        let mut ticks = tokio::time::interval(BEAT);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let heartbeat = Heartbeat {
                promise: &promise,
                waiting: self.link.waiting(self.place),
                recording: &self.recording.name,
                started_at,
                speed: self.speed,
            };
            // A lost heartbeat is not kept: the next one says the same.
            match self
                .client
                .beat(self.credential.device_id, &self.credential.token, heartbeat)
                .await
            {
                Outcome::Away(_, why) => _ = self.link.lost(&why),
                Outcome::Refused(why) => {
                    tracing::warn!(bed = self.credential.bed, why, "the server refused a heartbeat")
                }
                Outcome::Taken { .. } | Outcome::Busy(_) | Outcome::Unknown(_) => {}
            }
        }
    }

    /// Says what is worth a line. Never a value and never a token.
    fn told(&self, outcome: &Outcome) {
        let bed = self.credential.bed;
        match outcome {
            Outcome::Away(_, why) => _ = self.link.lost(why),
            _ => _ = self.link.reached(),
        }
        match outcome {
            Outcome::Taken {
                rejected,
                first: Some(first),
            } => tracing::warn!(bed, rejected, first, "the server refused readings"),
            Outcome::Refused(why) => tracing::warn!(bed, why, "the server refused a post; it is not sent again"),
            Outcome::Unknown(why) => tracing::warn!(
                bed,
                why,
                "the server does not take this device's token; readings are kept"
            ),
            Outcome::Taken { .. } | Outcome::Busy(_) | Outcome::Away(..) => {}
        }
    }

    /// Reports the gap that a long absence left; answers what is left to tell: nothing.
    fn tell_given_up(&self, readings: usize) -> usize {
        if readings > 0 {
            tracing::warn!(
                bed = self.credential.bed,
                readings,
                "readings older than 24 hours were given up; there is a gap"
            );
        }
        0
    }
}

/// How long to wait after so many failures: doubling from a quarter of a second to five seconds, never shorter than the server asked. The
/// place spreads the devices over the second half of the wait, so that they do not all come back in one instant.
fn back_off(failures: u32, place: usize, asked: Option<Duration>) -> Duration {
    let doubled = SHORTEST_WAIT.saturating_mul(1 << failures.min(10)).min(LONGEST_WAIT);
    let spread = 0.5 + (place % 16) as f64 / 32.0;
    asked.unwrap_or_default() + doubled.mul_f64(spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_five_seconds_and_no_further() {
        let waits: Vec<Duration> = (0..20).map(|failures| back_off(failures, 0, None)).collect();
        assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]));
        assert_eq!(waits.first(), Some(&Duration::from_millis(125)));
        assert!(waits.iter().all(|wait| *wait <= LONGEST_WAIT));
    }

    #[test]
    fn the_server_may_ask_for_more() {
        assert!(back_off(0, 0, Some(Duration::from_secs(7))) >= Duration::from_secs(7));
    }

    #[test]
    fn devices_come_back_one_after_the_other() {
        let waits: std::collections::BTreeSet<Duration> = (0..12).map(|place| back_off(3, place, None)).collect();
        assert_eq!(waits.len(), 12);
    }
}
