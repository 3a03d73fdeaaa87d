//! What somebody may be in the hospital: an admin sets the whole list, rows of what is gone end, and with them what the roles were for; rows of what is new begin.

use domain::access::Action;
use domain::actor::Role;
use domain::ids::UserId;
use domain::invalid::Invalid;
use sqlx::postgres::types::PgRange;

use super::{colleague, grantable, inactive_since};
use crate::audit::{self, Entry};
use crate::care::end_with_roles;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Sets the roles of a member of staff. Pages and sockets of theirs begin anew within a second.
///
/// # Errors
/// [`HospitalError::Invalid`] when none is chosen; [`HospitalError::NotFound`] for whoever does not work here; [`HospitalError::Conflict`] for somebody
/// inactive, or for oneself.
pub async fn set_roles(ctx: &Ctx, user: UserId, roles: &[Role]) -> Result<()> {
    let (hospital, subject) = colleague(ctx, user)?;
    let now = to_db(ctx.now());
    let mut tx = ctx.begin(Action::ManageStaff, &subject).await?;
    let wanted: Vec<String> = grantable()
        .filter(|role| roles.contains(role))
        .map(|role| role.name().to_owned())
        .collect();
    let known: Vec<String> = grantable().map(|role| role.name().to_owned()).collect();
    if wanted.is_empty() {
        let none = Invalid::new(
            "role",
            "Choose at least one role. To take away all of them, make the account inactive.",
        );
        return Err(HospitalError::Invalid(vec![none]));
    }
    let since = inactive_since(&mut tx, user, hospital).await?;
    if since.is_some() {
        return Err(HospitalError::Conflict(
            "This account is inactive. Make it active first.",
        ));
    }
    // What nobody gives from here (the platform's role) stays as it is.
    sqlx::query!(
        "UPDATE role_grant g SET during = tstzrange(lower(g.during), $3)
         WHERE  g.user_id = $1 AND g.hospital_id = $2 AND g.during @> $3::timestamptz AND lower(g.during) < $3
           AND  g.role = ANY($5) AND NOT g.role = ANY($4)",
        user.0,
        hospital.0,
        now,
        &wanted,
        &known,
    )
    .execute(&mut *tx)
    .await?;
    // The ward that they open first goes with them.
    sqlx::query!(
        "INSERT INTO role_grant (user_id, hospital_id, role, ward_id, during)
         SELECT $1, $2, w.role, (SELECT g.ward_id FROM role_grant g WHERE g.user_id = $1 AND g.hospital_id = $2 AND g.ward_id IS NOT NULL
                                 ORDER BY lower(g.during) DESC LIMIT 1), $4
         FROM   unnest($3::text[]) AS w (role)
         WHERE  NOT EXISTS (SELECT FROM role_grant g WHERE g.user_id = $1 AND g.hospital_id = $2 AND g.role = w.role AND g.during && $4)",
        user.0,
        hospital.0,
        &wanted,
        PgRange::from(now..),
    )
    .execute(&mut *tx)
    .await?;
    end_with_roles(&mut tx, ctx, user, hospital, roles).await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("staff.roles", Action::ManageStaff, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}
