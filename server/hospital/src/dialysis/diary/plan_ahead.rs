//! The weekly plan books itself: once an hour the house books the days to come of every line, so many ahead, in the name of who made the line. What was booked, moved, left out or called
//! off is left as it is. What cannot be booked, because a chair is taken or a machine is not fit, is tried again the hour after, and stands among the missed until then.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::dialysis::places::{Day, Place};
use domain::ids::{HospitalId, PatientId, WardId};

use super::base::{Wall, days_of, from_date, to_date};
use super::plan::{Due, book_due, look_once};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::jobs;

/// How many days ahead the plan books itself. A setting of the house, not a clinical number: two weeks can be seen on the board and in the portal.
pub const AHEAD: i64 = 14;
/// Days of one turn and hospital: what is left comes an hour later.
const MOST: usize = 2_000;

/// Books in every hospital; answers how many sessions. One that cannot be looked at holds up no other.
///
/// # Errors
/// When the database is away.
pub async fn book_ahead(house: &Arc<House>) -> Result<usize> {
    let everywhere = jobs::at_work(house);
    let mut tx = jobs::begin(&everywhere).await?;
    let hospitals = sqlx::query_scalar!("SELECT h.id FROM hospital h ORDER BY h.id")
        .fetch_all(&mut *tx)
        .await?;
    tx.commit().await?;
    let (mut booked, mut failed) = (0, None);
    for hospital in hospitals {
        match book_hospital(house, HospitalId(hospital)).await {
            Ok(here) => booked += here,
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(booked), Err)
}

async fn book_hospital(house: &Arc<House>, hospital: HospitalId) -> Result<usize> {
    let actor = Actor::Worker {
        task: Task::Jobs,
        hospital: Some(hospital),
    };
    let ctx = Ctx::of_worker(house, actor);
    let due = due(&ctx, hospital).await?;
    let (mut booked, mut failed) = (0, None);
    for line in due.iter().take(MOST) {
        let tx = ctx.begin(Action::RunJobs, &Subject::Hospital(hospital)).await?;
        match book_due(tx, &ctx, (hospital, Action::RunJobs), line).await {
            Ok(()) => booked += 1,
            // The chair is taken, the machine is not fit, nothing is prescribed any more: the next hour looks again.
            Err(HospitalError::Invalid(_) | HospitalError::Conflict(_)) => {}
            Err(error) => {
                failed = Some(error);
                break;
            }
        }
    }
    if booked > 0 {
        let tx = ctx.begin(Action::RunJobs, &Subject::Hospital(hospital)).await?;
        look_once(tx, &ctx, hospital).await?;
    }
    failed.map_or(Ok(booked), Err)
}

/// Every day of a line from today on that has no session and is not left out, the nearest first.
async fn due(ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Due>> {
    let mut tx = ctx.begin(Action::RunJobs, &Subject::Hospital(hospital)).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let last = wall.today.plus(AHEAD);
    let rows = sqlx::query!(
        r#"SELECT   l.id, l.patient_id, l.station_id, l.shift_id, l.weekday, l.minutes, l.during, l.made_by, c.ward_id,
                    ARRAY(SELECT k.day      FROM dialysis_plan_skip k WHERE k.plan_id = l.id AND k.day BETWEEN $2 AND $3
                          UNION
                          SELECT s.plan_day FROM dialysis_session s   WHERE s.plan_id = l.id AND s.plan_day BETWEEN $2 AND $3) AS "known!: Vec<time::Date>"
           FROM     dialysis_plan l
           JOIN     station c ON c.id = l.station_id AND c.retired_at IS NULL
           WHERE    l.hospital_id = $1 AND l.during && daterange($2, $3, '[]')
           ORDER BY l.id
           LIMIT    3000"#,
        hospital.0,
        to_date(wall.today),
        to_date(last),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let mut due = Vec::new();
    for row in rows {
        let Some((from, until)) = days_of(&row.during) else {
            continue;
        };
        let holds = |day: Day| {
            day.weekday().iso() == row.weekday
                && from <= day
                && until.is_none_or(|until| day < until)
                && row.known.iter().all(|known| from_date(*known) != day)
        };
        let days = (0..=AHEAD).map(|days| wall.today.plus(days)).filter(|day| holds(*day));
        due.extend(days.map(|day| Due {
            ward: WardId(row.ward_id),
            patient: PatientId(row.patient_id),
            plan: (row.id, day),
            place: Place {
                day,
                shift: row.shift_id,
                station: row.station_id,
            },
            minutes: u16::try_from(row.minutes).unwrap_or(240),
            by: row.made_by,
        }));
    }
    due.sort_by_key(|line| line.plan.1);
    Ok(due)
}
