//! Chart 4 of NEWS2 (Royal College of Physicians, 2017): how often to measure again, and who comes.

use serde::{Deserialize, Serialize};

use crate::time::Moment;

/// The clinical risk of a score, as the thresholds and triggers of NEWS2 name it (chart 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// 0 to 4.
    Low,
    /// 3 in one parameter.
    LowMedium,
    /// 5 or 6.
    Medium,
    /// 7 or more.
    High,
}

impl Risk {
    /// The words on a page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::LowMedium => "Low to medium",
            Self::Medium => "Medium",
            Self::High => "High",
        }
    }
}

/// What a score asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response {
    /// The clinical risk.
    pub risk: Risk,
    /// How often to measure, in words.
    pub every: &'static str,
    /// Who does what, in words.
    pub words: &'static str,
    /// The longest time to the next measuring in seconds; `None` is continuous.
    pub interval: Option<u32>,
}

impl Response {
    /// The interval in seconds; `None` is continuous.
    pub fn interval_seconds(&self) -> Option<f64> {
        self.interval.map(f64::from)
    }

    /// When to measure again at the latest after a score made at `scored_at`; `None` is continuously.
    pub fn next_due(&self, scored_at: Moment) -> Option<Moment> {
        self.interval_seconds().map(|seconds| scored_at.plus_seconds(seconds))
    }
}

/// What chart 4 asks for after this score.
pub const fn response(score: u8, three_in_one: bool) -> Response {
    match (score, three_in_one) {
        (7.., _) => Response {
            risk: Risk::High,
            every: "continuously",
            words: "Emergency assessment by the critical care team",
            interval: None,
        },
        (5 | 6, _) => Response {
            risk: Risk::Medium,
            every: "every hour",
            words: "Urgent review by a clinician or the acute team",
            interval: Some(3_600),
        },
        (_, true) => Response {
            risk: Risk::LowMedium,
            every: "every hour",
            words: "The nurse informs the medical team, which reviews",
            interval: Some(3_600),
        },
        (1..=4, false) => Response {
            risk: Risk::Low,
            every: "every 4 to 6 h",
            words: "The nurse assesses and decides on more frequent monitoring",
            interval: Some(6 * 3_600),
        },
        (0, false) => Response {
            risk: Risk::Low,
            every: "every 12 h",
            words: "Routine monitoring continues",
            interval: Some(12 * 3_600),
        },
    }
}
