//! Alarms of devices over a stretch of time, with the names of who answered them.

use domain::alerts::Alarm;
use domain::ids::{DeviceId, PatientId};
use domain::time::Moment;
use sqlx::PgConnection;
use uuid::Uuid;

use super::row::AlarmRow;
use crate::time::to_db;

/// Alarms of a patient's devices: all that are not closed, and those that closed since `since`; newest first, at most 200.
pub(crate) async fn alarms_of_devices(
    connection: &mut PgConnection,
    patient: PatientId,
    devices: &[DeviceId],
    since: Moment,
) -> Result<Vec<Alarm>, sqlx::Error> {
    let devices: Vec<Uuid> = devices.iter().map(|device| device.0).collect();
    let rows = sqlx::query!(
        r#"SELECT a.id, a.device_id, a.kind, a.parameter, a.side, a.priority, a.state, a.version, a.raised_at, a.last_raised_at, a.count, a.value, a.worst,
                  a.last_value, a.limit_value, a.gone_at, a.acknowledged_at, a.acknowledged_note,
                  a.sound_paused_until, a.closed_at, u.display_name AS "by_name?"
             FROM alarm a
             JOIN device_session s ON s.device_id = a.device_id AND s.during @> a.raised_at
             JOIN joined($4) AS j    ON j.id = s.patient_id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             LEFT JOIN app_user u ON u.id = a.acknowledged_by
            WHERE a.device_id = ANY ($1) AND (a.state <> 'closed' OR a.closed_at >= $2)
            ORDER BY a.last_raised_at DESC
            LIMIT $3"#,
        &devices,
        to_db(since),
        200,
        patient.0,
    )
    .fetch_all(connection)
    .await?;
    let alarms = rows.into_iter().filter_map(|row| {
        let by = row.by_name.unwrap_or_default();
        let row = AlarmRow {
            id: row.id,
            device_id: row.device_id,
            kind: row.kind,
            parameter: row.parameter,
            side: row.side,
            priority: row.priority,
            state: row.state,
            version: row.version,
            raised_at: row.raised_at,
            last_raised_at: row.last_raised_at,
            count: row.count,
            value: row.value,
            worst: row.worst,
            last_value: row.last_value,
            limit_value: row.limit_value,
            gone_at: row.gone_at,
            acknowledged_at: row.acknowledged_at,
            acknowledged_note: row.acknowledged_note,
            sound_paused_until: row.sound_paused_until,
            closed_at: row.closed_at,
        };
        row.into_alarm(Some(patient), by)
    });
    Ok(alarms.collect())
}
