//! A forgotten password. Asking for a link costs the same work and brings the same answer whether or not there is such an account; the link sets a new
//! password and nothing more: it signs nobody in, so a second factor is asked for as ever.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::invalid::Invalid;
use secrecy::SecretString;
use uuid::Uuid;

use super::contact::{self, Reached};
use super::links::{self, Purpose};
use super::login::Login;
use super::new_password;
use super::own;
use super::passwords::{self, Whose};
use super::sessions;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::mail::{self, Letter, Recipient};
use crate::notices::{self, Kind};

/// Asks for a link to the e-mail address of the account of `login`.
///
/// # Errors
/// [`HospitalError::Invalid`] when nothing was typed that could be a login.
pub async fn ask(ctx: &Ctx, login: &str) -> Result<()> {
    let fault = || {
        HospitalError::Invalid(vec![Invalid::new(
            "login",
            "Enter your e-mail address or phone number.",
        )])
    };
    let login = Login::parse(login).ok_or_else(fault)?;
    let (email, phone) = contact::of_login(&ctx.house().keys, &login);
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let found = sqlx::query_scalar!(
        "SELECT u.id FROM app_user u WHERE (u.email_blind = $1 OR u.phone_blind = $2) AND u.is_active",
        email,
        phone,
    )
    .fetch_optional(&mut *tx)
    .await?;
    // For a login that nobody has, the same rows are written about an account that does not exist: nobody gets that mail.
    let user = UserId(found.unwrap_or_else(Uuid::now_v7));
    let subject = found.map_or(Subject::House, |user| Subject::Account(UserId(user)));
    mail::send_in(&mut tx, ctx, Letter::Reset, Recipient::Account(user)).await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("password.ask", Action::OpenSession, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// Whether the link would open now. It is not used up.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`links::DEAD`].
pub async fn look(ctx: &Ctx, link: &SecretString) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    links::look(&mut tx, ctx, Purpose::Reset, link).await?;
    Ok(tx.commit().await?)
}

/// Uses the link and sets the password: every session of the account ends, and its owner is told.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`links::DEAD`]; [`HospitalError::Invalid`] for a password that is not good enough, which leaves the link as it is.
pub async fn set(ctx: &Ctx, link: &SecretString, password: &SecretString) -> Result<()> {
    let (user, whose) = owner(ctx, link).await?;
    let hash = new_password::accepted("password", password, &whose).await?;
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    own::lock(&mut tx, user).await?;
    if links::spend(&mut tx, ctx, Purpose::Reset, link).await? != user.0 {
        return Err(HospitalError::Internal("a link changed its owner"));
    }
    passwords::set_in(&mut tx, ctx, user, &hash, whose.proofs).await?;
    let ended = sessions::end_all_in(&mut tx, ctx, user).await?;
    notices::tell(&mut tx, ctx, user, Kind::PasswordChanged).await?;
    let reset = Entry::change("password.reset", Action::OpenSession, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [reset]).await?;
    tx.commit().await?;
    sessions::forget_all(ctx, user, ended);
    Ok(())
}

/// Whose link it is, and what their password must not be made of.
async fn owner(ctx: &Ctx, link: &SecretString) -> Result<(UserId, Whose)> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let user = links::look(&mut tx, ctx, Purpose::Reset, link).await?;
    let row = sqlx::query!(
        r#"SELECT u.display_name, u.email_sealed, u.phone_sealed, u.proofs,
                  EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "has_factor!"
           FROM   app_user u
           WHERE  u.id = $1 AND u.is_active"#,
        user
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::Conflict(links::DEAD))?;
    tx.commit().await?;
    let user = UserId(user);
    let keys = &ctx.house().keys;
    let reached = Reached::open(keys, user, row.email_sealed.as_deref(), row.phone_sealed.as_deref())?;
    let words = [Some(row.display_name), reached.email, reached.phone];
    let whose = Whose {
        words: words.into_iter().flatten().collect(),
        has_factor: row.has_factor,
        proofs: row.proofs,
    };
    Ok((user, whose))
}
