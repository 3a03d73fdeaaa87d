//! What the other wrote came to a screen of the reader, or was seen there: each message keeps both times.

use domain::access::Action;
use domain::ids::{MessageId, RoomId};

use super::room::begin_in;
use super::talk::Told;
use crate::audit;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::to_db;

/// How far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upto {
    /// All that stands came to a screen.
    Delivered,
    /// All up to this one was seen.
    Read(MessageId),
}

/// Marks messages of the other; answers which. Who looks on in an emergency marks nothing.
///
/// # Errors
/// As of every verb about a room.
pub async fn seen(ctx: &Ctx, room: RoomId, upto: Upto) -> Result<Vec<MessageId>> {
    let (mut tx, room, _) = begin_in(ctx, Action::ReadChat, room).await?;
    let Some(side) = room.side else {
        tx.commit().await?;
        return Ok(Vec::new());
    };
    let now = ctx.now();
    let (read, last) = match upto {
        Upto::Delivered => (false, None),
        Upto::Read(last) => (true, Some(last.0)),
    };
    let marked = sqlx::query_scalar!(
        "UPDATE chat_message AS m
            SET delivered_at = coalesce(m.delivered_at, greatest($4, m.sent_at)),
                read_at      = CASE WHEN $3 THEN coalesce(m.read_at, greatest($4, m.sent_at, m.delivered_at)) ELSE m.read_at END
          WHERE m.room_id = $1 AND m.side <> $2
            AND CASE WHEN $3 THEN m.read_at IS NULL
                                  AND (m.sent_at, m.id) <= (SELECT l.sent_at, l.id FROM chat_message l WHERE l.id = $5 AND l.room_id = $1)
                             ELSE m.delivered_at IS NULL AND m.read_at IS NULL END
         RETURNING m.id",
        room.id.0,
        side.name(),
        read,
        to_db(now),
        last,
    )
    .fetch_all(&mut *tx)
    .await?;
    let marked: Vec<MessageId> = marked.into_iter().map(MessageId).collect();
    if marked.is_empty() {
        tx.commit().await?;
        return Ok(marked);
    }
    if read {
        audit::record_in(&mut tx, ctx, [room.change("chat.seen", Action::ReadChat)]).await?;
    }
    tx.commit().await?;
    ctx.house().talk.tell(
        room.id,
        &Told::Seen {
            by: side,
            messages: marked.clone(),
            read,
            at: now,
        },
    );
    Ok(marked)
}
