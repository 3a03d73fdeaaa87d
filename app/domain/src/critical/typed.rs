//! What is typed of a critical value. A report reads all of its fields and names every fault.

use serde::Deserialize;

use crate::dialysis::places::Day;
use crate::invalid::{Invalid, is_printable};
use crate::slip;
use crate::time::{Moment, Zone, read_minutes};

/// The most digits of a value.
pub const DIGITS: usize = 12;
/// The longest name of a test, in characters.
pub const NAME: usize = 100;
/// The longest unit.
pub const UNIT: usize = 20;
/// The longest reason.
pub const REASON: usize = 200;
/// The longest text of what was done.
pub const ACTION: usize = 500;
/// A value that was measured longer ago is no news, in seconds: a month. It also keeps the time within the days whose clock [`Zone`] knows.
pub const OLDEST: f64 = 30.0 * 86_400.0;

/// A report as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ReportForm {
    /// The LOINC code of a listed test; empty for another.
    pub test: String,
    /// What another test is called.
    pub name: String,
    /// The value.
    pub value: String,
    /// Its unit; empty for that of the listed test, or for none.
    pub unit: String,
    /// The day on which it was measured, `2026-11-27`.
    pub measured_day: String,
    /// The time on the wall.
    pub measured_time: String,
    /// Why somebody must act now, where no published limit says it.
    pub reason: String,
}

/// What was read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The code of a listed test; whether it is listed says the server.
    pub code: Option<String>,
    /// What the test is called; empty for a listed one.
    pub name: String,
    /// The value, as [`number`] writes it.
    pub value: String,
    /// The unit; empty for that of the listed test, or for none.
    pub unit: String,
    /// When it was measured.
    pub measured_at: Moment,
    /// Why somebody must act now.
    pub reason: Option<String>,
}

/// Reads a report on the clock of the hospital.
///
/// # Errors
/// Every fault.
pub fn report(form: &ReportForm, zone: &Zone, now: Moment) -> Result<Report, Vec<Invalid>> {
    let mut faults = Vec::new();
    let test = form.test.trim();
    if !test.is_empty() && !is_code(test) {
        faults.push(Invalid::new("test", "Choose a test of the list, or name it."));
    }
    let name = words(&form.name);
    if test.is_empty() && !fits(&name, 2, NAME) {
        faults.push(Invalid::new("name", "Name the test in 2 to 100 characters."));
    }
    let value = kept(read_value(&form.value), &mut faults);
    let unit = words(&form.unit);
    if !fits(&unit, 0, UNIT) {
        faults.push(Invalid::new("unit", "Use at most 20 characters for the unit."));
    }
    let measured_at = measured(&form.measured_day, &form.measured_time, (zone, now), &mut faults);
    let said = words(&form.reason);
    let reason = match said.is_empty() {
        true => None,
        false => kept(reason(&said), &mut faults),
    };
    match (value, measured_at) {
        (Some(value), Some(measured_at)) if faults.is_empty() => Ok(Report {
            code: (!test.is_empty()).then(|| test.to_owned()),
            name: if test.is_empty() { name } else { String::new() },
            value,
            unit,
            measured_at,
            reason,
        }),
        _ => Err(faults),
    }
}

/// A plain decimal number, with a point or a comma.
///
/// # Errors
/// For anything else, and for more than 12 digits.
pub fn read_value(text: &str) -> Result<String, Invalid> {
    number(text).ok_or_else(|| {
        let asked = "Type a plain number, such as 6.9, of at most 12 digits.";
        slip::fault("value", text, asked)
    })
}

/// What was done.
///
/// # Errors
/// Too short, too long, or with signs that cannot be seen.
pub fn action(text: &str) -> Result<String, Invalid> {
    let text = words(text);
    match fits(&text, 3, ACTION) {
        true => Ok(text),
        false => Err(Invalid::new("action", "Say what was done, in 3 to 500 characters.")),
    }
}

/// Why: that somebody must act, or that a report was a mistake.
///
/// # Errors
/// Too short, too long, or with signs that cannot be seen.
pub fn reason(text: &str) -> Result<String, Invalid> {
    let text = words(text);
    match fits(&text, 3, REASON) {
        true => Ok(text),
        false => Err(Invalid::new("reason", "Say why, in 3 to 200 characters.")),
    }
}

