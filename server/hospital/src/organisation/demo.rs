//! A database that was filled as a demo says so for ever: its accounts have passwords that everybody can read, so it is served as a demo or not at all.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::Task;
use sqlx::PgPool;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// Marks the database as a demo's, before its first account is made. Marking it twice is the same as once.
///
/// # Errors
/// When the database is away.
pub async fn mark_demo(house: &Arc<House>) -> Result<()> {
    let ctx = Ctx::at_work(house, Task::Seed);
    let mut tx = ctx.begin(Action::SeedHospital, &Subject::House).await?;
    sqlx::query!(
        "INSERT INTO demo_mark (is_demo, marked_at) VALUES (true, $1) ON CONFLICT DO NOTHING",
        to_db(ctx.now())
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Whether the database was filled as a demo. Asked before there is a house.
///
/// # Errors
/// When the database is away.
pub async fn is_demo(pool: &PgPool) -> Result<bool> {
    let found = sqlx::query_scalar!(r#"SELECT EXISTS (SELECT FROM demo_mark) AS "found!""#)
        .fetch_one(pool)
        .await?;
    Ok(found)
}
