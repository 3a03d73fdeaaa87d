//! What `verify` finds, each kind with its sentence. A new kind is a variant, its sentence, and the tampering that it is for in `tests/trace/tamper.rs` or `sets.rs`.

use std::fmt;

use domain::time::{Moment, rfc3339};
use uuid::Uuid;

use super::keys::hex;

/// What is wrong with the trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A row is not what was sealed.
    Changed(i64, Uuid),
    /// A row was sealed and is gone.
    Removed(i64, Uuid),
    /// Places are missing in the middle of the chain, from the first to the last.
    Gap(i64, i64),
    /// The end of the chain was cut off: places from the first to the last, the entry at the last, and when it was noted.
    CutOff(i64, i64, Uuid, Moment),
    /// A row that the house did not write, and when it says that it happened.
    PutIn(Uuid, Moment),
    /// A row is whole, but not the one that was sealed at this place.
    Moved(i64, Uuid),
    /// The chain up to this place is not the one that was signed then.
    Rewritten(i64, Moment),
    /// A row that the house wrote and the sealer was made to pass over.
    PassedOver(Uuid),
    /// A row is hidden from one of the people it is about, or from the hospital that finds it by them.
    Hidden(Uuid),
    /// A row stands in the list of somebody whom it is not about, or is gone and stands there still.
    Listed(Uuid),
    /// The lists of the people of a set, which many rows name, are not those of the set.
    SetDiffers(Vec<u8>),
    /// The lists are not those of the rows, and which line it is cannot be told.
    ListsDiffer,
    /// A line of the checkpoints is not one that we signed.
    Forged(usize),
    /// A line of the checkpoints is behind the one before it: the end of the chain was lost then.
    Back(usize),
    /// There is a chain and no checkpoint.
    NoCheckpoint,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(place, entry) => write!(f, "place {place}: entry {entry} was changed after it was sealed"),
            Self::Removed(place, entry) => write!(f, "place {place}: entry {entry} was removed"),
            Self::Gap(first, last) => write!(f, "places {first} to {last}: removed from the chain"),
            Self::CutOff(first, last, entry, at) => write!(
                f,
                "places {first} to {last}: the end of the chain was removed; its last entry was {entry}, noted on {}",
                rfc3339(*at)
            ),
            Self::PutIn(entry, at) => write!(
                f,
                "entry {entry} of {} was put in: Wardlight did not write it",
                rfc3339(*at)
            ),
            Self::Moved(place, entry) => write!(
                f,
                "place {place}: entry {entry} is whole, but not what was sealed here: it was moved, or the chain was rewritten"
            ),
            Self::Rewritten(place, at) => write!(
                f,
                "place {place}: the chain is not the one that was signed on {}: it was rewritten",
                rfc3339(*at)
            ),
            Self::PassedOver(entry) => write!(
                f,
                "entry {entry} was never sealed, and what came more than a minute after it was: somebody took it out of the sealer's way"
            ),
            Self::Hidden(entry) => write!(
                f,
                "entry {entry} was hidden from a person whom it is about, or from its hospital's search"
            ),
            Self::Listed(entry) => write!(
                f,
                "entry {entry} stands in the list of a person whom it is not about, or it is gone"
            ),
            Self::SetDiffers(set) => write!(
                f,
                "set {} was hidden from a person who is in it, or stands in the list of one who is not: every entry that names it is told wrongly",
                hex(set)
            ),
            Self::ListsDiffer => f.write_str("the lists of who is in which entry are not those of the entries"),
            Self::Forged(line) => write!(f, "line {line} of the checkpoints was not signed by this house"),
            Self::Back(line) => write!(
                f,
                "line {line} of the checkpoints is behind the line before it: the end of the chain was lost before that"
            ),
            Self::NoCheckpoint => f.write_str(
                "there is no checkpoint: a chain that was rewritten or cut off could not be told from this one",
            ),
        }
    }
}
