//! Who holds a family, and what they may, as of now.

use domain::access::Action;
use domain::actor::{Actor, Role};
use domain::ids::{ClientId, HospitalId, PatientId, UserId, WardId};
use domain::patients::Portal;

use super::family::Holder;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::identity::Realm;
use crate::identity::sessions::{exception, sections};
use crate::time::{from_db, to_db};

/// Who it is now.
pub(super) struct Standing {
    pub actor: Actor,
    pub name: String,
    pub hospital_name: String,
}

/// Who it is now; none when the account is closed or is nothing in that hospital any more, when it lacks the second factor that the hospital asks of its
/// staff, or when the program was revoked.
pub(super) async fn of(tx: &mut Tx, ctx: &Ctx, holder: Holder, hospital: HospitalId) -> Result<Option<Standing>> {
    match holder {
        Holder::Person(user, Realm::Staff) => of_staff(tx, ctx, user, hospital).await,
        Holder::Person(user, Realm::Portal) => in_portal(tx, ctx, user, hospital).await,
        Holder::Client(client) => of_client(tx, client, hospital).await,
    }
}

async fn of_staff(tx: &mut Tx, ctx: &Ctx, user: UserId, hospital: HospitalId) -> Result<Option<Standing>> {
    let found = sqlx::query!(
        r#"SELECT u.display_name, h.name,
                  ARRAY(SELECT g.role
                        FROM   role_grant g
                        WHERE  g.user_id = u.id AND g.hospital_id = h.id AND g.during @> $3::timestamptz) AS "roles!",
                  ARRAY(SELECT   d.ward_id
                        FROM     ward_duty d
                        WHERE    d.user_id = u.id AND d.hospital_id = h.id AND d.during @> $3::timestamptz
                        ORDER BY d.ward_id) AS "wards!",
                  ARRAY(SELECT e FROM rights_of_one(u.id, h.id, $3) AS e) AS "exceptions!",
                  coalesce((SELECT s.second_factor_required FROM hospital_setting s WHERE s.hospital_id = h.id), true)
                  AND NOT EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "lacks_factor!"
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
        (!roles.is_empty() && !row.lacks_factor).then(|| Standing {
            actor: Actor::Staff {
                user,
                hospital,
                roles,
                wards: row.wards.into_iter().map(WardId).collect(),
                exceptions: row.exceptions.iter().filter_map(|text| exception(text)).collect(),
            },
            name: row.display_name,
            hospital_name: row.name,
        })
    }))
}

/// Their own record when they have one there, else that of the first whom they care for, as at the sign-in of a browser.
async fn in_portal(tx: &mut Tx, ctx: &Ctx, user: UserId, hospital: HospitalId) -> Result<Option<Standing>> {
    // Row security shows a portal account to its owner only; the token has just proved who that is.
    sqlx::query!("SELECT set_config('app.user_id', $1, true) AS proved", user.to_string())
        .fetch_one(&mut **tx)
        .await?;
    let found = sqlx::query!(
        r#"SELECT   u.display_name, h.name, r.patient_id AS "patient_id!", r.let_into, p.is_open AS "is_open?", p.hidden AS "hidden?",
                    p.changed_at AS "changed_at?"
           FROM     app_user u
           JOIN     hospital h ON h.id = $2
           JOIN     (SELECT a.patient_id, NULL::text[] AS let_into, NULL::timestamptz AS since
                     FROM   portal_account a
                     WHERE  a.user_id = $1 AND a.hospital_id = $2
                     UNION ALL
                     SELECT x.patient_id, x.sections, lower(x.during)
                     FROM   proxy x
                     WHERE  x.user_id = $1 AND x.hospital_id = $2 AND x.during @> $3::timestamptz) AS r ON true
           LEFT JOIN portal_setting p ON p.patient_id = r.patient_id AND p.hospital_id = h.id
           WHERE    u.id = $1 AND u.is_active
           ORDER BY r.since NULLS FIRST
           LIMIT    1"#,
        user.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.map(|row| {
        let patient = PatientId(row.patient_id);
        let portal = Portal {
            is_open: row.is_open.unwrap_or(true),
            hidden: row.hidden.map(|names| sections(&names)).unwrap_or_default(),
            changed_at: row.changed_at.map(from_db),
        };
        let actor = match row.let_into {
            None => Actor::Patient {
                user,
                patient,
                hospital,
                is_open: portal.is_open,
            },
            Some(names) => Actor::Proxy {
                user,
                patient,
                hospital,
                sections: portal.shown(&sections(&names)),
            },
        };
        Standing {
            actor,
            name: row.display_name,
            hospital_name: row.name,
        }
    }))
}

async fn of_client(tx: &mut Tx, client: ClientId, hospital: HospitalId) -> Result<Option<Standing>> {
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
