//! A typed number that cannot be: the sentence that says what would be right, and, of what is found on a patient, what was likely meant. Looked for is one slip alone, a decimal sign at another
//! place or left out. It is named and never put in: who typed says what it was.
//!
//! Only where every number in the range is about as large (a temperature, a pressure, a pulse), so that the digits say which it is. A goal, a volume, a dose or the composition of a fluid may be
//! wrong by its unit instead (2.4 for litres, 3.5 for milliequivalents), and a wrong number with good digits would be taken for it: of these only the range is said.

use crate::invalid::Invalid;
use crate::numbers::{fixed, rounded};

/// What must stand there, in `unit`.
pub fn ranged((low, high): (f64, f64), decimals: usize, unit: &str) -> String {
    let [from, to] = [low, high].map(|end| fixed(end, decimals));
    format!("Enter {from} to {to}\u{a0}{unit}.")
}

/// The same of what is found on a patient, with what `typed` was likely meant to be.
pub fn asked(typed: &str, range: (f64, f64), decimals: usize, unit: &str) -> String {
    let asked = ranged(range, decimals, unit);
    match meant(typed, range, decimals) {
        Some(meant) => format!("{asked} Did you mean {}?", fixed(meant, decimals)),
        None => asked,
    }
}

/// A number as people type it: a comma is a decimal sign too, and no letters; none for what two people would read differently ([`is_either`]).
pub fn plain(typed: &str) -> Option<f64> {
    if is_either(typed) {
        return None;
    }
    let typed = typed.trim().replace(',', ".");
    let mut signs = typed.chars();
    let is_plain = signs.all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | '-' | '+'));
    typed.parse().ok().filter(|value: &f64| is_plain && value.is_finite())
}

/// What is said of a comma that [may be either](is_either).
const EITHER: &str =
    "A comma before three digits can be read in two ways. For thousands leave it out; for decimals type a point.";

/// Whether a comma may mark thousands as well as decimals: `2,000` is two thousand to one reader and two to another, and a goal in millilitres would be either.
pub fn is_either(typed: &str) -> bool {
    let Some((whole, part)) = typed.trim().split_once(',') else {
        return false;
    };
    let whole = whole.trim_start_matches(['-', '\u{2212}', '+']);
    let is_digits = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
    (1..=3).contains(&whole.len()) && part.len() == 3 && is_digits(whole) && is_digits(part) && !whole.starts_with('0')
}

/// The sentence for a number that cannot be read: of a comma that may be either that, and else `wrong`.
pub fn unread(typed: &str, wrong: impl Into<String>) -> String {
    match is_either(typed) {
        true => EITHER.to_owned(),
        false => wrong.into(),
    }
}

/// The fault of a number in `field` that cannot be read ([`unread`]).
pub fn fault(field: &str, typed: &str, wrong: impl Into<String>) -> Invalid {
    Invalid::new(field, unread(typed, wrong))
}

/// The only number in the range that has the same digits with its decimal sign one or two places away; none where there is none, or several.
fn meant(typed: &str, (low, high): (f64, f64), decimals: usize) -> Option<f64> {
    let value = plain(typed)?;
    let is_written = |other: &f64| (rounded(*other, decimals) - other).abs() < 1e-9;
    let slipped = [value / 10.0, value * 10.0, value / 100.0, value * 100.0].into_iter();
    let mut others = slipped.filter(|other| (low..=high).contains(other) && is_written(other));
    others.next().filter(|_| others.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_slipped_is_named_and_nothing_is_guessed_beyond() {
        let body = |typed| meant(typed, (30.0, 43.0), 1);
        assert_eq!(body("367"), Some(36.7));
        assert_eq!(body("3,67"), Some(36.7));
        assert_eq!(body("3670"), Some(36.7), "by two places");
        for unknown in ["", "0", "99", "3e1", "x", "36,6,6", "-36", "36.66", "98.6"] {
            assert_eq!(body(unknown), None, "{unknown}");
        }
        // Of millimetres of mercury there are no tenths: what would have some is not what was meant.
        let pressure = |typed| meant(typed, (30.0, 300.0), 0);
        assert_eq!(
            (pressure("1200"), pressure("1.26"), pressure("1264")),
            (Some(120.0), Some(126.0), None)
        );
        assert_eq!(pressure("36.7"), None, "a temperature in the wrong field");
        assert_eq!(pressure("3000"), None, "300 or 30");
    }

    #[test]
    fn a_comma_that_may_mark_thousands_is_asked_about_and_never_read() {
        for either in ["2,000", " 1,250 ", "-14,005", "+2,000", "200,000"] {
            assert!(is_either(either), "{either}");
            assert_eq!(
                (plain(either), unread(either, "Else.")),
                (None, EITHER.to_owned()),
                "{either}"
            );
        }
        for (one, value) in [
            ("0,125", 0.125),
            ("2,5", 2.5),
            ("2,00", 2.0),
            ("2.000", 2.0),
            ("2000", 2_000.0),
            ("1234,567", 1_234.567),
        ] {
            assert_eq!((is_either(one), plain(one)), (false, Some(value)), "{one}");
        }
        for neither in ["2,000,000", "2,00x", "a,000", "2,000.5", "\u{ff12},000", ""] {
            assert_eq!(
                (plain(neither), unread(neither, "Else.")),
                (None, "Else.".to_owned()),
                "{neither}"
            );
        }
    }

    #[test]
    fn the_sentence_says_the_range_and_what_was_meant() {
        let asked = |typed| asked(typed, (30.0, 43.0), 1, "°C");
        assert_eq!(asked("367"), "Enter 30.0 to 43.0\u{a0}°C. Did you mean 36.7?");
        assert_eq!(asked("hot"), "Enter 30.0 to 43.0\u{a0}°C.");
    }
}
