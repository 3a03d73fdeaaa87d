//! After a restart: what is known now, from the last rows. The last half hour of each measured device, the newest older value of each parameter
//! that those do not hold, the open alarms, and the last heartbeat.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::alerts::baseline;
use domain::ids::DeviceId;
use domain::telemetry::{Latest, Parameter, Promise, Reading};
use domain::time::Moment;

use super::now::{Heard, Placement};
use super::row::ReadingRow;
use crate::alerts::alarms_of_devices;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::house::House;
use crate::time::{from_db, to_db};

/// How far back a value may lie and still be shown with its age, in seconds: the longest validity window of NEWS2.
const OLDEST_SECONDS: f64 = 12.0 * 3_600.0;
const RECENT_SECONDS: f64 = 30.0 * 60.0;
/// How far ahead of the server's clock a reading may be: as `domain::telemetry::Item::check` says.
const AHEAD_SECONDS: f64 = 600.0;

/// Rebuilds what is known of every device with an open session; answers how many.
pub async fn rebuild(house: &Arc<House>, devices: &[DeviceId]) -> Result<usize> {
    let mut rebuilt = 0;
    for placement in devices.iter().filter_map(|device| house.now.placement(*device)) {
        rebuilt += usize::from(rebuild_device(house, &placement).await?);
    }
    Ok(rebuilt)
}

async fn rebuild_device(house: &Arc<House>, placement: &Placement) -> Result<bool> {
    let Some((patient, since)) = placement.session else {
        return Ok(false);
    };
    let ctx = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Watch,
            hospital: Some(placement.hospital),
        },
    );
    let mut tx = ctx
        .begin(Action::ReadPlacements, &Subject::Hospital(placement.hospital))
        .await?;
    let now = ctx.now();
    // A device's clock may run ahead by what the door allows; what it said last counts all the same.
    let until = now.plus_seconds(AHEAD_SECONDS);
    let oldest = since.max(now.plus_seconds(-OLDEST_SECONDS));
    let mut readings = recent(
        &mut tx,
        placement.device,
        oldest.max(now.plus_seconds(-RECENT_SECONDS)),
        until,
    )
    .await?;
    let mut latest = Latest::default();
    for reading in &readings {
        latest.apply(reading);
    }
    let missing = Parameter::ALL
        .into_iter()
        .filter(|parameter| latest.taken_at(*parameter).is_none());
    for parameter in missing.collect::<Vec<_>>() {
        readings.extend(newest_with(&mut tx, placement.device, parameter, oldest, until).await?);
    }
    readings.sort_by_key(|reading| (reading.taken_at, reading.seq));
    let beginning = match baseline::OF.iter().any(|it| placement.rules.asks_baseline(*it)) {
        true => beginning(&mut tx, placement.device, oldest, until).await?,
        false => Vec::new(),
    };
    let alarms = alarms_of_devices(&mut tx, patient, &[placement.device], now).await?;
    let heard = last_heard(&mut tx, placement.device).await?;
    tx.commit().await?;
    house
        .now
        .restore(placement.device, (beginning, &readings), alarms, heard);
    Ok(true)
}

/// The first minutes of a session, from when blood began to flow: pressures are compared with them.
async fn beginning(tx: &mut Tx, device: DeviceId, from: Moment, until: Moment) -> Result<Vec<Reading>> {
    let began = sqlx::query_scalar!(
        "SELECT min(taken_at) FROM reading WHERE device_id = $1 AND taken_at >= $2 AND taken_at <= $3 AND blood_flow > 0",
        device.0,
        to_db(from),
        to_db(until),
    )
    .fetch_one(&mut **tx)
    .await?;
    match began.map(from_db) {
        Some(began) => recent(tx, device, began, began.plus_seconds(baseline::TO_SECONDS)).await,
        None => Ok(Vec::new()),
    }
}

/// When the newest reading of a device was taken that is stored.
pub async fn newest_reading(house: &Arc<House>, device: DeviceId) -> Result<Option<Moment>> {
    let hospital = house.now.placement(device).map(|placement| placement.hospital);
    let ctx = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Watch,
            hospital,
        },
    );
    let mut tx = ctx.begin(Action::ReadPlacements, &Subject::House).await?;
    let newest = sqlx::query_scalar!("SELECT max(taken_at) FROM reading WHERE device_id = $1", device.0)
        .fetch_one(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(newest.map(from_db))
}

