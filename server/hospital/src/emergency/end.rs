//! Whoever opened a record closes it before its time.

use domain::access::{Action, Subject};
use domain::ids::PatientId;

use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Closes what the actor opened of this patient; nothing happens when nothing is open.
pub async fn end(ctx: &Ctx, patient: PatientId) -> Result<()> {
    let (hospital, user) = match (ctx.actor().hospital(), ctx.actor().user()) {
        (Some(hospital), Some(user)) => (hospital, user),
        _ => return Err(HospitalError::SignIn),
    };
    // Closing needs no fresh proof: it takes a right away.
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let closed = sqlx::query!(
        "UPDATE break_glass SET until = greatest($4, opened_at + interval '1 microsecond')
          WHERE user_id = $1 AND patient_id = $2 AND hospital_id = $3 AND until > $4",
        user.0,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    let entry = Entry::change_of_patient("break_glass.end", Action::ReadAccount, patient);
    audit::record_in(&mut tx, ctx, (closed > 0).then_some(entry)).await?;
    Ok(tx.commit().await?)
}
