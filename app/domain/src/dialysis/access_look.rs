//! A look at the access while blood runs: whether place and line are in sight, and what was found. A needle that comes out does not always make the machine stop (the low-pressure alarm
//! "does not exclude needle dislodgement": `spec/clinical.md`, venous pressure), so somebody looks. What is known of the access itself, its thrill or its flow, is an assessment
//! ([`super::access`]).

use serde::{Deserialize, Serialize};

use super::named::named;
use super::read::Reader;
use crate::invalid::Invalid;

named! {
    /// What was found.
    Found {
        /// Nothing is wrong.
        Fine = "fine",
        /// It bleeds.
        Bleeding = "bleeding",
        /// It swells.
        Swelling = "swelling",
        /// A needle has moved.
        NeedleMoved = "needle_moved",
        /// A connection or what holds the line is loose.
        LineLoose = "line_loose",
        /// Something else, which the note tells.
        Other = "other",
    }
}

/// One look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessLook {
    /// Whether nothing covers the place and the line.
    pub in_sight: bool,
    /// What was found.
    pub found: Found,
    /// What else.
    pub note: Option<String>,
}

impl AccessLook {
    /// Whether nobody has to do anything about it.
    pub fn is_fine(&self) -> bool {
        self.in_sight && self.found == Found::Fine
    }
}

/// A look as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// `yes` or `no`.
    pub in_sight: String,
    /// [`Found`] by its name.
    pub found: String,
    /// Text.
    pub note: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 3] {
        [
            ("in_sight", &self.in_sight),
            ("found", &self.found),
            ("note", &self.note),
        ]
    }

    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing.
    pub fn read(&self) -> Result<AccessLook, Vec<Invalid>> {
        let mut it = Reader::default();
        let read = AccessLook {
            in_sight: it.answer("in_sight", &self.in_sight),
            found: it.one("found", &self.found, Found::parse, Found::Other),
            note: it.maybe_text("note", &self.note, 500),
        };
        if Found::parse(self.found.trim()) == Some(Found::Other) && read.note.is_none() {
            it.fault("note", "Say what was found.");
        }
        it.done(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(in_sight: &str, found: &str, note: &str) -> Typed {
        Typed {
            in_sight: in_sight.into(),
            found: found.into(),
            note: note.into(),
        }
    }

    #[test]
    fn a_look_says_whether_it_is_in_sight_and_what_was_found() {
        let fields =
            |typed: Typed| -> Vec<String> { typed.read().unwrap_err().into_iter().map(|fault| fault.field).collect() };
        assert_eq!(fields(Typed::default()), ["in_sight", "found"]);
        assert_eq!(fields(typed("yes", "other", " ")), ["note"]);
        assert!(typed("yes", "fine", "").read().unwrap().is_fine());
    }

    #[test]
    fn what_is_covered_is_not_fine_and_neither_is_what_bleeds() {
        assert!(!typed("no", "fine", "").read().unwrap().is_fine());
        for found in Found::ALL.iter().filter(|found| **found != Found::Fine) {
            let look = typed("yes", found.name(), "at the venous needle").read().unwrap();
            assert!(!look.is_fine(), "{found:?}");
        }
    }
}
