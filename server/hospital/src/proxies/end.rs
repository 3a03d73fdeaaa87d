//! The patient ends it.

use domain::access::Action;
use domain::ids::{ProxyId, UserId};

use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::notices::whom::name_of_actor;
use crate::notices::{self, Kind, Notice};
use crate::time::to_db;

/// Ends what was given to one carer: from the next transaction on the wall is closed to them, and their session is over within a second.
///
/// Errors: denied for everybody but the person; not found for one that is not theirs or has ended.
pub async fn end(ctx: &Ctx, id: ProxyId) -> Result<()> {
    let patient = ctx.actor().on_behalf_of().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin_with_patient(Action::ManageProxies, patient).await?;
    let now = to_db(ctx.now());
    let ended = sqlx::query!(
        "UPDATE proxy_invitation
            SET during = tstzrange(lower(during), greatest(lower(during), $3))
          WHERE id = $1 AND patient_id = $2 AND upper(during) > $3",
        id.0,
        patient.0,
        now,
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() != 1 {
        tx.rollback().await?;
        return Err(HospitalError::NotFound);
    }
    // Nobody may have taken it up; then there is nothing else to end.
    let carer = sqlx::query_scalar!(
        "UPDATE proxy SET during = tstzrange(lower(during), greatest(lower(during), $3))
          WHERE id = $1 AND patient_id = $2 AND upper(during) > $3
         RETURNING user_id",
        id.0,
        patient.0,
        now,
    )
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(carer) = carer {
        let by = name_of_actor(&mut tx, ctx).await?;
        notices::tell(&mut tx, ctx, UserId(carer), Notice::of(Kind::CarerEnded).by(by)).await?;
    }
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change_of_patient("proxy.end", Action::ManageProxies, patient)],
    )
    .await?;
    tx.commit().await?;
    ctx.house().rights.changed(patient);
    Ok(())
}
