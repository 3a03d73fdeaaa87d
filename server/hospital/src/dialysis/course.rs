//! How the pressures and the blood volume went from the start of a session on: of the circuit as its machine measured them, of the patient by the machine and by hand. Thinned in the database to the
//! lowest and the highest of every two minutes, so that no extreme is lost. Readings go after a month: a session of a day that is told for the last time is drawn from its minutes, which hold
//! the lowest and the highest of each (`telemetry::minutes`).

use domain::dialysis::during::Observation;
use domain::ids::PatientId;
use domain::patients::Series;
use domain::telemetry::Parameter;
use domain::time::{Moment, Zone};

use super::chair::Sheet;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::organisation::zone_of_actor;
use crate::telemetry::trend::lines;
use crate::time::{from_db, to_db};

/// What is drawn, in the order of the statement.
const DRAWN: [Parameter; 6] = [
    Parameter::ArterialPressure,
    Parameter::VenousPressure,
    Parameter::TransmembranePressure,
    Parameter::Systolic,
    Parameter::Diastolic,
    Parameter::BloodVolumeChange,
];

/// The pressures of one session.
#[derive(Clone, Debug)]
pub struct Course {
    /// From the start of the treatment.
    pub since: Moment,
    /// To its end, or now.
    pub until: Moment,
    /// What the machine measured; a parameter without values is left out.
    pub series: Vec<Series>,
    /// Pressures of the circuit that somebody wrote, for parameters of which the machine told nothing.
    pub by_hand: Vec<Series>,
    /// Pressures that somebody wrote: when, systolic, diastolic.
    pub written: Vec<(Moment, f32, f32)>,
    /// The hospital's zone.
    pub zone: Zone,
}

/// Of a session that has begun, for a verb that has decided who reads it.
pub(super) async fn of(tx: &mut Tx, ctx: &Ctx, patient: PatientId, sheet: &Sheet) -> Result<Option<Course>> {
    let Some((started, _)) = &sheet.started else {
        return Ok(None);
    };
    let since = started.at;
    let until = sheet.ended.as_ref().map_or(ctx.now(), |(ended, ..)| ended.at);
    if since >= until {
        return Ok(None);
    }
    // Without a machine there is what somebody wrote.
    let devices = sheet.devices();
    let rows = sqlx::query!(
        r#"SELECT v.parameter AS "parameter!", min(v.value) AS "low!", max(v.value) AS "high!",
                  (array_agg(v.at ORDER BY v.value, v.at))[1] AS "low_at!",
                  (array_agg(v.at ORDER BY v.value DESC, v.at))[1] AS "high_at!"
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id) AND s.device_id = ANY ($2)
            CROSS JOIN LATERAL (
                  SELECT r.taken_at AS at, w.parameter, w.value
                    FROM reading r
                   CROSS JOIN LATERAL (VALUES (0, r.arterial_pressure), (1, r.venous_pressure), (2, r.transmembrane_pressure), (3, r.systolic), (4, r.diastolic),
                                                (5, r.blood_volume_change))
                         AS w (parameter, value)
                   WHERE r.device_id = s.device_id AND s.during @> r.taken_at AND r.taken_at >= $3 AND r.taken_at <= $4
                  UNION ALL
                  -- Which came first a minute does not know: the highest stands half a minute after the lowest.
                  SELECT m.minute + w.after, w.parameter, w.value
                    FROM reading_minute m
                    JOIN reading_told t ON t.day = (m.minute AT TIME ZONE 'UTC')::date AND t.settled_at IS NOT NULL
                   CROSS JOIN LATERAL (VALUES
                         (0, interval '0', coalesce(m.arterial_pressure_low, m.arterial_pressure)), (0, interval '30 seconds', coalesce(m.arterial_pressure_high, m.arterial_pressure)),
                         (1, interval '0', coalesce(m.venous_pressure_low, m.venous_pressure)), (1, interval '30 seconds', coalesce(m.venous_pressure_high, m.venous_pressure)),
                         (2, interval '0', coalesce(m.transmembrane_pressure_low, m.transmembrane_pressure)),
                         (2, interval '30 seconds', coalesce(m.transmembrane_pressure_high, m.transmembrane_pressure)),
                         (3, interval '0', coalesce(m.systolic_low, m.systolic)), (3, interval '30 seconds', coalesce(m.systolic_high, m.systolic)),
                         (4, interval '0', coalesce(m.diastolic_low, m.diastolic)), (4, interval '30 seconds', coalesce(m.diastolic_high, m.diastolic)),
                         (5, interval '0', coalesce(m.blood_volume_change_low, m.blood_volume_change)),
                         (5, interval '30 seconds', coalesce(m.blood_volume_change_high, m.blood_volume_change)))
                         AS w (parameter, after, value)
                   WHERE m.session_id = s.id AND m.minute >= date_trunc('minute', $3::timestamptz) AND m.minute <= $4) AS v
            WHERE s.during && tstzrange($3, $4, '[]') AND v.value IS NOT NULL
            GROUP BY v.parameter, date_bin('2 minutes', v.at, $3)
            ORDER BY v.parameter, min(v.at)"#,
        patient.0,
        &devices,
        to_db(since),
        to_db(until),
    )
    .fetch_all(&mut **tx)
    .await?;
    let stretches = rows.into_iter().map(|row| {
        let (low, high) = ((from_db(row.low_at), row.low), (from_db(row.high_at), row.high));
        (row.parameter, low, high)
    });
    let series = lines(&DRAWN, stretches);
    let by_hand = [
        (DRAWN[0], (|line| line.arterial) as fn(&Observation) -> Option<i32>),
        (DRAWN[1], |line| line.venous),
        (DRAWN[2], |line| line.tmp),
    ];
    let by_hand = by_hand
        .into_iter()
        .filter(|(parameter, _)| series.iter().all(|lane| lane.parameter != *parameter))
        .map(|(parameter, of)| {
            let points = sheet.observations.iter().filter_map(|line| {
                let value = of(&line.what)?;
                (since..=until)
                    .contains(&line.by.at)
                    .then_some((line.by.at, value as f32))
            });
            Series {
                parameter,
                points: points.collect(),
            }
        })
        .filter(|lane| !lane.points.is_empty())
        .collect();
    let written = sheet.observations.iter().filter_map(|line| {
        let pressure = line.what.pressure?;
        Some((line.by.at, pressure.systolic.0 as f32, pressure.diastolic.0 as f32))
    });
    Ok(Some(Course {
        since,
        until,
        series,
        by_hand,
        written: written.filter(|(at, ..)| (since..=until).contains(at)).collect(),
        zone: zone_of_actor(tx, ctx).await?,
    }))
}
