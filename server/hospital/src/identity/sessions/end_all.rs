//! Every session of a person ends in the transaction of the change that asks for it (a new password, say): both are kept or neither.

use domain::ids::UserId;

use super::SessionKey;
use super::end::record;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::tokens;

/// Ends all sessions of a person, in both realms, and what programs hold for them. Call [`forget_all`] with the answer once `tx` is committed.
pub async fn end_all_in(tx: &mut Tx, ctx: &Ctx, user: UserId) -> Result<Vec<SessionKey>> {
    let gone = sqlx::query_scalar!(
        "DELETE FROM browser_session WHERE user_id = $1 RETURNING id_hash",
        user.0
    )
    .fetch_all(&mut **tx)
    .await?;
    record(tx, ctx, gone.iter().map(|_| user)).await?;
    tokens::end_all_of(tx, ctx, user).await?;
    Ok(gone.iter().map(|hash| SessionKey::from_db(hash)).collect())
}

/// Ends all sessions of a person but the one that asks, and what programs hold for them: after a new password of their own. Call [`forget_all`] with the answer
/// once `tx` is committed.
pub(crate) async fn end_others_in(tx: &mut Tx, ctx: &Ctx, user: UserId, this: SessionKey) -> Result<Vec<SessionKey>> {
    let gone = sqlx::query_scalar!(
        "DELETE FROM browser_session WHERE user_id = $1 AND id_hash <> $2 RETURNING id_hash",
        user.0,
        this.to_db(),
    )
    .fetch_all(&mut **tx)
    .await?;
    record(tx, ctx, gone.iter().map(|_| user)).await?;
    tokens::end_all_of(tx, ctx, user).await?;
    Ok(gone.iter().map(|hash| SessionKey::from_db(hash)).collect())
}

/// Memory forgets sessions that have ended, and their sockets hear of it at once.
pub fn forget_all(ctx: &Ctx, user: UserId, ended: Vec<SessionKey>) {
    for key in ended {
        ctx.house().sessions.forget(key, user);
    }
}
