//! Search in the audit of a hospital, newest first, and the same as a file.
//!
//! Beside what was done in this hospital stands what another one did with a record of ours that consent or an emergency opened to it: who, when, what and why.
//! Which entries those are, the wall says (`was_open_to` in `migrations`).

use std::net::IpAddr;

use domain::access::{Action, Subject};
use domain::ids::{PatientId, UserId};
use domain::invalid::Invalid;
use domain::time::{Moment, Zone};
use time::OffsetDateTime;
use uuid::Uuid;

use super::entry::{Entry, Kind, Outcome};
use super::record;
use super::who_looked::names;
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
/// How far back the sets of a person are looked through at first, in seconds.
const NEAR: f64 = 31.0 * 86_400.0;
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
    /// Their name, where they are somebody of this hospital, or opened a record of ours from another one.
    pub name: Option<String>,
    /// The other hospital in which they acted.
    pub elsewhere: Option<String>,
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
    /// About whom.
    pub whom: Vec<PatientId>,
    /// The same, by the hospital's own number where there is one.
    pub patients: Vec<String>,
    /// Which kinds of data.
    pub kinds: Vec<String>,
    /// Why.
    pub purpose: Option<String>,
    /// How it ended.
    pub outcome: String,
    /// Why not.
    pub reason: Option<String>,
    /// From where; not told of another hospital.
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
/// entry too, about everybody whose number the page shows.
///
/// Errors: denied for whoever does not look after the audit.
pub async fn search(ctx: &Ctx, search: &Search, before: Option<(Moment, Uuid)>) -> Result<Found> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadAudit, &subject).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let mut rows = find(&mut tx, ctx, search, before, PAGE + 1).await?;
    let more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
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
    record(ctx, shown(Action::ReadAudit, &subject, search, &rows)).await?;
    tx.commit().await?;
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
    let rows = find(&mut tx, ctx, search, None, MOST_EXPORTED + 1).await?;
    if rows.len() as i64 > MOST_EXPORTED {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "since",
            "This is more than 20,000 entries. Choose a shorter time.",
        )]));
    }
    record(ctx, shown(Action::ExportAudit, &subject, search, &rows)).await?;
    tx.commit().await?;
    Ok(rows)
}

/// The entry of what was shown: about whoever was looked for, and everybody whose number is in a row.
fn shown(action: Action, subject: &Subject, search: &Search, rows: &[Listed]) -> Entry {
    let whom = rows.iter().flat_map(|row| &row.whom).copied();
    Entry::new(action, subject, Outcome::Allowed)
        .kinds(&[Kind::Audit, Kind::Demographics])
        .of(whom.chain(search.patient))
}

/// The patient whom the actor's hospital knows by this number.
///
/// Errors: denied for whoever does not look after the audit; invalid when nobody has it.
pub async fn patient_of_number(ctx: &Ctx, number: &str) -> Result<PatientId> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadAudit, &subject).await?;
    let found = sqlx::query_scalar!(
        "SELECT patient_id FROM registration WHERE hospital_id = $1 AND hospital_number = $2",
        hospital.0,
        number.trim(),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(found) = found.map(PatientId) else {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "number",
            "Nobody in this hospital has this number. Check it, or leave it out.",
        )]));
    };
    let told = Entry::new(Action::ReadAudit, &subject, Outcome::Allowed);
    record(ctx, told.kinds(&[Kind::Demographics]).of([found])).await?;
    tx.commit().await?;
    Ok(found)
}

/// What the database answers.
struct ListedRow {
    id: Uuid,
    at: OffsetDateTime,
    actor: String,
    actor_id: Option<Uuid>,
    name: Option<String>,
    elsewhere: Option<String>,
    role: Option<String>,
    task: Option<String>,
    action: String,
    subject: String,
    subject_id: Option<Uuid>,
    whom: Vec<Uuid>,
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
            elsewhere: row.elsewhere,
            role: row.role,
            task: row.task,
            action: row.action,
            subject: row.subject,
            subject_id: row.subject_id,
            whom: row.whom.into_iter().map(PatientId).collect(),
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

/// The rows of a search, newest first: those of the hospital, and those of others about records of ours. These are few, and only as old as the oldest of ours that is
/// shown, so that they cost nothing on a page.
async fn find(
    tx: &mut Tx,
    ctx: &Ctx,
    search: &Search,
    before: Option<(Moment, Uuid)>,
    limit: i64,
) -> Result<Vec<Listed>> {
    let mut rows = rows(tx, ctx, search, before, limit, Of::Ours).await?;
    let oldest = rows.last().filter(|_| rows.len() as i64 == limit).map(|last| last.at);
    let narrower = Search {
        since: oldest.max(search.since),
        ..search.clone()
    };
    let more = match search.patient {
        Some(patient) => of_sets(tx, ctx, &narrower, patient, before, limit, &rows).await?,
        None => self::rows(tx, ctx, &narrower, before, limit, Of::Others).await?,
    };
    rows.extend(more);
    rows.sort_unstable_by_key(|row| std::cmp::Reverse((row.at, row.id)));
    rows.truncate(usize::try_from(limit).unwrap_or_default());
    let elsewhere = rows.iter().filter(|row| row.elsewhere.is_some());
    let ids: Vec<Uuid> = elsewhere.filter_map(|row| row.actor_id).collect();
    if !ids.is_empty() {
        let names = names(ctx, ids).await?;
        for row in rows.iter_mut().filter(|row| row.elsewhere.is_some()) {
            row.name = row.actor_id.and_then(|id| names.get(&UserId(id)).cloned());
        }
    }
    Ok(rows)
}

/// The entries that name a set in which this patient is. Somebody has been in thousands of sets after years, so those of the last month are looked through first, and the others only
/// when they do not fill the page together with `ours`, the lines of their own.
async fn of_sets(
    tx: &mut Tx,
    ctx: &Ctx,
    search: &Search,
    patient: PatientId,
    before: Option<(Moment, Uuid)>,
    limit: i64,
    ours: &[Listed],
) -> Result<Vec<Listed>> {
    let until = before.map(|(at, _)| at).or(search.until).unwrap_or(EVER);
    let near = until.min(ctx.now()).plus_seconds(-NEAR);
    let newest = Search {
        since: search.since.max(Some(near)),
        ..search.clone()
    };
    let found = rows(tx, ctx, &newest, before, limit, Of::SetsWith(patient)).await?;
    let newer = ours.iter().filter(|row| row.at >= near).count() + found.len();
    if newest.since == search.since || newer as i64 >= limit {
        return Ok(found);
    }
    rows(tx, ctx, search, before, limit, Of::SetsWith(patient)).await
}

/// Whose entries.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Of this hospital; of one patient, those of others too.
    Ours,
    /// Of other hospitals, about records of ours that are or were open to them. They are about one person, and name no set.
    Others,
    /// Those that name a set in which this person is.
    SetsWith(PatientId),
}

