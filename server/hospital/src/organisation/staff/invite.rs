//! An admin invites somebody to work in their hospital. Whether the address has an account already is not said: the link goes out either way.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{HospitalId, WardId};
use domain::invalid::Invalid;
use domain::typed;
use uuid::Uuid;

use super::{grantable, invited_email_of};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::contact::seal_email;
use crate::mail::{self, Letter, Recipient};
use crate::time::to_db;

/// The form of an invitation, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Invite {
    /// E-mail address.
    pub email: String,
    /// Name.
    pub name: String,
    /// The name of a role.
    pub role: String,
    /// The id of the ward that they open first; empty for none.
    pub ward: String,
    /// The tag of the language in which they are written to, that of who invites them. Empty for English.
    pub language: String,
}

/// The form, read.
struct Read {
    email: String,
    name: String,
    role: Role,
    ward: Option<WardId>,
    language: String,
}

impl Invite {
    fn read(&self) -> Result<Read> {
        let email = typed::email("email", &self.email);
        let name = typed::name("name", "the name", &self.name);
        let role = grantable()
            .find(|role| role.name() == self.role)
            .ok_or_else(|| Invalid::new("role", "Choose a role."));
        let ward = match self.ward.trim() {
            "" => Ok(None),
            id => id
                .parse()
                .map(Some)
                .map_err(|_| Invalid::new("ward", "Choose a ward of the list.")),
        };
        match (email, name, role, ward) {
            (Ok(email), Ok(name), Ok(role), Ok(ward)) => Ok(Read {
                email,
                name,
                role,
                ward,
                language: self.language.clone(),
            }),
            (email, name, role, ward) => Err(HospitalError::Invalid(
                [email.err(), name.err(), role.err(), ward.err()]
                    .into_iter()
                    .flatten()
                    .collect(),
            )),
        }
    }
}

/// Invites; the link goes by mail after the commit.
///
/// # Errors
/// [`HospitalError::Invalid`] with the fields at fault, also when there is an open invitation to the same address.
pub async fn invite(ctx: &Ctx, form: &Invite) -> Result<()> {
    let (hospital, subject) = here(ctx)?;
    let mut tx = ctx.begin(Action::ManageStaff, &subject).await?;
    let read = form.read()?;
    let added = insert(&mut tx, ctx, hospital, &read).await;
    let id = match added {
        Err(error) if error.violated() == Some("staff_invitation_open_once") => {
            return fault(
                "email",
                "This address is invited already. Send that invitation once more, or withdraw it.",
            );
        }
        Err(error) if error.violated() == Some("staff_invitation_ward_of_hospital") => {
            return fault("ward", "Choose a ward of the list.");
        }
        added => added?,
    };
    mail::send_in(&mut tx, ctx, Letter::Invitation, Recipient::Invitation(id)).await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("staff.invite", Action::ManageStaff, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// The platform invites the first admin of a hospital that it has just approved, in the transaction of the approval, in the language in which
/// it was asked for.
pub(crate) async fn invite_first_admin(
    tx: &mut Tx,
    ctx: &Ctx,
    hospital: HospitalId,
    email: &str,
    name: &str,
    language: Option<String>,
) -> Result<()> {
    let read = Read {
        email: email.to_owned(),
        name: name.to_owned(),
        role: Role::HospitalAdmin,
        ward: None,
        language: language.unwrap_or_default(),
    };
    let id = insert(tx, ctx, hospital, &read).await?;
    mail::send_in(tx, ctx, Letter::Invitation, Recipient::Invitation(id)).await
}

/// Between two mails of one invitation, in seconds.
const PAUSE: f64 = 60.0;
/// So often an invitation goes once more within a day.
const MOST_RESENT: i16 = 5;

/// Sends the mail of an open invitation once more; links that went before stay good until one is used. Once a minute and five times a day, so that nobody's mailbox is
/// filled in the hospital's name.
///
/// # Errors
/// [`HospitalError::NotFound`] when it is not open, or of another hospital; [`HospitalError::Conflict`] when it went too often.
pub async fn resend(ctx: &Ctx, invitation: Uuid) -> Result<()> {
    let ((_, subject), now) = (here(ctx)?, ctx.now());
    let mut tx = ctx.begin(Action::ManageStaff, &subject).await?;
    let (day, minute) = (to_db(now.plus_seconds(-86_400.0)), to_db(now.plus_seconds(-PAUSE)));
    let open = sqlx::query!(
        r#"SELECT i.sent_at > $2 AS "just_now!", i.resent_since > $3 AND i.resent >= $4 AS too_often
           FROM   staff_invitation i
           WHERE  i.id = $1 AND i.withdrawn_at IS NULL AND i.accepted_at IS NULL
           FOR UPDATE"#,
        invitation,
        minute,
        day,
        MOST_RESENT,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    if open.just_now {
        return Err(HospitalError::Conflict(
            "This invitation went out just now. Wait a minute.",
        ));
    }
    if open.too_often == Some(true) {
        return Err(HospitalError::Conflict(
            "This invitation went out five times today. Ask whether the address is right, or try tomorrow.",
        ));
    }
    sqlx::query!(
        "UPDATE staff_invitation i
         SET    sent_at      = $2,
                resent       = CASE WHEN i.resent_since > $3 THEN i.resent + 1 ELSE 1 END,
                resent_since = CASE WHEN i.resent_since > $3 THEN i.resent_since ELSE $2 END
         WHERE  i.id = $1",
        invitation,
        to_db(now),
        day,
    )
    .execute(&mut *tx)
    .await?;
    mail::send_in(&mut tx, ctx, Letter::Invitation, Recipient::Invitation(invitation)).await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("staff.invite_again", Action::ManageStaff, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// Withdraws an open invitation: its links open nothing any more.
///
/// # Errors
/// [`HospitalError::NotFound`] when it is not open, or of another hospital.
pub async fn withdraw(ctx: &Ctx, invitation: Uuid) -> Result<()> {
    let (_, subject) = here(ctx)?;
    let mut tx = ctx.begin(Action::ManageStaff, &subject).await?;
    let withdrawn = sqlx::query!(
        "UPDATE staff_invitation SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL AND accepted_at IS NULL",
        invitation,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if withdrawn.rows_affected() != 1 {
        return Err(HospitalError::NotFound);
    }
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change(
            "staff.withdraw_invitation",
            Action::ManageStaff,
            &subject,
        )],
    )
    .await?;
    Ok(tx.commit().await?)
}

async fn insert(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, read: &Read) -> Result<Uuid> {
    let id = Uuid::now_v7();
    let email = seal_email(&ctx.house().keys, &invited_email_of(id), &read.email)?;
    sqlx::query!(
        "INSERT INTO staff_invitation (id, hospital_id, email_sealed, email_blind, name, role, ward_id, invited_by, invited_at, sent_at, language)
         VALUES                       ($1, $2,          $3,           $4,          $5,   $6,   $7,      $8,         $9,         $9,      nullif($10, ''))",
        id,
        hospital.0,
        email.sealed,
        email.blind,
        read.name,
        read.role.name(),
        read.ward.map(|ward| ward.0),
        ctx.actor().user().map(|user| user.0),
        to_db(ctx.now()),
        read.language,
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

fn here(ctx: &Ctx) -> Result<(HospitalId, Subject)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    Ok((hospital, Subject::Hospital(hospital)))
}

fn fault<T>(field: &str, reason: &str) -> Result<T> {
    Err(HospitalError::Invalid(vec![Invalid::new(field, reason)]))
}
