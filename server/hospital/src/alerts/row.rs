//! An alarm as a row. One place knows how a state and its facts lie in columns.

use domain::alerts::life::Answer;
use domain::alerts::{Alarm, AlarmState, Kind, Priority, Side};
use domain::ids::{AlarmId, DeviceId, PatientId, UserId};
use domain::telemetry::Parameter;
use domain::time::Moment;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::time::{from_db, to_db};

/// One row of `alarm`.
#[derive(Debug)]
pub(crate) struct AlarmRow {
    pub id: Uuid,
    pub device_id: Uuid,
    pub kind: String,
    pub parameter: String,
    pub side: String,
    pub priority: String,
    pub state: String,
    pub version: i32,
    pub raised_at: OffsetDateTime,
    pub last_raised_at: OffsetDateTime,
    pub count: i32,
    pub value: Option<f32>,
    pub worst: Option<f32>,
    pub last_value: Option<f32>,
    pub limit_value: Option<f32>,
    pub gone_at: Option<OffsetDateTime>,
    pub acknowledged_at: Option<OffsetDateTime>,
    pub acknowledged_note: Option<String>,
    pub sound_paused_until: Option<OffsetDateTime>,
    pub closed_at: Option<OffsetDateTime>,
}

impl AlarmRow {
    /// The alarm; `by` is the name of who acknowledged it. `None` when the row says something this version does not know.
    pub(crate) fn into_alarm(self, patient: Option<PatientId>, by: String) -> Option<Alarm> {
        let answer = self.acknowledged_at.map(|at| Answer {
            by: by.clone(),
            at: from_db(at),
            note: self.acknowledged_note.clone(),
        });
        let state = match self.state.as_str() {
            "raised" => AlarmState::Raised,
            "acknowledged" => AlarmState::Acknowledged {
                by,
                at: from_db(self.acknowledged_at?),
                note: self.acknowledged_note,
            },
            "gone" => AlarmState::Gone {
                at: from_db(self.gone_at?),
            },
            "closed" => AlarmState::Closed {
                at: from_db(self.closed_at?),
                answered: answer,
            },
            _ => return None,
        };
        Some(Alarm {
            id: AlarmId(self.id),
            device: DeviceId(self.device_id),
            patient,
            kind: kind_of(&self.kind, &self.parameter, &self.side)?,
            priority: Priority::parse(&self.priority)?,
            state,
            version: u32::try_from(self.version).unwrap_or(1),
            raised_at: from_db(self.raised_at),
            last_raised_at: from_db(self.last_raised_at),
            count: u32::try_from(self.count).unwrap_or(1),
            value: self.value,
            worst: self.worst,
            last: self.last_value,
            limit: self.limit_value,
            sound_paused_until: self.sound_paused_until.map(from_db),
        })
    }
}

/// Kind, parameter and side as columns.
pub(crate) fn kind_columns(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Limit(parameter, side) => ("limit", parameter.name(), side.name()),
        Kind::Machine => ("machine", "", ""),
        Kind::Silent => ("silent", "", ""),
    }
}

/// What about, from the three columns.
pub(crate) fn kind_of(kind: &str, parameter: &str, side: &str) -> Option<Kind> {
    match (kind, side) {
        ("limit", side) => Some(Kind::Limit(Parameter::parse(parameter)?, Side::parse(side)?)),
        ("machine", _) => Some(Kind::Machine),
        ("silent", _) => Some(Kind::Silent),
        _ => None,
    }
}

