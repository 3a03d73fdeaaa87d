//! [`Curves`]: the last ten minutes of every channel of every device, with a bound on all of them together, and which alarms still want their strip written.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::alerts::{AROUND_SECONDS, Alarm};
use domain::ids::{AlarmId, DeviceId, PatientId};
use domain::time::Moment;
use domain::waves::{Channel, Chunk, KEPT_SECONDS, Pushed, Ring, Stretch};

use crate::telemetry::Now;

/// Samples that all devices together may hold: 128 MiB at two bytes each, which is 300 monitors with three channels of 125 Hz. Our own bound, so that no number of devices
/// takes the memory of the house.
const MOST_SAMPLES: usize = 64 * 1024 * 1024;
/// What a chunk takes beside its samples, in samples: many small ones take more room than they say.
const OF_CHUNK: usize = 64;
/// Seconds before an alarm, and after it.
const AROUND: f64 = AROUND_SECONDS as f64;
/// How long after the end of a strip is waited for what a device still holds back.
const LATE_SECONDS: f64 = 15.0;

/// Whom a device measures, and since when.
type Session = Option<(PatientId, Moment)>;

/// The curves of all devices, in memory alone.
#[derive(Debug)]
pub struct Curves {
    held: Mutex<Held>,
    most: usize,
}

impl Default for Curves {
    fn default() -> Self {
        Self::holding(MOST_SAMPLES)
    }
}

#[derive(Debug, Default)]
struct Held {
    rings: HashMap<(DeviceId, Channel), Ring>,
    /// What they take together, in samples.
    taken: usize,
    wanted: HashMap<AlarmId, Wanted>,
}

/// A strip that is not whole yet.
#[derive(Clone, Debug)]
struct Wanted {
    device: DeviceId,
    raised_at: Moment,
    session: Session,
    from: Moment,
    to: Moment,
    /// When the device was last known to measure the same person.
    same_at: Moment,
    /// How far each channel is written.
    written: BTreeMap<Channel, Moment>,
    begun: bool,
    over: bool,
}

/// What is to be written of one strip.
#[derive(Clone, Debug)]
pub(super) struct Due {
    pub alarm: AlarmId,
    pub raised_at: Moment,
    /// Of each channel, oldest first.
    pub stretches: Vec<(Channel, Stretch)>,
    written: BTreeMap<Channel, Moment>,
    is_over: bool,
}

impl Curves {
    /// Curves that take the room of `most` samples together, with what each chunk takes beside.
    pub fn holding(most: usize) -> Self {
        Self {
            held: Mutex::default(),
            most,
        }
    }

    /// Adds a chunk; nothing when there is no room, also not after what nobody sends any more was let go of.
    pub(super) fn push(&self, device: DeviceId, chunk: Chunk, now: Moment) -> Option<Pushed> {
        let mut held = self.lock();
        let asked = chunk.samples().len() + OF_CHUNK;
        if held.taken + asked > self.most {
            held.let_go(now);
            if held.taken + asked > self.most {
                return None;
            }
        }
        let channel = chunk.channel();
        let ring = held
            .rings
            .entry((device, channel))
            .or_insert_with(|| Ring::new(channel));
        let before = taken(ring);
        let pushed = ring.push(chunk);
        let after = taken(ring);
        held.taken = held.taken + after - before;
        Some(pushed)
    }

    /// When the newest sample of a channel ends.
    pub fn newest(&self, device: DeviceId, channel: Channel) -> Option<Moment> {
        self.lock().rings.get(&(device, channel)).and_then(Ring::ends_at)
    }

    /// What a channel drew from `from` on and before `to`, as far as it is still held.
    pub fn between(&self, device: DeviceId, channel: Channel, from: Moment, to: Moment) -> Vec<Stretch> {
        let held = self.lock();
        held.rings
            .get(&(device, channel))
            .map(|ring| ring.between(from, to))
            .unwrap_or_default()
    }

    /// How many samples are held.
    pub fn samples(&self) -> usize {
        self.lock().rings.values().map(Ring::samples).sum()
    }

