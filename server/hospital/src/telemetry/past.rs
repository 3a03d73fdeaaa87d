//! A day that is over, told by the minute, and the readings around an alarm, whether their day is still kept as it came or not.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::alerts::{AROUND_SECONDS, Kind as About};
use domain::dialysis::places::Day;
use domain::ids::{AlarmId, PatientId};
use domain::patients::Series;
use domain::telemetry::{Latest, Parameter, Promise, Reading, Span};
use domain::time::{Moment, Zone};

use super::row::ReadingRow;
use super::trend::{Trend, lines};
use crate::alerts::row::kind_of;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::{on_the_wall, zone, zone_of_actor};
use crate::time::{from_db, to_db};

/// Alarms of one day.
const MOST: i64 = 100;
/// How far from the alarm readings are kept, in seconds.
pub const FARTHEST: i32 = AROUND_SECONDS as i32;
/// Readings of one look: a minute of a machine that sends three a second.
const MOST_READINGS: i64 = 200;

/// What a minute holds, in the order of the query.
const MEASURED: [Parameter; 25] = [
    Parameter::HeartRate,
    Parameter::Spo2,
    Parameter::Respiration,
    Parameter::Systolic,
    Parameter::Diastolic,
    Parameter::Temperature,
    Parameter::MeanPressure,
    Parameter::Gcs,
    Parameter::BloodFlow,
    Parameter::DialysateFlow,
    Parameter::ArterialPressure,
    Parameter::VenousPressure,
    Parameter::TransmembranePressure,
    Parameter::UfRate,
    Parameter::UfRemoved,
    Parameter::Conductivity,
    Parameter::DialysateTemperature,
    Parameter::TotalVolume,
    Parameter::SubstitutionRate,
    Parameter::SubstitutionVolume,
    Parameter::HeparinTotal,
    Parameter::BloodVolumeChange,
    Parameter::MachineKtv,
    Parameter::Recirculation,
    Parameter::RemainingTime,
];

/// The lowest and the highest of one parameter in a stretch of time, and of how many minutes there is a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lowest value.
    pub low: f32,
    /// The highest.
    pub high: f32,
    /// Minutes with a value.
    pub minutes: i64,
}

/// An alarm of the day.
#[derive(Clone, Debug, PartialEq)]
pub struct PastAlarm {
    /// Which.
    pub alarm: AlarmId,
    /// What it was about.
    pub about: About,
    /// When it was raised first.
    pub raised_at: Moment,
}

/// A day that is over, by the minute.
#[derive(Clone, Debug)]
pub struct PastDay {
    /// Which, on the hospital's clock.
    pub day: Day,
    /// Today there: it can be chosen, and reaches as far as it is told.
    pub today: Day,
    /// What the chart is drawn from; without scores, which are of readings.
    pub trend: Trend,
    /// Each hour that has a value, with the six vital signs in the order of the chart.
    pub hours: Vec<(Moment, [Option<Range>; 6])>,
    /// The whole day of each parameter that was measured.
    pub whole: Vec<(Parameter, Range)>,
    /// The alarms that were raised in it, the newest first; at most 100.
    pub alarms: Vec<PastAlarm>,
}

/// The readings around one alarm.
#[derive(Clone, Debug, PartialEq)]
pub struct Around {
    /// The alarm; the last time that it was raised.
    pub alarm: PastAlarm,
    /// From when on and until when is shown.
    pub shown: (Moment, Moment),
    /// In their order.
    pub readings: Vec<Reading>,
    /// The hospital's zone.
    pub zone: Zone,
}

