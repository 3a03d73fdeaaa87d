//! Papers that say who somebody is, and who pays for them. Their numbers are sealed with the key that the hospital has for the patient.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list`] | what holds now |
//! | [`add_document`], [`verify_document`], [`end_document`] | writes one, says that somebody saw the paper itself, ends one |
//! | [`add_policy`], [`end_policy`] | one asked first and one that pays what is left, on each day |

use domain::access::{Action, Subject};
use domain::ids::{HospitalId, PatientId};
use domain::patients::papers::{Day, Document, Policy, Typed};
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use std::ops::Bound;
use time::{Date, Duration};
use uuid::Uuid;

use super::find::names::date;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::keys::Place;
use crate::organisation::zone_of_actor;
use crate::records::line::{Ended, Line, older};
use crate::time::{from_db, to_db};

/// One that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    /// Which.
    pub id: Uuid,
    /// What it says; its number is empty when its key was destroyed.
    pub what: T,
    /// When somebody saw the paper itself, and who; always none for a policy.
    pub verified: Option<(Moment, Option<String>)>,
    /// Whether the reader's hospital wrote it, which alone changes it.
    pub is_ours: bool,
}

/// The papers of one patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Papers {
    /// Those that say who they are.
    pub documents: Vec<Held<Document>>,
    /// Those that pay, the one that is asked first first; those whose last day has passed after those in force.
    pub policies: Vec<Held<Policy>>,
    /// Documents that hold no longer, the last that ended first.
    pub ended_documents: Vec<Line<Document>>,
    /// Policies that hold no longer.
    pub ended_policies: Vec<Line<Policy>>,
    /// After which document they go on; none when they are whole.
    pub older_documents: Option<Uuid>,
    /// The same of the policies.
    pub older_policies: Option<Uuid>,
    /// Whether the reader writes them.
    pub may_change: bool,
}

/// The most that are read of what no longer holds.
const PAGE: i64 = 40;

fn of_document(id: Uuid, patient: PatientId) -> Place {
    Place::new("identity_document", "number_sealed", id).of(patient)
}

fn of_policy(id: Uuid, patient: PatientId) -> Place {
    Place::new("insurance_policy", "number_sealed", id).of(patient)
}

/// What holds now, and what does no longer; the look is recorded. `after` says where the latter goes on: after a document or a policy.
///
/// # Errors
/// Not found or denied for who neither receives nor treats the patient.
pub async fn list(ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<Papers> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadIdentity, patient).await?;
    let hospital = ctx.actor().hospital();
    let ours = |held_by: Uuid| Some(held_by) == hospital.map(|hospital| hospital.0);
    let rows = sqlx::query!(
        r#"SELECT   d.id, d.patient_id, d.hospital_id, d.kind, d.number_sealed, d.country, d.valid_until, d.verified_at, u.display_name AS "verifier?"
           FROM     joined($1) AS j
           JOIN     identity_document d ON d.patient_id = j.id AND d.hospital_id = coalesce(j.held_by, d.hospital_id)
           LEFT JOIN app_user u ON u.id = d.verified_by
           WHERE    d.ended_at IS NULL
           ORDER BY d.recorded_at, d.id
           LIMIT    40"#,
        patient.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut documents = Vec::with_capacity(rows.len());
    for row in rows {
        let number = open(
            &mut tx,
            ctx,
            &of_document(row.id, PatientId(row.patient_id)),
            &row.number_sealed,
        )
        .await?;
        documents.push(Held {
            id: row.id,
            what: Document {
                kind: row.kind,
                number,
                country: row.country,
                valid_until: row.valid_until.map(day),
            },
            verified: row.verified_at.map(|at| (from_db(at), row.verifier)),
            is_ours: ours(row.hospital_id),
        });
    }
    let policies = policies(&mut tx, ctx, patient).await?;
    let mut ended_documents = ended_documents(&mut tx, ctx, patient, after).await?;
    let mut ended_policies = ended_policies(&mut tx, ctx, patient, after).await?;
    let (older_documents, older_policies) = (older(&mut ended_documents, PAGE), older(&mut ended_policies, PAGE));
    let entry = Entry::patient(Action::ReadIdentity, patient, &[Kind::Papers]).on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let relations = grounds.held;
    Ok(Papers {
        documents,
        policies,
        ended_documents,
        ended_policies,
        older_documents,
        older_policies,
        may_change: ctx.may(Action::ChangeIdentity, &Subject::Patient { patient, relations }),
    })
}

