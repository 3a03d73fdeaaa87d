//! The active / inactive switch of a member of staff. Being inactive ends their roles in this hospital; sessions, sockets and tokens ask for roles at least
//! once a second, so all of them are over by then. Duties, care and hand-overs end too, and whoever
//! comes back is assigned anew. What they may be elsewhere is not touched.

use domain::access::Action;
use domain::ids::UserId;
use sqlx::postgres::types::PgRange;
use time::OffsetDateTime;

use super::{colleague, inactive_since};
use crate::audit::{self, Entry};
use crate::care::end_with_roles;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;
use crate::tokens;

/// Switches somebody off.
///
/// # Errors
/// [`HospitalError::NotFound`] for whoever does not work here; [`HospitalError::Conflict`] when they are inactive already, for oneself, and for whoever runs the platform.
pub async fn make_inactive(ctx: &Ctx, user: UserId) -> Result<()> {
    let (hospital, subject) = colleague(ctx, user)?;
    let now = to_db(ctx.now());
    let mut tx = ctx.begin(Action::ManageStaff, &subject).await?;
    let since = inactive_since(&mut tx, user, hospital).await?;
    if since.is_some() {
        return Err(HospitalError::Conflict("This account is inactive already."));
    }
    if runs_the_platform(&mut tx, user, now).await? {
        return Err(HospitalError::Conflict(
            "This account runs the platform. Ask the platform to change it.",
        ));
    }
    sqlx::query!(
        "UPDATE role_grant g SET during = tstzrange(lower(g.during), $3)
         WHERE  g.user_id = $1 AND g.hospital_id = $2 AND g.during @> $3::timestamptz AND lower(g.during) < $3",
        user.0,
        hospital.0,
        now,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "UPDATE staff_member SET inactive_since = $3 WHERE user_id = $1 AND hospital_id = $2",
        user.0,
        hospital.0,
        now,
    )
    .execute(&mut *tx)
    .await?;
    end_with_roles(&mut tx, ctx, user, hospital, &[]).await?;
    tokens::end_all_of(&mut tx, ctx, user).await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("staff.inactive", Action::ManageStaff, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// Switches somebody on again: the roles that ended with the switch begin anew.
///
/// # Errors
/// [`HospitalError::NotFound`] for whoever does not work here; [`HospitalError::Conflict`] when they are active already, or for oneself.
pub async fn make_active(ctx: &Ctx, user: UserId) -> Result<()> {
    let (hospital, subject) = colleague(ctx, user)?;
    let mut tx = ctx.begin(Action::ManageStaff, &subject).await?;
    let since = inactive_since(&mut tx, user, hospital)
        .await?
        .ok_or(HospitalError::Conflict("This account is active already."))?;
    sqlx::query!(
        "INSERT INTO role_grant (user_id, hospital_id, role, ward_id, during)
         SELECT g.user_id, g.hospital_id, g.role, g.ward_id, $4
         FROM   role_grant g
         WHERE  g.user_id = $1 AND g.hospital_id = $2 AND upper(g.during) = $3 AND g.role <> 'super_admin'",
        user.0,
        hospital.0,
        since,
        PgRange::from(to_db(ctx.now())..),
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "UPDATE staff_member SET inactive_since = NULL WHERE user_id = $1 AND hospital_id = $2",
        user.0,
        hospital.0,
    )
    .execute(&mut *tx)
    .await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("staff.active", Action::ManageStaff, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}

async fn runs_the_platform(tx: &mut Tx, user: UserId, now: OffsetDateTime) -> Result<bool> {
    let runs = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM role_grant g WHERE g.user_id = $1 AND g.role = 'super_admin' AND g.during @> $2::timestamptz) AS "runs!""#,
        user.0,
        now,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(runs)
}
