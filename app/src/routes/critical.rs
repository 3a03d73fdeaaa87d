//! The paths of critical values.

use domain::ids::{CriticalId, PatientId};

/// Every critical value that nobody has closed; posting to it reads back and closes one of which somebody was told by name.
pub const CRITICAL: &str = "/critical";
/// What moves of it, for the page that is open.
pub const CRITICAL_NOW: &str = "/critical/now";

/// The same page, read anew, at the form of one value: one that came while the page was open has none there yet.
pub fn critical_at(value: CriticalId) -> String {
    format!("{CRITICAL}?of={value}#loop-{value}")
}

/// The critical values of one patient; posting to it reports, reads back, closes and withdraws.
pub fn critical_of(patient: PatientId) -> String {
    format!("/patients/{patient}/critical")
}

/// What moves of it, for the page that is open.
pub fn critical_now(patient: PatientId) -> String {
    format!("{}/now", critical_of(patient))
}

/// Whether an open page asks for this by itself: what moves of it.
pub(super) fn is_asked_by_page(path: &str) -> bool {
    path == CRITICAL_NOW || (path.starts_with("/patients/") && path.ends_with("/critical/now"))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_moves_is_asked_by_the_page_and_the_page_by_somebody() {
        let patient = PatientId(Uuid::nil());
        assert!(is_asked_by_page(&critical_now(patient)) && is_asked_by_page(CRITICAL_NOW));
        assert!(!is_asked_by_page(&critical_of(patient)) && !is_asked_by_page(CRITICAL));
    }
}
