//! What one reader of the portal is shown of one record. The server shapes with it whatever leaves for that reader: a hidden part is not sent at all.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{RecordKind, Section, Status, TextSize};
use crate::alerts::{Alarm, AlarmState, Answer};
use crate::live::{PatientChange, PatientNow, ToClient};
use crate::patients::Chart;
use crate::telemetry::{Latest, Reading};
use crate::time::Moment;

/// What one reader of the portal is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The parts that are shown; what is not named here is not.
    pub shown: Vec<Section>,
    /// Records that staff opened or closed by a flag. Not for the reader.
    #[serde(skip)]
    pub flags: Vec<(RecordKind, Uuid, bool)>,
    /// How large the person reads.
    pub text_size: TextSize,
    /// For who reads the record of somebody they care for.
    pub acting: Option<Acting>,
}

/// On whose behalf somebody reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acting {
    /// What the patient calls them, such as "my son".
    pub known_as: String,
    /// Until when they may.
    pub until: Moment,
}

impl View {
    /// Whether `section` is shown.
    pub fn shows(&self, section: Section) -> bool {
        self.shown.contains(&section)
    }

    /// Whether the reader is told of calls for a nurse: the person themselves, whatever the portal shows, and a carer who is let into what was noticed.
    pub fn tells_of_calls(&self) -> bool {
        self.acting.is_none() || self.shows(Section::Alarms)
    }

    /// Whether one record is shown, which belongs to `section`.
    pub fn shows_record(&self, section: Section, kind: RecordKind, id: Uuid, status: Status) -> bool {
        let flag = self.flags.iter().find(|(of, record, _)| (*of, *record) == (kind, id));
        self.shows(section) && kind.shows(flag.map(|(.., is_open)| *is_open), status)
    }

    /// A chart as this reader is shown it.
    #[must_use]
    pub fn chart(self, chart: Chart) -> Chart {
        let values = self.shows(Section::Values);
        Chart {
            now: chart.now.map(|now| self.now(now)),
            // The last half hour is values and a line at once.
            recent: if values && self.shows(Section::Trend) {
                chart.recent
            } else {
                Vec::new()
            },
            alarms: self.alarms(chart.alarms),
            limits: if values { chart.limits } else { Vec::new() },
            // The portal has no part for it yet.
            allergies: None,
            flags: Vec::new(),
            left: None,
            joined: Vec::new(),
            may_merge: false,
            view: Some(self),
            ..chart
        }
    }

    /// What is known now: without its values, or without its score.
    #[must_use]
    pub fn now(&self, mut now: PatientNow) -> PatientNow {
        if !self.shows(Section::Values) {
            now.latest = Latest::default();
        }
        if !self.shows(Section::Score) {
            now.last_score = None;
        }
        now
    }

    /// The alarms that are shown. Without the values the numbers in them go too. What staff noted for each other is not for the portal.
    #[must_use]
    pub fn alarms(&self, alarms: Vec<Alarm>) -> Vec<Alarm> {
        let shown = |alarm: &Alarm| self.shows_record(Section::Alarms, RecordKind::Alarm, alarm.id.0, alarm.status());
        let with_numbers = self.shows(Section::Values);
        let shaped = alarms.into_iter().filter(shown).map(without_note);
        shaped
            .map(|alarm| match with_numbers {
                true => alarm,
                false => Alarm {
                    value: None,
                    worst: None,
                    last: None,
                    limit: None,
                    ..alarm
                },
            })
            .collect()
    }

    /// What changed, as this reader is told it.
    #[must_use]
    pub fn change(&self, mut change: PatientChange) -> PatientChange {
        if !self.shows(Section::Values) {
            let (taken_at, seq) = (change.reading.taken_at, change.reading.seq);
            change.reading = Reading {
                taken_at,
                seq,
                ..Reading::default()
            };
            change.older = Vec::new();
        }
        if !self.shows(Section::Score) {
            change.last_score = None;
        }
        change
    }

    /// A message of the live socket as this reader is sent it. A change is sent also when nothing of it is left: its number is counted.
    #[must_use]
    pub fn message(&self, message: ToClient) -> ToClient {
        match message {
            ToClient::Snapshot {
                topic,
                number,
                patients,
                alarms,
            } => ToClient::Snapshot {
                topic,
                number,
                patients: patients.into_iter().map(|now| self.now(now)).collect(),
                alarms: self.alarms(alarms),
            },
            ToClient::Change {
                topic,
                number,
                values,
                alarms,
            } => ToClient::Change {
                topic,
                number,
                values: values.into_iter().map(|change| self.change(change)).collect(),
                alarms: self.alarms(alarms),
            },
            other
            @ (ToClient::Hello { .. } | ToClient::Denied { .. } | ToClient::Ping { .. } | ToClient::SignedOut) => other,
        }
    }
}

