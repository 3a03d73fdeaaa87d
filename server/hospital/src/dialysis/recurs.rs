//! What recurs over somebody's last sessions: pressures that go one way from week to week, and what is gained before each day of the week.

use std::collections::HashMap;

use domain::dialysis::patterns::{AtFlow, ByDay, Found, Pattern, Point, at_one_flow, find, gain_by_weekday};
use domain::dialysis::places::Day;
use domain::dialysis::weights;
use domain::ids::PatientId;
use domain::time::{Moment, Zone};
use time::OffsetDateTime;
use uuid::Uuid;

use super::patient::Treated;
use crate::ctx::Tx;
use crate::error::Result;
use crate::time::to_db;

/// What was looked at for one pattern: the values, the oldest first, and whether they show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// What was looked for.
    pub pattern: Pattern,
    /// A value of each session.
    pub points: Vec<Point>,
    /// The line, where it goes that way by more than chance.
    pub found: Option<Found>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recurs {
    /// What was looked at: all patterns of which there is a value.
    pub looked: Vec<Looked>,
    /// The blood flow at which the pressures of the lines are compared, mL/min.
    pub flow: Option<i32>,
    /// Weight gained before each day of the week, kg.
    pub gains: Vec<ByDay>,
    /// Over how many sessions.
    pub of: usize,
}

/// Over these sessions, for a verb that has decided who reads them.
pub(crate) async fn over(tx: &mut Tx, patient: PatientId, sessions: &[Treated], zone: &Zone) -> Result<Recurs> {
    let day = |at: Moment| {
        let on = zone.civil(at);
        Day::of(on.year, on.month, on.day)
    };
    let mut ran: Vec<(Day, &Treated)> = sessions
        .iter()
        .filter(|session| session.stage.is_ended())
        .filter_map(|session| Some((day(session.ran.0?)?, session)))
        .collect();
    ran.reverse();
    let gains: Vec<(Day, f64)> = ran
        .windows(2)
        .filter_map(|pair| match pair {
            // In kilograms: no dry weight has a part in it, neither that of then nor that of today.
            [(_, one), (day, next)] => Some((*day, weights::gain(next.weights.0?, one.weights.1, None)?.absolute.0)),
            _ => None,
        })
        .collect();
    let points = |of: fn(&Treated) -> Option<f64>| -> Vec<Point> {
        ran.iter()
            .filter_map(|(day, session)| Some(Point::on(*day, of(session)?)))
            .collect()
    };
    let lines = lines(tx, patient, &ran).await?;
    let at_flow = |of: fn(&Line) -> f64| -> (Option<i32>, Vec<Point>) {
        let readings: Vec<AtFlow> = ran
            .iter()
            .filter_map(|(day, session)| {
                let line = lines.get(&session.id)?;
                Some(AtFlow {
                    point: Point::on(*day, of(line)),
                    blood_flow: line.flow,
                })
            })
            .collect();
        at_one_flow(&readings)
    };
    let (flow, venous) = at_flow(|line| line.venous);
    let (_, arterial) = at_flow(|line| line.arterial);
    let gained: Vec<Point> = gains.iter().map(|(day, gain)| Point::on(*day, *gain)).collect();
    let looked_for = [
        (Pattern::FallingPressure, points(|session| Some(session.systolic.1?.0))),
        (
            Pattern::FallingPressureBefore,
            points(|session| Some(session.systolic.0?.0)),
        ),
        (Pattern::RisingVenous, venous),
        (Pattern::FallingArterial, arterial),
        (Pattern::RisingGain, gained),
    ];
    Ok(Recurs {
        looked: looked_for
            .into_iter()
            .filter(|(_, points)| !points.is_empty())
            .map(|(pattern, points)| Looked {
                pattern,
                found: find(pattern, &points),
                points,
            })
            .collect(),
        flow,
        gains: gain_by_weekday(&gains),
        of: ran.len(),
    })
}

/// The pressures of the lines in a session.
struct Line {
    flow: i32,
    venous: f64,
    arterial: f64,
}

/// As the machine measured them, else as they were first written.
async fn lines(tx: &mut Tx, patient: PatientId, ran: &[(Day, &Treated)]) -> Result<HashMap<Uuid, Line>> {
    let mut lines = written(tx, ran).await?;
    lines.extend(measured(tx, patient, ran).await?);
    Ok(lines)
}

