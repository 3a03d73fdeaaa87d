//! The addresses of the dialysis unit and of how one patient is dialysed.

use domain::ids::{PatientId, WardId};
use domain::time::Moment;
use uuid::Uuid;

/// The chairs of a ward today.
pub const DIALYSIS: &str = "/dialysis";
/// Who was treated with a lot; the question stands in the address, because it names nobody.
pub const DIALYSIS_LOTS: &str = "/dialysis/lots";

/// The chairs of this ward today.
pub fn dialysis_unit(ward: WardId) -> String {
    format!("{DIALYSIS}?ward={ward}")
}

/// How a patient is dialysed.
pub fn dialysis_of(patient: PatientId) -> String {
    format!("/patients/{patient}/dialysis")
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

/// One session: the page at the chair.
pub fn dialysis_session_of(patient: PatientId, session: Uuid) -> String {
    format!("{}/sessions/{session}", dialysis_of(patient))
}

/// The hand-over of one session, on paper.
pub fn dialysis_hand_over_of(patient: PatientId, session: Uuid) -> String {
    format!("{}/hand-over", dialysis_session_of(patient, session))
}
