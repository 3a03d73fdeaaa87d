//! What the machines of the demo have to know to turn: which session runs on each.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::ids::{DeviceId, HospitalId};
use domain::time::Moment;

use super::ctx;
use crate::error::Result;
use crate::house::House;

/// A session as its machine knows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turning {
    /// Since when blood runs.
    pub began: Moment,
    /// Minutes prescribed.
    pub minutes: f64,
    /// mL to take.
    pub goal: f64,
    /// Weight before, kg.
    pub weight: f64,
    /// mL/min.
    pub blood_flow: f64,
    /// mL/min.
    pub dialysate_flow: f64,
    /// °C.
    pub temperature: f64,
    /// Heparin in international units: at the start, in an hour, and minutes before the end at which the pump stops; none where something else is prescribed, or nothing.
    pub heparin: Option<(f64, f64, f64)>,
    /// Litres of substitution in all; none where nothing is given into the blood.
    pub substitution: Option<f64>,
    /// The number of the bed at which it stands; none of a machine in the store.
    pub chair: Option<i16>,
}

/// The dialysis machines of a demo hospital, each with the session that runs on it.
///
/// # Errors
/// When the database is away.
pub async fn machines(house: &Arc<House>, hospital: HospitalId) -> Result<Vec<(DeviceId, Option<Turning>)>> {
    let ctx = ctx(house, hospital);
    let mut tx = ctx.begin(Action::SeedHospital, &Subject::Hospital(hospital)).await?;
    let rows = sqlx::query!(
        r#"SELECT   d.id, b.at AS "began?", p.minutes AS "minutes?", l.uf_goal AS "goal?", l.weight AS "weight?", p.blood_flow AS "blood_flow?", p.dialysate_flow, p.temperature AS "temperature?",
                    p.anticoagulant = 'heparin' AS "is_heparin?", p.loading_dose, p.hourly_dose, p.stop_before, p.substitution, e.number AS "chair?"
           FROM     device d
           LEFT JOIN device_assignment a     ON a.device_id = d.id AND upper_inf(a.during)
           LEFT JOIN bed e                   ON e.id = a.bed_id
           LEFT JOIN dialysis_session s      ON s.device_id = d.id AND s.state = 'running'
           LEFT JOIN session_started b       ON b.session_id = s.id
           LEFT JOIN session_before l        ON l.id = b.before_id
           LEFT JOIN dialysis_prescription p ON p.id = b.prescription_id
           WHERE    d.hospital_id = $1 AND d.kind = 'dialysis' AND d.status = 'active'
           LIMIT    200"#,
        hospital.0
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let machines = rows.into_iter().map(|row| {
        let turning = match (row.began, row.minutes, row.goal, row.weight) {
            (Some(began), Some(minutes), Some(goal), Some(weight)) => Some(Turning {
                began: crate::time::from_db(began),
                minutes: minutes.into(),
                goal: goal.into(),
                weight,
                blood_flow: row.blood_flow.unwrap_or(300).into(),
                dialysate_flow: row.dialysate_flow.unwrap_or(500).into(),
                temperature: row.temperature.unwrap_or(36.0),
                heparin: row.is_heparin.unwrap_or_default().then(|| {
                    (
                        row.loading_dose.unwrap_or_default().into(),
                        row.hourly_dose.unwrap_or_default().into(),
                        row.stop_before.unwrap_or_default().into(),
                    )
                }),
                substitution: row.substitution,
                chair: row.chair,
            }),
            _ => None,
        };
        (DeviceId(row.id), turning)
    });
    Ok(machines.collect())
}
