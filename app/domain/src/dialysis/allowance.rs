//! How much may be drunk until the next treatment, so that it can be taken there at a rate that is borne.
//!
//! "FA = (desired UFR × sessional duration × TW) ÷ interdialytic interval + urine output" (fluid allowance calculator of the Department of Nephrology, Barwon Health: abstract of
//! the annual scientific meeting of the Australian and New Zealand Society of Nephrology). Water that is lost through skin and breath is left out there and here: that
//! errs to the safe side. The interval is in days there, and of less than one it says nothing: divided by half a day an amount would be told that is twice what can be taken. So within a day
//! the whole amount is told and none for a day. The source names no least amount, so the floor here is nothing: where no tenth of a litre is left, no number is told ([`Told::Nothing`]).

use serde::{Deserialize, Serialize};

use super::Guard;
use super::quantities::{Kilograms, Millilitres, Minutes, MlPerKgHour};

/// The rate from which the allowance is worked out: [`super::uf::WARN`], the one that needs no warning.
pub const AIMED: MlPerKgHour = super::uf::WARN;

/// What may be drunk.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Allowance {
    /// Until the next treatment, all of it.
    pub whole: Millilitres,
    /// A day; within less than one, the whole: what is told of a day is never more than can be taken.
    pub daily: Millilitres,
    /// How long it is for, in days.
    pub days: f64,
    /// What is left of the whole after what was gained by now; below zero when more was drunk. None without a weight of today.
    pub left: Option<Millilitres>,
}

/// What is told of it, rounded down to a tenth of a litre: that is what a page writes, and rounded up it would be more than can be taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    /// So much a day.
    Daily(Millilitres),
    /// So much in all: the next treatment is less than a day after the last one.
    InAll(Millilitres),
    /// No tenth of a litre: what was left last time is as much as the next treatment can take, or close to it.
    Nothing,
}

impl Allowance {
    /// What is told of it.
    pub fn told(&self) -> Told {
        let is_within_a_day = self.days < 1.0;
        let amount = if is_within_a_day { self.whole } else { self.daily };
        let amount = Millilitres((amount.0 / 100.0 + 1e-9).floor() * 100.0);
        match (amount.0 > 0.0, is_within_a_day) {
            (false, _) => Told::Nothing,
            (true, true) => Told::InAll(amount),
            (true, false) => Told::Daily(amount),
        }
    }
}

