//! Why a machine is not used. The database decides (`device_unfit`, `device_unfit_to_book`, `device_unfit_for`), so that no page, program or job passes by it.

use serde::{Deserialize, Serialize};

/// The first reason that holds, in the order of this list. The last two are asked only for who is given fluid into the blood, or has ultrapure fluid prescribed (`device_unfit_for`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfit {
    /// There is no such machine.
    Unknown,
    /// It is not in use any more.
    Inactive,
    /// It is out of service.
    Maintenance,
    /// Work that must be done first is overdue.
    Overdue,
    /// Its last disinfection failed.
    Disinfection,
    /// It was never disinfected, not since the last treatment on it ended, or longer ago than its hospital says.
    DisinfectionDue,
    /// The newest test of its ward's water is over a limit, at one of the points where it is drawn.
    WaterFailed,
    /// The water of its ward has no test that is still valid.
    WaterMissing,
    /// The newest test of its ward's ultrapure or substitution fluid is over a limit, at one of the points where it is drawn.
    UltrapureFailed,
    /// The ultrapure fluid of its ward has no test that is still valid.
    UltrapureMissing,
}

impl Unfit {
    /// Every reason.
    pub const ALL: [Self; 10] = [
        Self::Unknown,
        Self::Inactive,
        Self::Maintenance,
        Self::Overdue,
        Self::Disinfection,
        Self::DisinfectionDue,
        Self::WaterFailed,
        Self::WaterMissing,
        Self::UltrapureFailed,
        Self::UltrapureMissing,
    ];

    /// The word that the database answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Inactive => "inactive",
            Self::Maintenance => "maintenance",
            Self::Overdue => "overdue",
            Self::Disinfection => "disinfection",
            Self::DisinfectionDue => "disinfection_due",
            Self::WaterFailed => "water_failed",
            Self::WaterMissing => "water_missing",
            Self::UltrapureFailed => "ultrapure_failed",
            Self::UltrapureMissing => "ultrapure_missing",
        }
    }

    /// The reason of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// As pages say it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Unknown => "There is no such machine.",
            Self::Inactive => "This machine is not in use any more.",
            Self::Maintenance => "This machine is out of service.",
            Self::Overdue => "Maintenance of this machine is overdue.",
            Self::Disinfection => "The last disinfection of this machine failed.",
            Self::DisinfectionDue => {
                "This machine was not disinfected since the last treatment on it, or too long ago."
            }
            Self::WaterFailed => "A water test of this ward is over its limit.",
            Self::WaterMissing => "The water of this ward has no valid test.",
            Self::UltrapureFailed => {
                "Ultrapure fluid is prescribed, and a test of ultrapure or substitution fluid of this ward is over its limit."
            }
            Self::UltrapureMissing => {
                "Ultrapure fluid is prescribed, and the ultrapure dialysis fluid of this ward has no valid test."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_is_found_by_its_word_and_says_something_of_its_own() {
        let mut said = std::collections::BTreeSet::new();
        for reason in Unfit::ALL {
            assert_eq!(Unfit::parse(reason.name()), Some(reason));
            assert!(said.insert(reason.words()), "{reason:?}");
        }
        assert_eq!(Unfit::parse("tired"), None);
    }
}