/// A day of a patient by the minute, `typed` as `2026-11-24`; yesterday when none is asked for. The look is recorded.
///
/// # Errors
/// Not found or denied for who does not read the record; not found for a day that there is not.
pub async fn past_day(ctx: &Ctx, patient: PatientId, typed: &str) -> Result<PastDay> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let here = zone_of_actor(&mut tx, ctx).await?;
    let civil = here.civil(ctx.now());
    let today = Day::of(civil.year, civil.month, civil.day).ok_or(HospitalError::NotFound)?;
    let day = match typed.trim() {
        "" => today.plus(-1),
        typed => Day::parse(typed).ok_or(HospitalError::NotFound)?,
    };
    let begins = |day: Day| on_the_wall(&here.name, day.date(), 0).ok_or(HospitalError::NotFound);
    let (since, until) = (begins(day)?, begins(day.plus(1))?);
    let here = zone(&here.name, since);
    let slots = slots(&mut tx, patient, (since, until)).await?;
    let alarms = alarms(&mut tx, patient, (since, until)).await?;
    let entry = Entry::patient(Action::ReadBackground, patient, &[Kind::Vitals, Kind::Alarms]).on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(PastDay {
        day,
        today,
        hours: by_hour(&slots, since),
        whole: whole(&slots),
        alarms,
        trend: Trend {
            span: Span::Day,
            since,
            until,
            series: series(&slots),
            scores: Vec::new(),
            replay_since: None,
            limits: Vec::new(),
            zone: here,
            scale: Default::default(),
            promise: Promise::default(),
            latest: Latest::default(),
        },
    })
}

/// Two minutes of one parameter.
struct Slot {
    place: i32,
    at: Moment,
    range: Range,
}

/// The day in slots of two minutes, as the chart of now has them.
async fn slots(tx: &mut Tx, patient: PatientId, (since, until): (Moment, Moment)) -> Result<Vec<Slot>> {
    let rows = sqlx::query!(
        r#"SELECT v.place AS "place!", date_bin('2 minutes', m.minute, $2) AS "at!", min(v.low) AS "low!", max(v.high) AS "high!", count(*) AS "minutes!"
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             JOIN reading_minute m ON m.session_id = s.id
            CROSS JOIN LATERAL (VALUES
                  (0, coalesce(m.heart_rate_low, m.heart_rate), coalesce(m.heart_rate_high, m.heart_rate)),
                  (1, coalesce(m.spo2_low, m.spo2), coalesce(m.spo2_high, m.spo2)),
                  (2, coalesce(m.respiration_low, m.respiration), coalesce(m.respiration_high, m.respiration)),
                  (3, coalesce(m.systolic_low, m.systolic), coalesce(m.systolic_high, m.systolic)),
                  (4, coalesce(m.diastolic_low, m.diastolic), coalesce(m.diastolic_high, m.diastolic)),
                  (5, coalesce(m.temperature_low, m.temperature), coalesce(m.temperature_high, m.temperature)),
                  (6, coalesce(m.mean_pressure_low, m.mean_pressure), coalesce(m.mean_pressure_high, m.mean_pressure)),
                  (7, coalesce(m.gcs_low, m.gcs), coalesce(m.gcs_high, m.gcs)),
                  (8, coalesce(m.blood_flow_low, m.blood_flow), coalesce(m.blood_flow_high, m.blood_flow)),
                  (9, coalesce(m.dialysate_flow_low, m.dialysate_flow), coalesce(m.dialysate_flow_high, m.dialysate_flow)),
                  (10, coalesce(m.arterial_pressure_low, m.arterial_pressure), coalesce(m.arterial_pressure_high, m.arterial_pressure)),
                  (11, coalesce(m.venous_pressure_low, m.venous_pressure), coalesce(m.venous_pressure_high, m.venous_pressure)),
                  (12, coalesce(m.transmembrane_pressure_low, m.transmembrane_pressure), coalesce(m.transmembrane_pressure_high, m.transmembrane_pressure)),
                  (13, coalesce(m.uf_rate_low, m.uf_rate), coalesce(m.uf_rate_high, m.uf_rate)),
                  (14, coalesce(m.uf_removed_low, m.uf_removed), coalesce(m.uf_removed_high, m.uf_removed)),
                  (15, coalesce(m.conductivity_low, m.conductivity), coalesce(m.conductivity_high, m.conductivity)),
                  (16, coalesce(m.dialysate_temperature_low, m.dialysate_temperature), coalesce(m.dialysate_temperature_high, m.dialysate_temperature)),
                  (17, coalesce(m.total_volume_low, m.total_volume), coalesce(m.total_volume_high, m.total_volume)),
                  (18, coalesce(m.substitution_rate_low, m.substitution_rate), coalesce(m.substitution_rate_high, m.substitution_rate)),
                  (19, coalesce(m.substitution_volume_low, m.substitution_volume), coalesce(m.substitution_volume_high, m.substitution_volume)),
                  (20, coalesce(m.heparin_total_low, m.heparin_total), coalesce(m.heparin_total_high, m.heparin_total)),
                  (21, coalesce(m.blood_volume_change_low, m.blood_volume_change), coalesce(m.blood_volume_change_high, m.blood_volume_change)),
                  (22, coalesce(m.machine_ktv_low, m.machine_ktv), coalesce(m.machine_ktv_high, m.machine_ktv)),
                  (23, coalesce(m.recirculation_low, m.recirculation), coalesce(m.recirculation_high, m.recirculation)),
                  (24, coalesce(m.remaining_time_low, m.remaining_time), coalesce(m.remaining_time_high, m.remaining_time)))
                  AS v (place, low, high)
            WHERE s.during && tstzrange($2, $3) AND m.minute >= $2 AND m.minute < $3 AND v.low IS NOT NULL
            GROUP BY 1, 2
            ORDER BY 1, 2"#,
        patient.0,
        to_db(since),
        to_db(until),
    )
    .fetch_all(&mut **tx)
    .await?;
    let slots = rows.into_iter().map(|row| Slot {
        place: row.place,
        at: from_db(row.at),
        range: Range {
            low: row.low,
            high: row.high,
            minutes: row.minutes,
        },
    });
    Ok(slots.collect())
}

