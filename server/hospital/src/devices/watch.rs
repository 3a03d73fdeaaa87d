//! Whether one may follow a device live: the device itself, or staff who may read whoever is on it.

use domain::access::Action;
use domain::ids::DeviceId;
use domain::patients::View;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::patients::may_read;

/// Whether the actor may follow this device live; for readers of the portal with what it shows them of whoever is on it.
///
/// Errors: not found for a device of another hospital or with nobody on it.
pub async fn may_watch(ctx: &Ctx, device: DeviceId) -> Result<Option<View>> {
    let tx = ctx.look(Action::ReadPatient).await?;
    tx.commit().await?;
    let patient = ctx.house().now.device(device).ok_or(HospitalError::NotFound)?.patient;
    may_read(ctx, patient).await
}
