//! A page is open, and perhaps somebody is there.

use domain::access::{Action, Subject};
use domain::time::Moment;

use super::load::find;
use super::{Session, SessionKey, end};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::to_db;

/// The session of an open page, while it lives; call it with every ping, at least once a minute. That a page is open is not that somebody is there: it does not
/// count as seen.
pub async fn lives(ctx: &Ctx, key: SessionKey) -> Result<Option<Session>> {
    let Some((session, seen)) = find(ctx, key).await? else {
        return Ok(None);
    };
    if session.is_over(seen, ctx.now()) {
        end(ctx, key).await?;
        return Ok(None);
    }
    Ok(Some(session))
}

/// A person is at an open page: a key, a pointer. Counts as seen. Answers the session while it lives.
pub async fn touch(ctx: &Ctx, key: SessionKey) -> Result<Option<Session>> {
    let now = ctx.now();
    let session = lives(ctx, key).await?;
    if session.is_some() && ctx.house().sessions.saw(key, now) {
        write(ctx, key, now).await?;
    }
    Ok(session)
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
