//! Whoever has the link of an invitation becomes a member of staff. The link proves the address; an address that has an account already must show its
//! password and its code too, counted like any other try, so that a mailbox alone never adds to what somebody else's account may do.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{HospitalId, UserId};
use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::types::PgRange;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{enlist, invited_email_of};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::Origin;
use crate::identity::contact::{self, email_of, seal_email};
use crate::identity::links::{self, Purpose};
use crate::identity::new_password;
use crate::identity::passwords::Whose;
use crate::identity::prove::{code_of, password_of};
use crate::keys::Keys;
use crate::notices::{self, Kind, Notice};
use crate::time::to_db;

/// What the page of an invitation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The hospital.
    pub hospital: String,
    /// As whom.
    pub role: Role,
    /// The name that the admin wrote.
    pub name: String,
    /// The address, for which a browser keeps the password.
    pub email: String,
    /// The account that the address has already: then its password is asked for, not a new one.
    pub account: Option<UserId>,
    /// Whether that account has a second factor: then its code is asked for, too.
    pub has_factor: bool,
}

/// What somebody types who joins.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// A new password, or that of the account that is there already.
    pub password: &'a SecretString,
    /// The code of that account's app, or a recovery code.
    pub code: &'a str,
}

/// What has become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The account.
    pub user: UserId,
    /// The employee id.
    pub employee_id: String,
}

/// An open invitation, with what joining needs.
struct Open {
    invitation: Uuid,
    hospital: HospitalId,
    hospital_name: String,
    email: String,
    name: String,
    role: Role,
    ward: Option<Uuid>,
    /// Who invited them; none where the platform did.
    invited_by: Option<UserId>,
    account: Option<UserId>,
    has_factor: bool,
}

/// What the invitation of a link says. The link is not used up.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`links::DEAD`].
pub async fn look(ctx: &Ctx, link: &SecretString) -> Result<Invited> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let open = open(&mut tx, ctx, link).await?;
    tx.commit().await?;
    Ok(Invited {
        hospital: open.hospital_name,
        role: open.role,
        name: open.name,
        email: open.email,
        account: open.account,
        has_factor: open.has_factor,
    })
}

/// Uses the link: an account with this password, the role in the hospital, and an employee id. Nobody is signed in by it.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`links::DEAD`]; [`HospitalError::Invalid`] for the password or the code, which leaves the link as it is.
pub async fn join(ctx: &Ctx, link: &SecretString, typed: Typed<'_>, origin: &Origin) -> Result<Joined> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let open = open(&mut tx, ctx, link).await?;
    // Nobody holds a connection while waiting in line for a hash.
    tx.commit().await?;
    let new_hash = match open.account {
        Some(user) => {
            let shown = ("password", typed.password.expose_secret());
            if password_of(ctx, user, shown, origin).await? {
                code_of(ctx, user, typed.code, origin).await?;
            }
            None
        }
        None => {
            let whose = Whose::of([open.name.as_str(), &open.email, &open.hospital_name]);
            Some(new_password::accepted("password", typed.password, &whose).await?)
        }
    };
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    if links::spend(&mut tx, ctx, Purpose::Invitation, link).await? != open.invitation {
        return Err(HospitalError::Internal("a link changed its invitation"));
    }
    let user = match (open.account, new_hash) {
        (Some(user), _) => user,
        (None, Some(hash)) => make_account(&mut tx, &ctx.house().keys, &open, &hash).await?,
        (None, None) => return Err(HospitalError::Internal("an invitation without a password")),
    };
    accept(&mut tx, ctx, &open, user).await?;
    let employee_id = enlist(&mut tx, user, open.hospital, open.role, ctx.now()).await?;
    if let Some(inviter) = open.invited_by {
        let notice = Notice::of(Kind::InvitationAccepted).at(open.hospital).by(&open.name);
        notices::tell(&mut tx, ctx, inviter, notice).await?;
    }
    audit::record_in(
        &mut tx,
        ctx,
        [
            Entry::change("staff.join", Action::OpenSession, &Subject::Account(user)),
            Entry::change("staff.join", Action::OpenSession, &Subject::Hospital(open.hospital)),
        ],
    )
    .await?;
    tx.commit().await?;
    Ok(Joined { user, employee_id })
}

