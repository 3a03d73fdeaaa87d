//! Who keeps a device asks a colleague to take it for a while.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::{DeviceId, UserId};
use domain::invalid::Invalid;
use uuid::Uuid;

use super::{is_theirs, tell};
use crate::audit::{self, Entry};
use crate::care::colleague;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result, violated};
use crate::notices::Kind;
use crate::time::to_db;

/// The longest time for which a device is lent, and the longest until that begins, in hours: seven days, as the constraints `device_hand_over_ends` and `device_hand_over_begins_soon` say.
pub const LONGEST_HOURS: u16 = 7 * 24;

/// Asks `to` to take the device for `hours`, from when they accept; where `after` is not 0, beginning in so many hours. Answers the number of the hand-over.
///
/// Errors: denied for a device that the actor does not keep; invalid for somebody who is no technician here, and for a time that is too long or too far away; a conflict while
/// the device is asked for or lent already.
pub async fn ask(ctx: &Ctx, device: DeviceId, to: UserId, (after, hours): (u16, u16)) -> Result<Uuid> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let now = ctx.now();
    let mut tx = ctx.look(Action::LendDevice).await?;
    let assigned = is_theirs(&mut tx, Action::LendDevice, device, ctx.actor(), now).await?;
    let subject = Subject::Device {
        device,
        hospital,
        assigned,
    };
    ctx.check(Action::LendDevice, &subject).await?;
    let colleague = colleague(&mut tx, hospital, to, now).await?;
    let mut faults = Vec::new();
    if to == user || !colleague.is_some_and(|to| to.is_one_of(&[Role::Technician])) {
        faults.push(Invalid::new("to", "Choose another technician of this hospital."));
    }
    if hours == 0 || hours > LONGEST_HOURS {
        faults.push(Invalid::new("hours", "Choose a time of seven days at most."));
    }
    if after > LONGEST_HOURS {
        faults.push(Invalid::new("after", "Choose a beginning within seven days."));
    }
    if !faults.is_empty() {
        return Err(HospitalError::Invalid(faults));
    }
    let begins = (after > 0).then(|| now.plus_seconds(f64::from(after) * 3_600.0));
    let until = begins.unwrap_or(now).plus_seconds(f64::from(hours) * 3_600.0);
    let id = Uuid::now_v7();
    sqlx::query!(
        "INSERT INTO device_hand_over (id, device_id, hospital_id, from_user, to_user, asked_at, begins_at, until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        device.0,
        hospital.0,
        user.0,
        to.0,
        to_db(now),
        begins.map(to_db),
        to_db(until),
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("device_hand_over_once") => {
            HospitalError::Conflict("This device is asked for or handed over already. End that first.")
        }
        _ => error.into(),
    })?;
    tell(&mut tx, ctx, Kind::HandOverAsked, to, &subject).await?;
    let about = [subject, Subject::Colleague { user: to, hospital }];
    let entries = about.map(|subject| Entry::change("device.hand_over.ask", Action::LendDevice, &subject));
    audit::record_in(&mut tx, ctx, entries).await?;
    tx.commit().await?;
    Ok(id)
}
