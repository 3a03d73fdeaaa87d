//! Dialysis around the clock (CVVHDF), at the bed of somebody in intensive care. It is no session: it has no chair, no hours to reach and no weight before and after, so nothing here is
//! judged by the rules of sessions. The limits of fluid an hour ([`super::uf`]) come of sessions of some hours three times a week, and so do Kt/V and its targets.

use super::prescription::{Part, Prescription};
use super::quantities::{Millilitres, MlPerHour};
use crate::telemetry::{Latest, Parameter};
use crate::time::Moment;

/// Seconds after which a value is no longer told as what the machine does now: the ten minutes after which the ward shows a dash instead of one.
pub const TOLD_SECONDS: f64 = 600.0;

/// One line of what the machine does now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// What.
    pub what: What,
    /// How much, in [`What::unit`].
    pub value: f64,
    /// When it was measured; of several values the oldest.
    pub at: Moment,
}

/// What is told of a machine that runs around the clock. Slow flows are told in mL/h, as they are set at the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Blood flow.
    BloodFlow,
    /// Flow of dialysate.
    Dialysate,
    /// Substitution fluid, before and after the filter together.
    Replacement,
    /// Fluid taken from the patient: what is taken beyond what is given.
    Removal,
    /// All that leaves the filter.
    Effluent,
    /// Pressure at which blood is drawn.
    Access,
    /// Pressure at which blood is given back.
    Return,
    /// Pressure across the filter.
    Transmembrane,
}

impl What {
    /// The unit of its value.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::BloodFlow => "mL/min",
            Self::Dialysate | Self::Replacement | Self::Removal | Self::Effluent => "mL/h",
            Self::Access | Self::Return | Self::Transmembrane => "mmHg",
        }
    }
}

/// Minutes of an hour.
const MINUTES: f64 = 60.0;
/// Hours of a day.
const HOURS: f64 = 24.0;

/// What flows in a minute, mL/min, by the hour.
pub const fn of_ml_per_minute(ml_per_minute: f64) -> MlPerHour {
    MlPerHour(ml_per_minute * MINUTES)
}

/// What is given or taken in 24 hours, by the hour.
pub const fn of_24_hours(in_24_hours: Millilitres) -> MlPerHour {
    MlPerHour(in_24_hours.0 / HOURS)
}

/// What is prescribed around the clock for a minute (dialysate, mL/min) or for 24 hours (what is taken, mL/24 h; substitution, L/24 h), by the hour, in which the machine says what it does. None of
/// what is prescribed in another way, and of sessions.
pub fn prescribed_an_hour(it: &Prescription, part: Part) -> Option<MlPerHour> {
    let hourly = match part {
        Part::DialysateFlow => it
            .dialysate_flow
            .map(|ml_per_minute| of_ml_per_minute(f64::from(ml_per_minute))),
        Part::UfGoal => it.uf_goal.map(|ml| of_24_hours(Millilitres(f64::from(ml)))),
        Part::Substitution => it
            .substitution
            .map(|litres| of_24_hours(Millilitres::of_litres(litres))),
        _ => None,
    };
    hourly.filter(|_| it.modality.is_continuous())
}

/// Effluent, mL/h: dialysate, substitution and what is taken from the patient, each in mL/h. Nobody's number: it is what the word means (KDIGO Clinical Practice Guideline for Acute Kidney
/// Injury, Kidney Int Suppl 2012;2:1, section 5.8, doses continuous treatment by it). No dose is worked out of it here and none is judged.
pub fn effluent(dialysate: MlPerHour, replacement: MlPerHour, removal: MlPerHour) -> MlPerHour {
    MlPerHour(dialysate.0 + replacement.0 + removal.0)
}

