//! One right, granted or denied to one person until a day, with a reason. It holds on their open pages within a second (`identity::sessions::watch`).

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::invalid::{Invalid, is_printable};
use time::Date;
use time::macros::format_description;
use uuid::Uuid;

use crate::audit::{self, Entry};
use crate::care::colleague;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result, violated};
use crate::time::to_db;

/// The longest reason, in characters.
const REASON: usize = 500;

/// What an admin wishes, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Whom it is for.
    pub user: UserId,
    /// The name of the right.
    pub action: String,
    /// Granted, or denied.
    pub allowed: bool,
    /// The last day on which it holds, as `2026-12-24`.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// Grants or denies a right to one person, until the end of a day on the hospital's clock, a year ahead at most.
///
/// Errors: invalid for oneself, for a right that is not for others to give, and for a day that is no day ahead; a conflict when an exception of this right holds
/// for them already.
pub async fn except(ctx: &Ctx, wish: Wish) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let maker = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Colleague {
        user: wish.user,
        hospital,
    };
    let mut tx = ctx.begin(Action::ManageRights, &subject).await?;
    let reason = wish.reason.trim();
    let mut faults = Vec::new();
    if wish.user == maker {
        faults.push(Invalid::new(
            "person",
            "Nobody makes an exception for themselves. Ask another administrator.",
        ));
    } else if colleague(&mut tx, hospital, wish.user, ctx.now()).await?.is_none() {
        faults.push(Invalid::new("person", "Choose somebody who works in this hospital."));
    }
    let action = Action::parse(&wish.action).filter(|action| action.is_grantable());
    if action.is_none() {
        faults.push(Invalid::new("action", "Choose a right from the list."));
    }
    if reason.is_empty() || reason.chars().count() > REASON || !is_printable(reason) {
        faults.push(Invalid::new(
            "reason",
            "Say why, in one line of at most 500 characters.",
        ));
    }
    let day = Date::parse(wish.until.trim(), format_description!("[year]-[month]-[day]")).ok();
    let last = match day {
        Some(day) => end_of(&mut tx, ctx, day).await?,
        None => None,
    };
    if last.is_none() {
        faults.push(Invalid::new(
            "until",
            "Choose a day between today and a year from now, as year-month-day.",
        ));
    }
    let (Some(action), Some(last), true) = (action, last, faults.is_empty()) else {
        return Err(HospitalError::Invalid(faults));
    };
    sqlx::query!(
        "INSERT INTO right_exception (id, user_id, hospital_id, action, allowed, reason, made_by, during)
         VALUES                      ($1, $2,      $3,          $4,     $5,      $6,     $7,      tstzrange($8, $9))",
        Uuid::now_v7(),
        wish.user.0,
        hospital.0,
        action.name(),
        wish.allowed,
        reason,
        maker.0,
        to_db(ctx.now()),
        last,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("right_exception_once") => {
            HospitalError::Conflict("An exception of this right holds for them already. End that one first.")
        }
        _ => error.into(),
    })?;
    let what = if wish.allowed { "right.grant" } else { "right.deny" };
    audit::record_in(&mut tx, ctx, [Entry::change(what, Action::ManageRights, &subject)]).await?;
    Ok(tx.commit().await?)
}

/// The end of a day on the clock of the actor's hospital, when that lies between now and a year ahead.
async fn end_of(tx: &mut crate::ctx::Tx, ctx: &Ctx, day: Date) -> Result<Option<time::OffsetDateTime>> {
    let now = ctx.now();
    let end = sqlx::query_scalar!(
        r#"SELECT (($1::date + 1)::timestamp AT TIME ZONE h.zone) AS "end!" FROM hospital h WHERE h.id = actor_hospital()"#,
        day,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(end.filter(|end| *end > to_db(now) && *end <= to_db(now.plus_seconds(367.0 * 86_400.0))))
}

/// An exception ends now.
///
/// Errors: not found for one of another hospital; a conflict when it is over.
pub async fn end_exception(ctx: &Ctx, id: Uuid) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::ManageRights).await?;
    let user = sqlx::query_scalar!(
        "SELECT user_id FROM right_exception WHERE id = $1 AND hospital_id = $2 FOR UPDATE",
        id,
        hospital.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .map(UserId)
    .ok_or(HospitalError::NotFound)?;
    let subject = Subject::Colleague { user, hospital };
    ctx.check(Action::ManageRights, &subject).await?;
    if ctx.actor().user() == Some(user) {
        return Err(HospitalError::Conflict(
            "Nobody ends an exception of their own. Ask another administrator.",
        ));
    }
    let ended = sqlx::query!(
        "UPDATE right_exception
            SET during = tstzrange(lower(during), greatest($2, lower(during) + interval '1 microsecond'))
          WHERE id = $1 AND upper(during) > $2",
        id,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() != 1 {
        return Err(HospitalError::Conflict("This exception is over already."));
    }
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("right.end", Action::ManageRights, &subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}
