//! A family ends: signed out with one of its tokens, or all of a person at once.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use uuid::Uuid;

use super::family::{self, PREFIX, Why};
use super::secret;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;

/// Ends the family of a refresh token, also of a spent one. Nothing happens when there is none: whoever asks does not learn which it was.
pub async fn log_out(ctx: &Ctx, token: &str) -> Result<()> {
    if !token.starts_with(PREFIX) {
        return Ok(());
    }
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let family = sqlx::query_scalar!(
        "SELECT t.family_id FROM refresh_token t WHERE t.hash = $1",
        secret::hash(token)
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    match family {
        Some(family) => end_family(ctx, family).await,
        None => Ok(()),
    }
}

/// Ends the family of an access token that was verified.
pub async fn end_family(ctx: &Ctx, family: Uuid) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    family::end(&mut tx, ctx, &[family], Why::SignedOut).await?;
    tx.commit().await?;
    ctx.house().tokens.forget_family(family);
    Ok(())
}

/// Ends all families of a person, in the transaction of whatever ends them (a new password, a closed account, "sign out everywhere"); answers which. In
/// a transaction of the door (`identity::at_the_door`) that is all of them; in one of a hospital, what they hold as its staff.
pub async fn end_all_of(tx: &mut Tx, ctx: &Ctx, user: UserId) -> Result<Vec<Uuid>> {
    let families = sqlx::query_scalar!(
        "SELECT f.id FROM token_family f WHERE f.user_id = $1 AND f.ended_at IS NULL",
        user.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let ended = family::end(tx, ctx, &families, Why::Revoked).await?;
    // Before the commit, and so perhaps too early: what is asked again meanwhile is believed for 0.4 s at most.
    ended.iter().for_each(|id| ctx.house().tokens.forget_family(*id));
    Ok(ended)
}
