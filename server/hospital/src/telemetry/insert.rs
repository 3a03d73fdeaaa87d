//! One statement for many readings: UNNEST with `ON CONFLICT DO NOTHING`. (`COPY FROM` is refused on a table with row security, and cannot deduplicate.)

use std::collections::HashMap;

use domain::ids::DeviceId;
use domain::telemetry::{Parameter, Reading};
use domain::time::Moment;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::row::ReadingRow;
use crate::time::{from_db, to_db};

/// Joins the codes of one reading on their way into the statement; the door refuses it inside a code.
const CODE_SEPARATOR: &str = "\u{1f}";

/// The identity of a reading.
pub(super) type Key = (DeviceId, Moment, i64);

/// What became of a reading that was already there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Duplicate {
    /// The same values: a replay.
    Same,
    /// Other values under the same key: the first stays.
    Conflict,
}

/// Inserts the rows that are new, in the order of the primary key; answers how many were.
pub(super) async fn insert(
    connection: &mut PgConnection,
    rows: &[(DeviceId, &Reading)],
    received_at: OffsetDateTime,
) -> Result<u64, sqlx::Error> {
    let number = |parameter: Parameter| -> Vec<Option<f32>> {
        rows.iter().map(|(_, reading)| reading.values.get(parameter)).collect()
    };
    let devices: Vec<Uuid> = rows.iter().map(|(device, _)| device.0).collect();
    let taken: Vec<OffsetDateTime> = rows.iter().map(|(_, reading)| to_db(reading.taken_at)).collect();
    let seqs: Vec<i64> = rows.iter().map(|(_, reading)| reading.seq).collect();
    let oxygen: Vec<Option<&str>> = rows
        .iter()
        .map(|(_, reading)| reading.oxygen.map(|oxygen| oxygen.device.name()))
        .collect();
    let litres: Vec<Option<f32>> = rows
        .iter()
        .map(|(_, reading)| reading.oxygen.and_then(|oxygen| oxygen.litres_per_min))
        .collect();
    let fio2: Vec<Option<f32>> = rows
        .iter()
        .map(|(_, reading)| reading.oxygen.and_then(|oxygen| oxygen.fio2))
        .collect();
    let level: Vec<Option<&str>> = rows
        .iter()
        .map(|(_, reading)| reading.consciousness.map(|level| level.letter()))
        .collect();
    let status: Vec<Option<&str>> = rows
        .iter()
        .map(|(_, reading)| reading.system_status.map(|status| status.name()))
        .collect();
    let codes: Vec<Option<String>> = rows
        .iter()
        .map(|(_, reading)| (!reading.alarm_codes.is_empty()).then(|| reading.alarm_codes.join(CODE_SEPARATOR)))
        .collect();
    let inserted = sqlx::query!(
        r#"INSERT INTO reading
               (device_id, taken_at, seq, received_at, heart_rate, systolic, diastolic, mean_pressure, spo2, temperature, respiration,
                blood_flow, dialysate_flow, arterial_pressure, venous_pressure, transmembrane_pressure, uf_rate, uf_removed,
                conductivity, dialysate_temperature, total_volume, gcs, oxygen_device, oxygen_litres, oxygen_fio2, consciousness,
                system_status, alarm_codes)
           SELECT device_id, taken_at, seq, $4, heart_rate, systolic, diastolic, mean_pressure, spo2, temperature, respiration,
                  blood_flow, dialysate_flow, arterial_pressure, venous_pressure, transmembrane_pressure, uf_rate, uf_removed,
                  conductivity, dialysate_temperature, total_volume, gcs, oxygen_device, oxygen_litres, oxygen_fio2, consciousness,
                  system_status, string_to_array(codes, $5)
             FROM unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $6::real[], $7::real[], $8::real[], $9::real[], $10::real[],
                         $11::real[], $12::real[], $13::real[], $14::real[], $15::real[], $16::real[], $17::real[], $18::real[],
                         $19::real[], $20::real[], $21::real[], $22::real[], $23::real[], $24::text[], $25::real[], $26::real[],
                         $27::text[], $28::text[], $29::text[])
               AS new (device_id, taken_at, seq, heart_rate, systolic, diastolic, mean_pressure, spo2, temperature, respiration,
                       blood_flow, dialysate_flow, arterial_pressure, venous_pressure, transmembrane_pressure, uf_rate, uf_removed,
                       conductivity, dialysate_temperature, total_volume, gcs, oxygen_device, oxygen_litres, oxygen_fio2, consciousness,
                       system_status, codes)
           ON CONFLICT (device_id, taken_at, seq) DO NOTHING"#,
        &devices,
        &taken,
        &seqs,
        received_at,
        CODE_SEPARATOR,
        &number(Parameter::HeartRate) as &[Option<f32>],
        &number(Parameter::Systolic) as &[Option<f32>],
        &number(Parameter::Diastolic) as &[Option<f32>],
        &number(Parameter::MeanPressure) as &[Option<f32>],
        &number(Parameter::Spo2) as &[Option<f32>],
        &number(Parameter::Temperature) as &[Option<f32>],
        &number(Parameter::Respiration) as &[Option<f32>],
        &number(Parameter::BloodFlow) as &[Option<f32>],
        &number(Parameter::DialysateFlow) as &[Option<f32>],
        &number(Parameter::ArterialPressure) as &[Option<f32>],
        &number(Parameter::VenousPressure) as &[Option<f32>],
        &number(Parameter::TransmembranePressure) as &[Option<f32>],
        &number(Parameter::UfRate) as &[Option<f32>],
        &number(Parameter::UfRemoved) as &[Option<f32>],
        &number(Parameter::Conductivity) as &[Option<f32>],
        &number(Parameter::DialysateTemperature) as &[Option<f32>],
        &number(Parameter::TotalVolume) as &[Option<f32>],
        &number(Parameter::Gcs) as &[Option<f32>],
        &oxygen as &[Option<&str>],
        &litres as &[Option<f32>],
        &fio2 as &[Option<f32>],
        &level as &[Option<&str>],
        &status as &[Option<&str>],
        &codes as &[Option<String>],
    )
    .execute(connection)
    .await?;
    Ok(inserted.rows_affected())
}

