//! Following a device live: the device itself, or staff who may read whoever is on it.

use domain::access::Action;
use domain::ids::DeviceId;
use domain::live::Topic;
use domain::patients::View;

use crate::audit::Follow;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::patients::follow_as;

/// Begins to follow this device live, when the actor may read whoever is on it; for readers of the portal with what it shows them of that person.
///
/// Errors: not found for a device of another hospital or with nobody on it.
pub async fn follow(ctx: &Ctx, device: DeviceId) -> Result<(Follow, Option<View>)> {
    let tx = ctx.look(Action::ReadPatient).await?;
    tx.commit().await?;
    let patient = ctx.house().now.device(device).ok_or(HospitalError::NotFound)?.patient;
    follow_as(ctx, Topic::Device(device), patient).await
}
