//! A gateway is made with its token, which is shown once; gets another; ends.

use std::net::IpAddr;

use domain::access::{Action, Subject};
use domain::ids::GatewayId;
use domain::invalid::{Invalid, is_printable};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result, violated};
use crate::time::to_db;
use crate::tokens::secret;

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;
/// The longest name of a sender, in characters.
const LONGEST_SENDER: usize = 227;
/// Networks of one gateway, at most.
const MOST_NETWORKS: usize = 8;

/// What is typed of a new gateway.
#[derive(Clone, Debug, Default)]
pub struct NewGateway {
    /// Its name.
    pub name: String,
    /// MSH-3 of its messages, when it has no field for a token.
    pub application: String,
    /// MSH-4 of its messages; empty for any.
    pub facility: String,
    /// The networks from which such a sender is believed, with commas between them.
    pub networks: String,
    /// Seconds between two messages of a machine, at the most.
    pub every_seconds: String,
}

/// The same, read.
struct Checked {
    name: String,
    application: Option<String>,
    facility: Option<String>,
    networks: Vec<String>,
    every_seconds: i16,
}

impl NewGateway {
    fn check(self) -> std::result::Result<Checked, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut text = |field: &str, text: String, most: usize| {
            let text = text.trim().to_owned();
            if text.chars().count() > most || !is_printable(&text) {
                faults.push(Invalid::new(field, format!("Use at most {most} characters.")));
            }
            (!text.is_empty()).then_some(text)
        };
        let name = text("name", self.name, LONGEST_NAME);
        let application = text("application", self.application, LONGEST_SENDER);
        let facility = text("facility", self.facility, LONGEST_SENDER);
        let typed: Vec<&str> = self
            .networks
            .split([',', ' ', ';'])
            .filter(|part| !part.is_empty())
            .collect();
        let networks: Option<Vec<String>> = typed.iter().map(|part| network(part)).collect();
        let networks = networks
            .filter(|networks| networks.len() <= MOST_NETWORKS)
            .unwrap_or_else(|| {
                faults.push(Invalid::new(
                    "networks",
                    "Write networks as 10.20.0.0/16 or 10.20.3.4, eight at the most.",
                ));
                Vec::new()
            });
        if name.is_none() {
            faults.push(Invalid::new("name", "Give the gateway a name."));
        }
        if faults.is_empty() && networks.is_empty() != application.is_none() {
            let field = if networks.is_empty() { "networks" } else { "application" };
            faults.push(Invalid::new(
                field,
                "A sender without a token is known by its application and its networks: give both, or neither.",
            ));
        }
        let seconds = if self.every_seconds.trim().is_empty() {
            "10"
        } else {
            self.every_seconds.trim()
        };
        let every_seconds = seconds
            .parse::<i16>()
            .ok()
            .filter(|seconds| (1..=300).contains(seconds));
        if every_seconds.is_none() {
            faults.push(Invalid::new(
                "every_seconds",
                "Give a whole number of seconds from 1 to 300.",
            ));
        }
        match (name, every_seconds) {
            (Some(name), Some(every_seconds)) if faults.is_empty() => Ok(Checked {
                name,
                application,
                facility,
                networks,
                every_seconds,
            }),
            _ => Err(faults),
        }
    }
}

/// A network as the database keeps one: the bits of its hosts are zero. An address alone is a network of one.
fn network(text: &str) -> Option<String> {
    let (address, bits) = text
        .split_once('/')
        .map_or((text, None), |(address, bits)| (address, Some(bits)));
    let address: IpAddr = address.parse().ok()?;
    let all = if address.is_ipv4() { 32 } else { 128 };
    let bits: u32 = bits
        .map_or(Some(all), |bits| bits.parse().ok())
        .filter(|bits| *bits <= all)?;
    let address = match address {
        IpAddr::V4(address) => {
            let mask = u32::MAX.checked_shl(all - bits).unwrap_or_default();
            IpAddr::from((u32::from(address) & mask).to_be_bytes())
        }
        IpAddr::V6(address) => {
            let mask = u128::MAX.checked_shl(all - bits).unwrap_or_default();
            IpAddr::from((u128::from(address) & mask).to_be_bytes())
        }
    };
    Some(format!("{address}/{bits}"))
}

