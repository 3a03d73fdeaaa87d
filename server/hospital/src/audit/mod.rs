//! The audit: who did or looked at what. There are two ways to write it:
//!
//! - [`record_in`], for a change: in the transaction of the change, so that both are kept or neither.
//! - [`record`], for a read, a denial or a failure: in batches, each acknowledged after its commit, so that a read is recorded before the data
//!   leaves and a hundred readers share one commit.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::{AlarmId, PatientId, WardId};
use sqlx::{PgExecutor, PgPool};
use time::OffsetDateTime;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result, is_away};
use crate::time::to_db;

/// How many entries share a commit at most.
const BATCH: usize = 512;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was allowed, and done or shown.
    Allowed,
    /// It was refused.
    Denied,
    /// It was allowed and failed.
    Failed,
}

impl Outcome {
    const fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Denied => "denied",
            Self::Failed => "failed",
        }
    }
}

/// What happened, without who: that is the context's.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    action: &'static str,
    subject: &'static str,
    subject_id: Option<Uuid>,
    /// The hospital of the subject, for an actor who acts in none.
    hospital: Option<Uuid>,
    outcome: Outcome,
}

impl Entry {
    /// An entry about a subject of `decide`.
    pub fn new(action: Action, subject: &Subject, outcome: Outcome) -> Self {
        let (name, id, hospital) = match subject {
            Subject::House => ("house", None, None),
            Subject::Hospital(id) => ("hospital", Some(id.0), Some(id.0)),
            Subject::Ward { ward, hospital } => ("ward", Some(ward.0), Some(hospital.0)),
            Subject::Patient { patient, .. } => ("patient", Some(patient.0), None),
            Subject::Device { device, hospital, .. } => ("device", Some(device.0), Some(hospital.0)),
            Subject::Account(id) => ("account", Some(id.0), None),
            Subject::Colleague { user, hospital } => ("account", Some(user.0), Some(hospital.0)),
        };
        Self {
            hospital,
            outcome,
            ..Self::about(action.name(), name, id)
        }
    }

    /// A change that was made; `what` says which, where the right that allowed it covers several (`device_token.revoke`).
    pub fn change(what: &'static str, right: Action, subject: &Subject) -> Self {
        Self {
            action: what,
            ..Self::new(right, subject, Outcome::Allowed)
        }
    }

    /// A patient's record was read or changed.
    pub fn patient(action: Action, patient: PatientId) -> Self {
        Self::about(action.name(), "patient", Some(patient.0))
    }

    /// A patient's record, or what opens it, was changed; `what` says how.
    pub const fn change_of_patient(what: &'static str, patient: PatientId) -> Self {
        Self::about(what, "patient", Some(patient.0))
    }

    /// A ward's board was read.
    pub fn ward(action: Action, ward: WardId) -> Self {
        Self::about(action.name(), "ward", Some(ward.0))
    }

    /// An alarm was answered.
    pub fn alarm(action: Action, alarm: AlarmId) -> Self {
        Self::about(action.name(), "alarm", Some(alarm.0))
    }

    const fn about(action: &'static str, subject: &'static str, subject_id: Option<Uuid>) -> Self {
        Self {
            action,
            subject,
            subject_id,
            hospital: None,
            outcome: Outcome::Allowed,
        }
    }
}

/// Writes the entry of a read, a denial or a failure; answers when it is durable.
///
/// Errors: away when the database is.
pub async fn record(ctx: &Ctx, entry: Entry) -> Result<()> {
    ctx.house().audit.write(Row::of(ctx, entry)).await
}

/// Writes the entries of a change in its transaction: they are kept when the change is, and only then.
pub async fn record_in(tx: &mut Tx, ctx: &Ctx, entries: impl IntoIterator<Item = Entry>) -> Result<()> {
    let rows: Vec<Row> = entries.into_iter().map(|entry| Row::of(ctx, entry)).collect();
    if !rows.is_empty() {
        insert(&mut **tx, &rows).await?;
    }
    Ok(())
}

/// One row to write.
#[derive(Debug)]
struct Row {
    id: Uuid,
    at: OffsetDateTime,
    actor: &'static str,
    actor_id: Option<Uuid>,
    task: Option<&'static str>,
    hospital: Option<Uuid>,
    request: Uuid,
    entry: Entry,
}

