//! What somebody lives with, each with its code of ICD-10-CM.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list`] | what holds and what ended, with who said so |
//! | [`add`], [`end`] | writes one, ends one with its reason |

use domain::access::Action;
use domain::ids::PatientId;
use domain::records::conditions::{Condition, Typed};
use uuid::Uuid;

use super::line::{Ended, Ends, Line, List, MOST, begin_end, done, ended, here, read};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Why one ends.
pub const ENDS: Ends = &[
    ("resolved", "It is over"),
    ("refuted", "It turned out to be something else"),
    ("mistake", "It was written by mistake"),
];

/// The list of one patient; the look is recorded. `after` says where what no longer holds goes on.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn list(ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<List<Condition>> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        r#"SELECT   c.id, c.hospital_id, c.code, k.words, c.note, c.since_year, c.recorded_at, r.display_name AS "recorder?",
                    c.ended_at, e.display_name AS "ender?", c.ended_because
           FROM     joined($1) AS j
           JOIN     patient_condition c ON c.patient_id = j.id AND c.hospital_id = coalesce(j.held_by, c.hospital_id)
           JOIN     icd10_code k ON k.code = c.code
           LEFT JOIN app_user r ON r.id = c.recorded_by
           LEFT JOIN app_user e ON e.id = c.ended_by
           WHERE    $3::uuid IS NULL OR c.ended_at IS NULL
                 OR (c.recorded_at, c.id) < (SELECT x.recorded_at, x.id FROM patient_condition x WHERE x.id = $3)
           ORDER BY (c.ended_at IS NULL) DESC, c.recorded_at DESC, c.id DESC
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
        what: Condition {
            code: row.code,
            words: row.words,
            note: row.note,
            since_year: row.since_year.map(i32::from),
        },
        at: from_db(row.recorded_at),
        by: row.recorder,
        ended: Ended::of(row.ended_at, row.ender, row.ended_because),
        is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
    });
    Ok(List::of(lines, may_change))
}

/// What holds, the newest first and each under its id, for a verb that has decided who reads it and records that.
pub(crate) async fn held(tx: &mut Tx, patient: PatientId) -> Result<Vec<(Uuid, Condition)>> {
    let rows = sqlx::query!(
        "SELECT   c.id, c.code, k.words, c.note, c.since_year
         FROM     joined($1) AS j
         JOIN     patient_condition c ON c.patient_id = j.id AND c.hospital_id = coalesce(j.held_by, c.hospital_id)
         JOIN     icd10_code k ON k.code = c.code
         WHERE    c.ended_at IS NULL
         ORDER BY c.recorded_at DESC, c.id DESC
         LIMIT    $2",
        patient.0,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let held = rows.into_iter().map(|row| {
        let what = Condition {
            code: row.code,
            words: row.words,
            note: row.note,
            since_year: row.since_year.map(i32::from),
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
        .read(super::line::today(&mut tx, ctx).await?.year)
        .map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO patient_condition (id, patient_id, hospital_id, code, note, since_year, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::now_v7(),
        patient.0,
        hospital,
        read.code,
        read.note,
        read.since_year.and_then(|year| i16::try_from(year).ok()),
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from)
    .map_err(|error| match error.violated() {
        Some("patient_condition_once") => HospitalError::Conflict("This condition stands here already."),
        Some("patient_condition_code_known") => HospitalError::Invalid(vec![domain::invalid::Invalid::new(
            "icd10",
            "Choose a condition of the list.",
        )]),
        _ => error,
    })?;
    done(tx, ctx, "condition.add", patient).await
}

/// Ends one.
///
/// # Errors
/// Not found for one that does not hold here; invalid without a reason of [`ENDS`].
pub async fn end(ctx: &Ctx, patient: PatientId, id: Uuid, because: &str) -> Result<()> {
    let (mut tx, hospital, user) = begin_end(ctx, patient, because, ENDS).await?;
    let lines = sqlx::query!(
        "UPDATE patient_condition SET ended_at = $4, ended_by = $5, ended_because = $6
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
    ended(tx, ctx, &lines, "condition.end", patient).await
}

/// A code and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub code: String,
    /// What it means.
    pub words: String,
}

/// The most codes that are shown.
const FOUND: i64 = 20;

/// The codes that are sought, by the beginning of a code or by words, which may be misspelt. Codes are nobody's; who may not write is refused.
///
/// # Errors
/// Invalid for nothing at all.
pub async fn search_codes(ctx: &Ctx, patient: PatientId, typed: &str) -> Result<Vec<Code>> {
    let mut tx = ctx.begin_with_patient(Action::ChangeBackground, patient).await?;
    let words = domain::typed::name("words", "a condition or its code", typed)?;
    let found = sqlx::query_as!(
        Code,
        r#"SELECT k.code AS "code!", k.words AS "words!"
             FROM (SELECT k.code, k.words, 2.0::real AS likeness
                     FROM icd10_code k
                    WHERE k.code >= upper($1) AND k.code < upper($1) || '~'
                   UNION ALL
                   SELECT k.code, k.words, word_similarity($1, k.words)
                     FROM icd10_code k
                    WHERE $1 <% k.words AND NOT (k.code >= upper($1) AND k.code < upper($1) || '~')) AS k
            ORDER BY k.likeness DESC, length(k.words), k.code
            LIMIT $2"#,
        words,
        FOUND,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found)
}
