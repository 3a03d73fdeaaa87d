//! Two records of one person, joined: what people write of it, and what every page of the one says of the other.

use serde::{Deserialize, Serialize};

use crate::invalid::{Invalid, is_printable};
use crate::time::Moment;

/// A record that is joined to another in the reader's hospital.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinedHere {
    /// Its number.
    pub number: String,
    /// As staff call them.
    pub name: String,
    /// Since when.
    pub at: Moment,
}

/// The shortest reason and the longest, in signs.
const LONG: std::ops::RangeInclusive<usize> = 10..=500;

/// Why two records are joined, or taken apart: a sentence that somebody understands a year later.
///
/// # Errors
/// Invalid at `field` for less than ten signs, more than 500, or signs that cannot be seen.
pub fn reason(field: &str, typed: &str) -> Result<String, Invalid> {
    let given = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match given.chars().count() {
        long if !LONG.contains(&long) => Err(Invalid::new(field, "Say why in 10 to 500 characters.")),
        _ if !is_printable(&given) => Err(Invalid::new(field, "Some of these signs cannot be seen. Type it anew.")),
        _ => Ok(given),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_a_sentence() {
        assert_eq!(
            reason("reason", "  Same card,\n same mother. "),
            Ok("Same card, same mother.".to_owned())
        );
        for wrong in ["", "same      ", "one two\u{202e}three four"] {
            assert!(reason("reason", wrong).is_err(), "{wrong}");
        }
        assert!(reason("reason", &"x".repeat(501)).is_err());
    }
}
