//! How likely it is that the pressure falls too low 15 to 75 minutes from now: a logistic regression of six inputs, each shown with what it adds. It advises, and does
//! nothing by itself.
//!
//! # Each hospital fits its own
//! No weights are kept here. Recordings of dialysis sessions with pressures over time are not among the open data: of Lin and others (Scientific Data 6:313, 2019) only the
//! summaries of each patient could be had, which do not say what came before a fall, and the continuous dialysis of MIMIC-IV (demonstration) has pressures of three people in
//! intensive care, which is another treatment. So [`outlook`] says [`Outlook::NotFitted`] until a hospital has fitted a [`Model`] on its own signed sessions with [`fit`] and has
//! seen how it does on patients who were held back ([`is_held_back`], [`evaluate`]): a model without that evaluation cannot be made. Which moments of a session it learns from says
//! [`moments`], how many are enough says [`lacking`].
//!
//! # Changing the inputs
//! A variant of [`Part`], its place in [`Inputs::values`], and fitting anew: weights of other inputs mean nothing.

mod enough;
mod evaluate;
mod fit;
mod moments;

use serde::{Deserialize, Serialize};

use super::before::Pressure;
use super::named::named;
use super::quantities::{Minutes, MlPerKgHour, MmHg};

pub use enough::{Counted, LEAST_FALLS, LEAST_HELD_BACK, Lack, Lacks, lacking};
pub use evaluate::{Bin, Evaluation, auroc, evaluate};
pub use fit::{LEAST_EVENTS, Unfit, fit};
pub use moments::{Kept, Known, Moments, Recorded, moments};

/// From how many minutes ahead a fall counts.
pub const FROM: Minutes = Minutes(15.0);
/// To how many minutes ahead a fall counts.
pub const TO: Minutes = Minutes(75.0);
/// Over how many minutes back the trend is taken.
pub const BACK: Minutes = Minutes(60.0);
/// The fewest readings in that time.
pub const LEAST_READINGS: usize = 3;
/// How old the newest pressure and the rate may be. Pressures are usually apart by half an hour ([`super::hypotension::NEAR`]): a setting of the house, no clinical number.
pub const OLDEST: Minutes = Minutes(30.0);
/// How many inputs there are.
pub const INPUTS: usize = 6;

named! {
    /// One input.
    Part {
        /// Systolic pressure now, mmHg.
        Systolic = "systolic",
        /// Change of the systolic pressure over the last hour, mmHg/h.
        Trend = "trend",
        /// Systolic pressure before the treatment, mmHg.
        Before = "before",
        /// The share of the last treatments in which it fell too low, 0 to 1.
        History = "history",
        /// The rate of ultrafiltration now, mL/kg/h.
        UfRate = "uf_rate",
        /// Time since the start, h.
        Elapsed = "elapsed",
    }
}

/// A pressure while a treatment ran.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Minutes since the start.
    pub at: Minutes,
    /// The pressure.
    pub pressure: Pressure,
}

/// What the forecast looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs<'a> {
    /// Now, in minutes since the start.
    pub now: Minutes,
    /// Pressure before.
    pub before: MmHg,
    /// Pressures since the start, in any order; those after now are not looked at.
    pub readings: &'a [Reading],
    /// Rate of ultrafiltration now; none where it is older than [`OLDEST`].
    pub uf_rate: Option<MlPerKgHour>,
    /// In how many of the last ten treatments it fell too low, and of how many.
    pub history: (u32, u32),
}

named! {
    /// Why there is nothing to go by.
    Missing {
        /// Too few pressures in the last hour.
        Readings = "readings",
        /// The newest pressure is too old.
        Old = "old",
        /// The rate of ultrafiltration is not known.
        UfRate = "uf_rate",
        /// No earlier treatment is known.
        History = "history",
    }
}

impl Inputs<'_> {
    /// What is known of each input, in the order of [`Part::ALL`]; none of what nobody measured. A page shows these as facts, with a model or without.
    pub fn known(&self) -> [Option<f64>; INPUTS] {
        let recent = self.recent();
        let trend = slope(&recent).filter(|_| recent.len() >= LEAST_READINGS);
        let (fell, of) = self.history;
        [
            recent.last().map(|last| last.pressure.systolic.0),
            trend.map(|slope| slope * 60.0),
            Some(self.before.0),
            (of > 0).then(|| f64::from(fell.min(of)) / f64::from(of)),
            self.uf_rate.map(|rate| rate.0),
            Some(self.now.hours()),
        ]
    }

    /// The readings of the last hour, the oldest first.
    fn recent(&self) -> Vec<Reading> {
        let from = self.now.0 - BACK.0;
        let mut recent: Vec<Reading> = self
            .readings
            .iter()
            .copied()
            .filter(|it| it.at.0 <= self.now.0 && it.at.0 >= from)
            .collect();
        recent.sort_by(|one, other| one.at.0.total_cmp(&other.at.0));
        recent
    }

    /// The numbers, in the order of [`Part::ALL`].
    ///
    /// # Errors
    /// What is missing: a number that nobody measured is not made up.
    pub fn values(&self) -> Result<[f64; INPUTS], Missing> {
        let recent = self.recent();
        let last = recent
            .last()
            .filter(|_| recent.len() >= LEAST_READINGS)
            .ok_or(Missing::Readings)?;
        let slope = slope(&recent).ok_or(Missing::Readings)?;
        if last.at.0 < self.now.0 - OLDEST.0 {
            return Err(Missing::Old);
        }
        let uf_rate = self.uf_rate.ok_or(Missing::UfRate)?;
        let (fell, of) = self.history;
        if of == 0 {
            return Err(Missing::History);
        }
        Ok([
            last.pressure.systolic.0,
            slope * 60.0,
            self.before.0,
            f64::from(fell.min(of)) / f64::from(of),
            uf_rate.0,
            self.now.hours(),
        ])
    }
}

