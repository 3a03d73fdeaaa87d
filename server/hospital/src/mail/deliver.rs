//! A mail is written and handed over: the work of a job. The address and the hospital's name are read now; the link is made now, so that its secret is
//! nowhere but in the mail. A mail that is written a second time after a crash brings a new link, and the first one stays good until either is used.

use uuid::Uuid;
use words::Locale;

use super::words::{Place, compose};
use super::{Letter, Recipient};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::identity::contact::change_email::{former_at, waits_at};
use crate::identity::contact::{email_of, open};
use crate::identity::links;
use crate::jobs::{self, Fault};
use crate::keys::Keys;
use crate::organisation::applications::admin_email_of;
use crate::organisation::staff::invited_email_of;
use crate::patients::applications::Applicant;
use crate::ports::{Mail, MailFault};

/// Who reads a mail, as of now.
struct Reader {
    address: String,
    hospital: Option<String>,
    /// Whether the address has an account already.
    known: bool,
    /// The language that their account keeps; for who has none yet, that of the page on which they were written down.
    locale: Locale,
}

/// Writes and sends the mail of the job `id`. Nobody to write to is no fault: the account may be gone, or never have been.
pub async fn deliver(ctx: &Ctx, id: Uuid, letter: Letter, to: Recipient) -> std::result::Result<(), Fault> {
    let Some(mail) = write(ctx, id, letter, to).await? else {
        return Ok(());
    };
    ctx.house().post.mailer().send(mail).await.map_err(|fault| match fault {
        MailFault::Later(why) => Fault::Later(why),
        MailFault::Never(why) => Fault::Never(why),
    })
}

async fn write(ctx: &Ctx, id: Uuid, letter: Letter, to: Recipient) -> Result<Option<Mail>> {
    let mut tx = jobs::begin(ctx).await?;
    let Some(reader) = reader(&mut tx, &ctx.house().keys, to).await? else {
        tx.commit().await?;
        return Ok(None);
    };
    let link = match letter.link().filter(|_| !reader.known) {
        Some(purpose) => {
            let secret = links::make(&mut tx, ctx, purpose, to.id()).await?;
            Some(ctx.house().post.link(&links::path(purpose, &secret)))
        }
        None => None,
    };
    tx.commit().await?;
    let place = Place {
        hospital: reader.hospital.as_deref(),
        link: link.as_deref(),
        home: &ctx.house().post.link(""),
        known: reader.known,
        locale: reader.locale,
    };
    let (subject, text) = compose(letter, &place);
    Ok(Some(Mail {
        id,
        to: reader.address,
        subject: subject.to_owned(),
        text,
        at: ctx.now(),
    }))
}

async fn reader(tx: &mut Tx, keys: &Keys, to: Recipient) -> Result<Option<Reader>> {
    match to {
        Recipient::Account(user) => {
            let found = sqlx::query!(
                r#"SELECT u.email_sealed AS "email!", p.language AS "language?"
                   FROM   app_user u LEFT JOIN account_profile p ON p.user_id = u.id
                   WHERE  u.id = $1 AND u.email_sealed IS NOT NULL AND u.is_active"#,
                user.0
            )
            .fetch_optional(&mut **tx)
            .await?;
            let Some(row) = found else { return Ok(None) };
            to_address(open(keys, &email_of(user), &row.email)?, row.language)
        }
        Recipient::Invitation(id) => {
            let found = sqlx::query!(
                r#"SELECT i.email_sealed AS "email!", i.language, h.name
                 FROM   staff_invitation i JOIN hospital h ON h.id = i.hospital_id
                 WHERE  i.id = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL"#,
                id
            )
            .fetch_optional(&mut **tx)
            .await?;
            let Some(row) = found else { return Ok(None) };
            Ok(Some(Reader {
                address: open(keys, &invited_email_of(id), &row.email)?,
                hospital: Some(row.name),
                known: false,
                locale: kept(row.language),
            }))
        }
        Recipient::PatientApplication(id) => {
            let found = sqlx::query!(
                r#"SELECT a.applicant_sealed AS "applicant!", a.language, h.name,
                          a.verified_at IS NULL AND EXISTS (SELECT FROM app_user u WHERE u.email_blind = a.email_blind AND NOT is_free_account(u.id)) AS "known!"
                   FROM   patient_application a JOIN hospital h ON h.id = a.hospital_id
                   WHERE  a.id = $1"#,
                id
            )
            .fetch_optional(&mut **tx)
            .await?;
            let Some(row) = found else { return Ok(None) };
            Ok(Some(Reader {
                address: Applicant::open(keys, id, &row.applicant)?.email,
                hospital: Some(row.name),
                known: row.known,
                locale: kept(row.language),
            }))
        }
        Recipient::HospitalApplication(id) => {
            let found = sqlx::query!(
                r#"SELECT a.admin_email_sealed AS "email!", a.language FROM hospital_application a WHERE a.id = $1"#,
                id
            )
            .fetch_optional(&mut **tx)
            .await?;
            let Some(row) = found else { return Ok(None) };
            to_address(open(keys, &admin_email_of(id), &row.email)?, row.language)
        }
        Recipient::EmailChange(id) => {
            let found = sqlx::query!(
                r#"SELECT c.email_sealed, EXISTS (SELECT FROM app_user u WHERE u.email_blind = c.email_blind) AS "known!", p.language AS "language?"
                   FROM   email_change c LEFT JOIN account_profile p ON p.user_id = c.user_id
                   WHERE  c.id = $1 AND c.ended_at IS NULL"#,
                id
            )
            .fetch_optional(&mut **tx)
            .await?;
            let Some(row) = found else { return Ok(None) };
            Ok(Some(Reader {
                address: open(keys, &waits_at(id), &row.email_sealed)?,
                hospital: None,
                known: row.known,
                locale: kept(row.language),
            }))
        }
        Recipient::FormerEmail(id) => {
            let found = sqlx::query!(
                r#"SELECT c.former_sealed, p.language AS "language?"
                   FROM   email_change c LEFT JOIN account_profile p ON p.user_id = c.user_id
                   WHERE  c.id = $1"#,
                id
            )
            .fetch_optional(&mut **tx)
            .await?;
            let Some((sealed, language)) = found.and_then(|row| Some((row.former_sealed?, row.language))) else {
                return Ok(None);
            };
            to_address(open(keys, &former_at(id), &sealed)?, language)
        }
    }
}

/// Without a hospital: which ones a person knows is nobody's business.
fn to_address(address: String, language: Option<String>) -> Result<Option<Reader>> {
    Ok(Some(Reader {
        address,
        hospital: None,
        known: false,
        locale: kept(language),
    }))
}

/// The language that an account keeps; English until it keeps one.
fn kept(language: Option<String>) -> Locale {
    language.as_deref().and_then(Locale::of_tag).unwrap_or(Locale::ENGLISH)
}
