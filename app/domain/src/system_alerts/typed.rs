//! What somebody types of an alert. It reads all of its fields and names every fault.

use serde::Deserialize;

use super::{Severity, Type, Whom};
use crate::actor::Role;
use crate::dialysis::places::Day;
use crate::ids::WardId;
use crate::invalid::{Invalid, is_printable};
use crate::time::read_minutes;
use uuid::Uuid;

/// The languages of a message, in the order in which they are kept.
pub const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];
/// The longest message or note, in characters.
pub const LONGEST: usize = 500;

/// A time on the wall: the day, and minutes after midnight.
pub type Wall = (Day, u16);

/// An alert as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct AlertTyped {
    /// Its type.
    pub kind: String,
    /// How much it matters.
    pub severity: String,
    /// What it says in English.
    pub en: String,
    /// In French.
    pub fr: String,
    /// In Arabic.
    pub ar: String,
    /// `everybody`, `staff`, `clinical`, `portal`, a role, or `ward:` and its id.
    pub whom: String,
    /// The day on which it begins, `2026-11-27`; with the time empty for now.
    pub from_day: String,
    /// The time on the wall at which it begins.
    pub from: String,
    /// The day on which it ends; with the time empty for when somebody resolves it.
    pub until_day: String,
    /// The time on the wall at which it ends.
    pub until: String,
}

/// What was read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertRead {
    /// Its type.
    pub kind: Type,
    /// How much it matters.
    pub severity: Severity,
    /// What it says, in the order of [`LANGUAGES`]; one at the least.
    pub messages: [Option<String>; 3],
    /// Whom it affects.
    pub whom: Whom,
    /// When it begins; none for now.
    pub from: Option<Wall>,
    /// When it ends; none for when somebody resolves it.
    pub until: Option<Wall>,
}

impl AlertTyped {
    /// Reads it.
    ///
    /// # Errors
    /// Every fault.
    pub fn read(&self) -> Result<AlertRead, Vec<Invalid>> {
        let mut faults = Vec::new();
        let kind = Type::parse(&self.kind);
        if kind.is_none() {
            faults.push(Invalid::new("kind", "Choose what sort of alert it is."));
        }
        let severity = Severity::parse(&self.severity);
        if severity.is_none() {
            faults.push(Invalid::new("severity", "Choose how much it matters."));
        }
        let written = [("en", &self.en), ("fr", &self.fr), ("ar", &self.ar)];
        let messages = written.map(|(field, text)| message(field, text, &mut faults));
        if messages.iter().all(Option::is_none) && faults.iter().all(|fault| !LANGUAGES.contains(&fault.field.as_str()))
        {
            faults.push(Invalid::new("en", "Write it in one language at the least."));
        }
        let whom = whom(&self.whom);
        if whom.is_none() {
            faults.push(Invalid::new("whom", "Choose whom it affects."));
        }
        let from = wall(("from_day", &self.from_day), ("from", &self.from), &mut faults);
        let until = wall(("until_day", &self.until_day), ("until", &self.until), &mut faults);
        if kind == Some(Type::Maintenance) && (from.is_none() || until.is_none()) && faults.is_empty() {
            faults.push(Invalid::new(
                "until_day",
                "Say when planned maintenance begins and ends.",
            ));
        }
        match (kind, severity, whom) {
            (Some(kind), Some(severity), Some(whom)) if faults.is_empty() => Ok(AlertRead {
                kind,
                severity,
                messages,
                whom,
                from,
                until,
            }),
            _ => Err(faults),
        }
    }
}

/// What whoever resolves an alert says.
///
/// # Errors
/// Too short, too long, or with signs that cannot be seen.
pub fn read_note(text: &str) -> Result<String, Invalid> {
    let text = text.trim();
    match (3..=LONGEST).contains(&text.chars().count()) && is_printable(text) {
        true => Ok(text.to_owned()),
        false => Err(Invalid::new("note", "Say how it was resolved, in a few words.")),
    }
}

fn message(field: &str, text: &str, faults: &mut Vec<Invalid>) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return None;
    }
    if !(3..=LONGEST).contains(&text.chars().count()) || !is_printable(&text) {
        faults.push(Invalid::new(field, "Use 3 to 500 characters that can be seen."));
        return None;
    }
    Some(text)
}

fn whom(text: &str) -> Option<Whom> {
    let of = |is: fn(Role) -> bool| Some(Whom::Roles(Role::ALL.into_iter().filter(|role| is(*role)).collect()));
    match text {
        "everybody" => Some(Whom::Everybody),
        "staff" => of(|role| role.is_of_staff()),
        "clinical" => of(|role| matches!(role, Role::Doctor | Role::Nurse | Role::Technician)),
        "portal" => of(|role| !role.is_of_staff()),
        other => match other.strip_prefix("ward:") {
            Some(ward) => Uuid::parse_str(ward).ok().map(|ward| Whom::Ward(WardId(ward))),
            None => {
                let role = Role::ALL.into_iter().find(|role| role.name() == other)?;
                Some(Whom::Roles(vec![role]))
            }
        },
    }
}

/// Both or neither.
fn wall(day: (&str, &str), clock: (&str, &str), faults: &mut Vec<Invalid>) -> Option<Wall> {
    if day.1.trim().is_empty() && clock.1.trim().is_empty() {
        return None;
    }
    let read_day = Day::parse(day.1);
    if read_day.is_none() {
        faults.push(Invalid::new(day.0, "Choose a day."));
    }
    let read = read_minutes(clock.1);
    if read.is_none() {
        faults.push(Invalid::new(clock.0, "Type a time, such as 20:00."));
    }
    read_day.zip(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> AlertTyped {
        AlertTyped {
            kind: "outage".into(),
            severity: "warning".into(),
            fr: "  L'eau est\ncoupée. ".into(),
            whom: "clinical".into(),
            ..AlertTyped::default()
        }
    }

    #[test]
    fn one_language_is_enough_and_an_outage_begins_now() {
        let read = typed().read().unwrap();
        assert_eq!(read.messages, [None, Some("L'eau est coupée.".into()), None]);
        assert_eq!((read.from, read.until), (None, None));
        assert_eq!(
            read.whom,
            Whom::Roles(vec![Role::Doctor, Role::Nurse, Role::Technician])
        );
    }

    #[test]
    fn every_fault_is_named() {
        let faults = AlertTyped::default().read().unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["kind", "severity", "en", "whom"]);
        let half = AlertTyped {
            from_day: "2026-11-27".into(),
            ..typed()
        };
        assert_eq!(half.read().unwrap_err()[0].field, "from");
        let endless = AlertTyped {
            kind: "maintenance".into(),
            from_day: "2026-11-27".into(),
            from: "20:00".into(),
            ..typed()
        };
        assert_eq!(endless.read().unwrap_err()[0].field, "until_day");
    }

    #[test]
    fn a_ward_is_one_by_its_id() {
        let ward = Uuid::from_u128(7);
        assert_eq!(whom(&format!("ward:{ward}")), Some(Whom::Ward(WardId(ward))));
        assert_eq!(whom("ward:7"), None);
        assert_eq!(whom("nurse"), Some(Whom::Roles(vec![Role::Nurse])));
        assert_eq!(whom("cleaner"), None);
    }

    #[test]
    fn a_note_says_something() {
        assert_eq!(read_note(" The pump runs. ").unwrap(), "The pump runs.");
        assert!(read_note("").is_err() && read_note(&"a".repeat(501)).is_err());
    }
}
