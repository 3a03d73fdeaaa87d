//! Twice a second: which sessions in use are over, and whose roles have changed? Once in ten minutes: old rows go.

use std::collections::HashMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use domain::access::{Action, Subject};
use tokio::time::{Instant, MissedTickBehavior, interval};
use uuid::Uuid;

use super::end::end_these;
use super::row::select;
use super::{Session, SessionKey};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::identity::at_the_door;
use crate::identity::realm::Realm;
use crate::identity::sign_ins;
use crate::time::to_db;

const EVERY: Duration = Duration::from_millis(500);
const SWEEP_EVERY: Duration = Duration::from_secs(600);

/// Watches until the house is gone; run it once per process. While the database is away nothing is ended, and [`super::load`] lets
/// nobody in whom the database has not confirmed within a second.
pub async fn watch(house: Weak<House>) {
    let mut tick = interval(EVERY);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (mut swept, mut failing) = (Instant::now(), false);
    loop {
        tick.tick().await;
        let Some(house) = house.upgrade() else { return };
        let mut outcome = look(&house).await;
        if outcome.is_ok() && swept.elapsed() >= SWEEP_EVERY {
            outcome = sweep(&at_the_door(&house, Uuid::now_v7())).await;
            swept = Instant::now();
        }
        match outcome {
            Ok(()) => failing = false,
            Err(error) if !failing => {
                tracing::warn!(error = &error as &dyn std::error::Error, "sessions cannot be watched");
                failing = true;
            }
            Err(_) => {}
        }
    }
}

/// One look at everything in use.
async fn look(house: &Arc<House>) -> Result<()> {
    let in_use = house.sessions.in_use();
    if in_use.is_empty() {
        return Ok(());
    }
    let ctx = at_the_door(house, Uuid::now_v7());
    let (now, keys) = (ctx.now(), in_use.iter().map(|(key, _)| *key).collect::<Vec<_>>());
    let mut tx = ctx.begin_often(Action::OpenSession, &Subject::House).await?;
    let mut alive: HashMap<SessionKey, Session> = HashMap::with_capacity(keys.len());
    for (session, written) in select(&mut tx, &keys, now).await? {
        let seen = house.sessions.learn(session.clone(), written);
        if !session.is_over(seen, now) {
            alive.insert(session.key, session);
        }
    }
    tx.commit().await?;
    let over: Vec<_> = in_use.into_iter().filter(|(key, _)| !alive.contains_key(key)).collect();
    if !over.is_empty() {
        // The rows go first (closing and reopening an account must not revive them); those that went elsewhere are told of here.
        let ended = end_these(&ctx, &over.iter().map(|(key, _)| *key).collect::<Vec<_>>()).await?;
        for (key, user) in over.into_iter().filter(|(key, _)| !ended.contains(key)) {
            house.sessions.forget(key, user);
        }
    }
    Ok(())
}

/// Removes rows that no cookie can use any more.
async fn sweep(ctx: &Ctx) -> Result<()> {
    let now = ctx.now();
    // An hour of grace beyond the idle limit: memory may know of a later sighting than the row.
    let unseen = |realm: Realm| to_db(now.plus_seconds(-(realm.limits(false).idle as f64) - 3_600.0));
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    sign_ins::sweep(&mut tx, ctx).await?;
    sqlx::query!(
        "DELETE FROM browser_session s
         WHERE  s.expires_at <= $1
            OR  (s.realm = 'staff'  AND s.last_seen_at < $2)
            OR  (s.realm = 'portal' AND s.last_seen_at < $3)",
        to_db(now),
        unseen(Realm::Staff),
        unseen(Realm::Portal),
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
