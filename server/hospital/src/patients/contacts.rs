//! How somebody is reached, and who is reached for them. What it says is sealed with the key that the hospital has for the patient; a hospital reads what it wrote, and
//! where the wall opens another's record, that too.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list`] | what holds now |
//! | [`add`], [`prefer`], [`end`] | writes one, says which is tried first, ends one |

use domain::access::{Action, Subject};
use domain::ids::{HospitalId, PatientId};
use domain::patients::contacts::{Contact, ContactKind, Content, Typed};
use domain::time::Moment;
use uuid::Uuid;

use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::keys::Place;
use crate::records::line::{Ended, Line, older};
use crate::time::{from_db, to_db};

/// One that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub id: Uuid,
    /// What it says; none when its key was destroyed.
    pub contact: Option<Contact>,
    /// When it was written.
    pub at: Moment,
    /// Whether the reader's hospital wrote it, which alone changes it.
    pub is_ours: bool,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contacts {
    /// Those that hold, by kind, the first to be tried first.
    pub held: Vec<Held>,
    /// Those that hold no longer, the last that ended first; nothing in one whose key was destroyed.
    pub ended: Vec<Line<Option<Contact>>>,
    /// After which of them they go on; none when they are whole.
    pub older: Option<Uuid>,
    /// Whether the reader writes them.
    pub may_change: bool,
}

fn place(id: Uuid, patient: PatientId) -> Place {
    Place::new("patient_contact", "content_sealed", id).of(patient)
}

/// How one patient is reached; the look is recorded. `after` says where those that hold no longer go on.
///
/// # Errors
/// Not found or denied for who neither receives nor treats the patient.
pub async fn list(ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<Contacts> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadIdentity, patient).await?;
    let held = held(&mut tx, ctx, patient).await?;
    let mut ended = ended(&mut tx, ctx, patient, after).await?;
    let older = older(&mut ended, MOST);
    audit::record(
        ctx,
        Entry::patient(Action::ReadIdentity, patient, &[Kind::Contact]).on(&grounds),
    )
    .await?;
    tx.commit().await?;
    let relations = grounds.held;
    Ok(Contacts {
        held,
        ended,
        older,
        may_change: ctx.may(Action::ChangeIdentity, &Subject::Patient { patient, relations }),
    })
}

/// What holds now, for a verb that has decided who reads it.
pub(super) async fn held(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<Vec<Held>> {
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        "SELECT   c.id, c.patient_id, c.hospital_id, c.kind, c.label, c.content_sealed, c.is_preferred, c.is_emergency, c.recorded_at
         FROM     joined($1) AS j
         JOIN     patient_contact c ON c.patient_id = j.id AND c.hospital_id = coalesce(j.held_by, c.hospital_id)
         WHERE    c.ended_at IS NULL
         ORDER BY array_position(ARRAY['phone', 'email', 'address', 'person'], c.kind), c.is_preferred DESC, c.is_emergency DESC, c.recorded_at, c.id
         LIMIT    100",
        patient.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut held = Vec::with_capacity(rows.len());
    for row in rows {
        let of = place(row.id, PatientId(row.patient_id));
        let content = opened(tx, ctx, &of, &row.content_sealed).await?;
        let contact = content
            .zip(ContactKind::parse(&row.kind))
            .map(|(content, kind)| Contact {
                kind,
                label: row.label,
                content,
                is_preferred: row.is_preferred,
                is_emergency: row.is_emergency,
            });
        held.push(Held {
            id: row.id,
            contact,
            at: from_db(row.recorded_at),
            is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
        });
    }
    Ok(held)
}

/// What it says; none when its key was destroyed.
async fn opened(tx: &mut Tx, ctx: &Ctx, of: &Place, sealed: &[u8]) -> Result<Option<Content>> {
    match ctx.house().keys.open_for(tx, of, sealed).await? {
        Some(plain) => serde_json::from_slice(&plain)
            .map(Some)
            .map_err(|_| HospitalError::Internal("a kept contact cannot be read")),
        None => Ok(None),
    }
}

/// What holds no longer, after one of it; one more than a page where there is more.
async fn ended(tx: &mut Tx, ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<Vec<Line<Option<Contact>>>> {
    let hospital = ctx.actor().hospital();
    let rows = sqlx::query!(
        r#"SELECT   c.id, c.patient_id, c.hospital_id, c.kind, c.label, c.content_sealed, c.is_emergency, c.recorded_at, r.display_name AS "recorder?",
                    c.ended_at, e.display_name AS "ender?"
           FROM     joined($1) AS j
           JOIN     patient_contact c ON c.patient_id = j.id AND c.hospital_id = coalesce(j.held_by, c.hospital_id)
           LEFT JOIN app_user r ON r.id = c.recorded_by
           LEFT JOIN app_user e ON e.id = c.ended_by
           WHERE    c.ended_at IS NOT NULL
             AND    ($3::uuid IS NULL OR (c.ended_at, c.id) < (SELECT x.ended_at, x.id FROM patient_contact x WHERE x.id = $3))
           ORDER BY c.ended_at DESC, c.id DESC
           LIMIT    $2"#,
        patient.0,
        MOST + 1,
        after,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let of = place(row.id, PatientId(row.patient_id));
        let content = opened(tx, ctx, &of, &row.content_sealed).await?;
        let contact = content.zip(ContactKind::parse(&row.kind));
        lines.push(Line {
            id: row.id,
            what: contact.map(|(content, kind)| Contact {
                kind,
                label: row.label,
                content,
                is_preferred: false,
                is_emergency: row.is_emergency,
            }),
            at: from_db(row.recorded_at),
            by: row.recorder,
            ended: Ended::of(row.ended_at, row.ender, None),
            is_ours: Some(row.hospital_id) == hospital.map(|hospital| hospital.0),
        });
    }
    Ok(lines)
}

/// The most that hold of one patient at once, and that are read of those that do no longer: a list stays one that somebody reads.
const MOST: i64 = 40;

/// Writes one down. When it is to be tried first, the one before is so no longer.
///
/// # Errors
/// Invalid for what cannot be read; a conflict for too many.
pub async fn add(ctx: &Ctx, patient: PatientId, typed: &Typed) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    let contact = typed.read().map_err(HospitalError::Invalid)?;
    let there = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM patient_contact c WHERE c.patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, $2) = $2) AND c.hospital_id = $2 AND c.ended_at IS NULL"#,
        patient.0,
        hospital.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if there >= MOST {
        return Err(HospitalError::Conflict(
            "There are many ways already. End those that hold no longer first.",
        ));
    }
    if contact.is_preferred {
        prefer_none(&mut tx, patient, hospital.0, contact.kind.name()).await?;
    }
    write(&mut tx, ctx, patient, (hospital, user), &contact).await?;
    done(tx, ctx, "contact.add", patient).await
}

