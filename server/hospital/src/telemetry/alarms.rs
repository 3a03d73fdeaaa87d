//! Writes what the rules decided: raises, repeats, escalates or ends alarms, and adds the events. The state in the rows is the truth (a doctor may have
//! answered meanwhile), so they are read under lock and `domain::alerts::life` says what follows. However many turns one commit has, they are three statements:
//! where the network is down, everything falls silent at once.

use std::collections::{HashMap, HashSet};

use domain::alerts::life::MERGE_WITHIN_SECONDS;
use domain::alerts::watch::{Turn, take};
use domain::alerts::{Alarm, AlarmState, Kind};
use domain::ids::{AlarmId, DeviceId, PatientId};
use domain::time::Moment;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::alerts::row::{self, AlarmRow};
use crate::house::House;
use crate::time::{from_db, to_db};

/// Applies turns, in their order, inside the transaction of their readings; answers for each device the alarms that changed, as they stood after each turn.
pub(super) async fn apply(
    connection: &mut PgConnection,
    house: &House,
    turns: &[(DeviceId, Turn)],
) -> Result<HashMap<DeviceId, Vec<Alarm>>, sqlx::Error> {
    let known = lock(connection, house, turns).await?;
    let mut standing = Standing::of(known);
    for (device, turn) in turns {
        let session = house.now.placement(*device).and_then(|placement| placement.session);
        standing.turn(*device, *turn, session.map(|(patient, _)| patient));
    }
    let newest = standing.newest();
    if newest.is_empty() {
        return Ok(HashMap::new());
    }
    row::save(connection, &newest).await?;
    add_events(connection, &standing.events).await?;
    Ok(standing.changed)
}

/// The alarms that turns may change, as they stand from turn to turn.
#[derive(Debug, Default)]
struct Standing {
    known: HashMap<(DeviceId, Kind), Vec<Alarm>>,
    /// Those that changed, after each turn.
    changed: HashMap<DeviceId, Vec<Alarm>>,
    events: Vec<Event>,
}

/// Something that happened to an alarm.
#[derive(Debug)]
struct Event {
    alarm: AlarmId,
    at: Moment,
    event: &'static str,
    value: Option<f32>,
}

impl Standing {
    fn of(known: Vec<Alarm>) -> Self {
        let mut standing = Self::default();
        for alarm in known {
            standing
                .known
                .entry((alarm.device, alarm.kind))
                .or_default()
                .push(alarm);
        }
        standing
    }

    /// One turn of a device that measures `patient`.
    fn turn(&mut self, device: DeviceId, turn: Turn, patient: Option<PatientId>) {
        let (at, value) = (turn.at(), turn.value());
        let known = self.find(device, turn.kind(), at.plus_seconds(-MERGE_WITHIN_SECONDS));
        // What ends may have been raised by somebody who was measured here before; what begins is of whoever is measured now.
        let begins = !matches!(turn, Turn::Gone { .. } | Turn::Uncompared { .. });
        let patient = match &known {
            Some(alarm) if !begins => alarm.patient,
            _ => patient,
        };
        let known = match known {
            Some(alarm) if alarm.patient != patient => {
                // Of each kind one may stand.
                if let Ok(ended) = alarm.gone(at, None) {
                    let event = ended.state.name();
                    self.keep(ended, at, Some(event), None);
                }
                None
            }
            known => known,
        };
        let before = known.as_ref().map(Alarm::is_standing);
        let Some(alarm) = take(turn, known, AlarmId(Uuid::now_v7()), device, patient) else {
            return;
        };
        let event = match (&turn, before) {
            (Turn::Worse { .. }, _) => None,
            (Turn::Gone { .. }, _) => Some(alarm.state.name()),
            (Turn::Uncompared { .. }, _) => Some("uncompared"),
            (_, None) => Some("raised"),
            (_, Some(false)) => Some("again"),
            (_, Some(true)) => Some("escalated"),
        };
        self.keep(alarm, at, event, value);
    }

    /// The alarm of this kind: a standing one, one that nobody has seen, or one that was raised last after `merge_after`.
    fn find(&self, device: DeviceId, kind: Kind, merge_after: Moment) -> Option<Alarm> {
        let known = self.known.get(&(device, kind)).into_iter().flatten();
        known
            .filter(|alarm| alarm.is_open() || alarm.last_raised_at >= merge_after)
            .max_by_key(|alarm| (alarm.is_standing(), alarm.last_raised_at))
            .cloned()
    }

