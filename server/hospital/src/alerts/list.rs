//! Alarms of devices over a stretch of time, with the names of who answered them.

use domain::alerts::Alarm;
use domain::ids::{DeviceId, PatientId};
use domain::time::Moment;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::row::AlarmRow;
use crate::time::to_db;

/// A row with the name of who answered.
struct Listed {
    id: Uuid,
    device_id: Uuid,
    kind: String,
    parameter: String,
    side: String,
    priority: String,
    state: String,
    version: i32,
    raised_at: OffsetDateTime,
    last_raised_at: OffsetDateTime,
    count: i32,
    value: Option<f32>,
    worst: Option<f32>,
    last_value: Option<f32>,
    limit_value: Option<f32>,
    gone_at: Option<OffsetDateTime>,
    acknowledged_at: Option<OffsetDateTime>,
    acknowledged_note: Option<String>,
    sound_paused_until: Option<OffsetDateTime>,
    closed_at: Option<OffsetDateTime>,
    by_name: Option<String>,
}

impl Listed {
    fn into_alarm(self, patient: Option<PatientId>) -> Option<Alarm> {
        let by = self.by_name.unwrap_or_default();
        let row = AlarmRow {
            id: self.id,
            device_id: self.device_id,
            kind: self.kind,
            parameter: self.parameter,
            side: self.side,
            priority: self.priority,
            state: self.state,
            version: self.version,
            raised_at: self.raised_at,
            last_raised_at: self.last_raised_at,
            count: self.count,
            value: self.value,
            worst: self.worst,
            last_value: self.last_value,
            limit_value: self.limit_value,
            gone_at: self.gone_at,
            acknowledged_at: self.acknowledged_at,
            acknowledged_note: self.acknowledged_note,
            sound_paused_until: self.sound_paused_until,
            closed_at: self.closed_at,
        };
        row.into_alarm(patient, by)
    }
}

/// Those that this version knows.
fn alarms(rows: Vec<Listed>, patient: Option<PatientId>) -> Vec<Alarm> {
    rows.into_iter().filter_map(|row| row.into_alarm(patient)).collect()
}

/// Alarms of a patient's devices: all that are not closed, and those that closed since `since`; newest first, at most 200.
pub(crate) async fn alarms_of_devices(
    connection: &mut PgConnection,
    patient: PatientId,
    devices: &[DeviceId],
    since: Moment,
) -> Result<Vec<Alarm>, sqlx::Error> {
    let devices: Vec<Uuid> = devices.iter().map(|device| device.0).collect();
    let rows = sqlx::query_as!(
        Listed,
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
    Ok(alarms(rows, Some(patient)))
}

/// Alarms of a patient that were raised from one time to another, whichever device measured them then and whatever became of them; the oldest first, at most 200.
pub(crate) async fn alarms_of_stretch(
    connection: &mut PgConnection,
    patient: PatientId,
    (from, until): (Moment, Moment),
) -> Result<Vec<Alarm>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Listed,
        r#"SELECT a.id, a.device_id, a.kind, a.parameter, a.side, a.priority, a.state, a.version, a.raised_at, a.last_raised_at, a.count, a.value, a.worst,
                  a.last_value, a.limit_value, a.gone_at, a.acknowledged_at, a.acknowledged_note,
                  a.sound_paused_until, a.closed_at, u.display_name AS "by_name?"
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id) AND s.during && tstzrange($2, $3, '[]')
             JOIN alarm a ON a.device_id = s.device_id AND s.during @> a.raised_at
             LEFT JOIN app_user u ON u.id = a.acknowledged_by
            WHERE a.raised_at >= $2 AND a.raised_at <= $3
            ORDER BY a.raised_at, a.id
            LIMIT $4"#,
        patient.0,
        to_db(from),
        to_db(until),
        200,
    )
    .fetch_all(connection)
    .await?;
    Ok(alarms(rows, Some(patient)))
}

/// Technical alarms of one machine, whoever was on it, and of whom nothing is said: all that are open, then those that came since `since`, the newest first; at most 20.
pub(crate) async fn technical_alarms(
    connection: &mut PgConnection,
    device: DeviceId,
    since: Moment,
) -> Result<Vec<Alarm>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Listed,
        r#"SELECT a.id, a.device_id, a.kind, a.parameter, a.side, a.priority, a.state, a.version, a.raised_at, a.last_raised_at, a.count, a.value, a.worst,
                  a.last_value, a.limit_value, a.gone_at, a.acknowledged_at, a.acknowledged_note,
                  a.sound_paused_until, a.closed_at, u.display_name AS "by_name?"
             FROM alarm a
             LEFT JOIN app_user u ON u.id = a.acknowledged_by
            WHERE a.device_id = $1 AND (a.state <> 'closed' OR a.last_raised_at >= $2)
              AND (a.kind <> 'limit' OR parameter_is_technical(a.parameter))
            ORDER BY a.state = 'closed', a.last_raised_at DESC
            LIMIT $3"#,
        device.0,
        to_db(since),
        20,
    )
    .fetch_all(connection)
    .await?;
    Ok(alarms(rows, None))
}
