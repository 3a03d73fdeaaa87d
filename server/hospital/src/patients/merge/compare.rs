//! Both records side by side, and what was joined before.

use domain::access::Action;
use domain::ids::PatientId;
use domain::patients::staff_name;
use domain::time::Moment;
use uuid::Uuid;

use super::here;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::patients::identity::{Identity, open_identity};
use crate::time::{from_db, to_db};

/// What stands in one of the records now, counted; and what forbids that it leads to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Allergies, or the statement that there is none.
    pub allergies: i64,
    /// What else must be known first.
    pub flags: i64,
    /// Conditions.
    pub conditions: i64,
    /// Medicines.
    pub medicines: i64,
    /// Operations.
    pub surgeries: i64,
    /// Contacts.
    pub contacts: i64,
    /// Identity documents and policies.
    pub papers: i64,
    /// Who treats them now.
    pub carers: i64,
    /// Limits of their own that hold now: they are not carried over.
    pub limits: i64,
    /// Whether they are a patient here no longer.
    pub is_inactive: bool,
    /// A device measures them.
    pub has_device: bool,
    /// They lie on a ward.
    pub has_ward: bool,
    /// They have an account of the portal.
    pub has_portal: bool,
    /// Their portal is switched off or hides a part: the portal of the other would show it.
    pub hides: bool,
    /// Something else leads to it, or it leads elsewhere.
    pub is_joined: bool,
}

impl Held {
    /// Whether it may lead to another.
    pub const fn may_lead(&self) -> bool {
        !(self.is_inactive || self.has_device || self.has_ward || self.has_portal || self.hides || self.is_joined)
    }
}

/// Two records, to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Both {
    /// The other one.
    pub other: Identity,
    /// What stands in the first and in the other.
    pub held: [Held; 2],
}

/// One that was joined, then or still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Which.
    pub id: Uuid,
    /// The number of the record that led or leads to this one.
    pub number: String,
    /// As staff call them.
    pub name: String,
    /// When.
    pub at: Moment,
    /// By whom; none for somebody whose name the reader is not shown.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
    /// When it was undone, by whom and why.
    pub undone: Option<(Moment, Option<String>, String)>,
    /// Lines of the background that were written since: they stay with the record in which they were written.
    pub written_since: i64,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The record.
    pub identity: Identity,
    /// The other one, when one was named.
    pub both: Option<Both>,
    /// What was joined to it, the last first.
    pub history: Vec<Joined>,
}