/// Planned anew each time, for what is looked for: a plan that suits every search suits none. One patient's entries come from their own index, all others from those
/// of the hospital or the person.
async fn rows(
    tx: &mut Tx,
    ctx: &Ctx,
    search: &Search,
    before: Option<(Moment, Uuid)>,
    limit: i64,
    of: Of,
) -> Result<Vec<Listed>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?.0;
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
                r#"SELECT e.id, e.at, e.actor, e.actor_id, u.display_name AS "name?", h.name AS "elsewhere?", e.role, e.task, e.action, e.subject, e.subject_id,
                          e.patients AS whom,
                          ARRAY(SELECT coalesce(r.hospital_number, whom::text)
                                  FROM unnest(e.patients) AS whom
                                  LEFT JOIN registration r ON r.patient_id = whom AND r.hospital_id = $1
                                 ORDER BY 1) AS "patients!",
                          e.kinds, e.purpose, e.outcome, e.reason, CASE WHEN e.hospital_id = $1 THEN host(e.address) END AS address,
                          e.request_id, e.lasted_ms"#
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
    let rows = match (search.patient, of) {
        // Of each set the newest, by its index: no more than these can be on the page.
        (_, Of::SetsWith(patient)) => find!(
            " FROM audit_set_patient s
             CROSS JOIN LATERAL (SELECT * FROM audit_entry i
                                  WHERE i.set_id = s.set_id AND i.set_month = s.month AND i.at >= $2 AND i.at <= $3 AND (i.at, i.id) < ($3, $4)
                                    AND ($5::uuid IS NULL OR i.actor_id = $5) AND ($6::text IS NULL OR i.action = $6) AND ($7::text IS NULL OR i.outcome = $7)
                                  ORDER BY i.at DESC, i.id DESC
                                  LIMIT $8) e
              LEFT JOIN app_user u ON u.id = e.actor_id
              LEFT JOIN hospital h ON h.id = e.hospital_id AND h.id <> $1
             WHERE s.whom = $9 AND s.month >= date_trunc('month', $2::timestamptz AT TIME ZONE 'UTC')::date
               AND s.month <= ($3::timestamptz AT TIME ZONE 'UTC')::date",
            " ORDER BY e.at DESC, e.id DESC",
            patient.0
        ),
        // LATERAL with a limit: the list of the person is walked in its order, and each entry is looked up by its key.
        (Some(patient), _) => find!(
            " FROM audit_patient p
             CROSS JOIN LATERAL (SELECT * FROM audit_entry e WHERE e.id = p.entry_id AND e.at = p.at LIMIT 1) e
              LEFT JOIN app_user u ON u.id = e.actor_id
              LEFT JOIN hospital h ON h.id = e.hospital_id AND h.id <> $1
             WHERE p.whom = $9 AND p.at >= $2 AND p.at <= $3 AND (p.at, p.entry_id) < ($3, $4)",
            " ORDER BY p.at DESC, p.entry_id DESC",
            patient.0
        ),
        (None, Of::Ours) => find!(
            " FROM audit_entry e
              LEFT JOIN app_user u ON u.id = e.actor_id
              LEFT JOIN hospital h ON false
             WHERE e.hospital_id = $1 AND e.at >= $2 AND e.at <= $3 AND (e.at, e.id) < ($3, $4)",
            " ORDER BY e.at DESC, e.id DESC",
        ),
        (None, Of::Others) => find!(
            " FROM audit_patient p
             CROSS JOIN LATERAL (SELECT * FROM audit_entry e WHERE e.id = p.entry_id AND e.at = p.at LIMIT 1) e
              LEFT JOIN app_user u ON u.id = e.actor_id
              LEFT JOIN hospital h ON h.id = e.hospital_id
             WHERE p.whom IN (SELECT c.patient_id FROM consent c WHERE c.hospital_id = $1 AND c.purpose = 'treatment'
                              UNION SELECT b.patient_id FROM break_glass b WHERE $1 = ANY (b.holders))
               AND p.hospital_id <> $1 AND p.at >= $2 AND p.at <= $3 AND (p.at, p.entry_id) < ($3, $4)",
            " ORDER BY p.at DESC, p.entry_id DESC",
        ),
    };
    Ok(rows.into_iter().map(Listed::from).collect())
}
