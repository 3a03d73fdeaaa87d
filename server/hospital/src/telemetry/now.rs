//! [`Now`]: every measured patient as known now, in memory. Fed by the recorder after each commit; read by pages and the live hub. Nothing here is
//! the only copy: a restart rebuilds it from the last rows (`rebuild.rs`).

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use domain::alerts::silence::is_silent;
use domain::alerts::{Alarm, Kind, Measure, PatientLimit, Rules, Whose};
use domain::ids::{AlarmId, BedId, DeviceId, HospitalId, PatientId, WardId};
use domain::live::{PatientChange, PatientNow, newest_of};
use domain::news2::Scale;
use domain::patients::Series;
use domain::telemetry::{Parameter, Promise, Reading};
use domain::time::Moment;
use tokio::sync::mpsc;

use super::device_now::DeviceNow;
use super::seen::Seen;
use super::thin::thin;

/// Something that the live hub tells on.
#[derive(Clone, Debug)]
pub struct Event {
    /// In which hospital.
    pub hospital: HospitalId,
    /// On which ward, when the device stands at a bed.
    pub ward: Option<WardId>,
    /// Of whom, when somebody is measured.
    pub patient: Option<PatientId>,
    /// From which device.
    pub device: DeviceId,
    /// New values.
    pub change: Option<PatientChange>,
    /// Alarms that changed.
    pub alarms: Vec<Alarm>,
    /// Another device comes first for the same person: these values are this one's alone, and not what is known of the person now.
    pub is_beside: bool,
}

/// Where a device stands and whom it measures.
#[derive(Clone, Debug)]
pub struct Placement {
    /// The device.
    pub device: DeviceId,
    /// Its hospital.
    pub hospital: HospitalId,
    /// The ward and bed at which it stands.
    pub bed: Option<(WardId, BedId)>,
    /// Whom it measures, and since when: sessions of the same person that follow each other are one stay.
    pub session: Option<(PatientId, Moment)>,
    /// What watches them: published limits, and what was set for the hospital, the machine and the patient.
    pub rules: Rules,
    /// The SpO2 scale that is prescribed.
    pub scale: Scale,
    /// Whether they are too young for NEWS2.
    pub too_young: bool,
    /// Whether it is a monitor: where one and a machine that treats measure the same person, the monitor is what is known of them now, as long as it is heard.
    pub watches: bool,
}

/// What a heartbeat said.
#[derive(Clone, Debug)]
pub struct Heard {
    /// When it arrived.
    pub at: Moment,
    /// The intervals that the device promises now, when it said so.
    pub promise: Option<Promise>,
    /// When the recording that plays here began.
    pub replay_since: Option<Moment>,
}

/// Every measured patient as known now.
#[derive(Debug)]
pub struct Now {
    devices: RwLock<HashMap<DeviceId, DeviceNow>>,
    sender: mpsc::UnboundedSender<Event>,
    events: Mutex<Option<mpsc::UnboundedReceiver<Event>>>,
}

impl Default for Now {
    fn default() -> Self {
        let (sender, events) = mpsc::unbounded_channel();
        Self {
            devices: RwLock::default(),
            sender,
            events: Mutex::new(Some(events)),
        }
    }
}

impl Now {
    /// What happens from now on; taken once, by the live hub, which drains it without waiting. Until then events gather.
    pub fn events(&self) -> Option<mpsc::UnboundedReceiver<Event>> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Puts or moves a device. Who comes to it begins with nothing; a new session of the same person goes on with what was known of them.
    pub fn place(&self, placement: Placement) {
        let mut devices = self.write();
        let device = placement.device;
        match devices.get_mut(&device) {
            Some(known) if known.placement.session == placement.session => known.placement = Arc::new(placement),
            Some(known) => {
                let who = |placement: &Placement| placement.session.map(|(patient, _)| patient);
                if who(&known.placement) == who(&placement) {
                    known.placement = Arc::new(placement);
                } else {
                    *known = known.on_somebody_else(placement);
                }
            }
            None => {
                devices.insert(device, DeviceNow::new(placement));
            }
        }
    }

    /// Where a device stands and whom it measures.
    pub fn placement(&self, device: DeviceId) -> Option<Arc<Placement>> {
        self.read().get(&device).map(|known| known.placement.clone())
    }

