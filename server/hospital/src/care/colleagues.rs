//! Who works in a hospital, for lists to choose from.

use domain::access::Action;
use domain::actor::Role;
use domain::ids::{HospitalId, UserId};
use domain::time::Moment;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// The longest list to choose from.
const MOST: i64 = 200;

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

/// Those with one of `roles` (all, when none is named), by name. None when they are more than a list shows: then a page asks for an employee id
/// ([`of_employee_id`]), so that nobody is left out.
pub(crate) async fn colleagues(
    tx: &mut Tx,
    hospital: HospitalId,
    roles: &[Role],
    now: Moment,
) -> Result<Option<Vec<Colleague>>> {
    let found = found(tx, hospital, None, roles, now).await?;
    Ok(Some(found).filter(|found| found.len() as i64 <= MOST))
}

/// The account of somebody in the actor's hospital, by their employee id, such as `DOC-0012`; for a verb that wants `action`, which looks at them again.
///
/// Errors: denied for whoever has no such right at all.
pub async fn of_employee_id(ctx: &Ctx, action: Action, typed: &str) -> Result<Option<UserId>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(action).await?;
    let found = sqlx::query_scalar!(
        "SELECT user_id FROM staff_member WHERE hospital_id = $1 AND employee_id = upper($2)",
        hospital.0,
        typed.trim(),
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found.map(UserId))
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
        MOST + 1,
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
