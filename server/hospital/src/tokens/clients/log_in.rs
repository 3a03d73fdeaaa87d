//! A program signs in with its id and its secret.

use domain::access::{Action, Subject};
use domain::ids::{ClientId, HospitalId};
use uuid::Uuid;

use super::PREFIX;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;
use crate::tokens::claims::Claims;
use crate::tokens::family::{self, From, Holder};
use crate::tokens::{ACCESS_SECONDS, Pair, keys, secret};

/// Answers an access token of ten minutes, without a refresh token.
///
/// # Errors
/// [`HospitalError::SignIn`] for an unknown or revoked program and for a wrong secret; the answer does not say which.
pub async fn log_in(ctx: &Ctx, client: &str, secret: &str, from: From<'_>) -> Result<Pair> {
    let now = ctx.now();
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let found = match client.parse::<Uuid>() {
        Ok(client) if secret.starts_with(PREFIX) => find(&mut tx, ctx, client, secret).await?,
        Ok(_) | Err(_) => None,
    };
    let Some((client, hospital)) = found else {
        tx.rollback().await?;
        audit::record(ctx, Entry::new(Action::OpenSession, &Subject::House, Outcome::Failed)).await?;
        return Err(HospitalError::SignIn);
    };
    let holder = Holder::Client(client);
    let ends_at = now.plus_seconds(2.0 * ACCESS_SECONDS as f64);
    let family = family::open(&mut tx, ctx, holder, hospital, from, ends_at).await?;
    let begun = Entry::change("token.begin", Action::OpenSession, &holder.subject(hospital));
    audit::record_in(&mut tx, ctx, [begun]).await?;
    tx.commit().await?;
    let claims = Claims::new(client.0, family, Uuid::new_v4(), now);
    Ok(Pair {
        access: keys::sign(ctx.house(), &claims, now).await?.into(),
        refresh: None,
    })
}

/// The program of a secret that holds. At its first use the secrets before it end.
async fn find(tx: &mut Tx, ctx: &Ctx, client: Uuid, typed: &str) -> Result<Option<(ClientId, HospitalId)>> {
    let (hash, now) = (secret::hash(typed), to_db(ctx.now()));
    let found = sqlx::query!(
        "SELECT c.hospital_id, s.used_at
         FROM   api_client_secret s
         JOIN   api_client c ON c.id = s.client_id AND c.revoked_at IS NULL
         WHERE  s.hash = $1 AND c.id = $2 AND (s.ends_at IS NULL OR s.ends_at > $3)",
        hash,
        client,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(found) = found else { return Ok(None) };
    if found.used_at.is_none() {
        sqlx::query!(
            "UPDATE api_client_secret SET ends_at = $3
             WHERE  client_id = $2 AND hash <> $1 AND (ends_at IS NULL OR ends_at > $3)",
            hash,
            client,
            now,
        )
        .execute(&mut **tx)
        .await?;
    }
    sqlx::query!("UPDATE api_client_secret SET used_at = $2 WHERE hash = $1", hash, now)
        .execute(&mut **tx)
        .await?;
    Ok(Some((ClientId(client), HospitalId(found.hospital_id))))
}
