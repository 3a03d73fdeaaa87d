//! What recurs over somebody's last sessions: pressures that go one way from week to week, and what is gained before each day of the week.

use std::collections::HashMap;

use domain::dialysis::patterns::{AtFlow, ByDay, Found, Pattern, Point, at_one_flow, find, gain_by_weekday};
use domain::dialysis::places::Day;
use domain::dialysis::{Kilograms, weights};
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::patient::Treated;
use crate::ctx::Tx;
use crate::error::Result;

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
pub(crate) async fn over(tx: &mut Tx, sessions: &[Treated], dry: Option<Kilograms>, zone: &Zone) -> Result<Recurs> {
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
            [(_, one), (day, next)] => Some((*day, weights::gain(next.weights.0?, one.weights.1, dry)?.absolute.0)),
            _ => None,
        })
        .collect();
    let points = |of: fn(&Treated) -> Option<f64>| -> Vec<Point> {
        ran.iter()
            .filter_map(|(day, session)| Some(Point::on(*day, of(session)?)))
            .collect()
    };
    let lines = lines(tx, &ran).await?;
    let at_flow = |of: fn(&Line) -> i16| -> (Option<i32>, Vec<Point>) {
        let readings: Vec<AtFlow> = ran
            .iter()
            .filter_map(|(day, session)| {
                let line = lines.get(&session.id)?;
                Some(AtFlow {
                    point: Point::on(*day, f64::from(of(line))),
                    blood_flow: line.flow.into(),
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

/// The pressures of the lines as they were first written in a session.
struct Line {
    flow: i16,
    venous: i16,
    arterial: i16,
}

async fn lines(tx: &mut Tx, ran: &[(Day, &Treated)]) -> Result<HashMap<Uuid, Line>> {
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
            flow: row.flow,
            venous: row.venous,
            arterial: row.arterial,
        };
        (row.session_id, line)
    });
    Ok(lines.collect())
}
