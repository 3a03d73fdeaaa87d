//! When a blood pressure in a treatment counts as too low: two definitions, both shown, because they find different people.

use serde::{Deserialize, Serialize};

use super::before::Pressure;
use super::named::named;
use super::quantities::MmHg;
use crate::time::Moment;

/// Below this systolic pressure it counts.
pub const NADIR: MmHg = MmHg(90.0);
/// Below this it counts with a pressure before of [`HIGH_BEFORE`] and more.
pub const NADIR_HIGH: MmHg = MmHg(100.0);
/// From this systolic pressure before on [`NADIR_HIGH`] holds.
pub const HIGH_BEFORE: MmHg = MmHg(160.0);
/// The fall of the systolic pressure of the guideline.
pub const FALL: MmHg = MmHg(20.0);
/// The fall of the mean pressure of the guideline.
pub const FALL_OF_MEAN: MmHg = MmHg(10.0);

/// The threshold below which the lowest systolic pressure of a treatment counts: 90 mmHg, or 100 with 160 and more before. The definition with the strongest link to death
/// (Flythe and others, Journal of the American Society of Nephrology 26:724, 2015: 10 392 and 1 409 patients).
pub fn threshold(before: MmHg) -> MmHg {
    if before.0 >= HIGH_BEFORE.0 { NADIR_HIGH } else { NADIR }
}

/// By the lowest pressure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ByNadir {
    /// The lowest systolic pressure while it ran.
    pub nadir: MmHg,
    /// What it is held against.
    pub threshold: MmHg,
    /// Whether it was below.
    pub is: bool,
}

/// The primary definition; none without a reading while it ran.
pub fn by_nadir(before: MmHg, seen: &Seen) -> Option<ByNadir> {
    let nadir = seen.lowest()?;
    let threshold = threshold(before);
    Some(ByNadir {
        nadir,
        threshold,
        is: nadir.0 < threshold.0,
    })
}

named! {
    /// How far the definition of the guideline is fulfilled.
    Guideline {
        /// The pressure did not fall so far.
        NoFall = "no_fall",
        /// It fell so far, and nothing else is written down.
        FallAlone = "fall_alone",
        /// It fell with symptoms, and nothing was done about it, or the other way round.
        InPart = "in_part",
        /// It fell, with symptoms, and somebody did something.
        Whole = "whole",
    }
}

/// So near to a fall a symptom counts as its symptom and an intervention as done about it, in minutes. The definition says "associated with" and no number: this is a setting of the
/// house, as long as pressures are usually apart (twice an hour).
pub const NEAR: f64 = 30.0;

/// What is written of a session, and measured in it, that both definitions look at: while blood ran alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// Pressures, by hand and by the machine.
    pub pressures: Vec<(Moment, Pressure)>,
    /// When there were symptoms ([`super::during::EventKind::is_symptom`]).
    pub symptoms: Vec<Moment>,
    /// When something was done ([`super::during::InterventionKind::is_against_a_fall`]).
    pub done: Vec<Moment>,
}

impl Seen {
    /// The same without what was before the start or after the end: what is found afterwards, off the machine, is no fall of the session.
    #[must_use]
    pub fn within(mut self, from: Moment, until: Option<Moment>) -> Self {
        // A typed time has minutes: the minute of the start counts whole.
        let from = Moment(from.0 - from.0.rem_euclid(60_000_000));
        let is_in = |at: &Moment| *at >= from && until.is_none_or(|until| *at <= until);
        self.pressures.retain(|(at, _)| is_in(at));
        self.symptoms.retain(is_in);
        self.done.retain(is_in);
        self
    }

    /// The lowest systolic pressure.
    pub fn lowest(&self) -> Option<MmHg> {
        self.lowest_at().map(|(lowest, _)| lowest)
    }

    /// The same with when it was; of several as low the first.
    pub fn lowest_at(&self) -> Option<(MmHg, Moment)> {
        let systolic = self.pressures.iter().map(|(at, it)| (it.systolic, *at));
        systolic.min_by(|(one, at), (other, then)| one.0.total_cmp(&other.0).then(at.cmp(then)))
    }
}

