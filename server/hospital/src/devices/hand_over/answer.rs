//! The colleague accepts or refuses; either side ends it.

use domain::access::{Action, Subject};
use domain::ids::{DeviceId, HospitalId, UserId};
use uuid::Uuid;

use super::{State, open_one, tell};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result, violated};
use crate::notices::Kind;
use crate::time::to_db;

/// Accepts or refuses what the actor was asked.
///
/// Errors: not found for what was asked of somebody else; a conflict when it no longer waits, and while another device is lent to the actor.
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
        // What is asked for a later day opens nothing before it.
        sqlx::query!(
            "UPDATE device_hand_over SET accepted_at = greatest($2, begins_at) WHERE id = $1",
            id,
            at
        )
        .execute(&mut *tx)
        .await
        .map_err(|error| match violated(&error) {
            Some("device_hand_over_borrows_one") => {
                HospitalError::Conflict("You have a device of a colleague already. Give that back first.")
            }
            _ => error.into(),
        })?;
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
    let (what, kind) = match accept {
        true => ("device.hand_over.accept", Kind::HandOverAccepted),
        false => ("device.hand_over.refuse", Kind::HandOverRefused),
    };
    tell(&mut tx, ctx, kind, open.from, &open.subject).await?;
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
    if !matches!(open.state, State::Asked | State::Agreed { .. } | State::Holds { .. }) {
        return Err(HospitalError::Conflict("This is over already."));
    }
    // What was agreed on and has not begun never held: it stands as not accepted, and the audit says who agreed and who ended it.
    sqlx::query!(
        "UPDATE device_hand_over
            SET ended_at = greatest($2, asked_at, CASE WHEN begins_at > $2 THEN NULL ELSE accepted_at END), ended_by = $3,
                accepted_at = CASE WHEN begins_at > $2 THEN NULL ELSE accepted_at END
          WHERE id = $1",
        id,
        to_db(ctx.now()),
        user.0
    )
    .execute(&mut *tx)
    .await?;
    // Whoever ends it knows; an admin who does tells both.
    for party in [open.from, open.to] {
        tell(&mut tx, ctx, Kind::HandOverEnded, party, &open.subject).await?;
    }
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

/// Ends what `user` lent of `device`; without a device, all that they lent and were lent in the actor's hospital. Answers what stands in the audit for it.
pub(crate) async fn end_of(
    tx: &mut Tx,
    ctx: &Ctx,
    right: Action,
    user: UserId,
    device: Option<DeviceId>,
) -> Result<Vec<Entry>> {
    let ended = sqlx::query!(
        "UPDATE device_hand_over
            SET ended_at = greatest($3, asked_at, CASE WHEN begins_at > $3 THEN NULL ELSE accepted_at END), ended_by = $4,
                accepted_at = CASE WHEN begins_at > $3 THEN NULL ELSE accepted_at END
          WHERE (from_user = $1 AND ($2::uuid IS NULL OR device_id = $2) OR to_user = $1 AND $2 IS NULL)
            AND hospital_id = actor_hospital() AND ended_at IS NULL AND until > $3
         RETURNING device_id, hospital_id",
        user.0,
        device.map(|device| device.0),
        to_db(ctx.now()),
        ctx.actor().user().ok_or(HospitalError::SignIn)?.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let entries = ended.into_iter().map(|row| {
        let subject = Subject::Device {
            device: DeviceId(row.device_id),
            hospital: HospitalId(row.hospital_id),
            assigned: false,
        };
        Entry::change("device.hand_over.end", right, &subject)
    });
    Ok(entries.collect())
}
