//! Writes a machine into the registry of the hospital.

use domain::access::{Action, Subject};
use domain::devices::papers::{Papers, Typed};
use domain::ids::DeviceId;
use domain::invalid::Invalid;
use uuid::Uuid;

use super::{to_date, writer};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result, violated};

/// Registers a machine and answers which it is.
///
/// # Errors
/// Invalid for what cannot be read, for a ward of another hospital, and for a name, number or serial that another machine has; denied for whoever does not run the hospital.
pub async fn register(ctx: &Ctx, typed: &Typed) -> Result<DeviceId> {
    let (hospital, _) = writer(ctx, Action::ManageMachines)?;
    let whole = Subject::Hospital(hospital.into());
    let mut tx = ctx.begin(Action::ManageMachines, &whole).await?;
    let papers = typed.read().map_err(HospitalError::Invalid)?;
    let ward = ward_of(&mut tx, hospital, &papers).await?;
    let id = DeviceId(Uuid::now_v7());
    sqlx::query!(
        "INSERT INTO device (id, hospital_id, name, model, serial, kind, physical_id, maker, firmware, ward_id, installed_on, warranty_until, kept_for, disinfect_hours)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id.0,
        hospital,
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
    let subject = Subject::Device {
        device: id,
        hospital: hospital.into(),
        assigned: false,
    };
    let entry = Entry::change("device.register", Action::ManageMachines, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    // It may send from now on: who is where is asked anew for it.
    crate::telemetry::load_placements(ctx.house(), Some(id)).await?;
    Ok(id)
}

/// The ward that was chosen, of this hospital.
pub(super) async fn ward_of(tx: &mut Tx, hospital: Uuid, papers: &Papers) -> Result<Option<Uuid>> {
    let Some(chosen) = &papers.ward else {
        return Ok(None);
    };
    let ward = Uuid::parse_str(chosen).unwrap_or_default();
    let found = sqlx::query_scalar!(
        "SELECT id FROM ward WHERE id = $1 AND hospital_id = $2 AND retired_at IS NULL",
        ward,
        hospital
    )
    .fetch_optional(&mut **tx)
    .await?;
    let none = || HospitalError::Invalid(vec![Invalid::new("ward", "Choose a ward of this hospital.")]);
    found.map(Some).ok_or_else(none)
}

/// What another machine has already, at its field.
pub(super) fn taken(error: sqlx::Error) -> HospitalError {
    let fault = |field: &str, sentence: &str| HospitalError::Invalid(vec![Invalid::new(field, sentence)]);
    match violated(&error) {
        Some("device_name_once") => fault("name", "Another device of this hospital has this name."),
        Some("device_serial_once") => fault("serial", "Another device of this model has this serial number."),
        Some("device_ward_retired") => fault("ward", "Choose a ward of this hospital."),
        Some("device_physical_id_once") => fault("physical_id", "Another device of this hospital has this number."),
        _ => error.into(),
    }
}
