//! The audit: who did or looked at what. Entries are written in batches, each acknowledged after its commit, so that a read is recorded
//! before the data leaves and a hundred readers share one commit.

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::{AlarmId, PatientId, WardId};
use sqlx::PgPool;
use time::OffsetDateTime;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
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
    action: Action,
    subject: &'static str,
    subject_id: Option<Uuid>,
    outcome: Outcome,
}

impl Entry {
    /// An entry about a subject of `decide`.
    pub fn new(action: Action, subject: &Subject, outcome: Outcome) -> Self {
        let (subject, subject_id) = match subject {
            Subject::House => ("house", None),
            Subject::Hospital(id) => ("hospital", Some(id.0)),
            Subject::Patient { patient, .. } => ("patient", Some(patient.0)),
            Subject::Device { device, .. } => ("device", Some(device.0)),
            Subject::Account(id) => ("account", Some(id.0)),
        };
        Self {
            action,
            subject,
            subject_id,
            outcome,
        }
    }

    /// A patient's record was read or changed.
    pub fn patient(action: Action, patient: PatientId) -> Self {
        Self {
            action,
            subject: "patient",
            subject_id: Some(patient.0),
            outcome: Outcome::Allowed,
        }
    }

    /// A ward's board was read.
    pub fn ward(action: Action, ward: WardId) -> Self {
        Self {
            action,
            subject: "ward",
            subject_id: Some(ward.0),
            outcome: Outcome::Allowed,
        }
    }

    /// An alarm was answered.
    pub fn alarm(action: Action, alarm: AlarmId) -> Self {
        Self {
            action,
            subject: "alarm",
            subject_id: Some(alarm.0),
            outcome: Outcome::Allowed,
        }
    }
}

/// Writes an entry; answers when it is durable.
pub async fn record(ctx: &Ctx, entry: Entry) -> Result<()> {
    ctx.house().audit.write(Row::of(ctx, entry)).await
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
        let (actor, actor_id, task) = match ctx.actor() {
            Actor::Staff { user, .. } => ("staff", Some(user.0), None),
            Actor::Patient { user, .. } => ("patient", Some(user.0), None),
            Actor::Device { device, .. } => ("device", Some(device.0), None),
            Actor::Worker { task, .. } => ("worker", None, Some(task_name(*task))),
            Actor::Nobody => ("nobody", None, None),
        };
        let hospital = ctx.actor().hospital().map(|id| id.0);
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

const fn task_name(task: Task) -> &'static str {
    match task {
        Task::Seed => "seed",
        Task::SignIn => "sign_in",
        Task::Watch => "watch",
        Task::Retain => "retain",
    }
}

/// The writer: a bounded queue and one task.
#[derive(Clone, Debug)]
pub struct AuditWriter(mpsc::Sender<(Row, oneshot::Sender<bool>)>);

impl AuditWriter {
    /// Starts the task; it ends when the last writer is dropped.
    pub fn start(pool: PgPool) -> Self {
        // A connection of its own: a verb waits for its entry while it holds one of the pool's, so a writer that took from the same
        // pool would wait for those who wait for it as soon as as many ask as the pool has.
        let options = pool.options().clone().min_connections(0).max_connections(1);
        let pool = options.connect_lazy_with(pool.connect_options().as_ref().clone());
        let (sender, mut queue) = mpsc::channel(4 * BATCH);
        tokio::spawn(async move {
            let mut waiting: Vec<(Row, oneshot::Sender<bool>)> = Vec::with_capacity(BATCH);
            while queue.recv_many(&mut waiting, BATCH).await > 0 {
                let written = match insert(&pool, &waiting).await {
                    Ok(()) => true,
                    Err(error) => {
                        tracing::error!(%error, entries = waiting.len(), "the audit could not be written");
                        false
                    }
                };
                for (_, done) in waiting.drain(..) {
                    if done.send(written).is_err() {
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
            Ok(true) => Ok(()),
            Ok(false) | Err(_) => Err(HospitalError::Internal("the audit could not be written")),
        }
    }
}

async fn insert(pool: &PgPool, rows: &[(Row, oneshot::Sender<bool>)]) -> std::result::Result<(), sqlx::Error> {
    fn column<T>(rows: &[(Row, oneshot::Sender<bool>)], take: impl Fn(&Row) -> T) -> Vec<T> {
        rows.iter().map(|(row, _)| take(row)).collect()
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
        &column(rows, |row| row.entry.action.name().to_owned()),
        &column(rows, |row| row.entry.subject.to_owned()),
        &column(rows, |row| row.entry.subject_id) as &[Option<Uuid>],
        &column(rows, |row| row.entry.outcome.name().to_owned()),
        &column(rows, |row| row.request),
    )
    .execute(pool)
    .await
    .map(drop)
}
