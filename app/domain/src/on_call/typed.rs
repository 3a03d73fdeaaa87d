//! What an administrator types of the on-call table. Each reads all of its fields and names every fault.

use serde::Deserialize;

use super::{DAY, Hours, Plan, Rank};
use crate::dialysis::days::Weekday;
use crate::dialysis::places::Day;
use crate::invalid::{Invalid, is_printable};
use crate::time::read_minutes;

/// The longest reason, in characters.
pub const REASON: usize = 200;

/// On which days a shift of the form begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Every day.
    Daily,
    /// Monday to Friday.
    Weekdays,
    /// One day.
    On(Weekday),
}

impl When {
    /// The days.
    pub fn days(self) -> Vec<Weekday> {
        let one = |day: Weekday| match self {
            Self::Daily => true,
            Self::Weekdays => day.iso() <= 5,
            Self::On(only) => day == only,
        };
        Weekday::ALL.iter().copied().filter(|day| one(*day)).collect()
    }

    fn parse(text: &str) -> Option<Self> {
        match text {
            "daily" => Some(Self::Daily),
            "weekdays" => Some(Self::Weekdays),
            day => Weekday::parse(day).map(Self::On),
        }
    }
}

/// A shift as typed; whose and where stand beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ShiftTyped {
    /// `1` to `3`.
    pub rank: String,
    /// `daily`, `weekdays`, or a day.
    pub when: String,
    /// The time on the wall at which it begins.
    pub from: String,
    /// At which it ends; the same as the beginning is a whole day.
    pub until: String,
}

/// A shift that was read: rank, days, minutes after midnight, how many minutes.
pub type ShiftRead = (Rank, Vec<Weekday>, u16, u16);

impl ShiftTyped {
    /// Reads it.
    ///
    /// # Errors
    /// Every fault.
    pub fn read(&self) -> Result<ShiftRead, Vec<Invalid>> {
        let mut faults = Vec::new();
        let rank = rank(&self.rank, &mut faults);
        let when = When::parse(&self.when);
        if when.is_none() {
            faults.push(Invalid::new("when", "Choose on which days."));
        }
        let from = clock("from", &self.from, &mut faults);
        let until = clock("until", &self.until, &mut faults);
        match (rank, when, from, until) {
            (Some(rank), Some(when), Some(from), Some(until)) => Ok((rank, when.days(), from, length(from, until))),
            _ => Err(faults),
        }
    }
}

/// Somebody who stands in, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct StandInTyped {
    /// `1` to `3`.
    pub rank: String,
    /// The day on which it begins, `2026-11-27`.
    pub day: String,
    /// The time on the wall at which it begins.
    pub from: String,
    /// At which it ends, on the same day or on the next.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// What was read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandInRead {
    /// The rank.
    pub rank: Rank,
    /// The day on which it begins.
    pub day: Day,
    /// Minutes after midnight at which it begins.
    pub from: u16,
    /// Minutes after midnight of the day of its end.
    pub until: u16,
    /// Whether it ends on the next day.
    pub over_midnight: bool,
    /// Why.
    pub reason: String,
}

impl StandInTyped {
    /// Reads it.
    ///
    /// # Errors
    /// Every fault.
    pub fn read(&self) -> Result<StandInRead, Vec<Invalid>> {
        let mut faults = Vec::new();
        let rank = rank(&self.rank, &mut faults);
        let day = Day::parse(&self.day);
        if day.is_none() {
            faults.push(Invalid::new("day", "Choose a day."));
        }
        let from = clock("from", &self.from, &mut faults);
        let until = clock("until", &self.until, &mut faults);
        let reason = self.reason.trim();
        if !(3..=REASON).contains(&reason.chars().count()) || !is_printable(reason) {
            faults.push(Invalid::new("reason", "Say why, in a few words."));
        }
        match (rank, day, from, until) {
            (Some(rank), Some(day), Some(from), Some(until)) if faults.is_empty() => Ok(StandInRead {
                rank,
                day,
                from,
                until,
                over_midnight: until <= from,
                reason: reason.to_owned(),
            }),
            _ => Err(faults),
        }
    }
}

