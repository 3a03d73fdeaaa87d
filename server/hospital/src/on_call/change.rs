//! An administrator changes the on-call table. A shift and a plan end and are never changed; who was on call when stays known.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{HospitalId, UserId, WardId};
use domain::invalid::Invalid;
use domain::on_call::typed::{PlanTyped, ShiftTyped, StandInTyped};
use uuid::Uuid;

use crate::audit::{self, Entry};
use crate::care::colleague;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::on_the_wall;
use crate::time::to_db;

/// Who may be on call.
pub(super) const ROLES: [Role; 3] = [Role::Doctor, Role::Nurse, Role::Technician];
/// Shifts of one hospital that hold at a time.
const MOST: i64 = 500;

/// A shift that comes every week, for a ward or for the house (`None`): one row for each day.
///
/// # Errors
/// Invalid for what cannot be read, for somebody who is none of doctor, nurse and technician here, and for a ward of another hospital; a conflict where somebody is on call in that
/// rank at that time; denied for whoever does not run the hospital.
pub async fn add_shift(ctx: &Ctx, place: Option<WardId>, user: UserId, typed: &ShiftTyped) -> Result<()> {
    let (mut tx, hospital, by) = begin(ctx).await?;
    let read = typed.read();
    check(&mut tx, ctx, hospital, user, read.as_ref().err().map(Vec::as_slice)).await?;
    let (rank, days, from, minutes) = read.map_err(HospitalError::Invalid)?;
    let many = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM on_call_shift WHERE hospital_id = $1 AND upper_inf(during)"#,
        hospital.0
    )
    .fetch_one(&mut *tx)
    .await?;
    if many >= MOST {
        return Err(HospitalError::Conflict(
            "There are 500 shifts already. End some that are no longer needed.",
        ));
    }
    for day in days {
        sqlx::query!(
            "INSERT INTO on_call_shift (id, hospital_id, ward_id, rank, user_id, weekday, from_minute, minutes, made_by, during)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, tstzrange($10, NULL))",
            Uuid::now_v7(),
            hospital.0,
            place.map(|ward| ward.0),
            rank.number(),
            user.0,
            day.iso(),
            kept(from),
            kept(minutes),
            by.0,
            to_db(ctx.now()),
        )
        .execute(&mut *tx)
        .await
        .map_err(told)?;
    }
    done(tx, ctx, hospital, "on_call.add_shift").await
}

/// A shift comes no more from now on.
///
/// # Errors
/// Not found for one that does not hold in this hospital; denied as of [`add_shift`].
pub async fn end_shift(ctx: &Ctx, shift: Uuid) -> Result<()> {
    let (mut tx, hospital, by) = begin(ctx).await?;
    let ended = sqlx::query!(
        "UPDATE on_call_shift
            SET during = tstzrange(lower(during), greatest($3, lower(during) + '1 microsecond'::interval)), ended_by = $4
          WHERE id = $1 AND hospital_id = $2 AND upper_inf(during)",
        shift,
        hospital.0,
        to_db(ctx.now()),
        by.0,
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() != 1 {
        return Err(HospitalError::NotFound);
    }
    done(tx, ctx, hospital, "on_call.end_shift").await
}

/// Somebody stands in from one time on the wall to another, on the same day or over one midnight.
///
/// # Errors
/// As of [`add_shift`]; invalid for an end that is past.
pub async fn stand_in(ctx: &Ctx, place: Option<WardId>, user: UserId, typed: &StandInTyped) -> Result<()> {
    let (mut tx, hospital, by) = begin(ctx).await?;
    let read = typed.read();
    check(&mut tx, ctx, hospital, user, read.as_ref().err().map(Vec::as_slice)).await?;
    let read = read.map_err(HospitalError::Invalid)?;
    let zone = sqlx::query_scalar!("SELECT zone FROM hospital WHERE id = $1", hospital.0)
        .fetch_one(&mut *tx)
        .await?;
    let last = read.day.plus(i64::from(read.over_midnight));
    let from = on_the_wall(&zone, read.day.date(), read.from);
    let until = on_the_wall(&zone, last.date(), read.until);
    let Some((from, until)) = from.zip(until).filter(|(from, until)| from < until) else {
        return Err(HospitalError::Invalid(vec![Invalid::new("day", "Choose a day.")]));
    };
    if until <= ctx.now() {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "until",
            "Choose an end that lies ahead.",
        )]));
    }
    sqlx::query!(
        "INSERT INTO on_call_exception (id, hospital_id, ward_id, rank, user_id, during, reason, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, tstzrange($6, $7), $8, $9, $10)",
        Uuid::now_v7(),
        hospital.0,
        place.map(|ward| ward.0),
        read.rank.number(),
        user.0,
        to_db(from),
        to_db(until),
        read.reason,
        by.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, hospital, "on_call.stand_in").await
}