/// Who pays now, for a verb that has decided who reads it.
pub(super) async fn policies(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<Vec<Held<Policy>>> {
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        r#"SELECT   p.id, p.patient_id, p.hospital_id, p.payer, p.number_sealed, p.rank, p.coverage, lower(p.valid) AS "since!", upper(p.valid) AS until
           FROM     joined($1) AS j
           JOIN     insurance_policy p ON p.patient_id = j.id AND p.hospital_id = coalesce(j.held_by, p.hospital_id)
           WHERE    p.ended_at IS NULL
           ORDER BY p.rank, lower(p.valid), p.id
           LIMIT    40"#,
        patient.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut policies = Vec::with_capacity(rows.len());
    for row in rows {
        let number = open(
            tx,
            ctx,
            &of_policy(row.id, PatientId(row.patient_id)),
            &row.number_sealed,
        )
        .await?;
        policies.push(Held {
            id: row.id,
            what: Policy {
                payer: row.payer,
                number,
                rank: row.rank,
                coverage: row.coverage,
                since: day(row.since),
                // A range of days ends before its upper bound.
                until: row.until.map(|until| day(until - Duration::DAY)),
            },
            verified: None,
            is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
        });
    }
    let today = zone_of_actor(tx, ctx).await?.civil(ctx.now());
    policies.sort_by_key(|held| held.what.is_over(today));
    Ok(policies)
}

/// Documents that hold no longer, after one of them; one more than a page where there is more.
async fn ended_documents(
    tx: &mut Tx,
    ctx: &Ctx,
    patient: PatientId,
    after: Option<Uuid>,
) -> Result<Vec<Line<Document>>> {
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        r#"SELECT   d.id, d.patient_id, d.hospital_id, d.kind, d.number_sealed, d.country, d.valid_until, d.recorded_at, r.display_name AS "recorder?",
                    d.ended_at, e.display_name AS "ender?"
           FROM     joined($1) AS j
           JOIN     identity_document d ON d.patient_id = j.id AND d.hospital_id = coalesce(j.held_by, d.hospital_id)
           LEFT JOIN app_user r ON r.id = d.recorded_by
           LEFT JOIN app_user e ON e.id = d.ended_by
           WHERE    d.ended_at IS NOT NULL
             AND    ($2::uuid IS NULL OR (d.ended_at, d.id) < (SELECT x.ended_at, x.id FROM identity_document x WHERE x.id = $2))
           ORDER BY d.ended_at DESC, d.id DESC
           LIMIT    $3"#,
        patient.0,
        after,
        PAGE + 1,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let of = of_document(row.id, PatientId(row.patient_id));
        lines.push(Line {
            id: row.id,
            what: Document {
                kind: row.kind,
                number: open(tx, ctx, &of, &row.number_sealed).await?,
                country: row.country,
                valid_until: row.valid_until.map(day),
            },
            at: from_db(row.recorded_at),
            by: row.recorder,
            ended: Ended::of(row.ended_at, row.ender, None),
            is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
        });
    }
    Ok(lines)
}

/// Policies that hold no longer, in the same way.
async fn ended_policies(tx: &mut Tx, ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<Vec<Line<Policy>>> {
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        r#"SELECT   p.id, p.patient_id, p.hospital_id, p.payer, p.number_sealed, p.rank, p.coverage, lower(p.valid) AS "since!", upper(p.valid) AS until,
                    p.recorded_at, r.display_name AS "recorder?", p.ended_at, e.display_name AS "ender?"
           FROM     joined($1) AS j
           JOIN     insurance_policy p ON p.patient_id = j.id AND p.hospital_id = coalesce(j.held_by, p.hospital_id)
           LEFT JOIN app_user r ON r.id = p.recorded_by
           LEFT JOIN app_user e ON e.id = p.ended_by
           WHERE    p.ended_at IS NOT NULL
             AND    ($2::uuid IS NULL OR (p.ended_at, p.id) < (SELECT x.ended_at, x.id FROM insurance_policy x WHERE x.id = $2))
           ORDER BY p.ended_at DESC, p.id DESC
           LIMIT    $3"#,
        patient.0,
        after,
        PAGE + 1,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let of = of_policy(row.id, PatientId(row.patient_id));
        lines.push(Line {
            id: row.id,
            what: Policy {
                payer: row.payer,
                number: open(tx, ctx, &of, &row.number_sealed).await?,
                rank: row.rank,
                coverage: row.coverage,
                since: day(row.since),
                until: row.until.map(|until| day(until - Duration::DAY)),
            },
            at: from_db(row.recorded_at),
            by: row.recorder,
            ended: Ended::of(row.ended_at, row.ender, None),
            is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
        });
    }
    Ok(lines)
}

