//! One row of the audit: an entry and who, when, why and from where. Written by [`insert`], read back by whoever seals, verifies or shows it.

use std::net::IpAddr;

use domain::access::{Action, Subject, explain};
use domain::actor::{Actor, Role, Task};
use domain::time::Moment;
use sqlx::PgExecutor;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::entry::{Entry, Kind};
use super::keys::TraceKeys;
use super::purpose::Purpose;
use super::sets::SetName;
use crate::ctx::Ctx;
use crate::time::{from_db, to_db};

/// One row. The words are those of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number.
    pub id: Uuid,
    /// When it happened, by the house's clock.
    pub at: Moment,
    /// What kind of actor.
    pub actor: String,
    /// The account, the device or the client.
    pub actor_id: Option<Uuid>,
    /// The piece of the house's own work.
    pub task: Option<String>,
    /// The organisation in which they acted.
    pub hospital: Option<Uuid>,
    /// The role in which they acted.
    pub role: Option<String>,
    /// The person on whose behalf.
    pub on_behalf_of: Option<Uuid>,
    /// What was done.
    pub action: String,
    /// To what kind of thing.
    pub subject: String,
    /// To which.
    pub subject_id: Option<Uuid>,
    /// Everybody whose data were shown or changed.
    pub patients: Vec<Uuid>,
    /// Which kinds of data.
    pub kinds: Vec<String>,
    /// Why: the code of a [`super::Purpose`].
    pub purpose: Option<String>,
    /// How it ended.
    pub outcome: String,
    /// Why not.
    pub reason: Option<String>,
    /// From where.
    pub address: Option<IpAddr>,
    /// The request.
    pub request: Uuid,
    /// How long it was followed.
    pub lasted_ms: Option<i64>,
}

impl Row {
    /// The row of an entry in this context.
    pub(super) fn of(ctx: &Ctx, entry: Entry) -> Self {
        let (actor, actor_id) = match ctx.actor() {
            Actor::Staff { user, .. } => ("staff", Some(user.0)),
            Actor::Patient { user, .. } => ("patient", Some(user.0)),
            Actor::Proxy { user, .. } => ("proxy", Some(user.0)),
            Actor::ApiClient { client, .. } => ("client", Some(client.0)),
            Actor::Device { device, .. } => ("device", Some(device.0)),
            Actor::Worker { .. } => ("worker", None),
            Actor::Nobody => ("nobody", None),
        };
        let role = role_of(ctx.actor(), &entry);
        let on_behalf_of = match ctx.actor() {
            Actor::Proxy { patient, .. } => Some(patient.0),
            _ => None,
        };
        let emergency = entry.emergency || entry.right == Some(Action::BreakGlass);
        let purpose = if emergency {
            Purpose::Emergency
        } else {
            purpose_of(ctx.actor(), role)
        };
        Self {
            id: Uuid::now_v7(),
            // What the database takes: a clock that is far out is brought back to its years, and the mark is of what is stored.
            at: from_db(to_db(ctx.now())),
            actor: actor.to_owned(),
            actor_id,
            task: task_of(ctx.actor()).map(str::to_owned),
            hospital: ctx.actor().hospital().map(|id| id.0).or(entry.hospital),
            role: role.map(|role| role.name().to_owned()),
            on_behalf_of,
            action: entry.action.to_owned(),
            subject: entry.subject.to_owned(),
            subject_id: entry.subject_id,
            patients: entry.patients,
            kinds: entry.kinds.iter().map(|kind| kind.name().to_owned()).collect(),
            purpose: Some(purpose.code().to_owned()),
            outcome: entry.outcome.name().to_owned(),
            reason: entry.reason.map(str::to_owned),
            address: ctx.address().and_then(|address| address.parse().ok()),
            request: ctx.request(),
            lasted_ms: entry.lasted_ms,
        }
    }
}

