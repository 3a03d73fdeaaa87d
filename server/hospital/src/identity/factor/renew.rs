//! New recovery codes in place of the old ones.

use domain::access::{Action, Subject};

use super::RecoveryCodes;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::own;
use crate::notices::{self, Kind};

/// Makes new codes; the old ones are void.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof; [`HospitalError::Conflict`] without a second factor.
pub async fn renew(ctx: &Ctx) -> Result<RecoveryCodes> {
    let (user, mut tx) = own::begin_proved(ctx).await?;
    let has = sqlx::query_scalar!(
        r#"SELECT f.confirmed_at AS "at!" FROM second_factor f WHERE f.user_id = $1 AND f.confirmed_at IS NOT NULL FOR UPDATE"#,
        user.0
    )
    .fetch_optional(&mut *tx)
    .await?;
    if has.is_none() {
        tx.rollback().await?;
        return Err(HospitalError::Conflict("Set up a second factor first."));
    }
    let codes = RecoveryCodes::new()?;
    codes.replace_in(&mut tx, ctx, user).await?;
    notices::tell(&mut tx, ctx, user, Kind::RecoveryRenewed).await?;
    let entry = Entry::change("recovery_code.renew", Action::ChangeAccount, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(codes)
}
