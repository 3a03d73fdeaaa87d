//! Another phone number to sign in with, at once. Wardlight sends no text messages, so nobody proves that a number is theirs: a number that another account signs in
//! with is kept as this person's, and goes on signing the other one in. Neither page nor answer says which of the two it is; the other one is told.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::invalid::Invalid;
use domain::typed;

use super::{Sealed, phone_of, seal_phone};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::own;
use crate::notices::{self, Kind};

/// Sets the asker's number, or takes it away when nothing was typed. They are told by mail.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof; [`HospitalError::Invalid`] at `sign_in_phone`, also when there is no e-mail address to sign in with beside it.
pub async fn change_phone(ctx: &Ctx, typed_phone: &str) -> Result<()> {
    let (user, mut tx) = own::begin_proved(ctx).await?;
    let number = match typed_phone.trim() {
        "" => None,
        number => Some(typed::phone("sign_in_phone", number)?),
    };
    let new = number
        .map(|number| seal_phone(&ctx.house().keys, &phone_of(user), &number))
        .transpose()?;
    let other = match &new {
        Some(new) => who_else(&mut tx, user, new).await?,
        None => None,
    };
    let (sealed, blind) = new.map(|new| (new.sealed, new.blind)).unzip();
    let set = sqlx::query!(
        "UPDATE app_user SET phone_sealed = $2, phone_blind = $3 WHERE id = $1 AND email_blind IS NOT NULL",
        user.0,
        sealed,
        blind.filter(|_| other.is_none()),
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from);
    let set = match set {
        // Somebody took the number in this moment.
        Err(error) if error.violated() == Some("app_user_phone_once") => return Err(HospitalError::Busy),
        set => set?,
    };
    if set.rows_affected() != 1 {
        let only = Invalid::new(
            "sign_in_phone",
            "You sign in with this number alone. Add an e-mail address first.",
        );
        return Err(only.into());
    }
    if let Some(other) = other {
        notices::tell(&mut tx, ctx, other, Kind::PhoneGivenElsewhere).await?;
    }
    notices::tell(&mut tx, ctx, user, Kind::PhoneChanged).await?;
    let entry = Entry::change("account.change_phone", Action::ChangeAccount, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// The account that signs in with this number already.
async fn who_else(tx: &mut Tx, user: UserId, new: &Sealed) -> Result<Option<UserId>> {
    let other = sqlx::query_scalar!(
        "SELECT u.id FROM app_user u WHERE u.phone_blind = $2 AND u.id <> $1",
        user.0,
        new.blind,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(other.map(UserId))
}