/// A number as it is kept: `6.9` for `6,90`, without signs that say nothing; none for what is no plain decimal number. There is no exponent and no sign for thousands: what two people
/// would read differently is refused.
pub fn number(text: &str) -> Option<String> {
    let text = text.trim();
    // 1,234 is a thousand and more to one reader, and little more than one to another.
    if slip::is_either(text) {
        return None;
    }
    let text = text.replace(',', ".");
    let (is_negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
    if !is_digits(whole) || !is_digits(part) || digits.bytes().filter(u8::is_ascii_digit).count() > DIGITS {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        some => some,
    };
    let number = match part.trim_end_matches('0') {
        "" => whole.to_owned(),
        part => format!("{whole}.{part}"),
    };
    Some(match is_negative && number != "0" {
        true => format!("-{number}"),
        false => number,
    })
}

/// Digits, a hyphen, a check digit.
fn is_code(text: &str) -> bool {
    text.len() <= 10
        && text.split_once('-').is_some_and(|(number, check)| {
            !number.is_empty()
                && check.len() == 1
                && number.bytes().chain(check.bytes()).all(|sign| sign.is_ascii_digit())
        })
}

fn measured(day: &str, clock: &str, (zone, now): (&Zone, Moment), faults: &mut Vec<Invalid>) -> Option<Moment> {
    let read_day = Day::parse(day);
    if read_day.is_none() {
        faults.push(Invalid::new("measured_day", "Choose the day on which it was measured."));
    }
    let read = read_minutes(clock);
    if read.is_none() {
        faults.push(Invalid::new("measured_time", "Type a time, such as 20:00."));
    }
    let at = on_the_wall(zone, read_day?, read?);
    if at > now || now.seconds_since(at) > OLDEST {
        faults.push(Invalid::new(
            "measured_day",
            "Choose a time that is past, within the last 30 days.",
        ));
        return None;
    }
    Some(at)
}

/// When the clock on the wall shows this. Of a time that it shows twice it is the first; one that it skips is as long after midnight as if it had not.
fn on_the_wall(zone: &Zone, day: Day, minutes: u16) -> Moment {
    let local = day.0.saturating_mul(86_400).saturating_add(i64::from(minutes) * 60);
    let under = |offset: i32| Moment(local.saturating_sub(i64::from(offset)).saturating_mul(1_000_000));
    let shown = zone.offsets.iter().map(|(_, offset, _)| *offset);
    let shown = shown.filter(|offset| zone.offset_at(under(*offset)) == *offset);
    match shown.map(under).min() {
        Some(at) => at,
        None => {
            under(zone.offset_at(under(zone.offset_at(Moment(local.saturating_mul(1_000_000)))).plus_seconds(-7_200.0)))
        }
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fits(text: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&text.chars().count()) && is_printable(text)
}

fn kept<T>(read: Result<T, Invalid>, faults: &mut Vec<Invalid>) -> Option<T> {
    match read {
        Ok(read) => Some(read),
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-27T12:00:00Z.
    const NOON: Moment = Moment(1_795_780_800_000_000);

    fn nairobi() -> Zone {
        Zone {
            name: "Africa/Nairobi".into(),
            offsets: vec![(Moment(0), 10_800, "EAT".into())],
        }
    }

    fn potassium() -> ReportForm {
        ReportForm {
            test: "6298-4".into(),
            value: "6,9".into(),
            measured_day: "2026-11-27".into(),
            measured_time: "14:30".into(),
            ..ReportForm::default()
        }
    }

    fn fields(form: &ReportForm) -> Vec<String> {
        let faults = report(form, &nairobi(), NOON).unwrap_err();
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_report_is_read_on_the_clock_of_the_hospital() {
        let read = report(&potassium(), &nairobi(), NOON).unwrap();
        assert_eq!(read.code.as_deref(), Some("6298-4"));
        assert_eq!(read.value, "6.9");
        assert_eq!(NOON.seconds_since(read.measured_at), 1_800.0);
        assert_eq!((read.name.as_str(), read.unit.as_str(), read.reason), ("", "", None));
    }

    #[test]
    fn a_test_that_is_not_listed_is_named() {
        let form = ReportForm {
            test: String::new(),
            name: " Troponin  T ".into(),
            unit: "ng/L".into(),
            reason: "Rising, with pain".into(),
            ..potassium()
        };
        let read = report(&form, &nairobi(), NOON).unwrap();
        assert_eq!((read.code, read.name.as_str()), (None, "Troponin T"));
        assert_eq!(read.reason.as_deref(), Some("Rising, with pain"));
    }

    #[test]
    fn every_fault_is_named() {
        assert_eq!(
            fields(&ReportForm::default()),
            ["name", "value", "measured_day", "measured_time"]
        );
        let odd = ReportForm {
            test: "potassium".into(),
            unit: "x".repeat(21),
            reason: "x".into(),
            ..potassium()
        };
        assert_eq!(fields(&odd), ["test", "unit", "reason"]);
        let hidden = ReportForm {
            test: String::new(),
            name: "K\u{202e}".into(),
            ..potassium()
        };
        assert_eq!(fields(&hidden), ["name"]);
    }

    #[test]
    fn what_lies_ahead_or_long_ago_was_not_measured_now() {
        for (day, time) in [
            ("2026-11-27", "15:01"),
            ("2026-11-28", "01:00"),
            ("2026-10-27", "12:00"),
        ] {
            let form = ReportForm {
                measured_day: day.into(),
                measured_time: time.into(),
                ..potassium()
            };
            assert_eq!(fields(&form), ["measured_day"], "{day} {time}");
        }
    }

    #[test]
    fn a_time_is_found_where_the_clocks_change() {
        // Europe/Paris, 2026-10-25T01:00:00Z: from 03:00 back to 02:00.
        let back = Moment(1_792_890_000_000_000);
        let zone = Zone {
            name: "Europe/Paris".into(),
            offsets: vec![(Moment(0), 7_200, "CEST".into()), (back, 3_600, "CET".into())],
        };
        let at = |minutes| on_the_wall(&zone, Day::of(2026, 10, 25).unwrap(), minutes);
        assert_eq!(back.seconds_since(at(150)), 1_800.0);
        assert_eq!(at(180).seconds_since(back), 3_600.0);
        // 2026-03-29T01:00:00Z: from 02:00 to 03:00.
        let on = Moment(1_774_746_000_000_000);
        let zone = Zone {
            name: "Europe/Paris".into(),
            offsets: vec![(Moment(0), 3_600, "CET".into()), (on, 7_200, "CEST".into())],
        };
        let skipped = on_the_wall(&zone, Day::of(2026, 3, 29).unwrap(), 150);
        assert_eq!(skipped.seconds_since(on), 1_800.0);
    }

    #[test]
    fn a_number_is_written_one_way_and_what_is_none_is_refused() {
        for (text, kept) in [
            ("6.9", "6.9"),
            ("6,90", "6.9"),
            (" 007 ", "7"),
            ("-0.50", "-0.5"),
            ("\u{2212}12", "-12"),
            ("-0", "0"),
            ("0.000000000001", ""),
            ("123456789012", "123456789012"),
        ] {
            assert_eq!(number(text).unwrap_or_default(), kept, "{text}");
        }
        for wrong in [
            "",
            ".",
            "6.",
            ".5",
            "1,234.5",
            "1e3",
            "6.9 mmol",
            "--1",
            "+1",
            "NaN",
            "1234567890123",
        ] {
            assert_eq!(number(wrong), None, "{wrong}");
            assert!(read_value(wrong).is_err());
        }
    }

    #[test]
    fn what_was_done_and_why_are_a_few_words() {
        assert_eq!(action(" Calcium\n given "), Ok("Calcium given".to_owned()));
        assert!(action("x").is_err() && action(&"x".repeat(501)).is_err());
        assert!(reason("x").is_err() && reason(&"x".repeat(201)).is_err());
        assert_eq!(reason("Haemolysed").unwrap(), "Haemolysed");
    }
}
