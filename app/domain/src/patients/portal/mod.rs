//! What a patient's portal shows: switched on or off by their hospital, with parts of the record hidden by name (C9, C20, C22), and single records closed by a
//! flag or not yet far enough to be shown (C21).
//!
//! | file | holds |
//! | --- | --- |
//! | `mod.rs` | the parts, and the portal of one patient as their hospital keeps it |
//! | `records.rs` | flag and status of one record: [`RecordKind::shows`] |
//! | `text_size.rs` | [`TextSize`]: how large somebody reads |
//! | `view.rs` | [`View`]: what one reader is shown; what leaves the server passes through it |
//!
//! To add a part: a line in [`Section`], and what [`View`] takes away when it is hidden; the page that shows it asks [`View::shows`], and so does the verb that
//! gathers it. To add a kind of record: a line in [`RecordKind`], and the verb that lists such records asks [`View::shows_record`].

mod records;
mod text_size;
mod view;

use serde::{Deserialize, Serialize};

use crate::time::Moment;

pub use records::{RecordKind, Status};
pub use text_size::TextSize;
pub use view::{Acting, View};

/// A part of a record that the portal can show or hide, and that a proxy can be let into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Values as measured now.
    Values,
    /// The drawn day.
    Trend,
    /// The early warning score.
    Score,
    /// Alarms and who answered them.
    Alarms,
    /// Every reading in a list.
    Readings,
    /// Allergies, conditions, medicines, operations.
    Background,
    /// How they are reached, and who pays.
    Contacts,
    /// Their dialysis: when and where, the session that runs, weights.
    Dialysis,
}

impl Section {
    /// Every part.
    pub const ALL: [Self; 8] = [
        Self::Values,
        Self::Trend,
        Self::Score,
        Self::Alarms,
        Self::Readings,
        Self::Background,
        Self::Contacts,
        Self::Dialysis,
    ];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Values => "values",
            Self::Trend => "trend",
            Self::Score => "score",
            Self::Alarms => "alarms",
            Self::Readings => "readings",
            Self::Background => "background",
            Self::Contacts => "contacts",
            Self::Dialysis => "dialysis",
        }
    }

    /// The part of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }

    /// In the words of the pages.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Values => "Values now",
            Self::Trend => "The last day, drawn",
            Self::Score => "Early warning score",
            Self::Alarms => "Alarms",
            Self::Readings => "List of readings",
            Self::Background => "Allergies, illnesses, medicines and operations",
            Self::Contacts => "Contacts and insurance",
            Self::Dialysis => "Dialysis sessions and weights",
        }
    }
}

/// The portal of one patient in one hospital.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portal {
    /// Whether it is switched on; off answers 403.
    pub is_open: bool,
    /// Parts that it does not show.
    pub hidden: Vec<Section>,
    /// When the hospital last changed any of it, single records included; none when it never did. Open pages of the portal begin anew when it moves.
    pub changed_at: Option<Moment>,
}

impl Portal {
    /// As it is where nobody has said otherwise: on, and whole.
    pub const fn open() -> Self {
        Self {
            is_open: true,
            hidden: Vec::new(),
            changed_at: None,
        }
    }

    /// Whether `section` is shown to the person.
    pub fn shows(&self, section: Section) -> bool {
        self.is_open && !self.hidden.contains(&section)
    }

    /// The parts that are shown, of those in `wanted` (what a proxy was let into; all, for the person).
    pub fn shown(&self, wanted: &[Section]) -> Vec<Section> {
        wanted.iter().copied().filter(|section| self.shows(*section)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_hidden_from_a_proxy_too() {
        let portal = Portal {
            is_open: true,
            hidden: vec![Section::Alarms],
            changed_at: None,
        };
        assert_eq!(portal.shown(&[Section::Values, Section::Alarms]), [Section::Values]);
        assert!(!portal.shows(Section::Alarms) && portal.shows(Section::Readings));
    }

    #[test]
    fn a_portal_that_is_off_shows_nothing() {
        let portal = Portal {
            is_open: false,
            ..Portal::open()
        };
        assert!(portal.shown(&Section::ALL).is_empty());
    }

    #[test]
    fn every_part_has_a_name_of_its_own() {
        for section in Section::ALL {
            assert_eq!(Section::parse(section.name()), Some(section));
        }
        assert_eq!(Section::parse("everything"), None);
    }
}
