//! Keeps a message. Its readings are durable by then, and the row beside them is not waited for: `synchronous_commit` is off, so that a machine that sends each second costs
//! one commit.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::hl7::Unplaced;
use domain::ids::{DeviceId, GatewayId, HospitalId};
use uuid::Uuid;

use super::{PLACE, day_of};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::house::House;
use crate::keys::Place;
use crate::time::to_db;

/// Codes of one machine that are kept, at most: more would only help who wants to fill a disk.
const MOST_CODES: i64 = 500;

/// A message on its way to be kept.
#[derive(Clone, Debug)]
pub struct KeptMessage {
    /// Whose.
    pub hospital: HospitalId,
    /// From which gateway; none for a machine that showed its own token.
    pub gateway: Option<GatewayId>,
    /// Of which machine, when one of ours was named.
    pub device: Option<DeviceId>,
    /// Type and event.
    pub kind: String,
    /// Its control id.
    pub control: String,
    /// How it was answered: AA, AE or AR.
    pub answer: &'static str,
    /// New readings.
    pub readings: usize,
    /// Known ones.
    pub duplicates: usize,
    /// Alarms that it told.
    pub alarms: usize,
    /// Observations that were set aside.
    pub aside: usize,
    /// What was at fault, in our words.
    pub faults: Vec<String>,
    /// The message without its secret (`domain::hl7::Message::kept`).
    pub raw: String,
}

/// Keeps it, with the codes that have no place in a reading.
///
/// Errors: away when the database is.
pub async fn keep_message(house: &Arc<House>, message: KeptMessage, unplaced: &BTreeSet<Unplaced>) -> Result<()> {
    let ctx = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Watch,
            hospital: Some(message.hospital),
        },
    );
    let mut tx = ctx
        .begin(Action::PostReadings, &Subject::Hospital(message.hospital))
        .await?;
    sqlx::query!("SELECT set_config('synchronous_commit', 'off', true) AS set")
        .fetch_one(&mut *tx)
        .await?;
    let id = Uuid::now_v7();
    let ((table, column, what), received_at) = (PLACE, ctx.now());
    let place = Place::new(table, column, id);
    let (keys, day) = (&house.keys, day_of(received_at));
    let sealed = keys.seal_of_day(what, day, &place, message.raw.as_bytes())?;
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let short = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    sqlx::query!(
        "INSERT INTO hl7_message (id, hospital_id, gateway_id, device_id, received_at, kind, control_id, answer, readings, duplicates, alarms, aside, faults, raw_sealed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id,
        message.hospital.0,
        message.gateway.map(|gateway| gateway.0),
        message.device.map(|device| device.0),
        to_db(received_at),
        short(&message.kind, 40),
        short(&message.control, 199),
        message.answer,
        count(message.readings),
        count(message.duplicates),
        count(message.alarms),
        count(message.aside),
        &message.faults.iter().take(16).cloned().collect::<Vec<_>>(),
        sealed,
    )
    .execute(&mut *tx)
    .await?;
    if let Some(device) = message.device {
        keep_codes(&mut tx, &ctx, device, message.hospital, unplaced).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn keep_codes(
    tx: &mut Tx,
    ctx: &Ctx,
    device: DeviceId,
    hospital: HospitalId,
    unplaced: &BTreeSet<Unplaced>,
) -> Result<()> {
    if unplaced.is_empty() {
        return Ok(());
    }
    let column = |take: fn(&Unplaced) -> &String| unplaced.iter().map(|one| take(one).clone()).collect::<Vec<_>>();
    let known: Vec<bool> = unplaced.iter().map(|one| one.known).collect();
    // In the order of the key, so that two messages of a machine never wait for each other crosswise.
    sqlx::query!(
        "INSERT INTO hl7_code AS c (device_id, hospital_id, system, code, name, unit, is_known, first_at, last_at, minutes)
         SELECT $1, $2, sent.system, sent.code, sent.name, sent.unit, bool_or(sent.known), $3, $3, 1
           FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[]) AS sent (system, code, name, unit, known)
          WHERE (SELECT count(*) FROM hl7_code k WHERE k.device_id = $1) < $9
             OR EXISTS (SELECT FROM hl7_code k
                         WHERE (k.device_id, k.system, k.code, k.name, k.unit) = ($1, sent.system, sent.code, sent.name, sent.unit))
          GROUP BY sent.system, sent.code, sent.name, sent.unit
          ORDER BY sent.system, sent.code, sent.name, sent.unit
         ON CONFLICT ON CONSTRAINT hl7_code_pkey DO UPDATE
            SET last_at = excluded.last_at, minutes = c.minutes + 1
          WHERE c.last_at <= excluded.last_at - interval '1 minute'",
        device.0,
        hospital.0,
        to_db(ctx.now()),
        &column(|one| &one.system),
        &column(|one| &one.code),
        &column(|one| &one.name),
        &column(|one| &one.unit),
        &known,
        MOST_CODES,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
