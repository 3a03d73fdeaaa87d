//! Later work, written in the transaction of the change that causes it ([`enqueue`]) and done by [`work`]: at least once, and once in effect.
//!
//! A worker leases a job for half a minute and goes on saying that it lives; should it die, the next one takes the job over. What fails is tried again,
//! later each time, and after [`MOST_TRIES`] it is put aside with the reason: a dead letter, for people to look at.
//!
//! | module | does |
//! | --- | --- |
//! | [`lease`] | takes what is due, keeps it, ends it |
//! | [`work`] | waits for the bell (`NOTIFY`) or the time, and does what is due |
//!
//! # Adding a kind of work
//! A variant of [`Work`] that holds ids and nothing else, and its arm in [`Work::perform`]. What it calls runs again after a crash: it must find out what is
//! done already, or do it so that twice is the same as once (write under the job's id, say).

pub mod lease;
mod worker;

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::Task;
use domain::ids::HospitalId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::mail::{self, Letter, Recipient};
use crate::time::to_db;

pub use worker::{do_what_is_due, work};

/// How often a job is tried before it is put aside.
pub const MOST_TRIES: i16 = 8;
/// Rung when a job is left, heard by every worker after the commit.
const BELL: &str = "wardlight_job";

/// What is to be done. It carries ids only: what they stand for is looked up when it is done, as it is then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "work", rename_all = "snake_case")]
pub enum Work {
    /// Write a mail and send it.
    Mail {
        /// Which.
        letter: Letter,
        /// To whom.
        to: Recipient,
    },
    /// Offer the place of a session that was called off to who waits for one.
    OfferPlace {
        /// The session.
        session: Uuid,
    },
    /// Fit the forecast of a fall of the pressure on the signed sessions of a hospital.
    FitForecast {
        /// The hospital.
        hospital: Uuid,
        /// Who asked; none of the house's own turn.
        by: Option<Uuid>,
    },
}

/// Why work was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It may go better later.
    Later(&'static str),
    /// It will never go.
    Never(&'static str),
}

impl From<HospitalError> for Fault {
    fn from(error: HospitalError) -> Self {
        tracing::warn!(error = &error as &dyn std::error::Error, "a job failed");
        Self::Later(match error {
            HospitalError::Away(_) => "the database was away",
            _ => "a fault of ours; the log says more",
        })
    }
}

impl Work {
    /// The name in the database.
    const fn kind(&self) -> &'static str {
        match self {
            Self::Mail { .. } => "mail",
            Self::OfferPlace { .. } => "offer_place",
            Self::FitForecast { .. } => "fit_forecast",
        }
    }

    /// Does it, for the job `id`.
    async fn perform(self, ctx: &Ctx, id: Uuid) -> std::result::Result<(), Fault> {
        match self {
            Self::Mail { letter, to } => mail::deliver(ctx, id, letter, to).await,
            Self::OfferPlace { session } => Ok(crate::dialysis::diary::wait::offer(ctx, session).await?),
            Self::FitForecast { hospital, by } => {
                Ok(crate::dialysis::forecast::make::make(ctx.house(), id, HospitalId(hospital), by).await?)
            }
        }
    }
}

/// Leaves work behind; it is done after the commit of `tx`, and never when that rolls back.
pub async fn enqueue(tx: &mut Tx, ctx: &Ctx, work: Work) -> Result<()> {
    let facts = serde_json::to_value(work).map_err(|_| HospitalError::Internal("a job could not be written down"))?;
    sqlx::query!(
        "INSERT INTO job (id, kind, facts, made_at, due_at) VALUES ($1, $2, $3, $4, $4)",
        Uuid::now_v7(),
        work.kind(),
        facts,
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("SELECT pg_notify($1, '') AS rung", BELL)
        .fetch_one(&mut **tx)
        .await?;
    Ok(())
}

/// The context in which jobs are taken and done: every hospital's.
pub fn at_work(house: &Arc<House>) -> Ctx {
    Ctx::at_work(house, Task::Jobs)
}

pub(crate) async fn begin(ctx: &Ctx) -> Result<Tx> {
    ctx.begin(Action::RunJobs, &Subject::House).await
}