/// The lines of the chart: the lowest of a slot at its first minute, the highest at its second. Which came first a minute does not know.
fn series(slots: &[Slot]) -> Vec<Series> {
    let stretches = slots.iter().map(|slot| {
        let high_at = match slot.range.low < slot.range.high {
            true => slot.at.plus_seconds(60.0),
            false => slot.at,
        };
        (slot.place, (slot.at, slot.range.low), (high_at, slot.range.high))
    });
    lines(MEASURED.get(..6).unwrap_or_default(), stretches)
}

fn joined(one: Option<Range>, other: Range) -> Range {
    one.map_or(other, |one| Range {
        low: one.low.min(other.low),
        high: one.high.max(other.high),
        minutes: one.minutes + other.minutes,
    })
}

/// The six vital signs of each hour since the day began. (Hours are counted, so a day on which clocks change has 23 or 25.)
fn by_hour(slots: &[Slot], since: Moment) -> Vec<(Moment, [Option<Range>; 6])> {
    let mut hours: BTreeMap<i64, [Option<Range>; 6]> = BTreeMap::new();
    for slot in slots {
        let hour = (slot.at.seconds_since(since) / 3_600.0).floor() as i64;
        let place = usize::try_from(slot.place).unwrap_or(usize::MAX);
        if place >= 6 {
            continue;
        }
        if let Some(cell) = hours.entry(hour).or_default().get_mut(place) {
            *cell = Some(joined(*cell, slot.range));
        }
    }
    let at = |hour: i64| since.plus_seconds(hour as f64 * 3_600.0);
    hours.into_iter().map(|(hour, cells)| (at(hour), cells)).collect()
}

/// The whole day of each parameter.
fn whole(slots: &[Slot]) -> Vec<(Parameter, Range)> {
    let mut found: Vec<(Parameter, Range)> = Vec::new();
    for slot in slots {
        let place = usize::try_from(slot.place).unwrap_or(usize::MAX);
        let Some(parameter) = MEASURED.get(place) else {
            continue;
        };
        match found.last_mut() {
            Some((last, range)) if last == parameter => *range = joined(Some(*range), slot.range),
            _ => found.push((*parameter, slot.range)),
        }
    }
    found
}

