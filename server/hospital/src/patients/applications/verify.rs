//! The link in the mail proves the address. Then there is an account, which may do nothing yet, and reception finds the application in its list.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use secrecy::SecretString;
use uuid::Uuid;

use super::Applicant;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::contact::{email_of, phone_of, seal_email, seal_phone};
use crate::identity::links::{self, DEAD, Purpose};
use crate::keys::Keys;
use crate::time::to_db;

/// Whether the link would open now. It is not used up.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`DEAD`].
pub async fn look(ctx: &Ctx, link: &SecretString) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    links::look(&mut tx, ctx, Purpose::VerifyPatient, link).await?;
    Ok(tx.commit().await?)
}

/// Uses the link: the address is proved. Answers the hospital's name.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`DEAD`], or when there is an account with this address by now.
pub async fn verify(ctx: &Ctx, link: &SecretString) -> Result<String> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let application = links::spend(&mut tx, ctx, Purpose::VerifyPatient, link).await?;
    let row = sqlx::query!(
        r#"SELECT a.hospital_id, h.name AS hospital_name, a.applicant_sealed AS "applicant!", a.email_blind AS "email_blind!", a.password_hash AS "password_hash!"
           FROM   patient_application a JOIN hospital h ON h.id = a.hospital_id
           WHERE  a.id = $1 AND a.verified_at IS NULL
           FOR UPDATE OF a"#,
        application
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::Conflict(DEAD))?;
    let applicant = Applicant::open(&ctx.house().keys, application, &row.applicant)?;
    let name = format!("{} {}", applicant.given_name, applicant.family_name);
    // Who was refused before and asks again keeps the account, with what they wrote now.
    let again = sqlx::query_scalar!(
        "UPDATE app_user u SET display_name = $2, password_hash = $3 WHERE u.email_blind = $1 AND is_free_account(u.id) RETURNING u.id",
        row.email_blind,
        name,
        row.password_hash,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let user = match again {
        Some(user) => UserId(user),
        None => make_account(&mut tx, &ctx.house().keys, &applicant, &name, &row.password_hash).await?,
    };
    sqlx::query!(
        "UPDATE patient_application SET verified_at = $2, user_id = $3, password_hash = NULL WHERE id = $1",
        application,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change("portal.verify", Action::OpenSession, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(row.hospital_name)
}

async fn make_account(tx: &mut Tx, keys: &Keys, applicant: &Applicant, name: &str, hash: &str) -> Result<UserId> {
    let user = UserId(Uuid::now_v7());
    let email = seal_email(keys, &email_of(user), &applicant.email)?;
    let phone = applicant.phone.as_ref().map(|it| seal_phone(keys, &phone_of(user), it));
    let (phone, phone_blind) = phone.transpose()?.map(|it| (it.sealed, it.blind)).unzip();
    // A number that somebody signs in with already stays theirs; this account signs in by its address.
    let made = sqlx::query!(
        "INSERT INTO app_user (id, email_sealed, email_blind, phone_sealed, phone_blind, display_name, password_hash)
         VALUES ($1, $2, $3, $4, CASE WHEN NOT EXISTS (SELECT FROM app_user u WHERE u.phone_blind = $5) THEN $5 END, $6, $7)",
        user.0,
        email.sealed,
        email.blind,
        phone,
        phone_blind,
        name,
        hash,
    )
    .execute(&mut **tx)
    .await
    .map_err(HospitalError::from);
    match made {
        Err(error) if error.violated() == Some("app_user_email_once") => Err(HospitalError::Conflict(
            "There is an account with this address already. Sign in with it.",
        )),
        made => made.map(|_| user),
    }
}

/// Whether this account waits for a hospital to confirm it: whoever has shown its password may know.
pub async fn is_waiting(ctx: &Ctx, user: UserId) -> Result<bool> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let waiting = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM patient_application a WHERE a.user_id = $1 AND a.decided_at IS NULL) AS "waiting!""#,
        user.0
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(waiting)
}
