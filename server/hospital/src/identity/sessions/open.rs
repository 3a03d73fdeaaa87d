//! A session begins.

use domain::access::{Action, Subject};

use super::row::Facts;
use super::{Opening, SessionKey, end};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::realm::Realm;
use crate::identity::sign_ins::network;
use crate::time::to_db;

/// Opens the session of `key`. When the person has more than five in this realm afterwards, the oldest end.
///
/// # Errors
/// [`HospitalError::SignIn`] when the account was closed since the password was checked, or what proves it is new; [`HospitalError::Conflict`] when the key exists.
pub async fn open(ctx: &Ctx, realm: Realm, key: SessionKey, opening: &Opening) -> Result<()> {
    let facts = serde_json::to_value(Facts::of(opening))
        .map_err(|_| HospitalError::Internal("a session could not be written down"))?;
    let (now, limits) = (ctx.now(), realm.limits(opening.shared));
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    // The lock puts two sign-ins of one person behind each other, so that both count the other's session.
    let active = sqlx::query_scalar!(
        r#"SELECT is_active AND proofs = $2 AS "active!" FROM app_user WHERE id = $1 FOR UPDATE"#,
        opening.user.0,
        opening.proofs,
    )
    .fetch_optional(&mut *tx)
    .await?;
    if active != Some(true) {
        tx.rollback().await?;
        return Err(HospitalError::SignIn);
    }
    let made = sqlx::query!(
        "INSERT INTO browser_session (id_hash, realm, user_id, data, device, address, created_at, last_seen_at, expires_at, level, proved_at, network)
         VALUES                      ($1,      $2,    $3,      $4,   $5,     $6,      $7,         $7,           $8,         $9,    $7,        $10)
         ON CONFLICT (id_hash) DO NOTHING",
        key.to_db(),
        realm.name(),
        opening.user.0,
        facts,
        opening.device,
        opening.address,
        to_db(now),
        to_db(now.plus_seconds(limits.absolute as f64)),
        opening.level.number(),
        network(&opening.address),
    )
    .execute(&mut *tx)
    .await?;
    if made.rows_affected() != 1 {
        tx.rollback().await?;
        return Err(HospitalError::Conflict("This session exists already."));
    }
    let replaced = sqlx::query_scalar!(
        "DELETE FROM browser_session s
         WHERE  s.id_hash IN (SELECT   o.id_hash
                              FROM     browser_session o
                              WHERE    o.user_id = $1 AND o.realm = $2
                              ORDER BY (o.id_hash = $4) DESC, o.created_at DESC, o.id_hash
                              OFFSET   $3)
         RETURNING s.id_hash",
        opening.user.0,
        realm.name(),
        realm.most(),
        key.to_db(),
    )
    .fetch_all(&mut *tx)
    .await?;
    end::record(&mut tx, ctx, replaced.iter().map(|_| opening.user)).await?;
    tx.commit().await?;
    for hash in replaced {
        ctx.house().sessions.forget(SessionKey::from_db(&hash), opening.user);
    }
    Ok(())
}
