//! Somebody writes an alert, and says that it is over. What was written is never changed: one that was wrong is resolved, and another written.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{HospitalId, UserId};
use domain::invalid::Invalid;
use domain::system_alerts::Whom;
use domain::system_alerts::typed::{AlertTyped, Wall, read_note};
use domain::time::Moment;
use uuid::Uuid;

use super::tell::{Affected, tell};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::jobs;
use crate::organisation::on_the_wall;
use crate::time::to_db;

/// Alerts that stand in a hospital at a time.
const MOST: i64 = 50;

/// Writes one: of the reader's hospital, or of every hospital.
///
/// # Errors
/// Invalid for what cannot be read, for a ward of another hospital or of every one, and for an end that is past or before the beginning; a conflict where too many stand already; denied
/// for whoever does not run the hospital, or the platform.
pub async fn write(ctx: &Ctx, everywhere: bool, typed: &AlertTyped) -> Result<Uuid> {
    let here = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let (mut tx, right, subject, by) = begin(ctx, here, everywhere).await?;
    let read = typed.read().map_err(HospitalError::Invalid)?;
    let hospital = (!everywhere).then_some(here);
    let now = ctx.now();
    let zone = sqlx::query_scalar!("SELECT zone FROM hospital WHERE id = $1", here.0)
        .fetch_one(&mut *tx)
        .await?;
    let starts = match read.from {
        Some(wall) => on_wall(&zone, wall, "from_day")?,
        None => now,
    };
    let ends = read.until.map(|wall| on_wall(&zone, wall, "until_day")).transpose()?;
    if ends.is_some_and(|ends| ends <= now || ends <= starts) {
        return Err(invalid(
            "until_day",
            "Choose an end that lies ahead, after the beginning.",
        ));
    }
    let (roles, ward) = match &read.whom {
        Whom::Everybody => (None, None),
        Whom::Roles(roles) => (Some(names(roles)), None),
        Whom::Ward(_) if everywhere => return Err(invalid("whom", "A ward is of one hospital.")),
        Whom::Ward(ward) => (None, Some(ward.0)),
    };
    let many = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM system_alert WHERE hospital_id IS NOT DISTINCT FROM $1 AND resolved_at IS NULL AND (ends_at IS NULL OR ends_at > $2)"#,
        hospital.map(|hospital| hospital.0),
        to_db(now),
    )
    .fetch_one(&mut *tx)
    .await?;
    if many >= MOST {
        return Err(HospitalError::Conflict(
            "50 alerts stand already. Resolve some that are over.",
        ));
    }
    let id = Uuid::now_v7();
    let [en, fr, ar] = &read.messages;
    sqlx::query!(
        "INSERT INTO system_alert (id, hospital_id, kind, severity, message_en, message_fr, message_ar, roles, ward_id, shown_from, starts_at, ends_at, raised_at, raised_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id,
        hospital.map(|hospital| hospital.0),
        read.kind.name(),
        read.severity.name(),
        en.as_deref(),
        fr.as_deref(),
        ar.as_deref(),
        roles.as_deref(),
        ward,
        to_db(read.kind.shown_from(starts)),
        to_db(starts),
        ends.map(to_db),
        to_db(now),
        by.0,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    let affected = Affected { hospital, roles, ward };
    if read.severity.is_told() && !everywhere {
        tell(&mut tx, ctx, &affected).await?;
    }
    let entry = Entry::change("system_alert.write", right, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    if read.severity.is_told() && everywhere {
        // Nobody tells people of other hospitals but the house itself.
        let house = jobs::at_work(ctx.house());
        let mut tx = jobs::begin(&house).await?;
        tell(&mut tx, &house, &affected).await?;
        tx.commit().await?;
    }
    Ok(id)
}

/// Says that one is over, and how. It stands nowhere from then on but in the list of what is over.
///
/// # Errors
/// Not found for one of another hospital, that is over, or that the house finds and resolves itself; invalid for no note; denied for one of every hospital, for whoever does not run the platform, and as of [`write`].
pub async fn resolve(ctx: &Ctx, alert: Uuid, note: &str) -> Result<()> {
    let here = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let (mut tx, ..) = begin(ctx, here, false).await?;
    let of = sqlx::query_scalar!(
        "SELECT hospital_id FROM system_alert WHERE id = $1 AND (hospital_id IS NULL OR hospital_id = $2) AND resolved_at IS NULL AND (condition IS NULL OR condition = 'audit_broken')",
        alert,
        here.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let everywhere = of.ok_or(HospitalError::NotFound)?.is_none();
    if everywhere {
        ctx.check(Action::SetAlertsEverywhere, &Subject::House).await?;
    }
    let (right, subject) = right_of(here, everywhere);
    let by = ctx.actor().user().ok_or(HospitalError::Denied(right.name()))?;
    let note = read_note(note)?;
    let resolved = sqlx::query!(
        "UPDATE system_alert SET resolved_at = $2, resolved_by = $3, note = $4 WHERE id = $1 AND resolved_at IS NULL",
        alert,
        to_db(ctx.now()),
        by.0,
        note,
    )
    .execute(&mut *tx)
    .await?;
    if resolved.rows_affected() != 1 {
        return Err(HospitalError::NotFound);
    }
    let entry = Entry::change("system_alert.resolve", right, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// A transaction of whoever writes alerts.
async fn begin(ctx: &Ctx, here: HospitalId, everywhere: bool) -> Result<(Tx, Action, Subject, UserId)> {
    let (right, subject) = right_of(here, everywhere);
    let tx = ctx.begin(right, &subject).await?;
    let by = ctx.actor().user().ok_or(HospitalError::Denied(right.name()))?;
    Ok((tx, right, subject, by))
}

const fn right_of(here: HospitalId, everywhere: bool) -> (Action, Subject) {
    match everywhere {
        true => (Action::SetAlertsEverywhere, Subject::House),
        false => (Action::SetSystemAlerts, Subject::Hospital(here)),
    }
}

fn on_wall(zone: &str, (day, minutes): Wall, field: &str) -> Result<Moment> {
    on_the_wall(zone, day.date(), minutes).ok_or_else(|| invalid(field, "Choose a day."))
}

fn invalid(field: &str, sentence: &str) -> HospitalError {
    HospitalError::Invalid(vec![Invalid::new(field, sentence)])
}

pub(super) fn names(roles: &[Role]) -> Vec<String> {
    roles.iter().map(|role| role.name().to_owned()).collect()
}

fn told(error: sqlx::Error) -> HospitalError {
    let error = HospitalError::from(error);
    match error.violated() {
        Some("system_alert_ward_of_hospital") => invalid("whom", "Choose a ward of this hospital."),
        _ => error,
    }
}
