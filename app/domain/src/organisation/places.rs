//! What an administrator types of a ward, a bed and a chair. Each reads all of its fields and names every fault.

use serde::Deserialize;

use crate::devices::reason;
use crate::invalid::Invalid;
use crate::typed;

/// The longest name of a ward, in characters.
pub const WARD_NAME: usize = 60;
/// The longest name of a chair, in characters (`station_name_form`).
pub const CHAIR_NAME: usize = 40;
/// The highest number of a bed: four digits fit on a card of the board.
pub const HIGHEST_BED: i16 = 9_999;

fn short(field: &str, what: &str, text: &str, longest: usize) -> Result<String, Invalid> {
    let name = typed::name(field, what, text)?;
    match name.chars().count() > longest {
        true => Err(Invalid::new(field, format!("Use at most {longest} characters here."))),
        false => Ok(name),
    }
}

/// The name of a ward.
///
/// # Errors
/// What would be right.
pub fn ward_name(text: &str) -> Result<String, Invalid> {
    short("name", "the name of the ward", text, WARD_NAME)
}

/// The number of a bed in its ward; none asks for the next one.
///
/// # Errors
/// What would be right.
pub fn bed_number(text: &str) -> Result<Option<i16>, Invalid> {
    match text.trim() {
        "" => Ok(None),
        given => match given.parse::<i16>() {
            Ok(number) if (1..=HIGHEST_BED).contains(&number) => Ok(Some(number)),
            _ => Err(Invalid::new("number", "Enter a number from 1 to 9999.")),
        },
    }
}

/// Why a place is retired.
///
/// # Errors
/// What would be right.
pub fn why(text: &str) -> Result<String, Invalid> {
    reason("reason", text)
}

/// A chair as typed. A box that is not ticked sends nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ChairTyped {
    /// What it is called.
    pub name: String,
    /// Whether it is for whoever carries what others must not get.
    pub isolation: String,
    /// Whether water and machine are good enough for haemodiafiltration there.
    pub hdf: String,
}

/// A chair that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chair {
    /// What it is called.
    pub name: String,
    /// For whoever carries what others must not get.
    pub isolation: bool,
    /// Good enough for haemodiafiltration.
    pub hdf: bool,
}

impl ChairTyped {
    /// Reads it.
    ///
    /// # Errors
    /// What would be right.
    pub fn read(&self) -> Result<Chair, Invalid> {
        Ok(Chair {
            name: short("name", "the name of the chair", &self.name, CHAIR_NAME)?,
            isolation: self.isolation == "true",
            hdf: self.hdf == "true",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ward_has_a_name_that_fits() {
        assert_eq!(ward_name("  Dialysis   West ").unwrap(), "Dialysis West");
        assert_eq!(ward_name("a".repeat(WARD_NAME).as_str()).unwrap().len(), WARD_NAME);
        for wrong in ["", "  ", "a\u{0}b", &"a".repeat(WARD_NAME + 1)] {
            assert_eq!(ward_name(wrong).unwrap_err().field, "name", "{wrong:?}");
        }
    }

    #[test]
    fn a_bed_has_a_number_or_gets_the_next() {
        assert_eq!(bed_number(" ").unwrap(), None);
        assert_eq!(bed_number(" 12 ").unwrap(), Some(12));
        assert_eq!(bed_number("9999").unwrap(), Some(9_999));
        for wrong in ["0", "-1", "10000", "3a", "1.5"] {
            assert!(bed_number(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_chair_is_kept_apart_only_when_somebody_ticks_it() {
        let plain = ChairTyped {
            name: "D-09".into(),
            ..ChairTyped::default()
        };
        let chair = plain.read().unwrap();
        assert_eq!((chair.isolation, chair.hdf), (false, false));
        let apart = ChairTyped {
            isolation: "true".into(),
            ..plain.clone()
        };
        assert!(apart.read().unwrap().isolation);
        let long = ChairTyped {
            name: "D".repeat(CHAIR_NAME + 1),
            ..plain
        };
        assert!(long.read().is_err());
    }

    #[test]
    fn a_reason_says_something() {
        assert!(why("no").is_err());
        assert_eq!(why(" Moved  to the new wing ").unwrap(), "Moved to the new wing");
    }
}
