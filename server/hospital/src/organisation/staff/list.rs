//! Everybody who works or worked in the hospital, and who is invited.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{UserId, WardId};
use domain::organisation::WardName;
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::invited_email_of;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::contact::{self, Reached};
use crate::keys::Keys;
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// The most members on one page.
const PAGE: i64 = 50;
/// The most open invitations on it.
const OPEN: i64 = 200;

/// Somebody who works here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The account.
    pub user: UserId,
    /// Name.
    pub name: String,
    /// E-mail or phone number.
    pub contact: String,
    /// Such as `DOC-0012`.
    pub employee_id: String,
    /// What they are here now.
    pub roles: Vec<Role>,
    /// Since when they are inactive.
    pub inactive_since: Option<Moment>,
    /// Whether it is the one who asks.
    pub is_me: bool,
}

/// An invitation that nobody has accepted yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which.
    pub id: Uuid,
    /// To which address.
    pub email: String,
    /// To whom.
    pub name: String,
    /// As whom.
    pub role: Role,
    /// When the last mail went.
    pub sent_at: Moment,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Staff {
    /// The hospital's zone.
    pub zone: Zone,
    /// By employee id.
    pub members: Vec<Member>,
    /// The employee id after which the next page begins.
    pub next: Option<String>,
    /// Newest first.
    pub invitations: Vec<Invitation>,
    /// The wards, to choose from.
    pub wards: Vec<WardName>,
}

/// A page of staff that begins after an employee id; read by whoever may list them.
pub async fn list_staff(ctx: &Ctx, after: Option<&str>) -> Result<Staff> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ListStaff, &subject).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let mut members = members(&mut tx, ctx, hospital.0, after).await?;
    let next = (members.len() > PAGE as usize).then(|| {
        members.truncate(PAGE as usize);
        members
            .last()
            .map(|member| member.employee_id.clone())
            .unwrap_or_default()
    });
    let invitations = invitations(&mut tx, &ctx.house().keys, hospital.0).await?;
    let wards = sqlx::query!(
        "SELECT w.id, w.name FROM ward w WHERE w.hospital_id = $1 AND w.retired_at IS NULL ORDER BY w.name LIMIT 200",
        hospital.0
    )
    .fetch_all(&mut *tx)
    .await?;
    audit::record(ctx, Entry::new(Action::ListStaff, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    let wards = wards.into_iter().map(|row| WardName {
        id: WardId(row.id),
        name: row.name,
    });
    Ok(Staff {
        zone,
        members,
        next,
        invitations,
        wards: wards.collect(),
    })
}

async fn members(tx: &mut Tx, ctx: &Ctx, hospital: Uuid, after: Option<&str>) -> Result<Vec<Member>> {
    let rows = sqlx::query!(
        r#"SELECT   m.user_id, u.display_name, u.email_sealed, u.phone_sealed, m.employee_id, m.inactive_since,
                    ARRAY(SELECT g.role FROM role_grant g
                          WHERE g.user_id = m.user_id AND g.hospital_id = m.hospital_id AND g.during @> $4::timestamptz) AS "roles!"
           FROM     staff_member m
           JOIN     app_user u ON u.id = m.user_id
           WHERE    m.hospital_id = $1 AND m.employee_id > $2
           ORDER BY m.employee_id
           LIMIT    $3"#,
        hospital,
        after.unwrap_or_default(),
        PAGE + 1,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    let me = ctx.actor().user();
    let members = rows.into_iter().map(|row| {
        let user = UserId(row.user_id);
        let keys = &ctx.house().keys;
        let reached = Reached::open(keys, user, row.email_sealed.as_deref(), row.phone_sealed.as_deref())?;
        Ok(Member {
            user,
            name: row.display_name,
            contact: reached.email.or(reached.phone).unwrap_or_default(),
            employee_id: row.employee_id,
            roles: Role::ALL
                .into_iter()
                .filter(|role| row.roles.iter().any(|name| name == role.name()))
                .collect(),
            inactive_since: row.inactive_since.map(from_db),
            is_me: me == Some(user),
        })
    });
    members.collect()
}

async fn invitations(tx: &mut Tx, keys: &Keys, hospital: Uuid) -> Result<Vec<Invitation>> {
    let rows = sqlx::query!(
        r#"SELECT   i.id, i.email_sealed AS "email!", i.name, i.role, i.sent_at
         FROM     staff_invitation i
         WHERE    i.hospital_id = $1 AND i.withdrawn_at IS NULL AND i.accepted_at IS NULL
         ORDER BY i.invited_at DESC, i.id
         LIMIT    $2"#,
        hospital,
        OPEN,
    )
    .fetch_all(&mut **tx)
    .await?;
    let invitations = rows.into_iter().filter_map(|row| {
        let role = Role::parse(&row.role)?;
        let email = contact::open(keys, &invited_email_of(row.id), &row.email);
        Some(email.map(|email| Invitation {
            id: row.id,
            email,
            name: row.name,
            role,
            sent_at: from_db(row.sent_at),
        }))
    });
    invitations.collect()
}
