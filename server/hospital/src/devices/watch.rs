//! Following a device live: the device itself, or staff who may read whoever is on it.

use domain::access::Action;
use domain::ids::DeviceId;
use domain::live::Topic;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::patients::{Followed, follow_as};

/// Begins to follow this device live, when the actor may read whoever is on it.
///
/// Errors: not found for a device with nobody on it, and for one of another hospital unless whoever is on it is opened to the actor.
pub async fn follow(ctx: &Ctx, device: DeviceId) -> Result<Followed> {
    let tx = ctx.look(Action::ReadPatient).await?;
    tx.commit().await?;
    let placement = ctx.house().now.placement(device).ok_or(HospitalError::NotFound)?;
    let (patient, _) = placement.session.ok_or(HospitalError::NotFound)?;
    follow_as(ctx, Topic::Device(device), patient, Some(placement.hospital)).await
}
