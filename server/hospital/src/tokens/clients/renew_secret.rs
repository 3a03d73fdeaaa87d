//! Another secret for a program. The old one lives on until the new one is first used, so that nothing stands still meanwhile; a day at the most.

use domain::access::Action;
use domain::ids::ClientId;
use secrecy::SecretString;

use super::make::add_secret;
use super::{lock, own_hospital};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::to_db;

/// How long the old secret lives at the most, in seconds.
pub(super) const OVERLAP: f64 = 86_400.0;

/// Makes another secret, which is answered once.
///
/// # Errors
/// Denied for whoever does not run the hospital; not found for a program of another hospital or one that was revoked.
pub async fn renew_secret(ctx: &Ctx, client: ClientId) -> Result<SecretString> {
    let subject = own_hospital(ctx)?;
    let mut tx = ctx.begin(Action::ManageClients, &subject).await?;
    lock(&mut tx, client).await?;
    let now = ctx.now();
    // One that was made before and never used was lost: it ends at once.
    sqlx::query!(
        "UPDATE api_client_secret
         SET    ends_at = least(ends_at, CASE WHEN used_at IS NULL THEN $2::timestamptz ELSE $3::timestamptz END)
         WHERE  client_id = $1 AND (ends_at IS NULL OR ends_at > $2)",
        client.0,
        to_db(now),
        to_db(now.plus_seconds(OVERLAP)),
    )
    .execute(&mut *tx)
    .await?;
    let secret = add_secret(&mut tx, ctx, client).await?;
    let entry = Entry::change("client.renew_secret", Action::ManageClients, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(secret)
}
