//! The weights that are known of somebody, beside which a typed one is held (`domain::dialysis::beside`). For a verb that has decided who writes them, which reads them too.

use domain::dialysis::beside::Known;
use domain::dialysis::quantities::Kilograms;
use domain::ids::PatientId;

use crate::ctx::Tx;
use crate::error::Result;

/// The last weight of any session, before or after it, as it was amended, and the dry weight.
pub(super) async fn weights(tx: &mut Tx, patient: PatientId) -> Result<Known> {
    let row = sqlx::query!(
        r#"WITH theirs AS (
               SELECT s.id
                 FROM joined($1) AS j
                 JOIN dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           ), measured AS (
               SELECT b.session_id, 'weight_before' AS field, b.weight, b.recorded_at FROM session_before b JOIN theirs ON theirs.id = b.session_id
               UNION ALL
               SELECT a.session_id, 'weight_after', a.weight, a.recorded_at FROM session_after a JOIN theirs ON theirs.id = a.session_id
           )
           SELECT (SELECT session_number(m.session_id, m.field, m.weight) FROM measured m ORDER BY m.recorded_at DESC LIMIT 1) AS "last?",
                  (SELECT w.kg
                     FROM joined($1) AS j
                     JOIN dry_weight w ON w.patient_id = j.id AND w.hospital_id = coalesce(j.held_by, w.hospital_id)
                    ORDER BY w.set_at DESC, w.id DESC
                    LIMIT 1) AS "dry?""#,
        patient.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Known {
        last: row.last.map(Kilograms),
        dry: row.dry.map(Kilograms),
    })
}
