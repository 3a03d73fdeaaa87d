//! The line before the writers: what waits, which devices a writer has in hand, and who may begin.
//!
//! A device is in one hand at a time, so that its rules see its readings in the order in which they came. A writer that begins takes all that waits. Where little
//! waits one writes alone: what comes while it waits for its commit is its next batch, instead of several small ones that cost a commit each. Where much waits
//! others begin beside it, because then rows cost more than commits do. And where one takes long, because it waits for something itself, nobody waits with it.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::ids::DeviceId;
use domain::telemetry::Reading;
use domain::time::Moment;
use tokio::sync::{Notify, OwnedSemaphorePermit, oneshot};
use tokio::time::Instant;

use super::record::Recorded;
use crate::error::Result;

/// Rows that share a commit at most: beyond, a statement gains nothing more.
const ROWS: usize = 2_000;
/// Rows that must wait for a writer to begin beside another. A technical choice: more than a hundred monitors send in one moment, and one body of a gateway
/// (`server/docs/decisions/0003-one-hand-at-a-time.md`).
const BESIDE: usize = 200;
/// After this a writer no longer keeps others from beginning: a commit takes a few milliseconds, and one that takes so long waits for a lock or for the database. A technical choice.
const PATIENCE: Duration = Duration::from_millis(50);

/// Something for a writer to do.
#[derive(Debug)]
pub(super) enum Job {
    /// Readings of one request.
    Readings(Request),
    /// Something of a device that is no reading.
    Sign(Sign),
}

/// Readings of one request, on their way.
#[derive(Debug)]
pub(super) struct Request {
    pub device: DeviceId,
    pub readings: Vec<Reading>,
    pub done: oneshot::Sender<Result<Recorded>>,
    /// Their place among those that may wait.
    pub _room: OwnedSemaphorePermit,
}

/// What happened to a device, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub device: DeviceId,
    pub at: Moment,
    pub what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// It was silent, and was heard.
    Heard,
    /// It fell silent.
    Silent,
    /// It measures somebody else from now on, or the same person anew.
    Session,
}

impl Job {
    const fn device(&self) -> DeviceId {
        match self {
            Self::Readings(request) => request.device,
            Self::Sign(sign) => sign.device,
        }
    }

    fn rows(&self) -> usize {
        match self {
            Self::Readings(request) => request.readings.len(),
            Self::Sign(_) => 0,
        }
    }
}

/// What a writer does next: the readings first, then the signs.
#[derive(Debug)]
pub(super) struct Batch {
    pub requests: Vec<Request>,
    pub signs: Vec<Sign>,
    /// Its devices, which nobody else has until it is dropped.
    pub held: Held,
}

/// Devices in the hand of one writer.
#[derive(Debug)]
pub(super) struct Held {
    line: Arc<Line>,
    devices: HashSet<DeviceId>,
    /// When a batch was taken, beside which others begin only where much waits.
    began: Option<Instant>,
}

impl Held {
    /// Whether this device is among them.
    pub fn has(&self, device: DeviceId) -> bool {
        self.devices.contains(&device)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut state = self.line.state();
        state.held.retain(|device| !self.devices.contains(device));
        if let Some(place) = state.writing.iter().position(|began| Some(*began) == self.began) {
            state.writing.swap_remove(place);
        }
        state.count();
    }
}

/// The line.
#[derive(Debug)]
pub(super) struct Line {
    state: Mutex<State>,
    woken: Notify,
    patience: Duration,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<Job>,
    /// Rows in it of devices that nobody has in hand.
    free: usize,
    held: HashSet<DeviceId>,
    /// When each batch that is in hand was taken.
    writing: Vec<Instant>,
    /// Writers that are there.
    writers: usize,
    closed: bool,
}

impl State {
    /// Whether one writer more may begin.
    fn may_begin(&self, patience: Duration) -> bool {
        !self.waiting.is_empty()
            && (self.free >= BESIDE || self.writing.iter().all(|began| began.elapsed() >= patience))
    }

