//! A typed number that cannot be: the sentence that says what would be right, and what was likely meant. Looked for is one slip alone, a decimal sign at another place or left out. It is named
//! and never put in: who typed says what it was.

use crate::numbers::fixed;

/// What must stand there, in `unit`, and what `typed` was likely meant to be.
pub fn asked(typed: &str, (low, high): (f64, f64), decimals: usize, unit: &str) -> String {
    let [from, to] = [low, high].map(|end| fixed(end, decimals));
    let asked = format!("Enter {from} to {to}\u{a0}{unit}.");
    match meant(typed, (low, high), decimals) {
        Some(meant) => format!("{asked} Did you mean {}?", fixed(meant, decimals)),
        None => asked,
    }
}

/// A number as people type it: a comma is a decimal sign too, and no letters.
pub fn plain(typed: &str) -> Option<f64> {
    let typed = typed.trim().replace(',', ".");
    let mut signs = typed.chars();
    let is_plain = signs.all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | '-' | '+'));
    typed.parse().ok().filter(|value: &f64| is_plain && value.is_finite())
}

/// The only number in the range that has the same digits with its decimal sign one or two places away; or the one that is rounded to so many decimals. None where there is none, or several.
fn meant(typed: &str, (low, high): (f64, f64), decimals: usize) -> Option<f64> {
    let value = plain(typed)?;
    let rounded = |value: f64| {
        let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(0));
        (value * scale).round() / scale
    };
    let lies = |value: &f64| (low..=high).contains(value);
    if lies(&value) {
        return Some(rounded(value)).filter(lies);
    }
    let slipped = [value / 10.0, value * 10.0, value / 100.0, value * 100.0].into_iter();
    let mut others = slipped.filter(|other| lies(other) && (rounded(*other) - other).abs() < 1e-9);
    others.next().filter(|_| others.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_slipped_is_named_and_nothing_is_guessed_beyond() {
        let body = |typed| meant(typed, (25.0, 45.0), 1);
        assert_eq!(body("367"), Some(36.7));
        assert_eq!(body("3,67"), Some(36.7));
        assert_eq!(body("3670"), Some(36.7), "by two places");
        assert_eq!(body("36.66"), Some(36.7), "more decimals than are read");
        for unknown in ["", "0", "99", "3e1", "x", "36,6,6", "-36"] {
            assert_eq!(body(unknown), None, "{unknown}");
        }
        let weight = |typed| meant(typed, (20.0, 300.0), 1);
        assert_eq!(
            (weight("705"), weight("7.2"), weight("3000")),
            (Some(70.5), Some(72.0), None),
            "300 or 30"
        );
        // Of millimetres of mercury there are no tenths: what would have some is not what was meant.
        let pressure = |typed| meant(typed, (30.0, 300.0), 0);
        assert_eq!(
            (pressure("1200"), pressure("1.26"), pressure("1264")),
            (Some(120.0), Some(126.0), None)
        );
    }

    #[test]
    fn the_sentence_says_the_range_and_what_was_meant() {
        let asked = |typed| asked(typed, (25.0, 45.0), 1, "°C");
        assert_eq!(asked("367"), "Enter 25.0 to 45.0\u{a0}°C. Did you mean 36.7?");
        assert_eq!(asked("hot"), "Enter 25.0 to 45.0\u{a0}°C.");
    }
}
