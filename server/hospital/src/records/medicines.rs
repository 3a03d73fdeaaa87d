//! What somebody takes, as they or who sends them says. What is prescribed here comes from prescriptions.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list`] | what holds and what ended, with who said so |
//! | [`add`], [`end`] | writes one, ends one with its reason |

use domain::access::Action;
use domain::ids::PatientId;
use domain::records::Dated;
use domain::records::medicines::{Medicine, Typed};
use uuid::Uuid;

use super::line::{Ended, Ends, Line, List, MOST, begin_end, dated, done, ended, here, read, stands_already};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Why one ends.
pub const ENDS: Ends = &[
    ("stopped", "They take it no longer"),
    ("changed", "The dose has changed"),
    ("mistake", "It was written by mistake"),
];

/// The list of one patient; the look is recorded. `after` says where what no longer holds goes on.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn list(ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<List<Medicine>> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        r#"SELECT   m.id, m.hospital_id, m.name, m.dose, m.schedule, m.since, m.until, m.recorded_at, r.display_name AS "recorder?",
                    m.ended_at, e.display_name AS "ender?", m.ended_because
           FROM     joined($1) AS j
           JOIN     patient_medicine m ON m.patient_id = j.id AND m.hospital_id = coalesce(j.held_by, m.hospital_id)
           LEFT JOIN app_user r ON r.id = m.recorded_by
           LEFT JOIN app_user e ON e.id = m.ended_by
           WHERE    $3::uuid IS NULL OR m.ended_at IS NULL
                 OR (m.recorded_at, m.id) < (SELECT x.recorded_at, x.id FROM patient_medicine x WHERE x.id = $3)
           ORDER BY (m.ended_at IS NULL) DESC, m.recorded_at DESC, m.id DESC
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
        what: Medicine {
            name: row.name,
            dose: row.dose,
            schedule: row.schedule,
            since: dated(row.since),
            until: dated(row.until),
        },
        at: from_db(row.recorded_at),
        by: row.recorder,
        ended: Ended::of(row.ended_at, row.ender, row.ended_because),
        is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
    });
    Ok(List::of(lines, may_change))
}

/// What is taken, the newest first and each under its id, for a verb that has decided who reads it and records that.
pub(crate) async fn held(tx: &mut Tx, patient: PatientId) -> Result<Vec<(Uuid, Medicine)>> {
    let rows = sqlx::query!(
        "SELECT   m.id, m.name, m.dose, m.schedule, m.since, m.until
         FROM     joined($1) AS j
         JOIN     patient_medicine m ON m.patient_id = j.id AND m.hospital_id = coalesce(j.held_by, m.hospital_id)
         WHERE    m.ended_at IS NULL
         ORDER BY m.recorded_at DESC, m.id DESC
         LIMIT    $2",
        patient.0,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let held = rows.into_iter().map(|row| {
        let what = Medicine {
            name: row.name,
            dose: row.dose,
            schedule: row.schedule,
            since: dated(row.since),
            until: dated(row.until),
        };
        (row.id, what)
    });
    Ok(held.collect())
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
        "INSERT INTO patient_medicine (id, patient_id, hospital_id, name, dose, schedule, since, until, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        Uuid::now_v7(),
        patient.0,
        hospital,
        read.name,
        read.dose,
        read.schedule,
        read.since.map(Dated::text),
        read.until.map(Dated::text),
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await
    .map_err(stands_already("patient_medicine_once", "This medicine stands here already. End it first when its dose has changed."))?;
    done(tx, ctx, "medicine.add", patient).await
}

/// Ends one.
///
/// # Errors
/// Not found for one that does not hold here; invalid without a reason of [`ENDS`].
pub async fn end(ctx: &Ctx, patient: PatientId, id: Uuid, because: &str) -> Result<()> {
    let (mut tx, hospital, user) = begin_end(ctx, patient, because, ENDS).await?;
    let lines = sqlx::query!(
        "UPDATE patient_medicine SET ended_at = $4, ended_by = $5, ended_because = $6
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
    ended(tx, ctx, &lines, "medicine.end", patient).await
}
