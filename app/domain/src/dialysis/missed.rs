//! The missed-session radar: who was not treated, or not as much as prescribed, and for how long. A missed session leaves potassium and water for a second interval.
//!
//! Which days count: those of the prescription. A treatment on another day makes up for the missed one before it.

use serde::{Deserialize, Serialize};

use super::days::Days;
use super::named::named;
use super::places::Day;
use super::session::Stage;

/// Treatments shortened by more than so many minutes count as short: ours, not of a source; a session closes some minutes early or late.
pub const SHORT_BY: i32 = 15;

/// One session of somebody, as the radar needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// The day in the hospital's zone.
    pub day: Day,
    /// Where it is in its life.
    pub stage: Stage,
    /// Minutes prescribed.
    pub prescribed: i32,
    /// Minutes treated; none where blood never ran or runs still.
    pub treated: Option<i32>,
}

impl Session {
    fn is_treated(self) -> bool {
        self.stage.is_ended() || self.stage == Stage::Running
    }

    fn is_ahead(self) -> bool {
        matches!(self.stage, Stage::Booked | Stage::CheckedIn)
    }
}

named! {
    /// How urgent it is.
    Urgency {
        /// Nothing is missing.
        None = "none",
        /// A session was short.
        Short = "short",
        /// One was missed, and the next is within the longest interval of the prescription.
        Missed = "missed",
        /// The interval until the next treatment is longer than any of the prescription, or none is booked: a place is needed.
        Overdue = "overdue",
    }
}

/// What the radar found of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How urgent.
    pub urgency: Urgency,
    /// Days of the prescription without a treatment since the last one, the oldest first.
    pub missed: Vec<Day>,
    /// Minutes prescribed and not treated in the last four weeks: short sessions, and missed ones in whole.
    pub minutes_lost: i32,
    /// Treated last.
    pub last: Option<Day>,
    /// Treated next, as far as it is booked.
    pub next: Option<Day>,
    /// Days from the last treatment to the next, or to today where none is booked.
    pub interval: Option<i64>,
    /// The last day on which a treatment would keep the longest interval of the prescription; today where that is over.
    pub by: Option<Day>,
}

/// Looks back four weeks from today over the sessions of one person. `days` are those prescribed; without any, nothing can be missed.
pub fn radar(days: Days, sessions: &[Session], today: Day) -> Found {
    let since = today.plus(-28);
    let last = sessions
        .iter()
        .filter(|it| it.is_treated() && it.day <= today)
        .map(|it| it.day)
        .max();
    let next = sessions
        .iter()
        .filter(|it| it.is_ahead() && it.day >= today)
        .map(|it| it.day)
        .min();
    let longest = days.longest_gap().map(i64::from);
    // The last treatment makes up for what was missed before it. Who was never treated has nothing to compare with but four weeks.
    let from = last.map_or(since, |last| last.plus(1)).max(since);
    let is_day = |day: &Day| days.has(day.weekday());
    let known = |day: Day| {
        sessions
            .iter()
            .any(|it| it.day == day && (it.is_treated() || it.is_ahead()))
    };
    let first = sessions.iter().map(|it| it.day).min();
    let missed: Vec<Day> = (from.0..today.0)
        .map(Day)
        .filter(|day| is_day(day) && first.is_some_and(|first| first <= *day) && !known(*day))
        .chain(Some(today).filter(|day| is_day(day) && is_called_off(sessions, *day)))
        .collect();
    let within = sessions.iter().filter(|it| it.day >= since && it.day <= today);
    let lost = within.map(|it| match it.treated {
        Some(treated) if it.stage.is_ended() && it.prescribed - treated > SHORT_BY => it.prescribed - treated,
        _ if it.stage == Stage::DidNotAttend => it.prescribed,
        _ => 0,
    });
    let minutes_lost: i32 = lost.sum();
    let interval = last.map(|last| next.unwrap_or(today).0 - last.0);
    let by = last.zip(longest).map(|(last, longest)| last.plus(longest).max(today));
    let is_long = interval
        .zip(longest)
        .is_some_and(|(interval, longest)| interval > longest);
    let urgency = match () {
        () if days.is_empty() => Urgency::None,
        () if is_long || (!missed.is_empty() && next.is_none()) => Urgency::Overdue,
        () if !missed.is_empty() => Urgency::Missed,
        () if minutes_lost > 0 => Urgency::Short,
        () => Urgency::None,
    };
    Found {
        urgency,
        missed,
        minutes_lost,
        last,
        next,
        interval,
        by,
    }
}

/// Whether today's session is known to be missed already.
fn is_called_off(sessions: &[Session], day: Day) -> bool {
    let mut of_day = sessions.iter().filter(|it| it.day == day).peekable();
    of_day.peek().is_some() && of_day.all(|it| matches!(it.stage, Stage::DidNotAttend | Stage::Cancelled))
}

/// A day on which somebody could be treated instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggested {
    /// How many days from today.
    pub in_days: i64,
    /// Whether the longest interval of the prescription is kept by it.
    pub keeps_interval: bool,
}

