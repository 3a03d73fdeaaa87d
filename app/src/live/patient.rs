//! One patient as signals. What is known is kept once, as the server keeps it; the signals are what changed of it.

use domain::ids::PatientId;
#[cfg(any(test, target_arch = "wasm32"))]
use domain::live::PatientChange;
use domain::live::{LastScore, PatientNow};
use domain::news2::{self, Evaluation, Scale};
use domain::patients::Series;
#[cfg(any(test, target_arch = "wasm32"))]
use domain::telemetry::Part;
use domain::telemetry::{Consciousness, Freshness, NUMERIC, Oxygen, Parameter, SystemStatus};
use domain::time::Moment;
use leptos::prelude::*;
use ui::{Now, memo};

use super::knowledge::{self, Knowledge};
#[cfg(any(test, target_arch = "wasm32"))]
use super::recent;

/// A number and when it was measured.
pub type Measured = Option<(f32, Moment)>;

/// One patient, live. A handle: copy it into every closure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LivePatient {
    id: PatientId,
    now: StoredValue<PatientNow>,
    signals: StoredValue<Signals>,
    news2: Memo<Evaluation>,
    known: Memo<Knowledge>,
}

/// The signals of one patient; those of numbers by [`Parameter`].
#[derive(Clone, Copy, Debug)]
struct Signals {
    numbers: [RwSignal<Measured>; NUMERIC],
    points: [RwSignal<Vec<(i64, f32)>>; NUMERIC],
    oxygen: RwSignal<Option<(Oxygen, Moment)>>,
    consciousness: RwSignal<Option<(Consciousness, Moment)>>,
    status: RwSignal<Option<(SystemStatus, Moment)>>,
    codes: RwSignal<Vec<String>>,
    heard_at: RwSignal<Option<Moment>>,
    silent: RwSignal<bool>,
    last_score: RwSignal<Option<LastScore>>,
    replay_since: RwSignal<Option<Moment>>,
    /// Moves with every change that may move the score or what is fresh.
    version: RwSignal<u32>,
}

impl LivePatient {
    /// From what the server rendered.
    pub(super) fn new(now: &PatientNow, recent: &[Series], scale: Scale) -> Self {
        let signals = Signals {
            numbers: std::array::from_fn(|place| {
                RwSignal::new(Parameter::ALL.get(place).and_then(|of| now.latest.get(*of)))
            }),
            points: std::array::from_fn(|_| RwSignal::new(Vec::new())),
            oxygen: RwSignal::new(now.latest.oxygen()),
            consciousness: RwSignal::new(now.latest.consciousness()),
            status: RwSignal::new(now.latest.status()),
            codes: RwSignal::new(now.latest.alarm_codes().to_vec()),
            heard_at: RwSignal::new(now.heard_at),
            silent: RwSignal::new(now.silent),
            last_score: RwSignal::new(now.last_score),
            replay_since: RwSignal::new(now.replay_since),
            version: RwSignal::new(0),
        };
        for series in recent {
            if let Some(points) = signals.points.get(series.parameter as usize) {
                points.update_untracked(|points| {
                    points.extend(series.points.iter().map(|(at, value)| (at.millis(), *value)))
                });
            }
        }
        let now = StoredValue::new(now.clone());
        let clock = use_context::<Now>();
        let news2 = memo(move || {
            signals.version.track();
            let at = clock.map(Now::get).unwrap_or_default();
            now.with_value(|now| news2::evaluate(&now.latest, &now.promise, scale, now.last_score, at))
        });
        let known = memo(move || {
            signals.version.track();
            let at = clock.map(Now::get).unwrap_or_default();
            now.with_value(|now| knowledge::of(now, at))
        });
        Self {
            id: now.with_value(|now| now.patient),
            now,
            signals: StoredValue::new(signals),
            news2,
            known,
        }
    }

    /// Who.
    pub fn id(self) -> PatientId {
        self.id
    }

    /// The newest number of a parameter and when it was measured; nothing for oxygen and consciousness.
    pub fn number(self, parameter: Parameter) -> Signal<Measured> {
        let numbers = self.signals().numbers;
        numbers
            .get(parameter as usize)
            .map_or(Signal::stored(None), |number| (*number).into())
    }

    /// The number as a page writes it, without unit. Changes only when the text does.
    pub fn text(self, parameter: Parameter) -> Memo<Option<String>> {
        let number = self.number(parameter);
        memo(move || number.get().map(|(value, _)| parameter.write(value)))
    }

    /// When a number was measured.
    pub fn taken_at(self, parameter: Parameter) -> Memo<Option<Moment>> {
        let number = self.number(parameter);
        memo(move || number.get().map(|(_, at)| at))
    }

    /// Whether the newest value of a parameter is still good.
    pub fn freshness(self, parameter: Parameter) -> Memo<Freshness> {
        let (version, now, clock) = (self.signals().version, self.now, use_context::<Now>());
        memo(move || {
            version.track();
            let at = clock.map(Now::get).unwrap_or_default();
            now.with_value(|now| now.latest.freshness(parameter, &now.promise, at))
        })
    }

