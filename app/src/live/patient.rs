//! One patient, live. What is known is kept once, as the server keeps it, with one signal that moves with every change; what a page shows is a
//! memo over it, so that a text changes only when it reads otherwise.

use domain::ids::PatientId;
#[cfg(any(test, target_arch = "wasm32"))]
use domain::live::PatientChange;
use domain::live::{LastScore, PatientNow};
use domain::news2::{Evaluation, Scale};
use domain::patients::Series;
#[cfg(any(test, target_arch = "wasm32"))]
use domain::telemetry::Part;
use domain::telemetry::{Freshness, NUMERIC, Parameter};
use domain::time::Moment;
use leptos::prelude::*;
use ui::{Now, memo};

use super::knowledge::{self, Knowledge};
#[cfg(any(test, target_arch = "wasm32"))]
use super::recent;

/// The last half hour of a parameter: milliseconds since 1970 and values, in order of time.
type Points = RwSignal<Vec<(i64, f32)>>;

/// One patient, live. A handle: copy it into every closure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LivePatient {
    id: PatientId,
    now: StoredValue<PatientNow>,
    /// Moves with every change of `now`.
    version: RwSignal<u32>,
    points: StoredValue<[Points; NUMERIC]>,
    clock: Option<Now>,
    news2: Memo<Evaluation>,
    known: Memo<Knowledge>,
}

impl LivePatient {
    /// From what the server rendered.
    pub(super) fn new(now: &PatientNow, recent: &[Series], scale: Scale) -> Self {
        let id = now.patient;
        let points: [Points; NUMERIC] = std::array::from_fn(|_| RwSignal::new(Vec::new()));
        for series in recent {
            if let Some(points) = points.get(series.parameter as usize) {
                points.update_untracked(|points| {
                    points.extend(series.points.iter().map(|(at, value)| (at.millis(), *value)))
                });
            }
        }
        let (now, version) = (StoredValue::new(now.clone()), RwSignal::new(0));
        let clock = use_context::<Now>();
        let seen = Seen { now, version, clock };
        Self {
            id,
            now,
            version,
            points: StoredValue::new(points),
            clock,
            news2: memo(move || seen.at_clock(|now, at| now.news2(scale, at))),
            known: memo(move || seen.at_clock(knowledge::of)),
        }
    }

    /// Who.
    pub fn id(self) -> PatientId {
        self.id
    }

    /// Looks at what is known, and again whenever something of it changes.
    pub fn look<T>(self, look: impl FnOnce(&PatientNow) -> T) -> T {
        self.seen().look(look)
    }

    /// The same at the clock of the page, and again with each tick.
    pub fn look_at_clock<T>(self, look: impl FnOnce(&PatientNow, Moment) -> T) -> T {
        self.seen().at_clock(look)
    }

    fn seen(self) -> Seen {
        Seen {
            now: self.now,
            version: self.version,
            clock: self.clock,
        }
    }

    /// The newest number of a parameter and when it was measured; nothing for oxygen and consciousness.
    pub fn number(self, parameter: Parameter) -> Option<(f32, Moment)> {
        self.look(|now| now.latest.get(parameter))
    }

    /// When a parameter was measured, oxygen and consciousness included.
    pub fn taken_at(self, parameter: Parameter) -> Memo<Option<Moment>> {
        memo(move || self.look(|now| now.latest.taken_at(parameter)))
    }

    /// Whether the newest value of a parameter is older than two promised intervals.
    pub fn is_stale(self, parameter: Parameter) -> Memo<bool> {
        memo(move || self.look_at_clock(|now, at| is_stale(now, parameter, at)))
    }

    /// The last half hour of a parameter as `(milliseconds since 1970, value)`, in order of time.
    pub fn points(self, parameter: Parameter) -> Signal<Vec<(i64, f32)>> {
        let points = self.points.with_value(|points| points.get(parameter as usize).copied());
        points.map_or_else(|| Signal::stored(Vec::new()), Signal::from)
    }

    /// NEWS2 of the newest values, computed anew with every change and every second.
    pub fn news2(self) -> Memo<Evaluation> {
        self.news2
    }

    /// Whether values come, computed as the score is.
    pub fn known(self) -> Memo<Knowledge> {
        self.known
    }

    /// The last complete NEWS2, as the server made it.
    pub fn last_score(self) -> Option<LastScore> {
        self.look(|now| now.last_score)
    }

    /// When the device last gave a sign of life.
    pub fn heard_at(self) -> Memo<Option<Moment>> {
        memo(move || self.look(|now| now.heard_at))
    }

    /// When the recording that plays here began, in a demo.
    pub fn replay_since(self) -> Memo<Option<Moment>> {
        memo(move || self.look(|now| now.replay_since))
    }

    /// When the newest value of all was measured.
    pub fn newest(self) -> Memo<Option<Moment>> {
        let newest = |now: &PatientNow| {
            Parameter::ALL
                .into_iter()
                .filter_map(|parameter| now.latest.taken_at(parameter))
                .max()
        };
        memo(move || self.look(newest))
    }
}

/// Whether the newest value of a parameter is older at `at` than two promised intervals.
pub fn is_stale(now: &PatientNow, parameter: Parameter, at: Moment) -> bool {
    now.latest.freshness(parameter, &now.promise, at) == Freshness::Stale
}

/// What is known, and what tells when to look again.
#[derive(Clone, Copy)]
struct Seen {
    now: StoredValue<PatientNow>,
    version: RwSignal<u32>,
    clock: Option<Now>,
}

impl Seen {
    fn look<T>(self, look: impl FnOnce(&PatientNow) -> T) -> T {
        self.version.track();
        look(&self.now.read_value())
    }

    fn at_clock<T>(self, look: impl FnOnce(&PatientNow, Moment) -> T) -> T {
        let at = self.clock.map(Now::get).unwrap_or_default();
        self.look(|now| look(now, at))
    }
}

/// The server draws and hears no socket.
#[cfg(any(test, target_arch = "wasm32"))]
impl LivePatient {
    /// Takes what changed.
    pub(super) fn apply(self, change: &PatientChange) {
        for parameter in Parameter::ALL {
            let Some(value) = change.reading.values.get(parameter) else {
                continue;
            };
            let older = change
                .older
                .iter()
                .find(|older| older.part == Part::Parameter(parameter));
            self.put_point(
                parameter,
                older.map_or(change.reading.taken_at, |older| older.taken_at),
                value,
            );
        }
        self.now.try_update_value(|now| now.apply(change));
        self.show();
    }

    /// Takes everything anew.
    pub(super) fn replace(self, now: &PatientNow) {
        for parameter in Parameter::ALL {
            if let Some((value, at)) = now.latest.get(parameter) {
                self.put_point(parameter, at, value);
            }
        }
        self.now.set_value(now.clone());
        self.show();
    }

    /// Whether the device ever gave a sign of life.
    pub(super) fn was_heard(self) -> bool {
        self.now.with_value(|now| now.heard_at.is_some())
    }

    fn put_point(self, parameter: Parameter, at: Moment, value: f32) {
        let points = self.points.with_value(|points| points.get(parameter as usize).copied());
        if let Some(points) = points {
            points.maybe_update(|points| recent::put(points, at, value));
        }
    }

    fn show(self) {
        self.version.update(|version| *version = version.wrapping_add(1));
    }
}
