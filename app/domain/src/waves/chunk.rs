//! [`Chunk`]: what one channel drew in a short time, and [`Sent::check`], which makes one of what a device sent or says what is wrong.

use super::Channel;
use crate::invalid::Invalid;
use crate::time::Moment;

/// The fewest samples a second that are taken: the slow end that the house's own brief names for bedside monitors.
pub const SLOWEST_HZ: u16 = 125;
/// The most samples a second that are taken: the fast end of the same.
pub const FASTEST_HZ: u16 = 250;
/// The longest chunk in seconds. Four a second are meant; a device that had no network for a moment may send what it held back.
pub const LONGEST_SECONDS: usize = 10;

/// How far a device's clock may run ahead of the server's, in seconds: as far as for its readings.
const AHEAD_SECONDS: f64 = 600.0;

/// A chunk as a device spells it; nothing in it is believed yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sent {
    /// A name of [`Channel`].
    pub channel: String,
    /// When the first sample was taken.
    pub started_at: Moment,
    /// Samples a second.
    pub hz: i64,
    /// How much one step is, in the unit of the channel.
    pub step: f64,
    /// The samples in steps.
    pub samples: Vec<i64>,
}

/// What one channel drew from a moment on, without a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunk {
    channel: Channel,
    started_at: Moment,
    hz: u16,
    step: f64,
    samples: Vec<i16>,
}

impl Sent {
    /// Checks what arrives at `now`; `kept_seconds` is how far back anybody still keeps it. All faults are told at once.
    pub fn check(self, now: Moment, kept_seconds: f64) -> Result<Chunk, Vec<Invalid>> {
        let mut faults = Vec::new();
        let channel = Channel::of_name(&self.channel);
        if channel.is_none() {
            let names = Channel::ALL.map(Channel::name).join(", ");
            faults.push(Invalid::new("channel", format!("Must be one of {names}.")));
        }
        let hz = u16::try_from(self.hz)
            .ok()
            .filter(|hz| (SLOWEST_HZ..=FASTEST_HZ).contains(hz));
        if hz.is_none() {
            let reason = format!("Must be {SLOWEST_HZ} to {FASTEST_HZ} samples a second.");
            faults.push(Invalid::new("hz", reason));
        }
        if !(self.step.is_finite() && self.step > 0.0) {
            faults.push(Invalid::new("step", "Must be a number above 0."));
        }
        let most = usize::from(hz.unwrap_or(FASTEST_HZ)) * LONGEST_SECONDS;
        let mut samples = Vec::new();
        if self.samples.is_empty() || self.samples.len() > most {
            let reason = format!("Must be 1 sample at least and {LONGEST_SECONDS} seconds of them at most.");
            faults.push(Invalid::new("samples", reason));
        } else if let Ok(small) = narrowed(&self.samples) {
            samples = small;
        } else {
            let reason = format!("Each must be a whole number from {} to {}.", i16::MIN, i16::MAX);
            faults.push(Invalid::new("samples", reason));
        }
        let age = now.seconds_since(self.started_at);
        if age < -AHEAD_SECONDS {
            faults.push(Invalid::new(
                "started_at",
                "Lies in the future: set the device's clock.",
            ));
        } else if age > kept_seconds {
            faults.push(Invalid::new("started_at", "Is older than what is kept of a curve."));
        }
        match (channel, hz) {
            (Some(channel), Some(hz)) if faults.is_empty() => Ok(Chunk {
                channel,
                started_at: self.started_at,
                hz,
                step: self.step,
                samples,
            }),
            _ => Err(faults),
        }
    }
}

/// The samples as they are kept, when all of them fit.
fn narrowed(samples: &[i64]) -> Result<Vec<i16>, std::num::TryFromIntError> {
    samples.iter().map(|sample| i16::try_from(*sample)).collect()
}

impl Chunk {
    /// What is drawn.
    pub fn channel(&self) -> Channel {
        self.channel
    }

    /// When the first sample was taken.
    pub fn started_at(&self) -> Moment {
        self.started_at
    }

    /// Samples a second.
    pub fn hz(&self) -> u16 {
        self.hz
    }

    /// How much one step is, in the unit of the channel.
    pub fn step(&self) -> f64 {
        self.step
    }

    /// The samples in steps.
    pub fn samples(&self) -> &[i16] {
        &self.samples
    }

    /// How long one sample lasts, in microseconds.
    pub fn sample_micros(&self) -> f64 {
        1e6 / f64::from(self.hz)
    }

    /// When the sample after the last would be taken.
    pub fn ends_at(&self) -> Moment {
        self.taken_at(self.samples.len())
    }

    /// When the sample `index` was taken; counted from the start each time, so that rounding does not add up.
    pub fn taken_at(&self, index: usize) -> Moment {
        let micros = (index as f64 * self.sample_micros()).round() as i64;
        Moment(self.started_at.0.saturating_add(micros))
    }
}