/// After how long each is told, as typed: whole minutes, and times on the wall.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PlanTyped {
    /// Minutes until the first is told.
    pub first: String,
    /// Until the second is.
    pub second: String,
    /// Until the third is.
    pub third: String,
    /// When alarms of medium priority begin to tell nobody; empty for never.
    pub medium_from: String,
    /// When they tell again.
    pub medium_until: String,
    /// The same of low priority.
    pub low_from: String,
    /// When they tell again.
    pub low_until: String,
}

impl PlanTyped {
    /// Reads it.
    ///
    /// # Errors
    /// Every fault.
    pub fn read(&self) -> Result<Plan, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut minutes = |field: &str, text: &str| {
            let read = text.trim().parse::<u16>().ok().filter(|minutes| *minutes <= 120);
            if read.is_none() {
                faults.push(Invalid::new(field, "Use whole minutes, 0 to 120."));
            }
            read.unwrap_or(0) * 60
        };
        let after = [
            minutes("first", &self.first),
            minutes("second", &self.second),
            minutes("third", &self.third),
        ];
        if faults.is_empty() && !(after[0] < after[1] && after[1] < after[2]) {
            faults.push(Invalid::new("third", "Each is told later than the one before."));
        }
        let medium_quiet = hours(
            ("medium_from", self.medium_from.as_str()),
            ("medium_until", self.medium_until.as_str()),
            &mut faults,
        );
        let low_quiet = hours(
            ("low_from", self.low_from.as_str()),
            ("low_until", self.low_until.as_str()),
            &mut faults,
        );
        match faults.is_empty() {
            true => Ok(Plan {
                after,
                medium_quiet,
                low_quiet,
            }),
            false => Err(faults),
        }
    }
}

fn rank(text: &str, faults: &mut Vec<Invalid>) -> Option<Rank> {
    let rank = text.trim().parse().ok().and_then(Rank::of);
    if rank.is_none() {
        faults.push(Invalid::new("rank", "Choose who is told first, second or third."));
    }
    rank
}

fn clock(field: &str, text: &str, faults: &mut Vec<Invalid>) -> Option<u16> {
    let read = read_minutes(text);
    if read.is_none() {
        faults.push(Invalid::new(field, "Type a time, such as 20:00."));
    }
    read
}

/// Both or neither.
fn hours(from: (&str, &str), until: (&str, &str), faults: &mut Vec<Invalid>) -> Option<Hours> {
    if from.1.trim().is_empty() && until.1.trim().is_empty() {
        return None;
    }
    let begin = clock(from.0, from.1, faults);
    let end = clock(until.0, until.1, faults);
    begin.zip(end)
}

/// Minutes from one time on the wall to the next such time; a whole day for the same.
const fn length(from: u16, until: u16) -> u16 {
    match until > from {
        true => until - from,
        false => until + DAY - from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift(when: &str, from: &str, until: &str) -> Result<ShiftRead, Vec<Invalid>> {
        ShiftTyped {
            rank: "1".into(),
            when: when.into(),
            from: from.into(),
            until: until.into(),
        }
        .read()
    }

    #[test]
    fn a_shift_goes_over_midnight_and_the_same_time_twice_is_a_day() {
        let (_, days, from, minutes) = shift("sun", "20:00", "8:00").unwrap();
        assert_eq!((days, from, minutes), (vec![Weekday::Sunday], 1_200, 720));
        assert_eq!(shift("daily", "08:00", "08:00").unwrap().3, DAY);
        assert_eq!(shift("weekdays", "08:00", "16:00").unwrap().1.len(), 5);
        let faults = shift("", "25:00", "").unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["when", "from", "until"]);
    }

    #[test]
    fn steps_ascend_and_quiet_hours_are_whole() {
        let plan = |first: &str, second: &str, from: &str, until: &str| {
            PlanTyped {
                first: first.into(),
                second: second.into(),
                third: "10".into(),
                low_from: from.into(),
                low_until: until.into(),
                ..PlanTyped::default()
            }
            .read()
        };
        let read = plan("0", "3", "22:00", "06:00").unwrap();
        assert_eq!((read.after, read.low_quiet), ([0, 180, 600], Some((1_320, 360))));
        assert_eq!(read.medium_quiet, None);
        assert!(plan("3", "3", "", "").is_err());
        assert!(plan("1", "200", "", "").is_err());
        assert!(plan("1", "3", "22:00", "").is_err());
    }
}
