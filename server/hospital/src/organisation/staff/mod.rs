//! Who works in a hospital: invited by an admin, joined by a link, numbered, and switched off and on.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list_staff`] | everybody who works or worked here, and the open invitations |
//! | [`invite`], [`resend`], [`withdraw`] | an invitation begins, goes once more, ends |
//! | [`look`], [`join`] | whoever has the link becomes a member of staff with an employee id |
//! | [`make_inactive`], [`make_active`] | the switch: roles end and begin, so that every door notices within a second |
//! | [`set_roles`] | what somebody may be here |
//! | [`rename`] | how somebody is called |
//! | [`lose_factor`] | somebody lost their phone: the factor goes, and the password with it |
//!
//! Nobody changes their own roles or switches themselves off, so a hospital that has an admin keeps one.

mod invite;
mod join;
mod list;
mod lose_factor;
mod number;
mod rename;
mod roles;
mod switch;

use domain::access::Subject;
use domain::actor::Role;
use domain::ids::{HospitalId, UserId};

use time::OffsetDateTime;
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::keys::Place;
use crate::time::to_db;

pub(crate) use invite::invite_first_admin;
pub use invite::{Invite, invite, resend, withdraw};
pub use join::{Invited, Joined, Typed, join, look};
pub use list::{Invitation, Member, Staff, list_staff};
pub use lose_factor::lose_factor;
pub(crate) use number::enlist;
pub use rename::rename;
pub use roles::set_roles;
pub use switch::{make_active, make_inactive};

/// Where an invitation keeps its address.
pub(crate) const fn invited_email_of(invitation: Uuid) -> Place {
    Place::new("staff_invitation", "email_sealed", invitation)
}

/// The roles that an admin of a hospital may give, in the order of [`Role::ALL`]. The platform's own role is given by nobody from here.
pub fn grantable() -> impl Iterator<Item = Role> {
    Role::ALL
        .into_iter()
        .filter(|role| role.is_of_staff() && *role != Role::SuperAdmin)
}

/// The hospital of whoever manages, and the colleague as the subject of the decision.
fn colleague(ctx: &Ctx, user: UserId) -> Result<(HospitalId, Subject)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    if ctx.actor().user() == Some(user) {
        return Err(HospitalError::Conflict(
            "This is your own account. Ask another admin to change it.",
        ));
    }
    Ok((hospital, Subject::Colleague { user, hospital }))
}

/// Since when somebody who works here is switched off, with their row under lock.
///
/// Errors: not found for whoever does not work here.
async fn inactive_since(tx: &mut Tx, user: UserId, hospital: HospitalId) -> Result<Option<OffsetDateTime>> {
    sqlx::query_scalar!(
        "SELECT m.inactive_since FROM staff_member m WHERE m.user_id = $1 AND m.hospital_id = $2 FOR UPDATE",
        user.0,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::NotFound)
}

/// Refuses what reaches past this hospital: whoever runs the platform, and whoever works in another hospital, too, is more than a colleague here. With their account under lock.
///
/// Errors: not found for whoever does not work here now; a conflict for the others.
async fn works_here_alone(tx: &mut Tx, ctx: &Ctx, user: UserId, hospital: HospitalId) -> Result<()> {
    let stands = sqlx::query!(
        r#"SELECT EXISTS (SELECT FROM staff_member m WHERE m.user_id = u.id AND m.hospital_id = $2 AND m.inactive_since IS NULL) AS "here!",
                  EXISTS (SELECT FROM role_grant g
                          WHERE g.user_id = u.id AND g.during @> $3::timestamptz AND (g.hospital_id <> $2 OR g.role = 'super_admin')) AS "more!"
             FROM app_user u WHERE u.id = $1 FOR UPDATE"#,
        user.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    match (stands.here, stands.more) {
        (false, _) => Err(HospitalError::NotFound),
        (true, true) => Err(HospitalError::Conflict(
            "This account is more than that of a colleague here: it works in another hospital, too, or runs the platform. Ask the platform to change it.",
        )),
        (true, false) => Ok(()),
    }
}
