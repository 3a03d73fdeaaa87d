//! The life of a session as states that hold their own facts; a step takes the state and answers the next one or why not.
//!
//! ```text
//! booked ──► checked in ──► running ──► closed ──────► signed (and amended, as often as needed)
//!    │            │            └──────► interrupted ──► signed
//!    ├──► did not attend
//!    └──► cancelled ◄─┘
//! ```
//!
//! The database says the same with its triggers, and decides; this is the model of it. Random walks hold the one against the other (`server/tests/dialysis/walks.rs`).
//!
//! # Adding a step
//! An arm of [`Stage::may`], a method of [`Session`] that takes `self`, its refusals, the trigger in `migrations`, and the step in both walks.

mod refused;
mod stage;

use serde::{Deserialize, Serialize};

use super::after::After;
use super::before::Before;
use crate::ids::UserId;
use crate::time::Moment;

pub use refused::Refused;
pub use stage::{Absence, CalledOff, Early, Stage};

/// Who did it and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Moment,
}

/// Somebody is here: what was looked at so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckedIn {
    /// Who received them.
    pub arrived: Done,
    /// What was found, the newest, and who looked.
    pub look: Option<(Before, Done)>,
    /// Who looked a second time at that.
    pub confirmed: Option<Done>,
}

/// Blood runs: nothing of what had to be there is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Running {
    /// Who received them.
    pub arrived: Done,
    /// What was found, and who looked.
    pub look: (Before, Done),
    /// Who looked a second time.
    pub confirmed: Done,
    /// Who connected them.
    pub started: Done,
    /// Why more is taken in an hour than the prescription bounds; none where it is not.
    pub above_rate_because: Option<String>,
}

/// Blood runs no longer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ended {
    /// How it ran.
    pub run: Running,
    /// Who disconnected them.
    pub ended: Done,
    /// Why before its time; none: at its end.
    pub early: Option<(Early, Option<String>)>,
    /// What was found afterwards, the newest, and who looked.
    pub after: Option<(After, Done)>,
}

/// A doctor's name stands under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signed {
    /// How it ran.
    pub run: Running,
    /// Who disconnected them.
    pub ended: Done,
    /// Why before its time; none: at its end.
    pub early: Option<(Early, Option<String>)>,
    /// What was found afterwards, and who looked.
    pub after: (After, Done),
    /// Who signed.
    pub signed: Done,
    /// What was wrong and what is right, the oldest first.
    pub amendments: Vec<Amendment>,
}

/// What was wrong in what was signed, and what is right: both are read for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// Who wrote it and when.
    pub done: Done,
    /// What was wrong, as it reads.
    pub old_text: String,
    /// What is right.
    pub new_text: String,
    /// Why.
    pub reason: String,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Session {
    /// Planned, by whom.
    Booked(Done),
    /// They are here.
    CheckedIn(Box<CheckedIn>),
    /// Blood runs.
    Running(Box<Running>),
    /// Blood runs no longer: closed, or interrupted where it says why.
    Ended(Box<Ended>),
    /// Signed.
    Signed(Box<Signed>),
    /// They did not come: who says so, why, what else.
    DidNotAttend(Done, Absence, Option<String>),
    /// Called off: who says so, why, what else.
    Cancelled(Done, CalledOff, Option<String>),
}

impl Session {
    /// Where it is.
    pub fn stage(&self) -> Stage {
        match self {
            Self::Booked(_) => Stage::Booked,
            Self::CheckedIn(_) => Stage::CheckedIn,
            Self::Running(_) => Stage::Running,
            Self::Ended(it) if it.early.is_some() => Stage::Interrupted,
            Self::Ended(_) => Stage::Closed,
            Self::Signed(_) => Stage::Signed,
            Self::DidNotAttend(..) => Stage::DidNotAttend,
            Self::Cancelled(..) => Stage::Cancelled,
        }
    }

