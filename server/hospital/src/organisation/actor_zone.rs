//! The clock on the wall of the actor's hospital.

use domain::time::Zone;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};

/// The zone of the hospital in which the actor acts, around now.
pub(crate) async fn zone_of_actor(tx: &mut Tx, ctx: &Ctx) -> Result<Zone> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let name = sqlx::query_scalar!("SELECT zone FROM hospital WHERE id = $1", hospital.0)
        .fetch_one(&mut **tx)
        .await?;
    Ok(super::zone(&name, ctx.now()))
}
