//! The readings of one patient as a table: newest first, keyset-paged.

use domain::access::Action;
use domain::ids::PatientId;
use domain::patients::{ReadingPage, Section};
use domain::time::Moment;

use super::row::ReadingRow;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::patients::portal;
use crate::time::to_db;

/// Rows of one page.
const PAGE: i64 = 50;

/// Fifty readings of a patient of the last 24 hours, older than `before` (time and number of the last row of the page before).
///
/// Errors: not found for a patient outside the actor's reach; denied when the portal does not show this part.
pub async fn list_readings(ctx: &Ctx, patient: PatientId, before: Option<(Moment, i64)>) -> Result<ReadingPage> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadPatient, patient).await?;
    let view = portal::view(&mut tx, ctx, patient).await?;
    portal::must_show(ctx, view.as_ref(), Section::Readings, patient).await?;
    let page = gather(&mut tx, ctx, patient, before).await?;
    let entry = Entry::patient(Action::ReadPatient, patient, &[Kind::Vitals]).on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(page)
}

/// The page, for a verb that has decided who reads it and records that.
pub(crate) async fn gather(
    tx: &mut Tx,
    ctx: &Ctx,
    patient: PatientId,
    before: Option<(Moment, i64)>,
) -> Result<ReadingPage> {
    let now = ctx.now();
    let since = now.plus_seconds(-86_400.0);
    let (before_at, before_seq) = before.unwrap_or((now.plus_seconds(600.0), i64::MAX));
    // A link may be older than the day that is listed: then nothing is left of it.
    let before_at = before_at.max(since);
    let mut rows = sqlx::query_as!(
        ReadingRow,
        "SELECT r.device_id, r.taken_at, r.seq, r.heart_rate, r.systolic, r.diastolic, r.mean_pressure, r.spo2,
                r.temperature, r.respiration, r.blood_flow, r.dialysate_flow, r.arterial_pressure, r.venous_pressure,
                r.transmembrane_pressure, r.uf_rate, r.uf_removed, r.conductivity, r.dialysate_temperature, r.total_volume, r.gcs,
                r.substitution_rate, r.substitution_volume, r.heparin_total, r.blood_volume_change, r.machine_ktv, r.recirculation, r.remaining_time,
                r.oxygen_device, r.oxygen_litres, r.oxygen_fio2, r.consciousness, r.system_status, r.alarm_codes
           FROM joined($1) AS j
           JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           JOIN reading r ON r.device_id = s.device_id AND s.during @> r.taken_at
          WHERE s.during && tstzrange($2, $3, '[]')
            AND r.taken_at >= $2 AND r.taken_at <= $3 AND (r.taken_at, r.seq) < ($3, $4)
          ORDER BY r.taken_at DESC, r.seq DESC
          LIMIT $5",
        patient.0,
        to_db(since),
        to_db(before_at),
        before_seq,
        PAGE + 1,
    )
    .fetch_all(&mut **tx)
    .await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let rows: Vec<_> = rows.into_iter().map(ReadingRow::into_reading).collect();
    let next = rows
        .last()
        .filter(|_| more)
        .map(|reading| (reading.taken_at, reading.seq));
    Ok(ReadingPage { rows, next })
}
