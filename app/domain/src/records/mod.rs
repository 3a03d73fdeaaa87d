//! The background of a patient, as every chart needs it: what they do not bear, what must be known first, what they live with, what they take, what was operated.

pub mod allergies;
pub mod conditions;
pub mod dated;
pub mod flags;
pub mod medicines;
pub mod surgeries;

use crate::invalid::{Invalid, is_printable};

pub use allergies::{Allergies, Allergy, Severity};
pub use dated::Dated;
pub use flags::{Flag, FlagKind};

/// The longest free text.
const LONGEST: usize = 500;

/// A text that may stay empty.
fn maybe(field: &str, typed: &str) -> Result<Option<String>, Invalid> {
    let given = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match given.chars().count() {
        0 => Ok(None),
        long if long > LONGEST => Err(Invalid::new(field, "Use at most 500 characters here.")),
        _ if !is_printable(&given) => Err(Invalid::new(field, "Some of these signs cannot be seen. Type it anew.")),
        _ => Ok(Some(given)),
    }
}

/// A year that may stay empty and has begun.
fn year(field: &str, typed: &str, this_year: i32) -> Result<Option<i32>, Invalid> {
    match typed.trim() {
        "" => Ok(None),
        text => match text.parse() {
            Ok(year) if text.len() == 4 && (1900..=this_year).contains(&year) => Ok(Some(year)),
            _ => Err(Invalid::new(
                field,
                "Enter a year of four digits that has begun, such as 2019.",
            )),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_and_a_year_may_stay_empty_and_are_checked_when_they_do_not() {
        assert_eq!(maybe("note", "  "), Ok(None));
        assert_eq!(maybe("note", " left\n side "), Ok(Some("left side".to_owned())));
        assert!(maybe("note", &"x".repeat(501)).is_err() && maybe("note", "a\u{202e}b").is_err());
        assert_eq!(year("since_year", "", 2026), Ok(None));
        assert_eq!(year("since_year", " 2019 ", 2026), Ok(Some(2019)));
        for wrong in ["2027", "19", "1899", "abcd", "+201"] {
            assert!(year("since_year", wrong, 2026).is_err(), "{wrong}");
        }
    }
}