impl Row {
    fn of(ctx: &Ctx, entry: Entry) -> Self {
        let (actor, actor_id) = match ctx.actor() {
            Actor::Staff { user, .. } => ("staff", Some(user.0)),
            Actor::Patient { user, .. } => ("patient", Some(user.0)),
            Actor::Proxy { user, .. } => ("proxy", Some(user.0)),
            Actor::ApiClient { client, .. } => ("client", Some(client.0)),
            Actor::Device { device, .. } => ("device", Some(device.0)),
            Actor::Worker { .. } => ("worker", None),
            Actor::Nobody => ("nobody", None),
        };
        let task = task_of(ctx.actor());
        let hospital = ctx.actor().hospital().map(|id| id.0).or(entry.hospital);
        Self {
            id: Uuid::now_v7(),
            at: to_db(ctx.now()),
            actor,
            actor_id,
            task,
            hospital,
            request: ctx.request(),
            entry,
        }
    }
}

/// The piece of the house's own work that asks, by the name that the audit keeps and row security reads; none for people and devices.
pub(crate) const fn task_of(actor: &Actor) -> Option<&'static str> {
    match actor {
        Actor::Worker { task, .. } => Some(match task {
            Task::Seed => "seed",
            Task::SignIn => "sign_in",
            Task::Watch => "watch",
            Task::Retain => "retain",
            Task::Seal => "seal",
            Task::Keys => "keys",
            Task::Jobs => "jobs",
            Task::Find => "find",
            Task::Rights => "rights",
        }),
        _ => None,
    }
}

/// Told when the batch of an entry is durable, or why it is not.
type Done = oneshot::Sender<std::result::Result<(), Arc<sqlx::Error>>>;

/// The writer: a bounded queue and one task.
#[derive(Clone, Debug)]
pub struct AuditWriter(mpsc::Sender<(Row, Done)>);

impl AuditWriter {
    /// Starts the task; it ends when the last writer is dropped.
    pub fn start(pool: PgPool) -> Self {
        // A connection of its own: a verb waits for its entry while it holds one of the pool's, so a writer that took from the same
        // pool would wait for those who wait for it as soon as as many ask as the pool has.
        let options = pool.options().clone().min_connections(0).max_connections(1);
        let pool = options.connect_lazy_with(pool.connect_options().as_ref().clone());
        let (sender, mut queue) = mpsc::channel(4 * BATCH);
        tokio::spawn(async move {
            let mut waiting: Vec<(Row, Done)> = Vec::with_capacity(BATCH);
            while queue.recv_many(&mut waiting, BATCH).await > 0 {
                let (rows, told): (Vec<Row>, Vec<Done>) = waiting.drain(..).unzip();
                let written = insert(&pool, &rows).await.map_err(|error| {
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
        Self(sender)
    }

    async fn write(&self, row: Row) -> Result<()> {
        let (done, durable) = oneshot::channel();
        self.0
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

async fn insert(to: impl PgExecutor<'_>, rows: &[Row]) -> std::result::Result<(), sqlx::Error> {
    fn column<T>(rows: &[Row], take: impl Fn(&Row) -> T) -> Vec<T> {
        rows.iter().map(take).collect()
    }
    sqlx::query!(
        "INSERT INTO audit_entry (id, at, actor, actor_id, task, hospital_id, action, subject, subject_id, outcome, request_id)
         SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::text[], $6::uuid[],
                              $7::text[], $8::text[], $9::uuid[], $10::text[], $11::uuid[])",
        &column(rows, |row| row.id),
        &column(rows, |row| row.at),
        &column(rows, |row| row.actor.to_owned()),
        &column(rows, |row| row.actor_id) as &[Option<Uuid>],
        &column(rows, |row| row.task.map(str::to_owned)) as &[Option<String>],
        &column(rows, |row| row.hospital) as &[Option<Uuid>],
        &column(rows, |row| row.entry.action.to_owned()),
        &column(rows, |row| row.entry.subject.to_owned()),
        &column(rows, |row| row.entry.subject_id) as &[Option<Uuid>],
        &column(rows, |row| row.entry.outcome.name().to_owned()),
        &column(rows, |row| row.request),
    )
    .execute(to)
    .await
    .map(drop)
}