/// What the machine does at `now`, line by line. What it does not send, or sent more than [`TOLD_SECONDS`] ago, has no line; effluent is told where all three of its parts are.
pub fn lines(latest: &Latest, now: Moment) -> Vec<Line> {
    let of = |what: What, parameter: Parameter, times: f64| {
        let (value, at) = latest
            .get(parameter)
            .filter(|(_, at)| now.seconds_since(*at) <= TOLD_SECONDS)?;
        Some(Line {
            what,
            value: f64::from(value) * times,
            at,
        })
    };
    // A reading holds mL/min.
    let dialysate = of(What::Dialysate, Parameter::DialysateFlow, MINUTES);
    let replacement = of(What::Replacement, Parameter::SubstitutionRate, MINUTES);
    let removal = of(What::Removal, Parameter::UfRate, 1.0);
    let all = match (dialysate, replacement, removal) {
        (Some(dialysate), Some(replacement), Some(removal)) => Some(Line {
            what: What::Effluent,
            value: effluent(
                MlPerHour(dialysate.value),
                MlPerHour(replacement.value),
                MlPerHour(removal.value),
            )
            .0,
            at: dialysate.at.min(replacement.at).min(removal.at),
        }),
        _ => None,
    };
    let lines = [
        of(What::BloodFlow, Parameter::BloodFlow, 1.0),
        dialysate,
        replacement,
        removal,
        all,
        of(What::Access, Parameter::ArterialPressure, 1.0),
        of(What::Return, Parameter::VenousPressure, 1.0),
        of(What::Transmembrane, Parameter::TransmembranePressure, 1.0),
    ];
    lines.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telemetry::Reading;

    fn read(seconds: f64, values: &[(Parameter, f32)], latest: &mut Latest) {
        let mut reading = Reading {
            taken_at: Moment(0).plus_seconds(seconds),
            ..Reading::default()
        };
        for (parameter, value) in values {
            reading.values.set(*parameter, Some(*value));
        }
        latest.apply(&reading);
    }

    /// By hand: 25 mL in each of 60 minutes, 2 400 mL and 36 L in 24 hours.
    #[test]
    fn what_is_prescribed_for_a_minute_or_for_24_hours_is_told_by_the_hour() {
        assert_eq!(of_ml_per_minute(25.0), MlPerHour(1_500.0));
        assert_eq!(of_24_hours(Millilitres(2_400.0)), MlPerHour(100.0));
        assert_eq!(of_24_hours(Millilitres::of_litres(36.0)), MlPerHour(1_500.0));
    }

    #[test]
    fn slow_flows_are_told_by_the_hour_and_effluent_is_all_that_leaves_the_filter() {
        // As the source has it: 12 000 mL/h of blood, 800 of dialysate, 1400 and 200 of replacement, 244 taken.
        let mut latest = Latest::default();
        let flows = [
            (Parameter::BloodFlow, 200.0),
            (Parameter::DialysateFlow, 13.33),
            (Parameter::SubstitutionRate, 26.67),
        ];
        read(0.0, &flows, &mut latest);
        let at = |seconds: f64| Moment(0).plus_seconds(seconds);
        assert_eq!(lines(&latest, at(0.0)).len(), 3, "effluent wants all three");
        read(60.0, &[(Parameter::UfRate, 244.0)], &mut latest);
        let told = |what: What| lines(&latest, at(60.0)).into_iter().find(|line| line.what == what);
        assert_eq!(told(What::BloodFlow).unwrap().value, 200.0);
        assert_eq!(told(What::Dialysate).unwrap().value.round(), 800.0);
        assert_eq!(told(What::Replacement).unwrap().value.round(), 1_600.0);
        let effluent = told(What::Effluent).unwrap();
        assert_eq!(effluent.value.round(), 2_644.0);
        assert_eq!(effluent.at, Moment(0), "it is as old as its oldest part");
        assert_eq!(told(What::Access), None, "what is not sent has no line");
        let old = |seconds: f64| {
            lines(&latest, at(seconds))
                .iter()
                .map(|line| line.what)
                .collect::<Vec<_>>()
        };
        assert_eq!(old(600.0).len(), 5, "ten minutes old");
        assert_eq!(
            old(601.0),
            [What::Removal],
            "of the others nobody knows what they are now, nor what leaves the filter"
        );
        assert_eq!(old(661.0), []);
    }
}
