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
use crate::identity::notices::{Notice, tell_in};
use crate::identity::prove::check_password;
use crate::identity::sessions::{SessionKey, end_others_in, forget_all, rotate};
use crate::identity::sign_ins::{Origin, clear_failures};
use crate::identity::{at_the_door, own};

/// Changes the asker's password. All their other sessions end; the one of `old_key` goes on as `new_key`.
///
/// # Errors
/// [`HospitalError::Invalid`] at `old_password` or `new_password`; [`HospitalError::Busy`] when too many hash at once.
pub async fn change(
    ctx: &Ctx,
    (old_key, new_key): (SessionKey, SessionKey),
    old: &str,
    new: &str,
    origin: &Origin,
) -> Result<()> {
    check_password(ctx, "old_password", old, origin).await?;
    if old == new {
        return Err(HospitalError::Invalid(vec![Fault::Same.of("new_password")]));
    }
    accept("new_password", new, &whose(ctx).await?).await?;
    let hash = hash(new).await?;
    let (user, mut tx) = own::begin(ctx).await?;
    set_in(&mut tx, ctx, user, &hash).await?;
    let others = end_others_in(&mut tx, ctx, user, old_key).await?;
    tell_in(&mut tx, ctx, user, Notice::PasswordChanged).await?;
    let entry = Entry::change("password.change", Action::ChangeAccount, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    forget_all(ctx, user, others);
    rotate(&at_the_door(ctx.house(), ctx.request()), old_key, new_key, None).await
}

/// Whose password the asker's is: what a guesser would know, and whether a factor stands beside it.
pub(crate) async fn whose(ctx: &Ctx) -> Result<Whose> {
    let (user, mut tx) = own::begin(ctx).await?;
    let kept = sqlx::query!(
        r#"SELECT u.display_name, u.email_sealed, u.phone_sealed,
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
    })
}

/// Writes the hash of a new password in a transaction of the door, and opens an account that failures had closed. What the old one began (a sign-in that
/// waits for its code, another e-mail address) is void.
pub(crate) async fn set_in(tx: &mut Tx, ctx: &Ctx, user: UserId, hash: &str) -> Result<()> {
    let set = sqlx::query!("UPDATE app_user SET password_hash = $2 WHERE id = $1", user.0, hash)
        .execute(&mut **tx)
        .await?;
    if set.rows_affected() != 1 {
        return Err(HospitalError::NotFound);
    }
    sqlx::query!("DELETE FROM sign_in_step WHERE user_id = $1", user.0)
        .execute(&mut **tx)
        .await?;
    change_email::give_up_in(tx, ctx, user).await?;
    clear_failures(tx, user).await
}
