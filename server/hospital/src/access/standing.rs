//! Somebody who works here, as the actor that a request of theirs would be: roles, wards and exceptions as they hold now.

use domain::access::Action;
use domain::actor::{Actor, Exception, Role};
use domain::ids::{HospitalId, UserId, WardId};
use domain::time::Moment;

use crate::ctx::Tx;
use crate::error::Result;
use crate::time::to_db;

/// A person and the actor they would be.
pub(super) struct Standing {
    pub name: String,
    pub is_active: bool,
    pub actor: Actor,
}

/// The one of this account; none for somebody who never worked in the hospital. It says the same as a session of theirs would
/// (`identity/sessions/row.rs`): `server/tests/explorer.rs` compares what both may.
pub(super) async fn standing(tx: &mut Tx, user: UserId, hospital: HospitalId, now: Moment) -> Result<Option<Standing>> {
    let row = sqlx::query!(
        r#"SELECT u.display_name, u.is_active,
                  ARRAY(SELECT g.role FROM role_grant g
                         WHERE g.user_id = u.id AND g.hospital_id = $2 AND g.during @> $3::timestamptz) AS "roles!",
                  ARRAY(SELECT d.ward_id FROM ward_duty d
                         WHERE d.user_id = u.id AND d.hospital_id = $2 AND d.during @> $3::timestamptz ORDER BY d.ward_id) AS "wards!",
                  ARRAY(SELECT (CASE WHEN e.allowed THEN '+' ELSE '-' END) || e.action FROM right_exception e
                         WHERE e.user_id = u.id AND e.hospital_id = $2 AND e.during @> $3::timestamptz) AS "exceptions!"
             FROM app_user u
            WHERE u.id = $1 AND EXISTS (SELECT FROM role_grant g WHERE g.user_id = u.id AND g.hospital_id = $2)"#,
        user.0,
        hospital.0,
        to_db(now),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| {
        let roles: Vec<Role> = Role::ALL
            .into_iter()
            .filter(|role| row.is_active && row.roles.iter().any(|name| name == role.name()))
            .collect();
        let exceptions = row.exceptions.iter().filter_map(|text| {
            let (sign, name) = text.split_at_checked(1)?;
            Some(Exception {
                action: Action::parse(name)?,
                allowed: sign == "+",
            })
        });
        Standing {
            name: row.display_name,
            is_active: row.is_active,
            actor: Actor::Staff {
                user,
                hospital,
                roles,
                wards: row.wards.into_iter().map(WardId).collect(),
                exceptions: exceptions.collect(),
            },
        }
    }))
}
