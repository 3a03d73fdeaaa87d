//! What somebody does not bear.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list`] | what stands open and what ended, with who said so |
//! | [`add`], [`state_none`], [`end`] | writes one, states that none is known, ends one with its reason |

use domain::access::{Action, Subject};
use domain::ids::PatientId;
use domain::records::allergies::Typed;
use domain::records::{Allergies, Allergy, Severity};
use uuid::Uuid;

use super::line::{Ended, Ends, Line, List, MOST, begin_end, done, ended, here, read};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Why one ends.
pub const ENDS: Ends = &[
    ("mistake", "It was written by mistake"),
    ("refuted", "A test or a doctor has shown that it is none"),
];

/// The list: each line an allergy, or the statement that there is none.
pub type Allergic = List<Option<Allergy>>;

impl Allergic {
    /// What is known now.
    pub fn now(&self) -> Allergies {
        let open = self.lines.iter().filter(|line| line.ended.is_none());
        Allergies::of(open.map(|line| line.what.clone()))
    }
}

/// What is known now, for a verb that has decided who reads it.
pub(crate) async fn now(tx: &mut Tx, patient: PatientId) -> Result<Allergies> {
    let rows = sqlx::query!(
        "SELECT a.substance, a.reaction, a.severity
           FROM joined($1) AS j
           JOIN allergy a ON a.patient_id = j.id AND a.hospital_id = coalesce(j.held_by, a.hospital_id)
          WHERE a.ended_at IS NULL",
        patient.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let open = rows
        .into_iter()
        .map(|row| allergy(row.substance, row.reaction, row.severity));
    Ok(Allergies::of(open))
}

pub(crate) fn allergy(
    substance: Option<String>,
    reaction: Option<String>,
    severity: Option<String>,
) -> Option<Allergy> {
    Some(Allergy {
        substance: substance?,
        reaction: reaction?,
        severity: Severity::parse(&severity?)?,
    })
}

/// The list of one patient; the look is recorded. `after` says where what no longer holds goes on.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn list(ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<Allergic> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        r#"SELECT   a.id, a.hospital_id, a.substance, a.reaction, a.severity, a.recorded_at, r.display_name AS "recorder?",
                    a.ended_at, e.display_name AS "ender?", a.ended_because
           FROM     joined($1) AS j
           JOIN     allergy a ON a.patient_id = j.id AND a.hospital_id = coalesce(j.held_by, a.hospital_id)
           LEFT JOIN app_user r ON r.id = a.recorded_by
           LEFT JOIN app_user e ON e.id = a.ended_by
           WHERE    $3::uuid IS NULL OR a.ended_at IS NULL
                 OR (a.recorded_at, a.id) < (SELECT x.recorded_at, x.id FROM allergy x WHERE x.id = $3)
           ORDER BY (a.ended_at IS NULL) DESC, a.recorded_at DESC, a.id DESC
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
        what: allergy(row.substance, row.reaction, row.severity),
        at: from_db(row.recorded_at),
        by: row.recorder,
        ended: Ended::of(row.ended_at, row.ender, row.ended_because),
        is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
    });
    Ok(List::of(lines, may_change))
}

/// Writes one down. That none was known ends with it.
///
/// # Errors
/// Invalid for what cannot be read; a conflict when it stands there already.
pub async fn add(ctx: &Ctx, patient: PatientId, typed: &Typed) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeBackground, patient).await?;
    let read = typed.read().map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "UPDATE allergy SET ended_at = $3, ended_by = $4, ended_because = 'known_now'
         WHERE  patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, $2) = $2) AND hospital_id = $2 AND substance IS NULL AND ended_at IS NULL",
        patient.0,
        hospital,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    let said = Some((read.substance.as_str(), read.reaction.as_str(), read.severity.name()));
    write(&mut tx, ctx, patient, (hospital, user), said).await?;
    done(tx, ctx, "allergy.add", patient).await
}

/// States that none is known, here and now.
///
/// # Errors
/// A conflict when one is known, here, in a record that is joined to theirs, or in another hospital that shows it; or when that was stated already.
pub async fn state_none(ctx: &Ctx, patient: PatientId) -> Result<()> {
    let here = here(ctx)?;
    // What another hospital has written is opened to who reads, not to who writes.
    let relations = ctx.stands_to(patient).await?;
    if ctx.may(Action::ReadBackground, &Subject::Patient { patient, relations }) {
        let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
        let known = is_known(&mut tx, patient, here.0).await?;
        read(tx, ctx, patient, &grounds).await?;
        refuse(known)?;
    }
    let mut tx = ctx.begin_with_patient(Action::ChangeBackground, patient).await?;
    refuse(is_known(&mut tx, patient, here.0).await?)?;
    write(&mut tx, ctx, patient, here, None).await?;
    done(tx, ctx, "allergy.none", patient).await
}

/// Ends one, or the statement that there is none.
///
/// # Errors
/// Not found for one that does not stand open here; invalid without a reason of [`ENDS`].
pub async fn end(ctx: &Ctx, patient: PatientId, id: Uuid, because: &str) -> Result<()> {
    let (mut tx, hospital, user) = begin_end(ctx, patient, because, ENDS).await?;
    let lines = sqlx::query!(
        "UPDATE allergy SET ended_at = $4, ended_by = $5, ended_because = $6
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
    ended(tx, ctx, &lines, "allergy.end", patient).await
}

/// Whether one is known, and then whether this hospital wrote it; of the record and of those that are joined to it, as far as the transaction shows them.
async fn is_known(tx: &mut Tx, patient: PatientId, hospital: Uuid) -> Result<Option<bool>> {
    let ours = sqlx::query_scalar!(
        "SELECT bool_or(a.hospital_id = $2)
           FROM joined($1) AS j
           JOIN allergy a ON a.patient_id = j.id AND a.hospital_id = coalesce(j.held_by, a.hospital_id)
          WHERE a.ended_at IS NULL AND a.substance IS NOT NULL",
        patient.0,
        hospital,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(ours)
}

/// That none is known is not said beside one that is.
const fn refuse(known: Option<bool>) -> Result<()> {
    match known {
        Some(true) => Err(HospitalError::Conflict(KNOWN_HERE)),
        Some(false) => Err(HospitalError::Conflict(KNOWN_ELSEWHERE)),
        None => Ok(()),
    }
}

const KNOWN_HERE: &str = "An allergy stands here. End it first, with the reason why it is none.";
const KNOWN_ELSEWHERE: &str =
    "Another hospital has written down an allergy. It stands in the list; that none is known cannot be said beside it.";

async fn write(
    tx: &mut Tx,
    ctx: &Ctx,
    patient: PatientId,
    (hospital, user): (Uuid, Uuid),
    said: Option<(&str, &str, &str)>,
) -> Result<()> {
    let written = sqlx::query!(
        "INSERT INTO allergy (id, patient_id, hospital_id, substance, reaction, severity, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::now_v7(),
        patient.0,
        hospital,
        said.map(|it| it.0),
        said.map(|it| it.1),
        said.map(|it| it.2),
        to_db(ctx.now()),
        user,
    )
    .execute(&mut **tx)
    .await
    .map_err(HospitalError::from);
    written.map(drop).map_err(|error| match error.violated() {
        Some("allergy_once") if said.is_some() => HospitalError::Conflict("This allergy stands here already."),
        Some("allergy_once") => HospitalError::Conflict("That none is known stands here already."),
        Some("allergy_none_means_none") => HospitalError::Conflict(KNOWN_HERE),
        _ => error,
    })
}
