//! Who holds a family, and what they may, as of now.

use domain::access::Action;
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, PatientId};

use super::family::Holder;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::identity::Realm;
use crate::time::to_db;

/// Who it is now.
pub(super) struct Standing {
    pub actor: Actor,
    pub name: String,
    pub hospital_name: String,
}

/// Who it is now; none when the account is closed, holds no role there any more, or the program was revoked.
pub(super) async fn of(tx: &mut Tx, ctx: &Ctx, holder: Holder, hospital: HospitalId) -> Result<Option<Standing>> {
    match holder {
        Holder::Person(user, Realm::Staff) => {
            let found = sqlx::query!(
                r#"SELECT u.display_name, h.name,
                          ARRAY(SELECT g.role
                                FROM   role_grant g
                                WHERE  g.user_id = u.id AND g.hospital_id = h.id AND g.during @> $3::timestamptz) AS "roles!"
                   FROM   app_user u
                   JOIN   hospital h ON h.id = $2
                   WHERE  u.id = $1 AND u.is_active"#,
                user.0,
                hospital.0,
                to_db(ctx.now()),
            )
            .fetch_optional(&mut **tx)
            .await?;
            Ok(found.and_then(|row| {
                let held = |role: &Role| row.roles.iter().any(|name| name == role.name());
                let roles: Vec<Role> = Role::ALL.into_iter().filter(held).collect();
                (!roles.is_empty()).then(|| Standing {
                    actor: Actor::staff(user, hospital, roles),
                    name: row.display_name,
                    hospital_name: row.name,
                })
            }))
        }
        Holder::Person(user, Realm::Portal) => {
            // Row security shows a portal account to its owner only; the token has just proved who that is.
            sqlx::query!("SELECT set_config('app.user_id', $1, true) AS proved", user.to_string())
                .fetch_one(&mut **tx)
                .await?;
            let found = sqlx::query!(
                "SELECT u.display_name, h.name, p.patient_id
                 FROM   app_user u
                 JOIN   portal_account p ON p.user_id = u.id
                 JOIN   hospital h ON h.id = p.hospital_id
                 WHERE  u.id = $1 AND p.hospital_id = $2 AND u.is_active",
                user.0,
                hospital.0,
            )
            .fetch_optional(&mut **tx)
            .await?;
            Ok(found.map(|row| Standing {
                actor: Actor::Patient {
                    user,
                    patient: PatientId(row.patient_id),
                    hospital,
                    is_open: true,
                },
                name: row.display_name,
                hospital_name: row.name,
            }))
        }
        Holder::Client(client) => {
            let found = sqlx::query!(
                "SELECT c.name, c.scopes, h.name AS hospital_name
                 FROM   api_client c
                 JOIN   hospital h ON h.id = c.hospital_id
                 WHERE  c.id = $1 AND c.hospital_id = $2 AND c.revoked_at IS NULL",
                client.0,
                hospital.0,
            )
            .fetch_optional(&mut **tx)
            .await?;
            Ok(found.map(|row| Standing {
                actor: Actor::ApiClient {
                    client,
                    hospital,
                    scopes: row.scopes.iter().filter_map(|name| Action::parse(name)).collect(),
                },
                name: row.name,
                hospital_name: row.hospital_name,
            }))
        }
    }
}
