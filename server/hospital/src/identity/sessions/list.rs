//! A person's own sessions.

use domain::access::{Action, Subject};
use domain::identity::SessionRow;

use super::SessionKey;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// The sessions of whoever asks, newest first; at most ten exist (five in each realm). `this` is the one that asks.
pub async fn list_own(ctx: &Ctx, this: SessionKey) -> Result<Vec<SessionRow>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let rows = sqlx::query!(
        "SELECT   s.id_hash, s.device, s.address, s.created_at, s.last_seen_at
         FROM     browser_session s
         WHERE    s.user_id = $1 AND s.expires_at > $2
         ORDER BY s.created_at DESC, s.id_hash",
        user.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let rows = rows.into_iter().map(|row| SessionRow {
        is_this: SessionKey::from_db(&row.id_hash) == this,
        device: row.device,
        address: row.address,
        created_at: from_db(row.created_at),
        last_seen_at: from_db(row.last_seen_at),
    });
    Ok(rows.collect())
}
