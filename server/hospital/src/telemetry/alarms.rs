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
use crate::time::to_db;

/// Applies one turn inside the transaction of its readings; answers the alarm as it stands then, or nothing when there was nothing to change.
pub(super) async fn apply(
    connection: &mut PgConnection,
    house: &House,
    device: DeviceId,
    turn: Turn,
) -> Result<Option<Alarm>, sqlx::Error> {
    let session = house.now.placement(device).and_then(|placement| placement.session);
    let patient = session.map(|(patient, _)| patient);
    // What ends may have been raised in the session before; what begins is of this one.
    let (at, value, of_this_session) = match turn {
        Turn::Raised(raise) | Turn::Escalated(raise) => (raise.at, raise.value, session.map(|(_, since)| since)),
        Turn::Gone { at, value, .. } => (at, value, None),
    };
    let known = lock(
        connection,
        house,
        device,
        turn.kind(),
        at.plus_seconds(-MERGE_WITHIN_SECONDS),
        patient,
    )
    .await?;
    // One of an earlier session goes on only when it was the same person's: memory knows whose.
    let same_person = |alarm: &Alarm| {
        house
            .now
            .alarm(device, alarm.id)
            .is_some_and(|known| known.patient == patient)
    };
    let known =
        known.filter(|alarm| of_this_session.is_none_or(|since| alarm.raised_at >= since || same_person(alarm)));
    let before = known.as_ref().map(Alarm::is_standing);
    let Some(alarm) = take(turn, known, AlarmId(Uuid::now_v7()), device, patient) else {
        return Ok(None);
    };
    let event = match (&turn, before) {
        (Turn::Gone { .. }, _) => alarm.state.name(),
        (_, None) => "raised",
        (_, Some(false)) => "again",
        (_, Some(true)) => "escalated",
    };
    row::save(connection, &alarm).await?;
    add_event(connection, alarm.id, at, event, value).await?;
    Ok(Some(alarm))
}

/// The alarm of this kind under lock: a standing one, one that nobody has seen, or one that
/// was raised last after `merge_after`.
async fn lock(
    connection: &mut PgConnection,
    house: &House,
    device: DeviceId,
    kind: Kind,
    merge_after: Moment,
    patient: Option<PatientId>,
) -> Result<Option<Alarm>, sqlx::Error> {
    let (name, parameter, side) = row::kind_columns(kind);
    let found = sqlx::query_as!(
        AlarmRow,
        r#"SELECT id, device_id, kind, parameter, side, priority, state, raised_at, last_raised_at, count, value, worst, last_value, limit_value,
                  gone_at, acknowledged_at, acknowledged_note, sound_paused_until, closed_at
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
    // The ingest role may not read names; the copy in memory knows who answered.
    Ok(found.and_then(|row| {
        let by = match house.now.alarm(device, AlarmId(row.id)).map(|alarm| alarm.state) {
            Some(AlarmState::Acknowledged { by, .. }) => by,
            _ => String::new(),
        };
        row.into_alarm(patient, by)
    }))
}

async fn add_event(
    connection: &mut PgConnection,
    alarm: AlarmId,
    at: Moment,
    event: &str,
    value: Option<f32>,
) -> Result<(), sqlx::Error> {
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