/// Which of these readings were there before this batch. Only asked when fewer rows went in than were sent.
///
/// A batch knows its own rows by `received_at`: the readings of a device pass through one writer, whose batches follow each other.
pub(super) async fn duplicates(
    connection: &mut PgConnection,
    rows: &[(DeviceId, &Reading)],
    received_at: OffsetDateTime,
) -> Result<HashMap<Key, Duplicate>, sqlx::Error> {
    let devices: Vec<Uuid> = rows.iter().map(|(device, _)| device.0).collect();
    let taken: Vec<OffsetDateTime> = rows.iter().map(|(_, reading)| to_db(reading.taken_at)).collect();
    let seqs: Vec<i64> = rows.iter().map(|(_, reading)| reading.seq).collect();
    let stored = sqlx::query_as!(
        ReadingRow,
        r#"SELECT r.device_id, r.taken_at, r.seq, r.heart_rate, r.systolic, r.diastolic, r.mean_pressure, r.spo2,
                  r.temperature, r.respiration, r.blood_flow, r.dialysate_flow, r.arterial_pressure, r.venous_pressure,
                  r.transmembrane_pressure, r.uf_rate, r.uf_removed, r.conductivity, r.dialysate_temperature, r.total_volume, r.gcs,
                  r.oxygen_device, r.oxygen_litres, r.oxygen_fio2, r.consciousness, r.system_status, r.alarm_codes
             FROM unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) AS sent (device_id, taken_at, seq)
             JOIN reading r ON r.device_id = sent.device_id AND r.taken_at = sent.taken_at AND r.seq = sent.seq
            WHERE r.received_at <> $4"#,
        &devices,
        &taken,
        &seqs,
        received_at,
    )
    .fetch_all(connection)
    .await?;
    let sent: HashMap<Key, &Reading> = rows
        .iter()
        .map(|(device, reading)| ((*device, reading.taken_at, reading.seq), *reading))
        .collect();
    let judged = stored.into_iter().map(|row| {
        let key = (DeviceId(row.device_id), from_db(row.taken_at), row.seq);
        let same = sent.get(&key).is_some_and(|reading| **reading == row.into_reading());
        (key, if same { Duplicate::Same } else { Duplicate::Conflict })
    });
    Ok(judged.collect())
}
