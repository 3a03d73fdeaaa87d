//! Leaves a notice for whoever works where an alert affects them. Patients see it at the top of their pages and are told no other way.

use domain::actor::Role;
use domain::ids::{HospitalId, UserId};
use domain::notices::Kind;
use uuid::Uuid;

use super::change::names;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::{self, Notice};
use crate::time::to_db;

/// The most people who are told of one alert: it stands at the top of everybody's pages anyway.
const MOST: i64 = 200;

/// Whom an alert affects, as the database knows it.
#[derive(Debug)]
pub(super) struct Affected {
    /// None for every hospital.
    pub hospital: Option<HospitalId>,
    /// None for every role.
    pub roles: Option<Vec<String>>,
    /// On duty there, where it is given.
    pub ward: Option<Uuid>,
}

/// Tells them.
pub(super) async fn tell(tx: &mut Tx, ctx: &Ctx, affected: &Affected) -> Result<()> {
    let staff: Vec<Role> = Role::ALL.into_iter().filter(|role| role.is_of_staff()).collect();
    let staff = names(&staff);
    let people = sqlx::query!(
        "SELECT DISTINCT g.user_id, g.hospital_id
           FROM role_grant g
          WHERE g.during @> $1::timestamptz AND g.role = ANY ($2) AND ($3::text[] IS NULL OR g.role = ANY ($3)) AND ($4::uuid IS NULL OR g.hospital_id = $4)
            AND ($5::uuid IS NULL OR EXISTS (SELECT FROM ward_duty d WHERE d.user_id = g.user_id AND d.ward_id = $5 AND d.during @> $1::timestamptz))
          ORDER BY g.user_id, g.hospital_id
          LIMIT $6",
        to_db(ctx.now()),
        &staff,
        affected.roles.as_deref(),
        affected.hospital.map(|hospital| hospital.0),
        affected.ward,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let notices = people.into_iter().map(|row| {
        let notice = Notice::of(Kind::SystemAlertRaised).at(HospitalId(row.hospital_id));
        (UserId(row.user_id), notice)
    });
    notices::tell_each(tx, ctx, notices.collect()).await
}
