//! Registers a patient: first it is looked whether they are registered already, always; then they are written down and get their number. People decide whether two are
//! the same; nothing is joined by itself.
//!
//! | verb | does |
//! | --- | --- |
//! | [`suggest`] | while somebody types: who here may be the same, of what stands there so far |
//! | [`check_person`] | reads what was typed and answers who here may be the same |
//! | [`register_patient`] | registers them, unless somebody who may be the same was not shown yet |
//!
//! Who is known from another hospital under the same health id, date of birth and family name is the same person: their registration here is a further one of them, and
//! what is answered is the same as for somebody new, so that nobody learns at a desk where else somebody is a patient.

mod check;
mod number;
mod save;

use domain::ids::PatientId;
use domain::patients::alike::Sign;
use domain::patients::{Demographics, Person};
use domain::time::Zone;

pub use check::{check_person, suggest};
pub use save::register_patient;

/// Somebody here who may be the one who is to be registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Who.
    pub person: Person,
    /// Why.
    pub signs: Vec<Sign>,
    /// Whether they are a patient here no longer.
    pub is_inactive: bool,
    /// The record that was found alike, where that is one that leads to theirs.
    pub led: Option<Person>,
}

/// What was typed, read, and who may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Who is to be registered.
    pub read: Demographics,
    /// Who may be the same, the likeliest first.
    pub alike: Vec<Alike>,
    /// The hospital's zone.
    pub zone: Zone,
}

impl Checked {
    /// Whether somebody here has this very health id: then nobody is registered with it.
    pub fn is_taken(&self) -> bool {
        self.alike.iter().any(|one| one.signs.contains(&Sign::HealthId))
    }
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registered {
    /// They are registered, under this number.
    Done(PatientId, String),
    /// The same of somebody who is known elsewhere, of whom something else stands there than was typed.
    Differs(PatientId, String),
    /// Somebody who may be the same was not shown yet.
    LookFirst(Checked),
}
