//! Tokens of devices: 256 random bits, shown once; only the hash is stored. An administrator makes, lists and revokes them; a device asks for the successor
//! of its own ([`rotate_token`]), which takes over without a gap.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::{DeviceId, HospitalId};
use domain::invalid::{Invalid, is_printable};
use domain::time::Moment;
use domain::tokens::DeviceTokenRow;
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::{from_db, to_db};
use crate::tokens::secret;

/// The prefix by which a leaked token is recognised.
const PREFIX: &str = "wld_";
/// How long a token lives beside its successor at the most, in seconds: a day, should the successor never be used.
const OVERLAP: f64 = 86_400.0;
/// Rows of one page.
const PAGE: i64 = 50;

/// SHA-256 of a token as it is stored and looked up.
pub(super) fn hash(token: &str) -> Vec<u8> {
    secret::hash(token)
}

/// Makes a token for a device. It is answered once and cannot be read again.
///
/// Errors: not found for an unknown device or one of another hospital; denied for whoever may not manage tokens.
pub async fn make_device_token(ctx: &Ctx, device: DeviceId) -> Result<SecretString> {
    let subject = subject(ctx, device).await?;
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    let token = insert(&mut tx, ctx, device, None).await?;
    let made = Entry::change("device_token.make", Action::ManageDeviceTokens, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [made]).await?;
    tx.commit().await?;
    Ok(token)
}

/// The device of that name in the actor's hospital, for whoever manages tokens.
///
/// Errors: invalid, with `device`, when there is none; denied for whoever may not manage tokens.
pub async fn device_named(ctx: &Ctx, name: &str) -> Result<DeviceId> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx
        .begin(Action::ManageDeviceTokens, &Subject::Hospital(hospital))
        .await?;
    let none = || {
        Invalid::new(
            "device",
            "No device bears this name. Write it as the list of devices has it.",
        )
    };
    let name = name.trim();
    if !is_printable(name) {
        return Err(HospitalError::Invalid(vec![none()]));
    }
    let found = sqlx::query_scalar!(
        "SELECT d.id FROM device d WHERE d.hospital_id = $1 AND d.name = $2",
        hospital.0,
        name,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    found.map(DeviceId).ok_or_else(|| HospitalError::Invalid(vec![none()]))
}

/// Revokes every token of a device; answers how many were live. The server forgets them within a second.
///
/// Errors: as for [`make_device_token`].
pub async fn revoke_device_tokens(ctx: &Ctx, device: DeviceId) -> Result<u64> {
    let subject = subject(ctx, device).await?;
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
    audit::record_in(&mut tx, ctx, (revoked > 0).then_some(entry)).await?;
    tx.commit().await?;
    Ok(revoked)
}

