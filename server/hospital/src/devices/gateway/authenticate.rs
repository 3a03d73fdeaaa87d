//! Which gateway is this? Asked of the database each time: a gateway posts for many machines at once, so one look-up is shared by all of them, and what an admin
//! changes holds from the next message on.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::Task;
use domain::ids::{DeviceId, GatewayId, HospitalId};
use domain::time::Zone;
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::time::to_db;
use crate::tokens::secret;

/// A machine for which a gateway speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    /// Which.
    pub device: DeviceId,
    /// What it is called, in messages too: its name, its serial number, the number of the inventory.
    pub names: Vec<String>,
}

/// A gateway that has proved itself.
#[derive(Clone, Debug)]
pub struct Gateway {
    /// Which.
    pub id: GatewayId,
    /// Its hospital.
    pub hospital: HospitalId,
    /// The hospital's clock, for times without an offset.
    pub zone: Zone,
    /// Seconds that its machines let pass between two messages, at the most.
    pub every_seconds: f32,
    /// For whom it speaks.
    pub machines: Vec<Machine>,
}

impl Gateway {
    /// Whether it speaks for this machine.
    pub fn speaks_for(&self, device: DeviceId) -> bool {
        self.machines.iter().any(|machine| machine.device == device)
    }

    /// The machine that is called by one of these names: without regard to case, and by no two machines.
    pub fn machine(&self, names: &[String]) -> Option<DeviceId> {
        let called = |machine: &&Machine| {
            let same = |name: &String| {
                names
                    .iter()
                    .any(|other| other.trim().to_lowercase() == name.to_lowercase())
            };
            machine.names.iter().any(same)
        };
        let mut found = self.machines.iter().filter(called);
        let one = found.next()?;
        found.next().is_none().then_some(one.device)
    }

    /// Its only machine, when it has one.
    pub fn only_machine(&self) -> Option<DeviceId> {
        match self.machines.as_slice() {
            [machine] => Some(machine.device),
            _ => None,
        }
    }
}

struct Row {
    id: Uuid,
    hospital_id: Uuid,
    zone: String,
    every_seconds: i16,
}

/// The gateway that holds this token.
///
/// Errors: [`HospitalError::SignIn`] for a token that is unknown or revoked, and for a gateway that was ended.
pub async fn of_token(house: &Arc<House>, token: &str) -> Result<Gateway> {
    if !token.starts_with(super::PREFIX) {
        return Err(HospitalError::SignIn);
    }
    let (ctx, mut tx) = look(house).await?;
    let hash = secret::hash(token);
    let found = sqlx::query_as!(
        Row,
        "SELECT g.id, g.hospital_id, h.zone, g.every_seconds
           FROM gateway_token t
           JOIN gateway g  ON g.id = t.gateway_id
           JOIN hospital h ON h.id = g.hospital_id
          WHERE t.hash = $1 AND t.revoked_at IS NULL AND g.ended_at IS NULL",
        hash,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(found) = found else {
        tx.rollback().await?;
        return Err(HospitalError::SignIn);
    };
    let gateway = with_machines(&mut tx, &ctx, found).await?;
    sqlx::query!(
        "UPDATE gateway_token SET used_at = $2 WHERE hash = $1 AND used_at IS NULL",
        hash,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(gateway)
}

/// The gateway that bears these names (MSH-3 and MSH-4) and whose networks hold this address.
///
/// Errors: [`HospitalError::SignIn`] when there is none, or more than one: then nobody knows who speaks.
pub async fn of_sender(house: &Arc<House>, application: &str, facility: &str, address: &str) -> Result<Gateway> {
    let (ctx, mut tx) = look(house).await?;
    let mut found = sqlx::query_as!(
        Row,
        "SELECT g.id, g.hospital_id, h.zone, g.every_seconds
           FROM gateway g
           JOIN hospital h ON h.id = g.hospital_id
          WHERE g.ended_at IS NULL AND g.application = $1 AND (g.facility IS NULL OR g.facility = $2)
            AND $3::text::inet <<= ANY (g.networks)
          LIMIT 2",
        application,
        facility,
        address,
    )
    .fetch_all(&mut *tx)
    .await?;
    let (Some(found), true) = (found.pop(), found.is_empty()) else {
        tx.rollback().await?;
        return Err(HospitalError::SignIn);
    };
    let gateway = with_machines(&mut tx, &ctx, found).await?;
    tx.commit().await?;
    Ok(gateway)
}

/// The clock of the hospital that owns this machine, for times without an offset.
///
/// Errors: not found for an unknown machine.
pub async fn zone_of_machine(house: &Arc<House>, device: DeviceId) -> Result<Zone> {
    let (ctx, mut tx) = look(house).await?;
    let name = sqlx::query_scalar!(
        "SELECT h.zone FROM device d JOIN hospital h ON h.id = d.hospital_id WHERE d.id = $1",
        device.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(crate::organisation::zone(
        &name.ok_or(HospitalError::NotFound)?,
        ctx.now(),
    ))
}

async fn look(house: &Arc<House>) -> Result<(Ctx, Tx)> {
    let ctx = Ctx::at_work(house, Task::Watch);
    let tx = ctx.begin(Action::ReadPlacements, &Subject::House).await?;
    Ok((ctx, tx))
}

async fn with_machines(tx: &mut Tx, ctx: &Ctx, found: Row) -> Result<Gateway> {
    let machines = sqlx::query!(
        "SELECT d.id, d.name, d.serial, d.physical_id
           FROM gateway_device l
           JOIN device d ON d.id = l.device_id
          WHERE l.gateway_id = $1 AND l.removed_at IS NULL
          ORDER BY d.name",
        found.id,
    )
    .fetch_all(&mut **tx)
    .await?;
    let machines = machines.into_iter().map(|row| Machine {
        device: DeviceId(row.id),
        names: [
            Some(row.name),
            Some(row.serial),
            row.physical_id,
            Some(row.id.to_string()),
        ]
        .into_iter()
        .flatten()
        .filter(|name| !name.is_empty())
        .collect(),
    });
    Ok(Gateway {
        id: GatewayId(found.id),
        hospital: HospitalId(found.hospital_id),
        zone: crate::organisation::zone(&found.zone, ctx.now()),
        every_seconds: f32::from(found.every_seconds),
        machines: machines.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gateway(machines: &[(u128, &[&str])]) -> Gateway {
        Gateway {
            id: GatewayId(Uuid::nil()),
            hospital: HospitalId(Uuid::nil()),
            zone: Zone::default(),
            every_seconds: 10.0,
            machines: machines
                .iter()
                .map(|(id, names)| Machine {
                    device: DeviceId(Uuid::from_u128(*id)),
                    names: names.iter().map(ToString::to_string).collect(),
                })
                .collect(),
        }
    }

    #[test]
    fn a_machine_is_found_by_any_of_its_names_and_never_by_that_of_two() {
        let two = gateway(&[(1, &["HD 1", "SN-1"]), (2, &["HD 2", "SN-2"])]);
        let by = |names: &[&str]| two.machine(&names.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(by(&["sn-2"]), Some(DeviceId(Uuid::from_u128(2))));
        assert_eq!(by(&["0123456789ABCDEF", " HD 1 "]), Some(DeviceId(Uuid::from_u128(1))));
        assert_eq!(by(&["SN-1", "SN-2"]), None);
        assert_eq!((by(&["SN-3"]), by(&[])), (None, None));
        assert_eq!(two.only_machine(), None);
    }
}
