//! The writer of reads, denials and failures: a bounded queue and one task. A hundred readers share one commit, and each waits for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::time::Moment;
use sqlx::PgPool;
use tokio::sync::{mpsc, oneshot};

use super::keys::TraceKeys;
use super::row::Row;
use super::sets::Sets;
use crate::error::{HospitalError, Result, is_away};

/// How many entries share a commit at most.
const BATCH: usize = 512;

/// Told when the batch of an entry is durable, or why it is not.
type Done = oneshot::Sender<std::result::Result<(), Arc<sqlx::Error>>>;

/// The writer, and the keys with which entries are marked.
#[derive(Clone, Debug)]
pub struct AuditWriter {
    line: mpsc::Sender<(Row, Done)>,
    keys: Arc<TraceKeys>,
    /// When it was last known that all that was sealed is noted outside, in microseconds; 0 where no sealer runs.
    noted_at: Arc<AtomicI64>,
}

impl AuditWriter {
    /// Starts the task; it ends when the last writer is dropped.
    pub fn start(pool: PgPool, keys: Arc<TraceKeys>) -> Self {
        // A connection of its own: a verb waits for its entry while it holds one of the pool's, so a writer that took from the same
        // pool would wait for those who wait for it as soon as as many ask as the pool has.
        let options = pool.options().clone().min_connections(0).max_connections(1);
        let pool = options.connect_lazy_with(pool.connect_options().as_ref().clone());
        let (line, mut queue) = mpsc::channel(4 * BATCH);
        let marks = keys.clone();
        tokio::spawn(async move {
            let mut waiting: Vec<(Row, Done)> = Vec::with_capacity(BATCH);
            let mut sets = Sets::default();
            while queue.recv_many(&mut waiting, BATCH).await > 0 {
                let (rows, told): (Vec<Row>, Vec<Done>) = waiting.drain(..).unzip();
                let written = sets.write(&pool, &marks, &rows).await.map_err(|error| {
                    tracing::error!(%error, entries = rows.len(), "the audit could not be written");
                    Arc::new(error)
                });
                for done in told {
                    if done.send(written.clone()).is_err() {
                        tracing::debug!("a reader left before its audit entry was durable");
                    }
                }
            }
        });
        Self {
            line,
            keys,
            noted_at: Arc::default(),
        }
    }

    /// The keys of the trace.
    pub fn keys(&self) -> &Arc<TraceKeys> {
        &self.keys
    }

    /// When it was last known that all that was sealed is noted outside of the database; none where no sealer runs.
    pub(super) fn noted_at(&self) -> Option<Moment> {
        match self.noted_at.load(Ordering::Relaxed) {
            0 => None,
            at => Some(Moment(at)),
        }
    }

    /// All that was sealed is noted.
    pub(super) fn all_is_noted(&self, now: Moment) {
        self.noted_at.store(now.0, Ordering::Relaxed);
    }

    /// Hands over a row for which nobody waits: it is written with the next batch.
    pub(super) fn write_later(&self, row: Row) {
        if self.line.try_send((row, oneshot::channel().0)).is_err() {
            tracing::error!(
                "an audit entry for which nobody waits was lost: the line is full, or the writer has stopped"
            );
        }
    }

    pub(super) async fn write(&self, row: Row) -> Result<()> {
        let (done, durable) = oneshot::channel();
        self.line
            .send((row, done))
            .await
            .map_err(|_| HospitalError::Internal("the audit writer has stopped"))?;
        match durable.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(cause)) if is_away(&cause) => {
                Err(HospitalError::Away(sqlx::Error::Io(std::io::Error::other(cause))))
            }
            Ok(Err(_)) | Err(_) => Err(HospitalError::Internal("the audit could not be written")),
        }
    }
}
