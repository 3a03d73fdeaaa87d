//! A session ends: its row goes, memory forgets it, and its sockets hear of it.

use domain::access::{Action, Subject};
use domain::ids::UserId;

use super::SessionKey;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;

/// Ends the session of `key`; nothing happens when it is over already.
pub async fn end(ctx: &Ctx, key: SessionKey) -> Result<()> {
    end_these(ctx, &[key]).await.map(drop)
}

/// Ends several at once; answers those that were not over already.
pub(super) async fn end_these(ctx: &Ctx, keys: &[SessionKey]) -> Result<Vec<SessionKey>> {
    let hashes: Vec<Vec<u8>> = keys.iter().map(|key| key.to_db()).collect();
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let gone = sqlx::query!(
        "DELETE FROM browser_session WHERE id_hash = ANY($1) RETURNING id_hash, user_id",
        &hashes
    )
    .fetch_all(&mut *tx)
    .await?;
    record(&mut tx, ctx, gone.iter().map(|row| UserId(row.user_id))).await?;
    tx.commit().await?;
    let ended = gone.into_iter().map(|row| {
        let key = SessionKey::from_db(&row.id_hash);
        ctx.house().sessions.forget(key, UserId(row.user_id));
        key
    });
    Ok(ended.collect())
}

/// Ends all sessions of a person, in both realms; answers how many.
pub async fn end_all_of(ctx: &Ctx, user: UserId) -> Result<usize> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let gone = sqlx::query_scalar!(
        "DELETE FROM browser_session WHERE user_id = $1 RETURNING id_hash",
        user.0
    )
    .fetch_all(&mut *tx)
    .await?;
    record(&mut tx, ctx, gone.iter().map(|_| user)).await?;
    tx.commit().await?;
    for hash in &gone {
        ctx.house().sessions.forget(SessionKey::from_db(hash), user);
    }
    Ok(gone.len())
}

/// One entry for each session that ended, with whose it was.
pub(super) async fn record(tx: &mut Tx, ctx: &Ctx, of: impl Iterator<Item = UserId>) -> Result<()> {
    let ended = of
        .map(|user| Entry::change("session.end", Action::OpenSession, &Subject::Account(user)).kinds(&[Kind::Account]));
    audit::record_in(tx, ctx, ended).await
}
