//! What stands beside a chart: what the patient lives with, what they take, and what is new to the reader since they looked.

use domain::access::{Action, Subject};
use domain::ids::PatientId;
use domain::records::conditions::Condition;
use domain::records::medicines::Medicine;
use uuid::Uuid;

use super::news::{self, News};
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::records::{conditions, medicines};

/// So many of each stand beside a chart; the record has all.
pub const FEW: usize = 8;

/// What stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// What they live with, the newest first: at most [`FEW`], and how many there are.
    pub conditions: (Vec<Condition>, usize),
    /// What they take; the same.
    pub medicines: (Vec<Medicine>, usize),
    /// What is new to the reader.
    pub news: News,
    /// Whether the reader writes the record.
    pub may_change: bool,
}

/// Gathers it, recorded as a look at the chart; none for a reader of the chart who does not read that.
///
/// # Errors
/// Not found or denied for who does not read the chart; away when the database is.
pub async fn aside(ctx: &Ctx, patient: PatientId) -> Result<Option<Aside>> {
    let relations = ctx.stands_to(patient).await?;
    let subject = Subject::Patient { patient, relations };
    if !ctx.may(Action::ReadBackground, &subject) {
        return Ok(None);
    }
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let conditions = conditions::held(&mut tx, patient).await?;
    let medicines = medicines::held(&mut tx, patient).await?;
    let news = news::at_look(&mut tx, ctx, patient, relations).await?;
    let kinds = news::kinds_of(&[Kind::Background], [&news].into_iter());
    // It is part of the look at the chart, which is one row.
    let entry = Entry::patient(Action::ReadPatient, patient, &kinds);
    audit::record(ctx, entry.on(&grounds)).await?;
    tx.commit().await?;
    Ok(Some(Aside {
        conditions: few(conditions),
        medicines: few(medicines),
        news,
        may_change: ctx.may(Action::ChangeBackground, &subject),
    }))
}

fn few<T>(all: Vec<(Uuid, T)>) -> (Vec<T>, usize) {
    let many = all.len();
    (all.into_iter().take(FEW).map(|(_, what)| what).collect(), many)
}
