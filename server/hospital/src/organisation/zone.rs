//! A hospital's civil time as plain transitions, so that server and browser print the same clock from the same code.

use std::sync::LazyLock;

use domain::time::{Moment, Zone};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// How far to either side of "now" a page may show times.
const DAYS: f64 = 40.0;

/// The offsets of the IANA zone `name` from 40 days before `around` to 40 days after it.
///
/// A name that the bundled time-zone data does not know answers UTC, and says so in the name that pages show.
pub fn zone(name: &str, around: Moment) -> Zone {
    let (name, zone) = match TimeZone::get(name) {
        Ok(zone) => (name, zone),
        Err(error) => {
            tracing::warn!(%error, "a hospital's time zone is unknown; UTC is shown");
            ("UTC", TimeZone::UTC)
        }
    };
    let (begin, end) = (
        around.plus_seconds(-DAYS * 86_400.0),
        around.plus_seconds(DAYS * 86_400.0),
    );
    let from = Timestamp::from_microsecond(begin.0).unwrap_or(Timestamp::UNIX_EPOCH);
    let first = zone.to_offset_info(from);
    let mut offsets = vec![(begin, first.offset().seconds(), first.abbreviation().to_owned())];
    offsets.extend(
        zone.following(from)
            .map(|change| {
                (
                    Moment(change.timestamp().as_microsecond()),
                    change.offset().seconds(),
                    change.abbreviation().to_owned(),
                )
            })
            .take_while(|(at, _, _)| *at <= end),
    );
    Zone {
        name: name.to_owned(),
        offsets,
    }
}

/// The zone of this name as continent and city, such as `Africa/Nairobi`, when the bundled time-zone data knows it.
pub fn place_of_zone(typed: &str) -> Option<String> {
    let name = typed.trim();
    let known = name.contains('/') && name.len() <= 64;
    let zone = known.then(|| TimeZone::get(name).ok()).flatten();
    zone.and_then(|zone| zone.iana_name().map(str::to_owned))
}

/// Every zone that a hospital may stand in, by name; those without a place (`Etc/GMT+3`) are not offered.
pub fn places_of_zones() -> &'static [String] {
    static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let known = jiff::tz::db().available().map(|name| name.to_string());
        let mut places: Vec<String> = known
            .filter(|name| !name.starts_with("Etc/") && place_of_zone(name).as_ref() == Some(name))
            .collect();
        places.sort_unstable();
        places
    });
    &PLACES
}

/// When the day of this year, month and day begins on the clocks of the IANA zone `name`, and so many days after it; none for a day that there is not.
pub fn day_begins(name: &str, (year, month, day): (i16, i8, i8), days_after: i64) -> Option<Moment> {
    let date = jiff::civil::Date::new(year, month, day).ok()?;
    let date = date.checked_add(jiff::Span::new().try_days(days_after).ok()?).ok()?;
    let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
    let begins = date.to_zoned(zone).ok()?;
    Some(Moment(begins.timestamp().as_microsecond()))
}

/// When the clock on the wall of the IANA zone `name` shows so many minutes after midnight of this year, month and day; none for a day that there is not. A time that
/// the clocks skip is the same time after midnight as if they had not; of a time that they show twice it is the first.
pub fn on_the_wall(name: &str, (year, month, day): (i32, u8, u8), minutes: u16) -> Option<Moment> {
    let (year, month, day) = (
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    );
    let clock = jiff::civil::Date::new(year, month, day).ok()?;
    let clock = clock.at(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0);
    let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
    let at = clock.to_zoned(zone).ok()?;
    Some(Moment(at.timestamp().as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_on_the_wall_is_found_on_days_on_which_the_clocks_change() {
        let at = |day, minutes| on_the_wall("Europe/Paris", day, minutes).unwrap();
        let hours = |from: Moment, to: Moment| to.seconds_since(from) / 3_600.0;
        // 2026-03-29: from 02:00 to 03:00; 2026-10-25: from 03:00 back to 02:00.
        assert_eq!(hours(at((2026, 3, 28), 22 * 60), at((2026, 3, 29), 6 * 60)), 7.0);
        assert_eq!(hours(at((2026, 10, 24), 22 * 60), at((2026, 10, 25), 6 * 60)), 9.0);
        assert_eq!(hours(at((2026, 3, 29), 6 * 60), at((2026, 3, 29), 11 * 60)), 5.0);
        assert_eq!(at((2026, 3, 29), 150), at((2026, 3, 29), 210), "02:30 is not there");
        assert_eq!(on_the_wall("UTC", (2026, 2, 30), 0), None);
    }

    #[test]
    fn a_zone_with_summer_time_carries_its_change() {
        let change = Moment(1_774_746_000_000_000); // 2026-03-29T01:00:00Z
        let paris = zone("Europe/Paris", change);
        assert_eq!(paris.name, "Europe/Paris");
        assert_eq!(paris.offsets.len(), 2, "one offset before, one after");
        assert_eq!(paris.offset_at(Moment(change.0 - 1)), 3_600);
        assert_eq!(paris.offsets[1], (change, 7_200, "CEST".to_owned()));
    }

    #[test]
    fn the_zones_that_are_offered_are_places_that_the_clock_knows() {
        let places = places_of_zones();
        assert!(places.len() > 300, "{}", places.len());
        for place in ["Africa/Nairobi", "Europe/Berlin", "America/Argentina/Buenos_Aires"] {
            assert!(places.iter().any(|known| known == place), "{place}");
        }
        assert!(
            places
                .iter()
                .all(|place| place.contains('/') && !place.starts_with("Etc/"))
        );
    }

    #[test]
    fn a_zone_without_changes_has_one_offset() {
        let nairobi = zone("Africa/Nairobi", Moment(1_774_746_000_000_000));
        assert_eq!(
            nairobi
                .offsets
                .iter()
                .map(|(_, offset, short)| (*offset, short.as_str()))
                .collect::<Vec<_>>(),
            [(10_800, "EAT")]
        );
    }

    #[test]
    fn a_day_begins_by_the_clock_on_the_wall() {
        let begins = |days| day_begins("Europe/Paris", (2026, 3, 29), days).unwrap();
        assert_eq!(
            begins(1).seconds_since(begins(0)),
            23.0 * 3_600.0,
            "the clocks go forward"
        );
        assert_eq!(day_begins("UTC", (1970, 1, 2), 0), Some(Moment(86_400_000_000)));
        assert_eq!(day_begins("UTC", (2026, 2, 30), 0), None);
    }

    #[test]
    fn an_unknown_zone_says_that_it_shows_utc() {
        let unknown = zone("Mars/Olympus", Moment(0));
        assert_eq!((unknown.name.as_str(), unknown.offset_at(Moment(0))), ("UTC", 0));
    }
}
