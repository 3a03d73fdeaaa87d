//! Conversations of two: a doctor and a patient whom they treat, a doctor and the technician who keeps a machine that the doctor reads.
//!
//! | part | holds |
//! | --- | --- |
//! | [`Side`] | on which side of a conversation somebody stands |
//! | [`Line`], [`Receipt`] | a message as both see it, and what became of it |
//! | [`Draft`], [`typed`] | what is sent, read once at the door |
//! | [`found`] | whether a message holds what is sought |
//!
//! To add another pair: a [`Side`], its column in `chat_room`, its line in `chat_side_of_actor` (a migration), and in `hospital::chat::ties` who may begin it.

use crate::files::About;
use crate::ids::{MessageId, PatientId, UserId};
use crate::invalid::{Invalid, is_printable};
use crate::time::Moment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The longest message, in characters. A form takes 32 KiB, in which each character may take twelve bytes.
pub const LONGEST: usize = 2_000;
/// The longest question in a conversation, in characters.
pub const LONGEST_SOUGHT: usize = 120;

/// On which side of a conversation somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Treats the patient, or reads the machine.
    Doctor,
    /// Is treated.
    Patient,
    /// Keeps the machine.
    Technician,
}

impl Side {
    /// Every side.
    pub const ALL: [Self; 3] = [Self::Doctor, Self::Patient, Self::Technician];

    /// The name in the database and on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Doctor => "doctor",
            Self::Patient => "patient",
            Self::Technician => "technician",
        }
    }

    /// The side of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.name() == name)
    }
}

/// Who is here: a person of the staff by their account, a patient by their record, because the two may be one human being.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// Who works here.
    Staff(UserId),
    /// Who is cared for.
    Patient(PatientId),
}

/// What became of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Receipt {
    /// The hospital has it.
    #[default]
    Sent,
    /// It came to a screen of the other.
    Delivered(Moment),
    /// The other saw it.
    Read {
        /// When it came.
        delivered: Moment,
        /// When it was seen.
        read: Moment,
    },
}

impl Receipt {
    /// As a row says it.
    pub const fn of(delivered: Option<Moment>, read: Option<Moment>) -> Self {
        match (delivered, read) {
            (Some(delivered), Some(read)) => Self::Read { delivered, read },
            (None, Some(read)) => Self::Read { delivered: read, read },
            (Some(delivered), None) => Self::Delivered(delivered),
            (None, None) => Self::Sent,
        }
    }
}

/// To what another message a message refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refers {
    /// It answers that one.
    Answers(MessageId),
    /// It says anew what that one said; both stand.
    Corrects(MessageId),
}

/// A message as both see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: MessageId,
    /// Who wrote it.
    pub side: Side,
    /// When the hospital had it.
    pub at: Moment,
    /// What it says; none where the patient's key was destroyed.
    pub text: Option<String>,
    /// Whether a patient asks that somebody looks soon.
    pub is_urgent: bool,
    /// To what it refers.
    pub refers: Option<Refers>,
    /// The beginning of what it answers or corrects.
    pub quoted: Option<String>,
    /// Whether another one corrects it.
    pub is_corrected: bool,
    /// The picture or document that came with it.
    pub file: Option<About>,
    /// What became of it.
    pub receipt: Receipt,
}

/// What is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// As typed.
    pub text: String,
    /// Whether somebody has to look soon; a patient's to say.
    pub is_urgent: bool,
    /// What it answers.
    pub answers: Option<MessageId>,
    /// What it says anew.
    pub corrects: Option<MessageId>,
    /// The number that the sender gave it: sent twice, it stands once.
    pub key: Option<Uuid>,
}

/// Where a page of a conversation ends: before the message of this time and id.
pub type Before = (Moment, MessageId);

/// A message as it is kept: lines and paragraphs stay, what cannot be seen does not.
///
/// # Errors
/// One sentence that says what would be right, and never repeats what was typed.
pub fn typed(field: &str, text: &str) -> Result<String, Invalid> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let text = lines.join("\n").trim().to_owned();
    if text.is_empty() {
        return Err(Invalid::new(field, "Write something first."));
    }
    if text.chars().count() > LONGEST {
        return Err(Invalid::new(
            field,
            "Use at most 2000 characters. What is longer goes in two messages.",
        ));
    }
    // A joiner between two letters belongs to the writing of some languages and to many pictures; what turns the direction of others' text does not.
    let seen = |sign: char| {
        matches!(sign, '\n' | '\t' | '\u{200c}' | '\u{200d}') || is_printable(sign.encode_utf8(&mut [0; 4]))
    };
    match text.chars().all(seen) {
        true => Ok(text),
        false => Err(Invalid::new(field, "Some of these signs cannot be seen. Type it anew.")),
    }
}

/// Whether a message holds every word that is sought, whatever the case.
pub fn found(text: &str, sought: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = sought.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| text.contains(&word.to_lowercase()))
}

/// The beginning of a message, on one line: for a list, or where another answers it.
pub fn beginning(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() > most {
        true => line.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
        false => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_lines_and_loses_what_stands_around_them() {
        assert_eq!(
            typed("text", "  My legs cramped.  \r\n\r\nIs that normal? \n").as_deref(),
            Ok("My legs cramped.\n\nIs that normal?")
        );
        assert_eq!(typed("text", "هل هذا طبيعي؟").as_deref(), Ok("هل هذا طبيعي؟"));
        assert_eq!(typed("text", "👩\u{200d}⚕️").as_deref(), Ok("👩\u{200d}⚕️"));
        for wrong in ["", " \n\t ", "a\u{202e}b", "a\0b"] {
            assert!(typed("text", wrong).is_err(), "{wrong:?}");
        }
        assert!(typed("text", &"x".repeat(LONGEST)).is_ok());
        assert!(typed("text", &"x".repeat(LONGEST + 1)).is_err());
    }

    #[test]
    fn what_is_sought_is_found_whatever_the_case_and_nothing_finds_nothing() {
        assert!(found("Keep the Sevelamer with meals.", "sevelamer MEALS"));
        assert!(!found("Keep the Sevelamer with meals.", "sevelamer fasting"));
        assert!(!found("Anything", "  "));
    }

    #[test]
    fn a_receipt_says_the_last_that_became_of_it() {
        let (came, seen) = (Moment(1), Moment(2));
        assert_eq!(Receipt::of(None, None), Receipt::Sent);
        assert_eq!(Receipt::of(Some(came), None), Receipt::Delivered(came));
        assert_eq!(
            Receipt::of(Some(came), Some(seen)),
            Receipt::Read {
                delivered: came,
                read: seen
            }
        );
    }

    #[test]
    fn a_beginning_is_cut_between_signs() {
        assert_eq!(beginning("one\ntwo  three", 80), "one two three");
        assert_eq!(beginning("ééééé", 4), "ééé…");
    }

    #[test]
    fn every_side_is_found_by_its_name() {
        for side in Side::ALL {
            assert_eq!(Side::parse(side.name()), Some(side));
        }
    }
}
