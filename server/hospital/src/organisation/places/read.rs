//! The places of a hospital as their pages show them: what there is, what stands there, what holds it, what was done. No patient is named.

use domain::access::{Action, Subject};
use domain::ids::{BedId, DeviceId, WardId};
use domain::time::{Moment, Zone};
use time::OffsetDateTime;
use uuid::Uuid;

use super::begin;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// A ward with how much is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WardLine {
    /// Which.
    pub ward: WardId,
    /// What it is called.
    pub name: String,
    /// Beds that are no place of a chair.
    pub beds: i64,
    /// Chairs for dialysis.
    pub chairs: i64,
    /// Machines that stand there.
    pub machines: i64,
}

/// What was done to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// `ward`, `bed` or `chair`.
    pub sort: String,
    /// `made`, `renamed`, `changed` or `retired`.
    pub act: String,
    /// As it is called since.
    pub name: String,
    /// As it was called.
    pub before: Option<String>,
    /// Why it was retired.
    pub reason: Option<String>,
}

/// Every ward.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// The clock of the hospital.
    pub zone: Zone,
    /// Wards that are in use, by name.
    pub wards: Vec<WardLine>,
    /// What was done to wards, the newest first.
    pub changes: Vec<ChangeLine>,
}

/// A machine that stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub device: DeviceId,
    /// What it is called.
    pub name: String,
    /// Whether it measures somebody now.
    pub measures: bool,
}

/// A bed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BedLine {
    /// Which.
    pub id: BedId,
    /// Its number in the ward.
    pub number: i16,
    /// What stands there.
    pub standing: Vec<Standing>,
}

/// A chair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChairLine {
    /// Which.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// For whoever carries what others must not get.
    pub isolation: bool,
    /// Good enough for haemodiafiltration.
    pub hdf: bool,
    /// The number of its place in the ward.
    pub number: Option<i16>,
    /// What stands there.
    pub standing: Vec<Standing>,
    /// Sessions that are booked there and not over.
    pub booked: i64,
}

/// One ward.
#[derive(Clone, Debug, PartialEq)]
pub struct WardPlaces {
    /// The clock of the hospital.
    pub zone: Zone,
    /// Which.
    pub ward: WardId,
    /// What it is called.
    pub name: String,
    /// Its beds, by number.
    pub beds: Vec<BedLine>,
    /// Its chairs, by name.
    pub chairs: Vec<ChairLine>,
    /// Machines that stand nowhere, and those of this ward: to be put at a place of it.
    pub machines: Vec<(DeviceId, String)>,
    /// What was done here, the newest first.
    pub changes: Vec<ChangeLine>,
}