/// Change of the systolic pressure in a minute by least squares; none of readings of one moment.
fn slope(readings: &[Reading]) -> Option<f64> {
    let n = readings.len() as f64;
    let at = readings.iter().map(|it| it.at.0).sum::<f64>() / n;
    let value = readings.iter().map(|it| it.pressure.systolic.0).sum::<f64>() / n;
    let spread: f64 = readings.iter().map(|it| (it.at.0 - at).powi(2)).sum();
    let both: f64 = readings
        .iter()
        .map(|it| (it.at.0 - at) * (it.pressure.systolic.0 - value))
        .sum();
    (spread > 0.0).then(|| both / spread)
}

/// Whether the pressure fell below `threshold` ([`super::hypotension::threshold`]) between [`FROM`] and [`TO`] after `now`; none when nobody measured in that time, and none when
/// it is too low already: that is no forecast.
pub fn fell(readings: &[Reading], now: Minutes, threshold: MmHg) -> Option<bool> {
    let is_low = |it: &&Reading| it.pressure.systolic.0 < threshold.0;
    let is_now = |it: &&Reading| it.at.0 <= now.0 && it.at.0 > now.0 - FROM.0;
    if readings.iter().filter(is_now).any(|it| is_low(&it)) {
        return None;
    }
    let within = |it: &&Reading| (now.0 + FROM.0..=now.0 + TO.0).contains(&it.at.0);
    let mut ahead = readings.iter().filter(within).peekable();
    ahead.peek()?;
    Some(ahead.any(|it| is_low(&it)))
}

/// One moment of a recorded treatment, for fitting and evaluating.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The inputs.
    pub values: [f64; INPUTS],
    /// Whether it fell.
    pub fell: bool,
}

/// Whether the sessions of this patient are kept from fitting: one patient in five, always the same ones, so that nobody stands on both sides.
pub const fn is_held_back(patient: u128) -> bool {
    // Fibonacci hashing of both halves: identifiers that count up, or begin with a time, are spread all the same.
    let folded = (patient >> 64) as u64 ^ patient as u64;
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32).is_multiple_of(5)
}

/// A fitted model with what is known of how well it does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Log-odds at the mean of every input.
    pub intercept: f64,
    /// Log-odds for a standard deviation of each input.
    pub weights: [f64; INPUTS],
    /// Mean of each input where it was fitted.
    pub means: [f64; INPUTS],
    /// Standard deviation of each.
    pub deviations: [f64; INPUTS],
    /// Of how many moments it was made.
    pub fitted_on: usize,
    /// How it does on patients who were held back.
    pub held_back: Evaluation,
}

/// What one input adds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Added {
    /// Which.
    pub part: Part,
    /// Its value, in its unit.
    pub value: f64,
    /// What it adds to the log-odds, against the mean.
    pub log_odds: f64,
}

/// A forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// Probability, 0 to 1.
    pub probability: f64,
    /// What the inputs add, that which raises it most first.
    pub parts: Vec<Added>,
}

/// What can be said.
#[derive(Clone, Debug, PartialEq)]
pub enum Outlook {
    /// There is no model: see the module.
    NotFitted,
    /// There is nothing to go by.
    Missing(Missing),
    /// A probability with its parts.
    Of(Forecast),
}

impl Model {
    /// The probability of these numbers.
    pub fn probability(&self, values: &[f64; INPUTS]) -> f64 {
        logistic(self.intercept + self.added(values).iter().sum::<f64>())
    }

    fn added(&self, values: &[f64; INPUTS]) -> [f64; INPUTS] {
        let mut added = [0.0; INPUTS];
        let scales = self.means.iter().zip(&self.deviations).zip(&self.weights);
        for ((place, value), ((mean, deviation), weight)) in added.iter_mut().zip(values).zip(scales) {
            *place = weight * (value - mean) / deviation;
        }
        added
    }

    /// The forecast of these numbers with its parts.
    pub fn forecast(&self, values: &[f64; INPUTS]) -> Forecast {
        let added = self.added(values);
        let each = Part::ALL.iter().zip(values).zip(added);
        let mut parts: Vec<Added> = each
            .map(|((part, value), log_odds)| Added {
                part: *part,
                value: *value,
                log_odds,
            })
            .collect();
        parts.sort_by(|one, other| other.log_odds.total_cmp(&one.log_odds));
        Forecast {
            probability: logistic(self.intercept + added.iter().sum::<f64>()),
            parts,
        }
    }
}

/// What can be said with this model of these inputs.
pub fn outlook(model: Option<&Model>, inputs: &Inputs<'_>) -> Outlook {
    match (model, inputs.values()) {
        (None, _) => Outlook::NotFitted,
        (Some(_), Err(missing)) => Outlook::Missing(missing),
        (Some(model), Ok(values)) => Outlook::Of(model.forecast(&values)),
    }
}

fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests;
