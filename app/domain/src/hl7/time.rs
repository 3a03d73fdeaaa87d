//! Times as HL7 writes them (data type DTM): `YYYYMMDDHHMM[SS[.S[S[S[S]]]]][+/-ZZZZ]`.

use crate::time::{Moment, Zone, parse_rfc3339};

/// Reads a time; where it names no offset, the hospital's clock is meant. `None` for what is no time, or none to the minute.
pub fn parse(text: &str, zone: &Zone) -> Option<Moment> {
    let text = text.trim();
    let (clock, offset) = match text.find(['+', '-']) {
        Some(place) => text.split_at_checked(place)?,
        None => (text, ""),
    };
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() > 9 || ![12, 14].contains(&whole.len()) {
        return None;
    }
    let part = |from: usize, length: usize| whole.get(from..from + length).unwrap_or("00");
    let (year, month, day) = (part(0, 4), part(4, 2), part(6, 2));
    let (hour, minute, second) = (part(8, 2), part(10, 2), part(12, 2));
    let fraction = if fraction.is_empty() {
        String::new()
    } else {
        format!(".{fraction}")
    };
    let offset = match offset.len() {
        0 => "Z".to_owned(),
        5 => format!("{}:{}", offset.get(..3)?, offset.get(3..)?),
        _ => return None,
    };
    let read = parse_rfc3339(&format!(
        "{year}-{month}-{day}T{hour}:{minute}:{second}{fraction}{offset}"
    ))?;
    if offset == "Z" {
        Some(of_wall(read, zone))
    } else {
        Some(read)
    }
}

/// The moment at which the hospital's clock shows what `wall` says in UTC. An hour that a change of the clocks gives twice is the second of the two.
fn of_wall(wall: Moment, zone: &Zone) -> Moment {
    let east = |at: Moment| f64::from(zone.offset_at(at));
    let near = wall.plus_seconds(-east(wall));
    wall.plus_seconds(-east(near))
}
