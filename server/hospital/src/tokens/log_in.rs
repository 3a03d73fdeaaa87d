//! A person's sign-in becomes a family with its first pair of tokens.

use domain::access::{Action, Subject};
use domain::tokens::refresh::{IDLE, Presented};

use super::claims::Claims;
use super::family::{self, From, Holder, Why};
use super::{Pair, Refresh, keys, standing};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::SignedIn;

/// How many families one person may have at a time; the oldest ends when one more begins.
const MOST: i64 = 10;

/// What somebody is told who proved who they are and may not go on.
pub(crate) const NOT_YET: &str = "This hospital asks its staff for a second factor. Sign in to Wardlight in a browser, set it up there, and come back.";

/// Opens a family for somebody who has just proved who they are, and answers its first pair.
///
/// # Errors
/// [`HospitalError::SignIn`] when the account was closed since, or what proves it is new; [`HospitalError::Conflict`] when it lacks the second factor that its hospital asks for.
pub async fn log_in(ctx: &Ctx, who: &SignedIn, from: From<'_>) -> Result<Pair> {
    let (now, subject) = (ctx.now(), Subject::Account(who.user));
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    // The lock puts two sign-ins of one person behind each other, so that both count the other's family.
    let active = sqlx::query_scalar!(
        r#"SELECT is_active AND proofs = $2 AS "active!" FROM app_user WHERE id = $1 FOR UPDATE"#,
        who.user.0,
        who.proofs,
    )
    .fetch_optional(&mut *tx)
    .await?;
    if active != Some(true) {
        tx.rollback().await?;
        return Err(HospitalError::SignIn);
    }
    let holder = Holder::Person(who.user, who.realm);
    if standing::of(&mut tx, ctx, holder, who.hospital).await?.is_none() {
        tx.rollback().await?;
        return Err(HospitalError::Conflict(NOT_YET));
    }
    let family = family::open(&mut tx, ctx, holder, who.hospital, from, Presented::ends_at(now, now)).await?;
    let (jti, token) = family::issue(&mut tx, ctx, family, None).await?;
    let begun = Entry::change("token.begin", Action::OpenSession, &subject);
    audit::record_in(&mut tx, ctx, [begun]).await?;
    let replaced = sqlx::query_scalar!(
        "SELECT   f.id
         FROM     token_family f
         WHERE    f.user_id = $1 AND f.ended_at IS NULL
         ORDER BY (f.id = $3) DESC, f.began_at DESC, f.id
         OFFSET   $2",
        who.user.0,
        MOST,
        family,
    )
    .fetch_all(&mut *tx)
    .await?;
    let ended = family::end(&mut tx, ctx, &replaced, Why::Revoked).await?;
    tx.commit().await?;
    ended.into_iter().for_each(|id| ctx.house().tokens.forget_family(id));
    let access = keys::sign(ctx.house(), &Claims::new(who.user.0, family, jti, now), now).await?;
    Ok(Pair {
        access: access.into(),
        refresh: Some(Refresh {
            token,
            expires_in: IDLE,
        }),
    })
}
