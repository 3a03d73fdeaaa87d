//! When a blood pressure in a treatment counts as too low: two definitions, both shown, because they find different people.

use serde::{Deserialize, Serialize};

use super::before::Pressure;
use super::named::named;
use super::quantities::MmHg;

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
pub fn by_nadir(before: MmHg, during: &[Pressure]) -> Option<ByNadir> {
    let nadir = during.iter().map(|it| it.systolic.0).min_by(f64::total_cmp).map(MmHg)?;
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

/// The definition of the guidelines (EBPG, KDOQI; 6.7 % of sessions in PMC4769826): a fall of the systolic pressure by 20 mmHg and more, or of the mean by 10 and more,
/// **with** symptoms **and** an intervention. A fall alone is told and does not count. None without a reading while it ran.
pub fn by_guideline(
    before: Pressure,
    during: &[Pressure],
    has_symptom: bool,
    has_intervention: bool,
) -> Option<Guideline> {
    if during.is_empty() {
        return None;
    }
    let fell = |it: &Pressure| {
        before.systolic.0 - it.systolic.0 >= FALL.0 || before.mean().0 - it.mean().0 >= FALL_OF_MEAN.0 - 1e-9
    };
    Some(match (during.iter().any(fell), has_symptom, has_intervention) {
        (false, ..) => Guideline::NoFall,
        (true, true, true) => Guideline::Whole,
        (true, false, false) => Guideline::FallAlone,
        (true, ..) => Guideline::InPart,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(pressures: &[(f64, f64)]) -> Vec<Pressure> {
        pressures
            .iter()
            .map(|(above, below)| Pressure::of(*above, *below))
            .collect()
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
        assert_eq!(by_nadir(MmHg(140.0), &[]), None);
    }

    #[test]
    fn the_guideline_asks_for_a_fall_with_symptoms_and_an_intervention() {
        let before = Pressure::of(140.0, 80.0);
        let fell = at(&[(120.0, 76.0)]);
        for (symptom, done, expected) in [
            (true, true, Guideline::Whole),
            (true, false, Guideline::InPart),
            (false, true, Guideline::InPart),
            (false, false, Guideline::FallAlone),
        ] {
            assert_eq!(by_guideline(before, &fell, symptom, done), Some(expected));
        }
        let steady = at(&[(121.0, 80.0)]);
        assert_eq!(
            by_guideline(before, &steady, true, true),
            Some(Guideline::NoFall),
            "19, and the mean by 6.3"
        );
        // The mean falls from 100 to 90 while the systolic pressure falls by 10 alone.
        let mean = at(&[(130.0, 70.0)]);
        assert_eq!(by_guideline(before, &mean, true, true), Some(Guideline::Whole));
        assert_eq!(by_guideline(before, &[], true, true), None);
    }
}
