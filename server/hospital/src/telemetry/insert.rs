//! One statement for many readings: UNNEST. Readings are expected to be new: a known key fails the statement, which costs a third less than to look
//! for one in every batch; the writer then asks for the [`duplicates`] and inserts the rest.
//! (`COPY FROM` is refused on a table with row security.)

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

/// Inserts rows that nobody sent before, in the order of the primary key.
///
/// # Errors
/// A unique violation of a partition of `reading` when a key was there already; nothing was inserted then.
pub(super) async fn insert(
    connection: &mut PgConnection,
    rows: &[(DeviceId, &Reading)],
    received_at: OffsetDateTime,
) -> Result<(), sqlx::Error> {
    let (devices, taken, seqs) = keys(rows);
    let number = |parameter: Parameter| column(rows, |reading| reading.values.get(parameter));
    let oxygen = column(rows, |reading| reading.oxygen.map(|oxygen| oxygen.device.name()));
    let litres = column(rows, |reading| reading.oxygen.and_then(|oxygen| oxygen.litres_per_min));
    let fio2 = column(rows, |reading| reading.oxygen.and_then(|oxygen| oxygen.fio2));
    let level = column(rows, |reading| reading.consciousness.map(|level| level.letter()));
    let status = column(rows, |reading| reading.system_status.map(|status| status.name()));
    let codes = column(rows, |reading| {
        (!reading.alarm_codes.is_empty()).then(|| reading.alarm_codes.join(CODE_SEPARATOR))
    });
    // The arrays are unnested in the list of columns, where they run side by side; as tables each would be written down first.
    sqlx::query!(
        "INSERT INTO reading
             (device_id, taken_at, seq, received_at, heart_rate, systolic, diastolic, mean_pressure, spo2, temperature, respiration,
              blood_flow, dialysate_flow, arterial_pressure, venous_pressure, transmembrane_pressure, uf_rate, uf_removed,
              conductivity, dialysate_temperature, total_volume, gcs, substitution_rate, substitution_volume, heparin_total,
              blood_volume_change, machine_ktv, recirculation, remaining_time, oxygen_device, oxygen_litres, oxygen_fio2, consciousness,
              system_status, alarm_codes)
         SELECT unnest($1::uuid[]), unnest($2::timestamptz[]), unnest($3::bigint[]), $4, unnest($6::real[]), unnest($7::real[]),
                unnest($8::real[]), unnest($9::real[]), unnest($10::real[]), unnest($11::real[]), unnest($12::real[]),
                unnest($13::real[]), unnest($14::real[]), unnest($15::real[]), unnest($16::real[]), unnest($17::real[]),
                unnest($18::real[]), unnest($19::real[]), unnest($20::real[]), unnest($21::real[]), unnest($22::real[]),
                unnest($23::real[]), unnest($24::real[]), unnest($25::real[]), unnest($26::real[]), unnest($27::real[]),
                unnest($28::real[]), unnest($29::real[]), unnest($30::real[]), unnest($31::text[]), unnest($32::real[]),
                unnest($33::real[]), unnest($34::text[]), unnest($35::text[]), string_to_array(unnest($36::text[]), $5)",
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
        &number(Parameter::SubstitutionRate) as &[Option<f32>],
        &number(Parameter::SubstitutionVolume) as &[Option<f32>],
        &number(Parameter::HeparinTotal) as &[Option<f32>],
        &number(Parameter::BloodVolumeChange) as &[Option<f32>],
        &number(Parameter::MachineKtv) as &[Option<f32>],
        &number(Parameter::Recirculation) as &[Option<f32>],
        &number(Parameter::RemainingTime) as &[Option<f32>],
        &oxygen as &[Option<&str>],
        &litres as &[Option<f32>],
        &fio2 as &[Option<f32>],
        &level as &[Option<&str>],
        &status as &[Option<&str>],
        &codes as &[Option<String>],
    )
    .execute(connection)
    .await
    .map(drop)
}

/// One column of the batch. A column without any value is an empty array: unnested beside longer ones it is NULL in every row.
fn column<T: Clone>(rows: &[(DeviceId, &Reading)], value: impl Fn(&Reading) -> Option<T>) -> Vec<Option<T>> {
    let Some(first) = rows.iter().position(|(_, reading)| value(reading).is_some()) else {
        return Vec::new();
    };
    let mut column = vec![None; first];
    column.extend(rows.iter().skip(first).map(|(_, reading)| value(reading)));
    column
}

fn keys(rows: &[(DeviceId, &Reading)]) -> (Vec<Uuid>, Vec<OffsetDateTime>, Vec<i64>) {
    (
        rows.iter().map(|(device, _)| device.0).collect(),
        rows.iter().map(|(_, reading)| to_db(reading.taken_at)).collect(),
        rows.iter().map(|(_, reading)| reading.seq).collect(),
    )
}

/// Which of these readings are there already.
pub(super) async fn duplicates(
    connection: &mut PgConnection,
    rows: &[(DeviceId, &Reading)],
) -> Result<HashMap<Key, Duplicate>, sqlx::Error> {
    let (devices, taken, seqs) = keys(rows);
    // The stretch of time keeps the search in the partitions that can hold them.
    let (Some(from), Some(until)) = (taken.iter().min().copied(), taken.iter().max().copied()) else {
        return Ok(HashMap::new());
    };
    let stored = sqlx::query_as!(
        ReadingRow,
        r#"SELECT r.device_id, r.taken_at, r.seq, r.heart_rate, r.systolic, r.diastolic, r.mean_pressure, r.spo2,
                  r.temperature, r.respiration, r.blood_flow, r.dialysate_flow, r.arterial_pressure, r.venous_pressure,
                  r.transmembrane_pressure, r.uf_rate, r.uf_removed, r.conductivity, r.dialysate_temperature, r.total_volume, r.gcs,
                  r.substitution_rate, r.substitution_volume, r.heparin_total, r.blood_volume_change, r.machine_ktv, r.recirculation, r.remaining_time,
                  r.oxygen_device, r.oxygen_litres, r.oxygen_fio2, r.consciousness, r.system_status, r.alarm_codes
             FROM unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) AS sent (device_id, taken_at, seq)
             JOIN reading r ON r.device_id = sent.device_id AND r.taken_at = sent.taken_at AND r.seq = sent.seq
            WHERE r.taken_at BETWEEN $4 AND $5"#,
        &devices,
        &taken,
        &seqs,
        from,
        until,
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