impl Row {
    /// Whether both tell of one access, read in parts: everything but whose data and which kinds is the same.
    pub(super) fn is_same_access(&self, other: &Self) -> bool {
        // Field by field, so that nobody's list of people is copied for it; a new field has to be named here.
        let Self {
            id: _,
            at: _,
            actor,
            actor_id,
            task,
            hospital,
            role,
            on_behalf_of,
            action,
            subject,
            subject_id,
            patients: _,
            kinds: _,
            purpose,
            outcome,
            reason,
            address,
            request,
            lasted_ms,
        } = self;
        *request == other.request
            && *action == other.action
            && *subject == other.subject
            && *subject_id == other.subject_id
            && *actor == other.actor
            && *actor_id == other.actor_id
            && *task == other.task
            && *hospital == other.hospital
            && *role == other.role
            && *on_behalf_of == other.on_behalf_of
            && *purpose == other.purpose
            && *outcome == other.outcome
            && *reason == other.reason
            && *address == other.address
            && *lasted_ms == other.lasted_ms
    }

    /// Whether all that `part`, of the same access, tells stands here already.
    pub(super) fn tells_all_of(&self, part: &Self) -> bool {
        part.patients.iter().all(|id| self.patients.contains(id)) && part.kinds.iter().all(|it| self.kinds.contains(it))
    }

    /// Takes in whose data another part of the same access showed, and which.
    pub(super) fn unite(&mut self, part: Self) {
        self.patients.extend(part.patients);
        self.patients.sort_unstable();
        self.patients.dedup();
        let shown = |kind: &Kind| self.kinds.iter().chain(&part.kinds).any(|name| name == kind.name());
        self.kinds = Kind::ALL
            .into_iter()
            .filter(shown)
            .map(|kind| kind.name().to_owned())
            .collect();
    }
}

/// The role in which they act: of several, the first whose right it is.
fn role_of(actor: &Actor, entry: &Entry) -> Option<Role> {
    let has_right = |role: Role| match (actor, entry.right) {
        (Actor::Staff { user, hospital, .. }, Some(right)) => {
            let alone = Actor::staff(*user, *hospital, [role]);
            !explain(&alone, right, &Subject::House).suffices.is_none()
        }
        _ => true,
    };
    let held = || Role::ALL.into_iter().filter(|role| actor.is(*role));
    held().find(|role| has_right(*role)).or_else(|| held().next())
}

