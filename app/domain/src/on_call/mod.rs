//! Who is called when nobody answers: weekly shifts on the clock of the hospital, exceptions from them, after how long each is told, and what becomes of each step. Pure: the
//! server looks at it every few seconds, the page draws it.
//!
//! | part | holds |
//! | --- | --- |
//! | [`Rank`] | first, second, third |
//! | [`Shift`], [`StandIn`], [`on_duty`] | who is on call at a moment |
//! | [`Plan`] | after how long each is told, and quiet hours |
//! | [`turns`] | whose turn it is with one alarm, also after quiet hours |
//! | [`step`], [`next`] | what becomes of one step of one alarm; who is told next of what waits until somebody comes |
//! | [`typed`] | what an administrator types |
//!
//! To add a reason why nobody is told: a line in [`Why`], its name in the constraint `alarm_step_reason_known` (a migration), its words in `app::forms::on_call`.

pub mod typed;

use crate::alerts::Priority;
use crate::dialysis::days::Weekday;
use crate::ids::{UserId, WardId};
use crate::time::{Moment, Zone};

/// Minutes of a day on the wall.
pub const DAY: u16 = 1_440;
/// Minutes of a week on the wall.
pub const WEEK: u16 = 7 * DAY;

/// In what order people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Told first.
    First,
    /// Told when the first did not help.
    Second,
    /// Told last.
    Third,
}

impl Rank {
    /// Every rank, the first first.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Third];

    /// 1 to 3, as the database and forms have it.
    pub const fn number(self) -> i16 {
        self as i16 + 1
    }

    /// The rank of that number.
    pub fn of(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|rank| rank.number() == number)
    }

    /// Its place in a list of all three.
    pub const fn place(self) -> usize {
        self as usize
    }
}

/// A shift that comes every week, on the clock of the hospital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The ward; none is the whole house.
    pub ward: Option<WardId>,
    /// Which rank.
    pub rank: Rank,
    /// Who.
    pub user: UserId,
    /// On which day it begins.
    pub weekday: Weekday,
    /// So many minutes after midnight.
    pub from: u16,
    /// For so many minutes, 1 to 1440; it may go over midnight and over the end of the week.
    pub minutes: u16,
}

impl Shift {
    /// Whether it takes this minute of the week.
    pub fn takes(&self, minute: u16) -> bool {
        let begins = u16::try_from(self.weekday.iso() - 1).unwrap_or(0) * DAY + self.from;
        (minute + WEEK - begins) % WEEK < self.minutes
    }
}

/// Somebody is on call from one moment to another; it comes before the shifts of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// The ward; none is the whole house.
    pub ward: Option<WardId>,
    /// Which rank.
    pub rank: Rank,
    /// Who.
    pub user: UserId,
    /// From then.
    pub from: Moment,
    /// Until then, which is no longer theirs.
    pub until: Moment,
}

/// The minute of the week that the clock on the wall shows, Monday at midnight first. In the hour that comes twice when the clocks go back it is the same both times; the hour that
/// they skip is never shown.
pub fn minute_of_week(zone: &Zone, at: Moment) -> u16 {
    let local = at.0.div_euclid(1_000_000) + i64::from(zone.offset_at(at));
    // 1970-01-01 was a Thursday, three days after Monday.
    let minutes = (local.div_euclid(60) + 3 * i64::from(DAY)).rem_euclid(i64::from(WEEK));
    u16::try_from(minutes).unwrap_or(0)
}

/// Who is on call for `ward` at `at`, by rank. What is said of the ward comes before what is said of the house, and an exception before the week.
pub fn on_duty(
    shifts: &[Shift],
    stand_ins: &[StandIn],
    ward: Option<WardId>,
    zone: &Zone,
    at: Moment,
) -> [Option<UserId>; 3] {
    let minute = minute_of_week(zone, at);
    let of = |place: Option<WardId>, rank: Rank| {
        let stands_in = stand_ins
            .iter()
            .find(|it| (it.ward, it.rank) == (place, rank) && it.from <= at && at < it.until)
            .map(|it| it.user);
        let shift = || {
            shifts
                .iter()
                .find(|it| (it.ward, it.rank) == (place, rank) && it.takes(minute))
        };
        stands_in.or_else(|| shift().map(|it| it.user))
    };
    Rank::ALL.map(|rank| {
        let of_ward = ward.and_then(|ward| of(Some(ward), rank));
        of_ward.or_else(|| of(None, rank))
    })
}

/// Hours of a day on the wall, in minutes after midnight: from, until; over midnight where the end is before the beginning. None at all where both are the same.
pub type Hours = (u16, u16);

/// After how long each is told, and when an alarm that can wait tells nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Seconds after which the first, the second and the third are told; ascending.
    pub after: [u16; 3],
    /// When alarms of medium priority tell nobody.
    pub medium_quiet: Option<Hours>,
    /// When alarms of low priority tell nobody.
    pub low_quiet: Option<Hours>,
}

impl Plan {
    /// What holds until a hospital says otherwise: 1, 3 and 10 minutes, no quiet hours. No publication gives numbers: how far people have to walk and how many they watch differs by
    /// house, so each sets its own (`/hospital/on-call`). They begin inside the minutes in which IEC 60601-1-8 expects a "prompt" harm, the second of its three onsets.
    pub const USUAL: Self = Self {
        after: [60, 180, 600],
        medium_quiet: None,
        low_quiet: None,
    };

