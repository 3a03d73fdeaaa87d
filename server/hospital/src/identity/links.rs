//! One-time links: 256 random bits in a mail, SHA-256 of them in the database, for one purpose, for a while, and used once. Who only looks at one (a
//! mail scanner, a preview) does not use it up: [`spend`] is called by a form that was sent.
//!
//! To add a purpose: a variant of [`Purpose`] with its life and its door, and its name in the constraint `one_time_link_purpose_known`.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand;
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// What every door says of a link that does not open, whatever the reason.
pub const DEAD: &str =
    "This link does not work any more: it was used, it is too old, or a part of it is missing. Ask for a new one.";

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Sets a new password; of an account.
    Reset,
    /// Makes an account of a member of staff; of an invitation.
    Invitation,
    /// Proves the address of a registration in the portal.
    VerifyPatient,
    /// Proves the address of a hospital's application.
    VerifyHospital,
    /// Gives an account another address; of a change that waits.
    ChangeEmail,
}

impl Purpose {
    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reset => "reset",
            Self::Invitation => "invitation",
            Self::VerifyPatient => "verify_patient",
            Self::VerifyHospital => "verify_hospital",
            Self::ChangeEmail => "change_email",
        }
    }

    /// How long a link lives, in seconds. Half an hour for what opens an account that exists (OWASP ASVS 5.0 6.4.1 asks for a short life), a day for an
    /// address, a week for people who are on leave.
    pub const fn seconds(self) -> f64 {
        match self {
            Self::Reset | Self::ChangeEmail => 30.0 * 60.0,
            Self::VerifyPatient | Self::VerifyHospital => 86_400.0,
            Self::Invitation => 7.0 * 86_400.0,
        }
    }

    /// The page that it opens.
    pub const fn door(self) -> &'static str {
        match self {
            Self::Reset => "/recover/new",
            Self::Invitation => "/invitation",
            Self::VerifyPatient => "/register/verify",
            Self::VerifyHospital => "/register/hospital/verify",
            Self::ChangeEmail => "/verify/email",
        }
    }
}

/// The path of a link as it stands in the mail. The door takes the secret out of the address at once.
pub(crate) fn path(purpose: Purpose, secret: &SecretString) -> String {
    format!("{}?link={}", purpose.door(), secret.expose_secret())
}

/// 256 random bits, as 64 letters and digits.
pub(crate) fn secret() -> Result<SecretString> {
    let mut random = [0_u8; 32];
    rand::fill(&mut random).map_err(|_| HospitalError::Internal("the system gave no random numbers"))?;
    Ok(random
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>()
        .into())
}

/// Makes a link for `subject`; the secret is answered once.
pub(crate) async fn make(tx: &mut Tx, ctx: &Ctx, purpose: Purpose, subject: Uuid) -> Result<SecretString> {
    let secret = secret()?;
    let now = ctx.now();
    sqlx::query!(
        "INSERT INTO one_time_link (hash, purpose, subject, made_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        hash(secret.expose_secret()),
        purpose.name(),
        subject,
        to_db(now),
        to_db(now.plus_seconds(purpose.seconds())),
    )
    .execute(&mut **tx)
    .await?;
    Ok(secret)
}

/// Whose link this is, when it would open now. It stays good.
pub(crate) async fn look(tx: &mut Tx, ctx: &Ctx, purpose: Purpose, secret: &SecretString) -> Result<Uuid> {
    let subject = sqlx::query_scalar!(
        "SELECT l.subject FROM one_time_link l WHERE l.hash = $1 AND l.purpose = $2 AND l.used_at IS NULL AND l.expires_at > $3",
        hash(secret.expose_secret()),
        purpose.name(),
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    subject.ok_or(HospitalError::Conflict(DEAD))
}

/// Uses the link up, and with it every other one of the same purpose and subject. Of two at once, one wins.
pub(crate) async fn spend(tx: &mut Tx, ctx: &Ctx, purpose: Purpose, secret: &SecretString) -> Result<Uuid> {
    let now = to_db(ctx.now());
    let subject = sqlx::query_scalar!(
        "UPDATE one_time_link SET used_at = $3
         WHERE  hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
         RETURNING subject",
        hash(secret.expose_secret()),
        purpose.name(),
        now,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::Conflict(DEAD))?;
    void(tx, ctx, purpose, subject).await?;
    Ok(subject)
}

/// Uses up every link of this purpose and subject.
pub(crate) async fn void(tx: &mut Tx, ctx: &Ctx, purpose: Purpose, subject: Uuid) -> Result<()> {
    sqlx::query!(
        "UPDATE one_time_link SET used_at = $3 WHERE subject = $1 AND purpose = $2 AND used_at IS NULL",
        subject,
        purpose.name(),
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn hash(secret: &str) -> Vec<u8> {
    digest(&SHA256, secret.as_bytes()).as_ref().to_vec()
}
