//! The places of the chair diary: a chair, on a day, in a shift. Which of them are free for somebody, and why others are not.
//!
//! Hours are those of the clock on the hospital's wall: whoever asks gives the moments at which a shift of a day begins and ends ([`Hours`]), so that a shift past midnight
//! and a day on which the clocks change are as long as they are.
//!
//! To add a condition: a variant of [`Unsuitable`], its line in [`Chair::suits`], and its sentence.

use uuid::Uuid;

use super::days::Weekday;
use super::infection::{Agent, Agents};
use crate::time::{Moment, date_of};
use crate::typed;

/// A day of the calendar: its number since 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

impl Day {
    /// Of year, month and day; none for one that there is not.
    pub fn of(year: i32, month: u8, day: u8) -> Option<Self> {
        let (is_month, days) = ((1..=12).contains(&month), typed::days(year, i32::from(month)));
        if !is_month || !(1..=days).contains(&i32::from(day)) || !(1..=9_998).contains(&year) {
            return None;
        }
        // Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
        let year = i64::from(year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year - era * 400;
        let shifted = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// As addresses and forms write it: `2026-11-27`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-');
        let mut part = |digits: usize| {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|sign| sign.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        Self::of(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// As addresses and forms write it.
    pub fn text(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Year, month and day.
    pub fn date(self) -> (i32, u8, u8) {
        date_of(self.0)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::of_day(self.0)
    }

    /// So many days later.
    #[must_use]
    pub const fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus(1 - i64::from(self.weekday().iso()))
    }
}

/// When a ward dialyses, by the clock on its wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Which.
    pub id: Uuid,
    /// "Morning".
    pub name: String,
    /// Minutes since midnight.
    pub begins: u16,
    /// The same; before `begins` for a shift that goes on past midnight.
    pub ends: u16,
}

impl Shift {
    /// `06:30`.
    pub fn clock(minutes: u16) -> String {
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// Minutes by the clock on the wall; on a day on which the clocks change the real time is another.
    pub const fn length(&self) -> u16 {
        (self.ends + 1_440 - self.begins) % 1_440
    }

    /// Whether it ends on the day after.
    pub const fn goes_on(&self) -> bool {
        self.ends <= self.begins
    }
}

/// When a shift of a day really begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// From.
    pub begins: Moment,
    /// To.
    pub ends: Moment,
}

impl Hours {
    /// Whether both have a moment in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.begins < other.ends && other.begins < self.ends
    }

    /// Whole minutes.
    pub fn minutes(self) -> i64 {
        (self.ends.seconds_since(self.begins) / 60.0) as i64
    }
}

/// A chair, and what may be said against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chair {
    /// Which.
    pub id: Uuid,
    /// "D-07".
    pub name: String,
    /// For whoever carries what others must not get.
    pub isolation: bool,
    /// Good enough for haemodiafiltration.
    pub hdf: bool,
    /// The machine that stands there.
    pub machine: Option<Uuid>,
    /// Why that machine may not be booked, as the database says it.
    pub unfit: Option<String>,
    /// Whether it may not dialyse with ultrapure fluid: none was tested in its ward, or a test of it is over its limit.
    pub not_ultrapure: bool,
    /// Whether it may not give fluid into the blood: the same, or a test of substitution fluid is over its limit.
    pub no_substitution: bool,
    /// For whom that machine is kept: who carries this, and nobody else.
    pub kept_for: Option<Agent>,
    /// For what the ward keeps machines.
    pub kept_here: Agents,
}

/// What somebody needs of a chair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// A chair apart.
    pub isolation: bool,
    /// Haemodiafiltration or haemofiltration is prescribed.
    pub hdf: bool,
    /// Ultrapure fluid is prescribed for haemodialysis.
    pub ultrapure: bool,
    /// Minutes of treatment.
    pub minutes: u16,
    /// What was found in them.
    pub carries: Agents,
}

/// Why a chair is not for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsuitable {
    /// They need a chair apart, and this is none.
    NotApart,
    /// It is kept for who needs a chair apart.
    KeptApart,
    /// It has no water for what is prescribed.
    NoHdf,
    /// Ultrapure fluid is prescribed, or fluid into the blood, and that of its machine is not known to be good enough.
    NotUltrapure,
    /// Its machine is kept for an infection that was not found in them.
    MachineKept,
    /// The ward keeps machines for what was found in them, and this is none of these.
    MachineNotKept,
    /// Its machine may not be used.
    Machine,
}

