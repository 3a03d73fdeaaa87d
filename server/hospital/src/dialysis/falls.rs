//! What both definitions of a fall of the pressure look at (`domain::dialysis::hypotension::Seen`): pressures that somebody wrote and that a machine or a monitor measured, symptoms, and
//! what was done, while blood ran. Of many sessions in three questions.
//!
//! Readings of a day are told over into minutes once it is over (`telemetry::minutes`), and go after a month: so a session of a told day is read from its minutes, one of today from its
//! readings. Of every two minutes the lowest pressure is enough.
//!
//! And [`running`]: the threshold of the primary definition as the alarms watch it while blood runs, loaded as `fluid_plan` is.

use std::collections::HashMap;

use domain::alerts::Rule;
use domain::dialysis::before::Pressure;
use domain::dialysis::during::{EventKind, InterventionKind};
use domain::dialysis::hypotension::Seen;
use domain::dialysis::quantities::MmHg;
use domain::ids::{HospitalId, PatientId};
use domain::time::Moment;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::ctx::Tx;
use crate::error::Result;
use crate::time::{from_db, to_db};

/// The low limit of the systolic pressure of each of these patients whose session runs, where the pressure before makes it another than the published one ([`Rule::of_session`]).
pub(crate) async fn running(
    connection: &mut PgConnection,
    hospital: HospitalId,
    patients: &[Uuid],
) -> std::result::Result<HashMap<PatientId, Rule>, sqlx::Error> {
    if patients.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        "SELECT s.patient_id, f.lying_systolic
           FROM dialysis_session s
           JOIN session_started b ON b.session_id = s.id
           JOIN session_before f  ON f.id = b.before_id
          WHERE s.patient_id = ANY ($1) AND s.hospital_id = $2 AND s.state = 'running'",
        patients,
        hospital.0,
    )
    .fetch_all(connection)
    .await?;
    let rules = rows.into_iter().filter_map(|row| {
        let rule = Rule::of_session(MmHg(row.lying_systolic.into()))?;
        Some((PatientId(row.patient_id), rule))
    });
    Ok(rules.collect())
}

/// A session and when blood ran in it; the end is now while it runs.
pub(super) type Ran = (Uuid, Moment, Moment);

/// Of these sessions of one patient, for a verb that has decided who reads them.
pub(super) async fn seen(tx: &mut Tx, patient: PatientId, ran: &[Ran]) -> Result<HashMap<Uuid, Seen>> {
    let mut found: HashMap<Uuid, Seen> = ran.iter().map(|(id, ..)| (*id, Seen::default())).collect();
    if ran.is_empty() {
        return Ok(found);
    }
    for (session, at, above, below) in measured(tx, patient, ran).await? {
        // What a machine sends the wrong way round is no pressure.
        if let Some(seen) = found.get_mut(&session).filter(|_| below < above) {
            seen.pressures
                .push((at, Pressure::of(f64::from(above), f64::from(below))));
        }
    }
    written(tx, ran, &mut found).await?;
    for (id, from, until) in ran {
        if let Some(seen) = found.remove(id) {
            found.insert(*id, seen.within(*from, Some(*until)));
        }
    }
    Ok(found)
}

