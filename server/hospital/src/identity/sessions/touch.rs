//! A page is open, and perhaps somebody is there.

use domain::access::{Action, Subject};
use domain::time::Moment;

use super::load::find;
use super::{SessionKey, end};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::to_db;

/// Whether the session of an open page still lives; call it with every ping, at least once a minute. That a page is open is not that somebody is there: it
/// does not count as seen.
pub async fn lives(ctx: &Ctx, key: SessionKey) -> Result<bool> {
    let Some((session, seen)) = find(ctx, key).await? else {
        return Ok(false);
    };
    if session.is_over(seen, ctx.now()) {
        end(ctx, key).await?;
        return Ok(false);
    }
    Ok(true)
}

/// A person is at an open page: a key, a pointer. Counts as seen. Answers whether the session still lives.
pub async fn touch(ctx: &Ctx, key: SessionKey) -> Result<bool> {
    let now = ctx.now();
    if !lives(ctx, key).await? {
        return Ok(false);
    }
    if ctx.house().sessions.saw(key, now) {
        write(ctx, key, now).await?;
    }
    Ok(true)
}

/// Writes when it was last seen; `Sessions::saw` lets that happen once a minute.
pub(super) async fn write(ctx: &Ctx, key: SessionKey, seen: Moment) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    sqlx::query!(
        "UPDATE browser_session SET last_seen_at = $2 WHERE id_hash = $1 AND last_seen_at < $2",
        key.to_db(),
        to_db(seen),
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
