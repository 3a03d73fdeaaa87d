//! Whom somebody may book: those for whom dialysis is prescribed, out of a list, or by their number where they are too many for one.

use domain::access::Action;
use domain::ids::{HospitalId, PatientId};
use domain::invalid::Invalid;
use domain::patients::staff_name;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};

/// The most people in one list.
const MOST: i64 = 200;

/// Whom somebody may book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bookable {
    /// By name.
    Listed(Vec<(PatientId, String)>),
    /// More than a list shows: the form asks for the number in the hospital, so that nobody is left out.
    ByNumber,
}

impl Bookable {
    /// Whoever stands in the list.
    pub fn listed(&self) -> &[(PatientId, String)] {
        match self {
            Self::Listed(patients) => patients,
            Self::ByNumber => &[],
        }
    }

    /// Whether there is nobody to book.
    pub fn is_nobody(&self) -> bool {
        matches!(self, Self::Listed(patients) if patients.is_empty())
    }

    /// Without some of them.
    pub(super) fn without(self, leaves: impl Fn(PatientId) -> bool) -> Self {
        match self {
            Self::Listed(patients) => {
                Self::Listed(patients.into_iter().filter(|(patient, _)| !leaves(*patient)).collect())
            }
            Self::ByNumber => Self::ByNumber,
        }
    }
}

/// For whom sessions of dialysis are prescribed here, by name: in their record or in one that was joined to it.
pub(super) async fn bookable(tx: &mut Tx, hospital: HospitalId) -> Result<Bookable> {
    let rows = sqlx::query!(
        "SELECT   DISTINCT p.id, p.family_name, p.given_name
         FROM     dialysis_prescription d
         JOIN     patient p      ON p.id = led_to(d.patient_id, d.hospital_id)
         JOIN     registration r ON r.patient_id = p.id AND r.hospital_id = d.hospital_id AND r.status = 'active'
         WHERE    d.hospital_id = $1 AND d.ended_at IS NULL AND d.modality <> 'cvvhdf'
         ORDER BY p.family_name, p.given_name, p.id
         LIMIT    $2",
        hospital.0,
        MOST + 1,
    )
    .fetch_all(&mut **tx)
    .await?;
    if rows.len() as i64 > MOST {
        return Ok(Bookable::ByNumber);
    }
    let names = rows
        .into_iter()
        .map(|row| (PatientId(row.id), staff_name(&row.family_name, &row.given_name)));
    Ok(Bookable::Listed(names.collect()))
}

/// The patient with this number in the actor's hospital, for a verb that books and looks at them again.
///
/// # Errors
/// Denied for who books nobody; invalid for a number that nobody has.
pub async fn of_number(ctx: &Ctx, number: &str) -> Result<PatientId> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::PlanDiary).await?;
    let found = sqlx::query_scalar!(
        "SELECT r.patient_id FROM registration r WHERE r.hospital_id = $1 AND r.hospital_number = $2",
        hospital.0,
        number.trim(),
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    found.map(PatientId).ok_or_else(|| {
        let nobody = Invalid::new("patient", "Nobody of this hospital has this number.");
        HospitalError::Invalid(vec![nobody])
    })
}
