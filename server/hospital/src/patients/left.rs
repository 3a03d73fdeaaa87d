//! That somebody is a patient of the reader's hospital no longer, as the banner of each of their pages says it.

use domain::ids::PatientId;
use domain::patients::Left;

use crate::ctx::Tx;
use crate::error::Result;
use crate::time::from_db;

/// None while they are one, for a verb that has decided who reads it.
pub(super) async fn left(tx: &mut Tx, patient: PatientId) -> Result<Option<Left>> {
    let row = sqlx::query!(
        r#"SELECT   c.changed_at AS "at?", c.after AS "because?"
           FROM     registration r
           LEFT JOIN LATERAL (SELECT   s.changed_at, s.after
                              FROM     patient_change s
                              WHERE    s.patient_id = r.patient_id AND s.hospital_id = r.hospital_id AND s.field = 'standing'
                              ORDER BY s.changed_at DESC, s.id DESC
                              LIMIT    1) AS c ON true
           WHERE    r.patient_id = $1 AND r.hospital_id = actor_hospital() AND r.status <> 'active'"#,
        patient.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Left {
        at: row.at.map(from_db),
        because: row.because.unwrap_or_default(),
    }))
}
