//! What must be known before anything is done, beside allergies: it stands in the banner of every page.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list`] | what holds and what ended, with who said so |
//! | [`add`], [`end`] | writes one, ends one with its reason |

use domain::access::Action;
use domain::ids::PatientId;
use domain::records::flags::{Flag, FlagKind, Typed};
use uuid::Uuid;

use super::line::{Ended, Ends, Line, List, MOST, begin_end, done, ended, here, read, stands_already};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Why one ends.
pub const ENDS: Ends = &[("over", "It is over"), ("mistake", "It was written by mistake")];

/// What holds now in the order of their kinds, each once, for a verb that has decided who reads it.
pub(crate) async fn now(tx: &mut Tx, patient: PatientId) -> Result<Vec<Flag>> {
    let rows = sqlx::query!(
        "SELECT   f.kind, f.text
         FROM     joined($1) AS j
         JOIN     patient_flag f ON f.patient_id = j.id AND f.hospital_id = coalesce(j.held_by, f.hospital_id)
         WHERE    f.ended_at IS NULL
         ORDER BY f.recorded_at, f.id
         LIMIT    $2",
        patient.0,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut flags: Vec<Flag> = rows.into_iter().filter_map(|row| flag(&row.kind, row.text)).collect();
    flags.sort_by_key(|flag| flag.kind);
    let mut seen = std::collections::BTreeSet::new();
    flags.retain(|flag| seen.insert((flag.kind, flag.text.to_lowercase())));
    Ok(flags)
}

fn flag(kind: &str, text: String) -> Option<Flag> {
    FlagKind::parse(kind).map(|kind| Flag { kind, text })
}

/// The list of one patient; the look is recorded. `after` says where what no longer holds goes on.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn list(ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<List<Flag>> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        r#"SELECT   f.id, f.hospital_id, f.kind, f.text, f.recorded_at, r.display_name AS "recorder?",
                    f.ended_at, e.display_name AS "ender?", f.ended_because
           FROM     joined($1) AS j
           JOIN     patient_flag f ON f.patient_id = j.id AND f.hospital_id = coalesce(j.held_by, f.hospital_id)
           LEFT JOIN app_user r ON r.id = f.recorded_by
           LEFT JOIN app_user e ON e.id = f.ended_by
           WHERE    $3::uuid IS NULL OR f.ended_at IS NULL
                 OR (f.recorded_at, f.id) < (SELECT x.recorded_at, x.id FROM patient_flag x WHERE x.id = $3)
           ORDER BY (f.ended_at IS NULL) DESC, f.recorded_at DESC, f.id DESC
           LIMIT    $2"#,
        patient.0,
        MOST + 1,
        after,
    )
    .fetch_all(&mut *tx)
    .await?;
    let may_change = read(tx, ctx, patient, &grounds).await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(Line {
            id: row.id,
            what: flag(&row.kind, row.text)?,
            at: from_db(row.recorded_at),
            by: row.recorder,
            ended: Ended::of(row.ended_at, row.ender, row.ended_because),
            is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
        })
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
    let read = typed.read().map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO patient_flag (id, patient_id, hospital_id, kind, text, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Uuid::now_v7(),
        patient.0,
        hospital,
        read.kind.name(),
        read.text,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await
    .map_err(stands_already("patient_flag_once", "This stands in the banner already."))?;
    done(tx, ctx, "flag.add", patient).await
}

/// Ends one.
///
/// # Errors
/// Not found for one that does not hold here; invalid without a reason of [`ENDS`].
pub async fn end(ctx: &Ctx, patient: PatientId, id: Uuid, because: &str) -> Result<()> {
    let (mut tx, hospital, user) = begin_end(ctx, patient, because, ENDS).await?;
    let lines = sqlx::query!(
        "UPDATE patient_flag SET ended_at = $4, ended_by = $5, ended_because = $6
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
    ended(tx, ctx, &lines, "flag.end", patient).await
}
