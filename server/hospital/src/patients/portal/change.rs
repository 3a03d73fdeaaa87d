//! The hospital changes what a patient's portal shows. Every change moves `changed_at`, by which sessions notice it: open pages begin anew within a second.

use domain::access::Action;
use domain::ids::{HospitalId, PatientId, UserId};
use domain::patients::{RecordKind, Section};
use uuid::Uuid;

use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::Kind;
use crate::notices::whom::tell_portal;
use crate::time::to_db;

/// Switches the portal on or off; off answers the person 403.
///
/// Errors: denied for who does not manage portals here, not found for a patient of another hospital.
pub async fn switch(ctx: &Ctx, patient: PatientId, is_open: bool) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::ManagePortal, patient).await?;
    let (user, hospital) = who(ctx)?;
    sqlx::query!(
        "INSERT INTO portal_setting (patient_id, hospital_id, is_open, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (patient_id, hospital_id)
             DO UPDATE SET is_open = excluded.is_open, changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        patient.0,
        hospital.0,
        is_open,
        user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    let (what, kind) = match is_open {
        true => ("portal.open", Kind::PortalOpened),
        false => ("portal.close", Kind::PortalClosed),
    };
    tell_portal(&mut tx, ctx, patient, kind).await?;
    finish(ctx, tx, what, patient).await
}

/// Says which parts are shown; all others are hidden.
///
/// Errors: as of [`switch`].
pub async fn show_sections(ctx: &Ctx, patient: PatientId, shown: &[Section]) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::ManagePortal, patient).await?;
    let (user, hospital) = who(ctx)?;
    let hidden: Vec<String> = Section::ALL
        .into_iter()
        .filter(|section| !shown.contains(section))
        .map(|section| section.name().to_owned())
        .collect();
    sqlx::query!(
        "INSERT INTO portal_setting (patient_id, hospital_id, hidden, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (patient_id, hospital_id)
             DO UPDATE SET hidden = excluded.hidden, changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        patient.0,
        hospital.0,
        &hidden,
        user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    finish(ctx, tx, "portal.show", patient).await
}

/// Opens or closes one record to the person it is about.
///
/// Errors: as of [`switch`]; not found for a record that is not this patient's.
pub async fn open_one(ctx: &Ctx, patient: PatientId, kind: RecordKind, id: Uuid, is_open: bool) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::ManagePortal, patient).await?;
    let (user, hospital) = who(ctx)?;
    if !is_of(&mut tx, patient, hospital, kind, id).await? {
        tx.rollback().await?;
        return Err(HospitalError::NotFound);
    }
    let now = to_db(ctx.now());
    sqlx::query!(
        "INSERT INTO portal_record (patient_id, hospital_id, kind, record_id, is_open, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (kind, record_id)
             DO UPDATE SET is_open = excluded.is_open, changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        patient.0,
        hospital.0,
        kind.name(),
        id,
        is_open,
        user.0,
        now,
    )
    .execute(&mut *tx)
    .await?;
    // The portal as a whole has changed too: that is what open pages listen to.
    sqlx::query!(
        "INSERT INTO portal_setting (patient_id, hospital_id, changed_by, changed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (patient_id, hospital_id) DO UPDATE SET changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        patient.0,
        hospital.0,
        user.0,
        now,
    )
    .execute(&mut *tx)
    .await?;
    let what = if is_open {
        "portal.open_record"
    } else {
        "portal.close_record"
    };
    finish(ctx, tx, what, patient).await
}

/// Whether the hospital holds this record of this patient, or of one who was joined to them there. A new kind of record: its query here.
async fn is_of(tx: &mut Tx, patient: PatientId, hospital: HospitalId, kind: RecordKind, id: Uuid) -> Result<bool> {
    match kind {
        RecordKind::Alarm => Ok(sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT FROM alarm a
                                JOIN device_session s ON s.device_id = a.device_id AND s.during @> a.raised_at
                               WHERE a.id = $1 AND s.hospital_id = $3
                                 AND s.patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3)) AS "is!""#,
            id,
            patient.0,
            hospital.0,
        )
        .fetch_one(&mut **tx)
        .await?),
        RecordKind::Allergy | RecordKind::Condition | RecordKind::Medicine | RecordKind::Surgery => {
            Ok(sqlx::query_scalar!(
                r#"SELECT EXISTS (SELECT FROM (
                       SELECT 'allergy' AS kind, id, patient_id, hospital_id FROM allergy
                        UNION ALL SELECT 'condition', id, patient_id, hospital_id FROM patient_condition
                        UNION ALL SELECT 'medicine', id, patient_id, hospital_id FROM patient_medicine
                        UNION ALL SELECT 'surgery', id, patient_id, hospital_id FROM patient_surgery) AS l
                    WHERE l.kind = $4 AND l.id = $1 AND l.hospital_id = $3
                      AND l.patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3)) AS "is!""#,
                id,
                patient.0,
                hospital.0,
                kind.name(),
            )
            .fetch_one(&mut **tx)
            .await?)
        }
    }
}

fn who(ctx: &Ctx) -> Result<(UserId, HospitalId)> {
    ctx.actor()
        .user()
        .zip(ctx.actor().hospital())
        .ok_or(HospitalError::SignIn)
}

async fn finish(ctx: &Ctx, mut tx: Tx, what: &'static str, patient: PatientId) -> Result<()> {
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change_of_patient(what, Action::ManagePortal, patient)],
    )
    .await?;
    tx.commit().await?;
    ctx.house().rights.changed(patient);
    Ok(())
}