/// Opens it for who joins records; the look at both is recorded.
///
/// # Errors
/// Denied for who does not; step-up without a fresh proof; not found for a record outside the hospital.
pub async fn open(ctx: &Ctx, patient: PatientId, with: Option<PatientId>) -> Result<Open> {
    let (hospital, _) = here(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::MergeRecords, patient).await?;
    let history = history(&mut tx, patient, hospital).await?;
    let entry = Entry::patient(Action::MergeRecords, patient, &[Kind::Demographics]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let identity = open_identity(ctx, patient).await?;
    let both = match with.filter(|with| *with != patient) {
        Some(with) => {
            let mut tx = ctx.begin_with_patient(Action::MergeRecords, with).await?;
            let held = [
                held(&mut tx, ctx, patient, hospital).await?,
                held(&mut tx, ctx, with, hospital).await?,
            ];
            tx.commit().await?;
            let other = open_identity(ctx, with).await?;
            Some(Both { other, held })
        }
        None => None,
    };
    Ok(Open {
        identity,
        both,
        history,
    })
}

async fn history(tx: &mut Tx, patient: PatientId, hospital: Uuid) -> Result<Vec<Joined>> {
    let rows = sqlx::query!(
        r#"SELECT   m.id, r.hospital_number, p.family_name, p.given_name, m.merged_at, b.display_name AS "by?", m.reason,
                    m.undone_at, u.display_name AS "undoer?", m.undone_because,
                    (SELECT count(*) FROM allergy a           WHERE a.patient_id = m.survivor_id AND a.hospital_id = m.hospital_id AND a.recorded_at > m.merged_at)
                  + (SELECT count(*) FROM patient_flag a      WHERE a.patient_id = m.survivor_id AND a.hospital_id = m.hospital_id AND a.recorded_at > m.merged_at)
                  + (SELECT count(*) FROM patient_condition a WHERE a.patient_id = m.survivor_id AND a.hospital_id = m.hospital_id AND a.recorded_at > m.merged_at)
                  + (SELECT count(*) FROM patient_medicine a  WHERE a.patient_id = m.survivor_id AND a.hospital_id = m.hospital_id AND a.recorded_at > m.merged_at)
                  + (SELECT count(*) FROM patient_surgery a   WHERE a.patient_id = m.survivor_id AND a.hospital_id = m.hospital_id AND a.recorded_at > m.merged_at)
                    AS "written_since!"
           FROM     patient_merge m
           JOIN     registration r ON r.patient_id = m.other_id AND r.hospital_id = m.hospital_id
           JOIN     patient p      ON p.id = m.other_id
           LEFT JOIN app_user b    ON b.id = m.merged_by
           LEFT JOIN app_user u    ON u.id = m.undone_by
           WHERE    m.survivor_id = $1 AND m.hospital_id = $2
           ORDER BY m.merged_at DESC
           LIMIT    50"#,
        patient.0,
        hospital,
    )
    .fetch_all(&mut **tx)
    .await?;
    let joined = rows.into_iter().map(|row| Joined {
        id: row.id,
        number: row.hospital_number,
        name: staff_name(&row.family_name, &row.given_name),
        at: from_db(row.merged_at),
        by: row.by,
        reason: row.reason,
        undone: row
            .undone_at
            .map(|at| (from_db(at), row.undoer, row.undone_because.unwrap_or_default())),
        written_since: row.written_since,
    });
    Ok(joined.collect())
}

async fn held(tx: &mut Tx, ctx: &Ctx, patient: PatientId, hospital: Uuid) -> Result<Held> {
    sqlx::query_as!(
        Held,
        r#"SELECT (SELECT count(*) FROM allergy a           WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.ended_at IS NULL) AS "allergies!",
                  (SELECT count(*) FROM patient_flag a      WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.ended_at IS NULL) AS "flags!",
                  (SELECT count(*) FROM patient_condition a WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.ended_at IS NULL) AS "conditions!",
                  (SELECT count(*) FROM patient_medicine a  WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.ended_at IS NULL) AS "medicines!",
                  (SELECT count(*) FROM patient_surgery a   WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.ended_at IS NULL) AS "surgeries!",
                  (SELECT count(*) FROM patient_contact a   WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.ended_at IS NULL) AS "contacts!",
                  (SELECT count(*) FROM identity_document a WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.ended_at IS NULL)
                + (SELECT count(*) FROM insurance_policy a  WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.ended_at IS NULL) AS "papers!",
                  (SELECT count(*) FROM care_relation a     WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.during @> $3::timestamptz) AS "carers!",
                  (SELECT count(*) FROM patient_limit a     WHERE a.patient_id = $1 AND a.hospital_id = $2 AND a.during @> $3::timestamptz) AS "limits!",
                  r.status <> 'active' AS "is_inactive!",
                  EXISTS (SELECT FROM device_session s WHERE s.patient_id = $1 AND s.hospital_id = $2
                                                         AND (upper_inf(s.during) OR upper(s.during) > $3)) AS "has_device!",
                  EXISTS (SELECT FROM admission s WHERE s.patient_id = $1 AND s.hospital_id = $2
                                                    AND (upper_inf(s.during) OR upper(s.during) > $3)) AS "has_ward!",
                  EXISTS (SELECT FROM portal_account s WHERE s.patient_id = $1 AND s.hospital_id = $2) AS "has_portal!",
                  EXISTS (SELECT FROM portal_setting s WHERE s.patient_id = $1 AND s.hospital_id = $2
                                                         AND (NOT s.is_open OR s.hidden <> '{}')) AS "hides!",
                  EXISTS (SELECT FROM patient_merge m
                           WHERE $1 IN (m.survivor_id, m.other_id) AND m.hospital_id = $2 AND m.undone_at IS NULL) AS "is_joined!"
             FROM registration r
            WHERE r.patient_id = $1 AND r.hospital_id = $2"#,
        patient.0,
        hospital,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::NotFound)
}