async fn open(tx: &mut Tx, ctx: &Ctx, link: &SecretString) -> Result<Open> {
    let invitation = links::look(tx, ctx, Purpose::Invitation, link).await?;
    let row = sqlx::query!(
        r#"SELECT i.hospital_id, h.name AS hospital_name, i.email_sealed AS "email!", i.name, i.role, i.ward_id, i.invited_by,
                  u.id AS "user_id?",
                  EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "has_factor!"
           FROM   staff_invitation i
           JOIN   hospital h ON h.id = i.hospital_id
           LEFT JOIN app_user u ON u.email_blind = i.email_blind
           WHERE  i.id = $1 AND i.withdrawn_at IS NULL AND i.accepted_at IS NULL AND (u.id IS NULL OR u.is_active)"#,
        invitation
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::Conflict(links::DEAD))?;
    Ok(Open {
        invitation,
        hospital: HospitalId(row.hospital_id),
        hospital_name: row.hospital_name,
        email: contact::open(&ctx.house().keys, &invited_email_of(invitation), &row.email)?,
        name: row.name,
        role: Role::parse(&row.role).ok_or(HospitalError::Conflict(links::DEAD))?,
        ward: row.ward_id,
        invited_by: row.invited_by.map(UserId),
        account: row.user_id.map(UserId),
        has_factor: row.has_factor,
    })
}

async fn make_account(tx: &mut Tx, keys: &Keys, open: &Open, hash: &str) -> Result<UserId> {
    let user = UserId(Uuid::now_v7());
    let email = seal_email(keys, &email_of(user), &open.email)?;
    sqlx::query!(
        "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ($1, $2, $3, $4, $5)",
        user.0,
        email.sealed,
        email.blind,
        open.name,
        hash,
    )
    .execute(&mut **tx)
    .await?;
    Ok(user)
}

/// The invitation is accepted and the role granted; somebody who has it already keeps it as it is.
async fn accept(tx: &mut Tx, ctx: &Ctx, open: &Open, user: UserId) -> Result<()> {
    let now = to_db(ctx.now());
    let accepted = sqlx::query!(
        "UPDATE staff_invitation SET accepted_at = $2, accepted_by = $3 WHERE id = $1 AND withdrawn_at IS NULL AND accepted_at IS NULL",
        open.invitation,
        now,
        user.0,
    )
    .execute(&mut **tx)
    .await?;
    if accepted.rows_affected() != 1 {
        return Err(HospitalError::Conflict(links::DEAD));
    }
    sqlx::query!(
        "INSERT INTO role_grant (user_id, hospital_id, role, ward_id, during)
         SELECT $1, $2, $3, $4, $5
         WHERE  NOT EXISTS (SELECT FROM role_grant g WHERE g.user_id = $1 AND g.hospital_id = $2 AND g.role = $3 AND g.during && $5)",
        user.0,
        open.hospital.0,
        open.role.name(),
        open.ward,
        PgRange::from(now..),
    )
    .execute(&mut **tx)
    .await?;
    if matches!(open.role, Role::Doctor | Role::Nurse) {
        begin_duty(tx, open, user, now).await?;
    }
    // Whoever was inactive and is invited anew works here again.
    sqlx::query!(
        "UPDATE staff_member SET inactive_since = NULL WHERE user_id = $1 AND hospital_id = $2",
        user.0,
        open.hospital.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whoever treats people begins on duty on the ward that the invitation names, so that the first sign-in opens it; an admin changes that later.
async fn begin_duty(tx: &mut Tx, open: &Open, user: UserId, now: OffsetDateTime) -> Result<()> {
    sqlx::query!(
        "INSERT INTO ward_duty (user_id, ward_id, hospital_id, during)
         SELECT $1, w.id, w.hospital_id, $4
         FROM   ward w
         WHERE  w.id = $2 AND w.hospital_id = $3 AND w.retired_at IS NULL
           AND  NOT EXISTS (SELECT FROM ward_duty d WHERE d.user_id = $1 AND d.ward_id = $2 AND d.during && $4)",
        user.0,
        open.ward,
        open.hospital.0,
        PgRange::from(now..),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
