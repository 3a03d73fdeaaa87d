//! Every door runs its verb through [`run`]: to its end, also when the reader leaves meanwhile; and what was allowed and failed is written to the audit, after the
//! rollback. No verb does that itself, and none can forget it.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};

use domain::actor::Actor;
use futures::FutureExt;

use super::Ctx;
use crate::audit::{self, Entry};
use crate::error::{HospitalError, Result};

/// What was allowed last in this task, until it has been told how it ended.
type Begun = Arc<Mutex<Option<(Ctx, Entry)>>>;

tokio::task_local! {
    static BEGUN: Begun;
}

/// Runs a verb to its end in a task of its own. When it fails, or stops half-way, after it was allowed, the audit says so with one word why.
///
/// Errors: those of the verb; a fault of ours when it stops half-way.
pub async fn run<T, F>(verb: F) -> Result<T>
where
    F: Future<Output = Result<T>> + Send + 'static,
    T: Send + 'static,
{
    let half_way = || HospitalError::Internal("a verb stopped half-way");
    let whole = async move {
        let begun = Begun::default();
        let done = BEGUN.scope(begun.clone(), AssertUnwindSafe(verb).catch_unwind()).await;
        let done = done.unwrap_or_else(|_| Err(half_way()));
        let failed = begun.lock().unwrap_or_else(PoisonError::into_inner).take();
        match (done, failed) {
            (Err(error), Some((ctx, entry))) => {
                audit::record_failure(&ctx, entry.failed(reason(&error)), &error).await;
                Err(error)
            }
            (done, _) => done,
        }
    };
    tokio::spawn(whole).await.unwrap_or_else(|_| Err(half_way()))
}

/// Notes what was allowed: it is told of when the verb fails. Where the house works on behalf of somebody, it stays with them.
pub(super) fn begun(ctx: &Ctx, entry: Entry) {
    with(|begun| {
        if begun.is_none() || !matches!(ctx.actor(), Actor::Worker { .. }) {
            *begun = Some((ctx.clone(), entry));
        }
    });
}

/// How it ended was told: by a denial, or by the verb itself.
pub(crate) fn told() {
    with(|begun| *begun = None);
}

fn with(change: impl FnOnce(&mut Option<(Ctx, Entry)>)) {
    // Outside of a door, in the house's own work, nobody waits to be told.
    BEGUN
        .try_with(|begun| change(&mut begun.lock().unwrap_or_else(PoisonError::into_inner)))
        .ok();
}

/// Why it failed, in one word for machines.
const fn reason(error: &HospitalError) -> &'static str {
    match error {
        HospitalError::SignIn => "not_signed_in",
        HospitalError::Denied(_) => "no_right",
        HospitalError::StepUp => "stale_proof",
        HospitalError::NotFound => "not_found",
        HospitalError::Invalid(_) => "invalid",
        HospitalError::Conflict(_) => "conflict",
        HospitalError::Busy => "busy",
        HospitalError::Away(_) => "away",
        HospitalError::Database(_) | HospitalError::Internal(_) => "fault",
    }
}