    /// Takes readings that are durable, oldest first, with the alarms they changed. Readings from before the session are not this patient's now.
    pub fn take(&self, device: DeviceId, readings: &[Reading], heard_at: Moment, alarms: Vec<Alarm>) {
        let mut devices = self.write();
        let Some(known) = devices.get_mut(&device) else { return };
        known.heard_at = known.heard_at.max(Some(heard_at));
        known.recalled = None;
        let since = known.placement.session.map(|(_, since)| since);
        let theirs = since.map_or(readings.len(), |since| {
            readings.partition_point(|reading| reading.taken_at < since)
        });
        let readings = readings.get(theirs..).unwrap_or_default();
        for reading in readings {
            known.keep_recent(reading);
            if known.latest.apply(reading) {
                known.rescore(reading.taken_at);
            }
        }
        let change = if readings.is_empty() {
            None
        } else {
            let (newest, older) = newest_of(readings);
            known.change(newest).map(|change| PatientChange { older, ..change })
        };
        let alarms = known.keep_alarms(alarms);
        let event = known.event(change, alarms);
        self.tell(&devices, event);
    }

    /// Takes a heartbeat; answers whether the device was silent until now.
    pub fn hear(&self, device: DeviceId, heard: Heard) -> bool {
        let mut devices = self.write();
        let Some(known) = devices.get_mut(&device) else {
            return false;
        };
        known.heard_at = known.heard_at.max(Some(heard.at));
        let was_silent = std::mem::take(&mut known.silent);
        let promised = heard.promise.filter(|promise| *promise != known.promise);
        if let Some(promise) = &promised {
            known.promise = promise.clone();
        }
        let replay = heard.replay_since.filter(|since| Some(*since) != known.replay_since);
        if replay.is_some() {
            known.replay_since = replay;
        }
        let reading = Reading {
            taken_at: heard.at,
            ..Reading::default()
        };
        let change = known.change(reading).map(|change| PatientChange {
            promise: promised,
            replay_since: replay,
            ..change
        });
        let event = known.event(change, Vec::new());
        self.tell(&devices, event);
        if was_silent {
            self.tell_first(&devices, device);
        }
        was_silent
    }

    /// A reading arrived: a sign of life, whatever becomes of it. Answers whether the device was silent until now.
    pub fn alive(&self, device: DeviceId, at: Moment) -> bool {
        let mut devices = self.write();
        let Some(known) = devices.get_mut(&device) else {
            return false;
        };
        known.heard_at = known.heard_at.max(Some(at));
        let was_silent = std::mem::take(&mut known.silent);
        if was_silent {
            let sign = known.sign();
            self.tell(&devices, sign);
            self.tell_first(&devices, device);
        }
        was_silent
    }

    /// Marks the devices that measure somebody and gave no sign of life for too long, and tells of them; answers which are new.
    pub fn fall_silent(&self, now: Moment) -> Vec<DeviceId> {
        let mut devices = self.write();
        let silent = devices
            .values_mut()
            .filter(|known| known.placement.session.is_some() && !known.silent && is_silent(known.heard_at, now));
        let signs: Vec<Event> = silent
            .map(|known| {
                known.silent = true;
                known.sign()
            })
            .collect();
        if signs.is_empty() {
            return Vec::new();
        }
        // Asked once for all: where the network is down, everything falls silent at the same moment.
        let treating = devices.values().filter(|known| !known.placement.watches);
        let treated: HashSet<PatientId> = treating
            .filter_map(|known| known.placement.session.map(|(patient, _)| patient))
            .collect();
        signs
            .into_iter()
            .map(|sign| {
                let device = sign.device;
                if sign.patient.is_some_and(|patient| treated.contains(&patient)) {
                    self.tell(&devices, sign);
                    self.tell_first(&devices, device);
                } else {
                    self.send(sign);
                }
                device
            })
            .collect()
    }

    /// Alarms of a device changed.
    pub fn alarms_changed(&self, device: DeviceId, alarms: Vec<Alarm>) {
        if alarms.is_empty() {
            return;
        }
        let mut devices = self.write();
        let Some(known) = devices.get_mut(&device) else { return };
        let alarms = known.keep_alarms(alarms);
        let event = known.event(None, alarms);
        self.tell(&devices, event);
    }

