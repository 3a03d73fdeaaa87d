//! The colleague accepts or refuses; either side ends it.

use domain::access::Action;
use uuid::Uuid;

use super::{State, open_one};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Accepts or refuses what the actor was asked.
///
/// Errors: not found for what was asked of somebody else; a conflict when it no longer waits.
pub async fn answer(ctx: &Ctx, id: Uuid, accept: bool) -> Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let (mut tx, open) = open_one(ctx, id).await?;
    if open.to != user {
        return Err(HospitalError::NotFound);
    }
    if open.state != State::Asked {
        return Err(HospitalError::Conflict("This no longer waits for an answer."));
    }
    let at = to_db(ctx.now().max(open.asked_at));
    if accept {
        sqlx::query!("UPDATE device_hand_over SET accepted_at = $2 WHERE id = $1", id, at)
            .execute(&mut *tx)
            .await?;
    } else {
        sqlx::query!(
            "UPDATE device_hand_over SET ended_at = $2, ended_by = $3 WHERE id = $1",
            id,
            at,
            user.0
        )
        .execute(&mut *tx)
        .await?;
    }
    let what = if accept {
        "device.hand_over.accept"
    } else {
        "device.hand_over.refuse"
    };
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change(what, Action::HandOverDevice, &open.subject)],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// Ends a hand-over, or takes back one that waits: by who lent the device, who has it, or who runs the hospital.
///
/// Errors: not found for that of others; a conflict when it is over.
pub async fn end(ctx: &Ctx, id: Uuid) -> Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let (mut tx, open) = open_one(ctx, id).await?;
    if !matches!(open.state, State::Asked | State::Holds { .. }) {
        return Err(HospitalError::Conflict("This is over already."));
    }
    sqlx::query!(
        "UPDATE device_hand_over SET ended_at = $2, ended_by = $3 WHERE id = $1",
        id,
        to_db(ctx.now().max(open.asked_at)),
        user.0
    )
    .execute(&mut *tx)
    .await?;
    tracing::debug!(%id, by_keeper = open.from == user, "a hand-over of a device was ended");
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change(
            "device.hand_over.end",
            Action::HandOverDevice,
            &open.subject,
        )],
    )
    .await?;
    Ok(tx.commit().await?)
}
