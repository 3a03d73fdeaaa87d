//! What is typed into the forms of the chair diary, read at the door. Each fault names its field and a sentence that says what would be right.

use serde::Deserialize;
use uuid::Uuid;

use super::days::Weekday;
use super::places::{Day, Place};
use crate::invalid::Invalid;
use crate::time::read_minutes;
use crate::typed;

/// The shortest and the longest session in minutes, as the database keeps it.
const MINUTES: std::ops::RangeInclusive<u16> = 30..=720;
/// The shortest and the longest shift in minutes.
const SHIFT: std::ops::RangeInclusive<u16> = 60..=840;
/// How many days ahead somebody may look and wait.
pub const AHEAD: i64 = 60;

/// A shift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftRead {
    /// "Morning".
    pub name: String,
    /// Minutes since midnight.
    pub begins: u16,
    /// The same.
    pub ends: u16,
}

/// The same as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ShiftTyped {
    /// "Morning".
    pub name: String,
    /// `06:30`.
    pub begins: String,
    /// `11:00`.
    pub ends: String,
}

fn clock(field: &str, typed: &str) -> Result<u16, Invalid> {
    read_minutes(typed).ok_or_else(|| Invalid::new(field, "Enter a time, such as 06:30."))
}

impl ShiftTyped {
    /// Reads it.
    pub fn read(&self) -> Result<ShiftRead, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let name = typed::name("name", "what the shift is called", &self.name).map_err(&mut told);
        let begins = clock("begins", &self.begins).map_err(&mut told);
        let ends = clock("ends", &self.ends).map_err(&mut told);
        if let (Ok(begins), Ok(ends)) = (&begins, &ends)
            && !SHIFT.contains(&((ends + 1_440 - begins) % 1_440))
        {
            told(Invalid::new("ends", "A shift is 1 to 14 hours long. Check both times."));
        }
        match (name, begins, ends) {
            (Ok(name), Ok(begins), Ok(ends)) if faults.is_empty() => match name.chars().count() {
                0..=40 => Ok(ShiftRead { name, begins, ends }),
                _ => Err(vec![Invalid::new("name", "Use at most 40 characters here.")]),
            },
            _ => Err(faults),
        }
    }
}

/// Minutes of treatment; none typed is what is prescribed.
pub fn minutes(field: &str, typed: &str, prescribed: u16) -> Result<u16, Invalid> {
    if typed.trim().is_empty() {
        return Ok(prescribed);
    }
    let minutes: Option<u16> = typed.trim().parse().ok();
    minutes
        .filter(|minutes| MINUTES.contains(minutes))
        .ok_or_else(|| Invalid::new(field, "Enter 30 to 720 minutes."))
}

/// The place of a form: its three parts in one value, or each by itself.
pub fn place(field: &str, whole: &str, parts: [&str; 3]) -> Result<Place, Invalid> {
    let [day, shift, station] = parts;
    let apart = || {
        Some(Place {
            day: Day::parse(day)?,
            shift: shift.trim().parse().ok()?,
            station: station.trim().parse().ok()?,
        })
    };
    Place::parse(whole)
        .or_else(apart)
        .ok_or_else(|| Invalid::new(field, "Choose a day, a shift and a chair."))
}

/// A line of the weekly plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRead {
    /// Whose.
    pub patient: Uuid,
    /// On which day of every week.
    pub weekday: Weekday,
    /// In which shift.
    pub shift: Uuid,
    /// At which chair.
    pub station: Uuid,
    /// From which day on.
    pub from: Day,
    /// The last day; none while no end is known.
    pub last: Option<Day>,
}

/// The same as typed; how long says [`minutes`].
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PlanTyped {
    /// Whose.
    pub patient: String,
    /// 1 for Monday.
    pub weekday: String,
    /// In which shift.
    pub shift: String,
    /// At which chair.
    pub station: String,
    /// Minutes of treatment.
    pub minutes: String,
    /// `2026-11-30`.
    pub from: String,
    /// The last day.
    pub last: String,
}

impl PlanTyped {
    /// Reads it; `today` is the hospital's. Nothing is planned into the past.
    pub fn read(&self, today: Day) -> Result<PlanRead, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut id = |field: &'static str, typed: &str, sentence: &str| {
            let read: Option<Uuid> = typed.trim().parse().ok();
            if read.is_none() {
                faults.push(Invalid::new(field, sentence));
            }
            read.unwrap_or_default()
        };
        let patient = id("patient", &self.patient, "Choose a patient.");
        let shift = id("shift", &self.shift, "Choose a shift.");
        let station = id("station", &self.station, "Choose a chair.");
        let weekday = self.weekday.trim().parse().ok().and_then(Weekday::of_iso);
        if weekday.is_none() {
            faults.push(Invalid::new("weekday", "Choose a day of the week."));
        }
        let from = match self.from.trim() {
            "" => Some(today),
            typed => Day::parse(typed),
        };
        if from.is_none_or(|from| from < today) {
            faults.push(Invalid::new("from", "Enter today or a later day, such as 2026-11-30."));
        }
        let last = Day::parse(&self.last);
        let is_wrong = !self.last.trim().is_empty() && last.is_none_or(|last| from.is_some_and(|from| last < from));
        if is_wrong {
            faults.push(Invalid::new(
                "last",
                "Enter a day that is not before the first, or leave it empty.",
            ));
        }
        match (weekday, from) {
            (Some(weekday), Some(from)) if faults.is_empty() => Ok(PlanRead {
                patient,
                weekday,
                shift,
                station,
                from,
                last,
            }),
            _ => Err(faults),
        }
    }
}

