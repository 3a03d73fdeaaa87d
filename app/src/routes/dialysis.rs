//! The addresses of the dialysis unit and of how one patient is dialysed.

use domain::ids::{PatientId, WardId};
use domain::time::Moment;
use uuid::Uuid;

/// The chairs of a ward today.
pub const DIALYSIS: &str = "/dialysis";
/// Who was treated with a lot; the question stands in the address, because it names nobody.
pub const DIALYSIS_LOTS: &str = "/dialysis/lots";
/// How good the forecast of a fall of the pressure is.
pub const DIALYSIS_FORECAST: &str = "/dialysis/forecast";

/// What moves of the chairs, for the page that is open.
pub const DIALYSIS_NOW: &str = "/dialysis/now";
/// What moves of the patient's own session, for the page that is open.
pub const MY_DIALYSIS_NOW: &str = "/my/dialysis/now";

/// The chairs of this ward today.
pub fn dialysis_unit(ward: WardId) -> String {
    format!("{DIALYSIS}?ward={ward}")
}

/// How a patient is dialysed.
pub fn dialysis_of(patient: PatientId) -> String {
    format!("/patients/{patient}/dialysis")
}

/// What moves of it, for the page that is open: the machine that runs around the clock.
pub fn dialysis_now(patient: PatientId) -> String {
    format!("{}/now", dialysis_of(patient))
}

/// The same, with the sessions before a moment.
pub fn dialysis_before(patient: PatientId, before: Moment) -> String {
    format!("{}?before={}", dialysis_of(patient), before.0)
}

/// What is prescribed, and the dry weight.
pub fn dialysis_prescription_of(patient: PatientId) -> String {
    format!("{}/prescription", dialysis_of(patient))
}

/// The access to the blood, and what others must not get.
pub fn dialysis_access_of(patient: PatientId) -> String {
    format!("{}/access", dialysis_of(patient))
}

/// What technicians noted of a patient at the machine.
pub fn dialysis_updates_of(patient: PatientId) -> String {
    format!("/patients/{patient}/updates")
}

/// The same of one field (every one, when it is empty), after a line of it.
pub fn dialysis_updates_after(patient: PatientId, field: &str, after: Uuid) -> String {
    format!("{}?field={field}&after={after}", dialysis_updates_of(patient))
}

/// One session: the page at the chair.
pub fn dialysis_session_of(patient: PatientId, session: Uuid) -> String {
    format!("{}/sessions/{session}", dialysis_of(patient))
}

/// The hand-over of one session, on paper.
pub fn dialysis_hand_over_of(patient: PatientId, session: Uuid) -> String {
    format!("{}/hand-over", dialysis_session_of(patient, session))
}

/// What moves of one session, for the page that was drawn at this stage of it.
pub fn dialysis_session_now(patient: PatientId, session: Uuid, stage: &str) -> String {
    format!("{}/now?stage={stage}", dialysis_session_of(patient, session))
}

/// What moves of the chairs of this ward.
pub fn dialysis_unit_now(ward: WardId) -> String {
    format!("{DIALYSIS_NOW}?ward={ward}")
}

/// Whether an open page asks for this by itself: what moves of it.
pub(super) fn is_asked_by_page(path: &str) -> bool {
    path == DIALYSIS_NOW
        || path == MY_DIALYSIS_NOW
        || (path.starts_with("/patients/") && path.ends_with("/dialysis/now"))
        || (path.starts_with("/patients/") && path.contains("/dialysis/sessions/") && path.ends_with("/now"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_open_page_asks_by_itself_says_nothing_of_a_person() {
        let (patient, session) = (PatientId(Uuid::nil()), Uuid::nil());
        let path = |address: String| address.split('?').next().unwrap_or_default().to_owned();
        for asked in [
            path(dialysis_session_now(patient, session, "running")),
            path(dialysis_unit_now(WardId(Uuid::nil()))),
            dialysis_now(patient),
            MY_DIALYSIS_NOW.to_owned(),
        ] {
            assert!(is_asked_by_page(&asked), "{asked}");
        }
        for opened in [
            DIALYSIS.to_owned(),
            dialysis_of(patient),
            dialysis_session_of(patient, session),
            "/my/dialysis".to_owned(),
        ] {
            assert!(!is_asked_by_page(&opened), "{opened}");
        }
    }
}
