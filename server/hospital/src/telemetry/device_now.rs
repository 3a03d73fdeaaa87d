//! One device as [`super::Now`] knows it: where it stands, what it measured last, its recent points and its open alarms.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use domain::alerts::Alarm;
use domain::alerts::baseline::Began;
use domain::ids::{AlarmId, DeviceId, PatientId};
use domain::live::{LastScore, Older, PatientChange, PatientNow};
use domain::news2;
use domain::telemetry::{Latest, Parameter, Part, Promise, Reading};
use domain::time::Moment;

use super::now::{Event, Placement};
use super::seen::Seen;

/// How far back the moving trend reaches, in seconds.
pub(super) const RECENT_SECONDS: f64 = 30.0 * 60.0;
/// Points kept of one parameter: one a second for half an hour.
const RECENT_POINTS: usize = 1_800;
/// The parameters whose recent points are kept.
const RECENT: [Parameter; 6] = [
    Parameter::HeartRate,
    Parameter::Spo2,
    Parameter::Respiration,
    Parameter::Systolic,
    Parameter::Diastolic,
    Parameter::Temperature,
];

/// One device.
#[derive(Debug)]
pub(super) struct DeviceNow {
    pub(super) placement: Arc<Placement>,
    pub(super) latest: Latest,
    pub(super) promise: Promise,
    pub(super) heard_at: Option<Moment>,
    pub(super) silent: bool,
    pub(super) last_score: Option<LastScore>,
    pub(super) replay_since: Option<Moment>,
    /// In the order of [`RECENT`].
    recent: [VecDeque<(Moment, f32)>; RECENT.len()],
    pub(super) alarms: HashMap<AlarmId, Alarm>,
    /// Where the pressures of the session began, as its rules remember it.
    pub(super) began: Began,
    /// How the session began, and the last readings, as a restart found them.
    pub(super) recalled: Option<Arc<(Vec<Reading>, Vec<Reading>)>>,
    /// The version with which an alarm was closed: an older copy that comes late does not bring it back.
    closed: VecDeque<(AlarmId, u32)>,
}

/// Closed alarms that are remembered of one device: copies are late by milliseconds, not by so many alarms.
const CLOSED: usize = 32;

impl DeviceNow {
    pub(super) fn new(placement: Placement) -> Self {
        Self {
            placement: Arc::new(placement),
            latest: Latest::default(),
            promise: Promise::default(),
            heard_at: None,
            silent: false,
            last_score: None,
            replay_since: None,
            recent: Default::default(),
            alarms: HashMap::new(),
            began: Began::default(),
            recalled: None,
            closed: VecDeque::new(),
        }
    }

    /// What stays of it when it comes to another person: what the device says of itself, and nothing that was measured.
    pub(super) fn on_somebody_else(&self, placement: Placement) -> Self {
        Self {
            heard_at: self.heard_at,
            silent: self.silent,
            promise: self.promise.clone(),
            replay_since: self.replay_since,
            ..Self::new(placement)
        }
    }

    pub(super) fn as_patient(&self) -> Option<PatientNow> {
        let (patient, _) = self.placement.session?;
        Some(PatientNow {
            patient,
            device: self.placement.device,
            latest: self.latest.clone(),
            promise: self.promise.clone(),
            heard_at: self.heard_at,
            silent: self.silent,
            last_score: self.last_score,
            replay_since: self.replay_since,
            too_young: self.placement.too_young,
        })
    }

    pub(super) fn keep_recent(&mut self, reading: &Reading) {
        for (parameter, points) in RECENT.into_iter().zip(&mut self.recent) {
            let Some(value) = reading.values.get(parameter) else {
                continue;
            };
            // Late points go to their place, so that the line is drawn in time's order; one that is told again is not drawn twice.
            let place = match points.back() {
                Some((at, _)) if *at > reading.taken_at => points.partition_point(|(at, _)| *at <= reading.taken_at),
                _ => points.len(),
            };
            if place.checked_sub(1).and_then(|last| points.get(last)) != Some(&(reading.taken_at, value)) {
                points.insert(place, (reading.taken_at, value));
            }
            let newest = points.back().map_or(reading.taken_at, |(at, _)| *at);
            while points.len() > RECENT_POINTS
                || points
                    .front()
                    .is_some_and(|(at, _)| newest.seconds_since(*at) > RECENT_SECONDS)
            {
                points.pop_front();
            }
        }
    }

