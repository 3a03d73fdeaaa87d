//! Operations of the past: what, when and where.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list`] | what holds and what ended, with who said so |
//! | [`add`], [`end`] | writes one, ends one with its reason |

use domain::access::Action;
use domain::ids::PatientId;
use domain::records::Dated;
use domain::records::surgeries::{Surgery, Typed};
use uuid::Uuid;

use super::line::{Ended, Ends, Line, List, MOST, begin_end, dated, done, ended, here, read, stands_already};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Why one ends.
pub const ENDS: Ends = &[("mistake", "It was written by mistake")];

/// The list of one patient; the look is recorded. `after` says where what no longer holds goes on.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn list(ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<List<Surgery>> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        r#"SELECT   s.id, s.hospital_id, s.procedure, s.done_on, s.at_hospital, s.note, s.recorded_at, r.display_name AS "recorder?",
                    s.ended_at, e.display_name AS "ender?", s.ended_because
           FROM     joined($1) AS j
           JOIN     patient_surgery s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           LEFT JOIN app_user r ON r.id = s.recorded_by
           LEFT JOIN app_user e ON e.id = s.ended_by
           WHERE    $3::uuid IS NULL OR s.ended_at IS NULL
                 OR (s.recorded_at, s.id) < (SELECT x.recorded_at, x.id FROM patient_surgery x WHERE x.id = $3)
           ORDER BY (s.ended_at IS NULL) DESC, s.recorded_at DESC, s.id DESC
           LIMIT    $2"#,
        patient.0,
        MOST + 1,
        after,
    )
    .fetch_all(&mut *tx)
    .await?;
    let may_change = read(tx, ctx, patient, &grounds).await?;
    let lines = rows.into_iter().map(|row| Line {
        id: row.id,
        what: Surgery {
            procedure: row.procedure,
            done_on: dated(row.done_on),
            at_hospital: row.at_hospital,
            note: row.note,
        },
        at: from_db(row.recorded_at),
        by: row.recorder,
        ended: Ended::of(row.ended_at, row.ender, row.ended_because),
        is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
    });
    Ok(List::of(lines, may_change))
}

/// Writes one down.
///
/// # Errors
/// Invalid for what cannot be read; a conflict when it stands there already.
pub async fn add(ctx: &Ctx, patient: PatientId, typed: &Typed) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeBackground, patient).await?;
    let read = typed
        .read(super::line::today(&mut tx, ctx).await?)
        .map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO patient_surgery (id, patient_id, hospital_id, procedure, done_on, at_hospital, note, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Uuid::now_v7(),
        patient.0,
        hospital,
        read.procedure,
        read.done_on.map(Dated::text),
        read.at_hospital,
        read.note,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await
    .map_err(stands_already("patient_surgery_once", "This operation stands here already."))?;
    done(tx, ctx, "surgery.add", patient).await
}

/// Ends one.
///
/// # Errors
/// Not found for one that does not hold here; invalid without a reason of [`ENDS`].
pub async fn end(ctx: &Ctx, patient: PatientId, id: Uuid, because: &str) -> Result<()> {
    let (mut tx, hospital, user) = begin_end(ctx, patient, because, ENDS).await?;
    let lines = sqlx::query!(
        "UPDATE patient_surgery SET ended_at = $4, ended_by = $5, ended_because = $6
         WHERE  id = $1 AND patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3) AND hospital_id = $3 AND ended_at IS NULL",
        id,
        patient.0,
        hospital,
        to_db(ctx.now()),
        user,
        because,
    )
    .execute(&mut *tx)
    .await?;
    ended(tx, ctx, &lines, "surgery.end", patient).await
}
