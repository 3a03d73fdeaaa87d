//! Tells the person and the privacy officers of each emergency opening. It runs every few seconds, so that everybody knows within the minute that is promised.

use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::Task;
use domain::ids::{HospitalId, PatientId, UserId};
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::notices::{self, Kind, Notice};
use crate::time::to_db;

/// How often untold openings are looked for.
const EVERY: Duration = Duration::from_secs(5);
/// Openings told at a time at most.
const BATCH: i64 = 500;

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

/// Tells of every opening of which nobody was told, each in a transaction of its own: one that cannot be told is tried again and holds up no other. Answers how many were told.
pub(crate) async fn tell_now(house: &Arc<House>) -> Result<usize> {
    let ctx = Ctx::at_work(house, Task::Jobs);
    let mut tx = ctx.begin(Action::RunJobs, &Subject::House).await?;
    let untold = sqlx::query_scalar!(
        "SELECT id FROM break_glass WHERE told_at IS NULL ORDER BY opened_at LIMIT $1",
        BATCH
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let (mut told, mut failed) = (0, None);
    for opening in untold {
        match tell_of(&ctx, opening).await {
            Ok(()) => told += 1,
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(told), Err)
}

/// Leaves a notice for each person who must know of one opening, and notes who was told.
async fn tell_of(ctx: &Ctx, opening: Uuid) -> Result<()> {
    let mut tx = ctx.begin(Action::RunJobs, &Subject::House).await?;
    let patient = sqlx::query_scalar!(
        "SELECT patient_id FROM break_glass WHERE id = $1 AND told_at IS NULL FOR UPDATE SKIP LOCKED",
        opening
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(patient) = patient else {
        return Ok(tx.commit().await?);
    };
    // In each hospital the named officer; where nobody is named or the officer opened it, every admin. Never whoever opened it.
    let reviewers = sqlx::query!(
        r#"SELECT v.hospital_id, p.id AS "id!"
             FROM break_glass_review v
             CROSS JOIN LATERAL privacy_officer_of(v.hospital_id, $2) AS o (id)
             CROSS JOIN LATERAL (
                 SELECT o.id WHERE o.id <> v.opened_by
                  UNION
                 SELECT g.user_id
                   FROM role_grant g
                   JOIN app_user u ON u.id = g.user_id AND u.is_active
                  WHERE g.hospital_id = v.hospital_id AND g.role = 'hospital_admin' AND g.during @> $2::timestamptz
                    AND g.user_id <> v.opened_by AND coalesce(o.id, v.opened_by) = v.opened_by
             ) AS p
            WHERE v.opening_id = $1"#,
        opening,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    // And the person, in every portal that is theirs.
    let own = sqlx::query_scalar!("SELECT user_id FROM portal_account WHERE patient_id = $1", patient)
        .fetch_all(&mut *tx)
        .await?;
    for row in &reviewers {
        let notice = Notice::of(Kind::EmergencyToReview).at(HospitalId(row.hospital_id));
        notices::tell(&mut tx, ctx, UserId(row.id), notice).await?;
    }
    for user in &own {
        let notice = Notice::of(Kind::EmergencyOfMine).about(PatientId(patient));
        notices::tell(&mut tx, ctx, UserId(*user), notice).await?;
    }
    let houses: Vec<Uuid> = reviewers.iter().map(|row| row.hospital_id).collect();
    sqlx::query!(
        "UPDATE break_glass_review SET told = (SELECT count(*) FROM unnest($2::uuid[]) AS h (id) WHERE h.id = hospital_id) WHERE opening_id = $1",
        opening,
        &houses,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "UPDATE break_glass SET told_at = greatest($2, opened_at), person_told = $3 WHERE id = $1",
        opening,
        to_db(ctx.now()),
        !own.is_empty(),
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