/// Which free days to offer first: those that keep the interval, the earliest first; never the day of a treatment or the day after one that is booked, which the next session
/// makes needless. `free` are the days with a suitable place, from today.
pub fn suggest(found: &Found, free: &[Day], today: Day) -> Vec<(Day, Suggested)> {
    let is_useful = |day: &Day| {
        *day >= today && found.last.is_none_or(|last| *day > last) && found.next.is_none_or(|next| *day < next)
    };
    let mut days: Vec<Day> = free.iter().copied().filter(is_useful).collect();
    days.sort_unstable();
    days.dedup();
    let suggested = |day: Day| {
        let is_kept = found.by.is_some_and(|by| day <= by);
        let suggested = Suggested {
            in_days: day.0 - today.0,
            keeps_interval: is_kept,
        };
        (day, suggested)
    };
    days.into_iter().map(suggested).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Monday, Wednesday, Friday; today is Friday 2026-11-27 (20 784).
    const TODAY: Day = Day(20_784);

    fn usual() -> Days {
        Days::parse("mon,wed,fri")
    }

    fn session(days_ago: i64, stage: Stage) -> Session {
        Session {
            day: TODAY.plus(-days_ago),
            stage,
            prescribed: 240,
            treated: stage.is_ended().then_some(240),
        }
    }

    #[test]
    fn nothing_is_missing_when_each_day_was_treated() {
        let sessions = [
            session(4, Stage::Signed),
            session(2, Stage::Signed),
            session(0, Stage::Booked),
        ];
        let found = radar(usual(), &sessions, TODAY);
        assert_eq!((found.urgency, found.interval), (Urgency::None, Some(2)));
        assert!(found.missed.is_empty());
    }

    #[test]
    fn a_missed_day_is_told_until_a_treatment_makes_up_for_it() {
        let missed = [
            session(4, Stage::Signed),
            session(2, Stage::DidNotAttend),
            session(0, Stage::Booked),
        ];
        let found = radar(usual(), &missed, TODAY);
        assert_eq!(found.missed, [TODAY.plus(-2)]);
        // From Monday to Friday: four days, one more than the weekend.
        assert_eq!(
            (found.urgency, found.interval, found.by),
            (Urgency::Overdue, Some(4), Some(TODAY))
        );
        assert_eq!(found.minutes_lost, 240);
        let made_up = [
            missed[0],
            missed[1],
            session(1, Stage::Closed),
            session(0, Stage::Booked),
        ];
        let found = radar(usual(), &made_up, TODAY);
        assert!(found.missed.is_empty());
        assert_eq!(
            found.urgency,
            Urgency::Short,
            "the minutes are lost all the same in these four weeks"
        );
    }

    #[test]
    fn a_session_that_was_moved_to_tomorrow_keeps_the_interval_of_the_weekend() {
        let sessions = [
            session(2, Stage::Signed),
            session(0, Stage::Cancelled),
            session(-1, Stage::Booked),
        ];
        let found = radar(usual(), &sessions, TODAY);
        assert_eq!(
            (found.missed.as_slice(), found.urgency),
            ([TODAY].as_slice(), Urgency::Missed)
        );
        let nothing_booked = radar(usual(), &sessions[..2], TODAY);
        assert_eq!(nothing_booked.urgency, Urgency::Overdue);
    }

    #[test]
    fn a_day_before_the_first_session_was_never_theirs_to_miss() {
        let found = radar(usual(), &[session(0, Stage::Booked)], TODAY);
        assert_eq!((found.urgency, found.last), (Urgency::None, None));
        assert_eq!(radar(Days::default(), &[], TODAY).urgency, Urgency::None);
    }

    #[test]
    fn a_short_session_counts_from_a_quarter_of_an_hour() {
        let short = |treated: i32| Session {
            treated: Some(treated),
            ..session(2, Stage::Interrupted)
        };
        let booked = session(0, Stage::Booked);
        assert_eq!(radar(usual(), &[short(225), booked], TODAY).minutes_lost, 0);
        let found = radar(usual(), &[short(150), booked], TODAY);
        assert_eq!((found.minutes_lost, found.urgency), (90, Urgency::Short));
    }

    #[test]
    fn days_between_the_last_and_the_next_are_offered_and_say_whether_they_keep_the_interval() {
        let sessions = [
            session(2, Stage::Signed),
            session(0, Stage::DidNotAttend),
            session(-5, Stage::Booked),
        ];
        let found = radar(usual(), &sessions, TODAY);
        let free: Vec<Day> = [-3, 5, 6, 1, 2, 1].map(|days| TODAY.plus(days)).to_vec();
        let offered: Vec<(i64, bool)> = suggest(&found, &free, TODAY)
            .iter()
            .map(|(_, it)| (it.in_days, it.keeps_interval))
            .collect();
        // Wednesday and three days: Saturday keeps the interval, Sunday does not.
        assert_eq!(offered, [(1, true), (2, false)]);
    }
}
