//! How many messages wait for the reader: the frame of every page asks.

use domain::access::Action;
use domain::actor::Actor;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;

/// The most that are counted: beyond it the frame says "99+".
const MOST: i64 = 100;

/// How many messages of others the reader has not seen, of conversations that they did not mute; none for who has no such right.
pub async fn unread(ctx: &Ctx) -> Result<Option<u32>> {
    if !ctx.may_at_all(Action::WriteChat) {
        return Ok(None);
    }
    let mut tx = ctx.look(Action::ReadChat).await?;
    let waiting = unread_in(&mut tx, ctx).await?;
    tx.commit().await?;
    Ok(waiting)
}

/// The same in a transaction of the reader's that counts other things, too.
pub(crate) async fn unread_in(tx: &mut Tx, ctx: &Ctx) -> Result<Option<u32>> {
    let (user, patient) = match ctx.actor() {
        Actor::Staff { user, .. } => (Some(user.0), None),
        Actor::Patient { patient, .. } => (None, Some(patient.0)),
        _ => return Ok(None),
    };
    if !ctx.may_at_all(Action::WriteChat) {
        return Ok(None);
    }
    let waiting = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!"
             FROM (SELECT
                     FROM chat_room r
                     JOIN chat_message m ON m.room_id = r.id AND m.read_at IS NULL
                    WHERE (r.doctor_id = $1 OR r.technician_id = $1 OR r.patient_id = $2) AND r.hospital_id = $3
                      AND m.side <> CASE WHEN r.patient_id = $2 THEN 'patient' WHEN r.doctor_id = $1 THEN 'doctor' ELSE 'technician' END
                      AND NOT EXISTS (SELECT FROM chat_mute q WHERE q.room_id = r.id AND q.user_id = actor_user() AND q.is_muted)
                    LIMIT $4) AS few"#,
        user,
        patient,
        ctx.actor().hospital().map(|hospital| hospital.0),
        MOST,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Some(u32::try_from(waiting).unwrap_or(u32::MAX)))
}