/// Revokes one token. The server forgets it within a second.
///
/// Errors: not found for a token of another hospital, or one that is revoked already; denied for whoever may not manage tokens.
pub async fn revoke_device_token(ctx: &Ctx, token: Uuid) -> Result<()> {
    let mut tx = ctx.look(Action::ManageDeviceTokens).await?;
    let device = sqlx::query_scalar!(
        "SELECT device_id FROM device_token WHERE id = $1 AND revoked_at IS NULL",
        token
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let subject = subject(ctx, DeviceId(device.ok_or(HospitalError::NotFound)?)).await?;
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    let revoked = sqlx::query!(
        "UPDATE device_token SET revoked_at = greatest($2, created_at) WHERE id = $1 AND revoked_at IS NULL",
        token,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    let entry = Entry::change("device_token.revoke", Action::ManageDeviceTokens, &subject);
    audit::record_in(&mut tx, ctx, (revoked > 0).then_some(entry)).await?;
    Ok(tx.commit().await?)
}

/// One page of tokens.
#[derive(Clone, Debug)]
pub struct DeviceTokenPage {
    /// By the name of the device, then by token.
    pub rows: Vec<DeviceTokenRow>,
    /// The device's name and the token after which the next page begins.
    pub next: Option<(String, Uuid)>,
}

/// Fifty live tokens of the devices of the actor's hospital, after `after`.
///
/// Errors: denied for whoever may not manage tokens.
pub async fn list_device_tokens(ctx: &Ctx, after: Option<(String, Uuid)>) -> Result<DeviceTokenPage> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    let (name, token) = after.unzip();
    let mut rows = sqlx::query!(
        "SELECT   t.id, t.device_id, d.name, t.created_at, t.used_at, t.ends_at
         FROM     device_token t
         JOIN     device d ON d.id = t.device_id
         WHERE    d.hospital_id = $1 AND t.revoked_at IS NULL AND (t.ends_at IS NULL OR t.ends_at > $2)
              AND ($3::text IS NULL OR (d.name, t.id) > ($3, $4))
         ORDER BY d.name, t.id
         LIMIT    $5",
        hospital.0,
        to_db(ctx.now()),
        name,
        token,
        PAGE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    audit::record(ctx, Entry::new(Action::ManageDeviceTokens, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| (row.name.clone(), row.id));
    let rows = rows.into_iter().map(|row| DeviceTokenRow {
        id: row.id,
        device: DeviceId(row.device_id),
        name: row.name,
        created_at: from_db(row.created_at),
        used_at: row.used_at.map(from_db),
        ends_at: row.ends_at.map(from_db),
    });
    Ok(DeviceTokenPage {
        rows: rows.collect(),
        next,
    })
}

/// Makes the successor of the token that a device shows. The old one lives until the new one is first used ([`super::authenticate`]), a day at the most; answers
/// the new token and when the old one ends. Whoever asks again, because the answer was lost, is answered another, and the unused one ends.
///
/// Errors: [`HospitalError::SignIn`] when the token was revoked meanwhile; denied for another device's token.
pub async fn rotate_token(ctx: &Ctx, device: DeviceId, token: &str) -> Result<(SecretString, Moment)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Device {
        device,
        hospital,
        assigned: false,
    };
    let mut tx = ctx.begin(Action::PostReadings, &subject).await?;
    let now = ctx.now();
    let shown = sqlx::query!(
        "SELECT id, ends_at FROM device_token WHERE hash = $1 AND device_id = $2 AND revoked_at IS NULL FOR UPDATE",
        hash(token),
        device.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(shown) = shown else {
        tx.rollback().await?;
        return Err(HospitalError::SignIn);
    };
    sqlx::query!(
        "UPDATE device_token SET revoked_at = greatest($2, created_at)
         WHERE  replaces = $1 AND used_at IS NULL AND revoked_at IS NULL",
        shown.id,
        to_db(now),
    )
    .execute(&mut *tx)
    .await?;
    let successor = insert(&mut tx, ctx, device, Some(shown.id)).await?;
    let ends_at = shown.ends_at.map(from_db).unwrap_or_else(|| now.plus_seconds(OVERLAP));
    sqlx::query!(
        "UPDATE device_token SET ends_at = $2 WHERE id = $1",
        shown.id,
        to_db(ends_at)
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change("device_token.rotate", Action::PostReadings, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    ctx.house().device_tokens.forget(&[hash(token)]);
    Ok((successor, ends_at))
}

async fn insert(tx: &mut Tx, ctx: &Ctx, device: DeviceId, replaces: Option<Uuid>) -> Result<SecretString> {
    let token = secret::make(PREFIX)?;
    sqlx::query!(
        "INSERT INTO device_token (hash, device_id, created_at, replaces) VALUES ($1, $2, $3, $4)",
        hash(token.expose_secret()),
        device.0,
        to_db(ctx.now()),
        replaces,
    )
    .execute(&mut **tx)
    .await?;
    Ok(token)
}

/// [`make_device_token`] for the command line and the demo.
pub async fn make_token(house: &Arc<House>, device: DeviceId) -> Result<SecretString> {
    make_device_token(&of_the_house(house), device).await
}

/// [`revoke_device_tokens`] for the command line.
pub async fn revoke_tokens(house: &Arc<House>, device: DeviceId) -> Result<u64> {
    revoke_device_tokens(&of_the_house(house), device).await
}

/// Whoever has the machine may manage its devices.
fn of_the_house(house: &Arc<House>) -> Ctx {
    let actor = Actor::Worker {
        task: Task::Seed,
        hospital: None,
    };
    Ctx::of_worker(house, actor)
}

/// The device with its hospital, once it is known that the actor may manage tokens at all.
async fn subject(ctx: &Ctx, device: DeviceId) -> Result<Subject> {
    let mut tx = ctx.look(Action::ManageDeviceTokens).await?;
    let hospital = sqlx::query_scalar!("SELECT hospital_id FROM device WHERE id = $1", device.0)
        .fetch_optional(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(Subject::Device {
        device,
        hospital: HospitalId(hospital.ok_or(HospitalError::NotFound)?),
        assigned: false,
    })
}
