//! Why a step was not taken, in sentences.

use std::fmt;

use super::super::before::Gap;
use super::Stage;

/// Why a step was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It does not follow on where the session is.
    NotNow(Stage),
    /// It would lie before what was done last.
    BeforeTheLast,
    /// Nothing was looked at yet.
    NotLooked,
    /// What was found stands in the way.
    NotFit(Gap),
    /// Nobody has looked a second time.
    NotConfirmed,
    /// The second look is somebody else's than the first.
    SamePerson,
    /// More would be taken in an hour than the prescription bounds, and nobody said why.
    AboveRate,
    /// What was found afterwards is missing.
    NotLookedAfterwards,
    /// What happened needs words.
    NotTold,
    /// Both texts are the same, or one is missing, or the reason is.
    NothingAmended,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotNow(_) => "The session is at another point by now. Load the page again.",
            Self::BeforeTheLast => "This lies before what was done last. Check the time.",
            Self::NotLooked => "Write down first what was looked at before the start.",
            Self::NotFit(Gap::SelfTest) => "The machine has not passed its own test.",
            Self::NotFit(Gap::Conductivity) => {
                "The conductivity of the dialysate is not between 12.5 and 15.5\u{a0}mS/cm."
            }
            Self::NotFit(Gap::Access) => "The access cannot be used.",
            Self::NotFit(Gap::Consent) => "They do not agree to be treated.",
            Self::NotConfirmed => "A second person has to look at the patient, the machine and the prescription.",
            Self::SamePerson => "The second look has to be somebody else's than the first.",
            Self::AboveRate => {
                "More would be taken in an hour than the prescription allows. Say why, take less or treat longer."
            }
            Self::NotLookedAfterwards => "Write down first what was found after the treatment.",
            Self::NotTold => "Say in a few words what it was.",
            Self::NothingAmended => "Write what was wrong, what is right and why.",
        })
    }
}

impl std::error::Error for Refused {}