/// What may be drunk over `days` until the next treatment of `time`: at most what is taken of `dry` in that time, and what the kidneys make, less what was left last time. Taken at
/// `bound`, the most that is prescribed for these people, and never faster than [`AIMED`]. `above` is how far the weight after the last treatment was above the dry weight: each kilogram of it
/// is a litre that the next treatment has to take besides; below the dry weight nothing is added. `gained` is the weight now less the weight after the last treatment, of which each
/// kilogram is a litre that was drunk and not passed.
///
/// # Errors
/// [`Guard::Weight`] without a dry weight, [`Guard::Time`] without a time, [`Guard::Schedule`] for no days or more than a week.
pub fn allowance(
    dry: Kilograms,
    time: Minutes,
    bound: MlPerKgHour,
    days: f64,
    urine_a_day: Millilitres,
    (above, gained): (Kilograms, Option<Kilograms>),
) -> Result<Allowance, Guard> {
    if !(dry.0.is_finite() && dry.0 > 0.0) {
        return Err(Guard::Weight);
    }
    if !(time.0.is_finite() && time.0 > 0.0) {
        return Err(Guard::Time);
    }
    if !(days > 0.0 && days <= 7.0) {
        return Err(Guard::Schedule);
    }
    if !(bound.0 > 0.0 && urine_a_day.0 >= 0.0) {
        return Err(Guard::Volume);
    }
    if !above.0.is_finite() {
        return Err(Guard::Weight);
    }
    let left_over = above.0.max(0.0) * 1_000.0;
    let taken = (bound.0.min(AIMED.0) * time.hours() * dry.0 - left_over).max(0.0);
    let whole = taken + urine_a_day.0 * days;
    Ok(Allowance {
        whole: Millilitres(whole),
        daily: Millilitres(whole / days.max(1.0)),
        days,
        left: gained.map(|gained| Millilitres(taken - gained.0 * 1_000.0)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(days: f64, urine: f64, gained: Option<f64>) -> Result<Allowance, Guard> {
        let gained = gained.map(Kilograms);
        with(AIMED, 0.0, days, urine, gained)
    }

    fn with(
        bound: MlPerKgHour,
        above: f64,
        days: f64,
        urine: f64,
        gained: Option<Kilograms>,
    ) -> Result<Allowance, Guard> {
        let weights = (Kilograms(above), gained);
        allowance(
            Kilograms(70.0),
            Minutes(240.0),
            bound,
            days,
            Millilitres(urine),
            weights,
        )
    }

    #[test]
    fn less_is_prescribed_for_some_and_what_was_left_last_time_is_taken_first() {
        // 8 mL/kg/h × 4 h × 70 kg = 2 240 mL over two days; 13 is never aimed at, whatever is prescribed.
        let slow = with(MlPerKgHour(8.0), 0.0, 2.0, 0.0, None).unwrap();
        assert_eq!((slow.whole.0, slow.daily.0), (2_240.0, 1_120.0));
        assert_eq!(slow.told(), Told::Daily(Millilitres(1_100.0)), "rounded down");
        assert_eq!(with(MlPerKgHour(13.0), 0.0, 2.0, 0.0, None), example(2.0, 0.0, None));
        // He went home 1.3 kg above his dry weight: 2 800 − 1 300 = 1 500 mL.
        let heavy = with(AIMED, 1.3, 2.0, 0.0, Some(Kilograms(1.0))).unwrap();
        assert_eq!((heavy.whole.0, heavy.daily.0), (1_500.0, 750.0));
        assert_eq!(heavy.left, Some(Millilitres(500.0)));
        // More than can be taken was left: nothing may be drunk beyond what the kidneys make.
        assert_eq!(with(AIMED, 4.0, 2.0, 500.0, None).unwrap().daily.0, 500.0);
        // Below the dry weight nothing is added.
        assert_eq!(with(AIMED, -1.0, 2.0, 0.0, None), example(2.0, 0.0, None));
        assert_eq!(with(AIMED, f64::NAN, 2.0, 0.0, None), Err(Guard::Weight));
    }

    #[test]
    fn what_can_be_taken_next_time_and_what_is_passed_may_be_drunk() {
        // 10 mL/kg/h × 4 h × 70 kg = 2 800 mL over two days.
        let two_days = example(2.0, 0.0, None).unwrap();
        assert_eq!(
            (two_days.whole.0, two_days.daily.0, two_days.left),
            (2_800.0, 1_400.0, None)
        );
        // Over the long weekend 933 mL a day, and half a litre of urine.
        let weekend = example(3.0, 500.0, Some(1.2)).unwrap();
        assert!((weekend.daily.0 - 1_433.3).abs() < 0.1, "{}", weekend.daily.0);
        assert_eq!(weekend.told(), Told::Daily(Millilitres(1_400.0)));
        assert_eq!(weekend.left, Some(Millilitres(1_600.0)));
        assert_eq!(example(2.0, 0.0, Some(3.0)).unwrap().left, Some(Millilitres(-200.0)));
    }

    #[test]
    fn within_a_day_the_whole_is_told_and_never_more() {
        // The next treatment begins 12 hours after the last one: what it can take is 2.8 L, and 5.6 L a day is no amount for anybody.
        let half = example(0.5, 0.0, None).unwrap();
        assert_eq!((half.whole.0, half.daily.0), (2_800.0, 2_800.0));
        assert_eq!(half.told(), Told::InAll(Millilitres(2_800.0)));
        for days in [0.01, 0.25, 0.999, 1.0, 1.5, 7.0] {
            for urine in [0.0, 700.0] {
                let one = example(days, urine, None).unwrap();
                assert!(
                    one.daily.0 <= one.whole.0 && one.daily.0 <= 2_800.0 / days + urine,
                    "{days} {urine}"
                );
            }
        }
        assert_eq!(
            example(1.0, 0.0, None).unwrap().told(),
            Told::Daily(Millilitres(2_800.0))
        );
    }

    #[test]
    fn no_number_is_told_where_nothing_is_left() {
        // Interrupted: 2.8 kg above the dry weight is all that the next one can take.
        for days in [0.5, 2.0] {
            assert_eq!(
                with(AIMED, 2.8, days, 0.0, None).unwrap().told(),
                Told::Nothing,
                "{days}"
            );
            assert_eq!(
                with(AIMED, 4.0, days, 0.0, None).unwrap().told(),
                Told::Nothing,
                "{days}"
            );
        }
        // 150 mL over two days are no tenth of a litre a day; 300 mL are.
        assert_eq!(with(AIMED, 2.65, 2.0, 0.0, None).unwrap().told(), Told::Nothing);
        let little = with(AIMED, 2.5, 2.0, 0.0, None).unwrap();
        assert_eq!(little.told(), Told::Daily(Millilitres(100.0)));
        // Who passes water may drink as much.
        let passes = with(AIMED, 4.0, 2.0, 500.0, None).unwrap();
        assert_eq!(passes.told(), Told::Daily(Millilitres(500.0)));
    }

    #[test]
    fn a_guard_says_why_there_is_none() {
        assert_eq!(example(0.0, 0.0, None), Err(Guard::Schedule));
        assert_eq!(example(8.0, 0.0, None), Err(Guard::Schedule));
        assert_eq!(example(2.0, -1.0, None), Err(Guard::Volume));
        let no_weight = allowance(
            Kilograms(0.0),
            Minutes(240.0),
            AIMED,
            2.0,
            Millilitres(0.0),
            (Kilograms(0.0), None),
        );
        assert_eq!(no_weight, Err(Guard::Weight));
    }
}
