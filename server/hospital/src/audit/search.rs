//! Search in the audit of a hospital, newest first, and the same as a file.

use std::net::IpAddr;

use domain::access::{Action, Subject};
use domain::ids::{PatientId, UserId};
use domain::invalid::Invalid;
use domain::time::{Moment, Zone};
use time::OffsetDateTime;
use uuid::Uuid;

use super::entry::{Entry, Kind, Outcome};
use super::record;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Rows of one page.
const PAGE: i64 = 50;
/// The longest list of people to choose from.
const PEOPLE: i64 = 200;
/// Rows of one file at most.
pub const MOST_EXPORTED: i64 = 20_000;
/// Later than any entry.
const EVER: Moment = Moment(i64::MAX);

/// What is looked for; what is left out does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Not before.
    pub since: Option<Moment>,
    /// Before.
    pub until: Option<Moment>,
    /// By this person.
    pub person: Option<UserId>,
    /// About this patient.
    pub patient: Option<PatientId>,
    /// This action, by its name in the audit.
    pub action: Option<String>,
    /// With this outcome.
    pub outcome: Option<Outcome>,
}

/// One entry as an admin sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub id: Uuid,
    /// When.
    pub at: Moment,
    /// What kind of actor: `staff`, `patient`, `device` …
    pub actor: String,
    /// Which.
    pub actor_id: Option<Uuid>,
    /// Their name, where they are somebody of this hospital.
    pub name: Option<String>,
    /// In which role.
    pub role: Option<String>,
    /// The piece of the house's own work.
    pub task: Option<String>,
    /// What.
    pub action: String,
    /// To what kind of thing.
    pub subject: String,
    /// Which.
    pub subject_id: Option<Uuid>,
    /// About whom, by the hospital's own number where there is one.
    pub patients: Vec<String>,
    /// Which kinds of data.
    pub kinds: Vec<String>,
    /// Why.
    pub purpose: Option<String>,
    /// How it ended.
    pub outcome: String,
    /// Why not.
    pub reason: Option<String>,
    /// From where.
    pub address: Option<IpAddr>,
    /// Under which request.
    pub request: Uuid,
    /// How long, for the end of a live subscription.
    pub lasted_ms: Option<i64>,
}

/// One page of what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The entries, newest first.
    pub rows: Vec<Listed>,
    /// Where the next page begins.
    pub next: Option<(Moment, Uuid)>,
    /// The hospital's zone.
    pub zone: Zone,
    /// The hospital's own number of the patient who was looked for.
    pub number: Option<String>,
    /// Who may be looked for: everybody who works or worked here, by name; none when they are too many for a list.
    pub people: Option<Vec<(UserId, String)>>,
}

/// Fifty entries of the actor's hospital that fit, older than `before` (time and number of the last one of the page before). That somebody searched is an
/// entry too, about the patient who was looked for.
///
/// Errors: denied for whoever does not look after the audit.
pub async fn search(ctx: &Ctx, search: &Search, before: Option<(Moment, Uuid)>) -> Result<Found> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadAudit, &subject).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let mut rows = find(&mut tx, hospital.0, search, before, PAGE + 1).await?;
    let people = sqlx::query!(
        r#"SELECT u.id, u.display_name FROM app_user u
            WHERE u.id IN (SELECT g.user_id FROM role_grant g WHERE g.hospital_id = $1)
            ORDER BY u.display_name, u.id
            LIMIT $2"#,
        hospital.0,
        PEOPLE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    let number = match search.patient {
        Some(patient) => {
            sqlx::query_scalar!(
                "SELECT hospital_number FROM registration WHERE hospital_id = $1 AND patient_id = $2",
                hospital.0,
                patient.0,
            )
            .fetch_optional(&mut *tx)
            .await?
        }
        None => None,
    };
    let seen = Entry::new(Action::ReadAudit, &subject, Outcome::Allowed)
        .kinds(&[Kind::Audit])
        .of(search.patient);
    record(ctx, seen).await?;
    tx.commit().await?;
    let more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    // The clock on the wall when it happened: an old page lies in another summer time.
    let around = rows
        .first()
        .map_or(zone.clone(), |row| crate::organisation::zone(&zone.name, row.at));
    Ok(Found {
        next: rows.last().filter(|_| more).map(|last| (last.at, last.id)),
        rows,
        zone: around,
        number,
        people: Some(people)
            .filter(|people| people.len() as i64 <= PEOPLE)
            .map(|people| {
                people
                    .into_iter()
                    .map(|row| (UserId(row.id), row.display_name))
                    .collect()
            }),
    })
}

/// Everything that fits, newest first, for a file.
///
/// Errors: denied for whoever may not take the audit out; step-up when the proof of who they are is not fresh; invalid when it is more than
/// [`MOST_EXPORTED`] entries.
pub async fn export(ctx: &Ctx, search: &Search) -> Result<Vec<Listed>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ExportAudit, &subject).await?;
    let rows = find(&mut tx, hospital.0, search, None, MOST_EXPORTED + 1).await?;
    if rows.len() as i64 > MOST_EXPORTED {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "since",
            "This is more than 20,000 entries. Choose a shorter time.",
        )]));
    }
    let taken = Entry::new(Action::ExportAudit, &subject, Outcome::Allowed)
        .kinds(&[Kind::Audit])
        .of(search.patient);
    record(ctx, taken).await?;
    tx.commit().await?;
    Ok(rows)
}

