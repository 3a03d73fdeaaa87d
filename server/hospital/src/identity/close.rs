//! An account is closed, opened again, or signed out everywhere by somebody else: an account that somebody took over, or that must open nothing any more.
//!
//! Reception and the admins of a hospital do it to the account of one of their patients; whoever runs the platform to any. What staff may do in one hospital is
//! switched in its list of staff (`organisation::staff`). A closed account signs in nowhere, gets no link for a new password, and what was open ends at once.

use domain::access::{Action, Subject};
use domain::ids::{PatientId, UserId};
use domain::invalid::Invalid;

use super::contact::{self, change_email};
use super::login::Login;
use super::{at_the_door, own, sessions};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// What is done to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// It opens nothing any more.
    Close,
    /// It opens again what it opened.
    Open,
    /// Every session and program of it ends; it stays open.
    SignOut,
}

impl Wish {
    /// The name in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Close => "close-account",
            Self::Open => "open-account",
            Self::SignOut => "sign-out",
        }
    }

    /// The wish of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Close, Self::Open, Self::SignOut]
            .into_iter()
            .find(|wish| wish.name() == name)
    }

    const fn entry(self) -> &'static str {
        match self {
            Self::Close => "account.close",
            Self::Open => "account.open",
            Self::SignOut => "account.sign_out",
        }
    }
}

/// How the account of a patient stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether it is open.
    pub is_open: bool,
    /// How many sessions and programs it has now.
    pub signed_in: i64,
}

/// How the account of this patient's portal here stands, for whoever manages that portal; none when nobody has one.
///
/// # Errors
/// Denied for who does not manage portals here, not found for a patient of another hospital.
pub async fn of_patient(ctx: &Ctx, patient: PatientId) -> Result<Option<Standing>> {
    let Some(user) = account_of(ctx, Action::ManagePortal, patient).await? else {
        return Ok(None);
    };
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    let row = sqlx::query!(
        r#"SELECT u.is_active,
                  (SELECT count(*) FROM browser_session s WHERE s.user_id = u.id AND s.expires_at > $2)
                  + (SELECT count(*) FROM token_family f WHERE f.user_id = u.id AND f.ended_at IS NULL AND f.ends_at > $2) AS "signed_in!"
           FROM   app_user u
           WHERE  u.id = $1"#,
        user.0,
        to_db(ctx.now()),
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(Some(Standing {
        is_open: row.is_active,
        signed_in: row.signed_in,
    }))
}

/// Does it to the account of this patient's portal here.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof; not found for a patient of another hospital or without an account; [`HospitalError::Conflict`] for an account
/// that works in a hospital, too.
pub async fn change_of_patient(ctx: &Ctx, patient: PatientId, wish: Wish) -> Result<()> {
    let user = account_of(ctx, Action::CloseAccount, patient)
        .await?
        .ok_or(HospitalError::NotFound)?;
    let entry = Entry::change_of_patient(wish.entry(), Action::CloseAccount, patient);
    change(ctx, user, wish, entry, Reach::Patient).await
}

/// Does it to the account of whoever signs in with `login`; for the platform.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof; [`HospitalError::Invalid`] when nobody signs in with this; [`HospitalError::Conflict`] for oneself.
pub async fn change_by_login(ctx: &Ctx, login: &str, wish: Wish) -> Result<()> {
    ctx.check(Action::CloseAccount, &Subject::House).await?;
    let nobody = || {
        let reason = "Nobody signs in with this. Enter an e-mail address or a phone number.";
        HospitalError::Invalid(vec![Invalid::new("login", reason)])
    };
    let login = Login::parse(login).ok_or_else(nobody)?;
    let user = of_login(ctx, &login).await?.ok_or_else(nobody)?;
    let entry = Entry::change(wish.entry(), Action::CloseAccount, &Subject::Account(user));
    change(ctx, user, wish, entry, Reach::Anybody).await
}

/// Whose accounts may be changed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Those that open a portal and nothing else.
    Patient,
    /// All.
    Anybody,
}

/// The account that opens this patient's portal in the asker's hospital, when they may do `action`.
async fn account_of(ctx: &Ctx, action: Action, patient: PatientId) -> Result<Option<UserId>> {
    let mut tx = ctx.begin_with_patient(action, patient).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = sqlx::query_scalar!(
        "SELECT a.user_id FROM portal_account a WHERE a.patient_id = $1 AND a.hospital_id = $2",
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(user.map(UserId))
}

async fn of_login(ctx: &Ctx, login: &Login) -> Result<Option<UserId>> {
    let (email, phone) = contact::of_login(&ctx.house().keys, login);
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    let user = sqlx::query_scalar!(
        "SELECT u.id FROM app_user u WHERE u.email_blind = $1 OR u.phone_blind = $2",
        email,
        phone,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(user.map(UserId))
}

/// The right is asked before; it is written as the door writes, because row security lets nobody else near accounts and sessions. The audit names who asked.
async fn change(ctx: &Ctx, user: UserId, wish: Wish, entry: Entry, reach: Reach) -> Result<()> {
    if ctx.actor().user() == Some(user) {
        return Err(HospitalError::Conflict(
            "This is your own account. Ask somebody else to change it.",
        ));
    }
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    let works = locked(&mut tx, ctx, user).await?;
    if works && reach == Reach::Patient {
        tx.rollback().await?;
        return Err(HospitalError::Conflict(
            "This account works in a hospital, too. Ask the platform to change it.",
        ));
    }
    let ended = match wish {
        Wish::Open => {
            set_open(&mut tx, user, true).await?;
            Vec::new()
        }
        Wish::Close => {
            set_open(&mut tx, user, false).await?;
            sessions::end_all_in(&mut tx, ctx, user).await?
        }
        Wish::SignOut => sessions::end_all_in(&mut tx, ctx, user).await?,
    };
    if wish != Wish::Open {
        // Another address that whoever was in asked for opens nothing either.
        change_email::give_up_in(&mut tx, ctx, user).await?;
    }
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    sessions::forget_all(ctx, user, ended);
    Ok(())
}

/// Locks the account, behind which sign-ins wait; answers whether it has a role among staff somewhere.
async fn locked(tx: &mut Tx, ctx: &Ctx, user: UserId) -> Result<bool> {
    own::lock(tx, user).await?;
    let works = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM role_grant g WHERE g.user_id = $1 AND g.during @> $2::timestamptz) AS "works!""#,
        user.0,
        to_db(ctx.now()),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(works)
}

async fn set_open(tx: &mut Tx, user: UserId, is_open: bool) -> Result<()> {
    sqlx::query!("UPDATE app_user SET is_active = $2 WHERE id = $1", user.0, is_open)
        .execute(&mut **tx)
        .await?;
    // A sign-in that waits for its code ends with the account.
    sqlx::query!("DELETE FROM sign_in_step WHERE user_id = $1", user.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
