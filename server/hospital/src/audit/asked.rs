//! What an open page asks for again by itself, every few seconds: the first time is a row, and so is each further five minutes in which it goes on. What is asked in between is
//! the same access of the same person of the same thing, and a row for each would hide the others. Whoever comes into sight meanwhile has a row at once.

use std::collections::{BTreeSet, HashMap};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use domain::ids::PatientId;
use domain::time::Moment;
use uuid::Uuid;

use super::entry::{Entry, Kind};
use super::row::Row;
use crate::ctx::Ctx;
use crate::error::Result;

/// For how long a row tells of what is asked again, in seconds.
const TELLS: f64 = 300.0;
/// From how many on those that tell of nothing any more are forgotten.
const MANY: usize = 4_096;

/// Who, from where, on whose behalf, why, what, of which thing.
type Access = (
    Option<Uuid>,
    Option<IpAddr>,
    Option<Uuid>,
    Option<String>,
    String,
    String,
    Option<Uuid>,
);

/// The rows of the last minutes.
#[derive(Debug, Default)]
pub struct Asked(Mutex<HashMap<Access, Told>>);

#[derive(Debug)]
struct Told {
    at: Moment,
    patients: BTreeSet<Uuid>,
    kinds: BTreeSet<String>,
}

fn access(row: &Row) -> Access {
    (
        row.actor_id,
        row.address,
        row.on_behalf_of,
        row.purpose.clone(),
        row.action.clone(),
        row.subject.clone(),
        row.subject_id,
    )
}

impl Asked {
    /// Whether a row of the last minutes tells all of this one.
    fn is_told(&self, row: &Row) -> bool {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&access(row)).is_some_and(|told| {
            let age = row.at.seconds_since(told.at);
            (0.0..TELLS).contains(&age)
                && row.patients.iter().all(|id| told.patients.contains(id))
                && row.kinds.iter().all(|kind| told.kinds.contains(kind))
        })
    }

    fn keep(&self, row: &Row) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MANY {
            known.retain(|_, told| row.at.seconds_since(told.at) < TELLS);
        }
        let told = Told {
            at: row.at,
            patients: row.patients.iter().copied().collect(),
            kinds: row.kinds.iter().cloned().collect(),
        };
        known.insert(access(row), told);
    }
}

/// Writes the entry of a read that an open page asked for by itself, unless a row of the last minutes tells of it; answers when it is durable.
///
/// # Errors
/// Away when the database is.
pub async fn record_asked(ctx: &Ctx, entry: Entry) -> Result<()> {
    let (row, asked) = (Row::of(ctx, entry), &ctx.house().asked);
    if asked.is_told(&row) {
        return Ok(());
    }
    ctx.house().audit.write(row.clone()).await?;
    asked.keep(&row);
    Ok(())
}

/// [`record_look`] at what waits in the house, with whose it was as far as the reader was shown that.
///
/// # Errors
/// Away when the database is.
pub async fn record_list(ctx: &Ctx, entry: Entry, shown: Vec<PatientId>, asks_again: bool) -> Result<()> {
    let entry = match shown.is_empty() {
        true => entry,
        false => entry.of(shown).kinds(&[Kind::Alarms, Kind::Demographics]),
    };
    record_look(ctx, entry, asks_again).await
}

/// [`super::record`] for a page that somebody opens, [`record_asked`] for what it asks for afterwards.
///
/// # Errors
/// Away when the database is.
pub async fn record_look(ctx: &Ctx, entry: Entry, asks_again: bool) -> Result<()> {
    match asks_again {
        true => record_asked(ctx, entry).await,
        false => super::record(ctx, entry).await,
    }
}
