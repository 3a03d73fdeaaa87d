//! What somebody has in the diary already, in all of their records that were joined: what is booked or was held, and what the weekly plan still promises them.

use std::collections::HashMap;

use domain::dialysis::diary_wait::Kept;
use domain::dialysis::places::Day;
use domain::ids::PatientId;
use uuid::Uuid;

use super::base::{Wall, from_date, hours_of, range, to_date};
use crate::ctx::Tx;
use crate::error::Result;

/// Of each of these, in the weeks of `first` to `last`, with the night before and the day after.
pub(super) async fn kept_of(
    tx: &mut Tx,
    wall: &Wall,
    patients: &[PatientId],
    (first, last): (Day, Day),
) -> Result<HashMap<PatientId, Vec<Kept>>> {
    let mut kept: HashMap<PatientId, Vec<Kept>> = HashMap::new();
    let (monday, end) = (first.monday(), last.monday().plus(7));
    let Some(weeks) = wall.days(monday.plus(-1), end.0 - monday.0 + 2) else {
        return Ok(kept);
    };
    let patients: Vec<Uuid> = patients.iter().map(|patient| patient.0).collect();
    let sessions = sqlx::query!(
        r#"SELECT whose.id AS "patient_id!", s.id AS "id!", s.planned AS "planned!", s.state AS "state!", (s.patient_id = whose.id) AS "is_theirs!"
             FROM unnest($1::uuid[]) AS whose (id)
            CROSS JOIN LATERAL joined(whose.id) AS j
             JOIN dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
            WHERE s.planned && $2 AND s.state NOT IN ('cancelled', 'did_not_attend')"#,
        &patients,
        range(weeks),
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in sessions {
        let Some(hours) = hours_of(&row.planned) else {
            continue;
        };
        kept.entry(PatientId(row.patient_id)).or_default().push(Kept {
            // A session of a record that was joined is moved by staff alone.
            movable: (row.is_theirs && row.state == "booked" && hours.begins > wall.now).then_some(row.id),
            day: wall.day(hours.begins),
            hours: Some(hours),
        });
    }
    // Who waits or has a place in the plan is led to no other record (`patient_merge_no_diary`).
    let promised = sqlx::query!(
        r#"SELECT p.patient_id, d.day AS "day!"
             FROM dialysis_plan p
            CROSS JOIN LATERAL (SELECT $2::date + n AS day FROM generate_series(0, $3::date - $2::date - 1) AS n) AS d
            WHERE p.patient_id = ANY ($1) AND p.during @> d.day AND extract(isodow FROM d.day) = p.weekday AND d.day >= $4
              AND NOT EXISTS (SELECT FROM dialysis_plan_skip k WHERE k.plan_id = p.id AND k.day = d.day)
              AND NOT EXISTS (SELECT FROM dialysis_session s WHERE s.plan_id = p.id AND s.plan_day = d.day)"#,
        &patients,
        to_date(monday),
        to_date(end),
        to_date(wall.today),
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in promised {
        kept.entry(PatientId(row.patient_id)).or_default().push(Kept {
            movable: None,
            day: from_date(row.day),
            hours: None,
        });
    }
    Ok(kept)
}

/// Of one of them, in the weeks of `first` to `last`.
pub(super) async fn own(tx: &mut Tx, wall: &Wall, patient: PatientId, days: (Day, Day)) -> Result<Vec<Kept>> {
    let mut kept = kept_of(tx, wall, &[patient], days).await?;
    Ok(kept.remove(&patient).unwrap_or_default())
}