/// Writes one for a verb that has decided who writes it and records that.
pub(super) async fn write(
    tx: &mut Tx,
    ctx: &Ctx,
    patient: PatientId,
    (hospital, user): (HospitalId, Uuid),
    contact: &Contact,
) -> Result<()> {
    let id = Uuid::now_v7();
    let plain =
        serde_json::to_vec(&contact.content).map_err(|_| HospitalError::Internal("a contact is not written down"))?;
    let sealed = ctx
        .house()
        .keys
        .seal_for(tx, hospital, &place(id, patient), &plain)
        .await?;
    sqlx::query!(
        "INSERT INTO patient_contact (id, patient_id, hospital_id, kind, label, content_sealed, is_preferred, is_emergency, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        patient.0,
        hospital.0,
        contact.kind.name(),
        contact.label,
        sealed,
        contact.is_preferred,
        contact.is_emergency,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut **tx)
    .await
    .map_err(HospitalError::from)
    .map_err(preferred_meanwhile)?;
    Ok(())
}

/// This one is tried first from now on.
///
/// # Errors
/// Not found for one that does not hold here.
pub async fn prefer(ctx: &Ctx, patient: PatientId, id: Uuid) -> Result<()> {
    let (hospital, _) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    let kind = sqlx::query_scalar!(
        "SELECT c.kind FROM patient_contact c WHERE c.id = $1 AND c.patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3) AND c.hospital_id = $3 AND c.ended_at IS NULL",
        id,
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    prefer_none(&mut tx, patient, hospital.0, &kind).await?;
    sqlx::query!(
        "UPDATE patient_contact SET is_preferred = true WHERE id = $1 AND ended_at IS NULL",
        id
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from)
    .map_err(preferred_meanwhile)?;
    done(tx, ctx, "contact.prefer", patient).await
}

/// It holds no longer.
///
/// # Errors
/// Not found for one that does not hold here.
pub async fn end(ctx: &Ctx, patient: PatientId, id: Uuid) -> Result<()> {
    let (hospital, user) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    let ended = sqlx::query!(
        "UPDATE patient_contact SET ended_at = $4, ended_by = $5
         WHERE  id = $1 AND patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3) AND hospital_id = $3 AND ended_at IS NULL",
        id,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() == 0 {
        return Err(HospitalError::NotFound);
    }
    done(tx, ctx, "contact.end", patient).await
}

pub(super) fn here(ctx: &Ctx) -> Result<(HospitalId, Uuid)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::ChangeIdentity.name()))?;
    Ok((hospital, user.0))
}

async fn prefer_none(tx: &mut Tx, patient: PatientId, hospital: Uuid, kind: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE patient_contact SET is_preferred = false
         WHERE  patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, $2) = $2) AND hospital_id = $2 AND kind = $3 AND is_preferred AND ended_at IS NULL",
        patient.0,
        hospital,
        kind,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn preferred_meanwhile(error: HospitalError) -> HospitalError {
    match error.violated() {
        Some("patient_contact_one_preferred") => {
            HospitalError::Conflict("Somebody else has just said which is tried first. Look again.")
        }
        _ => error,
    }
}

async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, patient: PatientId) -> Result<()> {
    let entry = Entry::changed(what, Action::ChangeIdentity, patient, Kind::Contact);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