    /// Alarms of a device as they stand now: the curve around each is wanted, when it has one and somebody is measured. Only the five minutes of its own person are.
    pub(crate) fn saw(&self, known: &Now, device: DeviceId, alarms: &[Alarm], now: Moment) {
        if alarms.is_empty() {
            return;
        }
        let mut held = self.lock();
        if !Channel::ALL
            .iter()
            .any(|channel| held.rings.contains_key(&(device, *channel)))
        {
            return;
        }
        let session = known.placement(device).and_then(|placement| placement.session);
        let Some((_, since)) = session else { return };
        for alarm in alarms {
            let raised_at = alarm.last_raised_at;
            // One that comes again within its own five minutes is on the strip already.
            let is_there = held.wanted.get(&alarm.id).is_some_and(|wanted| raised_at < wanted.to);
            if is_there || raised_at < since || now.seconds_since(raised_at) > AROUND {
                continue;
            }
            let from = raised_at.plus_seconds(-AROUND).max(since);
            let wanted = Wanted {
                device,
                raised_at,
                session,
                from,
                to: raised_at.plus_seconds(AROUND),
                same_at: now,
                written: BTreeMap::new(),
                begun: false,
                over: false,
            };
            held.wanted.insert(alarm.id, wanted);
        }
    }

    /// What is to be written at `now`: the beginning of what is new, and the rest of what is over. What a device draws after it was known to measure the same person is
    /// nobody's of this alarm.
    pub(super) fn due(&self, known: &Now, now: Moment) -> Vec<Due> {
        let mut held = self.lock();
        let Held { rings, wanted, .. } = &mut *held;
        let mut due = Vec::new();
        for (alarm, strip) in wanted.iter_mut().filter(|(_, strip)| !strip.over) {
            let session = known.placement(strip.device).and_then(|placement| placement.session);
            let is_same = session == strip.session;
            if is_same {
                strip.same_at = now;
            } else {
                let begins = session.map_or(strip.same_at, |(_, since)| since);
                strip.to = strip.to.min(strip.same_at).min(begins);
            }
            let is_over = !is_same || now.seconds_since(strip.to) > LATE_SECONDS;
            if strip.begun && !is_over {
                continue;
            }
            let mut written = strip.written.clone();
            let mut stretches = Vec::new();
            for channel in Channel::ALL {
                let Some(ring) = rings.get(&(strip.device, channel)) else {
                    continue;
                };
                let from = written.get(&channel).copied().unwrap_or(strip.from);
                let to = strip.to.min(ring.ends_at().unwrap_or(from));
                if from < to {
                    stretches.extend(ring.between(from, to).into_iter().map(|stretch| (channel, stretch)));
                    written.insert(channel, to);
                }
            }
            due.push(Due {
                alarm: *alarm,
                raised_at: strip.raised_at,
                stretches,
                written,
                is_over,
            });
        }
        due
    }

    /// That it is written: it is not due again.
    pub(super) fn wrote(&self, due: Due) {
        let mut held = self.lock();
        let strip = held.wanted.get_mut(&due.alarm);
        // It may have been raised anew meanwhile, which is a strip of its own.
        if let Some(strip) = strip.filter(|strip| strip.raised_at == due.raised_at) {
            strip.written = due.written;
            strip.begun = true;
            strip.over = due.is_over;
        }
    }

    /// Lets go of channels that nobody has sent for as long as they are kept, and forgets strips that were written long ago.
    pub(super) fn let_go(&self, now: Moment) {
        self.lock().let_go(now);
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a ring takes, in samples.
fn taken(ring: &Ring) -> usize {
    ring.samples() + ring.chunks() * OF_CHUNK
}

impl Held {
    fn let_go(&mut self, now: Moment) {
        self.rings
            .retain(|_, ring| ring.ends_at().is_some_and(|end| now.seconds_since(end) <= KEPT_SECONDS));
        self.taken = self.rings.values().map(taken).sum();
        self.wanted
            .retain(|_, strip| now.seconds_since(strip.raised_at) <= 2.0 * KEPT_SECONDS);
    }
}

#[cfg(test)]
mod tests;
