//! What waits until somebody comes, and the walk up the on-call table meanwhile: critical values, calls of patients and their urgent messages go the same way, as an alarm of high priority does. Each rank
//! has its turn once: where nobody was on call in it that is written, and who is on call later is told then. A call begins anew when all of that brought nobody (`calls::anew`); a critical value does not, and
//! stands on `/critical` until it is read back, nor does a message, which stands unread in its conversation. (Alarms have rounds, and quiet hours that are made up for: their walk is in `sweep.rs`.)
//!
//! # Adding something that waits
//! A file with its query and an implementation of [`Waits`] for its id, and its line in `sweep.rs`.

use std::future::Future;

use domain::access::Action;
use domain::alerts::Priority;
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::on_call::{Rank, Step, on_duty, step};
use domain::time::{Moment, Zone};

use super::facts::Facts;
use crate::audit::{Entry, Kind as Data};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::{self, Kind, Notice};

/// The id of what waits.
pub(super) trait Waits: Copy + Send + Sync {
    /// What whoever is on call is told.
    const KIND: Kind;
    /// What the audit calls it.
    const ACT: &'static str;
    /// Of which sort of data it is, for the audit.
    const OF: Data = Data::Alarms;

    /// Writes a step of this round, unless it stands already or somebody came a moment ago. Answers whether it was this one that wrote it.
    fn write(self, tx: &mut Tx, ctx: &Ctx, rank: Rank, becomes: Step) -> impl Future<Output = Result<bool>> + Send;
}

/// One that waits, and which steps there were. Who was told as it began is told again when they are on call: then it is another matter.
pub(super) struct Waiting<I> {
    pub id: I,
    pub patient: PatientId,
    pub ward: Option<WardId>,
    pub since: Moment,
    pub done: Vec<i16>,
    pub told: Vec<UserId>,
}

/// Takes the steps whose time is over, and answers an entry for each person who was told.
pub(super) async fn tell<I: Waits>(
    tx: &mut Tx,
    ctx: &Ctx,
    waiting: Vec<Waiting<I>>,
    (hospital, facts, zone, minute): (HospitalId, &Facts, &Zone, u16),
) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for mut one in waiting {
        let duty = on_duty(&facts.shifts, &facts.stand_ins, one.ward, zone, ctx.now());
        let plan = facts.plan(one.ward);
        for rank in plan.due(ctx.now().seconds_since(one.since)) {
            if one.done.contains(&rank.number()) {
                continue;
            }
            let becomes = step(&plan, Priority::High, rank, &duty, &one.told, minute);
            // That nobody was there is written once, and is looked at again the next time.
            if !one.id.write(tx, ctx, rank, becomes).await? {
                continue;
            }
            if let Some(user) = becomes.told() {
                one.told.push(user);
                let notice = Notice::of(I::KIND).at(hospital).about(one.patient);
                notices::tell(tx, ctx, user, notice).await?;
                entries.push(Entry::changed(I::ACT, Action::RunJobs, one.patient, I::OF));
            }
        }
    }
    Ok(entries)
}
