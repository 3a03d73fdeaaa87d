//! A hospital in figures, without patients.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{DeviceId, WardId};
use domain::organisation::{HospitalToday, WardName, WardToday};

use super::zone_of_actor;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// The actor's hospital today: wards and beds taken, devices heard, accounts by role.
///
/// Errors: denied for whoever does not run the hospital.
pub async fn today(ctx: &Ctx) -> Result<HospitalToday> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadHospital, &subject).await?;
    let rendered_at = ctx.now();
    let name = sqlx::query_scalar!("SELECT name FROM hospital WHERE id = $1", hospital.0)
        .fetch_one(&mut *tx)
        .await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let wards = sqlx::query!(
        r#"SELECT w.id, w.name, coalesce(array_agg(b.taken ORDER BY b.number) FILTER (WHERE b.number IS NOT NULL), '{}') AS "beds!"
             FROM ward w
             LEFT JOIN (
                  SELECT b.ward_id, b.number, bool_or(s.id IS NOT NULL) AS taken
                    FROM bed b
                    LEFT JOIN device_assignment a ON a.bed_id = b.id AND a.during @> $2::timestamptz
                    LEFT JOIN device_session s    ON s.device_id = a.device_id AND s.during @> $2::timestamptz
                   WHERE b.retired_at IS NULL
                   GROUP BY b.ward_id, b.number) b ON b.ward_id = w.id
            WHERE w.hospital_id = $1 AND w.retired_at IS NULL
            GROUP BY w.id, w.name
            ORDER BY w.name
            LIMIT 200"#,
        hospital.0,
        to_db(rendered_at),
    )
    .fetch_all(&mut *tx)
    .await?;
    let devices = sqlx::query_scalar!(
        "SELECT id FROM device WHERE hospital_id = $1 AND status = 'active'",
        hospital.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let counted = sqlx::query!(
        r#"SELECT g.role, count(DISTINCT g.user_id) AS "people!"
             FROM role_grant g JOIN app_user u ON u.id = g.user_id AND u.is_active
            WHERE g.hospital_id = $1 AND g.during @> $2::timestamptz
            GROUP BY g.role"#,
        hospital.0,
        to_db(rendered_at),
    )
    .fetch_all(&mut *tx)
    .await?;
    let portal = sqlx::query_scalar!(
        r#"SELECT count(*) AS "people!" FROM portal_account WHERE hospital_id = $1"#,
        hospital.0
    )
    .fetch_one(&mut *tx)
    .await?;
    audit::record(ctx, Entry::new(Action::ReadHospital, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;

    let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let heard = devices.iter().filter(|id| {
        let heard = ctx.house().now.heard(DeviceId(**id)).and_then(|(heard_at, _)| heard_at);
        heard.is_some_and(|at| rendered_at.seconds_since(at) <= domain::alerts::silence::SILENT_AFTER_SECONDS)
    });
    let heard = heard.count();
    let accounts = Role::ALL.into_iter().filter(|role| *role != Role::Proxy).map(|role| {
        let people = match role {
            Role::Patient => portal,
            staff => counted
                .iter()
                .find(|row| row.role == staff.name())
                .map_or(0, |row| row.people),
        };
        (role.name().to_owned(), number(people))
    });
    Ok(HospitalToday {
        name,
        zone,
        rendered_at,
        accounts: accounts.collect(),
        devices: (
            u32::try_from(devices.len()).unwrap_or(u32::MAX),
            u32::try_from(heard).unwrap_or(u32::MAX),
        ),
        wards: wards
            .into_iter()
            .map(|row| WardToday {
                ward: WardName {
                    id: WardId(row.id),
                    name: row.name,
                },
                beds: row.beds,
            })
            .collect(),
    })
}
