//! Two records of one person in one hospital, joined: the one that stays is read with the other beside it, and the other leads to it. Nothing is moved, so taking them apart leaves
//! everything as it was. Why it is done so: `server/docs/decisions/0021-merge.md`.
//!
//! | verb | does |
//! | --- | --- |
//! | [`open`] | both side by side, and what was joined before |
//! | [`find_other`] | the record of another number |
//! | [`join`], [`take_apart`] | joins two, takes them apart again; each with its reason |
//! | [`leads_to`] | the record to which an old address leads |
//!
//! A new table of what a hospital holds of a patient: read it through `joined` (`FROM joined($1) AS j JOIN …`), end its lines through what
//! one's own hospital joined alone (`… WHERE coalesce(j.held_by, $2) = $2`), and give it the trigger `zz_refuse_merged`.

mod compare;
mod join;

use std::collections::BTreeMap;

use domain::access::{Action, Relations, Subject};
use domain::ids::{HospitalId, PatientId};
use domain::patients::merge::JoinedHere;
use domain::patients::{Person, staff_name};
use uuid::Uuid;

pub use compare::{Both, Held, Joined, Open, open};
pub use join::{find_other, join, take_apart};

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::patients::person::PersonRow;
use crate::time::from_db;

/// The records that are joined to this one in the actor's hospital, for a verb that has decided who reads it.
pub(super) async fn joined_here(tx: &mut Tx, patient: PatientId) -> Result<Vec<JoinedHere>> {
    let rows = sqlx::query!(
        "SELECT   r.hospital_number, p.family_name, p.given_name, m.merged_at
         FROM     patient_merge m
         JOIN     registration r ON r.patient_id = m.other_id AND r.hospital_id = m.hospital_id
         JOIN     patient p      ON p.id = m.other_id
         WHERE    m.survivor_id = $1 AND m.hospital_id = actor_hospital() AND m.undone_at IS NULL
         ORDER BY m.merged_at DESC
         LIMIT    20",
        patient.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let joined = rows.into_iter().map(|row| JoinedHere {
        number: row.hospital_number,
        name: staff_name(&row.family_name, &row.given_name),
        at: from_db(row.merged_at),
    });
    Ok(joined.collect())
}

/// Whether the actor joins records and takes them apart.
pub(super) fn may(ctx: &Ctx, patient: PatientId, relations: Relations) -> bool {
    ctx.may(Action::MergeRecords, &Subject::Patient { patient, relations })
}

/// The records that are joined to these in this hospital, as who they were registered there.
pub(super) async fn joined_to(
    tx: &mut Tx,
    hospital: HospitalId,
    patients: &[PatientId],
) -> Result<BTreeMap<PatientId, Vec<Person>>> {
    let ids: Vec<Uuid> = patients.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT   m.survivor_id, p.id, p.family_name, p.given_name, p.born_on, p.born_known, p.sex, r.hospital_number,
                    coalesce(p.health_id, '') AS "health_id!", r.spo2_scale
             FROM   patient_merge m
             JOIN   patient p      ON p.id = m.other_id
             JOIN   registration r ON r.patient_id = m.other_id AND r.hospital_id = m.hospital_id
            WHERE   m.survivor_id = ANY($1) AND m.hospital_id = $2 AND m.undone_at IS NULL
         ORDER BY   m.merged_at, m.id"#,
        &ids,
        hospital.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut joined: BTreeMap<PatientId, Vec<Person>> = BTreeMap::new();
    for row in rows {
        let person = PersonRow {
            id: row.id,
            family_name: row.family_name,
            given_name: row.given_name,
            born_on: row.born_on,
            born_known: row.born_known,
            sex: row.sex,
            hospital_number: row.hospital_number,
            health_id: row.health_id,
            spo2_scale: row.spo2_scale,
        };
        joined
            .entry(PatientId(row.survivor_id))
            .or_default()
            .push(person.into_person());
    }
    Ok(joined)
}

/// The record to which an old address leads; none when it leads nowhere. Only ids of one hospital are told, to who may look for patients at all.
///
/// # Errors
/// Denied for who neither reads patients nor finds them.
pub async fn leads_to(ctx: &Ctx, patient: PatientId) -> Result<Option<PatientId>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let finds = ctx.may(Action::FindPatient, &Subject::Hospital(hospital));
    let action = if finds {
        Action::FindPatient
    } else {
        Action::ReadPatient
    };
    let mut tx = ctx.look(action).await?;
    let other = sqlx::query_scalar!(
        "SELECT m.survivor_id FROM patient_merge m WHERE m.other_id = $1 AND m.hospital_id = $2 AND m.undone_at IS NULL",
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(other.map(PatientId))
}

/// Where and who.
fn here(ctx: &Ctx) -> Result<(Uuid, Uuid)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::MergeRecords.name()))?;
    Ok((hospital.0, user.0))
}
