//! A patient in a bed or a chair calls their nurse: what it is about, how far a call is, and what may follow.
//!
//! A call waits until somebody takes it and says that they come; who helped closes it. Who cannot come after all gives it back, and where nobody has come the patient says so: then it waits anew, and
//! everybody is told again. The patient takes it back while it is open. The bell at the bed stays what it is: nothing here takes its place.
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

    /// Whether `next` may follow: nobody closes a call to which nobody came, and one that was taken may wait anew.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Waiting, Self::Taken)
                | (Self::Taken, Self::Closed | Self::Waiting)
                | (Self::Waiting | Self::Taken, Self::Cancelled)
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

/// Who was told of a call that waits, since it waits: what the patient may rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Heard {
    /// Nurses who are on duty on the ward.
    Nurses,
    /// No nurse of the ward, but somebody who is on call.
    OnCall,
    /// Nobody: there is only the bell.
    Nobody,
}

impl Heard {
    /// The one of that name in the database (`call_heard`). Whatever else it may say tells nobody that somebody heard.
    pub fn parse(name: &str) -> Self {
        match name {
            "nurses" => Self::Nurses,
            "on_call" => Self::OnCall,
            _ => Self::Nobody,
        }
    }
}

/// How a call was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// Whoever came helped.
    Helped,
    /// Nothing was needed.
    NotNeeded,
}

impl How {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Helped, Self::NotNeeded];

    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::NotNeeded => "not_needed",
        }
    }

    /// The one of that name; none of what this version closes no call with.
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
        assert_eq!(How::parse("passed_on"), None, "who passes a call on gives it back");
        let heard = ["nurses", "on_call", "nobody", "of_a_later_version"].map(Heard::parse);
        assert_eq!(heard, [Heard::Nurses, Heard::OnCall, Heard::Nobody, Heard::Nobody]);
    }

    #[test]
    fn a_call_goes_forward_or_waits_anew_and_ends() {
        let may = |from: Stage| {
            Stage::ALL
                .into_iter()
                .filter(move |next| from.may_become(*next))
                .collect::<Vec<_>>()
        };
        assert_eq!(may(Stage::Waiting), [Stage::Taken, Stage::Cancelled]);
        assert_eq!(may(Stage::Taken), [Stage::Waiting, Stage::Closed, Stage::Cancelled]);
        for end in [Stage::Closed, Stage::Cancelled] {
            assert!(end.is_final() && may(end).is_empty());
        }
    }
}
