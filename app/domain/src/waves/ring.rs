//! [`Ring`]: the last ten minutes of one channel of one device, bounded in time and therefore in room.

use std::collections::VecDeque;

use super::{Channel, Chunk};
use crate::time::Moment;

/// How long a curve is kept in memory, in seconds: five minutes before an alarm and five after it.
pub const KEPT_SECONDS: f64 = 600.0;

/// The last chunks of one channel, oldest first, none over another.
#[derive(Clone, Debug)]
pub struct Ring {
    channel: Channel,
    chunks: VecDeque<Chunk>,
}

/// What became of a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pushed {
    /// It is kept.
    Kept,
    /// The same chunk is here already: a device that heard no answer may send it again.
    Again,
    /// It begins before the newest one ends and is not the same: two programs send as one device, or its clock jumped back.
    Over,
    /// It is of another channel.
    Other,
}

/// Samples that follow each other without a gap, cut to what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// When the first sample was taken.
    pub started_at: Moment,
    /// Samples a second.
    pub hz: u16,
    /// How much one step is, in the unit of the channel.
    pub step: f64,
    /// The samples in steps.
    pub samples: Vec<i16>,
}

impl Ring {
    /// An empty one.
    pub fn new(channel: Channel) -> Self {
        let chunks = VecDeque::new();
        Self { channel, chunks }
    }

    /// Adds a chunk at the end, and lets go of what ended more than [`KEPT_SECONDS`] before the end of the newest. The device's own time
    /// decides, not the server's: so a ring of the past is the same whenever it is filled.
    pub fn push(&mut self, chunk: Chunk) -> Pushed {
        if chunk.channel() != self.channel {
            return Pushed::Other;
        }
        if self.chunks.contains(&chunk) {
            return Pushed::Again;
        }
        if self.chunks.back().is_some_and(|last| begins_within(&chunk, last)) {
            return Pushed::Over;
        }
        let end = chunk.ends_at();
        self.chunks.push_back(chunk);
        while self
            .chunks
            .front()
            .is_some_and(|first| end.seconds_since(first.ends_at()) > KEPT_SECONDS)
        {
            self.chunks.pop_front();
        }
        Pushed::Kept
    }

    /// When the newest sample ends; nothing while nothing came.
    pub fn ends_at(&self) -> Option<Moment> {
        self.chunks.back().map(Chunk::ends_at)
    }

    /// How many samples are held.
    pub fn samples(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.samples().len()).sum()
    }

    /// How many chunks they came in.
    pub fn chunks(&self) -> usize {
        self.chunks.len()
    }

    /// What was drawn from `from` on and before `to`. A new stretch begins where samples are missing, or where rate or step change: what is
    /// between two stretches is a gap, and is never bridged.
    pub fn between(&self, from: Moment, to: Moment) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut last: Option<&Chunk> = None;
        // They lie one after the other: who asks four times a second for the newest does not look through ten minutes.
        let begin = self.chunks.partition_point(|chunk| chunk.ends_at() <= from);
        for chunk in self.chunks.range(begin..).take_while(|chunk| chunk.started_at() < to) {
            let inside = |index: &usize| (from..to).contains(&chunk.taken_at(*index));
            let mut asked = (0..chunk.samples().len()).filter(inside);
            let Some(first) = asked.next() else { continue };
            let end = asked.next_back().unwrap_or(first) + 1;
            let samples = chunk.samples().get(first..end).unwrap_or_default();
            match stretches.last_mut() {
                Some(stretch) if last.is_some_and(|before| follows(chunk, before)) => stretch.samples.extend(samples),
                _ => stretches.push(Stretch {
                    started_at: chunk.taken_at(first),
                    hz: chunk.hz(),
                    step: chunk.step(),
                    samples: samples.to_vec(),
                }),
            }
            last = Some(chunk);
        }
        stretches
    }
}

/// Whether `chunk` begins before `last` ends; half a sample is what a clock in milliseconds may be off.
fn begins_within(chunk: &Chunk, last: &Chunk) -> bool {
    apart(chunk, last) < -last.sample_micros() / 2.0
}

/// Whether `chunk` goes on where `last` ended: less than one sample is missing, and both are drawn alike.
fn follows(chunk: &Chunk, last: &Chunk) -> bool {
    chunk.hz() == last.hz() && chunk.step() == last.step() && apart(chunk, last) < last.sample_micros()
}

/// Microseconds from the end of `last` to the beginning of `chunk`.
fn apart(chunk: &Chunk, last: &Chunk) -> f64 {
    chunk.started_at().seconds_since(last.ends_at()) * 1e6
}
