//! A program ends.

use domain::access::Action;
use domain::ids::ClientId;

use super::{lock, own_hospital};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::to_db;

/// Ends a program, its secrets and its tokens: at once here, within a second in other processes.
///
/// # Errors
/// Denied for whoever does not run the hospital; not found for a program of another hospital or one that was revoked already.
pub async fn revoke(ctx: &Ctx, client: ClientId) -> Result<()> {
    let subject = own_hospital(ctx)?;
    let mut tx = ctx.begin(Action::ManageClients, &subject).await?;
    lock(&mut tx, client).await?;
    let now = to_db(ctx.now());
    sqlx::query!(
        "UPDATE api_client SET revoked_at = greatest($2, created_at) WHERE id = $1",
        client.0,
        now
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "UPDATE api_client_secret SET ends_at = $2 WHERE client_id = $1 AND (ends_at IS NULL OR ends_at > $2)",
        client.0,
        now,
    )
    .execute(&mut *tx)
    .await?;
    let ended = sqlx::query_scalar!(
        "UPDATE token_family SET ended_at = $2, ended_why = 'revoked' WHERE client_id = $1 AND ended_at IS NULL RETURNING id",
        client.0,
        now,
    )
    .fetch_all(&mut *tx)
    .await?;
    let entry = Entry::change("client.revoke", Action::ManageClients, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    ended
        .into_iter()
        .for_each(|family| ctx.house().tokens.forget_family(family));
    Ok(())
}
