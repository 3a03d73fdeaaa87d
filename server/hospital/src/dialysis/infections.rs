//! What somebody carries that others must not get. The newest result of each agent holds, by the day of the test: which it is says the database (`infection_now`), for this page, for who
//! books (`isolation_needed`) and for the chair.

use domain::access::Action;
use domain::dialysis::infection::{Agent, Found, Infection as Tested, Typed};
use domain::ids::PatientId;
use domain::time::Moment;
use time::{Date, Month};
use uuid::Uuid;

use super::{Here, done, unsuited};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// One result, with who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Infection {
    /// What was found.
    pub what: Tested,
    /// When it was written.
    pub at: Moment,
    /// By whom; none where the reader is not shown it.
    pub by: Option<String>,
}

/// The newest of each agent, for a verb that has decided who reads it.
pub(crate) async fn now(tx: &mut Tx, patient: PatientId) -> Result<Vec<Infection>> {
    let rows = sqlx::query!(
        r#"SELECT   i.agent AS "agent!", i.result AS "result!", i.isolate AS "isolate!", i.tested_on AS "tested_on!", i.recorded_at AS "recorded_at!", u.display_name AS "by?"
           FROM     infection_now($1, NULL) AS i
           LEFT JOIN app_user u ON u.id = i.recorded_by"#,
        patient.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut found: Vec<Infection> = rows
        .into_iter()
        .map(|row| Infection {
            what: Tested {
                agent: Agent::parse(&row.agent).unwrap_or(Agent::Other),
                result: Found::parse(&row.result).unwrap_or(Found::Pending),
                isolate: row.isolate,
                tested_on: (row.tested_on.year(), row.tested_on.month().into(), row.tested_on.day()),
            },
            at: from_db(row.recorded_at),
            by: row.by,
        })
        .collect();
    found.sort_by_key(|it| it.what.agent);
    Ok(found)
}

/// Writes a result. Answers whether something that is booked suits them no longer, so that whoever writes it moves that.
///
/// # Errors
/// Invalid, field by field.
pub async fn add(ctx: &Ctx, patient: PatientId, typed: &Typed) -> Result<bool> {
    let mut tx = ctx.begin_with_patient(Action::RunDialysis, patient).await?;
    let here = Here::of(ctx, Action::RunDialysis)?;
    let today = zone_of_actor(&mut tx, ctx).await?.civil(ctx.now());
    let it = typed.read(today).map_err(HospitalError::Invalid)?;
    let (year, month, day) = it.tested_on;
    let day = Month::try_from(month)
        .and_then(|month| Date::from_calendar_date(year, month, day))
        .map_err(|_| super::refusal::wrong("tested_on", "Enter the day of the test."))?;
    sqlx::query!(
        "INSERT INTO infection_status (id, patient_id, hospital_id, agent, result, isolate, tested_on, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Uuid::now_v7(),
        patient.0,
        here.hospital,
        it.agent.name(),
        it.result.name(),
        it.isolate,
        day,
        to_db(ctx.now()),
        here.user,
    )
    .execute(&mut *tx)
    .await?;
    let suits = unsuited::of(&mut tx, ctx, patient).await?.is_empty();
    done(tx, ctx, "infection_status.add", Action::RunDialysis, patient).await?;
    Ok(!suits)
}
