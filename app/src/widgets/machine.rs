//! What a machine says of itself: its status and the codes that it shows. Silent while it is well.

use domain::telemetry::SystemStatus;
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::memo;

use crate::live::LivePatient;

/// What the machine of a patient says; nothing while it is normal and shows no code.
pub fn says(patient: LivePatient) -> Memo<Option<String>> {
    memo(move || {
        patient.look(|now| {
            let status = now.latest.status().map(|(status, _)| status);
            in_words(status, now.latest.alarm_codes())
        })
    })
}

/// The codes that the machine of a patient shows now; follows them.
pub fn codes(patient: LivePatient) -> Option<String> {
    patient.look(|now| in_words(None, now.latest.alarm_codes()))
}

/// `Danger: ART_LOW, VEN_HIGH`.
fn in_words(status: Option<SystemStatus>, codes: &[String]) -> Option<String> {
    let word = match status {
        Some(SystemStatus::Danger) => word(key::DANGER),
        Some(SystemStatus::Warning) => word(key::WARNING),
        Some(SystemStatus::Normal) | None => "",
    };
    let codes = codes.join(", ");
    let between = if word.is_empty() || codes.is_empty() { "" } else { ": " };
    Some(format!("{word}{between}{codes}")).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_says_why_and_nothing_when_it_is_well() {
        let codes = ["ART_LOW".to_owned(), "VEN_HIGH".to_owned()];
        let said = |status, codes: &[String]| in_words(status, codes);
        assert_eq!(
            said(Some(SystemStatus::Danger), &codes).as_deref(),
            Some("Danger: ART_LOW, VEN_HIGH")
        );
        assert_eq!(said(Some(SystemStatus::Warning), &[]).as_deref(), Some("Warning"));
        assert_eq!(said(None, &codes).as_deref(), Some("ART_LOW, VEN_HIGH"));
        assert_eq!(said(Some(SystemStatus::Normal), &[]), None);
    }
}