/// By hand: the first line of each session that has all three.
async fn written(tx: &mut Tx, ran: &[(Day, &Treated)]) -> Result<HashMap<Uuid, Line>> {
    let sessions: Vec<Uuid> = ran.iter().map(|(_, session)| session.id).collect();
    let rows = sqlx::query!(
        r#"SELECT   DISTINCT ON (o.session_id) o.session_id, o.blood_flow AS "flow!", o.venous AS "venous!", o.arterial AS "arterial!"
           FROM     session_observation o
           WHERE    o.session_id = ANY($1) AND o.blood_flow IS NOT NULL AND o.venous IS NOT NULL AND o.arterial IS NOT NULL
           ORDER BY o.session_id, o.taken_at, o.id"#,
        &sessions
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| {
        let line = Line {
            flow: row.flow.into(),
            venous: row.venous.into(),
            arterial: row.arterial.into(),
        };
        (row.session_id, line)
    });
    Ok(lines.collect())
}

/// By the machine: the medians at the blood flow at which it ran longest, to 10 mL/min; a needle that was moved or a pump that was turned down for a while moves no median. Days that are
/// over are read from their minutes and others from their readings, as `falls` does.
async fn measured(tx: &mut Tx, patient: PatientId, ran: &[(Day, &Treated)]) -> Result<HashMap<Uuid, Line>> {
    let ended = ran
        .iter()
        .filter_map(|(_, session)| Some((session.id, session.ran.0?, session.ran.1?)));
    let ended: Vec<(Uuid, Moment, Moment)> = ended.collect();
    let ids: Vec<Uuid> = ended.iter().map(|(id, ..)| *id).collect();
    let from: Vec<OffsetDateTime> = ended.iter().map(|(_, from, _)| to_db(*from)).collect();
    let until: Vec<OffsetDateTime> = ended.iter().map(|(.., until)| to_db(*until)).collect();
    let rows = sqlx::query!(
        r#"WITH v AS (
               SELECT t.id, m.blood_flow AS flow, m.venous_pressure AS venous, m.arterial_pressure AS arterial
                 FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS t (id, began, ended)
                 JOIN joined($1) AS j ON true
                 JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id) AND s.during && tstzrange(t.began, t.ended, '[]')
                 JOIN reading_minute m ON m.session_id = s.id AND m.minute >= t.began AND m.minute < t.ended
                WHERE m.blood_flow > 0 AND m.venous_pressure IS NOT NULL AND m.arterial_pressure IS NOT NULL
               UNION ALL
               SELECT t.id, r.blood_flow, r.venous_pressure, r.arterial_pressure
                 FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS t (id, began, ended)
                 JOIN joined($1) AS j ON true
                 JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id) AND s.during && tstzrange(t.began, t.ended, '[]')
                 JOIN reading r ON r.device_id = s.device_id AND s.during @> r.taken_at AND r.taken_at >= t.began AND r.taken_at <= t.ended
                WHERE r.blood_flow > 0 AND r.venous_pressure IS NOT NULL AND r.arterial_pressure IS NOT NULL
                  AND (NOT EXISTS (SELECT FROM reading_told d WHERE d.day = (t.began AT TIME ZONE 'UTC')::date)
                    OR NOT EXISTS (SELECT FROM reading_told d WHERE d.day = (t.ended AT TIME ZONE 'UTC')::date))
           ), f AS (
               SELECT v.id, mode() WITHIN GROUP (ORDER BY round(v.flow / 10) * 10) AS flow FROM v GROUP BY v.id
           )
           SELECT v.id AS "id!", f.flow::int AS "flow!", percentile_cont(0.5) WITHIN GROUP (ORDER BY v.venous::float8) AS "venous!",
                  percentile_cont(0.5) WITHIN GROUP (ORDER BY v.arterial::float8) AS "arterial!"
             FROM v JOIN f ON f.id = v.id
            WHERE abs(v.flow - f.flow) <= 10
            GROUP BY v.id, f.flow"#,
        patient.0,
        &ids,
        &from,
        &until,
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| {
        let line = Line {
            flow: row.flow,
            venous: row.venous,
            arterial: row.arterial,
        };
        (row.id, line)
    });
    Ok(lines.collect())
}
