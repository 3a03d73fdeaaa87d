//! A patient in a bed or a chair calls their nurse: what it is about, how far a call is, and what may follow.
//!
//! A call goes only forward. It waits until somebody of the ward takes it and says that they come; who helped closes it. The patient takes it back while it is open. The bell at the bed stays
//! what it is: nothing here takes its place.
//!
//! # Adding something that it may be about
//! A variant of [`About`], its name in the constraint `nurse_call_about_known` (a migration), and its words (`app::forms::calls`).

/// How far a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Nobody has taken it.
    Waiting,
    /// Somebody comes.
    Taken,
    /// Somebody was there.
    Closed,
    /// The patient took it back.
    Cancelled,
}

impl Stage {
    /// Every stage, in the order in which they come.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Taken, Self::Closed, Self::Cancelled];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Taken => "taken",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The stage of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// Whether nothing more happens.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Closed | Self::Cancelled)
    }

    /// Whether `next` may follow: nobody closes a call to which nobody came.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Waiting, Self::Taken) | (Self::Taken, Self::Closed) | (Self::Waiting | Self::Taken, Self::Cancelled)
        )
    }
}

/// What a call is about, where the patient says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// They are in pain.
    Pain,
    /// They need help to move.
    Move,
    /// The machine beside them.
    Machine,
    /// Something else.
    Other,
}

impl About {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Pain, Self::Move, Self::Machine, Self::Other];

    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pain => "pain",
            Self::Move => "move",
            Self::Machine => "machine",
            Self::Other => "other",
        }
    }

    /// The one of that name. What a form says beside that is no reason to lose a call: it is then about nothing in particular.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.name() == name)
    }
}

/// How a call was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// Whoever came helped.
    Helped,
    /// It was passed on to somebody else.
    PassedOn,
    /// Nothing was needed.
    NotNeeded,
}

impl How {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Helped, Self::PassedOn, Self::NotNeeded];

    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::PassedOn => "passed_on",
            Self::NotNeeded => "not_needed",
        }
    }

    /// The one of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for stage in Stage::ALL {
            assert_eq!(Stage::parse(stage.name()), Some(stage));
        }
        for about in About::ALL {
            assert_eq!(About::parse(about.name()), Some(about));
        }
        for how in How::ALL {
            assert_eq!(How::parse(how.name()), Some(how));
        }
        assert_eq!(Stage::parse("of_a_later_version"), None);
        assert_eq!(About::parse(""), None);
    }

    #[test]
    fn a_call_goes_forward_and_ends() {
        let may = |from: Stage| {
            Stage::ALL
                .into_iter()
                .filter(move |next| from.may_become(*next))
                .collect::<Vec<_>>()
        };
        assert_eq!(may(Stage::Waiting), [Stage::Taken, Stage::Cancelled]);
        assert_eq!(may(Stage::Taken), [Stage::Closed, Stage::Cancelled]);
        for end in [Stage::Closed, Stage::Cancelled] {
            assert!(end.is_final() && may(end).is_empty());
        }
    }
}
