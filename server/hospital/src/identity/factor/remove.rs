//! Takes the second factor away. The password stands alone afterwards, so it must be long enough for that.

use domain::access::{Action, Subject};
use domain::identity::Level;

use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::sessions::{SessionKey, end_others_in, forget_all, rotate_in};
use crate::identity::{own, passwords};
use crate::notices::{self, Kind};

/// Removes the factor and its recovery codes, and sets `new_password`, which is of the full length. All sessions but that of `keys.0` end,
/// which goes on as `keys.1` with the password alone.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof; [`HospitalError::Invalid`] when the password cannot stand alone; [`HospitalError::Conflict`] when
/// there is no factor.
pub async fn remove(ctx: &Ctx, keys: (SessionKey, SessionKey), new_password: &str) -> Result<()> {
    own::fresh(ctx)?;
    let mut whose = passwords::whose(ctx).await?;
    whose.has_factor = false;
    passwords::accept("new_password", new_password, &whose).await?;
    let hash = passwords::hash(new_password).await?;
    let (user, mut tx) = own::begin_proved(ctx).await?;
    let removed = sqlx::query!(
        "DELETE FROM second_factor WHERE user_id = $1 AND confirmed_at IS NOT NULL",
        user.0
    )
    .execute(&mut *tx)
    .await?;
    if removed.rows_affected() != 1 {
        tx.rollback().await?;
        return Err(HospitalError::Conflict("This account has no second factor."));
    }
    sqlx::query!("DELETE FROM recovery_code WHERE user_id = $1", user.0)
        .execute(&mut *tx)
        .await?;
    passwords::set_in(&mut tx, ctx, user, &hash, whose.proofs).await?;
    let others = end_others_in(&mut tx, ctx, user, keys.0).await?;
    rotate_in(&mut tx, ctx, keys, Some(Level::Password)).await?;
    notices::tell(&mut tx, ctx, user, Kind::FactorRemoved).await?;
    let entry = Entry::change("second_factor.remove", Action::ChangeAccount, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    forget_all(ctx, user, others);
    ctx.house().sessions.replaced(keys.0, user);
    Ok(())
}
