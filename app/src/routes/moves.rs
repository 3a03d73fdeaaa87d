//! Which pages have a program of their own in the browser.

use domain::ids::PatientId;

use super::{MY, WARD};

/// Which program a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moves {
    /// That of the ward and of a patient's chart.
    Ward,
    /// That of the patient's own page.
    Portal,
}

/// The program of the page at this path; most have none.
pub fn moves(path: &str) -> Option<Moves> {
    let of_patient = path.strip_prefix("/patients/").map(str::parse::<PatientId>);
    match path {
        MY => Some(Moves::Portal),
        WARD => Some(Moves::Ward),
        _ if path.starts_with("/ward/") => Some(Moves::Ward),
        _ if of_patient.is_some_and(|patient| patient.is_ok()) => Some(Moves::Ward),
        _ => None,
    }
}