async fn open(tx: &mut Tx, ctx: &Ctx, place: &Place, sealed: &[u8]) -> Result<String> {
    let plain = ctx.house().keys.open_for(tx, place, sealed).await?;
    Ok(plain
        .map(|plain| String::from_utf8_lossy(&plain).into_owned())
        .unwrap_or_default())
}

fn day(date: Date) -> Day {
    (date.year(), u8::from(date.month()), date.day())
}

/// Writes a document down.
///
/// # Errors
/// Invalid for what cannot be read.
pub async fn add_document(ctx: &Ctx, patient: PatientId, typed: &Typed) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    let read = typed.document().map_err(HospitalError::Invalid)?;
    let id = Uuid::now_v7();
    let keys = &ctx.house().keys;
    let sealed = keys
        .seal_for(&mut tx, hospital, &of_document(id, patient), read.number.as_bytes())
        .await?;
    sqlx::query!(
        "INSERT INTO identity_document (id, patient_id, hospital_id, kind, number_sealed, country, valid_until, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        patient.0,
        hospital.0,
        read.kind,
        sealed,
        read.country,
        read.valid_until.map(date).transpose()?,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    done(tx, ctx, "document.add", patient).await
}

/// Somebody has seen the paper itself and compared it with the person.
///
/// # Errors
/// Not found for one that does not wait for that here.
pub async fn verify_document(ctx: &Ctx, patient: PatientId, id: Uuid) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    let verified = sqlx::query!(
        "UPDATE identity_document SET verified_at = $4, verified_by = $5
         WHERE  id = $1 AND patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3) AND hospital_id = $3 AND ended_at IS NULL AND verified_at IS NULL",
        id,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    found(verified.rows_affected())?;
    done(tx, ctx, "document.verify", patient).await
}

/// A document holds no longer.
///
/// # Errors
/// Not found for one that does not hold here.
pub async fn end_document(ctx: &Ctx, patient: PatientId, id: Uuid) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    let ended = sqlx::query!(
        "UPDATE identity_document SET ended_at = $4, ended_by = $5
         WHERE  id = $1 AND patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3) AND hospital_id = $3 AND ended_at IS NULL",
        id,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    found(ended.rows_affected())?;
    done(tx, ctx, "document.end", patient).await
}

/// Writes a policy down.
///
/// # Errors
/// Invalid for what cannot be read; a conflict where another of its rank holds on one of its days.
pub async fn add_policy(ctx: &Ctx, patient: PatientId, typed: &Typed) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let read = typed.policy(zone.civil(ctx.now())).map_err(HospitalError::Invalid)?;
    let valid = PgRange {
        start: Bound::Included(date(read.since)?),
        end: match read.until {
            Some(until) => Bound::Included(date(until)?),
            None => Bound::Unbounded,
        },
    };
    let id = Uuid::now_v7();
    let keys = &ctx.house().keys;
    let sealed = keys
        .seal_for(&mut tx, hospital, &of_policy(id, patient), read.number.as_bytes())
        .await?;
    sqlx::query!(
        "INSERT INTO insurance_policy (id, patient_id, hospital_id, payer, number_sealed, rank, coverage, valid, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        patient.0,
        hospital.0,
        read.payer,
        sealed,
        read.rank,
        read.coverage,
        valid,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from)
    .map_err(|error| match error.violated() {
        Some("insurance_policy_one_of_a_rank") => HospitalError::Conflict(
            "Another policy of this rank holds on one of these days. End it first, or choose other days.",
        ),
        _ => error,
    })?;
    done(tx, ctx, "policy.add", patient).await
}

/// A policy holds no longer.
///
/// # Errors
/// Not found for one that does not hold here.
pub async fn end_policy(ctx: &Ctx, patient: PatientId, id: Uuid) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    let ended = sqlx::query!(
        "UPDATE insurance_policy SET ended_at = $4, ended_by = $5
         WHERE  id = $1 AND patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3) AND hospital_id = $3 AND ended_at IS NULL",
        id,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    found(ended.rows_affected())?;
    done(tx, ctx, "policy.end", patient).await
}

fn found(rows: u64) -> Result<()> {
    match rows {
        0 => Err(HospitalError::NotFound),
        _ => Ok(()),
    }
}

fn here(ctx: &Ctx) -> Result<(HospitalId, Uuid)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::ChangeIdentity.name()))?;
    Ok((hospital, user.0))
}

async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, patient: PatientId) -> Result<()> {
    let entry = Entry::changed(what, Action::ChangeIdentity, patient, Kind::Papers);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
