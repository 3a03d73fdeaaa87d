//! [`Baseline`]: where the pressures of a session began, so that a change is seen against the patient's own circuit.
//!
//! No single number is safe for the venous pressure: it is compared with its own baseline in the first 2 to 5 minutes (JASN table of access surveillance; trend of
//! the arterial pressure against the same blood flow: Graves, Nephrol Nurs J 2001). So the baseline is the median of the values between [`FROM_SECONDS`] and
//! [`TO_SECONDS`] after blood began to flow, and it is known from the end of that time on. Blood that stands still for longer than [`PAUSE_SECONDS`], or a machine that
//! tells nothing for so long, begins anew.

use crate::telemetry::{Parameter, Reading, Stamp};
use crate::time::Moment;

/// Seconds after blood began to flow from which values count.
pub const FROM_SECONDS: f64 = 120.0;
/// Until when they count.
pub const TO_SECONDS: f64 = 300.0;
/// A pause after which a session begins anew, in seconds. Technical: longer than a bath of saline or a change of a line.
pub const PAUSE_SECONDS: f64 = 1_800.0;
/// Values that a median needs.
const LEAST: usize = 3;
/// Values kept: one a second.
const MOST: usize = 400;

/// Where each of [`OF`] began, in their order: since when that is known, and the value; none before the first minutes are over, and where no rule asks.
pub type Began = [Option<(Moment, f32)>; OF.len()];

/// Where the values of a session began.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Baseline {
    /// When blood began to flow.
    began: Option<Moment>,
    /// When it flowed last.
    flowed: Option<Moment>,
    /// Values of the beginning, in the order of their time.
    values: Vec<(Parameter, Stamp, f32)>,
    /// What they say, in the order of [`OF`]: asked with every reading, changed in the first minutes alone.
    known: [Option<(Stamp, f32)>; OF.len()],
}

impl Baseline {
    /// Takes the flow and the values of these parameters; answers whether a baseline may have changed.
    pub fn take(&mut self, reading: &Reading, asked: impl Fn(Parameter) -> bool) -> bool {
        let (at, stamp) = (reading.taken_at, (reading.taken_at, reading.seq));
        let mut changed = false;
        if reading.values.get(Parameter::BloodFlow).is_some_and(|flow| flow > 0.0) {
            let is_new = self.flowed.is_none_or(|last| at.seconds_since(last) > PAUSE_SECONDS);
            let is_earlier = self
                .began
                .is_some_and(|began| at < began && began.seconds_since(at) <= PAUSE_SECONDS);
            if is_new {
                *self = Self::default();
            }
            if is_new || is_earlier {
                self.began = Some(at);
                changed = true;
            }
            self.flowed = self.flowed.max(Some(at));
        }
        let Some(began) = self.began else { return false };
        // A value that is earlier than the flow that is known may be of a flow that is told late.
        let is_near = at.seconds_since(began).abs() <= TO_SECONDS;
        for parameter in OF.into_iter().filter(|_| is_near) {
            let Some(value) = reading.values.get(parameter).filter(|_| asked(parameter)) else {
                continue;
            };
            let place = self
                .values
                .partition_point(|(known, then, _)| (*known, *then) < (parameter, stamp));
            let is_known = self
                .values
                .get(place)
                .is_some_and(|(known, then, _)| (*known, *then) == (parameter, stamp));
            if !is_known && self.values.len() < 3 * MOST {
                self.values.insert(place, (parameter, stamp, value));
                changed = true;
            }
        }
        if changed {
            self.known = OF.map(|parameter| self.median(parameter));
        }
        changed
    }

    /// What was read between is not at hand, but blood flowed all the time until `at`.
    pub fn resume(&mut self, at: Moment) {
        if self.flowed.is_some() {
            self.flowed = self.flowed.max(Some(at));
        }
    }

    /// The baseline of a parameter, and from when on it is known.
    pub fn of(&self, parameter: Parameter) -> Option<(Stamp, f32)> {
        let place = OF.iter().position(|kept| *kept == parameter)?;
        self.known.get(place).copied().flatten()
    }

    fn median(&self, parameter: Parameter) -> Option<(Stamp, f32)> {
        let began = self.began?;
        let (from, to) = (began.plus_seconds(FROM_SECONDS), began.plus_seconds(TO_SECONDS));
        let mut values: Vec<f32> = self
            .values
            .iter()
            .filter(|(of, (at, _), _)| *of == parameter && (from..=to).contains(at))
            .map(|(_, _, value)| *value)
            .collect();
        if values.len() < LEAST {
            return None;
        }
        values.sort_by(f32::total_cmp);
        let middle = values.get(values.len() / 2).copied()?;
        Some(((to, i64::MAX), middle))
    }
}

/// The parameters of which a baseline is kept: pressures of the circuit.
pub const OF: [Parameter; 3] = [
    Parameter::ArterialPressure,
    Parameter::VenousPressure,
    Parameter::TransmembranePressure,
];
