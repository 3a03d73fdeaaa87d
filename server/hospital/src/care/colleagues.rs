//! Who works in a hospital, for lists to choose from.

use domain::actor::Role;
use domain::ids::{HospitalId, UserId};
use domain::time::Moment;

use crate::ctx::Tx;
use crate::error::Result;
use crate::time::to_db;

/// The longest list to choose from.
const MOST: i64 = 500;

/// Somebody who works in the hospital now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Their account.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// What they are there.
    pub roles: Vec<Role>,
}

impl Colleague {
    /// Whether they are one of these.
    pub fn is_one_of(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }
}

/// Those with one of `roles` (all, when none is named), by name; the first 500.
pub(crate) async fn colleagues(
    tx: &mut Tx,
    hospital: HospitalId,
    roles: &[Role],
    now: Moment,
) -> Result<Vec<Colleague>> {
    found(tx, hospital, None, roles, now).await
}

/// The one of this account, when they work in the hospital now.
pub(crate) async fn colleague(
    tx: &mut Tx,
    hospital: HospitalId,
    user: UserId,
    now: Moment,
) -> Result<Option<Colleague>> {
    Ok(found(tx, hospital, Some(user), &[], now).await?.into_iter().next())
}

async fn found(
    tx: &mut Tx,
    hospital: HospitalId,
    user: Option<UserId>,
    roles: &[Role],
    now: Moment,
) -> Result<Vec<Colleague>> {
    let names: Vec<String> = roles.iter().map(|role| role.name().to_owned()).collect();
    let rows = sqlx::query!(
        r#"SELECT u.id, u.display_name, array_agg(g.role) AS "roles!"
             FROM role_grant g
             JOIN app_user u ON u.id = g.user_id AND u.is_active
            WHERE g.hospital_id = $1 AND g.during @> $2::timestamptz AND ($3::uuid IS NULL OR u.id = $3)
            GROUP BY u.id, u.display_name
           HAVING cardinality($4::text[]) = 0 OR array_agg(g.role) && $4
            ORDER BY u.display_name, u.id
            LIMIT $5"#,
        hospital.0,
        to_db(now),
        user.map(|user| user.0),
        &names,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let people = rows.into_iter().map(|row| Colleague {
        user: UserId(row.id),
        name: row.display_name,
        roles: Role::ALL
            .into_iter()
            .filter(|role| row.roles.iter().any(|name| name == role.name()))
            .collect(),
    });
    Ok(people.collect())
}
