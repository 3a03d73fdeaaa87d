//! Later work, written in the transaction of the change that causes it ([`enqueue`]) and done by [`work`]: at least once, and once in effect.
//!
//! A worker leases a job for half a minute and goes on saying that it lives; should it die, the next one takes the job over. What fails is tried again,
//! later each time, and after [`MOST_TRIES`] it is put aside with the reason: a dead letter, for people to look at.
//!
//! | module | does |
//! | --- | --- |
//! | [`lease`] | takes what is due, keeps it, ends it |
//! | [`work`] | waits for the bell (`NOTIFY`) or the time, and does what is due, each [`Lane`] for itself |
//!
//! # Adding a kind of work
//! A variant of [`Work`] that holds ids and nothing else, and its arm in [`Work::perform`]. What it calls runs again after a crash: it must find out what is
//! done already, or do it so that twice is the same as once (write under the job's id, say). Of what need not wait twice a unique index says so (`job_forecast_waits_once`), and it is
//! left by [`enqueue_once`]. A kind that takes longer than moments stands in `LONG` too.

pub mod lease;
mod worker;

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::Task;
use domain::ids::HospitalId;
use domain::time::Moment;
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

/// Kinds that take seconds or minutes: the names of [`Work::kind`].
const LONG: [&str; 1] = ["fit_forecast"];

/// Which jobs wait for one another. In each lane they are taken in the order in which they are due, and neither lane waits for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// What takes moments, as a mail does; and what this program does not know, which is put aside.
    Short,
    /// What takes seconds or minutes, one at a time.
    Long,
}

impl Lane {
    /// How many of its jobs a worker does at a time.
    const fn at_once(self) -> i64 {
        match self {
            Self::Short => 4,
            Self::Long => 1,
        }
    }
}

/// The kinds of [`Lane::Long`], as a query takes them.
pub(crate) fn long_kinds() -> Vec<String> {
    LONG.map(str::to_owned).to_vec()
}

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
    /// Offer what somebody did not take to the next who waits.
    OfferAgain {
        /// The offer that ended.
        offer: Uuid,
    },
    /// Withdraw in a hospital what is offered and can be taken no longer.
    CheckOffers {
        /// The hospital.
        hospital: Uuid,
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
            Self::OfferAgain { .. } => "offer_again",
            Self::CheckOffers { .. } => "check_offers",
            Self::FitForecast { .. } => "fit_forecast",
        }
    }

    /// Does it, for the job `id`.
    async fn perform(self, ctx: &Ctx, id: Uuid) -> std::result::Result<(), Fault> {
        match self {
            Self::Mail { letter, to } => mail::deliver(ctx, id, letter, to).await,
            Self::OfferPlace { session } => Ok(crate::dialysis::diary::offers::offer(ctx, session).await?),
            Self::OfferAgain { offer } => Ok(crate::dialysis::diary::offers::offer_again(ctx, offer).await?),
            Self::CheckOffers { hospital } => {
                Ok(crate::dialysis::diary::offers::look_again(ctx, HospitalId(hospital)).await?)
            }
            Self::FitForecast { hospital, by } => {
                Ok(crate::dialysis::forecast::make::make(ctx.house(), id, HospitalId(hospital), by).await?)
            }
        }
    }
}

/// Leaves work behind; it is done after the commit of `tx`, and never when that rolls back.
pub async fn enqueue(tx: &mut Tx, ctx: &Ctx, work: Work) -> Result<()> {
    enqueue_once(tx, ctx, work).await.map(|_| ())
}

/// The same of work that waits once at most, which a unique index of `job` says: answers whether it was left, or is on its way already. The conflict is named nowhere in the statement, because who
/// leaves a job sees none.
pub async fn enqueue_once(tx: &mut Tx, ctx: &Ctx, work: Work) -> Result<bool> {
    leave(tx, ctx, work, ctx.now()).await
}

/// The same of work that is not done before `due`.
pub async fn enqueue_at(tx: &mut Tx, ctx: &Ctx, work: Work, due: Moment) -> Result<()> {
    leave(tx, ctx, work, due).await.map(|_| ())
}

async fn leave(tx: &mut Tx, ctx: &Ctx, work: Work, due: Moment) -> Result<bool> {
    let facts = serde_json::to_value(work).map_err(|_| HospitalError::Internal("a job could not be written down"))?;
    let left = sqlx::query!(
        "INSERT INTO job (id, kind, facts, made_at, due_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        Uuid::now_v7(),
        work.kind(),
        facts,
        to_db(ctx.now()),
        to_db(due),
    )
    .execute(&mut **tx)
    .await?;
    if left.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!("SELECT pg_notify($1, '') AS rung", BELL)
        .fetch_one(&mut **tx)
        .await?;
    Ok(true)
}

/// The context in which jobs are taken and done: every hospital's.
pub fn at_work(house: &Arc<House>) -> Ctx {
    Ctx::at_work(house, Task::Jobs)
}

pub(crate) async fn begin(ctx: &Ctx) -> Result<Tx> {
    ctx.begin(Action::RunJobs, &Subject::House).await
}
