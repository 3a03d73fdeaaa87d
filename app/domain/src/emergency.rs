//! Emergency openings ("break-glass"): a record opened for an hour without the usual relation, with a reason, told to the person and looked at afterwards.

use serde::{Deserialize, Serialize};

use crate::ids::{BreakGlassId, PatientId};
use crate::invalid::{Invalid, is_printable};
use crate::time::Moment;

/// How long a record stays open, in minutes: the promise to the patient, also a constraint of the database.
pub const OPEN_MINUTES: u32 = 60;
/// The shortest explanation, in characters: a word is none.
pub const FEWEST: usize = 10;
/// The longest explanation, in characters.
pub const MOST: usize = 1_000;

/// Why somebody opens a record in an emergency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The person is in danger of their life.
    LifeThreatening,
    /// The person cannot be asked.
    Unconscious,
    /// A colleague who treats them cannot come.
    CoveringColleague,
    /// They are being brought here from elsewhere.
    Transfer,
    /// Something else, which the words tell.
    Other,
}

impl Reason {
    /// Every reason, in the order of the list.
    pub const ALL: [Self; 5] = [
        Self::LifeThreatening,
        Self::Unconscious,
        Self::CoveringColleague,
        Self::Transfer,
        Self::Other,
    ];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LifeThreatening => "life_threatening",
            Self::Unconscious => "unconscious",
            Self::CoveringColleague => "covering_colleague",
            Self::Transfer => "transfer",
            Self::Other => "other",
        }
    }

    /// The reason of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// In the words of the list.
    pub const fn words(self) -> &'static str {
        match self {
            Self::LifeThreatening => "Danger to life",
            Self::Unconscious => "The person cannot be asked",
            Self::CoveringColleague => "I stand in for a colleague who treats them",
            Self::Transfer => "The person is being brought here",
            Self::Other => "Another reason, told below",
        }
    }
}

/// Reads the reason and the explanation of a form.
///
/// # Errors
/// A fault for each field that is missing, too short or too long.
pub fn parse(reason: &str, words: &str) -> Result<(Reason, String), Vec<Invalid>> {
    let words = words.trim();
    let length = words.chars().count();
    let mut faults = Vec::new();
    let reason = Reason::parse(reason);
    if reason.is_none() {
        faults.push(Invalid::new("reason", "Choose the reason from the list."));
    }
    if length < FEWEST {
        faults.push(Invalid::new(
            "words",
            "Say in a few words what has happened: at least ten characters. The patient and the privacy officer read it.",
        ));
    } else if length > MOST {
        faults.push(Invalid::new(
            "words",
            "The explanation is longer than 1,000 characters. Shorten it.",
        ));
    } else if !words.lines().all(is_printable) {
        faults.push(Invalid::new(
            "words",
            "The explanation holds signs that cannot be shown. Type it anew.",
        ));
    }
    match (reason, faults.is_empty()) {
        (Some(reason), true) => Ok((reason, words.to_owned())),
        _ => Err(faults),
    }
}

/// What whoever looked at an opening found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It was an emergency.
    Justified,
    /// It was none; what follows is decided outside of this program.
    NotJustified,
}

impl Verdict {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Justified, Self::NotJustified];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Justified => "justified",
            Self::NotJustified => "not_justified",
        }
    }

    /// The verdict of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.name() == name)
    }

    /// In the words of the pages.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Justified => "Justified",
            Self::NotJustified => "Not justified",
        }
    }
}

/// Who was told of an opening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// When.
    pub at: Moment,
    /// Whether the person was, in a portal: who has no account needs a letter. None for an opening from before that was noted, here and below.
    pub person: Option<bool>,
    /// How many who review it in the reader's hospital.
    pub reviewers: Option<u32>,
}

/// One opening in the queue of whoever reviews it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The opening.
    pub id: BreakGlassId,
    /// Whose record.
    pub patient: PatientId,
    /// Their number in the reviewer's hospital; none when they are not registered there.
    pub hospital_number: Option<String>,
    /// Who opened it.
    pub by: String,
    /// Where they work.
    pub hospital: String,
    /// Whether that is the reviewer.
    pub is_own: bool,
    /// Why.
    pub reason: Reason,
    /// In their words.
    pub words: String,
    /// When.
    pub opened_at: Moment,
    /// Until when it is open, or was.
    pub until: Moment,
    /// Who was told; none before that was tried.
    pub told: Option<Told>,
    /// How often the record was read meanwhile.
    pub reads: u32,
    /// What was found, by whom and when.
    pub review: Option<(Verdict, String, Moment)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_and_a_sentence_are_needed() {
        let fields = |reason: &str, words: &str| match parse(reason, words) {
            Err(faults) => faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>(),
            Ok(_) => Vec::new(),
        };
        assert_eq!(fields("", "help"), ["reason", "words"]);
        assert_eq!(fields("unconscious", "   a b c    "), ["words"]);
        assert_eq!(fields("unconscious", &"a".repeat(MOST + 1)), ["words"]);
        assert_eq!(fields("unconscious", "Found without a pulse\u{0}"), ["words"]);
        assert_eq!(
            parse("unconscious", " Found without\na pulse. "),
            Ok((Reason::Unconscious, "Found without\na pulse.".to_owned()))
        );
    }

    #[test]
    fn names_are_read_back() {
        for reason in Reason::ALL {
            assert_eq!(Reason::parse(reason.name()), Some(reason));
        }
        for verdict in Verdict::ALL {
            assert_eq!(Verdict::parse(verdict.name()), Some(verdict));
        }
    }
}
