//! What becomes of a refresh token that is presented.
//!
//! Tokens that grow from one sign-in are a family. Each is good for one exchange: it is spent, and a successor lives. When an answer is lost on the way, the
//! program holds a spent token whose successor nobody has; so that one is answered again, and the successor nobody used is killed. Whatever else comes
//! twice was copied: the family ends, for the thief and for the owner, and the owner is told.
//!
//! ```text
//! Live ──presented──► Spent ──presented, successor unused──► Spent (the successor is killed, another lives)
//!                       └────presented, successor used─────► the family ends
//! Killed ──presented───────────────────────────────────────► the family ends
//! ```
//!
//! Pure: the database serialises who asks and remembers (`hospital::tokens`), this decides.

use crate::time::Moment;

/// How long a token may lie unused, in seconds: 30 days (`design/security.md` A2, "refresh 30 days idle / 90 days absolute").
pub const IDLE: i64 = 30 * 86_400;
/// How long a family lives at the most, in seconds: 90 days (the same place).
pub const ABSOLUTE: i64 = 90 * 86_400;

/// Where a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has not been exchanged yet.
    Live,
    /// It was exchanged.
    Spent {
        /// Whether somebody has used what it was exchanged for.
        successor_used: bool,
    },
    /// Its predecessor was answered again, and it was never used.
    Killed,
}

/// A token that is presented, with what matters of its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presented {
    /// Where it stands.
    pub state: State,
    /// When it was issued.
    pub issued_at: Moment,
    /// When its family began.
    pub began_at: Moment,
    /// Whether its family has ended.
    pub family_ended: bool,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Spend it; issue a successor.
    Rotate,
    /// Kill its unused successor; issue another.
    AnswerAgain,
    /// Refuse: its time is over.
    TooOld,
    /// Refuse: the family has ended already.
    Over,
    /// Refuse, end the family, and tell its owner: it was copied.
    Reused,
}

impl Presented {
    /// What is to be done with it at `now`.
    ///
    /// A copied token is found out also when it is too old to be exchanged: that it was copied matters more.
    pub fn judge(self, now: Moment) -> Verdict {
        let old =
            now.seconds_since(self.issued_at) >= IDLE as f64 || now.seconds_since(self.began_at) >= ABSOLUTE as f64;
        match self.state {
            _ if self.family_ended => Verdict::Over,
            State::Killed | State::Spent { successor_used: true } => Verdict::Reused,
            State::Live | State::Spent { successor_used: false } if old => Verdict::TooOld,
            State::Live => Verdict::Rotate,
            State::Spent { successor_used: false } => Verdict::AnswerAgain,
        }
    }

    /// When a family that began then, whose newest token is issued `now`, ends at the latest if nobody comes.
    pub fn ends_at(began_at: Moment, now: Moment) -> Moment {
        now.plus_seconds(IDLE as f64)
            .min(began_at.plus_seconds(ABSOLUTE as f64))
    }
}

#[cfg(test)]
mod tests;
