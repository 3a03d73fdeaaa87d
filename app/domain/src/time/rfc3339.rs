//! Times as text: RFC 3339 in, RFC 3339 in UTC out. Small on purpose, because the browser carries it too.

use super::{Moment, date_of};

/// The moment as RFC 3339 in UTC: `2026-11-22T10:00:00Z`, with six decimals where it is not a whole second.
pub fn rfc3339(at: Moment) -> String {
    let (seconds, micros) = (at.0.div_euclid(1_000_000), at.0.rem_euclid(1_000_000));
    let (year, month, day) = date_of(seconds.div_euclid(86_400));
    let second = seconds.rem_euclid(86_400);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    if micros == 0 {
        format!("{text}Z")
    } else {
        format!("{text}.{micros:06}Z")
    }
}

/// Reads an RFC 3339 time with any offset; `None` when the text is not one.
///
/// Finer digits than a microsecond are cut off, never rounded, so that the same text always names the same reading.
/// A leap second (`23:59:60`) is the first moment of the next minute, as in PostgreSQL.
pub fn parse_rfc3339(text: &str) -> Option<Moment> {
    let mut rest = Digits(text.as_bytes());
    let year = rest.number(4)?;
    let month = rest.after(b"-")?.number(2)?;
    let day = rest.after(b"-")?.number(2)?;
    let hour = rest.after(b"Tt ")?.number(2)?;
    let minute = rest.after(b":")?.number(2)?;
    let second = rest.after(b":")?.number(2)?;
    let leap = second == 60 && minute == 59;
    if day == 0 || day > days_in_month(year, month)? || hour > 23 || minute > 59 || (second > 59 && !leap) {
        return None;
    }
    let micros = rest.fraction()?;
    let offset = rest.offset()?;
    let seconds = days_of(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset;
    Some(Moment(seconds * 1_000_000 + micros))
}

/// The day number since 1970-01-01 of a civil date (Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`).
fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = (month + 9) % 12;
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Days of a month; `None` when there is no such month.
fn days_in_month(year: i64, month: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => Some(if leap { 29 } else { 28 }),
        4 | 6 | 9 | 11 => Some(30),
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        _ => None,
    }
}

/// What is still to be read.
struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// Skips one byte, which must be one of `any`.
    fn after(&mut self, any: &[u8]) -> Option<&mut Self> {
        let found = self.next()?;
        any.contains(&found).then_some(self)
    }

    /// A number of exactly `digits` digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let mut value = 0;
        for _ in 0..digits {
            let digit = self.next()?;
            value = value * 10 + i64::from(digit.is_ascii_digit().then(|| digit - b'0')?);
        }
        Some(value)
    }

    /// The microseconds of an optional fraction; a point needs one digit at least.
    fn fraction(&mut self) -> Option<i64> {
        let Some((b'.', rest)) = self.0.split_first() else {
            return Some(0);
        };
        let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        let micros = (0..6).fold(0, |sum, place| {
            sum * 10 + digits.get(place).map_or(0, |digit| i64::from(digit - b'0'))
        });
        (length > 0).then_some(micros)
    }

    /// The offset in seconds east of UTC, which ends the text.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.next()? {
            b'Z' | b'z' => return self.0.is_empty().then_some(0),
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let hours = self.number(2)?;
        let minutes = self.after(b":")?.number(2)?;
        (hours <= 23 && minutes <= 59 && self.0.is_empty()).then_some(sign * (hours * 3_600 + minutes * 60))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_example_of_the_api_is_read_and_written() {
        let at = parse_rfc3339("2026-11-22T10:00:00Z").unwrap();
        assert_eq!(at, Moment(1_795_341_600_000_000)); // date -u -d 2026-11-22T10:00:00Z +%s
        assert_eq!(rfc3339(at), "2026-11-22T10:00:00Z");
    }

    #[test]
    fn the_examples_of_rfc_3339_section_5_8_are_read() {
        // The first two stand in the RFC; the second is the same instant as 1996-12-20T00:39:57Z, it says.
        let first = parse_rfc3339("1985-04-12T23:20:50.52Z").unwrap();
        assert_eq!(rfc3339(first), "1985-04-12T23:20:50.520000Z");
        assert_eq!(
            parse_rfc3339("1996-12-19T16:39:57-08:00"),
            parse_rfc3339("1996-12-20T00:39:57Z")
        );
        // A leap second, and the odd zone of the Netherlands before 1937.
        assert_eq!(
            parse_rfc3339("1990-12-31T23:59:60Z"),
            parse_rfc3339("1991-01-01T00:00:00Z")
        );
        assert_eq!(
            parse_rfc3339("1937-01-01T12:00:27.87+00:20"),
            parse_rfc3339("1937-01-01T11:40:27.870Z")
        );
    }

    #[test]
    fn finer_digits_than_a_microsecond_are_cut_off() {
        let cut = parse_rfc3339("2026-11-22T10:00:00.123456999Z").unwrap();
        assert_eq!(cut.0 % 1_000_000, 123_456);
        assert_eq!(parse_rfc3339("2026-11-22t10:00:00.1z").unwrap().0 % 1_000_000, 100_000);
    }

    #[test]
    fn what_is_not_a_time_is_refused() {
        let wrong = [
            "",
            "now",
            "2026-11-22",
            "2026-11-22T10:00:00",
            "2026-11-22T10:00Z",
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "2026-02-00T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T10:60:00Z",
            "2026-11-22T10:00:60Z",
            "2026-11-22T10:00:61Z",
            "2026-11-22T10:00:00.Z",
            "2026-11-22T10:00:00Z ",
            "2026-11-22T10:00:00+24:00",
            "2026-11-22T10:00:00+01:60",
            "2026-11-22T10:00:00+0100",
            "+026-11-22T10:00:00Z",
            "2026/11/22T10:00:00Z",
            "1795341600",
            "2026-11-22T10:00:00é",
        ];
        for text in wrong {
            assert_eq!(parse_rfc3339(text), None, "{text}");
        }
        assert!(parse_rfc3339("2024-02-29T00:00:00Z").is_some());
        assert!(parse_rfc3339("2100-02-29T00:00:00Z").is_none());
        assert!(parse_rfc3339("2000-02-29T00:00:00Z").is_some());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(micros in -62_135_596_800_000_000_i64..253_402_300_799_000_000) {
            prop_assert_eq!(parse_rfc3339(&rfc3339(Moment(micros))), Some(Moment(micros)));
        }
    }
}
