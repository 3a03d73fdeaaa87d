//! Takes a code, once. Two that come at the same moment meet in the database: one statement compares and sets.

use domain::ids::UserId;

use super::{codes, place, totp};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::{self, Kind};
use crate::time::to_db;
use domain::access::{Action, Subject};

/// What was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// A code of the app.
    Code,
    /// A recovery code.
    Recovery,
}

/// Takes `code` of `user` in this transaction of the door; none when it is wrong or was used before. Commit, or it was not taken.
pub(crate) async fn take_in(tx: &mut Tx, ctx: &Ctx, user: UserId, code: &str) -> Result<Option<Taken>> {
    let digits: String = code.chars().filter(|sign| *sign != ' ').collect();
    if digits.len() == 6 {
        return Ok(of_app(tx, ctx, user, &digits).await?.then_some(Taken::Code));
    }
    let Some(hash) = codes::hash(code) else {
        return Ok(None);
    };
    if !of_recovery(tx, ctx, user, &hash).await? {
        return Ok(None);
    }
    let entry = Entry::change("recovery_code.use", Action::OpenSession, &Subject::Account(user));
    audit::record_in(tx, ctx, [entry]).await?;
    notices::tell(tx, ctx, user, Kind::RecoveryUsed).await?;
    Ok(Some(Taken::Recovery))
}

async fn of_app(tx: &mut Tx, ctx: &Ctx, user: UserId, digits: &str) -> Result<bool> {
    let sealed = sqlx::query_scalar!(
        r#"SELECT f.secret_sealed AS "secret!" FROM second_factor f WHERE f.user_id = $1 AND f.secret_sealed IS NOT NULL"#,
        user.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(sealed) = sealed else { return Ok(false) };
    let secret = ctx.house().keys.open(&place("secret_sealed", user), &sealed)?;
    let Some(step) = totp::step_of(&secret, digits, ctx.now().millis() / 1_000)? else {
        return Ok(false);
    };
    take_step(tx, user, step).await
}

/// Whether nobody has taken this step or a later one before (RFC 6238 section 5.2: a code is taken once).
async fn take_step(tx: &mut Tx, user: UserId, step: i64) -> Result<bool> {
    let taken = sqlx::query!(
        "UPDATE second_factor SET last_step = $2 WHERE user_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2",
        user.0,
        step,
    )
    .execute(&mut **tx)
    .await?;
    match taken.rows_affected() {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(HospitalError::Internal("one account has several second factors")),
    }
}

async fn of_recovery(tx: &mut Tx, ctx: &Ctx, user: UserId, hash: &[u8]) -> Result<bool> {
    let used = sqlx::query!(
        "UPDATE recovery_code SET used_at = $3 WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL",
        user.0,
        hash,
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    Ok(used.rows_affected() == 1)
}
