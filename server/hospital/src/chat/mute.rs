//! The reader does not want to be counted to by a conversation, or wants it again.

use domain::access::Action;
use domain::ids::RoomId;

use super::room::begin_in;
use crate::audit;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Writes down which.
///
/// # Errors
/// As of every verb about a room; denied for who looks on in an emergency.
pub async fn mute(ctx: &Ctx, room: RoomId, is_muted: bool) -> Result<()> {
    let (mut tx, room, _) = begin_in(ctx, Action::ReadChat, room).await?;
    let (Some(_), Some(user)) = (room.side, ctx.actor().user()) else {
        return Err(HospitalError::Denied(Action::ReadChat.name()));
    };
    sqlx::query!(
        "INSERT INTO chat_mute (room_id, user_id, is_muted, changed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (room_id, user_id) DO UPDATE SET is_muted = EXCLUDED.is_muted, changed_at = EXCLUDED.changed_at",
        room.id.0,
        user.0,
        is_muted,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    audit::record_in(&mut tx, ctx, [room.change("chat.mute", Action::ReadChat)]).await?;
    Ok(tx.commit().await?)
}