async fn recent(tx: &mut Tx, device: DeviceId, from: Moment, until: Moment) -> Result<Vec<Reading>> {
    let rows = sqlx::query_as!(
        ReadingRow,
        "SELECT device_id, taken_at, seq, heart_rate, systolic, diastolic, mean_pressure, spo2, temperature, respiration,
                blood_flow, dialysate_flow, arterial_pressure, venous_pressure, transmembrane_pressure, uf_rate, uf_removed,
                conductivity, dialysate_temperature, total_volume, gcs, substitution_rate, substitution_volume, heparin_total, blood_volume_change,
                machine_ktv, recirculation, remaining_time, oxygen_device, oxygen_litres, oxygen_fio2, consciousness,
                system_status, alarm_codes
           FROM reading
          WHERE device_id = $1 AND taken_at >= $2 AND taken_at <= $3
          ORDER BY taken_at, seq",
        device.0,
        to_db(from),
        to_db(until),
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(ReadingRow::into_reading).collect())
}

/// The newest reading that holds a value of this parameter: one walk back along the primary key.
async fn newest_with(
    tx: &mut Tx,
    device: DeviceId,
    parameter: Parameter,
    from: Moment,
    until: Moment,
) -> Result<Option<Reading>> {
    let row = sqlx::query_as!(
        ReadingRow,
        "SELECT device_id, taken_at, seq, heart_rate, systolic, diastolic, mean_pressure, spo2, temperature, respiration,
                blood_flow, dialysate_flow, arterial_pressure, venous_pressure, transmembrane_pressure, uf_rate, uf_removed,
                conductivity, dialysate_temperature, total_volume, gcs, substitution_rate, substitution_volume, heparin_total, blood_volume_change,
                machine_ktv, recirculation, remaining_time, oxygen_device, oxygen_litres, oxygen_fio2, consciousness,
                system_status, alarm_codes
           FROM reading
          WHERE device_id = $1 AND taken_at >= $2 AND taken_at <= $3
            AND CASE $4::text
                    WHEN 'heart_rate'             THEN heart_rate             IS NOT NULL
                    WHEN 'systolic'               THEN systolic               IS NOT NULL
                    WHEN 'diastolic'              THEN diastolic              IS NOT NULL
                    WHEN 'mean_pressure'          THEN mean_pressure          IS NOT NULL
                    WHEN 'spo2'                   THEN spo2                   IS NOT NULL
                    WHEN 'temperature'            THEN temperature            IS NOT NULL
                    WHEN 'respiration'            THEN respiration            IS NOT NULL
                    WHEN 'blood_flow'             THEN blood_flow             IS NOT NULL
                    WHEN 'dialysate_flow'         THEN dialysate_flow         IS NOT NULL
                    WHEN 'arterial_pressure'      THEN arterial_pressure      IS NOT NULL
                    WHEN 'venous_pressure'        THEN venous_pressure        IS NOT NULL
                    WHEN 'transmembrane_pressure' THEN transmembrane_pressure IS NOT NULL
                    WHEN 'uf_rate'                THEN uf_rate                IS NOT NULL
                    WHEN 'uf_removed'             THEN uf_removed             IS NOT NULL
                    WHEN 'conductivity'           THEN conductivity           IS NOT NULL
                    WHEN 'dialysate_temperature'  THEN dialysate_temperature  IS NOT NULL
                    WHEN 'total_volume'           THEN total_volume           IS NOT NULL
                    WHEN 'gcs'                    THEN gcs                    IS NOT NULL
                    WHEN 'substitution_rate'      THEN substitution_rate      IS NOT NULL
                    WHEN 'substitution_volume'    THEN substitution_volume    IS NOT NULL
                    WHEN 'heparin_total'          THEN heparin_total          IS NOT NULL
                    WHEN 'blood_volume_change'    THEN blood_volume_change    IS NOT NULL
                    WHEN 'machine_ktv'            THEN machine_ktv            IS NOT NULL
                    WHEN 'recirculation'          THEN recirculation          IS NOT NULL
                    WHEN 'remaining_time'         THEN remaining_time         IS NOT NULL
                    WHEN 'oxygen'                 THEN oxygen_device          IS NOT NULL
                    WHEN 'consciousness'          THEN consciousness          IS NOT NULL
                    ELSE false
                END
          ORDER BY taken_at DESC, seq DESC
          LIMIT 1",
        device.0,
        to_db(from),
        to_db(until),
        parameter.name(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(ReadingRow::into_reading))
}

async fn last_heard(tx: &mut Tx, device: DeviceId) -> Result<Option<Heard>> {
    let report = sqlx::query!(
        "SELECT heard_at, promise, replay_since FROM device_report WHERE device_id = $1",
        device.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(report.map(|report| Heard {
        at: from_db(report.heard_at),
        promise: Some(promise_of(&report.promise)),
        replay_since: report.replay_since.map(from_db),
    }))
}

/// The promise as the database keeps it: seconds by the parameter's name.
pub(crate) fn promise_of(stored: &serde_json::Value) -> Promise {
    let mut promise = Promise::default();
    for (name, seconds) in stored.as_object().into_iter().flatten() {
        if let (Some(parameter), Some(seconds)) = (Parameter::parse(name), seconds.as_f64()) {
            promise.set(parameter, Some(seconds as f32));
        }
    }
    promise
}