    /// The last half hour of a parameter as `(milliseconds since 1970, value)`, in order of time.
    pub fn points(self, parameter: Parameter) -> Signal<Vec<(i64, f32)>> {
        let points = self.signals().points;
        points
            .get(parameter as usize)
            .map_or_else(|| Signal::stored(Vec::new()), |points| (*points).into())
    }

    /// A break in the points that is longer than this, in milliseconds, is a gap: two promised intervals.
    pub fn gap_after(self, parameter: Parameter) -> Memo<i64> {
        let (version, now) = (self.signals().version, self.now);
        memo(move || {
            version.track();
            now.with_value(|now| (now.promise.window(parameter) * 1_000.0) as i64)
        })
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
    pub fn last_score(self) -> Signal<Option<LastScore>> {
        self.signals().last_score.into()
    }

    /// How oxygen is given, and since which reading.
    pub fn oxygen(self) -> Signal<Option<(Oxygen, Moment)>> {
        self.signals().oxygen.into()
    }

    /// ACVPU, and since which reading.
    pub fn consciousness(self) -> Signal<Option<(Consciousness, Moment)>> {
        self.signals().consciousness.into()
    }

    /// What the machine says of itself.
    pub fn status(self) -> Signal<Option<(SystemStatus, Moment)>> {
        self.signals().status.into()
    }

    /// The codes that the machine shows.
    pub fn alarm_codes(self) -> Signal<Vec<String>> {
        self.signals().codes.into()
    }

    /// When the device last gave a sign of life.
    pub fn heard_at(self) -> Signal<Option<Moment>> {
        self.signals().heard_at.into()
    }

    /// Neither heartbeat nor reading for ten seconds.
    pub fn silent(self) -> Signal<bool> {
        self.signals().silent.into()
    }

    /// When the recording that plays here began, in a demo.
    pub fn replay_since(self) -> Signal<Option<Moment>> {
        self.signals().replay_since.into()
    }

    /// When the newest value of all was measured.
    pub fn newest(self) -> Memo<Option<Moment>> {
        let (version, now) = (self.signals().version, self.now);
        memo(move || {
            version.track();
            now.with_value(|now| {
                Parameter::ALL
                    .into_iter()
                    .filter_map(|parameter| now.latest.taken_at(parameter))
                    .max()
            })
        })
    }

    fn signals(self) -> Signals {
        self.signals.get_value()
    }
}

/// The server draws and hears no socket.
#[cfg(any(test, target_arch = "wasm32"))]
impl LivePatient {
    /// Takes what changed.
    pub(super) fn apply(self, change: &PatientChange) {
        let signals = self.signals();
        for parameter in Parameter::ALL {
            let Some(value) = change.reading.values.get(parameter) else {
                continue;
            };
            let older = change
                .older
                .iter()
                .find(|older| older.part == Part::Parameter(parameter));
            self.put_point(
                &signals,
                parameter,
                older.map_or(change.reading.taken_at, |older| older.taken_at),
                value,
            );
        }
        self.now.try_update_value(|now| now.apply(change));
        self.show(&signals);
    }

    /// Takes everything anew.
    pub(super) fn replace(self, now: &PatientNow) {
        let signals = self.signals();
        for parameter in Parameter::ALL {
            if let Some((value, at)) = now.latest.get(parameter) {
                self.put_point(&signals, parameter, at, value);
            }
        }
        self.now.set_value(now.clone());
        self.show(&signals);
    }

    fn put_point(self, signals: &Signals, parameter: Parameter, at: Moment, value: f32) {
        let Some(points) = signals.points.get(parameter as usize) else {
            return;
        };
        points.maybe_update(|points| recent::put(points, at, value));
    }

    /// Sets the signals whose value changed, and no others.
    fn show(self, signals: &Signals) {
        self.now.with_value(|now| {
            for (parameter, number) in Parameter::ALL.into_iter().zip(signals.numbers) {
                show(number, now.latest.get(parameter));
            }
            show(signals.oxygen, now.latest.oxygen());
            show(signals.consciousness, now.latest.consciousness());
            show(signals.status, now.latest.status());
            if signals.codes.with_untracked(|codes| codes != now.latest.alarm_codes()) {
                signals.codes.set(now.latest.alarm_codes().to_vec());
            }
            show(signals.heard_at, now.heard_at);
            show(signals.silent, now.silent);
            show(signals.last_score, now.last_score);
            show(signals.replay_since, now.replay_since);
        });
        signals.version.update(|version| *version = version.wrapping_add(1));
    }
}

#[cfg(any(test, target_arch = "wasm32"))]
fn show<T: PartialEq + Copy + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.get_untracked() != value {
        signal.set(value);
    }
}
