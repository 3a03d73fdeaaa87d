//! Fits a forecast on the sessions of a hospital and writes down what came of it: a model with how it does on the patients who were held back, or of what there was too little.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::dialysis::forecast::{Model, Unfit, fit, lacking};
use domain::ids::HospitalId;
use uuid::Uuid;

use super::gather::{Gathered, gather};
use super::{DEFINITION, stored};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::jobs::{self, Work};
use crate::time::to_db;

/// The house fits anew once a week, in seconds.
const EVERY: f64 = 7.0 * 86_400.0;

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// A model.
    Model(Box<Model>),
    /// Of something there is too little.
    TooFew,
    /// One of the inputs is the same in every moment.
    NoSpread,
}

impl Made {
    const fn name(&self) -> &'static str {
        match self {
            Self::Model(_) => "fitted",
            Self::TooFew => "too_few",
            Self::NoSpread => "no_spread",
        }
    }
}

/// Leaves a job for every hospital that has signed sessions and was not fitted for within a week, while it is night there; answers how many. Run once an hour.
///
/// # Errors
/// When the database is away.
pub async fn ask_weekly(ctx: &Ctx) -> Result<usize> {
    let now = ctx.now();
    let mut tx = jobs::begin(ctx).await?;
    let hospitals = sqlx::query_scalar!(
        r#"SELECT   h.id
           FROM     hospital h
           WHERE    extract(hour FROM $1::timestamptz AT TIME ZONE h.zone) BETWEEN 1 AND 4
             AND    EXISTS (SELECT FROM dialysis_session s WHERE s.hospital_id = h.id AND s.state = 'signed')
             AND    NOT EXISTS (SELECT FROM dialysis_forecast f WHERE f.hospital_id = h.id AND f.made_at > $2)
             AND    NOT EXISTS (SELECT FROM job j WHERE j.kind = 'fit_forecast' AND j.facts ->> 'hospital' = h.id::text AND j.made_at > $2)
           ORDER BY h.id
           LIMIT    1000"#,
        to_db(now),
        to_db(now.plus_seconds(-EVERY)),
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut asked = 0;
    for hospital in hospitals {
        let work = Work::FitForecast { hospital, by: None };
        asked += usize::from(jobs::enqueue_once(&mut tx, ctx, work).await?);
    }
    tx.commit().await?;
    Ok(asked)
}

/// Fits for a hospital, under the id of the job: what was written already is not written twice.
///
/// # Errors
/// When the database is away.
pub(crate) async fn make(house: &Arc<House>, job: Uuid, hospital: HospitalId, by: Option<Uuid>) -> Result<()> {
    let actor = Actor::Worker {
        task: Task::Jobs,
        hospital: Some(hospital),
    };
    let ctx = Ctx::of_worker(house, actor);
    let gathered = gather(&ctx, hospital).await?;
    // A second or more of arithmetic: nobody's request waits for it.
    let (gathered, made) = tokio::task::spawn_blocking(move || {
        let made = model_of(&gathered);
        (gathered, made)
    })
    .await
    .map_err(|_| HospitalError::Internal("fitting a forecast broke off"))?;
    write(&ctx, job, hospital, by, &gathered, &made).await
}

/// The model of what was gathered.
fn model_of(gathered: &Gathered) -> Made {
    let counts = gathered.counts();
    if !lacking(&counts.learned, &counts.held_back).is_empty() {
        return Made::TooFew;
    }
    match fit(&gathered.learned.rows, &gathered.held_back.rows) {
        Ok(model) => Made::Model(Box::new(model)),
        Err(Unfit::NoSpread) => Made::NoSpread,
        Err(Unfit::TooFew | Unfit::NothingHeldBack) => Made::TooFew,
    }
}

async fn write(
    ctx: &Ctx,
    job: Uuid,
    hospital: HospitalId,
    by: Option<Uuid>,
    gathered: &Gathered,
    made: &Made,
) -> Result<()> {
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::RunJobs, &subject).await?;
    if insert(&mut tx, ctx, (job, hospital, by), gathered, made).await? {
        let entry = Entry::change("dialysis.fit_forecast", Action::RunJobs, &subject);
        audit::record_in(&mut tx, ctx, [entry]).await?;
    }
    Ok(tx.commit().await?)
}

/// Answers whether it was not written before.
async fn insert(
    tx: &mut Tx,
    ctx: &Ctx,
    (job, hospital, by): (Uuid, HospitalId, Option<Uuid>),
    gathered: &Gathered,
    made: &Made,
) -> Result<bool> {
    let counts = gathered.counts();
    let model = match made {
        Made::Model(model) => Some(model.as_ref()),
        Made::TooFew | Made::NoSpread => None,
    };
    let bins = model
        .map(|model| serde_json::to_value(&model.held_back.bins))
        .transpose()
        .map_err(|_| HospitalError::Internal("an evaluation could not be written down"))?;
    let fell = model.map(|model| stored(model.held_back.events)).transpose()?;
    let weights = model.map(|model| model.weights.to_vec());
    let means = model.map(|model| model.means.to_vec());
    let deviations = model.map(|model| model.deviations.to_vec());
    let done = sqlx::query!(
        "INSERT INTO dialysis_forecast (id, hospital_id, made_at, asked_by, outcome, definition, since, until, learned_patients, learned_sessions, learned_moments, learned_falls,
                                        held_patients, held_sessions, held_moments, held_falls, unknown_moments, missing_moments, intercept, weights, means, deviations,
                                        auroc, brier, brier_of_share, held_fell, bins)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)
         ON CONFLICT (id) DO NOTHING",
        job,
        hospital.0,
        to_db(ctx.now()),
        by,
        made.name(),
        DEFINITION,
        to_db(gathered.of.0),
        to_db(gathered.of.1),
        stored(counts.learned.patients)?,
        stored(counts.learned.sessions)?,
        stored(counts.learned.moments)?,
        stored(counts.learned.falls)?,
        stored(counts.held_back.patients)?,
        stored(counts.held_back.sessions)?,
        stored(counts.held_back.moments)?,
        stored(counts.held_back.falls)?,
        stored(counts.unknown)?,
        stored(counts.missing)?,
        model.map(|model| model.intercept),
        weights.as_deref(),
        means.as_deref(),
        deviations.as_deref(),
        model.and_then(|model| model.held_back.auroc),
        model.map(|model| model.held_back.brier),
        model.map(|model| model.held_back.brier_of_share),
        fell,
        bins,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
