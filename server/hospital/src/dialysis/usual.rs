//! What is usual for whoever is on a machine now: the pressures of their earlier sessions at the flow and in the minutes of the protocol (`domain::dialysis::pressures`), as the alarms
//! compare them. It is loaded as `fluid_plan` is, and only where somebody set a rule that asks for it.

use std::collections::HashMap;

use domain::dialysis::pressures::{self, Usual};
use domain::dialysis::quantities::MmHg;
use domain::ids::{HospitalId, PatientId};
use domain::time::Moment;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::time::{from_db, to_db};

/// How far back earlier sessions are looked at, in days: as long as readings are kept at most (`server/docs/retention.md`).
const BACK_DAYS: i32 = 32;

/// What is usual for each of these patients whose session runs: one value of each earlier session by the same access and needle, the median of what was read at the flow of the protocol.
pub(crate) async fn running(
    connection: &mut PgConnection,
    hospital: HospitalId,
    patients: &[Uuid],
    at: Moment,
) -> Result<HashMap<PatientId, Usual>, sqlx::Error> {
    if patients.is_empty() {
        return Ok(HashMap::new());
    }
    let ((from, to), (least, most)) = (pressures::COMPARED_TIME, pressures::COMPARED_FLOW);
    let rows = sqlx::query!(
        r#"SELECT   r.patient_id AS "patient_id!", b.at AS "started!", array_agg(e.arterial) FILTER (WHERE e.arterial IS NOT NULL) AS arterial,
                    array_agg(e.venous) FILTER (WHERE e.venous IS NOT NULL) AS venous
             FROM   dialysis_session r
             JOIN   session_started b ON b.session_id = r.id
             JOIN   session_before f ON f.id = b.before_id
             JOIN   dialysis_prescription p ON p.id = b.prescription_id
             LEFT JOIN LATERAL (
                 SELECT   m.arterial, m.venous
                   FROM   dialysis_session s
                   JOIN   session_started sb ON sb.session_id = s.id
                   JOIN   session_before sf ON sf.id = sb.before_id
                   JOIN   dialysis_prescription sp ON sp.id = sb.prescription_id
                  CROSS JOIN LATERAL (
                      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY v.arterial_pressure::float8) AS arterial,
                             percentile_cont(0.5) WITHIN GROUP (ORDER BY v.venous_pressure::float8) AS venous
                        FROM reading v
                             -- On which machine it began, also where that was exchanged.
                       WHERE v.device_id = coalesce((SELECT x.from_device FROM session_machine x WHERE x.session_id = s.id ORDER BY x.at, x.id LIMIT 1), s.device_id)
                         AND v.taken_at BETWEEN sb.at + make_interval(secs => $4) AND sb.at + make_interval(secs => $5)
                         AND v.blood_flow BETWEEN $6::real - 0.5 AND $7::real + 0.5
                  ) m
                  WHERE   s.patient_id = r.patient_id AND s.hospital_id = r.hospital_id AND s.state IN ('closed', 'interrupted', 'signed')
                    AND   sb.at < b.at AND sb.at > $3::timestamptz - make_interval(days => $8)
                    AND   sf.access_id = f.access_id AND sp.needle_gauge IS NOT DISTINCT FROM p.needle_gauge
             ) e ON true
            WHERE   r.patient_id = ANY ($1) AND r.hospital_id = $2 AND r.state = 'running'
            GROUP BY r.id, b.at"#,
        patients,
        hospital.0,
        to_db(at),
        from.0 * 60.0,
        to.0 * 60.0,
        least as f32,
        most as f32,
        BACK_DAYS,
    )
    .fetch_all(connection)
    .await?;
    let of = |values: Option<Vec<f64>>| {
        let values: Vec<MmHg> = values.into_iter().flatten().map(MmHg).collect();
        pressures::baseline(&values)
    };
    let usual = rows.into_iter().map(|row| {
        let usual = Usual {
            since: from_db(row.started),
            arterial: of(row.arterial),
            venous: of(row.venous),
        };
        (PatientId(row.patient_id), usual)
    });
    Ok(usual.collect())
}