    /// What was done last.
    pub fn last(&self) -> Done {
        match self {
            Self::Booked(done) | Self::DidNotAttend(done, ..) | Self::Cancelled(done, ..) => *done,
            Self::CheckedIn(it) => {
                let looked = it.look.as_ref().map(|(_, done)| *done);
                it.confirmed.or(looked).unwrap_or(it.arrived)
            }
            Self::Running(it) => it.started,
            Self::Ended(it) => it.after.as_ref().map_or(it.ended, |(_, done)| *done),
            Self::Signed(it) => it.amendments.last().map_or(it.signed, |amendment| amendment.done),
        }
    }

    fn follows(&self, done: Done) -> Result<(), Refused> {
        if done.at < self.last().at {
            Err(Refused::BeforeTheLast)
        } else {
            Ok(())
        }
    }

    /// They are here.
    ///
    /// # Errors
    /// [`Refused::NotNow`], [`Refused::BeforeTheLast`], as every step; further ones are named at each.
    pub fn check_in(self, done: Done) -> Result<Self, Refused> {
        match self {
            // People come before the time for which they are booked, never before somebody booked it.
            Self::Booked(_) => {
                self.follows(done)?;
                Ok(Self::CheckedIn(Box::new(CheckedIn {
                    arrived: done,
                    look: None,
                    confirmed: None,
                })))
            }
            other => Err(Refused::NotNow(other.stage())),
        }
    }

    /// They did not come.
    ///
    /// # Errors
    /// [`Refused::NotTold`] where the reason is another and no note says which.
    pub fn did_not_attend(self, done: Done, why: Absence, note: Option<String>) -> Result<Self, Refused> {
        match self {
            Self::Booked(_) => {
                self.follows(done)?;
                told(why == Absence::Other, note.as_ref())?;
                Ok(Self::DidNotAttend(done, why, note))
            }
            other => Err(Refused::NotNow(other.stage())),
        }
    }

    /// It is called off.
    ///
    /// # Errors
    /// [`Refused::NotTold`] where the reason is another and no note says which.
    pub fn cancel(self, done: Done, why: CalledOff, note: Option<String>) -> Result<Self, Refused> {
        match self {
            Self::Booked(_) | Self::CheckedIn(_) => {
                self.follows(done)?;
                told(why == CalledOff::Other, note.as_ref())?;
                Ok(Self::Cancelled(done, why, note))
            }
            other => Err(Refused::NotNow(other.stage())),
        }
    }

    /// What was looked at before the start. The newest counts, and a second look at an older one does not.
    ///
    /// # Errors
    /// As every step.
    pub fn look(self, found: Before, done: Done) -> Result<Self, Refused> {
        self.follows(done)?;
        match self {
            Self::CheckedIn(it) => Ok(Self::CheckedIn(Box::new(CheckedIn {
                look: Some((found, done)),
                confirmed: None,
                ..*it
            }))),
            other => Err(Refused::NotNow(other.stage())),
        }
    }

    /// A second person has looked at the same, once.
    ///
    /// # Errors
    /// [`Refused::NotLooked`], [`Refused::SamePerson`].
    pub fn confirm(self, done: Done) -> Result<Self, Refused> {
        self.follows(done)?;
        match self {
            Self::CheckedIn(it) if it.confirmed.is_some() => Err(Refused::NotNow(Stage::CheckedIn)),
            Self::CheckedIn(it) => {
                let (_, first) = it.look.as_ref().ok_or(Refused::NotLooked)?;
                if first.by == done.by {
                    return Err(Refused::SamePerson);
                }
                Ok(Self::CheckedIn(Box::new(CheckedIn {
                    confirmed: Some(done),
                    ..*it
                })))
            }
            other => Err(Refused::NotNow(other.stage())),
        }
    }

