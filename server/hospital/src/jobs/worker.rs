//! The worker: does what is due, then waits until the bell rings or a moment has passed. What takes long has a lane of its own, so that no mail waits for it.

use std::sync::{Arc, Weak};
use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::task::JoinSet;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, timeout};

use super::lease::{LEASE, Leased, sweep, take};
use super::{BELL, Fault, Lane, at_work};
use crate::dialysis::diary::offers::look_everywhere;
use crate::dialysis::diary::plan_ahead::book_ahead;
use crate::dialysis::diary::remind::remind;
use crate::dialysis::forecast::make::ask_weekly;
use crate::error::Result;
use crate::house::House;
use crate::notices::keep::keep;

/// Without a bell the worker looks this often: what was put off comes due, and what a dead worker held falls free.
const LOOK_EVERY: Duration = Duration::from_secs(2);
const SWEEP_EVERY: Duration = Duration::from_secs(3_600);

/// Works until the house is gone; run it once per process.
pub async fn work(house: Weak<House>) {
    tokio::join!(work_in(house.clone(), Lane::Short), work_in(house, Lane::Long));
}

/// The same in one lane. The short one sweeps, and hears the bell; what takes long may wait a moment more for its turn, and needs no line of its own.
async fn work_in(house: Weak<House>, lane: Lane) {
    let mut bell = None;
    let (mut swept, mut failing) = (None::<Instant>, false);
    loop {
        let Some(house) = house.upgrade() else { return };
        let mut outcome = do_lane(&house, lane).await.map(drop);
        let sweeps = lane == Lane::Short && swept.is_none_or(|at| at.elapsed() >= SWEEP_EVERY);
        if outcome.is_ok() && sweeps {
            outcome = tidy(&house).await;
            swept = Some(Instant::now());
        }
        match outcome {
            Ok(()) => failing = false,
            Err(error) if !failing => {
                tracing::warn!(error = &error as &dyn std::error::Error, "jobs cannot be looked for");
                failing = true;
            }
            Err(_) => {}
        }
        let pool = house.app.clone();
        drop(house);
        match lane {
            Lane::Short => wait(&mut bell, &pool).await,
            Lane::Long => sleep(LOOK_EVERY).await,
        }
    }
}

/// What is done once an hour.
async fn tidy(house: &Arc<House>) -> Result<()> {
    let ctx = at_work(house);
    sweep(&ctx).await?;
    keep(&ctx).await?;
    // What is booked now is reminded of now where it is near.
    let booked = book_ahead(house).await.map(drop);
    let looked = look_everywhere(&ctx).await;
    remind(&ctx).await?;
    ask_weekly(&ctx).await?;
    booked.and(looked)
}

/// Waits for the bell; without a line to the database, for the time alone.
async fn wait(bell: &mut Option<PgListener>, pool: &PgPool) {
    if bell.is_none() {
        *bell = listen(pool).await.ok();
    }
    match bell {
        Some(listener) => {
            if let Ok(Err(_)) = timeout(LOOK_EVERY, listener.recv()).await {
                *bell = None;
            }
        }
        None => sleep(LOOK_EVERY).await,
    }
}

/// A line of its own: waiting takes nobody's place in the pool.
async fn listen(pool: &PgPool) -> std::result::Result<PgListener, sqlx::Error> {
    let options = pool.options().clone().min_connections(0).max_connections(1);
    let own = options.connect_lazy_with(pool.connect_options().as_ref().clone());
    let mut listener = PgListener::connect_with(&own).await?;
    listener.listen(BELL).await?;
    Ok(listener)
}

/// Does everything that is due now, in both lanes; answers how many jobs were taken.
pub async fn do_what_is_due(house: &Arc<House>) -> Result<usize> {
    let (short, long) = tokio::join!(do_lane(house, Lane::Short), do_lane(house, Lane::Long));
    Ok(short? + long?)
}

/// Does everything of one lane that is due now.
async fn do_lane(house: &Arc<House>, lane: Lane) -> Result<usize> {
    let mut taken = 0;
    loop {
        let leased = take(&at_work(house), lane).await?;
        if leased.is_empty() {
            return Ok(taken);
        }
        taken += leased.len();
        let mut hands = JoinSet::new();
        for job in leased {
            hands.spawn(in_hand(house.clone(), job));
        }
        while let Some(done) = hands.join_next().await {
            match done {
                Ok(Ok(())) => {}
                Ok(Err(error)) => {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        "the end of a job could not be written"
                    );
                }
                // Its lease runs out, and it is tried again.
                Err(_) => tracing::error!("a job broke off"),
            }
        }
    }
}

/// Does one job, and says meanwhile that its worker lives.
async fn in_hand(house: Arc<House>, job: Leased) -> Result<()> {
    let ctx = at_work(&house);
    let Some(work) = job.work.filter(|_| !job.is_worn()) else {
        let why = if job.is_worn() {
            "every worker ended in it"
        } else {
            "this program does not know such work"
        };
        return job.fail(&ctx, Fault::Never(why)).await;
    };
    let doing = work.perform(&ctx, job.id);
    tokio::pin!(doing);
    let mut beat = interval(LEASE / 3);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat.tick().await;
    loop {
        tokio::select! {
            done = &mut doing => return match done {
                Ok(()) => job.finish(&ctx).await,
                Err(fault) => job.fail(&ctx, fault).await,
            },
            _ = beat.tick() => {
                if !job.keep(&ctx).await? {
                    tracing::warn!(job = %job.id, "another worker holds this job by now");
                    return Ok(());
                }
            }
        }
    }
}
