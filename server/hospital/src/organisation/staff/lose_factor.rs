//! Somebody has lost their phone and their recovery codes. An admin who knows them (they stand at the desk, with their badge) takes the second factor away; what is left
//! opens nothing by itself: the password goes too, and the owner sets a new one by a link to their own address. So neither the admin, nor whoever has the
//! password or the lost phone, is signed in by it.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use secrecy::ExposeSecret;

use super::{colleague, works_here_alone};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::{at_the_door, links, passwords, sessions};
use crate::mail::{self, Letter, Recipient};
use crate::notices::{self, Kind};

/// Takes the second factor, the recovery codes and the password of a colleague away, ends what they are signed in to, and mails them the link to a new password.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof; [`HospitalError::NotFound`] for whoever does not work here now; [`HospitalError::Conflict`] for oneself, for whoever works elsewhere,
/// too, or runs the platform, and when there is no factor or no address to mail to.
pub async fn lose_factor(ctx: &Ctx, user: UserId) -> Result<()> {
    let (hospital, subject) = colleague(ctx, user)?;
    ctx.check(Action::ManageStaff, &subject).await?;
    // Nobody knows it: it is hashed and forgotten.
    let unknown = passwords::hash(links::secret()?.expose_secret()).await?;
    // Accounts are written at the door; who asked was decided above, and the audit says who it was.
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    works_here_alone(&mut tx, ctx, user, hospital).await?;
    let kept = sqlx::query!(
        r#"SELECT u.proofs, u.email_sealed IS NOT NULL AS "has_email!",
                  EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "has_factor!"
           FROM   app_user u
           WHERE  u.id = $1"#,
        user.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if !kept.has_factor {
        return Err(HospitalError::Conflict("This account has no second factor."));
    }
    if !kept.has_email {
        return Err(HospitalError::Conflict(
            "This account has no e-mail address, so no link to a new password can reach its owner.",
        ));
    }
    sqlx::query!("DELETE FROM second_factor WHERE user_id = $1", user.0)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("DELETE FROM recovery_code WHERE user_id = $1", user.0)
        .execute(&mut *tx)
        .await?;
    passwords::set_in(&mut tx, ctx, user, &unknown, kept.proofs).await?;
    let ended = sessions::end_all_in(&mut tx, ctx, user).await?;
    notices::tell(&mut tx, ctx, user, Kind::FactorLost).await?;
    mail::send_in(&mut tx, ctx, Letter::Reset, Recipient::Account(user)).await?;
    let entry = Entry::change("staff.lose_factor", Action::ManageStaff, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    sessions::forget_all(ctx, user, ended);
    Ok(())
}