/// The patient whom the actor's hospital knows by this number.
///
/// Errors: denied for whoever does not look after the audit; invalid when nobody has it.
pub async fn patient_of_number(ctx: &Ctx, number: &str) -> Result<PatientId> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAudit, &Subject::Hospital(hospital)).await?;
    let found = sqlx::query_scalar!(
        "SELECT patient_id FROM registration WHERE hospital_id = $1 AND hospital_number = $2",
        hospital.0,
        number.trim(),
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    found.map(PatientId).ok_or_else(|| {
        HospitalError::Invalid(vec![Invalid::new(
            "number",
            "Nobody in this hospital has this number. Check it, or leave it out.",
        )])
    })
}

/// What the database answers.
struct ListedRow {
    id: Uuid,
    at: OffsetDateTime,
    actor: String,
    actor_id: Option<Uuid>,
    name: Option<String>,
    role: Option<String>,
    task: Option<String>,
    action: String,
    subject: String,
    subject_id: Option<Uuid>,
    patients: Vec<String>,
    kinds: Vec<String>,
    purpose: Option<String>,
    outcome: String,
    reason: Option<String>,
    address: Option<String>,
    request_id: Uuid,
    lasted_ms: Option<i64>,
}

impl From<ListedRow> for Listed {
    fn from(row: ListedRow) -> Self {
        Self {
            id: row.id,
            at: from_db(row.at),
            actor: row.actor,
            actor_id: row.actor_id,
            name: row.name,
            role: row.role,
            task: row.task,
            action: row.action,
            subject: row.subject,
            subject_id: row.subject_id,
            patients: row.patients,
            kinds: row.kinds,
            purpose: row.purpose,
            outcome: row.outcome,
            reason: row.reason,
            address: row.address.and_then(|address| address.parse().ok()),
            request: row.request_id,
            lasted_ms: row.lasted_ms,
        }
    }
}

/// The rows of a search. Planned anew each time, for what is looked for: a plan that suits every search suits none. One patient's entries come from their
/// own index, all others from those of the hospital or the person.
async fn find(
    tx: &mut Tx,
    hospital: Uuid,
    search: &Search,
    before: Option<(Moment, Uuid)>,
    limit: i64,
) -> Result<Vec<Listed>> {
    sqlx::query!("SELECT set_config('plan_cache_mode', 'force_custom_plan', true) AS set")
        .fetch_one(&mut **tx)
        .await?;
    let (before_at, before_id) = before.unwrap_or((search.until.unwrap_or(EVER), Uuid::nil()));
    let (since, before_at) = (to_db(search.since.unwrap_or(Moment(i64::MIN))), to_db(before_at));
    let person = search.person.map(|person| person.0);
    let outcome = search.outcome.map(Outcome::name);
    macro_rules! find {
        ($from:literal, $order:literal, $($more:expr),*) => {
            sqlx::query_as!(
                ListedRow,
                r#"SELECT e.id, e.at, e.actor, e.actor_id, u.display_name AS "name?", e.role, e.task, e.action, e.subject, e.subject_id,
                          ARRAY(SELECT coalesce(r.hospital_number, whom::text)
                                  FROM unnest(e.patients) AS whom
                                  LEFT JOIN registration r ON r.patient_id = whom AND r.hospital_id = $1
                                 ORDER BY 1) AS "patients!",
                          e.kinds, e.purpose, e.outcome, e.reason, host(e.address) AS address, e.request_id, e.lasted_ms"#
                    + $from
                    + " AND ($5::uuid IS NULL OR e.actor_id = $5) AND ($6::text IS NULL OR e.action = $6) AND ($7::text IS NULL OR e.outcome = $7)"
                    + $order
                    + " LIMIT $8",
                hospital,
                since,
                before_at,
                before_id,
                person,
                search.action,
                outcome,
                limit,
                $($more),*
            )
            .fetch_all(&mut **tx)
            .await?
        };
    }
    let rows = match search.patient {
        // LATERAL with a limit: the list of the person is walked in its order, and each entry is looked up by its key.
        Some(patient) => find!(
            " FROM audit_patient p
             CROSS JOIN LATERAL (SELECT * FROM audit_entry e WHERE e.id = p.entry_id AND e.at = p.at LIMIT 1) e
              LEFT JOIN app_user u ON u.id = e.actor_id
             WHERE p.whom = $9 AND p.hospital_id = $1 AND p.at >= $2 AND p.at <= $3 AND (p.at, p.entry_id) < ($3, $4)",
            " ORDER BY p.at DESC, p.entry_id DESC",
            patient.0
        ),
        None => find!(
            " FROM audit_entry e
              LEFT JOIN app_user u ON u.id = e.actor_id
             WHERE e.hospital_id = $1 AND e.at >= $2 AND e.at <= $3 AND (e.at, e.id) < ($3, $4)",
            " ORDER BY e.at DESC, e.id DESC",
        ),
    };
    Ok(rows.into_iter().map(Listed::from).collect())
}
