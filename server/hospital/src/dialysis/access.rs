//! The access to the blood: fistula, graft, catheter, and what was found of it. One ends with its reason and is never changed.

use domain::access::Action;
use domain::dialysis::access::{
    Access as What, AccessEnd, AccessKind, Assessment, ExitSite, Feel, Felt, Side, Typed, TypedAssessment,
};
use domain::ids::PatientId;
use domain::records::Dated;
use domain::time::Moment;
use uuid::Uuid;

use super::refusal::wrong;
use super::{Here, done};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// What was found of one, with who looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// What.
    pub what: Assessment,
    /// When.
    pub at: Moment,
    /// By whom; none where the reader is not shown it.
    pub by: Option<String>,
}

/// One access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Which.
    pub id: Uuid,
    /// What it is and where.
    pub what: What,
    /// Since when it is known.
    pub at: Moment,
    /// By whom it was written.
    pub by: Option<String>,
    /// When and why it was used no longer.
    pub ended: Option<(Moment, AccessEnd)>,
    /// What was found, the newest first; a few.
    pub assessed: Vec<Assessed>,
}

impl Access {
    /// The newest assessment, where it says that the access may not be used: nobody is connected to it before another says that it may.
    pub fn found_unsafe(&self) -> Option<&Assessed> {
        self.assessed.first().filter(|it| !it.what.safe_to_use)
    }
}

/// Assessments of each that are read.
const FEW: i64 = 6;

/// Every access of one patient, those in use first, for a verb that has decided who reads them.
pub(crate) async fn known(tx: &mut Tx, patient: PatientId) -> Result<Vec<Access>> {
    let rows = sqlx::query!(
        r#"SELECT   v.id, v.kind, v.side, v.site, v.made_on, v.note, v.recorded_at, u.display_name AS "by?", v.ended_at, v.ended_because
           FROM     joined($1) AS j
           JOIN     vascular_access v ON v.patient_id = j.id AND v.hospital_id = coalesce(j.held_by, v.hospital_id)
           LEFT JOIN app_user u ON u.id = v.recorded_by
           ORDER BY (v.ended_at IS NULL) DESC, v.recorded_at DESC, v.id DESC
           LIMIT    40"#,
        patient.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let found = sqlx::query!(
        r#"SELECT   a.access_id AS "access_id!", a.assessed_at AS "assessed_at!", u.display_name AS "by?", a.thrill, a.bruit, a.feel, a.aneurysm, a.exit_site, a.flow,
                    a.safe_to_use AS "safe_to_use!", a.problem
           FROM     unnest($1::uuid[]) AS v (id)
           CROSS JOIN LATERAL (SELECT f.* FROM access_assessment f WHERE f.access_id = v.id ORDER BY f.assessed_at DESC, f.id DESC LIMIT $2) AS a
           LEFT JOIN app_user u ON u.id = a.assessed_by
           ORDER BY a.assessed_at DESC, a.id DESC"#,
        &ids,
        FEW,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut all: Vec<Access> = rows
        .into_iter()
        .map(|row| Access {
            id: row.id,
            what: What {
                kind: AccessKind::parse(&row.kind).unwrap_or(AccessKind::Fistula),
                side: Side::parse(&row.side).unwrap_or(Side::Left),
                site: row.site,
                made_on: row.made_on.as_deref().and_then(Dated::parse),
                note: row.note,
            },
            at: from_db(row.recorded_at),
            by: row.by,
            ended: row
                .ended_at
                .map(from_db)
                .zip(row.ended_because.as_deref().and_then(AccessEnd::parse)),
            assessed: Vec::new(),
        })
        .collect();
    for row in found {
        let Some(access) = all.iter_mut().find(|access| access.id == row.access_id) else {
            continue;
        };
        access.assessed.push(Assessed {
            what: Assessment {
                thrill: row.thrill.as_deref().and_then(Felt::parse),
                bruit: row.bruit.as_deref().and_then(Felt::parse),
                feel: row.feel.as_deref().and_then(Feel::parse),
                aneurysm: row.aneurysm,
                exit_site: row.exit_site.as_deref().and_then(ExitSite::parse),
                flow: row.flow.map(i32::from),
                safe_to_use: row.safe_to_use,
                problem: row.problem,
            },
            at: from_db(row.assessed_at),
            by: row.by,
        });
    }
    Ok(all)
}

/// Writes one down.
///
/// # Errors
/// Invalid, field by field; a conflict when it stands there already.
pub async fn add(ctx: &Ctx, patient: PatientId, typed: &Typed) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::RunDialysis, patient).await?;
    let here = Here::of(ctx, Action::RunDialysis)?;
    let today = zone_of_actor(&mut tx, ctx).await?.civil(ctx.now());
    let it = typed.read(today).map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO vascular_access (id, patient_id, hospital_id, kind, side, site, made_on, note, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        Uuid::now_v7(),
        patient.0,
        here.hospital,
        it.kind.name(),
        it.side.name(),
        it.site,
        it.made_on.map(Dated::text),
        it.note,
        to_db(ctx.now()),
        here.user,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("vascular_access_once") => HospitalError::Conflict("This access stands here already."),
        error => error,
    })?;
    done(tx, ctx, "vascular_access.add", Action::RunDialysis, patient).await
}

/// It is used no longer.
///
/// # Errors
/// Not found for one that is not in use here; invalid without a reason.
pub async fn end(ctx: &Ctx, patient: PatientId, access: Uuid, why: &str) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::RunDialysis, patient).await?;
    let here = Here::of(ctx, Action::RunDialysis)?;
    let why = AccessEnd::parse(why).ok_or_else(|| wrong("because", "Choose why it ends."))?;
    let lines = sqlx::query!(
        "UPDATE vascular_access SET ended_at = $4, ended_by = $5, ended_because = $6
         WHERE  id = $1 AND patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3) AND hospital_id = $3 AND ended_at IS NULL",
        access,
        patient.0,
        here.hospital,
        to_db(ctx.now()),
        here.user,
        why.name(),
    )
    .execute(&mut *tx)
    .await?;
    if lines.rows_affected() == 0 {
        return Err(HospitalError::NotFound);
    }
    done(tx, ctx, "vascular_access.end", Action::RunDialysis, patient).await
}

/// Somebody looked at it, felt it, heard it or measured it.
///
/// # Errors
/// Not found for one that is not in use here; invalid, field by field.
pub async fn assess(ctx: &Ctx, patient: PatientId, access: Uuid, typed: &TypedAssessment) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::RunDialysis, patient).await?;
    let here = Here::of(ctx, Action::RunDialysis)?;
    let kind = sqlx::query_scalar!(
        "SELECT kind FROM vascular_access
         WHERE  id = $1 AND patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3) AND hospital_id = $3 AND ended_at IS NULL",
        access,
        patient.0,
        here.hospital,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let it = typed
        .read(AccessKind::parse(&kind).unwrap_or(AccessKind::Fistula))
        .map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO access_assessment (id, access_id, assessed_at, assessed_by, thrill, bruit, feel, aneurysm, exit_site, flow, safe_to_use, problem)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        Uuid::now_v7(),
        access,
        to_db(ctx.now()),
        here.user,
        it.thrill.map(Felt::name),
        it.bruit.map(Felt::name),
        it.feel.map(Feel::name),
        it.aneurysm,
        it.exit_site.map(ExitSite::name),
        it.flow.map(super::prescribe::small),
        it.safe_to_use,
        it.problem,
    )
    .execute(&mut *tx)
    .await?;
    done(tx, ctx, "vascular_access.assess", Action::RunDialysis, patient).await
}
