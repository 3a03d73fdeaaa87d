//! A day as far as somebody knows it: a year, a month of a year, or the day itself.

use crate::invalid::Invalid;
use crate::time::Civil;
use crate::typed;

/// What is known of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The year.
    pub year: i32,
    /// The month, when it is known.
    pub month: Option<u8>,
    /// The day of the month, when it is known too.
    pub day: Option<u8>,
}

/// No record of a living person begins before, and nobody plans so far ahead.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

impl Dated {
    /// As it is kept: `2019`, `2019-05` or `2019-05-09`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4..=4)?;
        let month = parts
            .next()
            .map(|part| number(part, 1..=2).ok_or(()))
            .transpose()
            .ok()?;
        let day = parts
            .next()
            .map(|part| number(part, 1..=2).ok_or(()))
            .transpose()
            .ok()?;
        let is_month = month.is_none_or(|month| (1..=12).contains(&month));
        let is_day = match (month, day) {
            (Some(month), Some(day)) => (1..=typed::days(year, month)).contains(&day),
            (_, None) => true,
            (None, Some(_)) => false,
        };
        let is_whole = parts.next().is_none() && YEARS.contains(&year) && is_month && is_day;
        let small = |number: Option<i32>| number.and_then(|number| u8::try_from(number).ok());
        is_whole.then_some(Self {
            year,
            month: small(month),
            day: small(day),
        })
    }

    /// As it is kept.
    pub fn text(self) -> String {
        let month = self.month.map(|month| format!("-{month:02}")).unwrap_or_default();
        let day = self.day.map(|day| format!("-{day:02}")).unwrap_or_default();
        format!("{:04}{month}{day}", self.year)
    }

    /// The first day that it can be.
    fn begins(self) -> (i32, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that it can be, or later.
    fn ends(self) -> (i32, u8, u8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }

    /// Whether it lies wholly before `other` begins.
    pub fn is_before(self, other: Self) -> bool {
        self.ends() < other.begins()
    }

    /// Whether it is over on that day.
    pub fn is_over(self, today: Civil) -> bool {
        self.ends() < (today.year, today.month, today.day)
    }

    /// What was typed, which may stay empty; points, slashes and hyphens separate alike, and a month may stand before its year.
    pub fn read(field: &str, typed: &str) -> Result<Option<Self>, Invalid> {
        let text = typed.trim().replace(['.', '/', ' '], "-");
        if text.is_empty() {
            return Ok(None);
        }
        let turned = match text.split_once('-') {
            Some((month, year)) if month.len() <= 2 && year.len() == 4 => format!("{year}-{month}"),
            _ => text,
        };
        Self::parse(&turned).map(Some).ok_or_else(|| {
            Invalid::new(
                field,
                "Enter a year, a month or a day, such as 2019, 2019-05 or 2019-05-09.",
            )
        })
    }

    /// The same of something that has begun.
    pub fn read_begun(field: &str, typed: &str, today: Civil) -> Result<Option<Self>, Invalid> {
        match Self::read(field, typed)? {
            Some(known) if known.begins() > (today.year, today.month, today.day) => Err(Invalid::new(
                field,
                "This lies ahead. Enter when it was, as far as it is known.",
            )),
            known => Ok(known),
        }
    }
}

fn number(part: &str, digits: std::ops::RangeInclusive<usize>) -> Option<i32> {
    let is_number = digits.contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_digit());
    is_number.then(|| part.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Civil = Civil {
        year: 2026,
        month: 11,
        day: 26,
        hour: 0,
        minute: 0,
        second: 0,
    };

    #[test]
    fn a_year_a_month_and_a_day_are_each_kept_as_far_as_they_are_known() {
        for (typed, kept) in [
            ("2019", "2019"),
            (" 2019-5 ", "2019-05"),
            ("5/2019", "2019-05"),
            ("2019.05.09", "2019-05-09"),
            ("2024-02-29", "2024-02-29"),
        ] {
            let read = Dated::read("since", typed).unwrap().unwrap();
            assert_eq!(read.text(), kept, "{typed}");
            assert_eq!(Dated::parse(kept), Some(read));
        }
        assert_eq!(Dated::read("since", " "), Ok(None));
        for wrong in [
            "19",
            "2019-13",
            "2023-02-29",
            "2019-05-09-1",
            "soon",
            "1899",
            "9.5.2019x",
            "+201",
        ] {
            assert!(Dated::read("since", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_has_begun_lies_not_ahead_and_this_month_has_begun() {
        let begun = |typed: &str| Dated::read_begun("since", typed, TODAY);
        assert!(begun("2026").is_ok() && begun("2026-11").is_ok() && begun("2026-11-26").is_ok());
        assert!(begun("2026-12").is_err() && begun("2026-11-27").is_err() && begun("2027").is_err());
    }

    #[test]
    fn a_year_is_over_when_its_last_day_is() {
        let known = |text: &str| Dated::parse(text).unwrap();
        assert!(!known("2026").is_over(TODAY) && known("2026-10").is_over(TODAY));
        assert!(!known("2026-11-26").is_over(TODAY), "a day is over when it has passed");
        assert!(known("2018").is_before(known("2019-05")) && !known("2019").is_before(known("2019-05")));
    }
}
