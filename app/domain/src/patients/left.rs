//! That somebody is a patient of a hospital no longer.

use serde::{Deserialize, Serialize};

use crate::time::Moment;

/// They are a patient here no longer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// When that was written down; none where nobody wrote it.
    pub at: Option<Moment>,
    /// The word why, as the database keeps it; empty where nobody wrote it.
    pub because: String,
}

impl Left {
    /// Whether they have died.
    pub fn is_dead(&self) -> bool {
        self.because == "died"
    }
}
