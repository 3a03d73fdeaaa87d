//! Time as it travels: [`Moment`], microseconds since 1970 in UTC, and [`Zone`], the hospital's civil time as the server
//! computed it, so that browser and server print the same clock from the same code.

mod rfc3339;

pub use rfc3339::{parse_rfc3339, rfc3339};

use serde::{Deserialize, Serialize};

/// A point in time: microseconds since 1970-01-01T00:00:00Z, the precision that PostgreSQL keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// From milliseconds since 1970, as a browser's clock gives them.
    #[inline]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis * 1_000)
    }

    /// Milliseconds since 1970.
    #[inline]
    pub const fn millis(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// This moment and `seconds` more (or fewer, when negative).
    #[must_use]
    #[inline]
    pub fn plus_seconds(self, seconds: f64) -> Self {
        Self(self.0.saturating_add((seconds * 1e6) as i64))
    }

    /// The whole minute in which it lies, as a clock shows it.
    #[must_use]
    #[inline]
    pub const fn minute(self) -> Self {
        Self(self.0 - self.0.rem_euclid(60_000_000))
    }

    /// Seconds from `earlier` to this moment; negative when `earlier` is later.
    #[inline]
    pub fn seconds_since(self, earlier: Self) -> f64 {
        (self.0.saturating_sub(earlier.0)) as f64 / 1e6
    }
}

/// The civil time of one hospital over the days that a page shows: offsets from UTC and when they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// The IANA name, such as `Africa/Nairobi`; shown in full where a time needs its zone.
    pub name: String,
    /// `(from, offset in seconds east of UTC, short name such as EAT)`, ascending; the first holds for all earlier times too.
    pub offsets: Vec<(Moment, i32, String)>,
}

/// A civil date and time: what a clock on the hospital's wall shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// Year, such as 2026.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
}

impl Zone {
    /// The offset in seconds east of UTC that holds at `at`; 0 for a zone without offsets.
    pub fn offset_at(&self, at: Moment) -> i32 {
        let holds = self.offsets.iter().rev().find(|(from, _, _)| *from <= at);
        holds.or(self.offsets.first()).map_or(0, |(_, offset, _)| *offset)
    }

    /// The day on the wall at a moment: year, month, day.
    pub fn day(&self, at: Moment) -> (i32, u8, u8) {
        let civil = self.civil(at);
        (civil.year, civil.month, civil.day)
    }

    /// What the wall clock shows at `at`.
    pub fn civil(&self, at: Moment) -> Civil {
        let local = at.0.div_euclid(1_000_000) + i64::from(self.offset_at(at));
        let (days, seconds) = (local.div_euclid(86_400), local.rem_euclid(86_400));
        let (year, month, day) = date_of(days);
        Civil {
            year,
            month,
            day,
            hour: (seconds / 3_600) as u8,
            minute: (seconds / 60 % 60) as u8,
            second: (seconds % 60) as u8,
        }
    }
}

/// Year, month and day of a day number since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`).
pub fn date_of(days: i64) -> (i32, u8, u8) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year as i32, month as u8, day as u8)
}

/// A clock time as people type it: `13:42`, `9:05`, `13.42`, `1342`. Hour and minute; nothing for what no clock shows.
pub fn read_clock(text: &str) -> Option<(u8, u8)> {
    let text = text.trim();
    let (hour, minute) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None => text.split_at_checked(text.len().checked_sub(2)?)?,
    };
    let two = |part: &str, least: usize| {
        let digits = (least..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u8>().ok()).flatten()
    };
    let (hour, minute) = (two(hour, 1)?, two(minute, 2)?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

/// The same as minutes after midnight.
pub fn read_minutes(text: &str) -> Option<u16> {
    read_clock(text).map(|(hour, minute)| u16::from(hour) * 60 + u16::from(minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wall_clock_follows_the_zone_over_a_change_of_offset() {
        let change = Moment(1_774_746_000_000_000); // 2026-03-29T01:00:00Z, Europe/Paris
        let zone = Zone {
            name: "Europe/Paris".into(),
            offsets: vec![(Moment(0), 3_600, "CET".into()), (change, 7_200, "CEST".into())],
        };
        let before = zone.civil(Moment(change.0 - 1_000_000));
        assert_eq!((before.hour, before.minute, before.second), (1, 59, 59));
        let after = zone.civil(change);
        assert_eq!((after.year, after.month, after.day, after.hour), (2026, 3, 29, 3));
    }

    #[test]
    fn a_clock_time_is_read_as_people_type_it() {
        for (text, read) in [
            ("13:42", Some((13, 42))),
            (" 9:05 ", Some((9, 5))),
            ("13.42", Some((13, 42))),
            ("1342", Some((13, 42))),
            ("905", Some((9, 5))),
            ("00:00", Some((0, 0))),
            ("24:00", None),
            ("12:60", None),
            ("12:5", None),
            ("5", None),
            ("", None),
            ("+1:05", None),
            ("１２:05", None),
            ("1:42 PM", None),
        ] {
            assert_eq!(read_clock(text), read, "{text}");
        }
    }

    #[test]
    fn dates_before_1970_and_leap_days_are_right() {
        assert_eq!(date_of(-1), (1969, 12, 31));
        assert_eq!(date_of(11_016), (2000, 2, 29));
        assert_eq!(date_of(19_782), (2024, 2, 29));
    }
}
