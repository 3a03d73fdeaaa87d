//! Messages as outside clients read them: JSON with names and RFC 3339 times, where our own pages read numbers. Values have the
//! names and units of the readings that devices post. `server/src/rest/describe_live.rs` shows each message on the API page.

use std::collections::BTreeMap;

use domain::alerts::{Alarm, AlarmState};
use domain::ids::{AlarmId, DeviceId, PatientId};
use domain::live::{Ends, LastScore, PatientChange, PatientNow, ToClient, Topic};
use domain::telemetry::{Item, Latest, Oxygen, Parameter, Part};
use domain::time::{Moment, rfc3339};
use serde::Serialize;

/// The message as JSON text.
pub(super) fn write(message: &ToClient) -> String {
    serde_json::to_string(&view(message)).unwrap_or_else(|error| {
        tracing::error!(%error, "a live message could not be written as JSON");
        String::new()
    })
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum View<'a> {
    Hello {
        now: String,
        run: u64,
    },
    Snapshot {
        topic: Topic,
        number: u64,
        patients: Vec<PatientView<'a>>,
        alarms: Vec<AlarmView<'a>>,
    },
    Change {
        topic: Topic,
        number: u64,
        values: Vec<ChangeView>,
        alarms: Vec<AlarmView<'a>>,
    },
    Denied {
        topic: Topic,
    },
    Ping {
        now: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        ends: Option<EndsView>,
    },
    SignedOut,
}

fn view(message: &ToClient) -> View<'_> {
    match message {
        ToClient::Hello { now, run } => View::Hello {
            now: rfc3339(*now),
            run: *run,
        },
        ToClient::Snapshot {
            topic,
            number,
            patients,
            alarms,
        } => View::Snapshot {
            topic: *topic,
            number: *number,
            patients: patients.iter().map(PatientView::of).collect(),
            alarms: alarms.iter().map(AlarmView::of).collect(),
        },
        ToClient::Change {
            topic,
            number,
            values,
            alarms,
        } => View::Change {
            topic: *topic,
            number: *number,
            values: values.iter().map(ChangeView::of).collect(),
            alarms: alarms.iter().map(AlarmView::of).collect(),
        },
        ToClient::Denied { topic } => View::Denied { topic: *topic },
        ToClient::Ping { now, ends } => View::Ping {
            now: rfc3339(*now),
            ends: ends.map(EndsView::of),
        },
        ToClient::SignedOut => View::SignedOut,
    }
}

/// When the session ends by itself.
#[derive(Serialize)]
struct EndsView {
    at: String,
    stays: bool,
}

impl EndsView {
    fn of(ends: Ends) -> Self {
        Self {
            at: rfc3339(ends.at),
            stays: ends.stays,
        }
    }
}

/// A value with its own time.
#[derive(Serialize)]
struct Timed<T> {
    value: T,
    taken_at: String,
}

impl<T> Timed<T> {
    fn of((value, at): (T, Moment)) -> Self {
        Self {
            value,
            taken_at: rfc3339(at),
        }
    }
}

/// A patient as known now: the newest value of each parameter under its name.
#[derive(Serialize)]
struct PatientView<'a> {
    patient: PatientId,
    device: DeviceId,
    values: BTreeMap<&'static str, Timed<f32>>,
    oxygen: Option<Timed<Oxygen>>,
    consciousness: Option<Timed<&'static str>>,
    system_status: Option<Timed<&'static str>>,
    alarm_codes: &'a [String],
    /// Seconds between two values, as the device promises.
    promise: BTreeMap<&'static str, f32>,
    heard_at: Option<String>,
    silent: bool,
    news2: Option<ScoreView>,
    replay_since: Option<String>,
}

impl<'a> PatientView<'a> {
    fn of(patient: &'a PatientNow) -> Self {
        let latest: &Latest = &patient.latest;
        let values = Parameter::ALL
            .into_iter()
            .filter_map(|parameter| Some((parameter.name(), Timed::of(latest.get(parameter)?))));
        Self {
            patient: patient.patient,
            device: patient.device,
            values: values.collect(),
            oxygen: latest.oxygen().map(Timed::of),
            consciousness: latest
                .consciousness()
                .map(|(level, at)| Timed::of((level.letter(), at))),
            system_status: latest.status().map(|(status, at)| Timed::of((status.name(), at))),
            alarm_codes: latest.alarm_codes(),
            promise: patient
                .promise
                .iter()
                .map(|(parameter, seconds)| (parameter.name(), seconds))
                .collect(),
            heard_at: patient.heard_at.map(rfc3339),
            silent: patient.silent,
            news2: patient.last_score.map(ScoreView::of),
            replay_since: patient.replay_since.map(rfc3339),
        }
    }
}