/// They do not stand in, or no longer: the week holds again.
///
/// # Errors
/// Not found for an exception that does not hold in this hospital; denied as of [`add_shift`].
pub async fn end_stand_in(ctx: &Ctx, exception: Uuid) -> Result<()> {
    let (mut tx, hospital, by) = begin(ctx).await?;
    let ended = sqlx::query!(
        "UPDATE on_call_exception SET ended_by = $3, ended_at = $4 WHERE id = $1 AND hospital_id = $2 AND ended_at IS NULL",
        exception,
        hospital.0,
        by.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() != 1 {
        return Err(HospitalError::NotFound);
    }
    done(tx, ctx, hospital, "on_call.end_stand_in").await
}

/// After how long each is told from now on, for a ward or for the house. The plan that held ends.
///
/// # Errors
/// Invalid for what cannot be read; denied as of [`add_shift`].
pub async fn set_plan(ctx: &Ctx, place: Option<WardId>, typed: &PlanTyped) -> Result<()> {
    let (mut tx, hospital, by) = begin(ctx).await?;
    let plan = typed.read().map_err(HospitalError::Invalid)?;
    let now = to_db(ctx.now());
    let ward = place.map(|ward| ward.0);
    let ended = sqlx::query_scalar!(
        r#"UPDATE on_call_plan
              SET during = tstzrange(lower(during), greatest($3, lower(during) + '1 microsecond'::interval)), ended_by = $4
            WHERE hospital_id = $1 AND ward_id IS NOT DISTINCT FROM $2 AND upper_inf(during)
        RETURNING upper(during) AS "at!""#,
        hospital.0,
        ward,
        now,
        by.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let [first, second, third] = plan.after.map(kept);
    sqlx::query!(
        "INSERT INTO on_call_plan (id, hospital_id, ward_id, first_after, second_after, third_after, medium_from, medium_until, low_from, low_until, made_by, during)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, tstzrange($12, NULL))",
        Uuid::now_v7(),
        hospital.0,
        ward,
        first,
        second,
        third,
        plan.medium_quiet.map(|(from, _)| kept(from)),
        plan.medium_quiet.map(|(_, until)| kept(until)),
        plan.low_quiet.map(|(from, _)| kept(from)),
        plan.low_quiet.map(|(_, until)| kept(until)),
        by.0,
        ended.unwrap_or(now),
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, hospital, "on_call.set_plan").await
}

/// A transaction of whoever sets the table.
async fn begin(ctx: &Ctx) -> Result<(Tx, HospitalId, UserId)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let tx = ctx.begin(Action::SetOnCall, &Subject::Hospital(hospital)).await?;
    let by = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::SetOnCall.name()))?;
    Ok((tx, hospital, by))
}

/// Whether `user` can be on call here; beside it what else is wrong, so that a form says all of it at once.
async fn check(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, user: UserId, faults: Option<&[Invalid]>) -> Result<()> {
    let who = colleague(tx, hospital, user, ctx.now()).await?;
    if who.is_some_and(|who| who.is_one_of(&ROLES)) {
        return Ok(());
    }
    let nobody = Invalid::new("person", "Choose a doctor, a nurse or a technician of this hospital.");
    let others = faults.unwrap_or_default().iter().cloned();
    Err(HospitalError::Invalid(std::iter::once(nobody).chain(others).collect()))
}

fn told(error: sqlx::Error) -> HospitalError {
    let error = HospitalError::from(error);
    match error.violated() {
        Some("on_call_shift_one_person" | "on_call_exception_one_person") => {
            HospitalError::Conflict("Somebody is on call in this rank at that time. End that first.")
        }
        Some("on_call_plan_once") => HospitalError::Conflict("Somebody has set this just now. Load the page again."),
        Some(
            "on_call_shift_ward_of_hospital" | "on_call_exception_ward_of_hospital" | "on_call_plan_ward_of_hospital",
        ) => HospitalError::Invalid(vec![Invalid::new("ward", "Choose a ward of this hospital.")]),
        _ => error,
    }
}

async fn done(mut tx: Tx, ctx: &Ctx, hospital: HospitalId, what: &'static str) -> Result<()> {
    let entry = Entry::change(what, Action::SetOnCall, &Subject::Hospital(hospital));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// As the database keeps minutes and seconds: the rules let nothing in that is more.
fn kept(value: u16) -> i16 {
    i16::try_from(value).unwrap_or(i16::MAX)
}
