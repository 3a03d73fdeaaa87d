//! What came with a machine on paper: of which kind, and until when it holds.

use serde::{Deserialize, Serialize};

use crate::invalid::Invalid;
use crate::patients::papers::{Day, day};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// How it is used and kept.
    Manual,
    /// That it may be used.
    Certificate,
    /// That it measures what it says.
    Calibration,
    /// Something else.
    Other,
}

impl DocumentKind {
    /// Every one, as a form offers them.
    pub const ALL: [Self; 4] = [Self::Manual, Self::Certificate, Self::Calibration, Self::Other];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Certificate => "certificate",
            Self::Calibration => "calibration",
            Self::Other => "other",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Manual => "Manual",
            Self::Certificate => "Certificate",
            Self::Calibration => "Calibration report",
            Self::Other => "Another document",
        }
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Reads of which kind a document is, and the last day on which it holds.
///
/// # Errors
/// A sentence for each field, `kind` and `valid_until`.
pub fn read(kind: &str, valid_until: &str) -> Result<(DocumentKind, Option<Day>), Vec<Invalid>> {
    let kind = DocumentKind::parse(kind).ok_or_else(|| Invalid::new("kind", "Choose what it is."));
    match (kind, day("valid_until", valid_until)) {
        (Ok(kind), Ok(until)) => Ok((kind, until)),
        (kind, until) => Err([kind.err(), until.err()].into_iter().flatten().collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_says_what_it_is_and_may_hold_for_ever() {
        assert_eq!(read("manual", ""), Ok((DocumentKind::Manual, None)));
        assert_eq!(
            read("calibration", "2029-12-31"),
            Ok((DocumentKind::Calibration, Some((2029, 12, 31))))
        );
        let fields = |faults: Vec<Invalid>| faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>();
        assert_eq!(fields(read("poem", "tomorrow").unwrap_err()), ["kind", "valid_until"]);
        for kind in DocumentKind::ALL {
            assert_eq!(DocumentKind::parse(kind.name()), Some(kind));
        }
    }
}
