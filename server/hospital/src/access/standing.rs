//! Somebody who works here, as the actor that a request of theirs would be: roles, wards and exceptions as they hold now.

use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, UserId, WardId};
use domain::time::Moment;

use crate::ctx::Tx;
use crate::error::Result;
use crate::identity::sessions::exception;
use crate::time::to_db;

/// So many people are asked for at a time.
const AT_ONCE: i64 = 500;

/// A person and the actor they would be.
pub(super) struct Standing {
    pub user: UserId,
    pub name: String,
    pub is_active: bool,
    pub actor: Actor,
}

/// The one of this account; none for somebody who never worked in the hospital.
pub(super) async fn standing(tx: &mut Tx, user: UserId, hospital: HospitalId, now: Moment) -> Result<Option<Standing>> {
    Ok(some(tx, Some(user), hospital, now, None).await?.pop())
}

/// Everybody who works in the hospital now, by name.
pub(super) async fn standings(tx: &mut Tx, hospital: HospitalId, now: Moment) -> Result<Vec<Standing>> {
    let mut all: Vec<Standing> = Vec::new();
    loop {
        let after = all.last().map(|last| (last.name.clone(), last.user));
        let next = some(tx, None, hospital, now, after).await?;
        let is_last = (next.len() as i64) < AT_ONCE;
        all.extend(next);
        if is_last {
            return Ok(all);
        }
    }
}

/// The next of those who work here now, by name, after somebody; with `user` that one, also when they work here no longer. It says the same as a session of theirs would
/// (`identity/sessions/row.rs`): `server/tests/explorer.rs` compares what both may.
async fn some(
    tx: &mut Tx,
    user: Option<UserId>,
    hospital: HospitalId,
    now: Moment,
    after: Option<(String, UserId)>,
) -> Result<Vec<Standing>> {
    let (name, id) = after.unzip();
    let rows = sqlx::query!(
        r#"SELECT u.id, u.display_name, u.is_active,
                  ARRAY(SELECT g.role FROM role_grant g
                         WHERE g.user_id = u.id AND g.hospital_id = $2 AND g.during @> $3::timestamptz) AS "roles!",
                  ARRAY(SELECT d.ward_id FROM ward_duty d
                         WHERE d.user_id = u.id AND d.hospital_id = $2 AND d.during @> $3::timestamptz ORDER BY d.ward_id) AS "wards!",
                  ARRAY(SELECT e FROM rights_of_one(u.id, $2, $3) AS e) AS "exceptions!"
             FROM app_user u
            WHERE ($1::uuid IS NULL OR u.id = $1)
              AND EXISTS (SELECT FROM role_grant g WHERE g.user_id = u.id AND g.hospital_id = $2 AND ($1::uuid IS NOT NULL OR g.during @> $3::timestamptz))
              AND ($4::text IS NULL OR (u.display_name, u.id) > ($4, $5::uuid))
            ORDER BY u.display_name, u.id
            LIMIT $6"#,
        user.map(|user| user.0),
        hospital.0,
        to_db(now),
        name,
        id.map(|user| user.0),
        AT_ONCE,
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
