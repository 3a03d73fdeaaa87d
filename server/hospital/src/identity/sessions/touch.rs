//! A live page is still open.

use domain::access::{Action, Subject};
use domain::time::Moment;

use super::load::find;
use super::{Session, SessionKey, end};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::to_db;

/// The live page of a session is open; call it with every ping, at least once a minute. Answers the session while it lives.
///
/// Counts as seen, except on a shared computer, where only what a person does counts: a board left open there must not keep the next
/// passer-by signed in.
pub async fn touch(ctx: &Ctx, key: SessionKey) -> Result<Option<Session>> {
    let now = ctx.now();
    let Some((session, seen)) = find(ctx, key).await? else {
        return Ok(None);
    };
    if session.is_over(seen, now) {
        end(ctx, key).await?;
        return Ok(None);
    }
    if !session.shared && ctx.house().sessions.saw(key, now) {
        write(ctx, key, now).await?;
    }
    Ok(Some(session))
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
