//! Somebody changes their own password, with the old one.

use domain::access::{Action, Subject};
use domain::identity::password::Fault;
use domain::ids::UserId;

use super::accept::{Whose, accept};
use super::hash::hash;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::contact::{Reached, change_email};
use crate::identity::links::{self, Purpose};
use crate::identity::own;
use crate::identity::prove::{check_code, check_password};
use crate::identity::sessions::{SessionKey, end_others_in, forget_all, rotate_in};
use crate::identity::sign_ins::{Origin, clear_failures};
use crate::notices::{self, Kind};

/// Why a new password is not written: what it was judged by is over.
const CHANGED: &str = "Something else of this account was changed at the same moment. Try again.";

/// What is typed for a new password.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// The password now.
    pub old: &'a str,
    /// The new one.
    pub new: &'a str,
    /// The code of the app or a recovery code; empty without a second factor.
    pub code: &'a str,
}

/// Changes the asker's password. All their other sessions end; the one of `keys.0` goes on as `keys.1`.
///
/// # Errors
/// [`HospitalError::Invalid`] at `old_password`, `new_password` or `code`; [`HospitalError::Busy`] when too many hash at once;
/// [`HospitalError::SignIn`] when the session ended meanwhile.
pub async fn change(ctx: &Ctx, keys: (SessionKey, SessionKey), typed: Typed<'_>, origin: &Origin) -> Result<()> {
    let has_factor = check_password(ctx, "old_password", typed.old, origin).await?;
    if typed.old == typed.new {
        return Err(HospitalError::Invalid(vec![Fault::Same.of("new_password")]));
    }
    let whose = whose(ctx).await?;
    accept("new_password", typed.new, &whose).await?;
    // The code comes last: it is good once, and a new password that will not do must not use it up.
    if has_factor {
        check_code(ctx, typed.code, origin).await?;
    }
    let hash = hash(typed.new).await?;
    let (user, mut tx) = own::begin(ctx).await?;
    set_in(&mut tx, ctx, user, &hash, whose.proofs).await?;
    let others = end_others_in(&mut tx, ctx, user, keys.0).await?;
    rotate_in(&mut tx, ctx, keys, None).await?;
    notices::tell(&mut tx, ctx, user, Kind::PasswordChanged).await?;
    let entry = Entry::change("password.change", Action::ChangeAccount, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    forget_all(ctx, user, others);
    ctx.house().sessions.replaced(keys.0, user);
    Ok(())
}

/// Whose password the asker's is: what a guesser would know, and whether a factor stands beside it.
pub(crate) async fn whose(ctx: &Ctx) -> Result<Whose> {
    let (user, mut tx) = own::begin(ctx).await?;
    let kept = sqlx::query!(
        r#"SELECT u.display_name, u.email_sealed, u.phone_sealed, u.proofs,
                  (SELECT h.name FROM hospital h WHERE h.id = $2) AS hospital,
                  EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "has_factor!"
           FROM   app_user u
           WHERE  u.id = $1"#,
        user.0,
        ctx.actor().hospital().map(|hospital| hospital.0),
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let kept = kept.ok_or(HospitalError::SignIn)?;
    let keys = &ctx.house().keys;
    let reached = Reached::open(keys, user, kept.email_sealed.as_deref(), kept.phone_sealed.as_deref())?;
    let words = [Some(kept.display_name), reached.email, reached.phone, kept.hospital];
    Ok(Whose {
        words: words.into_iter().flatten().collect(),
        has_factor: kept.has_factor,
        proofs: kept.proofs,
    })
}

/// Writes the hash of a new password in a transaction of the door, and opens an account that failures had closed. What the old one began (a sign-in that
/// waits for its code, a link to reset it, another e-mail address) is void.
///
/// # Errors
/// [`HospitalError::Conflict`] when what proves the account is not what it was when `proofs` was read.
pub(crate) async fn set_in(tx: &mut Tx, ctx: &Ctx, user: UserId, hash: &str, proofs: i32) -> Result<()> {
    let set = sqlx::query!(
        "UPDATE app_user SET password_hash = $2, proofs = proofs + 1 WHERE id = $1 AND proofs = $3",
        user.0,
        hash,
        proofs,
    )
    .execute(&mut **tx)
    .await?;
    if set.rows_affected() != 1 {
        return Err(HospitalError::Conflict(CHANGED));
    }
    links::void(tx, ctx, Purpose::Reset, user.0).await?;
    sqlx::query!("DELETE FROM sign_in_step WHERE user_id = $1", user.0)
        .execute(&mut **tx)
        .await?;
    change_email::give_up_in(tx, ctx, user).await?;
    clear_failures(tx, user).await
}
