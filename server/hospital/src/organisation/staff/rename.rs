//! An admin writes the name of somebody who works in their hospital: it stands on what they do here.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::typed;

use super::{colleague, works_here_alone};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::identity::at_the_door;
use crate::notices::{self, Kind};

/// Gives them this name; they are told.
///
/// # Errors
/// Invalid for what is no name; not found for whoever does not work here now; a conflict for oneself, and for
/// whoever works elsewhere, too, or runs the platform.
pub async fn rename(ctx: &Ctx, user: UserId, name: &str) -> Result<()> {
    let (hospital, subject) = colleague(ctx, user)?;
    ctx.check(Action::ManageStaff, &subject).await?;
    let name = typed::name("name", "the name", name)?;
    // Names of accounts are written at the door; who asked was decided above, and the audit says who it was.
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    works_here_alone(&mut tx, ctx, user, hospital).await?;
    sqlx::query!("UPDATE app_user SET display_name = $2 WHERE id = $1", user.0, name)
        .execute(&mut *tx)
        .await?;
    notices::tell(&mut tx, ctx, user, Kind::Renamed).await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("staff.rename", Action::ManageStaff, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}
