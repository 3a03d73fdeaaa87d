//! The audit: who did or looked at what, whose data it was, why and from where. There are two ways to write it:
//!
//! - [`record_in`], for a change: in the transaction of the change, so that both are kept or neither.
//! - [`record`], for a read or a denial: in batches, each acknowledged after its commit, so that a read is recorded before the data
//!   leaves and a hundred readers share one commit.
//!
//! What was allowed and failed is written by [`crate::run`], through which every door calls its verb.
//!
//! | file | holds |
//! | --- | --- |
//! | `entry.rs` | what happened: what a verb says |
//! | `row.rs` | the whole row: the entry and who, when, why, from where |
//! | `purpose.rs` | why somebody acts, by code and in words |
//! | `writer.rs` | the batches |
//! | `sets.rs` | lists of people that entries tell of again and again, kept once |
//! | `gathering.rs` | what one drawing of a page reads, as one entry |
//! | `asked.rs` | what an open page asks for again every few seconds, as one entry in five minutes |
//! | `follow.rs` | the beginning and the end of a live subscription |
//! | `people.rs` | the people of live subscriptions, in memory once |
//! | `keys.rs` | an entry as bytes; marks, links and signatures |
//! | `seal.rs` | one sealer gives each entry its place in the chain |
//! | `behind.rs` | how far the seal is behind |
//! | `partitions.rs` | months made ahead |
//! | `checkpoint.rs` | signed notes of the chain, outside of the database |
//! | `search.rs` | what an admin searches and takes out |
//! | `who_looked.rs` | what the person sees: who looked, and why |
//! | `lists.rs` | whether the lists of who is in which entry are those of the entries |
//! | `verify.rs`, `fault.rs` | finds what was changed, removed, put in, moved, rewritten or hidden, and names it |
//!
//! # What a verb records
//! One [`Entry`] for each access, whole: `Entry::patient(action, patient, CHART)`; several patients in one page are one entry
//! [`of`](Entry::of) all of them. It is never completed later. `server/docs/audit.md` says what is recorded and what is not.

mod asked;
mod behind;
mod checkpoint;
mod entry;
mod fault;
mod follow;
mod gathering;
mod keys;
mod lists;
mod partitions;
mod people;
mod purpose;
mod row;
mod seal;
mod search;
mod sets;
mod verify;
mod who_looked;
mod writer;

pub use asked::{Asked, record_asked, record_list, record_look};
pub use behind::{Behind, behind};
pub use checkpoint::{Checkpoint, Checkpoints};
pub use entry::{BOARD, CHART, Entry, Kind, Outcome};
pub use fault::Fault;
pub use follow::Follow;
pub use gathering::Gathering;
pub use keys::TraceKeys;
pub use partitions::{ensure_partitions, keep_partitions};
pub use people::People;
pub use purpose::Purpose;
pub use row::Row;
pub(crate) use row::task_of;
pub use seal::{Sealer, keep_sealing};
pub use search::{Found, Listed, MOST_EXPORTED, Search, export, patient_of_number, search};
pub use verify::{Report, verify};
pub use who_looked::{Look, Looked, who_looked};
pub use writer::AuditWriter;

use domain::access::{Action, Subject};
use domain::ids::PatientId;

use crate::ctx::{Ctx, Tx, told};
use crate::error::{HospitalError, Result};

/// Writes the entry of a read, a denial or a failure; answers when it is durable. What is read for a page that is being drawn waits for the rest of the page
/// ([`Gathering`]), and the page for it.
///
/// Errors: away when the database is.
pub async fn record(ctx: &Ctx, entry: Entry) -> Result<()> {
    let is_allowed = entry.outcome == Outcome::Allowed;
    if !is_allowed {
        told();
    }
    let row = Row::of(ctx, entry);
    let row = match ctx.gathers() {
        Some(page) if is_allowed => page.take_in(row),
        _ => Some(row),
    };
    match row {
        Some(row) => ctx.house().audit.write(row).await,
        None => Ok(()),
    }
}

/// Whose it is, of what is named by its own id; where the wall shows none, that is recorded, and the answer is "not found".
pub(crate) async fn within_reach(ctx: &Ctx, action: Action, whose: Option<PatientId>) -> Result<PatientId> {
    if let Some(patient) = whose {
        return Ok(patient);
    }
    let hospital = ctx.actor().hospital().ok_or(HospitalError::NotFound)?;
    let refused = Entry::new(action, &Subject::Hospital(hospital), Outcome::Denied).denied("out_of_reach");
    record(ctx, refused).await?;
    Err(HospitalError::NotFound)
}

/// Writes the entry of what failed for this reason: the reason is what the reader is told, whatever comes of the entry. While the database is away nobody waits for
/// the entry, and the log says that it could not be written.
pub(crate) async fn record_failure(ctx: &Ctx, entry: Entry, cause: &HospitalError) {
    let row = Row::of(ctx, entry);
    if matches!(cause, HospitalError::Away(_)) {
        return ctx.house().audit.write_later(row);
    }
    if let Err(error) = ctx.house().audit.write(row).await {
        tracing::error!(%error, "that a verb failed could not be written to the audit");
    }
}

/// Writes the entries of a change in its transaction: they are kept when the change is, and only then.
pub async fn record_in(tx: &mut Tx, ctx: &Ctx, entries: impl IntoIterator<Item = Entry>) -> Result<()> {
    let rows: Vec<Row> = entries.into_iter().map(|entry| Row::of(ctx, entry)).collect();
    if !rows.is_empty() {
        row::insert(&mut **tx, ctx.house().audit.keys(), &rows, &[]).await?;
    }
    Ok(())
}
