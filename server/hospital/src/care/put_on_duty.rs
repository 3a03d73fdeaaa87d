//! Somebody's duty on a ward begins or ends. It is known to their open pages within a second (`identity::sessions::watch`).

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{HospitalId, UserId, WardId};
use domain::invalid::Invalid;
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use std::ops::Bound;

use super::{colleague, not_oneself};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result, violated};
use crate::notices::whom::{name_of_actor, name_of_ward};
use crate::notices::{self, Kind, Notice};
use crate::time::to_db;

/// A doctor or nurse is on duty on `ward` from now on, until `until` when that is known.
///
/// Errors: invalid for oneself, for somebody who is neither, for a ward of another hospital, and for an end that is past; a conflict when they are on duty there already.
pub async fn put_on_duty(ctx: &Ctx, user: UserId, ward: WardId, until: Option<Moment>) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::AssignCare, &Subject::Ward { ward, hospital }).await?;
    not_oneself(ctx, user, "person")?;
    let now = ctx.now();
    let mut faults = Vec::new();
    let who = colleague(&mut tx, hospital, user, now).await?;
    if !who.is_some_and(|who| who.is_one_of(&[Role::Doctor, Role::Nurse])) {
        faults.push(Invalid::new("person", "Choose a doctor or a nurse of this hospital."));
    }
    if until.is_some_and(|until| until <= now) {
        faults.push(Invalid::new("until", "Choose an end that lies ahead."));
    }
    if !faults.is_empty() {
        return Err(HospitalError::Invalid(faults));
    }
    let during = PgRange {
        start: Bound::Included(to_db(now)),
        end: until.map_or(Bound::Unbounded, |until| Bound::Excluded(to_db(until))),
    };
    sqlx::query!(
        "INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ($1, $2, $3, $4)",
        user.0,
        ward.0,
        hospital.0,
        during,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("ward_duty_once") => HospitalError::Conflict("They are on duty on this ward already."),
        Some("ward_duty_ward_of_hospital" | "ward_duty_ward_retired") => {
            HospitalError::Invalid(vec![Invalid::new("ward", "Choose a ward of this hospital.")])
        }
        _ => error.into(),
    })?;
    let about = [Subject::Ward { ward, hospital }, Subject::Colleague { user, hospital }];
    let entries = about.map(|subject| Entry::change("duty.begin", Action::AssignCare, &subject));
    tell(&mut tx, ctx, Kind::DutyGiven, (user, hospital), ward).await?;
    audit::record_in(&mut tx, ctx, entries).await?;
    Ok(tx.commit().await?)
}

/// Their duty on `ward` ends now.
///
/// Errors: a conflict when they are not on duty there.
pub async fn end_duty(ctx: &Ctx, user: UserId, ward: WardId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::AssignCare, &Subject::Ward { ward, hospital }).await?;
    let ended = sqlx::query!(
        "UPDATE ward_duty
            SET during = tstzrange(lower(during), greatest($4, lower(during) + interval '1 microsecond'))
          WHERE user_id = $1 AND ward_id = $2 AND hospital_id = $3 AND during @> $4::timestamptz",
        user.0,
        ward.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() != 1 {
        return Err(HospitalError::Conflict("They are not on duty on this ward now."));
    }
    let about = [Subject::Ward { ward, hospital }, Subject::Colleague { user, hospital }];
    let entries = about.map(|subject| Entry::change("duty.end", Action::AssignCare, &subject));
    tell(&mut tx, ctx, Kind::DutyEnded, (user, hospital), ward).await?;
    audit::record_in(&mut tx, ctx, entries).await?;
    Ok(tx.commit().await?)
}

async fn tell(tx: &mut Tx, ctx: &Ctx, kind: Kind, (user, hospital): (UserId, HospitalId), ward: WardId) -> Result<()> {
    let (by, ward) = (name_of_actor(tx, ctx).await?, name_of_ward(tx, ward).await?);
    notices::tell(tx, ctx, user, Notice::of(kind).at(hospital).by(by).with(ward)).await
}
