//! Which pages of one patient the reader may open, so that a page leads nowhere in vain.

use domain::access::{Action, Subject};
use domain::ids::PatientId;

use super::merge;
use crate::ctx::Ctx;
use crate::error::Result;

/// The pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// The chart.
    pub chart: bool,
    /// The record.
    pub record: bool,
    /// What every treatment has to know.
    pub background: bool,
    /// How they are dialysed.
    pub dialysis: bool,
    /// Who treats them.
    pub care: bool,
    /// The settings of their portal.
    pub portal: bool,
    /// Joining another record of the same person.
    pub merge: bool,
}

/// Which of them. Nothing of the patient is read.
///
/// # Errors
/// Away when the database is.
pub async fn ways(ctx: &Ctx, patient: PatientId) -> Result<Ways> {
    let relations = ctx.stands_to(patient).await?;
    let subject = Subject::Patient { patient, relations };
    Ok(Ways {
        chart: ctx.may(Action::ReadPatient, &subject),
        record: ctx.may(Action::ReadIdentity, &subject),
        background: ctx.may(Action::ReadBackground, &subject),
        // Who prescribes it begins there; others are led to what there is.
        dialysis: ctx.may(Action::PrescribeDialysis, &subject)
            || ctx.may(Action::ReadDialysis, &subject) && crate::dialysis::is_dialysed(ctx, patient).await?,
        care: ctx.may(Action::ReadCareTeam, &subject),
        portal: ctx.may(Action::ManagePortal, &subject),
        merge: merge::may(ctx, patient, relations),
    })
}