/// By a machine: session, when, systolic, diastolic. What it says of the minutes stands in `forecast::gather` as well, and is to be changed there too. It is not one query, because this one reads a few
/// sessions of one person at once, those of today from their readings, and the other thousands, of minutes alone and with the rates of the same rows: either would read what only the other needs.
async fn measured(tx: &mut Tx, patient: PatientId, ran: &[Ran]) -> Result<Vec<(Uuid, Moment, f32, f32)>> {
    let ids: Vec<Uuid> = ran.iter().map(|(id, ..)| *id).collect();
    let from: Vec<OffsetDateTime> = ran.iter().map(|(_, from, _)| to_db(*from)).collect();
    let until: Vec<OffsetDateTime> = ran.iter().map(|(.., until)| to_db(*until)).collect();
    let rows = sqlx::query!(
        r#"SELECT DISTINCT ON (v.id, v.slot) v.id AS "id!", v.at AS "at!", v.above AS "above!", v.below AS "below!"
             FROM (SELECT t.id, m.minute AS at, date_bin('2 minutes', m.minute, t.began) AS slot,
                          coalesce(m.systolic_low, m.systolic) AS above, coalesce(m.diastolic_low, m.diastolic) AS below
                     FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS t (id, began, ended)
                     JOIN joined($1) AS j ON true
                     JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id) AND s.during && tstzrange(t.began, t.ended, '[]')
                     JOIN reading_minute m ON m.session_id = s.id AND m.minute >= t.began AND m.minute < t.ended
                    WHERE m.systolic IS NOT NULL AND m.diastolic IS NOT NULL
                   UNION ALL
                   SELECT t.id, r.taken_at, date_bin('2 minutes', r.taken_at, t.began), r.systolic, r.diastolic
                     FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS t (id, began, ended)
                     JOIN joined($1) AS j ON true
                     JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id) AND s.during && tstzrange(t.began, t.ended, '[]')
                     JOIN reading r ON r.device_id = s.device_id AND s.during @> r.taken_at AND r.taken_at >= t.began AND r.taken_at <= t.ended
                    WHERE r.systolic IS NOT NULL AND r.diastolic IS NOT NULL
                      AND (NOT EXISTS (SELECT FROM reading_told d WHERE d.day = (t.began AT TIME ZONE 'UTC')::date)
                        OR NOT EXISTS (SELECT FROM reading_told d WHERE d.day = (t.ended AT TIME ZONE 'UTC')::date))) AS v
            ORDER BY v.id, v.slot, v.above, v.at"#,
        patient.0,
        &ids,
        &from,
        &until,
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows
        .into_iter()
        .map(|row| (row.id, from_db(row.at), row.above, row.below));
    Ok(lines.collect())
}

/// By hand: pressures, symptoms, and what was done about a fall.
async fn written(tx: &mut Tx, ran: &[Ran], found: &mut HashMap<Uuid, Seen>) -> Result<()> {
    let ids: Vec<Uuid> = ran.iter().map(|(id, ..)| *id).collect();
    let rows = sqlx::query!(
        r#"SELECT   o.session_id, o.taken_at, o.systolic AS "systolic!", o.diastolic AS "diastolic!"
           FROM     session_observation o
           WHERE    o.session_id = ANY($1) AND o.systolic IS NOT NULL AND o.diastolic IS NOT NULL
           ORDER BY o.taken_at, o.id"#,
        &ids,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in rows {
        if let Some(seen) = found.get_mut(&row.session_id) {
            let pressure = Pressure::of(row.systolic.into(), row.diastolic.into());
            seen.pressures.push((from_db(row.taken_at), pressure));
        }
    }
    let symptoms = EventKind::ALL.iter().filter(|kind| kind.is_symptom());
    let symptoms: Vec<String> = symptoms.map(|kind| kind.name().to_owned()).collect();
    let done = InterventionKind::ALL.iter().filter(|kind| kind.is_against_a_fall());
    let done: Vec<String> = done.map(|kind| kind.name().to_owned()).collect();
    let rows = sqlx::query!(
        r#"SELECT e.session_id AS "session_id!", e.at AS "at!", true AS "symptom!" FROM session_event e WHERE e.session_id = ANY($1) AND e.kind = ANY($2)
           UNION ALL
           SELECT i.session_id, i.at, false FROM session_intervention i WHERE i.session_id = ANY($1) AND i.kind = ANY($3)"#,
        &ids,
        &symptoms,
        &done,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in rows {
        if let Some(seen) = found.get_mut(&row.session_id) {
            let at = from_db(row.at);
            match row.symptom {
                true => seen.symptoms.push(at),
                false => seen.done.push(at),
            }
        }
    }
    Ok(())
}