/// Days on which somebody would come, and in which shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitRead {
    /// The first day.
    pub from: Day,
    /// The last.
    pub until: Day,
    /// The shift; none: any.
    pub shift: Option<Uuid>,
    /// The session that they give up for it.
    pub instead_of: Option<Uuid>,
}

/// The same as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WaitTyped {
    /// The first day.
    pub from: String,
    /// The last.
    pub until: String,
    /// The shift.
    pub shift: String,
    /// The session that they give up for it.
    pub instead_of: String,
}

impl WaitTyped {
    /// Reads it; `today` is the hospital's.
    pub fn read(&self, today: Day) -> Result<WaitRead, Vec<Invalid>> {
        let mut faults = Vec::new();
        let from = Day::parse(&self.from).filter(|from| *from >= today);
        if from.is_none() {
            faults.push(Invalid::new("from", "Enter today or a later day, such as 2026-11-30."));
        }
        let until = Day::parse(&self.until);
        let least = from.unwrap_or(today);
        let until = until.filter(|until| (least..=least.plus(AHEAD)).contains(until));
        if until.is_none() {
            faults.push(Invalid::new(
                "until",
                "Enter a day from the first on, at most 60 days after it.",
            ));
        }
        match (from, until) {
            (Some(from), Some(until)) if faults.is_empty() => Ok(WaitRead {
                from,
                until,
                shift: self.shift.trim().parse().ok(),
                instead_of: self.instead_of.trim().parse().ok(),
            }),
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(faults: Vec<Invalid>) -> Vec<String> {
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_shift_has_a_name_and_is_one_to_fourteen_hours_long() {
        let shift = |name: &str, begins: &str, ends: &str| {
            let typed = ShiftTyped {
                name: name.into(),
                begins: begins.into(),
                ends: ends.into(),
            };
            typed.read().map_err(fields)
        };
        let night = shift("Night", "22:00", "6:00").unwrap();
        assert_eq!((night.begins, night.ends), (1_320, 360));
        assert_eq!(
            shift("", "25:00", ""),
            Err(vec!["name".into(), "begins".into(), "ends".into()])
        );
        assert_eq!(shift("Morning", "06:30", "06:30"), Err(vec!["ends".into()]));
        assert_eq!(shift("Morning", "06:30", "07:00"), Err(vec!["ends".into()]));
    }

    #[test]
    fn minutes_are_those_that_are_prescribed_unless_others_are_typed() {
        assert_eq!(minutes("minutes", " ", 240), Ok(240));
        assert_eq!(minutes("minutes", "180", 240), Ok(180));
        assert!(minutes("minutes", "29", 240).is_err() && minutes("minutes", "long", 240).is_err());
    }

    #[test]
    fn nothing_is_planned_into_the_past() {
        let today = Day::parse("2026-11-27").unwrap();
        let typed = |from: &str, last: &str| PlanTyped {
            patient: Uuid::from_u128(1).to_string(),
            weekday: "1".into(),
            shift: Uuid::from_u128(2).to_string(),
            station: Uuid::from_u128(3).to_string(),
            minutes: String::new(),
            from: from.into(),
            last: last.into(),
        };
        let read = typed("", "").read(today).unwrap();
        assert_eq!((read.weekday, read.from, read.last), (Weekday::Monday, today, None));
        assert_eq!(fields(typed("2026-11-26", "").read(today).unwrap_err()), ["from"]);
        assert_eq!(
            fields(typed("2026-12-01", "2026-11-30").read(today).unwrap_err()),
            ["last"]
        );
        let nothing = PlanTyped::default().read(today).unwrap_err();
        assert_eq!(fields(nothing), ["patient", "shift", "station", "weekday"]);
    }

    #[test]
    fn one_waits_for_days_that_are_to_come_and_not_for_ever() {
        let today = Day::parse("2026-11-27").unwrap();
        let read = |from: &str, until: &str| {
            let typed = WaitTyped {
                from: from.into(),
                until: until.into(),
                ..WaitTyped::default()
            };
            typed.read(today).map_err(fields)
        };
        assert!(read("2026-11-27", "2026-12-24").is_ok());
        assert_eq!(read("2026-11-26", "2026-12-24"), Err(vec!["from".into()]));
        assert_eq!(read("2026-12-24", "2026-12-01"), Err(vec!["until".into()]));
        assert_eq!(read("2026-11-27", "2027-11-27"), Err(vec!["until".into()]));
    }
}