/// What changed of one patient: a reading as a device posts it, with whose it is.
#[derive(Serialize)]
struct ChangeView {
    patient: PatientId,
    device: DeviceId,
    #[serde(flatten)]
    reading: Item,
    /// Values of this frame that were measured in an older reading, and when.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    measured_at: BTreeMap<&'static str, String>,
    heard_at: Option<String>,
    silent: bool,
    news2: Option<ScoreView>,
}

impl ChangeView {
    fn of(change: &PatientChange) -> Self {
        let measured_at = change
            .older
            .iter()
            .map(|older| (name(older.part), rfc3339(older.taken_at)));
        Self {
            patient: change.patient,
            device: change.device,
            reading: Item::from(&change.reading),
            measured_at: measured_at.collect(),
            heard_at: change.heard_at.map(rfc3339),
            silent: change.silent,
            news2: change.last_score.map(ScoreView::of),
        }
    }
}

const fn name(part: Part) -> &'static str {
    match part {
        Part::Parameter(parameter) => parameter.name(),
        Part::SystemStatus => "system_status",
        Part::AlarmCodes => "alarm_codes",
    }
}

/// The last complete NEWS2.
#[derive(Serialize)]
struct ScoreView {
    score: u8,
    three_in_one: bool,
    at: String,
}

impl ScoreView {
    fn of(score: LastScore) -> Self {
        Self {
            score: score.score,
            three_in_one: score.three_in_one,
            at: rfc3339(score.at),
        }
    }
}

/// An alarm, flat.
#[derive(Serialize)]
struct AlarmView<'a> {
    id: AlarmId,
    device: DeviceId,
    patient: Option<PatientId>,
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    parameter: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    side: &'static str,
    priority: &'static str,
    state: &'static str,
    raised_at: String,
    last_raised_at: String,
    count: u32,
    value: Option<f32>,
    worst: Option<f32>,
    last: Option<f32>,
    limit: Option<f32>,
    sound_paused_until: Option<String>,
    #[serde(flatten)]
    answer: Option<AnswerView<'a>>,
    /// When the condition was gone.
    gone_at: Option<String>,
    closed_at: Option<String>,
}

/// Who answered.
#[derive(Serialize)]
struct AnswerView<'a> {
    acknowledged_by: &'a str,
    acknowledged_at: String,
    note: Option<&'a str>,
}

impl<'a> AlarmView<'a> {
    fn of(alarm: &'a Alarm) -> Self {
        let (kind, parameter, side) = alarm.kind.names();
        let answer = |by: &'a str, at: Moment, note: &'a Option<String>| AnswerView {
            acknowledged_by: by,
            acknowledged_at: rfc3339(at),
            note: note.as_deref(),
        };
        let (answer, gone_at, closed_at) = match &alarm.state {
            AlarmState::Raised => (None, None, None),
            AlarmState::Acknowledged { by, at, note } => (Some(answer(by, *at, note)), None, None),
            AlarmState::Gone { at } => (None, Some(rfc3339(*at)), None),
            AlarmState::Closed { at, answered } => (
                answered.as_ref().map(|given| answer(&given.by, given.at, &given.note)),
                None,
                Some(rfc3339(*at)),
            ),
        };
        Self {
            id: alarm.id,
            device: alarm.device,
            patient: alarm.patient,
            kind,
            parameter,
            side,
            priority: alarm.priority.name(),
            state: alarm.state.name(),
            raised_at: rfc3339(alarm.raised_at),
            last_raised_at: rfc3339(alarm.last_raised_at),
            count: alarm.count,
            value: alarm.value,
            worst: alarm.worst,
            last: alarm.last,
            limit: alarm.limit,
            sound_paused_until: alarm.sound_paused_until.map(rfc3339),
            answer,
            gone_at,
            closed_at,
        }
    }
}
