//! The gateways of a hospital, for whoever manages tokens.

use std::collections::HashMap;

use domain::access::{Action, Subject};
use domain::ids::{DeviceId, GatewayId};
use domain::invalid::{Invalid, is_printable};
use domain::time::Moment;
use uuid::Uuid;

use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::from_db;

/// Rows of one page.
const PAGE: i64 = 20;

/// One gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct GatewayRow {
    /// Which.
    pub id: GatewayId,
    /// Its name.
    pub name: String,
    /// How its HL7 messages name it, where that is how it is known: application and facility.
    pub sender: Option<(String, Option<String>)>,
    /// The networks from which that is believed.
    pub networks: Vec<String>,
    /// Seconds between two messages of a machine, at the most.
    pub every_seconds: i16,
    /// When it was made.
    pub created_at: Moment,
    /// When its token was made, and when it was first used.
    pub token: Option<(Moment, Option<Moment>)>,
    /// When it sent its last HL7 message of those that are kept.
    pub message_at: Option<Moment>,
    /// For whom it speaks.
    pub machines: Vec<(DeviceId, String)>,
}

/// One page of gateways.
#[derive(Clone, Debug)]
pub struct GatewayPage {
    /// By name.
    pub rows: Vec<GatewayRow>,
    /// The name after which the next page begins.
    pub next: Option<String>,
    /// Machines of the hospital for which no gateway speaks: as many as a list to choose from shows.
    pub free: Vec<(DeviceId, String)>,
}

/// Twenty gateways of the actor's hospital, by name, after `after`.
///
/// Errors: denied for whoever may not manage tokens; invalid when `after` is no name.
pub async fn gateways(ctx: &Ctx, after: Option<String>) -> Result<GatewayPage> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ManageDeviceTokens, &subject).await?;
    if !after.as_deref().is_none_or(is_printable) {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "after",
            "This is the name of no device. Begin at the first page.",
        )]));
    }
    let mut rows = sqlx::query!(
        r#"SELECT g.id, g.name, g.application, g.facility, g.networks::text[] AS "networks!", g.every_seconds, g.created_at,
                  t.created_at AS "token_at?", t.used_at AS "used_at?",
                  (SELECT max(m.received_at) FROM hl7_message m WHERE m.gateway_id = g.id) AS message_at
             FROM gateway g
             LEFT JOIN LATERAL (SELECT created_at, used_at FROM gateway_token WHERE gateway_id = g.id AND revoked_at IS NULL ORDER BY created_at DESC LIMIT 1) t ON true
            WHERE g.hospital_id = $1 AND g.ended_at IS NULL AND ($2::text IS NULL OR g.name > $2)
            ORDER BY g.name
            LIMIT $3"#,
        hospital.0,
        after,
        PAGE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| row.name.clone());
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let listed = sqlx::query!(
        "SELECT l.gateway_id, d.id, d.name
           FROM gateway_device l
           JOIN device d ON d.id = l.device_id
          WHERE l.gateway_id = ANY ($1) AND l.removed_at IS NULL
          ORDER BY d.name",
        &ids,
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut machines: HashMap<Uuid, Vec<(DeviceId, String)>> = HashMap::new();
    for row in listed {
        machines
            .entry(row.gateway_id)
            .or_default()
            .push((DeviceId(row.id), row.name));
    }
    let free = sqlx::query!(
        "SELECT d.id, d.name
           FROM device d
          WHERE d.hospital_id = $1 AND NOT EXISTS (SELECT FROM gateway_device l WHERE l.device_id = d.id AND l.removed_at IS NULL)
          ORDER BY d.name
          LIMIT 200",
        hospital.0,
    )
    .fetch_all(&mut *tx)
    .await?;
    let entry = Entry::new(Action::ManageDeviceTokens, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let rows = rows.into_iter().map(|row| GatewayRow {
        id: GatewayId(row.id),
        name: row.name,
        sender: row.application.map(|application| (application, row.facility)),
        networks: row.networks,
        every_seconds: row.every_seconds,
        created_at: from_db(row.created_at),
        token: row.token_at.map(|made| (from_db(made), row.used_at.map(from_db))),
        message_at: row.message_at.map(from_db),
        machines: machines.remove(&row.id).unwrap_or_default(),
    });
    Ok(GatewayPage {
        rows: rows.collect(),
        next,
        free: free.into_iter().map(|row| (DeviceId(row.id), row.name)).collect(),
    })
}
