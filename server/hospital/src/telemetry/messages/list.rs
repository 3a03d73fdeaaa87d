//! What came of a machine by HL7, for whoever keeps it running: which messages and how they were answered, and which of its codes have no place.

use domain::access::{Action, Subject};
use domain::hl7;
use domain::ids::{DeviceId, HospitalId};
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::{PLACE, day_of};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::keys::Place;
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Rows of one page.
const PAGE: i64 = 50;
/// Codes that are shown.
const CODES: i64 = 200;

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageRow {
    /// Which.
    pub id: Uuid,
    /// When it came.
    pub received_at: Moment,
    /// Type and event.
    pub kind: String,
    /// Its control id.
    pub control: String,
    /// AA, AE or AR.
    pub answer: String,
    /// New readings.
    pub readings: i32,
    /// Known ones.
    pub duplicates: i32,
    /// Alarms that it told.
    pub alarms: i32,
    /// Observations that were set aside.
    pub aside: i32,
    /// What was at fault.
    pub faults: Vec<String>,
}

/// A code without a place.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeRow {
    /// Its system.
    pub system: String,
    /// The code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The unit in which it came.
    pub unit: String,
    /// Whether we know the term.
    pub is_known: bool,
    /// When it came first.
    pub first_at: Moment,
    /// When it came last.
    pub last_at: Moment,
}

/// The page of a machine.
#[derive(Clone, Debug)]
pub struct MessagePage {
    /// The machine.
    pub device: DeviceId,
    /// Its name.
    pub name: String,
    /// The hospital's clock.
    pub zone: Zone,
    /// Whether the reader may open a message: whoever keeps this machine, because it holds what was measured.
    pub opens: bool,
    /// Whether the reader may change the machine's papers.
    pub manages: bool,
    /// Codes without a place, the newest first.
    pub codes: Vec<CodeRow>,
    /// Messages, the newest first.
    pub rows: Vec<MessageRow>,
    /// Where the next page begins.
    pub next: Option<(Moment, Uuid)>,
}

/// A message that was opened.
#[derive(Clone, Debug)]
pub struct OpenedMessage {
    /// The machine.
    pub device: DeviceId,
    /// Its name.
    pub name: String,
    /// The message.
    pub row: MessageRow,
    /// Its segments, without those about people.
    pub lines: Vec<String>,
}

/// Fifty messages of a machine, before `before`.
///
/// Errors: not found for a machine that is none of the hospital; denied for whoever neither keeps it nor runs the hospital.
pub async fn machine_messages(ctx: &Ctx, device: DeviceId, before: Option<(Moment, Uuid)>) -> Result<MessagePage> {
    let (mut tx, name, subject, opens) = begin(ctx, device).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let (at, id) = before.unwrap_or((ctx.now().plus_seconds(86_400.0), Uuid::max()));
    let mut rows = sqlx::query!(
        "SELECT id, received_at, kind, control_id, answer, readings, duplicates, alarms, aside, faults
           FROM hl7_message
          WHERE device_id = $1 AND (received_at, id) < ($2, $3)
          ORDER BY received_at DESC, id DESC
          LIMIT $4",
        device.0,
        to_db(at),
        id,
        PAGE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    let codes = sqlx::query!(
        "SELECT system, code, name, unit, is_known, first_at, last_at
           FROM hl7_code
          WHERE device_id = $1
          ORDER BY last_at DESC, system, code, name, unit
          LIMIT $2",
        device.0,
        CODES,
    )
    .fetch_all(&mut *tx)
    .await?;
    let entry = Entry::new(Action::ReadDevices, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| (from_db(row.received_at), row.id));
    let rows = rows.into_iter().map(|row| MessageRow {
        id: row.id,
        received_at: from_db(row.received_at),
        kind: row.kind,
        control: row.control_id,
        answer: row.answer,
        readings: row.readings,
        duplicates: row.duplicates,
        alarms: row.alarms,
        aside: row.aside,
        faults: row.faults,
    });
    let codes = codes.into_iter().map(|row| CodeRow {
        system: row.system,
        code: row.code,
        name: row.name,
        unit: row.unit,
        is_known: row.is_known,
        first_at: from_db(row.first_at),
        last_at: from_db(row.last_at),
    });
    Ok(MessagePage {
        device,
        name,
        zone,
        opens,
        manages: ctx.may(Action::ManageMachines, &subject),
        codes: codes.collect(),
        rows: rows.collect(),
        next,
    })
}

/// One message of a machine, without what it says of people.
///
/// Errors: not found for a message that is not kept any more or is another machine's; denied for whoever does not keep the machine.
pub async fn open_message(ctx: &Ctx, device: DeviceId, message: Uuid) -> Result<OpenedMessage> {
    let (mut tx, name, subject, opens) = begin(ctx, device).await?;
    if !opens {
        tx.rollback().await?;
        let entry = Entry::new(Action::ReadDevices, &subject, Outcome::Denied).denied("no_right");
        audit::record(ctx, entry).await?;
        return Err(HospitalError::Denied(Action::ReadDevices.name()));
    }
    let row = sqlx::query!(
        "SELECT id, received_at, kind, control_id, answer, readings, duplicates, alarms, aside, faults, raw_sealed
           FROM hl7_message
          WHERE id = $1 AND device_id = $2",
        message,
        device.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let entry = Entry::new(Action::ReadDevices, &subject, Outcome::Allowed).kinds(&[Kind::Devices, Kind::Vitals]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let (table, column, what) = PLACE;
    let (place, day) = (Place::new(table, column, row.id), day_of(from_db(row.received_at)));
    let raw = ctx.house().keys.open_of_day(what, day, &place, &row.raw_sealed)?;
    let raw = String::from_utf8_lossy(&raw).into_owned();
    let lines = hl7::messages(&raw).map(|found| found.iter().flat_map(hl7::Message::without_people).collect());
    Ok(OpenedMessage {
        device,
        name,
        row: MessageRow {
            id: row.id,
            received_at: from_db(row.received_at),
            kind: row.kind,
            control: row.control_id,
            answer: row.answer,
            readings: row.readings,
            duplicates: row.duplicates,
            alarms: row.alarms,
            aside: row.aside,
            faults: row.faults,
        },
        lines: lines.unwrap_or_default(),
    })
}

/// Decides for one machine; answers its name, and whether the actor keeps it now or it was handed to them.
async fn begin(ctx: &Ctx, device: DeviceId) -> Result<(Tx, String, Subject, bool)> {
    let mut tx = ctx.look(Action::ReadDevices).await?;
    let found = sqlx::query!(
        r#"SELECT d.name, d.hospital_id,
                  EXISTS (SELECT FROM device_duty k
                           WHERE k.device_id = d.id AND k.user_id = actor_user() AND k.kind = 'keeps' AND k.during @> $2::timestamptz)
               OR EXISTS (SELECT FROM device_hand_over h
                           WHERE h.device_id = d.id AND h.to_user = actor_user() AND h.accepted_at <= $2 AND h.until > $2 AND h.ended_at IS NULL) AS "keeps!"
             FROM device d
            WHERE d.id = $1"#,
        device.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let subject = Subject::Device {
        device,
        hospital: HospitalId(found.hospital_id),
        assigned: found.keeps,
    };
    ctx.check(Action::ReadDevices, &subject).await?;
    Ok((tx, found.name, subject, found.keeps))
}