/// Makes a gateway; answers it with its token, which cannot be read again.
///
/// Errors: denied for whoever may not manage tokens; invalid when a field is at fault, or the hospital has a gateway of this name.
pub async fn make(ctx: &Ctx, new: NewGateway) -> Result<(GatewayId, SecretString)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let new = new.check().map_err(HospitalError::Invalid)?;
    let id = GatewayId(Uuid::now_v7());
    sqlx::query!(
        "INSERT INTO gateway (id, hospital_id, name, application, facility, networks, every_seconds, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6::text[]::cidr[], $7, $8, $9)",
        id.0,
        hospital.0,
        new.name,
        new.application,
        new.facility,
        &new.networks,
        new.every_seconds,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("gateway_name_once") => HospitalError::Invalid(vec![Invalid::new("name", "A gateway of this hospital has this name.")]),
        _ => error.into(),
    })?;
    let token = insert(&mut tx, ctx, id, hospital.0).await?;
    let made = Entry::change("gateway.make", Action::ManageDeviceTokens, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [made]).await?;
    tx.commit().await?;
    Ok((id, token))
}

/// Another token for a gateway; those before it end at once.
///
/// Errors: denied for whoever may not manage tokens; not found for a gateway that has ended or is another hospital's.
pub async fn renew(ctx: &Ctx, gateway: GatewayId) -> Result<SecretString> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    open_one(&mut tx, gateway, hospital.0).await?;
    revoke(&mut tx, ctx, gateway).await?;
    let token = insert(&mut tx, ctx, gateway, hospital.0).await?;
    let made = Entry::change("gateway.renew", Action::ManageDeviceTokens, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [made]).await?;
    tx.commit().await?;
    Ok(token)
}

/// Ends a gateway, its tokens and its list: its machines may be given to another.
///
/// Errors: as [`renew`].
pub async fn end(ctx: &Ctx, gateway: GatewayId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    open_one(&mut tx, gateway, hospital.0).await?;
    revoke(&mut tx, ctx, gateway).await?;
    sqlx::query!(
        "UPDATE gateway_device SET removed_at = $2, removed_by = $3 WHERE gateway_id = $1 AND removed_at IS NULL",
        gateway.0,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "UPDATE gateway SET ended_at = $2, ended_by = $3 WHERE id = $1",
        gateway.0,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await?;
    let ended = Entry::change("gateway.end", Action::ManageDeviceTokens, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [ended]).await?;
    tx.commit().await?;
    Ok(())
}

/// Locks a gateway of this hospital that has not ended.
pub(super) async fn open_one(tx: &mut Tx, gateway: GatewayId, hospital: Uuid) -> Result<()> {
    sqlx::query_scalar!(
        "SELECT id FROM gateway WHERE id = $1 AND hospital_id = $2 AND ended_at IS NULL FOR UPDATE",
        gateway.0,
        hospital,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    Ok(())
}

async fn revoke(tx: &mut Tx, ctx: &Ctx, gateway: GatewayId) -> Result<()> {
    sqlx::query!(
        "UPDATE gateway_token SET revoked_at = greatest($2, created_at) WHERE gateway_id = $1 AND revoked_at IS NULL",
        gateway.0,
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn insert(tx: &mut Tx, ctx: &Ctx, gateway: GatewayId, hospital: Uuid) -> Result<SecretString> {
    let token = secret::make(super::PREFIX)?;
    sqlx::query!(
        "INSERT INTO gateway_token (hash, gateway_id, hospital_id, created_at) VALUES ($1, $2, $3, $4)",
        secret::hash(token.expose_secret()),
        gateway.0,
        hospital,
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    Ok(token)
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn networks_are_kept_without_the_bits_of_hosts() {
        for (typed, kept) in [
            ("10.20.3.4", Some("10.20.3.4/32")),
            ("10.20.3.4/16", Some("10.20.0.0/16")),
            ("0.0.0.0/0", Some("0.0.0.0/0")),
            ("fd00::1/64", Some("fd00::/64")),
            ("10.20.3.4/33", None),
            ("10.20.3", None),
            ("everywhere", None),
        ] {
            assert_eq!(network(typed).as_deref(), kept, "{typed}");
        }
    }
}
