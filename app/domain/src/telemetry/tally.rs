//! What is counted of a machine's data beside its readings: what came again, what was refused and why, what came while nobody was on the machine. Counted once a batch, never for a value.

use super::Parameter;
use crate::invalid::Invalid;

/// Why something was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// What must be there is not.
    Missing,
    /// It cannot be read.
    Form,
    /// Nobody can have such a value ([`super::plausible`]).
    Range,
    /// The time lies ahead, or further back than readings are kept.
    Time,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Missing, Self::Form, Self::Range, Self::Time];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Form => "form",
            Self::Range => "range",
            Self::Time => "time",
        }
    }

    /// The reason of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Of a fault that [`super::Item::check`] found: by the beginning of its sentence, which a test holds.
    fn of(fault: &Invalid) -> Self {
        let begins = |with: &[&str]| with.iter().any(|with| fault.reason.starts_with(with));
        if begins(&[
            "Must lie between",
            "Systolic pressure is not below",
            "The total of the scale",
        ]) {
            Self::Range
        } else if begins(&["The time lies", "The time is older"]) {
            Self::Time
        } else if begins(&["Give the device's own counter", "Give one value"]) {
            Self::Missing
        } else {
            Self::Form
        }
    }
}

/// Fields of a reading that are no number.
const OTHERS: [&str; 8] = [
    "seq",
    "taken_at",
    "oxygen.device",
    "oxygen.litres_per_min",
    "oxygen.fio2",
    "consciousness",
    "system_status",
    "alarm_codes",
];

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tally {
    /// A reading came again, as it was.
    Duplicate,
    /// A reading came again with other values; the first stays.
    Conflict,
    /// A reading came while nobody was on the machine.
    Nobody,
    /// A field of a reading was refused. The name is one of ours or empty: a device cannot make up names to be kept.
    Refused(&'static str, Reason),
}

impl Tally {
    /// Of a fault that [`super::Item::check`] found.
    pub fn refused(fault: &Invalid) -> Self {
        let numbers = Parameter::ALL.into_iter().map(Parameter::name);
        let known = numbers.chain(OTHERS).find(|name| *name == fault.field);
        Self::Refused(known.unwrap_or_default(), Reason::of(fault))
    }

    /// Kind, field and reason in the database.
    pub const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Duplicate => ("duplicate", "", ""),
            Self::Conflict => ("conflict", "", ""),
            Self::Nobody => ("nobody", "", ""),
            Self::Refused(field, reason) => ("refused", field, reason.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telemetry::Item;
    use crate::time::parse_rfc3339;

    fn tallied(json: &str) -> Vec<Tally> {
        let now = parse_rfc3339("2026-11-27T12:00:00Z").unwrap();
        let item: Item = serde_json::from_str(json).unwrap();
        let faults = item.check(now, 32).unwrap_err();
        faults.iter().map(Tally::refused).collect()
    }

    #[test]
    fn every_sort_of_fault_has_its_reason() {
        let at = r#""taken_at": "2026-11-27T12:00:00Z""#;
        let cases = [
            (
                format!(r#"{{"seq": 1, {at}, "heart_rate": 900}}"#),
                "heart_rate",
                Reason::Range,
            ),
            (
                format!(r#"{{"seq": 1, {at}, "systolic": 80, "diastolic": 90}}"#),
                "systolic",
                Reason::Range,
            ),
            (
                format!(r#"{{"seq": 1, {at}, "heart_rate": "fast"}}"#),
                "heart_rate",
                Reason::Form,
            ),
            (format!(r#"{{{at}, "heart_rate": 72}}"#), "seq", Reason::Missing),
            (format!(r#"{{"seq": 1, {at}}}"#), "", Reason::Missing),
            (r#"{"seq": 1, "heart_rate": 72}"#.to_owned(), "taken_at", Reason::Form),
            (
                r#"{"seq": 1, "taken_at": "2026-11-27T13:00:00Z", "heart_rate": 72}"#.to_owned(),
                "taken_at",
                Reason::Time,
            ),
            (
                r#"{"seq": 1, "taken_at": "2025-11-27T12:00:00Z", "heart_rate": 72}"#.to_owned(),
                "taken_at",
                Reason::Time,
            ),
            (
                format!(r#"{{"seq": 1, {at}, "heart_rate": 72, "mood": "good"}}"#),
                "",
                Reason::Form,
            ),
        ];
        for (json, field, reason) in cases {
            assert_eq!(tallied(&json), [Tally::Refused(field, reason)], "{json}");
        }
    }

    #[test]
    fn names_are_read_back() {
        for reason in Reason::ALL {
            assert_eq!(Reason::parse(reason.name()), Some(reason));
        }
    }
}
