//! Employee ids: the prefix of the first role and a number, such as `DOC-0012`. Counted up, never given twice, gaps allowed.

use domain::actor::Role;
use domain::ids::{HospitalId, UserId};
use domain::time::Moment;

use crate::ctx::Tx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Enters somebody into the list of those who work in a hospital; answers their employee id, which stays what it is when they are there already.
pub(crate) async fn enlist(
    tx: &mut Tx,
    user: UserId,
    hospital: HospitalId,
    role: Role,
    since: Moment,
) -> Result<String> {
    let known = sqlx::query_scalar!(
        "SELECT m.employee_id FROM staff_member m WHERE m.user_id = $1 AND m.hospital_id = $2",
        user.0,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let prefix = role
        .prefix()
        .ok_or(HospitalError::Internal("this role is no role of staff"))?;
    // The row is locked until the end of the transaction, so two who join at once stand in line.
    let number = sqlx::query_scalar!(
        "INSERT INTO employee_number AS n (hospital_id, prefix, last) VALUES ($1, $2, 1)
         ON CONFLICT (hospital_id, prefix) DO UPDATE SET last = n.last + 1
         RETURNING last",
        hospital.0,
        prefix,
    )
    .fetch_one(&mut **tx)
    .await?;
    let employee_id = format!("{prefix}-{number:04}");
    sqlx::query!(
        "INSERT INTO staff_member (user_id, hospital_id, employee_id, since) VALUES ($1, $2, $3, $4)",
        user.0,
        hospital.0,
        employee_id,
        to_db(since),
    )
    .execute(&mut **tx)
    .await?;
    Ok(employee_id)
}
