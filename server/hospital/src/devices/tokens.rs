//! Tokens of devices: 256 random bits, shown once; only the hash is stored. A device may hold two for a while, so that one can be replaced without a gap.

use std::sync::Arc;

use aws_lc_rs::digest;
use aws_lc_rs::rand::{SecureRandom, SystemRandom};
use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::{DeviceId, HospitalId};
use secrecy::SecretString;

use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::to_db;

/// The prefix by which a leaked token is recognised.
const PREFIX: &str = "wld_";

/// SHA-256 of a token as it is stored and looked up.
pub(super) fn hash(token: &str) -> Vec<u8> {
    digest::digest(&digest::SHA256, token.as_bytes()).as_ref().to_vec()
}

/// Makes a token for a device. It is answered once and cannot be read again.
///
/// Errors: not found for an unknown device.
pub async fn make_token(house: &Arc<House>, device: DeviceId) -> Result<SecretString> {
    let (ctx, subject) = context(house, device).await?;
    let mut random = [0_u8; 32];
    SystemRandom::new()
        .fill(&mut random)
        .map_err(|_| HospitalError::Internal("the system gave no random numbers"))?;
    let token = random
        .iter()
        .fold(PREFIX.to_owned(), |token, byte| token + &format!("{byte:02x}"));
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    sqlx::query!(
        "INSERT INTO device_token (hash, device_id, created_at) VALUES ($1, $2, $3)",
        hash(&token),
        device.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    let made = Entry::change("device_token.make", Action::ManageDeviceTokens, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, &ctx, [made]).await?;
    tx.commit().await?;
    Ok(SecretString::from(token))
}

/// Revokes every token of a device; answers how many were live. The server forgets them within a second.
///
/// Errors: not found for an unknown device.
pub async fn revoke_tokens(house: &Arc<House>, device: DeviceId) -> Result<u64> {
    let (ctx, subject) = context(house, device).await?;
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    let revoked = sqlx::query!(
        "UPDATE device_token SET revoked_at = greatest($2, created_at) WHERE device_id = $1 AND revoked_at IS NULL",
        device.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    let entry = Entry::change("device_token.revoke", Action::ManageDeviceTokens, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, &ctx, (revoked > 0).then_some(entry)).await?;
    tx.commit().await?;
    Ok(revoked)
}

async fn context(house: &Arc<House>, device: DeviceId) -> Result<(Ctx, Subject)> {
    let ctx = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Seed,
            hospital: None,
        },
    );
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &Subject::House).await?;
    let hospital = sqlx::query_scalar!("SELECT hospital_id FROM device WHERE id = $1", device.0)
        .fetch_optional(&mut *tx)
        .await?;
    tx.commit().await?;
    let hospital = HospitalId(hospital.ok_or(HospitalError::NotFound)?);
    Ok((
        ctx,
        Subject::Device {
            device,
            hospital,
            assigned: false,
        },
    ))
}