fn without_note(mut alarm: Alarm) -> Alarm {
    match &mut alarm.state {
        AlarmState::Acknowledged { note, .. }
        | AlarmState::Closed {
            answered: Some(Answer { note, .. }),
            ..
        } => *note = None,
        AlarmState::Raised | AlarmState::Gone { .. } | AlarmState::Closed { answered: None, .. } => {}
    }
    alarm
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alerts::{Kind, Priority, Raise, Side};
    use crate::ids::{AlarmId, DeviceId, PatientId};
    use crate::live::{LastScore, Topic};
    use crate::telemetry::{Parameter, Values};

    const OKAFOR: PatientId = PatientId(Uuid::nil());
    const MONITOR: DeviceId = DeviceId(Uuid::nil());

    fn alarm(id: u128) -> Alarm {
        let raise = Raise {
            kind: Kind::Limit(Parameter::Spo2, Side::Low),
            priority: Priority::High,
            value: Some(84.0),
            limit: Some(91.0),
            at: Moment(0),
        };
        Alarm::raised(AlarmId(Uuid::from_u128(id)), MONITOR, Some(OKAFOR), raise)
    }

    fn reading() -> Reading {
        let mut values = Values::default();
        values.set(Parameter::HeartRate, Some(71.0));
        Reading {
            taken_at: Moment(5),
            seq: 1,
            values,
            ..Reading::default()
        }
    }

    fn change() -> ToClient {
        let score = LastScore {
            score: 3,
            three_in_one: false,
            at: Moment(5),
            before: None,
        };
        ToClient::Change {
            topic: Topic::Patient(OKAFOR),
            number: 9,
            values: vec![PatientChange {
                patient: OKAFOR,
                device: MONITOR,
                reading: reading(),
                older: Vec::new(),
                heard_at: Some(Moment(5)),
                silent: false,
                last_score: Some(score),
                promise: None,
                replay_since: None,
            }],
            alarms: vec![alarm(1), alarm(2)],
        }
    }

    fn showing(shown: &[Section]) -> View {
        View {
            shown: shown.to_vec(),
            ..View::default()
        }
    }

    #[test]
    fn nothing_is_shown_that_is_not_named_and_the_number_still_counts() {
        let ToClient::Change {
            number, values, alarms, ..
        } = View::default().message(change())
        else {
            panic!("another message")
        };
        assert_eq!((number, alarms.len()), (9, 0));
        assert_eq!(values[0].reading.values, Values::default());
        assert_eq!(values[0].last_score, None);
    }

    #[test]
    fn one_part_lets_no_other_through() {
        let ToClient::Change { values, alarms, .. } = showing(&[Section::Alarms]).message(change()) else {
            panic!("another message")
        };
        assert_eq!(alarms.len(), 2);
        assert_eq!((alarms[0].value, alarms[0].limit), (None, None), "numbers are values");
        assert_eq!(values[0].reading.values, Values::default());
        let ToClient::Change { values, alarms, .. } = showing(&[Section::Values]).message(change()) else {
            panic!("another message")
        };
        assert!(alarms.is_empty() && values[0].last_score.is_none());
        assert_eq!(values[0].reading, reading());
    }

    #[test]
    fn one_alarm_that_staff_closed_is_not_told_and_what_they_noted_is_not_either() {
        let mut view = showing(&[Section::Alarms, Section::Values]);
        view.flags = vec![(RecordKind::Alarm, Uuid::from_u128(2), false)];
        let mut answered = alarm(1);
        answered.state = AlarmState::Acknowledged {
            by: "Dr Rao".into(),
            at: Moment(1),
            note: Some("anxious, family difficult".into()),
        };
        let told = view.alarms(vec![answered, alarm(2)]);
        assert_eq!(told.len(), 1);
        assert_eq!(
            told[0].answer().map(|answer| (answer.by, answer.note)),
            Some(("Dr Rao".into(), None))
        );
        assert_eq!(told[0].value, Some(84.0));
    }
}