    /// Puts back what a restart found in the database: how the session began where a rule asks for it, and the last readings.
    pub(super) fn restore(
        &self,
        device: DeviceId,
        (beginning, readings): (Vec<Reading>, &[Reading]),
        alarms: Vec<Alarm>,
        heard: Option<Heard>,
    ) {
        let mut devices = self.write();
        let Some(known) = devices.get_mut(&device) else { return };
        // Only rules that look back need them, and only until the first reading after the restart.
        known.recalled = known
            .placement
            .rules
            .looks_back()
            .then(|| Arc::new((beginning, readings.to_vec())));
        if let Some(heard) = heard {
            known.heard_at = Some(heard.at);
            known.promise = heard.promise.unwrap_or_default();
            known.replay_since = heard.replay_since;
        }
        for reading in readings {
            known.keep_recent(reading);
            if known.latest.apply(reading) {
                known.rescore(reading.taken_at);
            }
        }
        known.silent = alarms
            .iter()
            .any(|alarm| alarm.kind == Kind::Silent && alarm.is_standing());
        known.keep_alarms(alarms);
    }

    /// What a restart found of a device, for rules that look back; nothing once it has sent a reading since.
    pub(super) fn recalled(&self, device: DeviceId) -> Option<Arc<(Vec<Reading>, Vec<Reading>)>> {
        self.read().get(&device).and_then(|known| known.recalled.clone())
    }

    /// The devices that measure somebody, each with its hospital and since when.
    pub(crate) fn measuring(&self, patient: PatientId) -> Vec<(HospitalId, DeviceId, Moment)> {
        let devices = self.read();
        let theirs = devices.values().filter_map(|known| {
            let (_, since) = known.placement.session.filter(|(measured, _)| *measured == patient)?;
            Some((known.placement.hospital, known.placement.device, since))
        });
        theirs.collect()
    }

    /// Limits that were set for everybody or for the machines on which somebody is, for pages that draw limits: of two the one that comes first now holds; the patient's own come after them
    /// and replace them.
    pub(crate) fn set_limits(&self, patient: PatientId, seen: Seen) -> Vec<PatientLimit> {
        let devices = self.read();
        let mut theirs: Vec<&DeviceNow> = devices.values().filter(|known| known.measures(patient, seen)).collect();
        theirs.sort_by_key(|known| std::cmp::Reverse(known.rank()));
        let set = theirs.into_iter().flat_map(|known| known.placement.rules.set());
        let mut set: Vec<_> = set.copied().collect();
        set.retain(|rule| rule.measure == Measure::Value && rule.whose != Whose::Prescription);
        set.sort_by_key(|rule| rule.whose);
        set.into_iter()
            .map(|rule| PatientLimit {
                parameter: rule.parameter,
                side: rule.side,
                value: rule.raise,
                expires_at: Moment(i64::MAX),
            })
            .collect()
    }

    /// The patients measured on a ward, each once.
    pub fn patients_of_ward(&self, ward: WardId) -> Vec<PatientNow> {
        let devices = self.read();
        let here = devices
            .values()
            .filter(|known| known.placement.bed.is_some_and(|(at, _)| at == ward));
        here.filter(|known| !is_beside(&devices, known))
            .filter_map(DeviceNow::as_patient)
            .collect()
    }

    /// Every device that has been put.
    pub fn devices(&self) -> Vec<DeviceId> {
        self.read().keys().copied().collect()
    }

    /// One patient, as far as it is seen.
    pub fn patient(&self, patient: PatientId, seen: Seen) -> Option<PatientNow> {
        first(&self.read(), patient, seen).and_then(DeviceNow::as_patient)
    }

    /// One patient as the machine on which they are treated knows them; where that machine is not known, as [`Now::patient`].
    pub fn treated(&self, machine: Option<DeviceId>, patient: PatientId, seen: Seen) -> Option<PatientNow> {
        let on_it = machine.and_then(|machine| {
            let devices = self.read();
            let known = devices.get(&machine).filter(|known| known.measures(patient, seen))?;
            known.as_patient()
        });
        on_it.or_else(|| self.patient(patient, seen))
    }

    /// One patient as each device knows them that measures them.
    pub fn each(&self, patient: PatientId, seen: Seen) -> Vec<PatientNow> {
        let devices = self.read();
        let theirs = devices.values().filter(|known| known.measures(patient, seen));
        theirs.filter_map(DeviceNow::as_patient).collect()
    }

    /// Whoever a device measures.
    pub fn device(&self, device: DeviceId) -> Option<PatientNow> {
        self.read().get(&device).and_then(DeviceNow::as_patient)
    }

    /// When a device was last heard, and whether it is silent.
    pub fn heard(&self, device: DeviceId) -> Option<(Option<Moment>, bool)> {
        self.read().get(&device).map(|known| (known.heard_at, known.silent))
    }

