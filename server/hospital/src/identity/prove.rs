//! Proves again who sits there: the password, and the code when the account has a factor. Before what needs a proof that is at most five
//! minutes old (prescribing, signing, break-glass, exports, roles, one's own factor).

use domain::access::{Action, Subject};
use domain::identity::Level;
use domain::identity::suspicion::Suspicion;
use domain::ids::UserId;
use domain::invalid::Invalid;

use super::factor::{WRONG_CODE, take_in};
use super::passwords::{self, Verdict};
use super::sessions::{SessionKey, rotate};
use super::sign_ins::{MOST_FAILURES, Origin, Outcome, Who, clear_failures, note_in};
use super::{at_the_door, own};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};

/// What a wrong password is called to somebody who is signed in.
pub const NOT_YOURS: &str = "This is not the password of this account.";

/// What is typed to prove it.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// The password.
    pub password: &'a str,
    /// The code of the app or a recovery code; empty without a second factor.
    pub code: &'a str,
}

/// Proves who sits there; the session of `old` goes on as `new`, proved now.
///
/// # Errors
/// [`HospitalError::Invalid`] at `password` or `code`; [`HospitalError::SignIn`] when the session is over; [`HospitalError::Busy`].
pub async fn prove(
    ctx: &Ctx,
    (old, new): (SessionKey, SessionKey),
    typed: Typed<'_>,
    origin: &Origin,
) -> Result<Level> {
    let level = if check_password(ctx, "password", typed.password, origin).await? {
        check_code(ctx, typed.code, origin).await?;
        Level::Factor
    } else {
        Level::Password
    };
    let (user, mut tx) = own::begin(ctx).await?;
    clear_failures(&mut tx, user).await?;
    tx.commit().await?;
    rotate(&at_the_door(ctx.house(), ctx.request()), old, new, Some(level)).await?;
    Ok(level)
}

/// Whether `password` is the asker's; a wrong one counts like one at the door. Answers whether a code is wanted, too.
pub(crate) async fn check_password(ctx: &Ctx, field: &str, password: &str, origin: &Origin) -> Result<bool> {
    let (user, door) = own::asker(ctx).await?;
    password_of(&door, user, (field, password), origin).await
}

/// Whether `code` is the asker's; a wrong one counts like one at the door.
pub(crate) async fn check_code(ctx: &Ctx, code: &str, origin: &Origin) -> Result<()> {
    let (user, door) = own::asker(ctx).await?;
    code_of(&door, user, code, origin).await
}

/// Whether this is the password of `user`, asked at the door; a wrong one counts, and a locked account refuses the right one. Answers whether the account has a
/// second factor.
pub(crate) async fn password_of(
    door: &Ctx,
    user: UserId,
    (field, password): (&str, &str),
    origin: &Origin,
) -> Result<bool> {
    let mut tx = door.begin(Action::OpenSession, &Subject::House).await?;
    let kept = sqlx::query!(
        r#"SELECT u.password_hash,
                  EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "has_factor!",
                  COALESCE((SELECT s.in_a_row FROM sign_in_failures s WHERE s.user_id = u.id), 0) AS "failures!"
           FROM   app_user u
           WHERE  u.id = $1 AND u.is_active"#,
        user.0
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let kept = kept.ok_or(HospitalError::SignIn)?;
    let verdict = passwords::verify(password, Some(&kept.password_hash)).await?;
    if verdict == Verdict::Wrong || kept.failures >= MOST_FAILURES {
        refuse(door, user, Outcome::Refused, origin).await?;
        return Err(HospitalError::Invalid(vec![Invalid::new(field, NOT_YOURS)]));
    }
    Ok(kept.has_factor)
}

/// Whether this is a code of `user`, asked at the door; it is taken.
pub(crate) async fn code_of(door: &Ctx, user: UserId, code: &str, origin: &Origin) -> Result<()> {
    if code.trim().is_empty() {
        let missing = Invalid::new("code", "Enter the code that your app shows now.");
        return Err(HospitalError::Invalid(vec![missing]));
    }
    let mut tx = door.begin(Action::OpenSession, &Subject::House).await?;
    if take_in(&mut tx, door, user, code).await?.is_some() {
        return Ok(tx.commit().await?);
    }
    tx.rollback().await?;
    refuse(door, user, Outcome::CodeRefused, origin).await?;
    Err(HospitalError::Invalid(vec![Invalid::new("code", WRONG_CODE)]))
}

async fn refuse(door: &Ctx, user: UserId, outcome: Outcome, origin: &Origin) -> Result<()> {
    let mut tx = door.begin(Action::OpenSession, &Subject::House).await?;
    let who = Who::of(door, Some(user), "");
    note_in(&mut tx, door, &who, origin, outcome, &Suspicion::default()).await?;
    Ok(tx.commit().await?)
}
