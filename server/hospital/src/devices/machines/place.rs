//! Where a machine stands: at a bed, at a chair, or nowhere. What it measures is shown there, and a chair is booked with the machine that stands at it.

use domain::access::{Action, Subject};
use domain::ids::{DeviceId, PatientId, WardId};
use domain::invalid::Invalid;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{begin, writer};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::places::{one_more, refused};
use crate::time::to_db;

/// The places that a form offers; a hospital that has more chooses from the page of a ward.
const MOST: i64 = 500;

/// A place where machines stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The bed; of a chair without a place of its own the chair.
    pub id: Uuid,
    /// The ward.
    pub ward: String,
    /// The number of the bed, where it is the place of no chair.
    pub bed: Option<i16>,
    /// The chair.
    pub chair: Option<String>,
}

/// Where machines of the hospital can stand; those of the machine's own ward first.
pub(super) async fn spots(tx: &mut Tx, device: DeviceId) -> Result<Vec<Spot>> {
    let rows = sqlx::query!(
        r#"SELECT coalesce(b.id, s.id) AS "id!", w.name AS ward, b.number AS "bed?", s.name AS "chair?"
             FROM ward w
             JOIN (SELECT id, ward_id, number, id AS bed_id FROM bed WHERE retired_at IS NULL
                   UNION ALL
                   SELECT NULL, ward_id, NULL, NULL FROM station WHERE retired_at IS NULL AND bed_id IS NULL GROUP BY ward_id) b ON b.ward_id = w.id
             LEFT JOIN station s ON s.ward_id = w.id AND s.retired_at IS NULL AND s.bed_id IS NOT DISTINCT FROM b.bed_id
            WHERE w.hospital_id = actor_hospital() AND w.retired_at IS NULL
            ORDER BY (w.id IS DISTINCT FROM device_ward($1)), w.name, s.name NULLS LAST, b.number
            LIMIT $2"#,
        device.0,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let spots = rows.into_iter().map(|row| Spot {
        id: row.id,
        ward: row.ward,
        bed: row.bed.filter(|_| row.chair.is_none()),
        chair: row.chair,
    });
    Ok(spots.collect())
}

/// What a machine is, and where it stands, while nobody else moves it.
struct Held {
    is_dialysis: bool,
    /// The bed where it stands.
    bed: Option<Uuid>,
    /// Whom it measures.
    measures: Option<Uuid>,
}

async fn hold(tx: &mut Tx, device: DeviceId, now: OffsetDateTime) -> Result<Held> {
    let kind = sqlx::query_scalar!("SELECT kind FROM device WHERE id = $1 FOR UPDATE", device.0)
        .fetch_one(&mut **tx)
        .await?;
    let row = sqlx::query!(
        r#"SELECT (SELECT a.bed_id FROM device_assignment a WHERE a.device_id = $1 AND a.during @> $2::timestamptz) AS bed,
                  (SELECT s.patient_id FROM device_session s WHERE s.device_id = $1 AND s.during @> $2::timestamptz LIMIT 1) AS measures"#,
        device.0,
        now,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Held {
        is_dialysis: kind == "dialysis",
        bed: row.bed,
        measures: row.measures,
    })
}

/// Puts a machine at a place, from wherever it stands. A monitor takes whom it measures with it; a dialysis machine on which somebody is stays where it is. What is booked stays at
/// its chair: there it is booked with the machine that stands there from now on.
///
/// # Errors
/// Invalid for a place that is not of this hospital; a conflict while somebody is dialysed on it, where another dialysis machine stands or somebody else is measured; denied for a
/// machine that is not theirs.
pub async fn place(ctx: &Ctx, device: DeviceId, to: Uuid) -> Result<()> {
    let (mut tx, subject) = begin(ctx, Action::PlaceMachine, device).await?;
    let (hospital, user) = writer(ctx, Action::PlaceMachine)?;
    let now = to_db(ctx.now());
    let held = hold(&mut tx, device, now).await?;
    let bed = bed_of(&mut tx, hospital, to).await?;
    if held.bed == Some(bed) {
        return Err(HospitalError::Conflict("This machine stands there already."));
    }
    may_go(&held)?;
    let there = sqlx::query!(
        r#"SELECT bool_or(d.kind = 'dialysis') AS "dialysis?", bool_or(s.patient_id IS DISTINCT FROM $3 AND s.patient_id IS NOT NULL) AS "others?"
             FROM device_assignment a
             JOIN device d              ON d.id = a.device_id
             LEFT JOIN device_session s ON s.device_id = a.device_id AND s.during @> $2::timestamptz
            WHERE a.bed_id = $1 AND a.during @> $2::timestamptz"#,
        bed,
        now,
        held.measures,
    )
    .fetch_one(&mut *tx)
    .await?;
    if held.is_dialysis && there.dialysis == Some(true) {
        return Err(HospitalError::Conflict(
            "Another dialysis machine stands there. Take that one away first.",
        ));
    }
    if held.measures.is_some() && there.others == Some(true) {
        return Err(HospitalError::Conflict("Somebody else is measured there."));
    }
    let from = leaves(&mut tx, device, user, now).await?;
    sqlx::query!(
        "INSERT INTO device_assignment (device_id, bed_id, during, placed_by) VALUES ($1, $2, tstzrange($3, NULL), $4)",
        device.0,
        bed,
        from.unwrap_or(now),
        user,
    )
    .execute(&mut *tx)
    .await
    .map_err(moved)?;
    let mut patients = Vec::new();
    if held.is_dialysis {
        patients.extend(unbook(&mut tx, device, held.bed, now).await?);
        patients.extend(book(&mut tx, device, bed, now).await?);
    }
    done(tx, ctx, &subject, "device.place", patients).await
}

/// Takes a machine away from where it stands: it stands nowhere, and its chair is booked without one.
///
/// # Errors
/// A conflict when it stands nowhere, and while it measures somebody; denied for a machine that is not theirs.
pub async fn take_away(ctx: &Ctx, device: DeviceId) -> Result<()> {
    let (mut tx, subject) = begin(ctx, Action::PlaceMachine, device).await?;
    let (_, user) = writer(ctx, Action::PlaceMachine)?;
    let now = to_db(ctx.now());
    let held = hold(&mut tx, device, now).await?;
    may_go(&held)?;
    if held.measures.is_some() {
        return Err(HospitalError::Conflict(
            "It measures somebody. Move it with them, or take it away when it measures nobody.",
        ));
    }
    if leaves(&mut tx, device, user, now).await?.is_none() {
        return Err(HospitalError::Conflict("This machine stands nowhere."));
    }
    let patients = match held.is_dialysis {
        true => unbook(&mut tx, device, held.bed, now).await?,
        false => Vec::new(),
    };
    done(tx, ctx, &subject, "device.take_away", patients).await
}

fn may_go(held: &Held) -> Result<()> {
    match held.is_dialysis && held.measures.is_some() {
        true => Err(HospitalError::Conflict(
            "Somebody is dialysed on it. It can be moved when the session has ended.",
        )),
        false => Ok(()),
    }
}

/// The bed that is meant: itself, or that of a chair, which gets one when it has none. Held, so that two machines do not come to it at the same time.
async fn bed_of(tx: &mut Tx, hospital: Uuid, place: Uuid) -> Result<Uuid> {
    let nowhere = || HospitalError::Invalid(vec![Invalid::new("place", "Choose a place of this hospital.")]);
    let chair = sqlx::query!(
        "SELECT s.id, s.ward_id, s.bed_id FROM station s WHERE s.id = $1 AND s.hospital_id = $2 AND s.retired_at IS NULL FOR UPDATE",
        place,
        hospital
    )
    .fetch_optional(&mut **tx)
    .await?;
    let bed = match chair {
        Some(chair) => match chair.bed_id {
            Some(bed) => bed,
            None => {
                let (bed, _) = one_more(tx, WardId(chair.ward_id), None).await?;
                sqlx::query!("UPDATE station SET bed_id = $2 WHERE id = $1", chair.id, bed.0)
                    .execute(&mut **tx)
                    .await
                    .map_err(refused)?;
                bed.0
            }
        },
        None => place,
    };
    sqlx::query_scalar!(
        "SELECT b.id FROM bed b JOIN ward w ON w.id = b.ward_id WHERE b.id = $1 AND w.hospital_id = $2 AND b.retired_at IS NULL FOR UPDATE OF b",
        bed,
        hospital
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or_else(nowhere)
}

/// It stands where it stood no longer; answers since when, or nothing where it stood nowhere.
async fn leaves(tx: &mut Tx, device: DeviceId, user: Uuid, now: OffsetDateTime) -> Result<Option<OffsetDateTime>> {
    let left = sqlx::query_scalar!(
        r#"UPDATE device_assignment
              SET during = tstzrange(lower(during), greatest($2, lower(during) + interval '1 millisecond')), taken_by = $3
            WHERE device_id = $1 AND during @> $2::timestamptz
        RETURNING upper(during) AS "at!""#,
        device.0,
        now,
        user,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(left)
}

/// What is booked at the chair that it leaves is booked there without a machine.
async fn unbook(tx: &mut Tx, device: DeviceId, bed: Option<Uuid>, now: OffsetDateTime) -> Result<Vec<PatientId>> {
    let patients = sqlx::query_scalar!(
        "UPDATE dialysis_session s
            SET device_id = NULL
           FROM station c
          WHERE c.id = s.station_id AND c.bed_id = $2 AND s.device_id = $1 AND s.hospital_id = actor_hospital()
            AND s.state IN ('booked', 'checked_in') AND upper(s.planned) > $3
      RETURNING s.patient_id",
        device.0,
        bed,
        now,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(patients.into_iter().map(PatientId).collect())
}

/// What is booked at the chair to which it comes, without a machine, is booked with it; not where it is not for whoever comes, may not be used, or is booked elsewhere at that time.
async fn book(tx: &mut Tx, device: DeviceId, bed: Uuid, now: OffsetDateTime) -> Result<Vec<PatientId>> {
    let patients = sqlx::query_scalar!(
        "UPDATE dialysis_session s
            SET device_id = $1
           FROM station c
          WHERE c.id = s.station_id AND c.bed_id = $2 AND s.device_id IS NULL AND s.hospital_id = actor_hospital()
            AND s.state IN ('booked', 'checked_in') AND upper(s.planned) > $3
            AND device_unsuited($1, s.station_id, s.patient_id, s.hospital_id) IS NULL
            AND device_unfit_to_book($1, lower(s.planned)) IS NULL
            AND device_unfit_for($1, s.patient_id, s.hospital_id, false) IS NULL
            AND NOT EXISTS (SELECT FROM dialysis_session o
                             WHERE o.device_id = $1 AND o.planned && s.planned AND o.state IN ('booked', 'checked_in', 'running'))
      RETURNING s.patient_id",
        device.0,
        bed,
        now,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(patients.into_iter().map(PatientId).collect())
}

fn moved(error: sqlx::Error) -> HospitalError {
    let error = refused(error);
    match error.violated() {
        Some("device_assignment_one_place") => {
            HospitalError::Conflict("Somebody else has moved this machine just now. Load the page again.")
        }
        _ => error,
    }
}

async fn done(mut tx: Tx, ctx: &Ctx, subject: &Subject, what: &'static str, patients: Vec<PatientId>) -> Result<()> {
    let mut entry = Entry::change(what, Action::PlaceMachine, subject).kinds(&[Kind::Devices]);
    if !patients.is_empty() {
        entry = entry.of(patients).kinds(&[Kind::Devices, Kind::Dialysis]);
    }
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    // What it measures is shown at its new place from now on.
    if let Subject::Device { device, .. } = subject {
        crate::telemetry::load_placements(ctx.house(), Some(*device)).await?;
    }
    Ok(())
}
