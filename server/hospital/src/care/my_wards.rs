//! The wards on which the reader is on duty, for going from one to the other.

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::ids::WardId;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::to_db;

/// By name; none for whoever watches no ward. Nobody's data: nothing is recorded.
///
/// # Errors
/// Away when the database is.
pub async fn my_wards(ctx: &Ctx) -> Result<Vec<(WardId, String)>> {
    let Actor::Staff { user, hospital, .. } = ctx.actor() else {
        return Ok(Vec::new());
    };
    if !ctx.may_at_all(Action::WatchWard) {
        return Ok(Vec::new());
    }
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(*user)).await?;
    let rows = sqlx::query!(
        "SELECT   w.id, w.name
         FROM     ward_duty d
         JOIN     ward w ON w.id = d.ward_id
         WHERE    d.user_id = $1 AND d.hospital_id = $2 AND d.during @> $3::timestamptz
         ORDER BY w.name, w.id",
        user.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(rows.into_iter().map(|row| (WardId(row.id), row.name)).collect())
}
