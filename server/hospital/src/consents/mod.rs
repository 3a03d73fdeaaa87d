//! What patients let others do with their record. Only the person gives and withdraws: neither staff nor a carer can, and row security says so too.
//!
//! | verb | does |
//! | --- | --- |
//! | [`give`] | agrees to the newest words of a purpose |
//! | [`withdraw`] | takes it back; row security asks for it in every transaction, so it ends at once |
//! | [`list_own`] | the reader's own, with the words and whom they may name |
//! | [`list_here`] | for an admin: which hold, by patient number |
//!
//! A change of words is a new version in `consent_text` (a migration). What was agreed to keeps its version; nobody agrees to an old one.

mod give;
mod list;
mod withdraw;

pub use give::give;
pub use list::{Holding, Own, Page, list_here, list_own};
pub use withdraw::withdraw;

use domain::ids::PatientId;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};

/// The person on whose behalf the actor reads; whether they may is decided by `begin_with_patient`.
fn own(ctx: &Ctx) -> Result<PatientId> {
    ctx.actor().on_behalf_of().ok_or(HospitalError::SignIn)
}
