//! What should have been taken from whoever is on a machine now: the plan of the session that runs, as the alarms watch it. It is loaded with the placement of the machine
//! (`telemetry/placements.rs`) and anew when the session starts, ends, or is planned anew; no reading asks for it.

use std::collections::HashMap;

use domain::dialysis::prescription::UfProfile;
use domain::dialysis::pressures::UfLine;
use domain::dialysis::quantities::{Millilitres, Minutes};
use domain::dialysis::uf_steps::UfSteps;
use domain::ids::{DeviceId, HospitalId, PatientId};
use domain::time::Moment;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::time::{from_db, to_db};

/// The plan of each of these patients' sessions that run, with the machine of the session where that is known. None of a profile that is a name alone: no quarter of it has a share.
pub(crate) async fn running(
    connection: &mut PgConnection,
    hospital: HospitalId,
    patients: &[Uuid],
    at: Moment,
) -> Result<HashMap<PatientId, (Option<DeviceId>, UfLine)>, sqlx::Error> {
    if patients.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"SELECT   s.patient_id AS "patient_id!", s.device_id, b.at AS "started!", coalesce(t.minutes, s.minutes) AS "minutes!", coalesce(t.uf_goal, f.uf_goal) AS "goal!",
                    t.at AS "anew_at?", t.removed, session_removed_before(s.id, $3) AS "before!", p.uf_profile AS "uf_profile!", p.uf_steps AS "uf_steps?"
             FROM   dialysis_session s
             JOIN   session_started b ON b.session_id = s.id
             JOIN   session_before f ON f.id = b.before_id
             JOIN   dialysis_prescription p ON p.id = b.prescription_id
             LEFT JOIN LATERAL (SELECT w.at, w.uf_goal, w.minutes, w.removed FROM session_target w WHERE w.session_id = s.id ORDER BY w.at DESC, w.id DESC LIMIT 1) t ON true
            WHERE   s.patient_id = ANY ($1) AND s.hospital_id = $2 AND s.state = 'running'"#,
        patients,
        hospital.0,
        to_db(at),
    )
    .fetch_all(connection)
    .await?;
    let plans = rows.into_iter().filter_map(|row| {
        let steps = row.uf_steps.as_deref().and_then(UfSteps::of);
        let steps = UfProfile::parse(&row.uf_profile)?.course(steps)?;
        let millilitres = |number: i32| Millilitres(f64::from(number));
        let anew = row.anew_at.zip(row.removed);
        let anew = anew.map(|(at, removed)| (from_db(at), millilitres(removed)));
        let (goal, whole) = (millilitres(row.goal), Minutes(f64::from(row.minutes)));
        let line = UfLine {
            before: millilitres(row.before),
            ..UfLine::planned(from_db(row.started), anew, goal, whole, steps)
        };
        Some((PatientId(row.patient_id), (row.device_id.map(DeviceId), line)))
    });
    Ok(plans.collect())
}
