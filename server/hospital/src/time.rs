//! Between [`Moment`] and what sqlx speaks.

use domain::dialysis::places::Day;
use domain::time::Moment;
use time::macros::datetime;
use time::{Date, OffsetDateTime};

/// The years that devices, people and PostgreSQL all know.
const FIRST: OffsetDateTime = datetime!(0001-01-01 00:00 UTC);
const LAST: OffsetDateTime = datetime!(9999-12-31 00:00 UTC);

/// As `timestamptz`. A moment outside of the years 1 to 9999 becomes the first or the last of them: PostgreSQL would refuse some.
pub fn to_db(at: Moment) -> OffsetDateTime {
    let beyond = if at.0 < 0 { FIRST } else { LAST };
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(at.0) * 1_000).map_or(beyond, |at| at.clamp(FIRST, LAST))
}

/// From `timestamptz`.
pub fn from_db(at: OffsetDateTime) -> Moment {
    Moment(i64::try_from(at.unix_timestamp_nanos() / 1_000).unwrap_or(0))
}

/// The number of 1970-01-01 among Julian days.
const EPOCH: i32 = 2_440_588;

/// As `date`. A day that PostgreSQL would refuse becomes the first of 1970.
pub fn to_date(day: Day) -> Date {
    let julian = i32::try_from(day.0).ok().and_then(|number| number.checked_add(EPOCH));
    julian
        .and_then(|number| Date::from_julian_day(number).ok())
        .unwrap_or(time::macros::date!(1970 - 01 - 01))
}

/// From `date`.
pub fn from_date(date: Date) -> Day {
    Day(i64::from(date.to_julian_day() - EPOCH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_is_a_time_that_the_database_takes() {
        for (moment, year) in [
            (i64::MIN, 1),
            (-377_705_116_800_000_000, 1),
            (0, 1970),
            (i64::MAX, 9999),
        ] {
            assert_eq!(to_db(Moment(moment)).year(), year, "{moment}");
        }
        assert_eq!(
            from_db(to_db(Moment(1_795_341_600_000_001))),
            Moment(1_795_341_600_000_001)
        );
    }
}
