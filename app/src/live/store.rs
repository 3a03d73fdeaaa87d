//! What one page knows, live: its patients and its alarms.

use std::sync::{Arc, LazyLock};

use domain::alerts::Alarm;
use domain::ids::PatientId;
#[cfg(any(test, target_arch = "wasm32"))]
use domain::live::{PatientNow, ToClient};
use domain::organisation::WardBoard;
use domain::telemetry::Parameter;
use domain::time::Moment;
use leptos::prelude::*;
use ui::{Now, memo};

use super::client::LiveClient;
use super::patient::LivePatient;
use crate::program::Record;

/// The patients and alarms of one page. A handle: copy it into every closure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LiveStore {
    patients: StoredValue<Patients>,
    alarms: RwSignal<Vec<Alarm>>,
    /// Whether closed alarms stay: the chart lists a day of them.
    keeps_closed: bool,
    outdated: RwSignal<bool>,
    denied: RwSignal<bool>,
    client: LiveClient,
    clock: Option<Now>,
    #[cfg(any(test, target_arch = "wasm32"))]
    waiting: StoredValue<Waiting>,
}

/// Values that came while the reader holds the page.
#[cfg(any(test, target_arch = "wasm32"))]
#[derive(Debug, Default)]
struct Waiting {
    messages: Vec<Arc<ToClient>>,
    /// Whether not all of them could be kept: then the record is asked for anew.
    lost: bool,
}

/// Messages kept at most: a quarter of an hour of a ward that changes ten times a second.
#[cfg(any(test, target_arch = "wasm32"))]
const MOST_WAITING: usize = 10_000;

/// The signals of a page's patients are made when something first asks for them, and belong to the page: a server that has the board drawn already
/// makes none.
type Patients = LazyLock<Vec<LivePatient>, Box<dyn FnOnce() -> Vec<LivePatient> + Send + Sync>>;

/// Seconds between two times that a tab asks for a record anew for the same reason.
#[cfg(any(test, target_arch = "wasm32"))]
const ASK_EVERY: f64 = 30.0;

/// Why a record is asked for anew.
#[cfg(any(test, target_arch = "wasm32"))]
#[derive(Clone, Copy)]
enum Why {
    /// Something came that it cannot show.
    Outdated,
    /// It may no longer be read: who asks is told so.
    Denied,
}

#[cfg(any(test, target_arch = "wasm32"))]
thread_local! {
    /// When this tab last asked, for each reason; it outlives the store, which the new record replaces.
    static ASKED: std::cell::Cell<[Option<Moment>; 2]> = const { std::cell::Cell::new([None; 2]) };
}

impl LiveStore {
    /// From the board of a ward as the server rendered it.
    pub fn of_board(board: &Arc<WardBoard>) -> Self {
        let alarms = board.alarms.clone();
        let board = Arc::clone(board);
        let patients = move || {
            let occupants = board.beds.iter().filter_map(|bed| bed.occupant.as_ref());
            occupants
                .map(|occupant| LivePatient::new(&occupant.now, &occupant.recent, occupant.person.scale))
                .collect()
        };
        Self::new(Box::new(patients), alarms, false)
    }

    /// From the record of a patient as the server rendered it.
    pub fn of_record(record: &Record) -> Self {
        let (now, recent, scale) = (record.now.clone(), record.recent.clone(), record.scale);
        let patients = move || now.iter().map(|now| LivePatient::new(now, &recent, scale)).collect();
        Self::new(Box::new(patients), record.alarms.clone(), true)
    }

    fn new(
        patients: Box<dyn FnOnce() -> Vec<LivePatient> + Send + Sync>,
        mut alarms: Vec<Alarm>,
        keeps_closed: bool,
    ) -> Self {
        by_need(&mut alarms);
        let page = Owner::current().unwrap_or_default();
        let patients: Patients = LazyLock::new(Box::new(move || page.with(patients)));
        Self {
            patients: StoredValue::new(patients),
            alarms: RwSignal::new(alarms),
            keeps_closed,
            outdated: RwSignal::new(false),
            denied: RwSignal::new(false),
            client: LiveClient::of_page(),
            clock: use_context::<Now>(),
            #[cfg(any(test, target_arch = "wasm32"))]
            waiting: StoredValue::new(Waiting::default()),
        }
    }

