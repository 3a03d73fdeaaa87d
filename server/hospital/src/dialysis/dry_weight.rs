//! The weight at which nothing is left to take off. Each value stays with its author and reason; the newest holds.

use domain::access::Action;
use domain::dialysis::before::WEIGHT;
use domain::dialysis::beside::Beside;
use domain::dialysis::quantities::Kilograms;
use domain::ids::PatientId;
use domain::invalid::Invalid;
use domain::time::Moment;
use domain::units::Units;
use uuid::Uuid;

use super::chair::Chair;
use super::{Here, done, known};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub struct DryWeight {
    /// Which.
    pub id: Uuid,
    /// The weight.
    pub weight: Kilograms,
    /// Why.
    pub reason: String,
    /// Since when.
    pub at: Moment,
    /// By whom; none for somebody whose name the reader is not shown.
    pub by: Option<String>,
}

/// The one of `values` (the newest first) that held at a moment: a session is judged by the dry weight of its start, also after another was set.
pub fn held_at(values: &[DryWeight], at: Moment) -> Option<Kilograms> {
    values.iter().find(|dry| dry.at <= at).map(|dry| dry.weight)
}

impl Chair {
    /// The dry weight by which it is judged: that of its start, before it the one that holds.
    pub fn dry_weight(&self) -> Option<Kilograms> {
        let at = self.sheet.started.as_ref().map_or(self.read_at, |(by, _)| by.at);
        held_at(&self.dry, at)
    }
}

/// The values of one patient, the newest first, for a verb that has decided who reads them.
pub(crate) async fn values(tx: &mut Tx, patient: PatientId) -> Result<Vec<DryWeight>> {
    let rows = sqlx::query!(
        r#"SELECT   w.id, w.kg, w.reason, w.set_at, u.display_name AS "by?"
           FROM     joined($1) AS j
           JOIN     dry_weight w ON w.patient_id = j.id AND w.hospital_id = coalesce(j.held_by, w.hospital_id)
           LEFT JOIN app_user u ON u.id = w.set_by
           ORDER BY w.set_at DESC, w.id DESC
           LIMIT    60"#,
        patient.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let values = rows.into_iter().map(|row| DryWeight {
        id: row.id,
        weight: Kilograms(row.kg),
        reason: row.reason,
        at: from_db(row.set_at),
        by: row.by,
    });
    Ok(values.collect())
}

/// Sets the next one. `seen` is the one that whoever sets it had before them, none when there was none; `beside` came with the weight.
///
/// # Errors
/// Invalid for a weight that is out of its range in the unit in which it was typed, for one that is far from what is known until it is confirmed, and without a reason; a conflict
/// when somebody else set one meanwhile.
pub async fn set(
    ctx: &Ctx,
    patient: PatientId,
    seen: Option<Uuid>,
    (weight, reason): (&str, &str),
    beside: &Beside,
) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::PrescribeDialysis, patient).await?;
    let here = Here::of(ctx, Action::PrescribeDialysis)?;
    let units = beside.units().map_err(HospitalError::Invalid)?;
    let (kg, reason) = read(weight, reason, units).map_err(HospitalError::Invalid)?;
    // Two who set it stand in line.
    sqlx::query!(
        "SELECT r.patient_id FROM registration r WHERE r.patient_id = $1 AND r.hospital_id = $2 FOR NO KEY UPDATE",
        patient.0,
        here.hospital,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let holds = values(&mut tx, patient).await?.first().map(|newest| newest.id);
    if holds != seen {
        return Err(HospitalError::Conflict(CHANGED));
    }
    let known = known::weights(&mut tx, patient).await?;
    beside
        .ask(weight, Kilograms(kg), known)
        .map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO dry_weight (id, patient_id, hospital_id, kg, reason, set_at, set_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Uuid::now_v7(),
        patient.0,
        here.hospital,
        kg,
        reason,
        to_db(ctx.now()),
        here.user,
    )
    .execute(&mut *tx)
    .await?;
    done(tx, ctx, "dry_weight.set", Action::PrescribeDialysis, patient).await?;
    // The rate that is not to be passed follows from the weight.
    crate::telemetry::load_measuring(ctx.house(), patient).await
}

/// What is said of who comes too late.
const CHANGED: &str = "Somebody else set the dry weight meanwhile. Look at it again.";

fn read(weight: &str, reason: &str, units: Units) -> std::result::Result<(f64, String), Vec<Invalid>> {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut faults = Vec::new();
    let kg = units.weight.read("weight", weight, WEIGHT).unwrap_or_else(|fault| {
        faults.push(fault);
        0.0
    });
    if !(3..=500).contains(&reason.chars().count()) {
        faults.push(Invalid::new("reason", "Say why the weight is this one now."));
    }
    if faults.is_empty() {
        Ok((kg, reason))
    } else {
        Err(faults)
    }
}