    /// The recent points of a parameter, when they are kept.
    pub(super) fn recent(&self, parameter: Parameter) -> Option<&VecDeque<(Moment, f32)>> {
        let place = RECENT.iter().position(|kept| *kept == parameter)?;
        self.recent.get(place)
    }

    pub(super) fn rescore(&mut self, at: Moment) {
        if self.placement.too_young {
            return;
        }
        if let news2::Evaluation::Scored(scored) =
            news2::evaluate(&self.latest, &self.promise, self.placement.scale, self.last_score, at)
        {
            self.last_score = Some(LastScore::next(self.last_score, scored.score, scored.three_in_one, at));
        }
    }

    pub(super) fn event(&self, change: Option<PatientChange>, alarms: Vec<Alarm>) -> Event {
        Event {
            hospital: self.placement.hospital,
            ward: self.placement.bed.map(|(ward, _)| ward),
            patient: self.placement.session.map(|(patient, _)| patient),
            device: self.placement.device,
            change,
            alarms,
            is_beside: false,
        }
    }

    pub(super) fn change(&self, reading: Reading) -> Option<PatientChange> {
        let (patient, _) = self.placement.session?;
        Some(PatientChange {
            patient,
            device: self.placement.device,
            reading,
            older: Vec::new(),
            heard_at: self.heard_at,
            silent: self.silent,
            last_score: self.last_score,
            promise: None,
            replay_since: None,
        })
    }

    /// That the device was heard, or was not, without a value.
    pub(super) fn sign(&self) -> Event {
        let change = self.change(Reading {
            taken_at: self.heard_at.unwrap_or_default(),
            ..Reading::default()
        });
        self.event(change, Vec::new())
    }

    /// Whether it is silent, or was never heard: then it says nothing of now.
    pub(super) const fn is_unheard(&self) -> bool {
        self.silent || self.heard_at.is_none()
    }

    /// Which of several devices that measure somebody comes first: the smallest.
    pub(super) fn rank(&self) -> (bool, bool, DeviceId) {
        (self.is_unheard(), !self.placement.watches, self.placement.device)
    }

    /// All that is known of it as one change, for whoever followed another device of the same person until now.
    pub(super) fn whole(&self) -> Event {
        let mut reading = Reading::default();
        for parameter in Parameter::ALL {
            if let Some((value, _)) = self.latest.get(parameter) {
                reading.values.set(parameter, Some(value));
            }
        }
        reading.oxygen = self.latest.oxygen().map(|(given, _)| given);
        reading.consciousness = self.latest.consciousness().map(|(level, _)| level);
        reading.system_status = self.latest.status().map(|(status, _)| status);
        reading.alarm_codes = self.latest.alarm_codes().to_vec();
        let stamps = Part::all().filter_map(|part| {
            let (taken_at, seq) = self.latest.stamp(part)?;
            Some(Older { part, taken_at, seq })
        });
        let older: Vec<Older> = stamps.collect();
        (reading.taken_at, reading.seq) = older
            .iter()
            .map(|part| (part.taken_at, part.seq))
            .max()
            .unwrap_or_default();
        let change = self.change(reading).map(|change| PatientChange {
            older,
            promise: Some(self.promise.clone()),
            replay_since: self.replay_since,
            ..change
        });
        self.event(change, Vec::new())
    }

    pub(super) fn measures(&self, patient: PatientId, seen: Seen) -> bool {
        self.placement.session.is_some_and(|(measured, _)| measured == patient) && seen.shows(self.placement.hospital)
    }

    /// Keeps what is newer than what is known of whoever is measured now, and answers it: two who changed an alarm one after the other may tell of it in
    /// another order.
    pub(super) fn keep_alarms(&mut self, mut alarms: Vec<Alarm>) -> Vec<Alarm> {
        let whose = self.placement.session.map(|(patient, _)| patient);
        alarms.retain(|alarm| alarm.patient == whose);
        alarms.retain(|alarm| {
            let closed = self
                .closed
                .iter()
                .find(|(id, _)| *id == alarm.id)
                .map(|(_, version)| *version);
            let newest = self.alarms.get(&alarm.id).map(|known| known.version).max(closed);
            newest.is_none_or(|newest| newest < alarm.version)
        });
        for alarm in &alarms {
            self.closed.retain(|(id, _)| *id != alarm.id);
            if alarm.is_open() {
                self.alarms.insert(alarm.id, alarm.clone());
            } else {
                self.alarms.remove(&alarm.id);
                self.closed.push_front((alarm.id, alarm.version));
                self.closed.truncate(CLOSED);
            }
        }
        alarms
    }
}