/// Why somebody acts, where nothing says more.
fn purpose_of(actor: &Actor, role: Option<Role>) -> Purpose {
    match role {
        Some(Role::Doctor | Role::Nurse | Role::Pharmacist | Role::LabTechnician | Role::EmergencyResponder) => {
            Purpose::Treatment
        }
        Some(Role::BillingClerk) => Purpose::Payment,
        Some(Role::Technician | Role::Receptionist | Role::HospitalAdmin | Role::SuperAdmin) => Purpose::Operations,
        Some(Role::Patient) => Purpose::Patient,
        Some(Role::Proxy) => Purpose::Family,
        None => match actor {
            Actor::Device { .. } => Purpose::Treatment,
            Actor::ApiClient { .. } => Purpose::Operations,
            _ => Purpose::System,
        },
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

/// Writes rows with their marks, and whose data they are about, in one statement. A row that names one of these `sets`, which have the order of the rows, tells of its people
/// through it; every other one has a line for each. Where there are fewer sets than rows, the last rows name none.
pub(super) async fn insert(
    to: impl PgExecutor<'_>,
    keys: &TraceKeys,
    rows: &[Row],
    sets: &[Option<SetName>],
) -> std::result::Result<(), sqlx::Error> {
    fn column<T>(rows: &[Row], take: impl Fn(&Row) -> T) -> Vec<T> {
        rows.iter().map(take).collect()
    }
    // Lists travel as the text of an array, because PostgreSQL's arrays of arrays are rectangles. Ids and kinds hold nothing that would need quotes.
    fn list(items: impl Iterator<Item = String>) -> String {
        format!("{{{}}}", items.collect::<Vec<_>>().join(","))
    }
    let months: Vec<Option<Date>> = sets.iter().map(|set| set.map(|set| set.month)).collect();
    let ids: Vec<Option<Vec<u8>>> = sets.iter().map(|set| set.map(|set| set.id.to_vec())).collect();
    sqlx::query!(
        "WITH told AS (
             SELECT t.*, t.whom::uuid[] AS patients, t.what::text[] AS kinds
               FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::uuid[], $9::text[], $10::text[],
                           $11::uuid[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::uuid[], $19::int8[], $20::bytea[],
                           $21::date[], $22::bytea[])
                    AS t (id, at, actor, actor_id, task, hospital_id, role, on_behalf_of, action, subject,
                          subject_id, whom, what, purpose, outcome, reason, address, request_id, lasted_ms, mark, set_month, set_id)
         ), entry AS (
             INSERT INTO audit_entry (id, at, actor, actor_id, task, hospital_id, role, on_behalf_of, action, subject,
                                      subject_id, patients, kinds, purpose, outcome, reason, address, request_id, lasted_ms, mark, set_month, set_id)
             SELECT id, at, actor, actor_id, task, hospital_id, role, on_behalf_of, action, subject,
                    subject_id, patients, kinds, purpose, outcome, reason, address::inet, request_id, lasted_ms, mark, set_month, set_id
               FROM told
         )
         INSERT INTO audit_patient (whom, at, entry_id, hospital_id)
         SELECT DISTINCT unnest(patients), at, id, hospital_id FROM told WHERE set_id IS NULL",
        &column(rows, |row| row.id),
        &column(rows, |row| to_db(row.at)) as &[OffsetDateTime],
        &column(rows, |row| row.actor.clone()),
        &column(rows, |row| row.actor_id) as &[Option<Uuid>],
        &column(rows, |row| row.task.clone()) as &[Option<String>],
        &column(rows, |row| row.hospital) as &[Option<Uuid>],
        &column(rows, |row| row.role.clone()) as &[Option<String>],
        &column(rows, |row| row.on_behalf_of) as &[Option<Uuid>],
        &column(rows, |row| row.action.clone()),
        &column(rows, |row| row.subject.clone()),
        &column(rows, |row| row.subject_id) as &[Option<Uuid>],
        &column(rows, |row| list(row.patients.iter().map(Uuid::to_string))),
        &column(rows, |row| list(row.kinds.iter().cloned())),
        &column(rows, |row| row.purpose.clone()) as &[Option<String>],
        &column(rows, |row| row.outcome.clone()),
        &column(rows, |row| row.reason.clone()) as &[Option<String>],
        &column(rows, |row| row.address.map(|address| address.to_string())) as &[Option<String>],
        &column(rows, |row| row.request),
        &column(rows, |row| row.lasted_ms) as &[Option<i64>],
        &column(rows, |row| keys.mark(row).to_vec()),
        &months as &[Option<Date>],
        &ids as &[Option<Vec<u8>>],
    )
    .execute(to)
    .await
    .map(drop)
}

/// A row as it is read back.
#[derive(Debug)]
pub(super) struct Stored {
    pub id: Uuid,
    pub at: OffsetDateTime,
    pub actor: String,
    pub actor_id: Option<Uuid>,
    pub task: Option<String>,
    pub hospital_id: Option<Uuid>,
    pub role: Option<String>,
    pub on_behalf_of: Option<Uuid>,
    pub action: String,
    pub subject: String,
    pub subject_id: Option<Uuid>,
    pub patients: Vec<Uuid>,
    pub kinds: Vec<String>,
    pub purpose: Option<String>,
    pub outcome: String,
    pub reason: Option<String>,
    pub address: Option<String>,
    pub request_id: Uuid,
    pub lasted_ms: Option<i64>,
    pub mark: Option<Vec<u8>>,
}

impl Stored {
    /// The row and its mark.
    pub(super) fn into_row(self) -> (Row, Option<Vec<u8>>) {
        let row = Row {
            id: self.id,
            at: from_db(self.at),
            actor: self.actor,
            actor_id: self.actor_id,
            task: self.task,
            hospital: self.hospital_id,
            role: self.role,
            on_behalf_of: self.on_behalf_of,
            action: self.action,
            subject: self.subject,
            subject_id: self.subject_id,
            patients: self.patients,
            kinds: self.kinds,
            purpose: self.purpose,
            outcome: self.outcome,
            reason: self.reason,
            address: self.address.and_then(|address| address.parse().ok()),
            request: self.request_id,
            lasted_ms: self.lasted_ms,
        };
        (row, self.mark)
    }
}
