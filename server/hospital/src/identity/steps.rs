//! Between the password and the code: what was proved first waits on the server, five minutes and five tries, for the browser that proved it.

use domain::access::{Action, Subject};
use domain::identity::suspicion::{Consequence, weigh};
use domain::ids::UserId;
use domain::invalid::Invalid;

use super::factor::{WRONG_CODE, take_in};
use super::sessions::SessionKey;
use super::sign_in::{SLOWED, SignedIn, standing, tell_of};
use super::sign_ins::{Origin, Outcome, Who, facts, note_in};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// How long the first step waits for the second, in seconds.
pub const WAITS: u32 = 300;
/// How many codes may be tried.
const TRIES: i16 = 5;

/// The password of `signed_in` was right; the code is awaited from whoever brings the cookie of `key`.
pub async fn wait_for_code(ctx: &Ctx, key: SessionKey, signed_in: &SignedIn, shared: bool) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    sqlx::query!(
        "INSERT INTO sign_in_step (id_hash, user_id, shared, expires_at, proofs) VALUES ($1, $2, $3, $4, $5)",
        key.to_db(),
        signed_in.user.0,
        shared,
        to_db(ctx.now().plus_seconds(f64::from(WAITS))),
        signed_in.proofs,
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Of whose account a code is still awaited from whoever brings the cookie of `key`.
pub async fn awaited(ctx: &Ctx, key: SessionKey) -> Result<Option<UserId>> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let found = sqlx::query_scalar!(
        "SELECT s.user_id FROM sign_in_step s WHERE s.id_hash = $1 AND s.expires_at > $2 AND s.tries < $3",
        key.to_db(),
        to_db(ctx.now()),
        TRIES,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found.map(UserId))
}

/// Takes the code of the second step. Answers who is in, and whether others use this computer too.
///
/// # Errors
/// [`HospitalError::Invalid`] at `code` when it is wrong; [`HospitalError::SignIn`] when nothing is awaited any more: begin with the password.
pub async fn enter_code(ctx: &Ctx, key: SessionKey, code: &str, origin: &Origin) -> Result<(SignedIn, bool)> {
    if code.trim().is_empty() {
        let missing = Invalid::new("code", "Enter the code that your app shows now.");
        return Err(HospitalError::Invalid(vec![missing]));
    }
    let Step { user, shared, proofs } = count(ctx, key).await?.ok_or(HospitalError::SignIn)?;
    let subject = Subject::Account(user);
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let who = Who::of(ctx, Some(user), "");
    let suspicion = weigh(&facts(&mut tx, ctx, &who, origin).await?);
    tx.commit().await?;
    if suspicion.consequence(true) >= Consequence::Slowed {
        tokio::time::sleep(SLOWED).await;
    }
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    if take_in(&mut tx, ctx, user, code).await?.is_none() {
        tx.rollback().await?;
        let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
        note_in(&mut tx, ctx, &who, origin, Outcome::CodeRefused, &suspicion).await?;
        tx.commit().await?;
        audit::record(ctx, Entry::new(Action::OpenSession, &subject, audit::Outcome::Failed)).await?;
        return Err(HospitalError::Invalid(vec![Invalid::new("code", WRONG_CODE)]));
    }
    sqlx::query!("DELETE FROM sign_in_step WHERE id_hash = $1", key.to_db())
        .execute(&mut *tx)
        .await?;
    note_in(&mut tx, ctx, &who, origin, Outcome::Entered, &suspicion).await?;
    if suspicion.consequence(true) >= Consequence::Told {
        tell_of(&mut tx, ctx, user, Outcome::Entered).await?;
    }
    tx.commit().await?;
    audit::record(ctx, Entry::new(Action::OpenSession, &subject, audit::Outcome::Allowed)).await?;
    // The account may have been closed, or lost its roles, since the password was right; whether that still proves anything, `open` asks.
    let signed_in = standing(ctx, user, proofs).await?.ok_or(HospitalError::SignIn)?;
    Ok((signed_in, shared))
}

/// What waits for its code.
struct Step {
    user: UserId,
    shared: bool,
    proofs: i32,
}

/// Counts a try before the code is looked at, so that a hundred at once are five. What was proved under another password does not count.
async fn count(ctx: &Ctx, key: SessionKey) -> Result<Option<Step>> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let step = sqlx::query!(
        "UPDATE sign_in_step s SET tries = s.tries + 1
         FROM   app_user u
         WHERE  s.id_hash = $1 AND s.expires_at > $2 AND s.tries < $3 AND u.id = s.user_id AND u.is_active AND u.proofs = s.proofs
           AND  NOT EXISTS (SELECT FROM sign_in_failures f WHERE f.user_id = u.id AND f.in_a_row >= $4)
         RETURNING s.user_id, s.shared, s.proofs",
        key.to_db(),
        to_db(ctx.now()),
        TRIES,
        super::sign_ins::MOST_FAILURES,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(step.map(|step| Step {
        user: UserId(step.user_id),
        shared: step.shared,
        proofs: step.proofs,
    }))
}
