//! What a person changes of their own account. They are asked for the right as themselves; it is written as the door writes, because row
//! security lets nobody else near passwords, factors and sessions. The audit names the person: `record_in` takes their own context.

use domain::access::{Action, Subject};
use domain::ids::UserId;

use super::at_the_door;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};

/// The asker, who may change their account, and the door at which it is done.
pub(crate) async fn asker(ctx: &Ctx) -> Result<(UserId, Ctx)> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    ctx.check(Action::ChangeAccount, &Subject::Account(user)).await?;
    Ok((user, at_the_door(ctx.house(), ctx.request())))
}

/// The asker, and the transaction in which their account is changed.
pub(crate) async fn begin(ctx: &Ctx) -> Result<(UserId, Tx)> {
    let (user, door) = asker(ctx).await?;
    Ok((user, door.begin(Action::OpenSession, &Subject::House).await?))
}

/// Whether they have proved who they are within the last five minutes.
///
/// # Errors
/// [`HospitalError::StepUp`] when that was longer ago.
pub(crate) fn fresh(ctx: &Ctx) -> Result<()> {
    if ctx.is_fresh() {
        Ok(())
    } else {
        Err(HospitalError::StepUp)
    }
}

/// As [`begin`], when they have proved who they are within the last five minutes.
///
/// # Errors
/// [`HospitalError::StepUp`] when that was longer ago.
pub(crate) async fn begin_proved(ctx: &Ctx) -> Result<(UserId, Tx)> {
    fresh(ctx)?;
    begin(ctx).await
}

/// Locks the account. What changes several of its rows (password, links, a change of address) locks it before all of them: two that take them in another order would
/// wait for each other, and one would end as an error.
///
/// # Errors
/// Not found for an account that is none.
pub(crate) async fn lock(tx: &mut Tx, user: UserId) -> Result<()> {
    sqlx::query_scalar!("SELECT u.id FROM app_user u WHERE u.id = $1 FOR UPDATE", user.0)
        .fetch_optional(&mut **tx)
        .await?
        .map(drop)
        .ok_or(HospitalError::NotFound)
}
