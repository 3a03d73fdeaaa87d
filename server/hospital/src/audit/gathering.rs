//! One page load, one row. A page is drawn of parts, and each part asks its own verb; what those of one drawing read under the same right of the same subject is one
//! access, and becomes one entry with everybody and every kind of data in it.
//!
//! The door that draws makes a [`Gathering`], every [`Ctx`](crate::Ctx) of the drawing [knows](crate::Ctx::gathering) it, and the page leaves after
//! [`Gathering::record`] has answered. What is refused or failed is never gathered.

use std::sync::{Arc, Mutex, PoisonError};

use futures::future::try_join_all;

use super::row::Row;
use crate::error::Result;
use crate::house::House;

/// What one drawing of a page reads.
#[derive(Clone, Debug, Default)]
pub struct Gathering(Arc<Mutex<Gathered>>);

#[derive(Debug, Default)]
struct Gathered {
    rows: Vec<Row>,
    /// Whether they were handed to the writer, and nothing can be added to them any more.
    is_recorded: bool,
}

impl Gathering {
    /// Takes a row in, or gives it back to be written by itself.
    pub(super) fn take_in(&self, row: Row) -> Option<Row> {
        let mut gathered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_recorded = gathered.is_recorded;
        let same = gathered.rows.iter_mut().find(|first| first.is_same_access(&row));
        match (same, is_recorded) {
            (Some(first), false) => first.unite(row),
            (None, false) => gathered.rows.push(row),
            // A part that was asked twice, and answered once more after the page had left: nothing of it is in the page that its row does not tell.
            (Some(first), true) if first.tells_all_of(&row) => {}
            (_, true) => return Some(row),
        }
        None
    }

    /// Writes what was gathered; it is durable when this answers, and then the page may leave.
    ///
    /// # Errors
    /// Away when the database is.
    pub async fn record(&self, house: &House) -> Result<()> {
        let rows = {
            let mut gathered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            gathered.is_recorded = true;
            gathered.rows.clone()
        };
        try_join_all(rows.into_iter().map(|row| house.audit.write(row)))
            .await
            .map(drop)
    }
}
