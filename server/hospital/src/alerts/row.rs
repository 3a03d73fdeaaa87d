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

/// Writes alarms that have a row and that the rules changed. A new raise forgets who answered the last.
///
/// Not one statement with [`insert_all`] and `ON CONFLICT`: its checks would look at the row to insert, which does not know who answered.
pub(crate) async fn save_all(connection: &mut PgConnection, alarms: Vec<&Alarm>) -> Result<(), sqlx::Error> {
    if alarms.is_empty() {
        return Ok(());
    }
    let it = Columns::of(&alarms);
    sqlx::query!(
        "UPDATE alarm
            SET priority           = changed.priority,
                state              = changed.state,
                last_raised_at     = changed.last_raised_at,
                count              = changed.count,
                value              = changed.value,
                worst              = changed.worst,
                last_value         = changed.last_value,
                limit_value        = changed.limit_value,
                gone_at            = changed.gone_at,
                closed_at          = changed.closed_at,
                sound_paused_until = changed.sound_paused_until,
                acknowledged_at    = CASE changed.state WHEN 'raised' THEN NULL ELSE acknowledged_at END,
                acknowledged_by    = CASE changed.state WHEN 'raised' THEN NULL ELSE acknowledged_by END,
                acknowledged_note  = CASE changed.state WHEN 'raised' THEN NULL ELSE acknowledged_note END,
                version            = changed.version
           FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::int[], $6::real[], $7::real[], $8::real[], $9::real[],
                       $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::int[])
             AS changed (id, priority, state, last_raised_at, count, value, worst, last_value, limit_value, gone_at, closed_at, sound_paused_until, version)
          WHERE alarm.id = changed.id",
        &it.ids,
        &it.priorities as &[&str],
        &it.states as &[&str],
        &it.last_raised_at,
        &it.counts,
        &it.values as &[Option<f32>],
        &it.worst as &[Option<f32>],
        &it.last as &[Option<f32>],
        &it.limits as &[Option<f32>],
        &it.gone_at as &[Option<OffsetDateTime>],
        &it.closed_at as &[Option<OffsetDateTime>],
        &it.paused_until as &[Option<OffsetDateTime>],
        &it.versions,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Writes alarms that no row has yet; what raised one may be gone again.
pub(crate) async fn insert_all(connection: &mut PgConnection, alarms: Vec<&Alarm>) -> Result<(), sqlx::Error> {
    if alarms.is_empty() {
        return Ok(());
    }
    let it = Columns::of(&alarms);
    let devices: Vec<Uuid> = alarms.iter().map(|alarm| alarm.device.0).collect();
    let kinds: Vec<_> = alarms.iter().map(|alarm| kind_columns(alarm.kind)).collect();
    let raised_at: Vec<OffsetDateTime> = alarms.iter().map(|alarm| to_db(alarm.raised_at)).collect();
    sqlx::query!(
        "INSERT INTO alarm (id, device_id, kind, parameter, side, priority, state, raised_at, last_raised_at, count,
                            value, worst, last_value, limit_value, gone_at, closed_at, sound_paused_until, version)
         SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]), unnest($5::text[]), unnest($6::text[]), unnest($7::text[]),
                unnest($8::timestamptz[]), unnest($9::timestamptz[]), unnest($10::int[]), unnest($11::real[]), unnest($12::real[]), unnest($13::real[]),
                unnest($14::real[]), unnest($15::timestamptz[]), unnest($16::timestamptz[]), unnest($17::timestamptz[]), unnest($18::int[])",
        &it.ids,
        &devices,
        &kinds.iter().map(|(kind, _, _)| *kind).collect::<Vec<_>>() as &[&str],
        &kinds.iter().map(|(_, parameter, _)| *parameter).collect::<Vec<_>>() as &[&str],
        &kinds.iter().map(|(_, _, side)| *side).collect::<Vec<_>>() as &[&str],
        &it.priorities as &[&str],
        &it.states as &[&str],
        &raised_at,
        &it.last_raised_at,
        &it.counts,
        &it.values as &[Option<f32>],
        &it.worst as &[Option<f32>],
        &it.last as &[Option<f32>],
        &it.limits as &[Option<f32>],
        &it.gone_at as &[Option<OffsetDateTime>],
        &it.closed_at as &[Option<OffsetDateTime>],
        &it.paused_until as &[Option<OffsetDateTime>],
        &it.versions,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// What the rules change of alarms, by column.
struct Columns {
    ids: Vec<Uuid>,
    priorities: Vec<&'static str>,
    states: Vec<&'static str>,
    last_raised_at: Vec<OffsetDateTime>,
    counts: Vec<i32>,
    values: Vec<Option<f32>>,
    worst: Vec<Option<f32>>,
    last: Vec<Option<f32>>,
    limits: Vec<Option<f32>>,
    gone_at: Vec<Option<OffsetDateTime>>,
    closed_at: Vec<Option<OffsetDateTime>>,
    paused_until: Vec<Option<OffsetDateTime>>,
    versions: Vec<i32>,
}

impl Columns {
    fn of(alarms: &[&Alarm]) -> Self {
        let each = || alarms.iter().copied();
        let (gone_at, closed_at) = each().map(|alarm| ends(&alarm.state)).unzip();
        Self {
            ids: each().map(|alarm| alarm.id.0).collect(),
            priorities: each().map(|alarm| alarm.priority.name()).collect(),
            states: each().map(|alarm| alarm.state.name()).collect(),
            last_raised_at: each().map(|alarm| to_db(alarm.last_raised_at)).collect(),
            counts: each()
                .map(|alarm| i32::try_from(alarm.count).unwrap_or(i32::MAX))
                .collect(),
            values: each().map(|alarm| alarm.value).collect(),
            worst: each().map(|alarm| alarm.worst).collect(),
            last: each().map(|alarm| alarm.last).collect(),
            limits: each().map(|alarm| alarm.limit).collect(),
            gone_at,
            closed_at,
            paused_until: each().map(|alarm| alarm.sound_paused_until.map(to_db)).collect(),
            versions: each().map(version).collect(),
        }
    }
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