/// Writes alarms that the rules raised or changed: what changed in their rows, or new ones. A new raise forgets who answered the last.
///
/// Not by `ON CONFLICT`: its checks would look at the row to insert, which does not know who answered.
pub(crate) async fn save(connection: &mut PgConnection, alarms: &[&Alarm]) -> Result<(), sqlx::Error> {
    let each = || alarms.iter().copied();
    let at = |moment: fn(&Alarm) -> Moment| each().map(|alarm| to_db(moment(alarm))).collect::<Vec<_>>();
    let value = |value: fn(&Alarm) -> Option<f32>| each().map(value).collect::<Vec<_>>();
    let kind = |column: fn((&'static str, &'static str, &'static str)) -> &'static str| {
        each().map(|alarm| column(kind_columns(alarm.kind))).collect::<Vec<_>>()
    };
    let (gone_at, closed_at): (Vec<_>, Vec<_>) = each().map(|alarm| ends(&alarm.state)).unzip();
    let counts = each().map(|alarm| i32::try_from(alarm.count).unwrap_or(i32::MAX));
    let paused = each().map(|alarm| alarm.sound_paused_until.map(to_db));
    sqlx::query!(
        "WITH it AS
              (SELECT *
                 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[],
                             $10::int[], $11::real[], $12::real[], $13::real[], $14::real[], $15::timestamptz[], $16::timestamptz[], $17::timestamptz[],
                             $18::int[])
                   AS it (id, device_id, kind, parameter, side, priority, state, raised_at, last_raised_at, count, value, worst, last_value, limit_value,
                          gone_at, closed_at, sound_paused_until, version)),
              changed AS
              (UPDATE alarm
                  SET priority           = it.priority,
                      state              = it.state,
                      last_raised_at     = it.last_raised_at,
                      count              = it.count,
                      value              = it.value,
                      worst              = it.worst,
                      last_value         = it.last_value,
                      limit_value        = it.limit_value,
                      gone_at            = it.gone_at,
                      closed_at          = it.closed_at,
                      sound_paused_until = it.sound_paused_until,
                      acknowledged_at    = CASE it.state WHEN 'raised' THEN NULL ELSE acknowledged_at END,
                      acknowledged_by    = CASE it.state WHEN 'raised' THEN NULL ELSE acknowledged_by END,
                      acknowledged_note  = CASE it.state WHEN 'raised' THEN NULL ELSE acknowledged_note END,
                      version            = it.version
                 FROM it
                WHERE alarm.id = it.id
            RETURNING alarm.id)
         INSERT INTO alarm (id, device_id, kind, parameter, side, priority, state, raised_at, last_raised_at, count, value, worst, last_value, limit_value,
                            gone_at, closed_at, sound_paused_until, version)
         SELECT * FROM it WHERE id NOT IN (SELECT id FROM changed)",
        &each().map(|alarm| alarm.id.0).collect::<Vec<_>>(),
        &each().map(|alarm| alarm.device.0).collect::<Vec<_>>(),
        &kind(|(kind, _, _)| kind) as &[&str],
        &kind(|(_, parameter, _)| parameter) as &[&str],
        &kind(|(_, _, side)| side) as &[&str],
        &each().map(|alarm| alarm.priority.name()).collect::<Vec<_>>() as &[&str],
        &each().map(|alarm| alarm.state.name()).collect::<Vec<_>>() as &[&str],
        &at(|alarm| alarm.raised_at),
        &at(|alarm| alarm.last_raised_at),
        &counts.collect::<Vec<_>>(),
        &value(|alarm| alarm.value) as &[Option<f32>],
        &value(|alarm| alarm.worst) as &[Option<f32>],
        &value(|alarm| alarm.last) as &[Option<f32>],
        &value(|alarm| alarm.limit) as &[Option<f32>],
        &gone_at as &[Option<OffsetDateTime>],
        &closed_at as &[Option<OffsetDateTime>],
        &paused.collect::<Vec<_>>() as &[Option<OffsetDateTime>],
        &each().map(version).collect::<Vec<_>>(),
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Writes a person's answer to an alarm.
pub(crate) async fn save_answer(
    connection: &mut PgConnection,
    alarm: &Alarm,
    by: UserId,
    at: Moment,
    note: Option<&str>,
) -> Result<u64, sqlx::Error> {
    let (gone_at, closed_at) = ends(&alarm.state);
    let done = sqlx::query!(
        "UPDATE alarm
            SET state              = $2,
                acknowledged_at    = $3,
                acknowledged_by    = $4,
                acknowledged_note  = $5,
                sound_paused_until = $6,
                gone_at            = coalesce($7, gone_at),
                closed_at          = $8,
                version            = $9
          WHERE id = $1",
        alarm.id.0,
        alarm.state.name(),
        to_db(at),
        by.0,
        note,
        alarm.sound_paused_until.map(to_db),
        gone_at,
        closed_at,
        version(alarm),
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected())
}

fn version(alarm: &Alarm) -> i32 {
    i32::try_from(alarm.version).unwrap_or(i32::MAX)
}

fn ends(state: &AlarmState) -> (Option<OffsetDateTime>, Option<OffsetDateTime>) {
    match state {
        AlarmState::Gone { at } => (Some(to_db(*at)), None),
        AlarmState::Closed { at, .. } => (None, Some(to_db(*at))),
        AlarmState::Raised | AlarmState::Acknowledged { .. } => (None, None),
    }
}
