//! What people type into forms about themselves, read once at the door: an address, a number, a name, a date of birth. Each answers a sentence that says what
//! would be right, and never repeats what was typed.

use crate::invalid::{Invalid, is_printable};
use crate::time::Civil;

/// The longest e-mail address that any mail server takes (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets).
const LONGEST_EMAIL: usize = 254;
/// The longest name of a person or a house.
const LONGEST_NAME: usize = 120;
/// The longest free text of a form.
const LONGEST_TEXT: usize = 500;
/// Nobody who is alive was born before.
const EARLIEST_YEAR: i32 = 1900;

/// An e-mail address as accounts keep it: lower case, one `@`, a domain with a dot in it.
pub fn email(field: &str, typed: &str) -> Result<String, Invalid> {
    let address = typed.trim().to_lowercase();
    let wrong = || Invalid::new(field, "Enter an e-mail address, such as name@example.org.");
    let (local, domain) = address.split_once('@').ok_or_else(wrong)?;
    let plain = |part: &str| {
        !part.is_empty()
            && is_printable(part)
            && !part.chars().any(|sign| {
                sign.is_whitespace()
                    || matches!(
                        sign,
                        '@' | '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '\\' | '[' | ']'
                    )
            })
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !part.contains("..")
    };
    let is_right =
        address.len() <= LONGEST_EMAIL && address.is_ascii() && plain(local) && plain(domain) && domain.contains('.');
    is_right.then_some(address.clone()).ok_or_else(wrong)
}

/// A phone number as accounts keep it: `+` and 6 to 15 digits (ITU-T E.164).
pub fn phone(field: &str, typed: &str) -> Result<String, Invalid> {
    let bare: String = typed
        .trim()
        .chars()
        .filter(|sign| !matches!(sign, ' ' | '.' | '-' | '(' | ')' | '/'))
        .collect();
    let number = bare.strip_prefix("00").map_or(bare.clone(), |rest| format!("+{rest}"));
    let digits = number.strip_prefix('+').unwrap_or_default();
    let is_right = (6..=15).contains(&digits.len()) && digits.bytes().all(|sign| sign.is_ascii_digit());
    is_right.then(|| number.clone()).ok_or_else(|| {
        Invalid::new(
            field,
            "Enter the phone number with its country code, such as +254 700 000 001.",
        )
    })
}

/// A name of a person, a ward or a house: something, in signs that can be seen, and not too long.
pub fn name(field: &str, what: &str, typed: &str) -> Result<String, Invalid> {
    text(field, what, typed, LONGEST_NAME)
}

/// A few words: an address, a reason.
pub fn words(field: &str, what: &str, typed: &str) -> Result<String, Invalid> {
    text(field, what, typed, LONGEST_TEXT)
}

fn text(field: &str, what: &str, typed: &str, longest: usize) -> Result<String, Invalid> {
    let given: String = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match given.chars().count() {
        0 => Err(Invalid::new(field, format!("Enter {what}."))),
        long if long > longest => Err(Invalid::new(field, format!("Use at most {longest} characters here."))),
        _ if !is_printable(&given) => Err(Invalid::new(field, "Some of these signs cannot be seen. Type it anew.")),
        _ => Ok(given),
    }
}

/// A date of birth, typed as `2001-12-31`: year, month, day. `today` is the hospital's.
pub fn born_on(field: &str, typed: &str, today: Civil) -> Result<(i32, u8, u8), Invalid> {
    let wrong = || {
        Invalid::new(
            field,
            "Enter the date of birth as year, month and day, such as 1969-04-02.",
        )
    };
    let mut parts = typed.trim().splitn(3, '-');
    let mut part = |digits: std::ops::RangeInclusive<usize>| {
        let part = parts
            .next()
            .filter(|part| digits.contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_digit()));
        part.and_then(|part| part.parse::<i32>().ok()).ok_or_else(wrong)
    };
    let (year, month, day) = (part(4..=4)?, part(1..=2)?, part(1..=2)?);
    if !(1..=12).contains(&month) || !(1..=days(year, month)).contains(&day) {
        return Err(wrong());
    }
    let date = (year, month as u8, day as u8);
    if year < EARLIEST_YEAR || date > (today.year, today.month, today.day) {
        return Err(Invalid::new(
            field,
            "This date of birth lies in the future or too far back. Check the year.",
        ));
    }
    Ok(date)
}

/// Days of a month in the Gregorian calendar.
pub(crate) const fn days(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Civil = Civil {
        year: 2026,
        month: 11,
        day: 26,
        hour: 8,
        minute: 0,
        second: 0,
    };

    #[test]
    fn an_address_is_kept_in_lower_case_and_one_that_no_server_takes_is_refused() {
        assert_eq!(
            email("email", " Amina.Otieno@Example.ORG ").unwrap(),
            "amina.otieno@example.org"
        );
        assert!(email("email", "o'neil+ward4@a-b.example.org").is_ok());
        let long = format!("{}@example.org", "a".repeat(250));
        for wrong in [
            "",
            "amina",
            "@example.org",
            "amina@",
            "a@b@example.org",
            "amina@localhost",
            "a b@example.org",
            "amina@example..org",
            "amina@.org",
            "a\r\nbcc: x@example.org",
            "<amina@example.org>",
            "amina@example.org,b@example.org",
            "ämina@example.org",
            &long,
        ] {
            assert_eq!(email("email", wrong).unwrap_err().field, "email", "{wrong:?}");
        }
    }

    #[test]
    fn a_phone_number_is_kept_as_plus_and_digits() {
        for typed in ["+254 700 000 001", "00254-700-000-001", "+254 (700) 000.001"] {
            assert_eq!(phone("phone", typed).unwrap(), "+254700000001", "{typed}");
        }
        for wrong in [
            "",
            "0700000001",
            "+12345",
            "+1234567890123456",
            "+25470000000a",
            "++254700000001",
        ] {
            assert!(phone("phone", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_name_is_given_in_signs_that_can_be_seen() {
        assert_eq!(name("name", "your name", "  Anna   Świątek ").unwrap(), "Anna Świątek");
        assert_eq!(name("name", "your name", " ").unwrap_err().reason, "Enter your name.");
        assert!(name("name", "your name", &"x".repeat(121)).is_err());
        assert!(name("name", "your name", "Anna\u{202e}").is_err());
        assert_eq!(words("reason", "a reason", "first\nsecond").unwrap(), "first second");
    }

    #[test]
    fn a_date_of_birth_is_a_day_that_was() {
        let read = |typed: &str| born_on("born_on", typed, TODAY);
        assert_eq!(read("1969-04-02").unwrap(), (1969, 4, 2));
        assert_eq!(read("2000-02-29").unwrap(), (2000, 2, 29));
        assert_eq!(read("2026-11-26").unwrap(), (2026, 11, 26), "born today");
        for wrong in [
            "",
            "1969",
            "1969-13-01",
            "1969-04-31",
            "1900-02-29",
            "2026-11-27",
            "1899-12-31",
            "02-04-1969",
            "1969-04-02T00",
            "+969-04-02",
            "1969-4--2",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
