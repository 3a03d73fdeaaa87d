//! Tells the person and the privacy officers of each emergency opening. It runs every few seconds, so that everybody knows within the minute that is promised.

use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::UserId;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::identity::notices::{self, Notice};
use crate::time::to_db;

/// How often untold openings are looked for.
const EVERY: Duration = Duration::from_secs(5);
/// Openings told in one transaction at most.
const BATCH: i64 = 50;

/// Tells for ever; run it once per process. Two at once do not tell twice: each locks what it tells.
pub async fn tell(house: Arc<House>) {
    let mut turn = tokio::time::interval(EVERY);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        if let Err(error) = tell_now(&house).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "emergency openings could not be told"
            );
        }
    }
}

/// Leaves a notice for each person who must know, and notes that they were told; answers how many openings there were.
pub(crate) async fn tell_now(house: &Arc<House>) -> Result<usize> {
    let ctx = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Jobs,
            hospital: None,
        },
    );
    let mut tx = ctx.begin(Action::RunJobs, &Subject::House).await?;
    let untold = sqlx::query!(
        "SELECT id, patient_id, hospital_id, holders FROM break_glass WHERE told_at IS NULL ORDER BY opened_at LIMIT $1 FOR UPDATE SKIP LOCKED",
        BATCH,
    )
    .fetch_all(&mut *tx)
    .await?;
    for opening in &untold {
        let houses: Vec<Uuid> = opening.holders.iter().copied().chain([opening.hospital_id]).collect();
        // The named officer of each house; where nobody is named, everybody who reviews there.
        let reviewers = sqlx::query_scalar!(
            r#"SELECT s.privacy_officer AS "user!"
                 FROM hospital_setting s
                WHERE s.hospital_id = ANY ($1) AND s.privacy_officer IS NOT NULL
               UNION
               SELECT g.user_id
                 FROM role_grant g
                 LEFT JOIN hospital_setting s ON s.hospital_id = g.hospital_id
                WHERE g.hospital_id = ANY ($1) AND g.role = 'hospital_admin' AND g.during @> $2::timestamptz AND s.privacy_officer IS NULL"#,
            &houses,
            to_db(ctx.now()),
        )
        .fetch_all(&mut *tx)
        .await?;
        // And the person, in every portal that is theirs.
        let own = sqlx::query_scalar!(
            "SELECT user_id FROM portal_account WHERE patient_id = $1",
            opening.patient_id
        )
        .fetch_all(&mut *tx)
        .await?;
        let told = reviewers.into_iter().map(|user| (user, Notice::EmergencyToReview));
        for (user, notice) in told.chain(own.into_iter().map(|user| (user, Notice::EmergencyOfMine))) {
            notices::tell_in(&mut tx, &ctx, UserId(user), notice).await?;
        }
        sqlx::query!(
            "UPDATE break_glass SET told_at = greatest($2, opened_at) WHERE id = $1",
            opening.id,
            to_db(ctx.now())
        )
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(untold.len())
}
