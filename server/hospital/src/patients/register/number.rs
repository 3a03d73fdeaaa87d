//! The next number of a hospital. Counted up, never given twice, gaps allowed.

use domain::ids::HospitalId;
use domain::patients::number::{hospital_number, letters_of};

use crate::ctx::Tx;
use crate::error::{HospitalError, Result};

/// One desk of a hospital registers after the other, from looking who is there to the end of the transaction.
pub(super) async fn one_at_a_time(tx: &mut Tx, hospital: HospitalId) -> Result<()> {
    sqlx::query!(
        "SELECT pg_advisory_xact_lock(hashtextextended('wardlight registers ' || $1::text, 0))",
        hospital.0.to_string(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes the next one. The row is locked until the end of the transaction, so two desks that register at once stand in line.
pub(super) async fn next(tx: &mut Tx, hospital: HospitalId) -> Result<String> {
    let name = sqlx::query_scalar!("SELECT h.name FROM hospital h WHERE h.id = $1", hospital.0)
        .fetch_one(&mut **tx)
        .await?;
    let given = sqlx::query!(
        "INSERT INTO patient_number AS n (hospital_id, prefix, last) VALUES ($1, $2, 1)
         ON CONFLICT (hospital_id) DO UPDATE SET last = n.last + 1
         RETURNING prefix, last",
        hospital.0,
        letters_of(&name),
    )
    .fetch_one(&mut **tx)
    .await?;
    let count = u32::try_from(given.last).map_err(|_| HospitalError::Internal("a patient's number is none"))?;
    Ok(hospital_number(&given.prefix, count))
}
