//! Values at which somebody must act now. One is reported, somebody else reads it back, what was done is written: a loop that is seen until it is closed.
//!
//! | part | holds |
//! | --- | --- |
//! | [`State`] | how far a loop is, and what may follow |
//! | [`beyond`] | whether a value lies beyond a published limit |
//! | [`same`] | whether two numbers are one, however they are written |
//! | [`typed`] | what is typed: a report, a value read back, what was done, why one is withdrawn |
//!
//! A value is kept as it was typed, as a decimal number; nothing here rounds one. Which limits are published says the server (`hospital::critical`), and there are no others: a value that
//! is not beyond one is reported with the reason why somebody must act.
//!
//! To add a state: a variant of [`State`], what may follow in [`State::may_become`], its name in the constraint `critical_value_state_known` and in the rule of the table that goes only
//! forward (a migration), and its words.

mod listed;
pub mod typed;

pub use self::listed::{code_of, listed};
pub use crate::alerts::Side;

/// How far a loop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Reported; nobody has read it back.
    Open,
    /// Somebody else has read the same value back.
    Read,
    /// What was done is written.
    Closed,
    /// It was reported by mistake.
    Withdrawn,
}

impl State {
    /// Every state, in the order in which they come.
    pub const ALL: [Self; 4] = [Self::Open, Self::Read, Self::Closed, Self::Withdrawn];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Read => "read",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether nothing more happens.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Closed | Self::Withdrawn)
    }

    /// Whether `next` may follow: a loop goes only forward, and is closed by nobody who has not heard it.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Open, Self::Read) | (Self::Read, Self::Closed) | (Self::Open | Self::Read, Self::Withdrawn)
        )
    }
}

/// On which side of the published limits `value` lies: strictly below the low one or strictly above the high one. All three are decimal numbers of few digits, which a float orders as
/// they are.
pub fn beyond(value: &str, low: Option<&str>, high: Option<&str>) -> Option<Side> {
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    let value = number(value)?;
    if low.and_then(number).is_some_and(|low| value < low) {
        return Some(Side::Low);
    }
    high.and_then(number)
        .is_some_and(|high| value > high)
        .then_some(Side::High)
}

/// Whether two numbers are one: both as [`typed::number`] writes them, so that 6.90 is 6.9.
pub fn same(reported: &str, heard: &str) -> bool {
    match (typed::number(reported), typed::number(heard)) {
        (Some(reported), Some(heard)) => reported == heard,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for state in State::ALL {
            assert_eq!(State::parse(state.name()), Some(state));
        }
        assert_eq!(State::parse("of_a_later_version"), None);
    }

    #[test]
    fn a_loop_goes_forward_and_ends() {
        let may = |from: State| {
            State::ALL
                .into_iter()
                .filter(move |next| from.may_become(*next))
                .collect::<Vec<_>>()
        };
        assert_eq!(may(State::Open), [State::Read, State::Withdrawn]);
        assert_eq!(may(State::Read), [State::Closed, State::Withdrawn]);
        for end in [State::Closed, State::Withdrawn] {
            assert!(end.is_final() && may(end).is_empty());
        }
    }

    /// Potassium in blood, LOINC 6298-4: danger below 2.5 and above 6 mmol/L (LHNCBC flowsheet).
    #[test]
    fn beyond_is_strictly_outside() {
        let potassium = |value| beyond(value, Some("2.5"), Some("6"));
        assert_eq!(potassium("6.9"), Some(Side::High));
        assert_eq!(potassium("6.01"), Some(Side::High));
        assert_eq!(potassium("6.0"), None);
        assert_eq!(potassium("2.5"), None);
        assert_eq!(potassium("2.4"), Some(Side::Low));
        assert_eq!(beyond("8", None, Some("6")), Some(Side::High));
        assert_eq!(beyond("1", None, Some("6")), None);
        assert_eq!(beyond("1", Some("2"), None), Some(Side::Low));
        assert_eq!(beyond("x", Some("2"), Some("3")), None);
    }

    #[test]
    fn a_number_is_itself_however_it_is_written() {
        for heard in ["6.9", "6,9", " 6.90 ", "06.9"] {
            assert!(same("6.9", heard), "{heard}");
        }
        for heard in ["9.6", "69", "6.91", "-6.9", "", "six"] {
            assert!(!same("6.9", heard), "{heard}");
        }
    }
}
