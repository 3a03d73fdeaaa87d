//! The time of something that is written down later than it was: after a power cut, or when nobody had a hand free. A clock time of the hospital, within the last half day; never ahead.

use crate::invalid::Invalid;
use crate::time::{Moment, Zone, read_clock};

/// How far back, in minutes: half a day, so that a clock time means one moment. The database holds it too (`session_started_typed_back` and its like).
pub const BACK: i64 = 12 * 60;

/// The moment that somebody typed in the field `at`; none where it was left empty, so that it is now.
///
/// # Errors
/// For what is no clock time, for one that is ahead, and for one of longer ago than [`BACK`].
pub fn read(typed: &str, now: Moment, zone: &Zone) -> Result<Option<Moment>, Invalid> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let Some((hour, minute)) = read_clock(typed) else {
        return Err(Invalid::new("at", "Enter a time of the clock, such as 14:20."));
    };
    let wall = zone.civil(now);
    let of_day = |hour: u8, minute: u8| i64::from(hour) * 60 + i64::from(minute);
    let ago = (of_day(wall.hour, wall.minute) - of_day(hour, minute)).rem_euclid(24 * 60);
    let far = || Invalid::new("at", "Enter a time of the last 12 hours. Nothing is written ahead.");
    if ago > BACK {
        return Err(far());
    }
    let straight = Moment(now.minute().0 - ago * 60_000_000);
    // Where the clocks were changed in between, as many hours back as the wall says.
    let changed = zone.offset_at(now) - zone.offset_at(straight);
    let at = straight.plus_seconds(f64::from(changed));
    let shows = zone.civil(at);
    let is_near = (0.0..=BACK as f64 * 60.0).contains(&now.seconds_since(at));
    match is_near && (shows.hour, shows.minute) == (hour, minute) {
        true => Ok(Some(at)),
        false => Err(far()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nairobi() -> Zone {
        Zone {
            name: "Africa/Nairobi".into(),
            offsets: vec![(Moment(0), 10_800, "EAT".into())],
        }
    }

    /// 2026-11-27, by the clock of Nairobi.
    fn nairobi_at(hour: i64, minute: i64) -> Moment {
        Moment((1_795_737_600 - 10_800 + hour * 3_600 + minute * 60) * 1_000_000)
    }

    #[test]
    fn a_clock_time_is_the_last_one_that_the_wall_showed() {
        let now = nairobi_at(15, 5).plus_seconds(42.5);
        let read = |typed: &str| read(typed, now, &nairobi());
        assert_eq!(read("  "), Ok(None));
        assert_eq!(read("14:20"), Ok(Some(nairobi_at(14, 20))));
        assert_eq!(read("15:05"), Ok(Some(nairobi_at(15, 5))), "the minute that runs");
        assert_eq!(read("3:06"), Ok(Some(nairobi_at(3, 6))), "half a day");
        for wrong in ["15:06", "3:05", "soon", "25:00", "2"] {
            assert_eq!(read(wrong).unwrap_err().field, "at", "{wrong}");
        }
        // After midnight it is of the evening before.
        let night = nairobi_at(24, 30);
        assert_eq!(super::read("23:50", night, &nairobi()), Ok(Some(nairobi_at(23, 50))));
    }

    #[test]
    fn over_a_change_of_the_clocks_it_is_what_the_wall_showed() {
        let change = Moment(1_774_746_000_000_000); // 2026-03-29T01:00:00Z, Europe/Paris: 02:00 becomes 03:00
        let zone = Zone {
            name: "Europe/Paris".into(),
            offsets: vec![(Moment(0), 3_600, "CET".into()), (change, 7_200, "CEST".into())],
        };
        let now = change.plus_seconds(1_800.0);
        assert_eq!(read("01:45", now, &zone), Ok(Some(change.plus_seconds(-900.0))));
        assert!(read("02:30", now, &zone).is_err(), "the wall never showed it");
    }
}
