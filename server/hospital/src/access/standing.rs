//! Somebody who works here, as the actor that a request of theirs would be: roles, wards and exceptions as they hold now.

use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, UserId, WardId};
use domain::time::Moment;

use crate::ctx::Tx;
use crate::error::Result;
use crate::identity::sessions::exception;
use crate::time::to_db;

/// The longest list of people.
const MOST: i64 = 500;

/// A person and the actor they would be.
pub(super) struct Standing {
    pub user: UserId,
    pub name: String,
    pub is_active: bool,
    pub actor: Actor,
}

/// The one of this account; none for somebody who never worked in the hospital.
pub(super) async fn standing(tx: &mut Tx, user: UserId, hospital: HospitalId, now: Moment) -> Result<Option<Standing>> {
    Ok(standings(tx, Some(user), hospital, now).await?.pop())
}

/// Everybody who works or worked in the hospital, by name; the first 500. With `user` that one. It says the same as a session of theirs would
/// (`identity/sessions/row.rs`): `server/tests/explorer.rs` compares what both may.
pub(super) async fn standings(
    tx: &mut Tx,
    user: Option<UserId>,
    hospital: HospitalId,
    now: Moment,
) -> Result<Vec<Standing>> {
    let rows = sqlx::query!(
        r#"SELECT u.id, u.display_name, u.is_active,
                  ARRAY(SELECT g.role FROM role_grant g
                         WHERE g.user_id = u.id AND g.hospital_id = $2 AND g.during @> $3::timestamptz) AS "roles!",
                  ARRAY(SELECT d.ward_id FROM ward_duty d
                         WHERE d.user_id = u.id AND d.hospital_id = $2 AND d.during @> $3::timestamptz ORDER BY d.ward_id) AS "wards!",
                  ARRAY(SELECT e FROM rights_of_one(u.id, $2, $3) AS e) AS "exceptions!"
             FROM app_user u
            WHERE ($1::uuid IS NULL OR u.id = $1) AND EXISTS (SELECT FROM role_grant g WHERE g.user_id = u.id AND g.hospital_id = $2)
            ORDER BY u.display_name, u.id
            LIMIT $4"#,
        user.map(|user| user.0),
        hospital.0,
        to_db(now),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let standings = rows.into_iter().map(|row| {
        let roles: Vec<Role> = Role::ALL
            .into_iter()
            .filter(|role| row.is_active && row.roles.iter().any(|name| name == role.name()))
            .collect();
        Standing {
            user: UserId(row.id),
            name: row.display_name,
            is_active: row.is_active,
            actor: Actor::Staff {
                user: UserId(row.id),
                hospital,
                roles,
                wards: row.wards.into_iter().map(WardId).collect(),
                exceptions: row.exceptions.iter().filter_map(|text| exception(text)).collect(),
            },
        }
    });
    Ok(standings.collect())
}