/// The definition of the guidelines (EBPG, KDOQI; 6.7 % of sessions in PMC4769826): a fall of the systolic pressure by 20 mmHg and more, or of the mean by 10 and more,
/// **with** symptoms **and** an intervention. A fall alone is told and does not count; nor does a symptom or an intervention of another hour ([`NEAR`]). None without a reading
/// while it ran.
pub fn by_guideline(before: Pressure, seen: &Seen) -> Option<Guideline> {
    if seen.pressures.is_empty() {
        return None;
    }
    let fell = |it: &Pressure| {
        before.systolic.0 - it.systolic.0 >= FALL.0 || before.mean().0 - it.mean().0 >= FALL_OF_MEAN.0 - 1e-9
    };
    let near = |all: &[Moment], at: Moment| all.iter().any(|it| it.seconds_since(at).abs() <= NEAR * 60.0);
    let falls = seen.pressures.iter().filter(|(_, it)| fell(it));
    let each = falls.map(|(at, _)| match (near(&seen.symptoms, *at), near(&seen.done, *at)) {
        (true, true) => Guideline::Whole,
        (false, false) => Guideline::FallAlone,
        _ => Guideline::InPart,
    });
    Some(each.max().unwrap_or(Guideline::NoFall))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(minute: f64) -> Moment {
        Moment(0).plus_seconds(minute * 60.0)
    }

    /// Pressures a quarter of an hour apart.
    fn at(pressures: &[(f64, f64)]) -> Seen {
        let pressures = pressures.iter().enumerate();
        Seen {
            pressures: pressures
                .map(|(n, (above, below))| (minute(n as f64 * 15.0), Pressure::of(*above, *below)))
                .collect(),
            ..Seen::default()
        }
    }

    #[test]
    fn the_threshold_is_higher_for_who_comes_with_a_high_pressure() {
        for (before, lowest, is) in [
            (140.0, 89.0, true),
            (140.0, 90.0, false),
            (159.0, 95.0, false),
            (160.0, 99.0, true),
            (160.0, 100.0, false),
        ] {
            let found = by_nadir(MmHg(before), &at(&[(130.0, 70.0), (lowest, 50.0), (120.0, 70.0)])).unwrap();
            assert_eq!((found.nadir.0, found.is), (lowest, is), "{before} {lowest}");
        }
        assert_eq!(by_nadir(MmHg(140.0), &Seen::default()), None);
    }

    #[test]
    fn the_guideline_asks_for_a_fall_with_symptoms_and_an_intervention() {
        let before = Pressure::of(140.0, 80.0);
        let fell = at(&[(120.0, 76.0)]);
        let with = |seen: &Seen, symptom: Option<f64>, done: Option<f64>| {
            let seen = Seen {
                symptoms: symptom.map(minute).into_iter().collect(),
                done: done.map(minute).into_iter().collect(),
                ..seen.clone()
            };
            by_guideline(before, &seen)
        };
        for (symptom, done, expected) in [
            (Some(5.0), Some(10.0), Guideline::Whole),
            (Some(5.0), None, Guideline::InPart),
            (None, Some(10.0), Guideline::InPart),
            (None, None, Guideline::FallAlone),
        ] {
            assert_eq!(with(&fell, symptom, done), Some(expected));
        }
        let steady = at(&[(121.0, 80.0)]);
        assert_eq!(
            with(&steady, Some(0.0), Some(0.0)),
            Some(Guideline::NoFall),
            "19, and the mean by 6.3"
        );
        // The mean falls from 100 to 90 while the systolic pressure falls by 10 alone.
        let mean = at(&[(130.0, 70.0)]);
        assert_eq!(with(&mean, Some(0.0), Some(0.0)), Some(Guideline::Whole));
        assert_eq!(with(&Seen::default(), Some(0.0), Some(0.0)), None);
    }

    #[test]
    fn a_symptom_and_an_intervention_of_another_hour_are_not_of_this_fall() {
        let before = Pressure::of(140.0, 80.0);
        // It fell after an hour and a half; cramps after ten minutes, and saline at the end.
        let seen = Seen {
            pressures: vec![(minute(90.0), Pressure::of(110.0, 70.0))],
            symptoms: vec![minute(10.0)],
            done: vec![minute(230.0)],
        };
        assert_eq!(by_guideline(before, &seen), Some(Guideline::FallAlone));
        let near = Seen {
            symptoms: vec![minute(60.0)],
            done: vec![minute(120.0)],
            ..seen.clone()
        };
        assert_eq!(
            by_guideline(before, &near),
            Some(Guideline::Whole),
            "half an hour on each side"
        );
        let farther = Seen {
            symptoms: vec![minute(59.9)],
            ..near
        };
        assert_eq!(by_guideline(before, &farther), Some(Guideline::InPart));
    }

    #[test]
    fn what_is_found_after_the_end_is_no_fall_of_the_session() {
        let seen = Seen {
            pressures: vec![
                (minute(0.0), Pressure::of(130.0, 70.0)),
                (minute(240.0), Pressure::of(120.0, 70.0)),
                (minute(250.0), Pressure::of(84.0, 50.0)),
            ],
            symptoms: vec![minute(251.0)],
            done: vec![minute(252.0)],
        };
        let ran = seen.within(minute(0.5), Some(minute(240.0)));
        assert_eq!(ran.lowest(), Some(MmHg(120.0)), "the minute of the start counts whole");
        assert_eq!((ran.pressures.len(), ran.symptoms.len(), ran.done.len()), (2, 0, 0));
        assert!(!by_nadir(MmHg(140.0), &ran).unwrap().is);
    }

    #[test]
    fn the_lowest_pressure_says_when_it_was_first_as_low() {
        let twice = at(&[(130.0, 70.0), (96.0, 60.0), (110.0, 66.0), (96.0, 58.0)]);
        assert_eq!(twice.lowest_at(), Some((MmHg(96.0), minute(15.0))));
        assert_eq!(Seen::default().lowest_at(), None);
    }
}
