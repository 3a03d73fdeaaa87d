//! Writes what the rules decided: raises, repeats, escalates or ends an alarm, and adds the event. The state in the row is the truth (a doctor may have
//! answered meanwhile), so it is read under lock and `domain::alerts::life` says what follows.

use domain::alerts::life::MERGE_WITHIN_SECONDS;
use domain::alerts::watch::{Turn, take};
use domain::alerts::{Alarm, AlarmState, Kind};
use domain::ids::{AlarmId, DeviceId, PatientId};
use domain::time::Moment;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::alerts::row::{self, AlarmRow};
use crate::house::House;
use crate::time::{from_db, to_db};

/// Applies one turn inside the transaction of its readings; answers the alarms that changed, as they stand then.
pub(super) async fn apply(
    connection: &mut PgConnection,
    house: &House,
    device: DeviceId,
    turn: Turn,
) -> Result<Vec<Alarm>, sqlx::Error> {
    let session = house.now.placement(device).and_then(|placement| placement.session);
    let (at, value) = match turn {
        Turn::Raised(raise) | Turn::Escalated(raise) => (raise.at, raise.value),
        Turn::Worse { at, value, .. } => (at, Some(value)),
        Turn::Gone { at, value, .. } => (at, value),
        Turn::Uncompared { at, .. } => (at, None),
    };
    let mut changed = Vec::new();
    let merge_after = at.plus_seconds(-MERGE_WITHIN_SECONDS);
    let known = lock(connection, house, device, turn.kind(), merge_after, session).await?;
    // What ends may have been raised by somebody who was measured here before; what begins is of whoever is measured now.
    let begins = !matches!(turn, Turn::Gone { .. } | Turn::Uncompared { .. });
    let patient = match &known {
        Some(alarm) if !begins => alarm.patient,
        _ => session.map(|(patient, _)| patient),
    };
    let known = match known {
        Some(alarm) if alarm.patient != patient => {
            // Of each kind one may stand.
            if let Ok(ended) = alarm.gone(at, None) {
                row::save(connection, &ended).await?;
                add_event(connection, ended.id, at, Some(ended.state.name()), None).await?;
                changed.push(ended);
            }
            None
        }
        known => known,
    };
    let before = known.as_ref().map(Alarm::is_standing);
    let Some(alarm) = take(turn, known, AlarmId(Uuid::now_v7()), device, patient) else {
        return Ok(changed);
    };
    let event = match (&turn, before) {
        (Turn::Worse { .. }, _) => None,
        (Turn::Gone { .. }, _) => Some(alarm.state.name()),
        (Turn::Uncompared { .. }, _) => Some("uncompared"),
        (_, None) => Some("raised"),
        (_, Some(false)) => Some("again"),
        (_, Some(true)) => Some("escalated"),
    };
    row::save(connection, &alarm).await?;
    add_event(connection, alarm.id, at, event, value).await?;
    changed.push(alarm);
    Ok(changed)
}

/// The alarms of a device that memory knows or that are open, as the database has them.
pub(super) async fn as_stored(
    connection: &mut PgConnection,
    house: &House,
    device: DeviceId,
) -> Result<Vec<Alarm>, sqlx::Error> {
    let session = house.now.placement(device).and_then(|placement| placement.session);
    let known: Vec<Uuid> = house.now.alarms_of(device).iter().map(|alarm| alarm.id.0).collect();
    let rows = sqlx::query_as!(
        AlarmRow,
        "SELECT id, device_id, kind, parameter, side, priority, state, version, raised_at, last_raised_at, count, value, worst, last_value,
                limit_value, gone_at, acknowledged_at, acknowledged_note, sound_paused_until, closed_at
           FROM alarm
          WHERE device_id = $1 AND (state <> 'closed' OR id = ANY ($2))",
        device.0,
        &known,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| alarm_of(row, house, device, session))
        .collect())
}

/// The ingest role may read neither names nor sessions: the copy in memory knows who answered, and whoever is measured now was measured since.
fn alarm_of(row: AlarmRow, house: &House, device: DeviceId, session: Option<(PatientId, Moment)>) -> Option<Alarm> {
    let patient = session
        .filter(|(_, since)| from_db(row.raised_at) >= *since)
        .map(|(patient, _)| patient);
    let by = match house.now.alarm(device, AlarmId(row.id)).map(|alarm| alarm.state) {
        Some(AlarmState::Acknowledged { by, .. }) => by,
        _ => String::new(),
    };
    row.into_alarm(patient, by)
}

/// The alarm of this kind under lock: a standing one, one that nobody has seen, or one that
/// was raised last after `merge_after`.
async fn lock(
    connection: &mut PgConnection,
    house: &House,
    device: DeviceId,
    kind: Kind,
    merge_after: Moment,
    session: Option<(PatientId, Moment)>,
) -> Result<Option<Alarm>, sqlx::Error> {
    let (name, parameter, side) = row::kind_columns(kind);
    let found = sqlx::query_as!(
        AlarmRow,
        r#"SELECT id, device_id, kind, parameter, side, priority, state, version, raised_at, last_raised_at, count, value, worst, last_value,
                  limit_value, gone_at, acknowledged_at, acknowledged_note, sound_paused_until, closed_at
             FROM alarm
            WHERE device_id = $1 AND kind = $2 AND parameter = $3 AND side = $4
              AND (state <> 'closed' OR last_raised_at >= $5)
            ORDER BY (state IN ('raised', 'acknowledged')) DESC, last_raised_at DESC
            LIMIT 1
              FOR UPDATE"#,
        device.0,
        name,
        parameter,
        side,
        to_db(merge_after),
    )
    .fetch_optional(connection)
    .await?;
    Ok(found.and_then(|row| alarm_of(row, house, device, session)))
}

async fn add_event(
    connection: &mut PgConnection,
    alarm: AlarmId,
    at: Moment,
    event: Option<&str>,
    value: Option<f32>,
) -> Result<(), sqlx::Error> {
    let Some(event) = event else { return Ok(()) };
    sqlx::query!(
        "INSERT INTO alarm_event (alarm_id, at, event, value) VALUES ($1, $2, $3, $4)",
        alarm.0,
        to_db(at),
        event,
        value
    )
    .execute(connection)
    .await
    .map(drop)
}
