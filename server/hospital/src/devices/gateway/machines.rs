//! For which machines a gateway speaks.

use domain::access::{Action, Subject};
use domain::ids::{DeviceId, GatewayId};
use domain::invalid::Invalid;

use super::make::open_one;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result, violated};
use crate::time::to_db;

/// Machines of one gateway, at most: as many beds as one sender is for (`server/docs/limits.md`).
const MOST: i64 = 500;

/// From now on the gateway speaks for this machine.
///
/// Errors: denied for whoever may not manage tokens; not found for a gateway that has ended or is another hospital's; invalid, with `device`, for a machine that is
/// another hospital's, or for which a gateway speaks already.
pub async fn add_machine(ctx: &Ctx, gateway: GatewayId, device: DeviceId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    open_one(&mut tx, gateway, hospital.0).await?;
    let fault = |says: &str| HospitalError::Invalid(vec![Invalid::new("device", says)]);
    let added = sqlx::query!(
        "INSERT INTO gateway_device (gateway_id, device_id, hospital_id, added_at, added_by)
         SELECT $1, $2, $3, $4, $5
          WHERE (SELECT count(*) FROM gateway_device WHERE gateway_id = $1 AND removed_at IS NULL) < $6",
        gateway.0,
        device.0,
        hospital.0,
        to_db(ctx.now()),
        user.0,
        MOST,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("gateway_device_once") => fault("A gateway speaks for this machine already. Take it from that one first."),
        Some("gateway_device_device_of_hospital") => fault("Choose a device of this hospital."),
        _ => error.into(),
    })?;
    if added.rows_affected() == 0 {
        tx.rollback().await?;
        return Err(fault("A gateway speaks for at most 500 machines."));
    }
    let entry = Entry::change("gateway.add_machine", Action::ManageDeviceTokens, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(())
}

/// The gateway speaks for this machine no longer.
///
/// Errors: denied for whoever may not manage tokens; not found when it does not.
pub async fn remove_machine(ctx: &Ctx, gateway: GatewayId, device: DeviceId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let removed = sqlx::query!(
        "UPDATE gateway_device SET removed_at = $3, removed_by = $4
          WHERE gateway_id = $1 AND device_id = $2 AND hospital_id = $5 AND removed_at IS NULL",
        gateway.0,
        device.0,
        to_db(ctx.now()),
        user.0,
        hospital.0,
    )
    .execute(&mut *tx)
    .await?;
    if removed.rows_affected() == 0 {
        tx.rollback().await?;
        return Err(HospitalError::NotFound);
    }
    let entry = Entry::change("gateway.remove_machine", Action::ManageDeviceTokens, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(())
}