    fn keep(&mut self, alarm: Alarm, at: Moment, event: Option<&'static str>, value: Option<f32>) {
        let (id, device) = (alarm.id, alarm.device);
        self.changed.entry(device).or_default().push(alarm.clone());
        self.events.extend(event.map(|event| Event {
            alarm: id,
            at,
            event,
            value,
        }));
        let of_kind = self.known.entry((device, alarm.kind)).or_default();
        match of_kind.iter_mut().find(|known| known.id == id) {
            Some(known) => *known = alarm,
            None => of_kind.push(alarm),
        }
    }

    /// What changed, as it stands at the end.
    fn newest(&self) -> Vec<&Alarm> {
        let changed = self.changed.values().flatten();
        let newest: HashMap<AlarmId, &Alarm> = changed.map(|alarm| (alarm.id, alarm)).collect();
        newest.into_values().collect()
    }
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

/// The alarms under lock that turns may change: those of their kinds that are not closed, or that may come again.
async fn lock(
    connection: &mut PgConnection,
    house: &House,
    turns: &[(DeviceId, Turn)],
) -> Result<Vec<Alarm>, sqlx::Error> {
    let asked: HashSet<(DeviceId, Kind)> = turns.iter().map(|(device, turn)| (*device, turn.kind())).collect();
    let (mut devices, mut kinds, mut parameters, mut sides) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (device, kind) in asked {
        let (kind, parameter, side) = row::kind_columns(kind);
        devices.push(device.0);
        kinds.push(kind);
        parameters.push(parameter);
        sides.push(side);
    }
    let earliest = turns.iter().map(|(_, turn)| turn.at()).min();
    let Some(earliest) = earliest else {
        return Ok(Vec::new());
    };
    // Each kind is looked up by itself, so that the index of its device is read, however many are asked for.
    let rows = sqlx::query_as!(
        AlarmRow,
        r#"SELECT a.id AS "id!", a.device_id AS "device_id!", a.kind AS "kind!", a.parameter AS "parameter!", a.side AS "side!", a.priority AS "priority!",
                  a.state AS "state!", a.version AS "version!", a.raised_at AS "raised_at!", a.last_raised_at AS "last_raised_at!", a.count AS "count!",
                  a.value, a.worst, a.last_value, a.limit_value, a.gone_at, a.acknowledged_at, a.acknowledged_note, a.sound_paused_until, a.closed_at
             FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS asked (device, kind, parameter, side)
            CROSS JOIN LATERAL
                  (SELECT *
                     FROM alarm
                    WHERE device_id = asked.device AND kind = asked.kind AND parameter = asked.parameter AND side = asked.side
                      AND (state <> 'closed' OR last_raised_at >= $5)
                      FOR UPDATE) a"#,
        &devices,
        &kinds as &[&str],
        &parameters as &[&str],
        &sides as &[&str],
        to_db(earliest.plus_seconds(-MERGE_WITHIN_SECONDS)),
    )
    .fetch_all(connection)
    .await?;
    let alarms = rows.into_iter().filter_map(|row| {
        let device = DeviceId(row.device_id);
        let session = house.now.placement(device).and_then(|placement| placement.session);
        alarm_of(row, house, device, session)
    });
    Ok(alarms.collect())
}

async fn add_events(connection: &mut PgConnection, events: &[Event]) -> Result<(), sqlx::Error> {
    if events.is_empty() {
        return Ok(());
    }
    let alarms: Vec<Uuid> = events.iter().map(|event| event.alarm.0).collect();
    let at: Vec<OffsetDateTime> = events.iter().map(|event| to_db(event.at)).collect();
    let names: Vec<&str> = events.iter().map(|event| event.event).collect();
    let values: Vec<Option<f32>> = events.iter().map(|event| event.value).collect();
    sqlx::query!(
        "INSERT INTO alarm_event (alarm_id, at, event, value)
         SELECT unnest($1::uuid[]), unnest($2::timestamptz[]), unnest($3::text[]), unnest($4::real[])",
        &alarms,
        &at,
        &names as &[&str],
        &values as &[Option<f32>],
    )
    .execute(connection)
    .await
    .map(drop)
}