impl Unsuitable {
    /// In a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotApart => "They need a chair apart. Choose one that is for isolation.",
            Self::KeptApart => "This chair is kept for people who need one apart.",
            Self::NoHdf => "Haemodiafiltration or haemofiltration is prescribed, and this chair cannot do it.",
            Self::NotUltrapure => {
                "Ultrapure fluid is prescribed, and that of this ward has no valid test or is over its limit. Choose another place, or have it tested first."
            }
            Self::MachineKept => {
                "The machine at this chair is kept for an infection that was not found in them. Choose another chair."
            }
            Self::MachineNotKept => {
                "This ward keeps machines for what was found in them, and at this chair stands none of these. Choose another chair."
            }
            Self::Machine => "The machine at this chair may not be used. Choose another chair.",
        }
    }
}

impl Chair {
    /// Whether it is for somebody with these needs: whoever books, a chair apart is for who needs one, and for nobody else.
    pub fn suits(&self, needs: Needs) -> Result<(), Unsuitable> {
        match () {
            () if needs.isolation && !self.isolation => Err(Unsuitable::NotApart),
            () if self.isolation && !needs.isolation => Err(Unsuitable::KeptApart),
            () if needs.hdf && !self.hdf => Err(Unsuitable::NoHdf),
            () if self.kept_for.is_some_and(|agent| !needs.carries.contains(agent)) => Err(Unsuitable::MachineKept),
            () if self.machine.is_some() && self.kept_for.is_none() && needs.carries.meets(self.kept_here) => {
                Err(Unsuitable::MachineNotKept)
            }
            () if self.unfit.is_some() => Err(Unsuitable::Machine),
            () if needs.hdf && self.no_substitution => Err(Unsuitable::NotUltrapure),
            () if needs.ultrapure && self.not_ultrapure => Err(Unsuitable::NotUltrapure),
            () => Ok(()),
        }
    }
}

/// A place in the diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The day on which the shift begins.
    pub day: Day,
    /// The shift.
    pub shift: Uuid,
    /// The chair.
    pub station: Uuid,
}

impl Place {
    /// As forms write it, in one value: `2026-11-27.<shift>.<chair>`.
    pub fn text(self) -> String {
        format!("{}.{}.{}", self.day.text(), self.shift, self.station)
    }

    /// The place that a form names.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '.');
        Some(Self {
            day: Day::parse(parts.next()?)?,
            shift: parts.next()?.parse().ok()?,
            station: parts.next()?.parse().ok()?,
        })
    }
}

/// A line of the weekly plan, as far as it takes places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The chair.
    pub station: Uuid,
    /// The shift.
    pub shift: Uuid,
    /// The day of every week.
    pub weekday: Weekday,
    /// The first day on which it holds.
    pub from: Day,
    /// The first day on which it holds no longer; none while no end is known.
    pub until: Option<Day>,
    /// Days on which it does not, and those that were booked of it: a session says more than the line, also when it was called off.
    pub skipped: Vec<Day>,
}

impl Promise {
    /// Whether it holds on that day.
    pub fn holds_on(&self, day: Day) -> bool {
        day.weekday() == self.weekday
            && self.from <= day
            && self.until.is_none_or(|until| day < until)
            && !self.skipped.contains(&day)
    }
}

/// What is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Chairs, and when.
    pub busy: Vec<(Uuid, Hours)>,
    /// The weekly plan.
    pub promised: Vec<Promise>,
}

impl Taken {
    /// Whether nobody sits there, and nobody is promised it.
    pub fn is_free(&self, place: Place, hours: Hours) -> bool {
        let busy = |(chair, taken): &(Uuid, Hours)| *chair == place.station && taken.overlaps(hours);
        !self.busy.iter().any(busy) && !self.is_promised(place)
    }