    /// One patient of the page.
    pub fn patient(self, id: PatientId) -> Option<LivePatient> {
        self.patients
            .with_value(|patients| patients.iter().find(|patient| patient.id() == id).copied())
    }

    /// All alarms that the page knows: by priority, then unanswered first, then the oldest first.
    pub fn alarms(self) -> Signal<Vec<Alarm>> {
        self.alarms.into()
    }

    /// Alarms that are not closed, in the same order.
    pub fn open_alarms(self) -> Memo<Vec<Alarm>> {
        memo(move || {
            self.alarms
                .with(|alarms| alarms.iter().filter(|alarm| alarm.is_open()).cloned().collect())
        })
    }

    /// Open alarms of one patient, in the same order.
    pub fn alarms_of(self, patient: PatientId) -> Memo<Vec<Alarm>> {
        memo(move || {
            self.alarms.with(|alarms| {
                alarms
                    .iter()
                    .filter(|alarm| alarm.is_open() && alarm.patient == Some(patient))
                    .cloned()
                    .collect()
            })
        })
    }

    /// The most urgent alarm about one parameter of one patient whose condition stands now.
    pub fn alarm_about(self, patient: PatientId, parameter: Parameter) -> Memo<Option<Alarm>> {
        memo(move || {
            let about = |alarm: &&Alarm| {
                alarm.is_standing() && alarm.patient == Some(patient) && alarm.kind.parameter() == Some(parameter)
            };
            self.alarms.with(|alarms| alarms.iter().find(about).cloned())
        })
    }

    /// Shows an alarm that the page changed itself, before the socket tells of it.
    pub fn show_alarm(self, alarm: Alarm) {
        self.put_alarms(&[alarm]);
    }

    /// Takes back what [`Self::show_alarm`] showed, unless something newer was told meanwhile.
    pub fn take_back(self, shown: &Alarm, before: Alarm) {
        self.alarms.update(|alarms| {
            if let Some(known) = alarms.iter_mut().find(|known| *known == shown) {
                *known = before;
                by_need(alarms);
            }
        });
    }

    /// Of each alarm the newest holds: what the page was answered and what the socket tells come in any order.
    fn put_alarms(self, changed: &[Alarm]) {
        if changed.is_empty() {
            return;
        }
        self.alarms.update(|alarms| {
            for alarm in changed {
                let known = alarms.iter().position(|known| known.id == alarm.id);
                if known.is_some_and(|place| alarms.get(place).is_some_and(|known| known.version > alarm.version)) {
                    continue;
                }
                known.map(|place| alarms.swap_remove(place));
                if alarm.is_open() || self.keeps_closed {
                    alarms.push(alarm.clone());
                }
            }
            by_need(alarms);
        });
    }

    /// How the connection of the page stands.
    pub fn client(self) -> LiveClient {
        self.client
    }

    /// Whether the page has to be loaded anew: something came that it cannot show, such as a new patient on the ward, or it may no longer be read; then the
    /// answer is the page of the refusal.
    pub fn is_outdated(self) -> bool {
        self.outdated.get()
    }

    /// Since when the reader holds the page's values as they are. Alarms come all the same.
    pub fn held_since(self) -> Signal<Option<Moment>> {
        self.clock
            .map_or_else(|| Signal::stored(None), |clock| clock.held_since())
    }

    /// Whether values come in: the connection holds and the topic may be read.
    pub fn is_live(self) -> Memo<bool> {
        let connected = self.client.is_live();
        memo(move || connected.get() && !self.denied.get())
    }
}