    /// All that may be taken, in its order: what waits for a device in another hand stays, and so does what comes after a sign of its device, which it must not overtake.
    fn take(&mut self) -> (Vec<Request>, Vec<Sign>, HashSet<DeviceId>) {
        let (mut requests, mut signs, mut devices) = (Vec::new(), Vec::new(), HashSet::new());
        let (mut signed, mut stays, mut rows) = (HashSet::new(), VecDeque::new(), 0);
        while rows < ROWS
            && let Some(job) = self.waiting.pop_front()
        {
            let device = job.device();
            if self.held.contains(&device) || signed.contains(&device) {
                stays.push_back(job);
                continue;
            }
            devices.insert(device);
            rows += job.rows();
            match job {
                Job::Readings(request) => requests.push(request),
                Job::Sign(sign) => {
                    signed.insert(device);
                    signs.push(sign);
                }
            }
        }
        stays.append(&mut self.waiting);
        self.waiting = stays;
        self.held.extend(devices.iter().copied());
        self.count();
        (requests, signs, devices)
    }

    /// Counts what is free, after hands changed.
    fn count(&mut self) {
        let free = self.waiting.iter().filter(|job| !self.held.contains(&job.device()));
        self.free = free.map(Job::rows).sum();
    }
}

impl Line {
    /// A line with so many writers to come.
    pub fn new(writers: usize) -> Arc<Self> {
        Self::with(writers, PATIENCE)
    }

    fn with(writers: usize, patience: Duration) -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::new(State {
                writers,
                ..State::default()
            }),
            woken: Notify::new(),
            patience,
        })
    }

    /// Puts a job behind the others; answers whether there is anybody to do it.
    pub fn put(&self, job: Job) -> bool {
        let mut state = self.state();
        if state.writers == 0 {
            return false;
        }
        if !state.held.contains(&job.device()) {
            state.free += job.rows();
        }
        state.waiting.push_back(job);
        // Whoever hears of the first that waits looks again when the writer that is at work should be done.
        let wakes = state.waiting.len() == 1 || state.may_begin(self.patience);
        drop(state);
        if wakes {
            self.woken.notify_one();
        }
        true
    }

    /// What may be done now; `None` where nothing may.
    pub fn try_take(self: &Arc<Self>) -> Option<Batch> {
        let mut state = self.state();
        if !state.may_begin(self.patience) {
            return None;
        }
        let (requests, signs, devices) = state.take();
        if devices.is_empty() {
            return None;
        }
        let began = Instant::now();
        state.writing.push(began);
        let stays = !state.waiting.is_empty();
        drop(state);
        // Whoever is free looks after what stays.
        if stays {
            self.woken.notify_one();
        }
        let held = Held {
            line: Arc::clone(self),
            devices,
            began: Some(began),
        };
        Some(Batch { requests, signs, held })
    }

    /// What is done next, waited for; `None` when the line is closed and empty.
    pub async fn take(self: &Arc<Self>) -> Option<Batch> {
        loop {
            if let Some(batch) = self.try_take() {
                return Some(batch);
            }
            let (is_empty, closed) = {
                let state = self.state();
                (state.waiting.is_empty(), state.closed)
            };
            let woken = self.woken.notified();
            match (is_empty, closed) {
                (true, true) => return None,
                (true, false) => woken.await,
                // Woken or not, it looks again.
                (false, _) => drop(tokio::time::timeout(self.patience, woken).await),
            }
        }
    }

    /// Takes a device in hand; `None` while another has it.
    pub fn hold(self: &Arc<Self>, device: DeviceId) -> Option<Held> {
        let held = self.state().held.insert(device);
        held.then(|| Held {
            line: Arc::clone(self),
            devices: HashSet::from([device]),
            began: None,
        })
    }

    /// Nothing more will come; writers end when what waits is done.
    pub fn close(&self) {
        self.state().closed = true;
        self.woken.notify_waiters();
        self.woken.notify_one();
    }

    /// A writer is gone: another goes on with what it would have taken, and where none is left nobody waits.
    pub fn leave(&self) {
        let mut state = self.state();
        state.writers = state.writers.saturating_sub(1);
        if state.writers == 0 {
            // Whoever waits for an answer learns that none will come.
            state.waiting.clear();
            state.free = 0;
        }
        drop(state);
        self.woken.notify_one();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
