//! Another e-mail address for an account. It takes effect when the link that was sent to it is opened: until then the old one signs in, and whoever asked by
//! mistake, or with a stolen session, has changed nothing. The asker sees the same whether or not another account has the address; its owner gets a mail instead.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::invalid::Invalid;
use domain::typed;
use secrecy::SecretString;
use uuid::Uuid;

use super::{email_of, open, seal_email};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::links::{self, Purpose};
use crate::identity::own;
use crate::keys::{Keys, Place};
use crate::mail::{self, Letter, Recipient};
use crate::notices::{self, Kind};
use crate::time::to_db;

/// Where the new address waits.
pub(crate) const fn waits_at(change: Uuid) -> Place {
    Place::new("email_change", "email_sealed", change)
}

/// Where the old one is kept, to write to it that it is the old one.
pub(crate) const fn former_at(change: Uuid) -> Place {
    Place::new("email_change", "former_sealed", change)
}

/// The asker wants another address. A link goes to it, word of it to the old one; what waited before waits no more.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof; [`HospitalError::Invalid`] at `email`.
pub async fn ask(ctx: &Ctx, typed_email: &str) -> Result<()> {
    let (user, mut tx) = own::begin_proved(ctx).await?;
    let address = typed::email("email", typed_email)?;
    let id = Uuid::now_v7();
    let new = seal_email(&ctx.house().keys, &waits_at(id), &address)?;
    let is_own = sqlx::query_scalar!(
        r#"SELECT u.email_blind = $2 AS "is_own?" FROM app_user u WHERE u.id = $1"#,
        user.0,
        new.blind
    )
    .fetch_one(&mut *tx)
    .await?;
    if is_own == Some(true) {
        return Err(Invalid::new("email", "This is your address already.").into());
    }
    give_up_in(&mut tx, ctx, user).await?;
    sqlx::query!(
        "INSERT INTO email_change (id, user_id, email_sealed, email_blind, asked_at) VALUES ($1, $2, $3, $4, $5)",
        id,
        user.0,
        new.sealed,
        new.blind,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    mail::send_in(&mut tx, ctx, Letter::ChangeEmail, Recipient::EmailChange(id)).await?;
    notices::tell(&mut tx, ctx, user, Kind::EmailAsked).await?;
    let entry = Entry::change("account.ask_email", Action::ChangeAccount, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// The asker keeps the address that they have. Nothing to prove: it only takes back what was asked.
pub async fn keep(ctx: &Ctx) -> Result<()> {
    let (user, mut tx) = own::begin(ctx).await?;
    give_up_in(&mut tx, ctx, user).await?;
    let entry = Entry::change("account.keep_email", Action::ChangeAccount, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// What waits for this account waits no more. A new password does this too: whoever asked with a stolen one gets nothing.
pub(crate) async fn give_up_in(tx: &mut Tx, ctx: &Ctx, user: UserId) -> Result<()> {
    sqlx::query!(
        "UPDATE email_change SET ended_at = $2 WHERE user_id = $1 AND ended_at IS NULL",
        user.0,
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The address that waits for this account.
pub(crate) async fn waiting_in(tx: &mut Tx, keys: &Keys, user: UserId) -> Result<Option<String>> {
    let row = sqlx::query!(
        "SELECT c.id, c.email_sealed FROM email_change c WHERE c.user_id = $1 AND c.ended_at IS NULL",
        user.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    row.map(|row| open(keys, &waits_at(row.id), &row.email_sealed))
        .transpose()
}

/// Whether the link would open now. It is not used up.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`links::DEAD`].
pub async fn look(ctx: &Ctx, link: &SecretString) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let change = links::look(&mut tx, ctx, Purpose::ChangeEmail, link).await?;
    asked(&mut tx, change).await?;
    Ok(tx.commit().await?)
}

/// Uses the link: from now on the account has the new address. The old one is told, and links to a new password that went there are void.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`links::DEAD`], or when another account has the address by now: whoever reads its mailbox may know.
pub async fn prove(ctx: &Ctx, link: &SecretString) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let keys = &ctx.house().keys;
    let change = links::look(&mut tx, ctx, Purpose::ChangeEmail, link).await?;
    let whose = sqlx::query_scalar!("SELECT c.user_id FROM email_change c WHERE c.id = $1", change)
        .fetch_optional(&mut *tx)
        .await?
        .ok_or(HospitalError::Conflict(links::DEAD))?;
    own::lock(&mut tx, UserId(whose)).await?;
    if links::spend(&mut tx, ctx, Purpose::ChangeEmail, link).await? != change {
        return Err(HospitalError::Internal("a link changed its subject"));
    }
    let asked = asked(&mut tx, change).await?;
    let user = asked.user;
    let new = seal_email(keys, &email_of(user), &open(keys, &waits_at(change), &asked.email)?)?;
    let set = sqlx::query!(
        "UPDATE app_user SET email_sealed = $2, email_blind = $3 WHERE id = $1",
        user.0,
        new.sealed,
        new.blind,
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from);
    match set {
        Err(error) if error.violated() == Some("app_user_email_once") => {
            return Err(HospitalError::Conflict("Another account has this address by now."));
        }
        set => set?,
    };
    let former = match asked.former {
        Some(sealed) => Some(keys.seal(&former_at(change), open(keys, &email_of(user), &sealed)?.as_bytes())?),
        None => None,
    };
    sqlx::query!(
        "UPDATE email_change SET ended_at = $2, former_sealed = $3 WHERE id = $1",
        change,
        to_db(ctx.now()),
        former,
    )
    .execute(&mut *tx)
    .await?;
    links::void(&mut tx, ctx, Purpose::Reset, user.0).await?;
    mail::send_in(&mut tx, ctx, Letter::EmailChanged, Recipient::FormerEmail(change)).await?;
    notices::tell(&mut tx, ctx, user, Kind::EmailChanged).await?;
    let entry = Entry::change("account.change_email", Action::OpenSession, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// A change that waits, locked with its account.
struct Asked {
    user: UserId,
    email: Vec<u8>,
    former: Option<Vec<u8>>,
}

async fn asked(tx: &mut Tx, change: Uuid) -> Result<Asked> {
    let row = sqlx::query!(
        r#"SELECT c.user_id, c.email_sealed, u.email_sealed AS former
           FROM   email_change c JOIN app_user u ON u.id = c.user_id
           WHERE  c.id = $1 AND c.ended_at IS NULL AND u.is_active
           FOR UPDATE"#,
        change
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::Conflict(links::DEAD))?;
    Ok(Asked {
        user: UserId(row.user_id),
        email: row.email_sealed,
        former: row.former,
    })
}
