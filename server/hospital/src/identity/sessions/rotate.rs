//! A session goes on under a new id.

use domain::access::{Action, Subject};
use domain::identity::Level;
use domain::ids::UserId;

use super::SessionKey;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Gives the session of `old` the key `new`, at every change of privilege (OWASP ASVS 5.0 7.2.4): who planted or copied the old id has nothing.
/// `proved` is what was proved just now; none leaves that as it was (a new password does not prove the factor anew).
/// When it ends stays as it was.
///
/// # Errors
/// [`HospitalError::SignIn`] when it is over.
pub async fn rotate(ctx: &Ctx, old: SessionKey, new: SessionKey, proved: Option<Level>) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let user = rotate_in(&mut tx, ctx, (old, new), proved).await?;
    tx.commit().await?;
    ctx.house().sessions.replaced(old, user);
    Ok(())
}

/// [`rotate`] in a transaction of the door, so that a session that was ended meanwhile changes nothing. Once it is committed, tell
/// [`super::Sessions::replaced`].
pub(crate) async fn rotate_in(
    tx: &mut Tx,
    ctx: &Ctx,
    (old, new): (SessionKey, SessionKey),
    proved: Option<Level>,
) -> Result<UserId> {
    let now = to_db(ctx.now());
    let user = sqlx::query_scalar!(
        "UPDATE browser_session
         SET    id_hash      = $2,
                level        = COALESCE($3, level),
                proved_at    = CASE WHEN $3::smallint IS NULL THEN proved_at ELSE $4 END,
                last_seen_at = greatest(last_seen_at, $4)
         WHERE  id_hash = $1 AND expires_at > $4
         RETURNING user_id",
        old.to_db(),
        new.to_db(),
        proved.map(Level::number),
        now,
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(UserId)
    .ok_or(HospitalError::SignIn)?;
    // An app that is being set up goes on with its session.
    sqlx::query!(
        "UPDATE second_factor SET pending_of = $3 WHERE user_id = $1 AND pending_of = $2",
        user.0,
        old.to_db(),
        new.to_db(),
    )
    .execute(&mut **tx)
    .await?;
    let entry = Entry::change("session.prove", Action::OpenSession, &Subject::Account(user));
    audit::record_in(tx, ctx, [entry]).await?;
    Ok(user)
}
