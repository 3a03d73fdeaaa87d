//! [`Seen`]: which devices a reader is shown of a person. What is known in memory has no row security; this is the same wall before it
//! (`server/docs/decisions/0005-one-wall.md`).

use domain::access::{Grounds, Relations};
use domain::ids::HospitalId;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};

/// What of a person is shown, by the hospital whose device measured it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Whoever holds it: the person themselves, and for whom they are opened (`opened_patients` in the database).
    Everywhere,
    /// What the devices of this hospital measure.
    Held(HospitalId),
}

impl Seen {
    /// What opens a person wherever something of them is held.
    const OPENED: Relations = Relations::OWN
        .and(Relations::PROXY)
        .and(Relations::CONSENT)
        .and(Relations::BREAK_GLASS);

    /// What the actor is shown of a patient to whom they stand as `grounds` say. What only holds beside what suffices opens nothing: a consent names doctors, so a nurse
    /// on duty reads what her own hospital measured.
    ///
    /// Errors: signed out for whoever acts in no hospital.
    pub fn by(ctx: &Ctx, grounds: &Grounds) -> Result<Self> {
        if grounds.held.common(grounds.suffices).meets(Self::OPENED) {
            return Ok(Self::Everywhere);
        }
        ctx.actor().hospital().map(Self::Held).ok_or(HospitalError::SignIn)
    }

    /// Whether what a device of `hospital` measures is shown.
    pub fn shows(self, hospital: HospitalId) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Held(own) => own == hospital,
        }
    }
}
