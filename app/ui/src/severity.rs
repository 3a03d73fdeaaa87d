//! How urgent something is, as the page shows it: shape, word and colour together, never colour alone.

use crate::lang::{key, word};

/// The four looks of an alarm. `NoData` has no colour: nothing is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Technical or no data: dashed, crossed waves.
    NoData,
    /// Cyan, circle, steady.
    Low,
    /// Yellow, diamond, slow pulse.
    Medium,
    /// Red, triangle, quick pulse.
    High,
}

impl Severity {
    /// The end of class names (`bed--high`) and the name of the icon.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoData => "nodata",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// The icon of the sprite.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::NoData => "no-data",
            other => other.name(),
        }
    }

    /// The word for readers who do not see the shape.
    pub fn word(self) -> &'static str {
        word(match self {
            Self::NoData => key::NO_DATA,
            Self::Low => key::ALARM_LOW,
            Self::Medium => key::ALARM_MEDIUM,
            Self::High => key::ALARM_HIGH,
        })
    }
}
