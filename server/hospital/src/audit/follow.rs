//! A live subscription: one entry when it begins, one when it ends, none for what is told in between. The end says how long it was and whose data were told.
//!
//! A [`Follow`] that is dropped writes its end too, so that a reader who vanishes, or a task that breaks off, leaves no beginning without an end. Only a
//! server that is killed does: its beginnings stand alone.

use std::sync::Arc;

use domain::access::{Action, Grounds};
use domain::ids::PatientId;
use domain::live::Topic;
use domain::time::Moment;

use super::entry::{Entry, Kind};
use super::record;
use super::row::Row;
use crate::ctx::Ctx;
use crate::error::Result;

/// What the live socket tells of a patient.
const LIVE: &[Kind] = &[Kind::Vitals, Kind::Scores, Kind::Alarms];

/// One subscription, from its beginning on.
#[derive(Debug)]
pub struct Follow {
    ctx: Ctx,
    topic: Topic,
    since: Moment,
    grounds: Option<Grounds>,
    /// In the order of their ids, each once; the same list for everybody who follows the same people ([`super::People`]).
    shown: Arc<[PatientId]>,
    ended: bool,
}

impl Follow {
    /// Begins; the entry is durable when this answers. `patients` are those of the topic now, `grounds` why a patient may be followed.
    ///
    /// Errors: away when the database is.
    pub(crate) async fn begin(
        ctx: &Ctx,
        topic: Topic,
        patients: impl IntoIterator<Item = PatientId>,
        grounds: Option<Grounds>,
    ) -> Result<Self> {
        let mut follow = Self {
            ctx: ctx.clone(),
            topic,
            since: ctx.now(),
            grounds,
            shown: ctx.house().people.one(patients.into_iter().collect()),
            // Until the beginning is durable there is nothing to end.
            ended: true,
        };
        record(ctx, follow.entry().follow()).await?;
        follow.ended = false;
        Ok(follow)
    }

    /// Notes whose data were told: somebody may come to a ward while it is followed.
    pub fn show(&mut self, patients: impl IntoIterator<Item = PatientId>) {
        let is_new = |patient: &PatientId| self.shown.binary_search(patient).is_err();
        let new: Vec<PatientId> = patients.into_iter().filter(is_new).collect();
        if !new.is_empty() {
            let all = self.shown.iter().copied().chain(new).collect();
            self.shown = self.ctx.house().people.one(all);
        }
    }

    /// Ends; the entry is durable when this answers.
    ///
    /// Errors: away when the database is.
    pub async fn end(mut self) -> Result<()> {
        self.ended = true;
        record(&self.ctx, self.last_entry()).await
    }

    fn entry(&self) -> Entry {
        let entry = match self.topic {
            Topic::Ward(ward) => Entry::ward(Action::WatchWard, ward),
            Topic::Patient(patient) => Entry::patient(Action::ReadPatient, patient, LIVE),
            Topic::Device(device) => Entry::measured_by(Action::ReadPatient, device),
        };
        let entry = entry.of(self.shown.iter().copied()).kinds(LIVE);
        match &self.grounds {
            Some(grounds) => entry.on(grounds),
            None => entry,
        }
    }

    fn last_entry(&self) -> Entry {
        let lasted = self.ctx.now().millis() - self.since.millis();
        self.entry().follow_end(lasted.max(0))
    }
}

impl Drop for Follow {
    fn drop(&mut self) {
        if !self.ended {
            let row = Row::of(&self.ctx, self.last_entry());
            self.ctx.house().audit.write_later(row);
        }
    }
}
