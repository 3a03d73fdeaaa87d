//! Somebody of the demo who is dialysed around the clock, at a bed where a monitor watches them.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::ids::{DeviceId, HospitalId, UserId};
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use uuid::Uuid;

use super::ctx;
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::to_db;

/// A machine and where it stands.
#[derive(Clone, Debug)]
pub struct SeedContinuous {
    /// Where.
    pub hospital: HospitalId,
    /// Who prescribes.
    pub doctor: UserId,
    /// The monitor at the bed: the machine treats whom it watches.
    pub monitor: DeviceId,
    /// Its identity, so that the simulator knows it.
    pub device: DeviceId,
    /// Name.
    pub name: String,
    /// Model.
    pub model: String,
    /// Serial number.
    pub serial: String,
    /// Since when.
    pub since: Moment,
}

/// Puts the machine at the bed and prescribes what it does. One that is known already is left alone.
///
/// # Errors
/// When the database is away, or nobody lies there.
pub async fn stand(house: &Arc<House>, plan: &SeedContinuous) -> Result<()> {
    let ctx = ctx(house, plan.hospital);
    let mut tx = ctx
        .begin(Action::SeedHospital, &Subject::Hospital(plan.hospital))
        .await?;
    let stands = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM device WHERE id = $1) AS "stands!""#,
        plan.device.0
    )
    .fetch_one(&mut *tx)
    .await?;
    if stands {
        return Ok(tx.commit().await?);
    }
    let there = sqlx::query!(
        "SELECT b.id AS bed, b.ward_id AS ward, s.patient_id AS patient
           FROM device_session s
           JOIN device_assignment a ON a.device_id = s.device_id AND a.during @> $2::timestamptz
           JOIN bed b               ON b.id = a.bed_id
          WHERE s.device_id = $1 AND s.during @> $2::timestamptz",
        plan.monitor.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::Internal(
        "nobody lies at the bed of a machine in the seed",
    ))?;
    let (since, during) = (to_db(plan.since), PgRange::from(to_db(plan.since)..));
    sqlx::query!(
        "INSERT INTO device (id, hospital_id, name, model, serial, kind, maker, ward_id) VALUES ($1, $2, $3, $4, $5, 'continuous', 'Nordlys', $6)",
        plan.device.0,
        plan.hospital.0,
        plan.name,
        plan.model,
        plan.serial,
        there.ward,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "INSERT INTO device_assignment (device_id, bed_id, during) VALUES ($1, $2, $3)",
        plan.device.0,
        there.bed,
        during.clone(),
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during) VALUES ($1, $2, $3, $4, $5)",
        Uuid::now_v7(),
        plan.device.0,
        plan.hospital.0,
        there.patient,
        during,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "INSERT INTO vascular_access (id, patient_id, hospital_id, kind, side, site, recorded_at, recorded_by) VALUES ($1, $2, $3, 'non_tunnelled', 'right', 'jugular vein', $4, $5)",
        Uuid::now_v7(),
        there.patient,
        plan.hospital.0,
        since,
        plan.doctor.0,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "INSERT INTO dialysis_prescription (id, patient_id, hospital_id, version, modality, minutes, weekdays, dialyser, blood_flow, dialysate_flow, potassium, calcium, sodium,
                                            bicarbonate, temperature, uf_goal, uf_profile, max_uf_rate, anticoagulant, substitution, reason, prescribed_at, prescribed_by)
         VALUES ($1, $2, $3, 1, 'cvvhdf', 1440, '{1,2,3,4,5,6,7}', 'Set CR 150', 200, 13, 4, 1.5, 140, 32, 36, 9600, 'even', 13, 'none', 38.4,
                 'Acute kidney injury; too unwell for sessions.', $4, $5)",
        Uuid::now_v7(),
        there.patient,
        plan.hospital.0,
        since,
        plan.doctor.0,
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