    /// Which ranks have their turn after so many seconds without an answer.
    pub fn due(&self, seconds: f64) -> impl Iterator<Item = Rank> {
        let after = self.after;
        Rank::ALL
            .into_iter()
            .filter(move |rank| seconds >= f64::from(after.get(rank.place()).copied().unwrap_or(u16::MAX)))
    }

    /// Whether an alarm of this priority tells nobody at this minute of the day. A high one always tells.
    pub fn is_quiet(&self, priority: Priority, minute: u16) -> bool {
        let hours = match priority {
            Priority::High => None,
            Priority::Medium => self.medium_quiet,
            Priority::Low => self.low_quiet,
        };
        hours.is_some_and(|(from, until)| match from <= until {
            true => (from..until).contains(&minute),
            false => minute >= from || minute < until,
        })
    }
}

/// Why nobody is told in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// It can wait, and the hours are quiet.
    Quiet,
    /// Nobody is on call in this rank.
    Nobody,
    /// Whoever is on call in this rank was told in an earlier step.
    Same,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Quiet, Self::Nobody, Self::Same];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Nobody => "nobody",
            Self::Same => "same",
        }
    }

    /// The reason of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.name() == name)
    }
}

/// What becomes of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// They are told.
    Tell(UserId),
    /// Nobody is.
    Skip(Why),
}

impl Step {
    /// Who is told.
    pub const fn told(self) -> Option<UserId> {
        match self {
            Self::Tell(user) => Some(user),
            Self::Skip(_) => None,
        }
    }

    /// Why nobody is.
    pub const fn why(self) -> Option<Why> {
        match self {
            Self::Tell(_) => None,
            Self::Skip(why) => Some(why),
        }
    }
}

/// What becomes of the step of `rank`: `on_duty` is who is on call now, `told` who was told of the same alarm before, `minute` that of the day on the wall.
pub fn step(
    plan: &Plan,
    priority: Priority,
    rank: Rank,
    on_duty: &[Option<UserId>; 3],
    told: &[UserId],
    minute: u16,
) -> Step {
    if plan.is_quiet(priority, minute) {
        return Step::Skip(Why::Quiet);
    }
    match on_duty.get(rank.place()).copied().flatten() {
        None => Step::Skip(Why::Nobody),
        Some(user) if told.contains(&user) => Step::Skip(Why::Same),
        Some(user) => Step::Tell(user),
    }
}

/// Who is told next of what waits until somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// Whose turn it is.
    pub rank: Rank,
    /// When it comes; now, where it has come already and the worker tells them at its next look.
    pub at: Moment,
    /// Who is on call then.
    pub user: UserId,
}

/// Who is told next of what waits since `since`, if nobody comes: the first rank that had no turn (`done`) and in which somebody is on call, when it comes, who was not `told` before. None where
/// nobody is left. What waits so is told as an alarm of high priority is, so there are no quiet hours.
pub fn next(
    plan: &Plan,
    (since, now): (Moment, Moment),
    done: &[Rank],
    told: &[UserId],
    duty: impl Fn(Moment) -> [Option<UserId>; 3],
) -> Option<Next> {
    let mut ahead = Rank::ALL
        .into_iter()
        .zip(plan.after)
        .filter(|(rank, _)| !done.contains(rank));
    ahead.find_map(|(rank, after)| {
        let at = since.plus_seconds(f64::from(after)).max(now);
        let user = step(plan, Priority::High, rank, &duty(at), told, 0).told()?;
        Some(Next { rank, at, user })
    })
}

/// A step of an alarm that stands already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Of which rank.
    pub rank: Rank,
    /// Whether it is what came after quiet hours.
    pub after_quiet: bool,
    /// What became of it.
    pub became: Step,
}

/// The turn of a rank with an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Which rank.
    pub rank: Rank,
    /// Whether its step was skipped in quiet hours, and these are over.
    pub after_quiet: bool,
}

/// Whose turn it is with an alarm that nobody answered for so many `seconds`, the first rank first: those whose time is over and that had no turn yet, and those whose turn was skipped in
/// quiet hours, once it is quiet no longer. That is so when the hours end, and also when the alarm becomes a high one in them. Each has both turns at most once.
pub fn turns(plan: &Plan, priority: Priority, seconds: f64, taken: &[Taken], minute: u16) -> Vec<Turn> {
    let is_due = |rank: Rank| plan.due(seconds).any(|due| due == rank);
    let is_quiet = plan.is_quiet(priority, minute);
    let turn = |rank: Rank| {
        let mut of_rank = taken.iter().filter(|step| step.rank == rank);
        let after_quiet = match (of_rank.next(), of_rank.next()) {
            (None, _) => is_due(rank).then_some(false),
            (Some(only), None) if only.became == Step::Skip(Why::Quiet) => (!is_quiet).then_some(true),
            (Some(_), _) => None,
        };
        after_quiet.map(|after_quiet| Turn { rank, after_quiet })
    };
    Rank::ALL.into_iter().filter_map(turn).collect()
}

#[cfg(test)]
mod tests;
