//! Where somebody works: one account has roles in several hospitals, and a session is in one of them.

use domain::access::{Action, Subject};
use domain::ids::HospitalId;

use super::at_the_door;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// A hospital in which the asker has a role now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workplace {
    /// Which.
    pub hospital: HospitalId,
    /// Its name.
    pub name: String,
    /// Whether the session is there.
    pub is_here: bool,
}

/// The asker's own, by name.
///
/// # Errors
/// [`HospitalError::SignIn`] for nobody.
pub async fn workplaces(ctx: &Ctx) -> Result<Vec<Workplace>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    ctx.check(Action::ReadAccount, &Subject::Account(user)).await?;
    // Their session sees one hospital; the door sees where they have a role.
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    let rows = sqlx::query!(
        "SELECT h.id, h.name FROM hospital h
          WHERE h.id IN (SELECT g.hospital_id FROM role_grant g WHERE g.user_id = $1 AND g.during @> $2::timestamptz)
          ORDER BY h.name, h.id",
        user.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let here = ctx.actor().hospital();
    let workplaces = rows.into_iter().map(|row| Workplace {
        hospital: HospitalId(row.id),
        name: row.name,
        is_here: here == Some(HospitalId(row.id)),
    });
    Ok(workplaces.collect())
}