    /// Whether it is somebody's by the weekly plan.
    pub fn is_promised(&self, place: Place) -> bool {
        let promised =
            |line: &Promise| line.station == place.station && line.shift == place.shift && line.holds_on(place.day);
        self.promised.iter().any(promised)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chair(isolation: bool, hdf: bool) -> Chair {
        Chair {
            id: Uuid::from_u128(7),
            name: "D-07".into(),
            isolation,
            hdf,
            machine: None,
            unfit: None,
            not_ultrapure: false,
            no_substitution: false,
            kept_for: None,
            kept_here: Agents::default(),
        }
    }

    #[test]
    fn a_day_is_read_and_written_and_knows_its_week() {
        let day = Day::parse("2026-11-27").unwrap();
        assert_eq!(
            (day.0, day.text().as_str(), day.weekday()),
            (20_784, "2026-11-27", Weekday::Friday)
        );
        assert_eq!(day.monday().text(), "2026-11-23");
        assert_eq!(day.monday().monday(), day.monday());
        assert_eq!(
            Day::parse("2024-02-29").map(|day| day.plus(1).text()).as_deref(),
            Some("2024-03-01")
        );
        for wrong in [
            "",
            "2026-02-30",
            "2026-13-01",
            "2026-1-1",
            "26-01-01",
            "2026-11-27x",
            "0000-01-01",
        ] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
        for number in [-1, 0, 11_016, 19_782, 20_784, 100_000] {
            let (year, month, day) = Day(number).date();
            assert_eq!(Day::of(year, month, day), Some(Day(number)));
        }
    }

    #[test]
    fn a_chair_suits_who_needs_no_more_than_it_has() {
        let apart = Needs {
            isolation: true,
            ..Needs::default()
        };
        let hdf = Needs {
            hdf: true,
            ..Needs::default()
        };
        assert_eq!(chair(false, true).suits(apart), Err(Unsuitable::NotApart));
        assert_eq!(chair(true, true).suits(apart), Ok(()));
        assert_eq!(chair(true, true).suits(hdf), Err(Unsuitable::KeptApart));
        assert_eq!(chair(false, true).suits(hdf), Ok(()));
        assert_eq!(chair(false, false).suits(hdf), Err(Unsuitable::NoHdf));
        let hbv: Agents = [Agent::Hbv].into_iter().collect();
        let carries = Needs {
            carries: hbv,
            ..Needs::default()
        };
        let kept = Chair {
            machine: Some(Uuid::from_u128(8)),
            kept_for: Some(Agent::Hbv),
            kept_here: hbv,
            ..chair(false, false)
        };
        assert_eq!(kept.suits(Needs::default()), Err(Unsuitable::MachineKept));
        assert_eq!(kept.suits(carries), Ok(()));
        let beside = Chair { kept_for: None, ..kept };
        assert_eq!(beside.suits(carries), Err(Unsuitable::MachineNotKept));
        assert_eq!(beside.suits(Needs::default()), Ok(()));
        let broken = Chair {
            unfit: Some("overdue".into()),
            ..chair(false, true)
        };
        assert_eq!(broken.suits(hdf), Err(Unsuitable::Machine));
        let ultrapure = Needs {
            ultrapure: true,
            ..Needs::default()
        };
        let untested = Chair {
            not_ultrapure: true,
            no_substitution: true,
            ..chair(false, true)
        };
        assert_eq!(untested.suits(hdf), Err(Unsuitable::NotUltrapure));
        assert_eq!(untested.suits(ultrapure), Err(Unsuitable::NotUltrapure));
        assert_eq!(untested.suits(Needs::default()), Ok(()));
        // What grew in substitution fluid is the business of who is given it alone; ultrapure fluid needs no chair for haemodiafiltration.
        let grown = Chair {
            no_substitution: true,
            ..chair(false, true)
        };
        assert_eq!(grown.suits(hdf), Err(Unsuitable::NotUltrapure));
        assert_eq!(grown.suits(ultrapure), Ok(()));
        assert_eq!(chair(false, false).suits(ultrapure), Ok(()));
    }

    #[test]
    fn a_place_is_free_when_nobody_sits_there_and_none_is_promised_it() {
        let (station, shift) = (Uuid::from_u128(7), Uuid::from_u128(1));
        let hour = |n: i64| Moment(n * 3_600_000_000);
        let hours = |from, to| Hours {
            begins: hour(from),
            ends: hour(to),
        };
        let friday = Day(20_784);
        let place = Place {
            day: friday,
            shift,
            station,
        };
        let promise = Promise {
            station,
            shift,
            weekday: Weekday::Friday,
            from: friday,
            until: Some(friday.plus(8)),
            skipped: vec![],
        };
        let taken = Taken {
            busy: vec![(station, hours(5, 10))],
            promised: vec![],
        };
        assert!(!taken.is_free(place, hours(9, 12)));
        assert!(taken.is_free(place, hours(10, 14)), "one ends as the next begins");
        let taken = Taken {
            busy: vec![],
            promised: vec![promise.clone()],
        };
        assert!(!taken.is_free(place, hours(10, 14)));
        assert!(taken.is_free(
            Place {
                day: friday.plus(1),
                ..place
            },
            hours(34, 38)
        ));
        assert!(!promise.holds_on(friday.plus(14)), "it has ended");
        assert!(promise.holds_on(friday.plus(7)));
        assert!(
            !Promise {
                skipped: vec![friday],
                ..promise
            }
            .holds_on(friday)
        );
    }

    #[test]
    fn a_place_comes_back_from_a_form_as_it_went() {
        let place = Place {
            day: Day(20_784),
            shift: Uuid::from_u128(1),
            station: Uuid::from_u128(2),
        };
        assert_eq!(Place::parse(&place.text()), Some(place));
        assert_eq!(Place::parse("2026-11-27.x.y"), None);
    }

    #[test]
    fn a_night_ends_before_it_begins_and_is_as_long_as_it_is() {
        let night = Shift {
            id: Uuid::nil(),
            name: "Night".into(),
            begins: 22 * 60,
            ends: 6 * 60,
        };
        assert_eq!((night.length(), night.goes_on()), (480, true));
        assert_eq!(Shift::clock(390), "06:30");
    }
}
