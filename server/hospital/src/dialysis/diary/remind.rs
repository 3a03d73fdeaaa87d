//! Tells everybody the day before: the house's own work, once an hour. Each session is told of once.

use domain::ids::{HospitalId, PatientId};
use domain::time::Moment;

use super::wait::tell_patient;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::jobs;
use crate::notices::Kind as Told;
use crate::time::to_db;

/// How long before a session it is told of, in seconds: a day and the hour in which this looks.
const BEFORE: f64 = 25.0 * 3_600.0;
/// What is booked so shortly before needs no reminder: whoever booked it knows.
const LEAST: f64 = 3.0 * 3_600.0;

/// Of how many sessions is told in one transaction.
const BATCH: usize = 200;

/// Reminds of every session that begins within a day, in any hospital; answers of how many. Those who wait in vain for days that are over wait no longer.
///
/// # Errors
/// When the database is away.
pub async fn remind(ctx: &Ctx) -> Result<usize> {
    let mut all = 0;
    loop {
        let told = remind_some(ctx).await?;
        all += told;
        // Each that was told of is not found again, so it ends.
        if told < BATCH {
            return Ok(all);
        }
    }
}

async fn remind_some(ctx: &Ctx) -> Result<usize> {
    let mut tx = jobs::begin(ctx).await?;
    let now = ctx.now();
    let until: Moment = now.plus_seconds(BEFORE);
    let rows = sqlx::query!(
        r#"SELECT   s.id, s.patient_id, s.hospital_id
           FROM     dialysis_session s
           WHERE    s.state = 'booked' AND lower(s.planned) > $1 AND lower(s.planned) <= $2
             AND    s.booked_at < lower(s.planned) - make_interval(secs => $3)
             AND    NOT EXISTS (SELECT FROM dialysis_reminder r WHERE r.session_id = s.id)
           ORDER BY lower(s.planned), s.id
           LIMIT    200"#,
        to_db(now),
        to_db(until),
        LEAST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let told = rows.len();
    let mut entries = Vec::with_capacity(told);
    for row in rows {
        let written = sqlx::query!(
            "INSERT INTO dialysis_reminder (session_id, told_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            row.id,
            to_db(now)
        )
        .execute(&mut *tx)
        .await?;
        if written.rows_affected() == 0 {
            continue;
        }
        let (patient, hospital) = (PatientId(row.patient_id), HospitalId(row.hospital_id));
        tell_patient(&mut tx, ctx, patient, hospital, Told::DialysisTomorrow).await?;
        let right = domain::access::Action::RunJobs;
        entries.push(Entry::changed("diary.remind", right, patient, Kind::Dialysis));
    }
    sqlx::query!(
        "UPDATE dialysis_wait SET ended_at = $1, ended_because = 'over' WHERE ended_at IS NULL AND until_day < ($1::timestamptz)::date - 1",
        to_db(now)
    )
    .execute(&mut *tx)
    .await?;
    audit::record_in(&mut tx, ctx, entries).await?;
    tx.commit().await?;
    Ok(told)
}
