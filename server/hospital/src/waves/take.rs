//! A device sends what one channel drew.

use domain::access::{Action, Subject};
use domain::ids::DeviceId;
use domain::waves::{KEPT_SECONDS, Pushed, Sent};

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};

/// Takes a chunk into memory; answers whether it is new. Sent again it is known, and nothing changes. `sent` is read only after the right to send was decided.
///
/// # Errors
/// Not found for a device that nobody knows, denied for one that is not the actor's own; invalid with every field at fault; a conflict for what begins before the newest
/// chunk ends; busy when there is no room.
pub async fn take_curve(ctx: &Ctx, device: DeviceId, sent: impl FnOnce() -> Result<Sent> + Send) -> Result<bool> {
    let house = ctx.house();
    let placement = house.now.placement(device).ok_or(HospitalError::NotFound)?;
    let subject = Subject::Device {
        device,
        hospital: placement.hospital,
        assigned: true,
    };
    ctx.check(Action::PostReadings, &subject).await?;
    let now = ctx.now();
    let chunk = sent()?.check(now, KEPT_SECONDS).map_err(HospitalError::Invalid)?;
    match house.curves.push(device, chunk, now) {
        Some(Pushed::Kept) => Ok(true),
        Some(Pushed::Again) => Ok(false),
        Some(Pushed::Over | Pushed::Other) => Err(HospitalError::Conflict(
            "The chunk begins before the newest one of this channel ends. Send them in order, from one program.",
        )),
        None => Err(HospitalError::Busy),
    }
}