    /// Blood runs. `is_above` says that more would be taken in an hour than the prescription bounds ([`super::uf::Plan::is_above`]); `because` why that is right today.
    ///
    /// # Errors
    /// [`Refused::NotLooked`], [`Refused::NotFit`], [`Refused::NotConfirmed`], [`Refused::AboveRate`].
    pub fn start(self, done: Done, is_above: bool, because: Option<String>) -> Result<Self, Refused> {
        self.follows(done)?;
        match self {
            Self::CheckedIn(it) => {
                let CheckedIn {
                    arrived,
                    look,
                    confirmed,
                } = *it;
                let look = look.ok_or(Refused::NotLooked)?;
                if let Some(gap) = look.0.gaps().first() {
                    return Err(Refused::NotFit(*gap));
                }
                let confirmed = confirmed.ok_or(Refused::NotConfirmed)?;
                let because = because.filter(|words| is_above && !words.trim().is_empty());
                if is_above && because.is_none() {
                    return Err(Refused::AboveRate);
                }
                Ok(Self::Running(Box::new(Running {
                    arrived,
                    look,
                    confirmed,
                    started: done,
                    above_rate_because: because,
                })))
            }
            other => Err(Refused::NotNow(other.stage())),
        }
    }

    /// Blood runs no longer: at the end, or before it for a reason.
    ///
    /// # Errors
    /// [`Refused::NotTold`] where the reason is another and no note says which.
    pub fn end(self, done: Done, early: Option<(Early, Option<String>)>) -> Result<Self, Refused> {
        self.follows(done)?;
        match self {
            Self::Running(run) => {
                if let Some((why, note)) = &early {
                    told(*why == Early::Other, note.as_ref())?;
                }
                if done.at <= run.started.at {
                    return Err(Refused::BeforeTheLast);
                }
                Ok(Self::Ended(Box::new(Ended {
                    run: *run,
                    ended: done,
                    early,
                    after: None,
                })))
            }
            other => Err(Refused::NotNow(other.stage())),
        }
    }

    /// What was found afterwards. The newest counts.
    ///
    /// # Errors
    /// As every step.
    pub fn look_afterwards(self, found: After, done: Done) -> Result<Self, Refused> {
        self.follows(done)?;
        match self {
            Self::Ended(it) => Ok(Self::Ended(Box::new(Ended {
                after: Some((found, done)),
                ..*it
            }))),
            other => Err(Refused::NotNow(other.stage())),
        }
    }

    /// A doctor signs: nothing changes from here.
    ///
    /// # Errors
    /// [`Refused::NotLookedAfterwards`].
    pub fn sign(self, done: Done) -> Result<Self, Refused> {
        self.follows(done)?;
        match self {
            Self::Ended(it) => {
                let Ended {
                    run,
                    ended,
                    early,
                    after,
                } = *it;
                Ok(Self::Signed(Box::new(Signed {
                    run,
                    ended,
                    early,
                    after: after.ok_or(Refused::NotLookedAfterwards)?,
                    signed: done,
                    amendments: Vec::new(),
                })))
            }
            other => Err(Refused::NotNow(other.stage())),
        }
    }

    /// What was signed is put right: both texts stay.
    ///
    /// # Errors
    /// [`Refused::NothingAmended`].
    pub fn amend(self, amendment: Amendment) -> Result<Self, Refused> {
        self.follows(amendment.done)?;
        match self {
            Self::Signed(mut it) => {
                let texts = [&amendment.old_text, &amendment.new_text, &amendment.reason];
                let is_whole = texts.iter().all(|text| !text.trim().is_empty());
                if !is_whole || amendment.old_text.trim() == amendment.new_text.trim() {
                    return Err(Refused::NothingAmended);
                }
                it.amendments.push(amendment);
                Ok(Self::Signed(it))
            }
            other => Err(Refused::NotNow(other.stage())),
        }
    }
}

/// Another reason needs words.
fn told(is_other: bool, note: Option<&String>) -> Result<(), Refused> {
    let is_said = note.is_some_and(|words| !words.trim().is_empty());
    if is_other && !is_said {
        Err(Refused::NotTold)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
