//! What of a machine's papers has changed: field by field, as it was and as it is.

use domain::access::Action;
use domain::devices::papers::{DeviceKind, Typed};
use domain::ids::DeviceId;
use domain::patients::papers::Day;
use uuid::Uuid;

use super::register::{taken, ward_of};
use super::{Ways, begin, day_of, to_date, writer};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// The form that changes a machine, or registers one.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Which; none for a new one.
    pub device: Option<DeviceId>,
    /// What stands there now.
    pub typed: Typed,
    /// Which other pages of it the reader may open.
    pub ways: Ways,
    /// The wards of the hospital: id and name.
    pub wards: Vec<(String, String)>,
}

/// What stands in the form of a machine; of a new one without `device`.
///
/// # Errors
/// Not found for a machine of another hospital; denied for whoever does not run the hospital.
pub async fn edit(ctx: &Ctx, device: Option<DeviceId>) -> Result<Edit> {
    let (mut tx, subject, typed) = match device {
        Some(device) => {
            let (mut tx, subject) = begin(ctx, Action::ManageMachines, device).await?;
            let typed = now(&mut tx, device).await?;
            (tx, subject, typed)
        }
        None => {
            let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
            let subject = super::console::whole(hospital);
            let tx = ctx.begin(Action::ManageMachines, &subject).await?;
            (tx, subject, Typed::default())
        }
    };
    let wards = sqlx::query!(
        "SELECT id, name FROM ward WHERE hospital_id = actor_hospital() AND retired_at IS NULL ORDER BY name LIMIT 200"
    )
    .fetch_all(&mut *tx)
    .await?;
    let entry = Entry::new(Action::ManageMachines, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Edit {
        device,
        typed,
        ways: Ways::of(ctx, &subject),
        wards: wards.into_iter().map(|ward| (ward.id.to_string(), ward.name)).collect(),
    })
}

fn as_typed(day: Option<Day>) -> String {
    day.map_or(String::new(), |(year, month, day)| {
        format!("{year:04}-{month:02}-{day:02}")
    })
}

async fn now(tx: &mut Tx, device: DeviceId) -> Result<Typed> {
    let row = sqlx::query!(
        "SELECT name, model, serial, kind, physical_id, maker, firmware, ward_id, installed_on, warranty_until, kept_for, disinfect_hours FROM device WHERE id = $1 FOR UPDATE",
        device.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Typed {
        name: row.name,
        model: row.model,
        serial: row.serial,
        kind: row.kind,
        physical_id: row.physical_id.unwrap_or_default(),
        maker: row.maker.unwrap_or_default(),
        firmware: row.firmware.unwrap_or_default(),
        ward: row.ward_id.map(|ward| ward.to_string()).unwrap_or_default(),
        installed_on: as_typed(row.installed_on.map(day_of)),
        warranty_until: as_typed(row.warranty_until.map(day_of)),
        kept_for: row.kept_for.unwrap_or_default(),
        disinfect_hours: row.disinfect_hours.map(|hours| hours.to_string()).unwrap_or_default(),
    })
}

/// Changes what is written of a machine; each field that differs is kept as it was. Answers how many did.
///
/// # Errors
/// As [`super::register`]; not found for a machine of another hospital.
pub async fn change(ctx: &Ctx, device: DeviceId, typed: &Typed) -> Result<usize> {
    let (mut tx, subject) = begin(ctx, Action::ManageMachines, device).await?;
    let (hospital, user) = writer(ctx, Action::ManageMachines)?;
    let papers = typed.read().map_err(HospitalError::Invalid)?;
    let ward = ward_of(&mut tx, hospital, &papers).await?;
    let before = now(&mut tx, device).await?;
    sqlx::query!(
        "UPDATE device
            SET name = $2, model = $3, serial = $4, kind = $5, physical_id = $6, maker = $7, firmware = $8, ward_id = $9, installed_on = $10, warranty_until = $11, kept_for = $12, disinfect_hours = $13
          WHERE id = $1",
        device.0,
        papers.name,
        papers.model,
        papers.serial,
        papers.kind.name(),
        papers.physical_id,
        papers.maker,
        papers.firmware,
        ward,
        papers.installed_on.map(to_date).transpose()?,
        papers.warranty_until.map(to_date).transpose()?,
        papers.kept_for.map(|agent| agent.name()),
        papers.disinfect_hours,
    )
    .execute(&mut *tx)
    .await
    .map_err(taken)?;
    let after = now(&mut tx, device).await?;
    let mut changed = 0;
    for ((field, before), (_, after)) in before.fields().into_iter().zip(after.fields()) {
        if before == after {
            continue;
        }
        changed += 1;
        let [before, after] = [
            shown(&mut tx, field, before).await?,
            shown(&mut tx, field, after).await?,
        ];
        sqlx::query!(
            "INSERT INTO device_change (id, device_id, hospital_id, field, before, after, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            Uuid::now_v7(),
            device.0,
            hospital,
            field,
            before,
            after,
            to_db(ctx.now()),
            user,
        )
        .execute(&mut *tx)
        .await?;
    }
    let entry = Entry::change("device.change", Action::ManageMachines, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, (changed > 0).then_some(entry)).await?;
    tx.commit().await?;
    Ok(changed)
}

/// A field as the log book keeps it: a ward by its name of that day, a kind in words; nothing for what is empty.
async fn shown(tx: &mut Tx, field: &str, value: &str) -> Result<Option<String>> {
    if value.is_empty() {
        return Ok(None);
    }
    match field {
        "ward" => {
            let ward = Uuid::parse_str(value).unwrap_or_default();
            let name = sqlx::query_scalar!("SELECT name FROM ward WHERE id = $1", ward)
                .fetch_optional(&mut **tx)
                .await?;
            Ok(name)
        }
        "kind" => Ok(DeviceKind::parse(value).map(|kind| kind.words().to_owned())),
        _ => Ok(Some(value.to_owned())),
    }
}
