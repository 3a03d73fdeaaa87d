//! Days of the week.

use serde::{Deserialize, Serialize};

use super::named::named;

named! {
    /// A day of the week, Monday first (ISO 8601).
    Weekday {
        /// Monday.
        Monday = "mon",
        /// Tuesday.
        Tuesday = "tue",
        /// Wednesday.
        Wednesday = "wed",
        /// Thursday.
        Thursday = "thu",
        /// Friday.
        Friday = "fri",
        /// Saturday.
        Saturday = "sat",
        /// Sunday.
        Sunday = "sun",
    }
}

impl Weekday {
    /// The day of a day number since 1970-01-01, which was a Thursday.
    pub fn of_day(days: i64) -> Self {
        let place = (days + 3).rem_euclid(7) as usize;
        Self::ALL.get(place).copied().unwrap_or(Self::Monday)
    }

    /// 1 for Monday to 7 for Sunday, as ISO 8601 and `extract(isodow …)` count.
    pub const fn iso(self) -> i16 {
        self as i16 + 1
    }

    /// The day of an ISO number.
    pub fn of_iso(iso: i16) -> Option<Self> {
        let place = usize::try_from(iso).ok()?.checked_sub(1)?;
        Self::ALL.get(place).copied()
    }
}

/// Some days of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Days(u8);

impl Days {
    /// Of these.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Self {
        Self(days.into_iter().fold(0, |all, day| all | 1 << day as u8))
    }

    /// Of numbers as ISO 8601 counts; others are left out.
    pub fn of_iso(days: impl IntoIterator<Item = i16>) -> Self {
        Self::of(days.into_iter().filter_map(Weekday::of_iso))
    }

    /// As names with commas between, as a form or a column keeps them; names that are none are left out.
    pub fn parse(text: &str) -> Self {
        Self::of(text.split(',').filter_map(|name| Weekday::parse(name.trim())))
    }

    /// As names with commas between: `mon,wed,fri`.
    pub fn text(self) -> String {
        self.iter().map(Weekday::name).collect::<Vec<_>>().join(",")
    }

    /// Whether that day is one.
    pub const fn has(self, day: Weekday) -> bool {
        self.0 & (1 << day as u8) != 0
    }

    /// Each, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Weekday::ALL.iter().copied().filter(move |day| self.has(*day))
    }

    /// How many.
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The most days from one treatment to the next, round the week: 3 for Monday, Wednesday, Friday; none for no day.
    pub fn longest_gap(self) -> Option<u32> {
        let all: Vec<i32> = self.iter().map(|day| day as i32).collect();
        let first = all.first()?;
        let next = all.iter().skip(1).copied().chain([first + 7]);
        all.iter().zip(next).map(|(day, next)| (next - day) as u32).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_monday_and_their_longest_gap_goes_round_the_week() {
        assert_eq!(Weekday::of_day(0), Weekday::Thursday);
        assert_eq!(Weekday::of_day(-1), Weekday::Wednesday);
        assert_eq!(Weekday::of_day(20_784), Weekday::Friday, "2026-11-27");
        let usual = Days::parse("fri,mon,wed");
        assert_eq!(
            (usual.text().as_str(), usual.count(), usual.longest_gap()),
            ("mon,wed,fri", 3, Some(3))
        );
        assert_eq!(Days::parse("tue").longest_gap(), Some(7));
        assert_eq!(Days::default().longest_gap(), None);
        assert_eq!(Days::of_iso([1, 3, 5, 9, 0]), usual);
        for day in Weekday::ALL {
            assert_eq!(Weekday::of_iso(day.iso()), Some(*day));
        }
    }
}
