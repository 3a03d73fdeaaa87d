//! [`Recorder`]: the front of the writers. Readings wait in a bounded line, many requests share one commit, and each is answered after it.
//!
//! There is no timer: while one flush is under way the next batch gathers (`line.rs`).

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::ids::DeviceId;
use domain::telemetry::Reading;
use domain::telemetry::tally::Tally;
use domain::time::Moment;
use tokio::sync::{Semaphore, oneshot};

use super::line::{Job, Line, Request, Sign, What};
use super::now::Heard;
use super::writer;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::house::House;

/// Writers that work side by side where much waits: while one waits for its commit, another sends.
const WRITERS: usize = 3;
/// Readings that may wait; beyond that the answer is "busy". At 150 bytes a reading this is a few megabytes.
const READINGS_WAITING: usize = 40_000;

/// Seconds on the way, at most, of a reading that is of now: what takes longer was stored on its way, and may be of whoever was on the machine before.
const OF_NOW: f64 = 60.0;

/// What became of the readings of one request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// New and durable.
    pub accepted: usize,
    /// Known already.
    pub duplicates: usize,
    /// Places, in the request, of those duplicates whose values differ from the stored ones.
    pub conflicts: Vec<usize>,
}

/// The front of the writers.
#[derive(Clone, Debug)]
pub struct Recorder {
    house: Arc<House>,
    door: Arc<Door>,
    room: Arc<Semaphore>,
}

/// The end of the line at which jobs are put; closed when nobody is left who could.
#[derive(Debug)]
struct Door(Arc<Line>);

impl Drop for Door {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Recorder {
    /// Starts the writers. They end when the recorder is dropped, after what waits is written.
    pub fn start(house: &Arc<House>) -> Self {
        Self {
            house: house.clone(),
            door: Arc::new(Door(writer::start(house, WRITERS))),
            room: Arc::new(Semaphore::new(READINGS_WAITING)),
        }
    }

    /// The house it writes for.
    pub fn house(&self) -> &Arc<House> {
        &self.house
    }

    /// How much room the line has left, from 0 (full) to 1 (empty): for readiness and metrics.
    pub fn room(&self) -> f64 {
        self.room.available_permits() as f64 / READINGS_WAITING as f64
    }

    /// Records the readings of a device; answers when they are durable.
    ///
    /// Errors: [`HospitalError::Busy`] when the line is full, [`HospitalError::Away`] when the database is.
    pub async fn record(&self, ctx: &Ctx, device: DeviceId, readings: Vec<Reading>) -> Result<Recorded> {
        let placement = self.house.now.placement(device).ok_or(HospitalError::NotFound)?;
        ctx.check(
            Action::PostReadings,
            &Subject::Device {
                device,
                hospital: placement.hospital,
                assigned: true,
            },
        )
        .await?;
        let at = self.house.clock.now();
        if self.house.now.alive(device, at) {
            self.sign(device, at, What::Heard)?;
        }
        if readings.is_empty() {
            return Ok(Recorded::default());
        }
        let permits = u32::try_from(readings.len()).map_err(|_| HospitalError::Busy)?;
        let room = self
            .room
            .clone()
            .try_acquire_many_owned(permits)
            .map_err(|_| HospitalError::Busy)?;
        // Of what is late nobody knows here who was on the machine then; of what is of now it is plain.
        let fresh = |reading: &&Reading| at.seconds_since(reading.taken_at) <= OF_NOW;
        let of_nobody = match placement.session {
            Some(_) => 0,
            None => readings.iter().filter(fresh).count(),
        };
        let (done, answer) = oneshot::channel();
        self.put(Job::Readings(Request {
            device,
            readings,
            done,
            _room: room,
        }))?;
        let recorded = answer
            .await
            .map_err(|_| HospitalError::Internal("a writer of readings stopped"))??;
        let conflicts = recorded.conflicts.len();
        let counted = [
            (Tally::Duplicate, recorded.duplicates.saturating_sub(conflicts)),
            (Tally::Conflict, conflicts),
            (Tally::Nobody, of_nobody.min(recorded.accepted)),
        ];
        self.house.tallies.add(device, at, counted);
        Ok(recorded)
    }

    /// A device gave a sign of life; ends its silence when it was silent.
    pub fn hear(&self, device: DeviceId, heard: Heard) -> Result<()> {
        let at = heard.at;
        if self.house.now.hear(device, heard) {
            self.sign(device, at, What::Heard)?;
        }
        Ok(())
    }

    /// A device fell silent.
    pub fn silent(&self, device: DeviceId, at: Moment) -> Result<()> {
        self.sign(device, at, What::Silent)
    }

    /// The device measures somebody else, or the same person anew: conditions of the old session end. Call it after the placement has changed.
    pub fn new_session(&self, device: DeviceId, at: Moment) -> Result<()> {
        self.sign(device, at, What::Session)
    }

    fn sign(&self, device: DeviceId, at: Moment, what: What) -> Result<()> {
        self.put(Job::Sign(Sign { device, at, what }))
    }

    fn put(&self, job: Job) -> Result<()> {
        let taken = self.door.0.put(job);
        taken
            .then_some(())
            .ok_or(HospitalError::Internal("the writers of readings stopped"))
    }
}
