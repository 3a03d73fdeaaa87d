//! [`Track`]: the recent values of one side of one parameter, for rules that look at more than one of them: "for at least 30 s", "3 times in 10 min".
//!
//! Whether the condition stands is a fold over the values in the order of their time, so the order in which they arrive changes nothing: a late value is put in its
//! place and everything after it is judged anew. A value that is told twice is known by its stamp. Between two values nothing is known, so a gap neither breaks a stretch
//! nor ends it.
//!
//! What is older than a rule looks back, and [`LATE_SECONDS`] more, is settled: folded into where the rest begins, and kept only until no rule looks back at it. A value that is late by
//! more says nothing any more.

use std::collections::VecDeque;

use super::limits::{Level, Limit, Side};
use super::rules::{Hold, Rules};
use crate::dialysis::pressures::IN_A_ROW;
use crate::telemetry::{Parameter, Stamp};

/// How late a value may come and still be put in its place, in seconds. Technical: a machine that was cut off sends what it kept within minutes.
pub const LATE_SECONDS: f64 = 300.0;
/// Values kept at most: one a second for twenty minutes.
const MOST: usize = 1_200;
/// Values in a row inside a narrow limit, until it is well again: as [`super::watch`] asks.
const INSIDE_IN_A_ROW: u8 = 2;

/// Where a condition is after a value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Standing {
    /// The level at which it stands; `None` when it does not.
    pub level: Option<Level>,
    /// The limit that made it stand.
    pub limit: Option<f32>,
    /// Values in a row that were well.
    inside: u8,
    /// What stands, or stood last, was too far from what is usual, and no value that is compared with it has been well since. Once nothing stands: it is no longer compared, and nobody
    /// knows that it is well.
    pub by_usual: bool,
}

impl Standing {
    /// A condition that stands at `level`, of which nothing else is known.
    pub const fn at(level: Option<Level>) -> Self {
        Self {
            level,
            limit: None,
            inside: 0,
            by_usual: false,
        }
    }
}

/// A value with its place, and the blood flow at which it was measured; 0 where that was not told with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Told {
    pub stamp: Stamp,
    pub value: f32,
    pub flow: i32,
}

/// The recent values of one side of one parameter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Track {
    pub parameter: Parameter,
    pub side: Side,
    /// Where the condition is after the values that are settled.
    before: Standing,
    /// How many values, from the oldest, are folded into [`Self::before`]: nothing comes in front of them any more. They stay as long as a rule looks back at them.
    settled: usize,
    /// Where the newest ends.
    pub now: Standing,
    values: VecDeque<Told>,
}

impl Track {
    /// Nothing yet; `standing` is what an alarm said before.
    pub fn new(parameter: Parameter, side: Side, standing: Option<Level>) -> Self {
        let standing = Standing::at(standing);
        Self {
            parameter,
            side,
            before: standing,
            settled: 0,
            now: standing,
            values: VecDeque::new(),
        }
    }

    /// Takes a value; answers whether it changed what is known: one that is there already, or that is too late, does not.
    pub fn take(&mut self, told: Told, rules: &Rules, baseline: Option<(Stamp, f32)>) -> bool {
        let stamp = told.stamp;
        let place = self.values.partition_point(|known| known.stamp < stamp);
        if self.values.get(place).is_some_and(|known| known.stamp == stamp) {
            return false;
        }
        let is_newest = place == self.values.len();
        if !is_newest && self.is_too_late(place, stamp, rules) {
            return false;
        }
        self.values.insert(place, told);
        if is_newest {
            self.now = self.after(self.now, place, rules, baseline);
        } else {
            self.fold(rules, baseline);
        }
        self.forget(rules, baseline);
        true
    }

    /// Judges every value that is not settled anew: what it is compared with has changed.
    pub fn fold(&mut self, rules: &Rules, baseline: Option<(Stamp, f32)>) {
        let mut standing = self.before;
        for place in self.settled..self.values.len() {
            standing = self.after(standing, place, rules, baseline);
        }
        self.now = standing;
    }

    /// The newest value and its stamp.
    pub fn newest(&self) -> Option<(Stamp, f32)> {
        self.values.back().map(|told| (told.stamp, told.value))
    }

    fn is_too_late(&self, place: usize, stamp: Stamp, rules: &Rules) -> bool {
        place < self.settled
            || self.newest().is_some_and(|((newest, _), _)| {
                newest.seconds_since(stamp.0) > f64::from(rules.reach(self.parameter, self.side)) + LATE_SECONDS
            })
            || (self.values.len() >= MOST && self.values.front().is_some_and(|oldest| stamp < oldest.stamp))
    }

    fn forget(&mut self, rules: &Rules, baseline: Option<(Stamp, f32)>) {
        let Some(((newest, _), _)) = self.newest() else { return };
        let reach = f64::from(rules.reach(self.parameter, self.side));
        let at = |track: &Self, place: usize| track.values.get(place).map(|told| told.stamp.0);
        while at(self, self.settled).is_some_and(|at| newest.seconds_since(at) > reach + LATE_SECONDS) {
            self.settle(rules, baseline);
        }
        // What a rule sees when it looks back from the oldest that is not settled, and one more: it says whether a stretch begins or goes on.
        while let (Some(first), Some(second)) = (at(self, self.settled), at(self, 1))
            && first.seconds_since(second) > reach
        {
            self.drop_oldest();
        }
        while self.values.len() > MOST {
            if self.settled == 0 {
                self.settle(rules, baseline);
            }
            self.drop_oldest();
        }
    }