    /// Whether a device is known to be silent.
    pub fn is_silent(&self, device: DeviceId) -> bool {
        self.read().get(&device).is_some_and(|known| known.silent)
    }

    /// Alarms of these patients that are not closed, as far as they are seen.
    pub fn open_alarms(&self, patients: &[PatientId], seen: Seen) -> Vec<Alarm> {
        let devices = self.read();
        let theirs = devices
            .values()
            .filter(|known| patients.iter().any(|patient| known.measures(*patient, seen)));
        theirs.flat_map(|known| known.alarms.values().cloned()).collect()
    }

    /// Open alarms of whoever is measured on these wards, wherever it is that something measures them.
    pub fn open_alarms_on(&self, wards: &[WardId], seen: Seen) -> Vec<Alarm> {
        let patients: Vec<PatientId> = {
            let devices = self.read();
            let here = devices
                .values()
                .filter(|known| known.placement.bed.is_some_and(|(at, _)| wards.contains(&at)));
            here.filter_map(|known| known.placement.session)
                .map(|(patient, _)| patient)
                .collect()
        };
        self.open_alarms(&patients, seen)
    }

    /// An open alarm of a device.
    pub fn alarm(&self, device: DeviceId, alarm: AlarmId) -> Option<Alarm> {
        self.read()
            .get(&device)
            .and_then(|known| known.alarms.get(&alarm).cloned())
    }

    /// The open alarms of a device.
    pub fn alarms_of(&self, device: DeviceId) -> Vec<Alarm> {
        let devices = self.read();
        devices
            .get(&device)
            .map(|known| known.alarms.values().cloned().collect())
            .unwrap_or_default()
    }

    /// The last half hour of these parameters as far as it is seen, each thinned to at most `most` points that keep every minimum and maximum.
    pub fn recent(&self, patient: PatientId, seen: Seen, parameters: &[Parameter], most: usize) -> Vec<Series> {
        let devices = self.read();
        let Some(known) = first(&devices, patient, seen) else {
            return Vec::new();
        };
        let series = parameters.iter().filter_map(|parameter| {
            let points = known.recent(*parameter)?;
            Some(Series {
                parameter: *parameter,
                points: thin(points, most),
            })
        });
        series.collect()
    }

    /// A device fell silent, or is heard again: where others measure the same person, whoever follows them is told all that is known by the one that comes first now.
    fn tell_first(&self, devices: &HashMap<DeviceId, DeviceNow>, device: DeviceId) {
        let Some(known) = devices.get(&device) else { return };
        let Some((patient, _)) = known.placement.session else {
            return;
        };
        let seen = Seen::Held(known.placement.hospital);
        if devices.values().filter(|known| known.measures(patient, seen)).count() > 1
            && let Some(first) = first(devices, patient, seen)
        {
            self.tell(devices, first.whole());
        }
    }

    fn tell(&self, devices: &HashMap<DeviceId, DeviceNow>, event: Event) {
        let is_beside = devices
            .get(&event.device)
            .is_some_and(|known| is_beside(devices, known));
        self.send(Event { is_beside, ..event });
    }

    fn send(&self, event: Event) {
        if self.sender.send(event).is_err() {
            tracing::trace!("nobody listens to live events");
        }
    }

    pub(super) fn read(&self) -> RwLockReadGuard<'_, HashMap<DeviceId, DeviceNow>> {
        self.devices.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn write(&self) -> RwLockWriteGuard<'_, HashMap<DeviceId, DeviceNow>> {
        self.devices.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// By which device a person is known now: by one that is heard before one that is not, and by a monitor before a machine that treats them.
fn first(devices: &HashMap<DeviceId, DeviceNow>, patient: PatientId, seen: Seen) -> Option<&DeviceNow> {
    let theirs = devices.values().filter(|known| known.measures(patient, seen));
    theirs.min_by_key(|known| known.rank())
}

/// Whether a monitor and a machine of the same hospital measure somebody, and this is the one of the two that does not come first. Asked for each reading: a monitor that is heard is the
/// usual case, and looks at no other.
fn is_beside(devices: &HashMap<DeviceId, DeviceNow>, known: &DeviceNow) -> bool {
    let placement = &known.placement;
    let Some((patient, _)) = placement.session else {
        return false;
    };
    if placement.watches && !known.is_unheard() {
        return false;
    }
    devices.values().any(|other| {
        other.placement.watches != placement.watches
            && other.measures(patient, Seen::Held(placement.hospital))
            && other.rank() < known.rank()
    })
}
