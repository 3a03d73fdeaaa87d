//! The person takes a consent back.

use domain::access::Action;
use domain::ids::ConsentId;

use super::own;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Withdraws one consent: it holds no longer from the next transaction on. Its row stays, with until when it held.
///
/// Errors: denied for everybody but the person; not found for one that is not theirs; conflict when it was withdrawn before.
pub async fn withdraw(ctx: &Ctx, id: ConsentId) -> Result<()> {
    let patient = own(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::ChangeConsent, patient).await?;
    let withdrawn = sqlx::query!(
        "UPDATE consent
            SET during = tstzrange(lower(during), greatest(lower(during), $3))
          WHERE id = $1 AND patient_id = $2 AND upper_inf(during)",
        id.0,
        patient.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if withdrawn.rows_affected() != 1 {
        let known = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT FROM consent WHERE id = $1 AND patient_id = $2) AS "known!""#,
            id.0,
            patient.0,
        )
        .fetch_one(&mut *tx)
        .await?;
        tx.rollback().await?;
        return Err(match known {
            true => HospitalError::Conflict("This was withdrawn already."),
            false => HospitalError::NotFound,
        });
    }
    let entry = Entry::change_of_patient("consent.withdraw", Action::ChangeConsent, patient);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    ctx.house().rights.changed(patient);
    Ok(())
}