    /// Folds one more value into where the rest begins, while what it looks back at is still there.
    fn settle(&mut self, rules: &Rules, baseline: Option<(Stamp, f32)>) {
        self.before = self.after(self.before, self.settled, rules, baseline);
        self.settled += 1;
    }

    fn drop_oldest(&mut self) {
        self.values.pop_front();
        self.settled = self.settled.saturating_sub(1);
    }

    /// Where the condition is after the value at `place`.
    fn after(&self, before: Standing, place: usize, rules: &Rules, baseline: Option<(Stamp, f32)>) -> Standing {
        let Some(Told { stamp, value, flow }) = self.values.get(place).copied() else {
            return before;
        };
        let at = stamp.0;
        // What is from before the plan of a session says nothing of it.
        let Some(value) = rules.compared(self.parameter, value, at) else {
            return before;
        };
        let value = self.parameter.rounded(value);
        let criteria = rules.criteria(self.parameter, self.side, at, known_at(baseline, stamp));
        let mut next = before;
        let (mut met, mut held, mut is_well, mut is_narrow) = (false, None, true, false);
        let off_usual = rules.off_usual(self.parameter, self.side, at, flow);
        let (is_compared_now, mut is_off_usual) = (off_usual.is_some(), false);
        let of_usual = off_usual.map(|criterion| (criterion, true));
        let all = criteria.into_iter().flatten().map(|criterion| (criterion, false));
        for (criterion, is_usual) in all.chain(of_usual) {
            let Limit { raise, clear } = criterion.limit;
            // Of the limit that made it stand; of any, when that is not known.
            let is_this = |limit: f32| (limit - raise).abs() < self.parameter.step();
            is_narrow |= criterion.limit.is_narrow(self.parameter) && before.limit.is_none_or(is_this);
            is_well &= self.side.other().beyond(value, clear);
            if !self.side.beyond(value, raise) {
                continue;
            }
            met = true;
            // Of what is usual only values of the same minutes and flow say anything.
            let is_compared = |told: &Told| !is_usual || rules.compares_usual(told.stamp.0, told.flow);
            let beyond = |told: &Told| {
                let compared = rules.compared(self.parameter, told.value, told.stamp.0);
                is_compared(told)
                    && compared.is_some_and(|value| self.side.beyond(self.parameter.rounded(value), raise))
            };
            let is_row = || !is_usual || self.is_in_a_row(place, is_compared, beyond);
            if (held.is_none() || is_usual) && self.holds(place, criterion.hold, beyond) && is_row() {
                is_off_usual |= is_usual;
                held = held.or(Some((criterion.level, raise)));
            }
        }
        match held {
            Some((level, limit)) => {
                if next.level.is_none_or(|known| level > known) {
                    next.limit = Some(limit);
                }
                // What stood before says nothing of what begins now.
                next.by_usual = is_off_usual || (next.by_usual && next.level.is_some());
                next.level = next.level.max(Some(level));
                next.inside = 0;
            }
            None if met => next.inside = 0,
            None => {
                next.inside = if is_well { next.inside.saturating_add(1) } else { 0 };
                if next.inside >= if is_narrow { INSIDE_IN_A_ROW } else { 1 } {
                    next = Standing {
                        by_usual: before.by_usual && !is_compared_now,
                        ..Standing::default()
                    };
                }
            }
        }
        next
    }

    /// Whether the value at `place` and the ones before it that are compared, [`IN_A_ROW`] in all, are beyond.
    fn is_in_a_row(&self, place: usize, is_compared: impl Fn(&Told) -> bool, beyond: impl Fn(&Told) -> bool) -> bool {
        let back = self
            .values
            .iter()
            .take(place + 1)
            .rev()
            .filter(|told| is_compared(told));
        let mut row = 0;
        for told in back.take(IN_A_ROW) {
            if !beyond(told) {
                return false;
            }
            row += 1;
        }
        row == IN_A_ROW
    }

    /// Whether what `hold` asks is so at the value at `place`, which is beyond.
    fn holds(&self, place: usize, hold: Hold, beyond: impl Fn(&Told) -> bool) -> bool {
        if !hold.asks() {
            return true;
        }
        let Some(at) = self.values.get(place).map(|told| told.stamp.0) else {
            return false;
        };
        let (mut is_long, mut times, mut is_whole) = (hold.seconds == 0, 0_u8, true);
        // Back in time: the stretch that ends here, and how often such a stretch began.
        let mut back = place;
        while let Some(told) = self.values.get(back) {
            let (ago, is_beyond) = (at.seconds_since(told.stamp.0), beyond(told));
            is_whole &= is_beyond;
            is_long |= is_whole && ago >= f64::from(hold.seconds);
            let before = back.checked_sub(1).and_then(|earlier| self.values.get(earlier));
            let begins = is_beyond && !before.is_some_and(&beyond);
            if begins && ago <= f64::from(hold.within) {
                times = times.saturating_add(1);
            }
            let is_often = hold.times <= 1 || times >= hold.times;
            if is_long && is_often {
                return true;
            }
            if ago > f64::from(hold.reach()) && !is_whole {
                return false;
            }
            match back.checked_sub(1) {
                Some(earlier) => back = earlier,
                None => break,
            }
        }
        is_long && (hold.times <= 1 || times >= hold.times)
    }
}

/// The baseline, when it was known at `stamp`.
fn known_at(baseline: Option<(Stamp, f32)>, stamp: Stamp) -> Option<f32> {
    baseline.filter(|(since, _)| *since <= stamp).map(|(_, value)| value)
}

#[cfg(test)]
mod tests;
