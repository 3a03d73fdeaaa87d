//! Who is on duty where, and whose each device is: for whoever assigns.

use domain::access::{Action, Subject};
use domain::ids::{DeviceId, HospitalId, UserId, WardId};
use domain::invalid::Invalid;
use domain::time::Moment;

use super::{Colleague, Duty, colleagues, team};
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// The longest list of each kind.
const MOST: i64 = 200;

/// Somebody on duty on a ward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WardDuty {
    /// Their account.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// The ward.
    pub ward: WardId,
    /// Its name.
    pub ward_name: String,
    /// Since when.
    pub since: Moment,
    /// Until when; none while no end is known.
    pub until: Option<Moment>,
}

/// Somebody who reads or keeps a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceDuty {
    /// Their account.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// The device.
    pub device: DeviceId,
    /// Its name.
    pub device_name: String,
    /// Reads or keeps.
    pub duty: Duty,
    /// Since when.
    pub since: Moment,
    /// To whom it is handed over, and until when.
    pub lent: Option<(String, Moment)>,
}

/// The duties of a hospital now, and what to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Duties {
    /// On wards, by ward and name; the first 200 that were asked for.
    pub wards: Vec<WardDuty>,
    /// On devices, by device and name; the first 200 that were asked for.
    pub devices: Vec<DeviceDuty>,
    /// Every ward.
    pub all_wards: Vec<(WardId, String)>,
    /// Every device; none when they are too many for a list: then a page asks for a name ([`of_device_name`]).
    pub all_devices: Option<Vec<(DeviceId, String)>>,
    /// Whether there are more duties than these.
    pub are_more: bool,
    /// Who could be assigned; none when they are too many for a list.
    pub colleagues: Option<Vec<Colleague>>,
}

/// The duties of the actor's hospital; with a part of a name those of people, wards and devices that have it. To look at them needs no fresh proof; to change them does.
///
/// Errors: denied for whoever does not look after them.
pub async fn duties(ctx: &Ctx, part: &str) -> Result<Duties> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadDuties, &subject).await?;
    let mut wards = on_wards(&mut tx, hospital, ctx.now(), part.trim()).await?;
    let mut devices = on_devices(&mut tx, hospital, ctx.now(), part.trim()).await?;
    let are_more = wards.len().max(devices.len()) > MOST as usize;
    wards.truncate(MOST as usize);
    devices.truncate(MOST as usize);
    let all_wards = team::wards(&mut tx, hospital).await?;
    let all_devices = sqlx::query!(
        "SELECT id, name FROM device WHERE hospital_id = $1 ORDER BY name LIMIT $2",
        hospital.0,
        MOST + 1
    )
    .fetch_all(&mut *tx)
    .await?;
    let colleagues = colleagues(&mut tx, hospital, &Duty::OF_STAFF, ctx.now()).await?;
    audit::record(ctx, Entry::new(Action::ReadDuties, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    Ok(Duties {
        wards,
        devices,
        all_wards,
        all_devices: (all_devices.len() <= MOST as usize).then(|| {
            let names = all_devices.into_iter().map(|row| (DeviceId(row.id), row.name));
            names.collect()
        }),
        are_more,
        colleagues,
    })
}

async fn on_wards(tx: &mut Tx, hospital: HospitalId, now: Moment, part: &str) -> Result<Vec<WardDuty>> {
    let rows = sqlx::query!(
        r#"SELECT d.user_id, u.display_name, w.id AS ward_id, w.name, lower(d.during) AS "since!", upper(d.during) AS until
             FROM ward_duty d
             JOIN app_user u ON u.id = d.user_id
             JOIN ward w     ON w.id = d.ward_id
            WHERE d.hospital_id = $1 AND d.during @> $2::timestamptz
              AND ($4 = '' OR strpos(lower(w.name), lower($4)) > 0 OR strpos(lower(u.display_name), lower($4)) > 0)
            ORDER BY w.name, u.display_name, d.user_id
            LIMIT $3"#,
        hospital.0,
        to_db(now),
        MOST + 1,
        part,
    )
    .fetch_all(&mut **tx)
    .await?;
    let duties = rows.into_iter().map(|row| WardDuty {
        user: UserId(row.user_id),
        name: row.display_name,
        ward: WardId(row.ward_id),
        ward_name: row.name,
        since: from_db(row.since),
        until: row.until.map(from_db),
    });
    Ok(duties.collect())
}

async fn on_devices(tx: &mut Tx, hospital: HospitalId, now: Moment, part: &str) -> Result<Vec<DeviceDuty>> {
    let rows = sqlx::query!(
        r#"SELECT d.user_id, u.display_name, d.device_id, v.name, d.kind, lower(d.during) AS "since!", t.display_name AS "lent_to?", h.until AS "lent_until?"
             FROM device_duty d
             JOIN app_user u ON u.id = d.user_id
             JOIN device v   ON v.id = d.device_id
             LEFT JOIN device_hand_over h ON h.device_id = d.device_id AND h.from_user = d.user_id AND d.kind = 'keeps'
                                         AND h.accepted_at <= $2 AND h.until > $2 AND h.ended_at IS NULL
             LEFT JOIN app_user t         ON t.id = h.to_user
            WHERE d.hospital_id = $1 AND d.during @> $2::timestamptz
              AND ($4 = '' OR strpos(lower(v.name), lower($4)) > 0 OR strpos(lower(u.display_name), lower($4)) > 0)
            ORDER BY v.name, u.display_name, d.user_id
            LIMIT $3"#,
        hospital.0,
        to_db(now),
        MOST + 1,
        part,
    )
    .fetch_all(&mut **tx)
    .await?;
    let duties = rows.into_iter().filter_map(|row| {
        Some(DeviceDuty {
            user: UserId(row.user_id),
            name: row.display_name,
            device: DeviceId(row.device_id),
            device_name: row.name,
            duty: Duty::parse(&row.kind)?,
            since: from_db(row.since),
            lent: row.lent_to.zip(row.lent_until.map(from_db)),
        })
    });
    Ok(duties.collect())
}

/// The device of the actor's hospital with this name, for whoever assigns.
///
/// Errors: denied for whoever does not; invalid for a name that none has.
pub async fn of_device_name(ctx: &Ctx, name: &str) -> Result<DeviceId> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::AssignCare).await?;
    let found = sqlx::query_scalar!(
        "SELECT id FROM device WHERE hospital_id = $1 AND name = $2",
        hospital.0,
        name.trim(),
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    found.map(DeviceId).ok_or_else(|| {
        let reason = "No device of this hospital has this name. It stands on the list of devices.";
        HospitalError::Invalid(vec![Invalid::new("device", reason)])
    })
}
