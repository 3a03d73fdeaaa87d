//! Messages of one conversation that hold some words. Texts are sealed, so the newest are opened and looked through.

use domain::access::Action;
use domain::chat::{LONGEST_SOUGHT, Line, Receipt, Side, found};
use domain::ids::{MessageId, RoomId};
use domain::invalid::Invalid;

use super::open::opened;
use super::room::begin_in;
use crate::audit;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::from_db;

/// How many are looked through: years of talking, opened in a few milliseconds.
const LOOKED_THROUGH: i64 = 2_000;
/// How many are shown.
const SHOWN: usize = 30;

/// The newest that hold all the words; recorded in the audit.
///
/// # Errors
/// Invalid for words that are too long; as of every verb about a room.
pub async fn search(ctx: &Ctx, room: RoomId, words: &str) -> Result<Vec<Line>> {
    let (mut tx, room, grounds) = begin_in(ctx, Action::ReadChat, room).await?;
    if words.chars().count() > LONGEST_SOUGHT {
        let fault = Invalid::new("words", "Use at most 120 characters here.");
        return Err(fault.into());
    }
    let rows = sqlx::query!(
        "SELECT   m.id, m.side, m.sent_at, m.text_sealed, m.is_urgent
         FROM     chat_message m
         WHERE    m.room_id = $1
         ORDER BY m.sent_at DESC, m.id DESC
         LIMIT    $2",
        room.id.0,
        LOOKED_THROUGH,
    )
    .fetch_all(&mut *tx)
    .await?;
    let sealed = rows.iter().map(|row| (row.id, row.text_sealed.clone())).collect();
    let texts = opened(&mut tx, &ctx.house().keys, &room, sealed).await?;
    let lines = rows.into_iter().zip(texts).filter_map(|(row, text)| {
        Some(Line {
            id: MessageId(row.id),
            side: Side::parse(&row.side)?,
            at: from_db(row.sent_at),
            text: Some(text.filter(|text| found(text, words))?),
            is_urgent: row.is_urgent,
            refers: None,
            quoted: None,
            is_corrected: false,
            file: None,
            receipt: Receipt::Sent,
        })
    });
    let lines = lines.take(SHOWN).collect();
    audit::record(ctx, room.entry(Action::ReadChat, &grounds)).await?;
    tx.commit().await?;
    Ok(lines)
}
