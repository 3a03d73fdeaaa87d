//! The link in the mail proves the address, and whoever opened it chooses the password. Then there is an account, which may do nothing yet, and reception finds the
//! application in its list.

use domain::access::{Action, Subject};
use domain::ids::{HospitalId, UserId};
use secrecy::SecretString;
use uuid::Uuid;

use super::Applicant;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::contact::{change_email, email_of, phone_of, seal_email, seal_phone};
use crate::identity::links::{self, DEAD, Purpose};
use crate::identity::passwords::Whose;
use crate::identity::{new_password, sessions};
use crate::keys::Keys;
use crate::notices::Kind;
use crate::notices::whom::tell_all;
use crate::time::to_db;

/// What the page behind the link says of the form: somebody else may have filled it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The hospital that was asked.
    pub hospital: String,
    /// For whom.
    pub name: String,
    /// The address, for which a browser keeps the password.
    pub email: String,
}

/// An application whose address is still to be proved.
struct Open {
    id: Uuid,
    hospital: HospitalId,
    hospital_name: String,
    name: String,
    applicant: Applicant,
    email_blind: Vec<u8>,
}

/// What was filled in, when the link would open now. It is not used up.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`DEAD`].
pub async fn look(ctx: &Ctx, link: &SecretString) -> Result<Applied> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let id = links::look(&mut tx, ctx, Purpose::VerifyPatient, link).await?;
    let open = open(&mut tx, ctx, id).await?;
    tx.commit().await?;
    Ok(Applied {
        hospital: open.hospital_name,
        name: open.name,
        email: open.applicant.email,
    })
}

/// Uses the link: the address is proved, and the account has this password. Answers the hospital's name.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`DEAD`], or when there is an account with this address by now; [`HospitalError::Invalid`] for the password, which leaves the
/// link as it is.
pub async fn verify(ctx: &Ctx, link: &SecretString, password: &SecretString) -> Result<String> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let id = links::look(&mut tx, ctx, Purpose::VerifyPatient, link).await?;
    let looked = open(&mut tx, ctx, id).await?;
    // Nobody holds a connection while waiting in line for a hash.
    tx.commit().await?;
    let whose = Whose::of([
        looked.name.as_str(),
        &looked.applicant.email,
        &looked.applicant.health_id,
        &looked.hospital_name,
    ]);
    let hash = new_password::accepted("password", password, &whose).await?;
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    if links::spend(&mut tx, ctx, Purpose::VerifyPatient, link).await? != looked.id {
        return Err(HospitalError::Internal("a link changed its application"));
    }
    let open = open(&mut tx, ctx, looked.id).await?;
    let (user, ended) = match free_account(&mut tx, ctx, &open, &hash).await? {
        // A password that was there is replaced as a reset replaces it.
        Some(user) => (user, sessions::end_all_in(&mut tx, ctx, user).await?),
        None => (
            make_account(&mut tx, &ctx.house().keys, &open, &hash).await?,
            Vec::new(),
        ),
    };
    sqlx::query!(
        "UPDATE patient_application SET verified_at = $2, user_id = $3 WHERE id = $1",
        open.id,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await?;
    tell_all(&mut tx, ctx, Some(open.hospital), Kind::RegistrationWaits, "").await?;
    let entry = Entry::change("portal.verify", Action::OpenSession, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    sessions::forget_all(ctx, user, ended);
    Ok(open.hospital_name)
}

async fn open(tx: &mut Tx, ctx: &Ctx, application: Uuid) -> Result<Open> {
    let row = sqlx::query!(
        r#"SELECT a.id, a.hospital_id, h.name AS hospital_name, a.applicant_sealed AS "applicant!", a.email_blind AS "email_blind!"
           FROM   patient_application a JOIN hospital h ON h.id = a.hospital_id
           WHERE  a.id = $1 AND a.verified_at IS NULL
           FOR UPDATE OF a"#,
        application
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::Conflict(DEAD))?;
    let applicant = Applicant::open(&ctx.house().keys, row.id, &row.applicant)?;
    Ok(Open {
        id: row.id,
        hospital: HospitalId(row.hospital_id),
        hospital_name: row.hospital_name,
        name: format!("{} {}", applicant.given_name, applicant.family_name),
        email_blind: row.email_blind,
        applicant,
    })
}

/// Who was refused before and asks again keeps the account, under the name that they wrote now and with the new password; what the old one began is void.
async fn free_account(tx: &mut Tx, ctx: &Ctx, open: &Open, hash: &str) -> Result<Option<UserId>> {
    let user = sqlx::query_scalar!(
        "UPDATE app_user u SET display_name = $2, password_hash = $3, proofs = u.proofs + 1
         WHERE u.email_blind = $1 AND is_free_account(u.id) RETURNING u.id",
        open.email_blind,
        open.name,
        hash,
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(UserId);
    if let Some(user) = user {
        change_email::give_up_in(tx, ctx, user).await?;
    }
    Ok(user)
}

async fn make_account(tx: &mut Tx, keys: &Keys, open: &Open, hash: &str) -> Result<UserId> {
    let applicant = &open.applicant;
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
        open.name,
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