async fn alarms(tx: &mut Tx, patient: PatientId, (since, until): (Moment, Moment)) -> Result<Vec<PastAlarm>> {
    let rows = sqlx::query!(
        r#"SELECT a.id, a.kind, a.parameter, a.side, a.raised_at
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             JOIN alarm a ON a.device_id = s.device_id AND s.during @> a.raised_at
            WHERE s.during && tstzrange($2, $3) AND a.raised_at >= $2 AND a.raised_at < $3
            ORDER BY a.raised_at DESC, a.id
            LIMIT $4"#,
        patient.0,
        to_db(since),
        to_db(until),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let alarms = rows.into_iter().filter_map(|row| {
        Some(PastAlarm {
            alarm: AlarmId(row.id),
            about: kind_of(&row.kind, &row.parameter, &row.side)?,
            raised_at: from_db(row.raised_at),
        })
    });
    Ok(alarms.collect())
}

/// The readings of one alarm from `after` seconds after it on (before it, when negative), for `seconds`: as they came, from their day while it is kept, and from beside the alarm once it is
/// dropped. The look is recorded.
///
/// # Errors
/// Not found or denied for who does not read the record; not found for an alarm of somebody else.
pub async fn around_alarm(
    ctx: &Ctx,
    patient: PatientId,
    alarm: AlarmId,
    (after, seconds): (i32, u32),
) -> Result<Around> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let found = sqlx::query!(
        r#"SELECT a.kind, a.parameter, a.side, a.last_raised_at, s.id AS session_id
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             JOIN alarm a ON a.device_id = s.device_id AND s.during @> a.raised_at
            WHERE a.id = $2"#,
        patient.0,
        alarm.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let raised_at = from_db(found.last_raised_at);
    let from = raised_at.plus_seconds(f64::from(after.clamp(-FARTHEST, FARTHEST)));
    let end = raised_at.plus_seconds(f64::from(FARTHEST));
    let to = from.plus_seconds(f64::from(seconds)).min(end);
    let rows = sqlx::query_as!(
        ReadingRow,
        r#"SELECT a.device_id AS "device_id!", k.taken_at AS "taken_at!", k.seq AS "seq!", k.heart_rate, k.systolic, k.diastolic, k.mean_pressure, k.spo2,
                  k.temperature, k.respiration, k.blood_flow, k.dialysate_flow, k.arterial_pressure, k.venous_pressure,
                  k.transmembrane_pressure, k.uf_rate, k.uf_removed, k.conductivity, k.dialysate_temperature, k.total_volume, k.gcs,
                  k.substitution_rate, k.substitution_volume, k.heparin_total, k.blood_volume_change, k.machine_ktv, k.recirculation, k.remaining_time,
                  k.oxygen_device, k.oxygen_litres, k.oxygen_fio2, k.consciousness, k.system_status, k.alarm_codes
             FROM alarm a
             JOIN alarm_reading k ON k.alarm_id = a.id AND k.taken_at >= $3 AND k.taken_at < $4
            WHERE a.id = $1
            UNION
           SELECT r.device_id, r.taken_at, r.seq, r.heart_rate, r.systolic, r.diastolic, r.mean_pressure, r.spo2,
                  r.temperature, r.respiration, r.blood_flow, r.dialysate_flow, r.arterial_pressure, r.venous_pressure,
                  r.transmembrane_pressure, r.uf_rate, r.uf_removed, r.conductivity, r.dialysate_temperature, r.total_volume, r.gcs,
                  r.substitution_rate, r.substitution_volume, r.heparin_total, r.blood_volume_change, r.machine_ktv, r.recirculation, r.remaining_time,
                  r.oxygen_device, r.oxygen_litres, r.oxygen_fio2, r.consciousness, r.system_status, r.alarm_codes
             FROM device_session s
             JOIN reading r ON r.device_id = s.device_id AND s.during @> r.taken_at
            WHERE s.id = $2 AND r.taken_at >= $3 AND r.taken_at < $4
            ORDER BY 2, 3
            LIMIT $5"#,
        alarm.0,
        found.session_id,
        to_db(from),
        to_db(to),
        MOST_READINGS,
    )
    .fetch_all(&mut *tx)
    .await?;
    let here = zone_of_actor(&mut tx, ctx).await?;
    let entry = Entry::patient(Action::ReadBackground, patient, &[Kind::Alarms, Kind::Vitals]).on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Around {
        alarm: PastAlarm {
            alarm,
            about: kind_of(&found.kind, &found.parameter, &found.side)
                .ok_or(HospitalError::Internal("an alarm of a kind this version does not know"))?,
            raised_at,
        },
        shown: (from, to),
        readings: rows.into_iter().map(ReadingRow::into_reading).collect(),
        zone: zone(&here.name, raised_at),
    })
}