/// The server draws and hears no socket.
#[cfg(any(test, target_arch = "wasm32"))]
impl LiveStore {
    /// Takes a message of the page's topic.
    pub(super) fn take(self, message: &Arc<ToClient>) {
        match &**message {
            ToClient::Snapshot { patients, alarms, .. } => self.replace(patients, alarms),
            ToClient::Change { alarms, .. } => {
                if self.is_held() {
                    self.keep(message);
                } else {
                    self.take_values(message);
                }
                self.put_alarms(alarms);
            }
            ToClient::Denied { .. } => {
                self.denied.set(true);
                self.ask_anew(Why::Denied);
            }
            ToClient::Hello { .. } | ToClient::Ping { .. } | ToClient::SignedOut => {}
        }
    }

    fn take_values(self, message: &ToClient) {
        let ToClient::Change { values, .. } = message else {
            return;
        };
        for change in values {
            match self.patient(change.patient) {
                Some(patient) => patient.apply(change),
                None => self.ask_anew(Why::Outdated),
            }
        }
    }

    /// Shows what came while the reader held the page.
    pub(super) fn release(self) {
        let waiting = std::mem::take(&mut *self.waiting.write_value());
        for message in &waiting.messages {
            self.take_values(message);
        }
        if waiting.lost {
            self.outdated.set(true);
        }
    }

    fn is_held(self) -> bool {
        self.clock.is_some_and(Now::is_held)
    }

    fn keep(self, message: &Arc<ToClient>) {
        let mut waiting = self.waiting.write_value();
        if waiting.messages.len() == MOST_WAITING {
            waiting.messages.clear();
            waiting.lost = true;
        }
        waiting.messages.push(Arc::clone(message));
    }

    /// Asks for the record anew, when the page is not held, and twice a minute at most for each reason: should the record not know better, the page must not ask for ever.
    fn ask_anew(self, why: Why) {
        if self.is_held() && matches!(why, Why::Outdated) {
            self.waiting.write_value().lost = true;
            return;
        }
        let now = self.clock.map(Now::running_untracked).unwrap_or_default();
        let mut asked = ASKED.get();
        let last = &mut asked[why as usize];
        if last.is_none_or(|at| now.seconds_since(at).abs() >= ASK_EVERY) {
            *last = Some(now);
            ASKED.set(asked);
            self.outdated.set(true);
        }
    }

    fn replace(self, patients: &[PatientNow], alarms: &[Alarm]) {
        self.denied.set(false);
        for now in patients {
            match self.patient(now.patient) {
                // Between what was kept and this something is missing.
                Some(_) if self.is_held() => self.waiting.write_value().lost = true,
                Some(patient) => patient.replace(now),
                None => self.ask_anew(Why::Outdated),
            }
        }
        // Whom no device ever measured was not in a snapshot before either.
        let left =
            |patient: &LivePatient| patient.was_heard() && !patients.iter().any(|now| now.patient == patient.id());
        let gone = self.patients.with_value(|known| known.iter().any(left));
        // An open alarm that the snapshot does not name was closed meanwhile; how, only the record knows.
        let closed = |alarm: &Alarm| alarm.is_open() && !alarms.iter().any(|named| named.id == alarm.id);
        let lost = self.alarms.with_untracked(|known| known.iter().any(closed));
        if lost {
            self.alarms.update(|known| known.retain(|alarm| !closed(alarm)));
        }
        if gone || (lost && self.keeps_closed) {
            self.ask_anew(Why::Outdated);
        }
        self.put_alarms(alarms);
    }
}

/// Open before closed, by priority, unanswered first, the oldest first; closed ones newest first.
fn by_need(alarms: &mut [Alarm]) {
    alarms.sort_by(|a, b| {
        let open = b.is_open().cmp(&a.is_open());
        if a.is_open() && b.is_open() {
            let need = |alarm: &Alarm| (alarm.priority, !alarm.is_unanswered(), alarm.raised_at, alarm.id);
            need(a).cmp(&need(b))
        } else {
            open.then_with(|| b.last_raised_at.cmp(&a.last_raised_at))
                .then_with(|| a.id.cmp(&b.id))
        }
    });
}
