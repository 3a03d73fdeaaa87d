//! The link in the mail proves the address, and who opens it chooses the password: whoever filled in the form may be somebody else. Then there is an account, which may do nothing yet, and reception finds the application in its list.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use secrecy::SecretString;
use uuid::Uuid;

use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::links::{self, DEAD, Purpose};
use crate::identity::new_password;
use crate::identity::passwords::Whose;
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

/// Uses the link: the address is proved, and `password` opens the account. Answers the hospital's name.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`DEAD`], or when there is an account with this address by now; [`HospitalError::Invalid`] for the password, which leaves
/// the link as it is.
pub async fn verify(ctx: &Ctx, link: &SecretString, password: &SecretString) -> Result<String> {
    let whose = applicant(ctx, link).await?;
    let hash = new_password::accepted("password", password, &whose).await?;
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let application = links::spend(&mut tx, ctx, Purpose::VerifyPatient, link).await?;
    let row = sqlx::query!(
        "SELECT a.hospital_id, h.name AS hospital_name, a.given_name, a.family_name, a.email, a.phone
         FROM   patient_application a JOIN hospital h ON h.id = a.hospital_id
         WHERE  a.id = $1 AND a.verified_at IS NULL
         FOR UPDATE OF a",
        application
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::Conflict(DEAD))?;
    let name = format!("{} {}", row.given_name, row.family_name);
    // Who was refused before and asks again keeps the account, with what they wrote now.
    let again = sqlx::query_scalar!(
        "UPDATE app_user u SET display_name = $2, password_hash = $3, proofs = u.proofs + 1 WHERE u.email = $1 AND is_free_account(u.id) RETURNING u.id",
        row.email,
        name,
        hash,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let user = match again {
        Some(user) => UserId(user),
        None => make_account(&mut tx, &row.email, row.phone.as_deref(), &name, &hash).await?,
    };
    sqlx::query!(
        "UPDATE patient_application SET verified_at = $2, user_id = $3 WHERE id = $1",
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

/// What the password of this link's application must not be made of.
async fn applicant(ctx: &Ctx, link: &SecretString) -> Result<Whose> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let application = links::look(&mut tx, ctx, Purpose::VerifyPatient, link).await?;
    let row = sqlx::query!(
        "SELECT a.given_name, a.family_name, a.email, a.health_id FROM patient_application a WHERE a.id = $1",
        application
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::Conflict(DEAD))?;
    tx.commit().await?;
    Ok(Whose::of([
        row.given_name.as_str(),
        &row.family_name,
        &row.email,
        &row.health_id,
    ]))
}

async fn make_account(tx: &mut Tx, email: &str, phone: Option<&str>, name: &str, hash: &str) -> Result<UserId> {
    let user = UserId(Uuid::now_v7());
    // A number that somebody signs in with already stays theirs; this account signs in by its address.
    let made = sqlx::query!(
        "INSERT INTO app_user (id, email, phone, display_name, password_hash)
         VALUES ($1, $2, CASE WHEN NOT EXISTS (SELECT FROM app_user u WHERE u.phone = $3) THEN $3 END, $4, $5)",
        user.0,
        email,
        phone,
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
