//! How the fluid of a session is spread over its time, as a doctor prescribes it: the share of the goal in each quarter of the time.
//!
//! What a profile "that falls" takes when is in no source that we have, and each machine has curves of its own. So nothing is worked out of a name: without its shares a profile is not
//! compared with what a machine took ([`super::pressures::UfLine`]).

use serde::{Deserialize, Serialize};

/// Into how many parts of one length the time is cut.
pub const PARTS: usize = 4;

/// The share of the goal that is taken in each quarter of the time, %; 100 in all. Within a quarter the same is taken each minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UfSteps([u8; PARTS]);

impl UfSteps {
    /// The same all the time.
    pub const EVEN: Self = Self([25; PARTS]);

    /// Of these shares, %; none of another number of them, or of shares that are not 100 in all.
    pub fn of(shares: &[i16]) -> Option<Self> {
        let each = shares.iter().map(|share| u8::try_from(*share).ok());
        let each: [u8; PARTS] = each.collect::<Option<Vec<u8>>>()?.try_into().ok()?;
        let all: u32 = each.iter().map(|share| u32::from(*share)).sum();
        (all == 100).then_some(Self(each))
    }

    /// As people type it: four whole numbers with spaces or commas between, each with its sign of per cent or without.
    pub fn parse(typed: &str) -> Option<Self> {
        let parts = typed.split([' ', ',', ';', '/', '%']).filter(|part| !part.is_empty());
        let shares = parts.map(|part| part.parse().ok()).collect::<Option<Vec<i16>>>()?;
        Self::of(&shares)
    }

    /// The same as it is typed: `25 25 25 25`.
    pub fn text(self) -> String {
        self.0.map(|share| share.to_string()).join(" ")
    }

    /// Quarter by quarter, %.
    pub fn shares(self) -> [i16; PARTS] {
        self.0.map(i16::from)
    }

    /// Whether no quarter takes more than the one before it, and the last less than the first.
    pub fn falls(self) -> bool {
        let [first, .., last] = self.0;
        self.0.is_sorted_by(|one, next| one >= next) && first > last
    }

    /// Which part of the goal shall be taken once this part of the time is over; both from 0 to 1.
    pub fn by(self, time: f64) -> f64 {
        let time = time.clamp(0.0, 1.0);
        // To the last digit, as without any steps.
        if self == Self::EVEN {
            return time;
        }
        let quarters = time * PARTS as f64;
        let each = self.0.iter().enumerate();
        each.map(|(before, share)| f64::from(*share) / 100.0 * (quarters - before as f64).clamp(0.0, 1.0))
            .sum()
    }

    /// How many times the mean of what is left the quarter takes that takes most of it, once this part of the time is over, from 0 to 1; none where the profile leaves nothing for the rest.
    pub fn peak(self, time: f64) -> Option<f64> {
        let time = time.clamp(0.0, 1.0);
        // To the last digit, as without any steps.
        if self == Self::EVEN {
            return Some(1.0);
        }
        let rest = (time < 1.0).then(|| 1.0 - self.by(time)).filter(|rest| *rest > 1e-9)?;
        let over = (time * PARTS as f64) as usize;
        let most = self.0.iter().skip(over).max()?;
        Some(f64::from(*most) / 100.0 * PARTS as f64 * (1.0 - time) / rest)
    }

    /// Which part of the goal the quarter takes that runs once this part of the time is over; the last one goes on beyond the end.
    pub fn now(self, time: f64) -> f64 {
        let quarter = (time.max(0.0) * PARTS as f64) as usize;
        let share = self.0.get(quarter.min(PARTS - 1));
        share.map_or(0.0, |share| f64::from(*share) / 100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_as_people_type_them_and_are_the_whole() {
        let steps = UfSteps::parse("40 30 20 10").unwrap();
        assert_eq!(
            (steps.shares(), steps.text().as_str()),
            ([40, 30, 20, 10], "40 30 20 10")
        );
        for same in ["40,30,20,10", " 40 %, 30 %, 20 %, 10 % ", "40/30/20/10"] {
            assert_eq!(UfSteps::parse(same), Some(steps), "{same}");
        }
        for wrong in [
            "",
            "40 30 20",
            "40 30 20 11",
            "40 30 20 10 0",
            "120 -20 0 0",
            "40.5 29.5 20 10",
            "0.4 0.3 0.2 0.1",
            "356 0 0 0",
        ] {
            assert_eq!(UfSteps::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn one_that_falls_never_rises_and_ends_lower() {
        let falls = |typed| UfSteps::parse(typed).unwrap().falls();
        assert!(falls("40 30 20 10") && falls("30 30 30 10") && falls("50 50 0 0"));
        assert!(!falls("25 25 25 25") && !falls("30 20 30 20") && !falls("10 20 30 40"));
    }

    /// By hand: 40 % at a quarter, 40 + 15 half way through the second, 100 at the end and after it.
    #[test]
    fn what_shall_be_taken_grows_by_the_share_of_each_quarter() {
        let steps = UfSteps::parse("40 30 20 10").unwrap();
        for (time, taken) in [
            (-1.0, 0.0),
            (0.0, 0.0),
            (0.125, 0.2),
            (0.25, 0.4),
            (0.375, 0.55),
            (0.5, 0.7),
            (0.75, 0.9),
            (1.0, 1.0),
            (2.0, 1.0),
        ] {
            assert!((steps.by(time) - taken).abs() < 1e-9, "{time}");
        }
        for time in [0.0, 0.1, 1.0 / 3.0, 0.7, 1.0] {
            assert_eq!(UfSteps::EVEN.by(time), time);
        }
        assert_eq!(
            [0.0, 0.25, 0.6, 0.99, 1.1].map(|time| steps.now(time)),
            [0.4, 0.3, 0.2, 0.1, 0.1]
        );
    }

    /// By hand: 40 % in a quarter of the time are 1.6 times the mean; half way, 20 % of the 30 % that are left in half of the time that is left are 4/3 times theirs.
    #[test]
    fn the_largest_quarter_is_so_many_times_the_mean_of_what_is_left() {
        let peak = |typed: &str, time: f64| UfSteps::parse(typed).unwrap().peak(time);
        for (typed, time, times) in [
            ("40 30 20 10", 0.0, 1.6),
            ("40 30 20 10", 0.125, 1.75),
            ("40 30 20 10", 0.5, 4.0 / 3.0),
            ("40 30 20 10", 0.9, 1.0),
            ("10 20 30 40", 0.5, 40.0 / 35.0),
            ("0 0 50 50", 0.5, 1.0),
            ("25 25 25 25", 0.3, 1.0),
        ] {
            let found = peak(typed, time).unwrap();
            assert!((found - times).abs() < 1e-9, "{typed} {time}: {found}");
        }
        assert_eq!((peak("50 50 0 0", 0.5), peak("40 30 20 10", 1.0)), (None, None));
    }
}
