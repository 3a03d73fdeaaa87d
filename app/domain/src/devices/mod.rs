//! Machines that are kept: what they are, what is done to them, and why one may not be used.
//!
//! | module | holds |
//! | --- | --- |
//! | [`unfit`] | the reasons for which a machine is not used, as the database answers them |
//! | [`papers`] | what a machine is: name, maker, serial, ward, dates |
//! | [`upkeep`] | work that comes again by day or by hours run, and a piece of it as done |
//! | [`documents`] | what came with a machine on paper |
//! | [`disinfection`] | what was done, and whether it passed |
//! | [`water`] | what is tested in the water for dialysis and in the fluids made of it, the limits with their sources |
//! | [`figures`] | what a machine did day by day: how ready, how complete, how late |
//!
//! # Adding a reason for which a machine is not used
//! A variant of [`unfit::Unfit`], its word in the SQL function `device_unfit_at` (a migration), and a line in the test that refuses for each.

pub mod disinfection;
pub mod documents;
pub mod figures;
pub mod papers;
pub mod unfit;
pub mod upkeep;
pub mod water;

use crate::invalid::{Invalid, is_printable};
use crate::patients::papers::Day;
use crate::slip;
use crate::time::read_clock;

/// A text that may stay empty, of at most so many characters.
fn maybe(field: &str, typed: &str, longest: usize) -> Result<Option<String>, Invalid> {
    let given = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match given.chars().count() {
        0 => Ok(None),
        long if long > longest => Err(Invalid::new(field, format!("Use at most {longest} characters here."))),
        _ if !is_printable(&given) => Err(Invalid::new(field, "Some of these signs cannot be seen. Type it anew.")),
        _ => Ok(Some(given)),
    }
}

/// A number as people type it, with a point or a comma, within a range; nothing for what is empty.
fn decimal(
    field: &str,
    typed: &str,
    range: std::ops::RangeInclusive<f64>,
    right: &str,
) -> Result<Option<f64>, Invalid> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match slip::plain(typed) {
        Some(value) if range.contains(&value) => Ok(Some(value)),
        _ => Err(slip::fault(field, typed, right)),
    }
}

/// A whole number within a range; nothing for what is empty.
fn whole(field: &str, typed: &str, range: std::ops::RangeInclusive<i32>, right: &str) -> Result<Option<i32>, Invalid> {
    match typed.trim() {
        "" => Ok(None),
        text => match text.parse::<i32>() {
            Ok(value) if range.contains(&value) => Ok(Some(value)),
            _ => Err(Invalid::new(field, right)),
        },
    }
}

/// Why something is done: three characters at least, in one or two lines.
pub fn reason(field: &str, typed: &str) -> Result<String, Invalid> {
    match maybe(field, typed, 500)? {
        Some(text) if text.chars().count() >= 3 => Ok(text),
        _ => Err(Invalid::new(field, "Say why, in a few words.")),
    }
}

/// When something was done, on the clock of the hospital: a day, and an hour and minute. Nothing for "now".
pub type When = Option<(Day, (u8, u8))>;

/// Reads a day and a time that were typed apart; both empty mean now.
pub fn when(day: &str, clock: &str) -> Result<When, Invalid> {
    let on = crate::patients::papers::day("on", day)?;
    let at = match clock.trim() {
        "" => None,
        text => Some(read_clock(text).ok_or_else(|| Invalid::new("at", "Enter the time as 24 hours, such as 06:40."))?),
    };
    match (on, at) {
        (None, None) => Ok(None),
        (Some(on), Some(at)) => Ok(Some((on, at))),
        (Some(_), None) => Err(Invalid::new("at", "Enter the time, too, such as 06:40.")),
        (None, Some(_)) => Err(Invalid::new("on", "Enter the day, too.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_with_a_point_or_a_comma_and_never_beyond_its_range() {
        let read = |typed: &str| decimal("value", typed, 0.0..=100.0, "Enter 0 to 100.");
        assert_eq!(read("0,25"), Ok(Some(0.25)));
        assert_eq!(read(" 12.5 "), Ok(Some(12.5)));
        assert_eq!(read(""), Ok(None));
        for wrong in ["-1", "101", "1e1", "NaN", "inf", "1.2.3", "a"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn now_is_a_day_and_a_time_that_stay_empty_together() {
        assert_eq!(when("", ""), Ok(None));
        assert_eq!(when("2026-11-20", "6:40"), Ok(Some(((2026, 11, 20), (6, 40)))));
        assert_eq!(when("2026-11-20", "").unwrap_err().field, "at");
        assert_eq!(when("", "06:40").unwrap_err().field, "on");
        assert_eq!(when("2026-11-20", "26:40").unwrap_err().field, "at");
    }
}