/// Every ward of the hospital.
///
/// # Errors
/// Denied for whoever does not run the hospital.
pub async fn places(ctx: &Ctx) -> Result<Places> {
    let (mut tx, hospital, _) = begin(ctx).await?;
    let rows = sqlx::query!(
        r#"SELECT w.id, w.name,
                  (SELECT count(*) FROM bed b
                    WHERE b.ward_id = w.id AND b.retired_at IS NULL
                      AND NOT EXISTS (SELECT FROM station s WHERE s.bed_id = b.id AND s.retired_at IS NULL)) AS "beds!",
                  (SELECT count(*) FROM station s WHERE s.ward_id = w.id AND s.retired_at IS NULL) AS "chairs!",
                  (SELECT count(*) FROM device_assignment a
                     JOIN bed b ON b.id = a.bed_id
                    WHERE b.ward_id = w.id AND a.during @> $2::timestamptz) AS "machines!"
             FROM ward w
            WHERE w.hospital_id = $1 AND w.retired_at IS NULL
            ORDER BY w.name
            LIMIT 200"#,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    let changes = sqlx::query_as!(
        ChangeRow,
        r#"SELECT c.changed_at, u.display_name AS "by?", c.sort, c.act, c.name, c.before, c.reason
             FROM place_change c
             LEFT JOIN app_user u ON u.id = c.changed_by
            WHERE c.hospital_id = $1 AND c.sort = 'ward'
            ORDER BY c.changed_at DESC, c.id DESC
            LIMIT 50"#,
        hospital.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let subject = Subject::Hospital(hospital);
    audit::record(ctx, Entry::new(Action::ManagePlaces, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    let wards = rows.into_iter().map(|row| WardLine {
        ward: WardId(row.id),
        name: row.name,
        beds: row.beds,
        chairs: row.chairs,
        machines: row.machines,
    });
    Ok(Places {
        zone,
        wards: wards.collect(),
        changes: changes.into_iter().map(ChangeRow::line).collect(),
    })
}

/// One ward with its beds and chairs.
///
/// # Errors
/// Not found for a ward of another hospital, and for one that is retired; denied for whoever does not run the hospital.
pub async fn ward_places(ctx: &Ctx, ward: WardId) -> Result<WardPlaces> {
    let (mut tx, hospital, _) = begin(ctx).await?;
    let name = sqlx::query_scalar!(
        "SELECT name FROM ward WHERE id = $1 AND hospital_id = $2 AND retired_at IS NULL",
        ward.0,
        hospital.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let mut standing = standing(&mut tx, ctx, ward).await?;
    let mut at = |bed: Option<Uuid>| -> Vec<Standing> {
        let here = standing.extract_if(.., |(place, _)| Some(*place) == bed);
        here.map(|(_, machine)| machine).collect()
    };
    let chairs = sqlx::query!(
        r#"SELECT s.id, s.name, s.isolation, s.hdf, s.bed_id, b.number AS "number?",
                  (SELECT count(*) FROM dialysis_session d
                    WHERE d.station_id = s.id AND d.state IN ('booked', 'checked_in', 'running') AND upper(d.planned) > $2) AS "booked!"
             FROM station s
             LEFT JOIN bed b ON b.id = s.bed_id
            WHERE s.ward_id = $1 AND s.retired_at IS NULL
            ORDER BY s.name
            LIMIT 200"#,
        ward.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    let chairs: Vec<ChairLine> = chairs
        .into_iter()
        .map(|row| ChairLine {
            id: row.id,
            name: row.name,
            isolation: row.isolation,
            hdf: row.hdf,
            number: row.number,
            standing: at(row.bed_id),
            booked: row.booked,
        })
        .collect();
    let beds = sqlx::query!(
        "SELECT b.id, b.number
           FROM bed b
          WHERE b.ward_id = $1 AND b.retired_at IS NULL
            AND NOT EXISTS (SELECT FROM station s WHERE s.bed_id = b.id AND s.retired_at IS NULL)
          ORDER BY b.number
          LIMIT 200",
        ward.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let beds: Vec<BedLine> = beds
        .into_iter()
        .map(|row| BedLine {
            id: BedId(row.id),
            number: row.number,
            standing: at(Some(row.id)),
        })
        .collect();
    let machines = sqlx::query!(
        r#"SELECT d.id, d.name
             FROM device d
             LEFT JOIN device_assignment a ON a.device_id = d.id AND a.during @> $3::timestamptz
             LEFT JOIN bed b               ON b.id = a.bed_id
            WHERE d.hospital_id = $1 AND d.status <> 'inactive' AND (a.device_id IS NULL OR b.ward_id = $2)
            ORDER BY d.name
            LIMIT 200"#,
        hospital.0,
        ward.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    let changes = sqlx::query_as!(
        ChangeRow,
        r#"SELECT c.changed_at, u.display_name AS "by?", c.sort, c.act, c.name, c.before, c.reason
             FROM place_change c
             LEFT JOIN app_user u ON u.id = c.changed_by
            WHERE c.ward_id = $1
            ORDER BY c.changed_at DESC, c.id DESC
            LIMIT 100"#,
        ward.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let subject = Subject::Ward { ward, hospital };
    audit::record(ctx, Entry::new(Action::ManagePlaces, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    Ok(WardPlaces {
        zone,
        ward,
        name,
        beds,
        chairs,
        machines: machines.into_iter().map(|row| (DeviceId(row.id), row.name)).collect(),
        changes: changes.into_iter().map(ChangeRow::line).collect(),
    })
}

/// What was done, as a row.
struct ChangeRow {
    changed_at: OffsetDateTime,
    by: Option<String>,
    sort: String,
    act: String,
    name: String,
    before: Option<String>,
    reason: Option<String>,
}

impl ChangeRow {
    fn line(self) -> ChangeLine {
        ChangeLine {
            at: from_db(self.changed_at),
            by: self.by.unwrap_or_default(),
            sort: self.sort,
            act: self.act,
            name: self.name,
            before: self.before,
            reason: self.reason,
        }
    }
}

/// What stands at the beds of a ward, with the bed.
async fn standing(tx: &mut Tx, ctx: &Ctx, ward: WardId) -> Result<Vec<(Uuid, Standing)>> {
    let rows = sqlx::query!(
        r#"SELECT a.bed_id, d.id, d.name,
                  EXISTS (SELECT FROM device_session s WHERE s.device_id = d.id AND s.during @> $2::timestamptz) AS "measures!"
             FROM device_assignment a
             JOIN bed b    ON b.id = a.bed_id
             JOIN device d ON d.id = a.device_id
            WHERE b.ward_id = $1 AND a.during @> $2::timestamptz
            ORDER BY d.name
            LIMIT 400"#,
        ward.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    let standing = rows.into_iter().map(|row| {
        let machine = Standing {
            device: DeviceId(row.id),
            name: row.name,
            measures: row.measures,
        };
        (row.bed_id, machine)
    });
    Ok(standing.collect())
}
