//! A page of a conversation: fifty messages, the newest at the end.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::chat::{Before, Line, Receipt, Refers, Side, beginning};
use domain::files::About;
use domain::ids::{MessageId, RoomId};
use domain::time::Zone;
use time::OffsetDateTime;
use uuid::Uuid;

use super::files;
use super::room::{Room, begin_in};
use crate::audit;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::keys::{Keys, Place};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Messages of a page.
pub(super) const PAGE: i64 = 50;
/// Characters of what another message refers to.
const QUOTED: usize = 120;

/// A page of a conversation.
#[derive(Clone, Debug)]
pub struct Page {
    /// Which conversation.
    pub room: Room,
    /// Messages, the oldest of the page first.
    pub lines: Vec<Line>,
    /// Where older ones end; none when there are no older.
    pub before: Option<Before>,
    /// Whether the page ends with the newest.
    pub is_newest: bool,
    /// Whether the other has a conversation open now.
    pub is_here: bool,
    /// The clock on the wall of the hospital.
    pub zone: Zone,
}

/// The newest messages of a room, or those before one; recorded in the audit.
///
/// # Errors
/// Not found for everybody but the two of it and who opened the patient's record in an emergency.
pub async fn open(ctx: &Ctx, room: RoomId, before: Option<Before>) -> Result<Page> {
    let (mut tx, room, grounds) = begin_in(ctx, Action::ReadChat, room).await?;
    let mut rows = sqlx::query_as!(
        Raw,
        r#"SELECT   m.id, m.side, m.sent_at, m.text_sealed, m.is_urgent, m.answers_id, m.corrects_id, m.delivered_at, m.read_at,
                    q.id AS "quoted_id?", q.text_sealed AS "quoted_sealed?", f.sort AS "file_sort?", f.bytes AS "file_bytes?", f.name_sealed AS "file_sealed?",
                    EXISTS (SELECT FROM chat_message c WHERE c.corrects_id = m.id) AS "is_corrected!"
           FROM     chat_message m
           LEFT JOIN chat_message q ON q.id = coalesce(m.answers_id, m.corrects_id)
           LEFT JOIN chat_file f    ON f.message_id = m.id
           WHERE    m.room_id = $1 AND ($2::timestamptz IS NULL OR (m.sent_at, m.id) < ($2, $3))
           ORDER BY m.sent_at DESC, m.id DESC
           LIMIT    $4"#,
        room.id.0,
        before.map(|(at, _)| to_db(at)),
        before.map(|(_, id)| id.0),
        PAGE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    let more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    rows.reverse();
    let lines = lines(&mut tx, &ctx.house().keys, &room, rows).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    audit::record(ctx, room.entry(Action::ReadChat, &grounds)).await?;
    tx.commit().await?;
    let other = room.side.and_then(|_| room.party(room.other()));
    Ok(Page {
        before: lines.first().filter(|_| more).map(|line| (line.at, line.id)),
        is_newest: before.is_none(),
        is_here: other.is_some_and(|other| ctx.house().talk.is_here(other)),
        room,
        lines,
        zone,
    })
}

/// One message of a room, for a connection that has heard of it; recorded in the audit.
///
/// # Errors
/// As [`open`]; not found for a message of another room.
pub async fn message(ctx: &Ctx, room: RoomId, message: MessageId) -> Result<(Room, Line)> {
    let (mut tx, room, grounds) = begin_in(ctx, Action::ReadChat, room).await?;
    let row = sqlx::query_as!(
        Raw,
        r#"SELECT   m.id, m.side, m.sent_at, m.text_sealed, m.is_urgent, m.answers_id, m.corrects_id, m.delivered_at, m.read_at,
                    q.id AS "quoted_id?", q.text_sealed AS "quoted_sealed?", f.sort AS "file_sort?", f.bytes AS "file_bytes?", f.name_sealed AS "file_sealed?",
                    EXISTS (SELECT FROM chat_message c WHERE c.corrects_id = m.id) AS "is_corrected!"
           FROM     chat_message m
           LEFT JOIN chat_message q ON q.id = coalesce(m.answers_id, m.corrects_id)
           LEFT JOIN chat_file f    ON f.message_id = m.id
           WHERE    m.room_id = $1 AND m.id = $2"#,
        room.id.0,
        message.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let mut line = lines(&mut tx, &ctx.house().keys, &room, vec![row]).await?;
    let line = line.pop().ok_or(HospitalError::NotFound)?;
    audit::record(ctx, room.entry(Action::ReadChat, &grounds)).await?;
    tx.commit().await?;
    Ok((room, line))
}

/// A row of either query.
struct Raw {
    id: Uuid,
    side: String,
    sent_at: OffsetDateTime,
    text_sealed: Vec<u8>,
    is_urgent: bool,
    answers_id: Option<Uuid>,
    corrects_id: Option<Uuid>,
    delivered_at: Option<OffsetDateTime>,
    read_at: Option<OffsetDateTime>,
    quoted_id: Option<Uuid>,
    quoted_sealed: Option<Vec<u8>>,
    file_sort: Option<String>,
    file_bytes: Option<i32>,
    file_sealed: Option<Vec<u8>>,
    is_corrected: bool,
}

impl Raw {
    fn line(self, text: Option<String>, quoted: Option<String>, file: Option<About>) -> Result<Line> {
        let refers = match (self.answers_id, self.corrects_id) {
            (Some(id), _) => Some(Refers::Answers(MessageId(id))),
            (None, Some(id)) => Some(Refers::Corrects(MessageId(id))),
            (None, None) => None,
        };
        Ok(Line {
            id: MessageId(self.id),
            side: Side::parse(&self.side).ok_or(HospitalError::Internal("a side of a conversation is not known"))?,
            at: from_db(self.sent_at),
            text,
            is_urgent: self.is_urgent,
            refers,
            quoted: quoted.map(|text| beginning(&text, QUOTED)),
            is_corrected: self.is_corrected,
            file,
            receipt: Receipt::of(self.delivered_at.map(from_db), self.read_at.map(from_db)),
        })
    }
}

/// The rows, opened: the names of files, all texts, then all that is quoted.
async fn lines(tx: &mut Tx, keys: &Keys, room: &Room, rows: Vec<Raw>) -> Result<Vec<Line>> {
    let texts = rows.iter().map(|row| (row.id, row.text_sealed.clone())).collect();
    let quoted = rows
        .iter()
        .filter_map(|row| row.quoted_id.zip(row.quoted_sealed.clone()));
    let files = rows.iter().filter_map(|row| {
        Some(files::Row {
            message: row.id,
            sort: row.file_sort.clone()?,
            bytes: row.file_bytes?,
            name_sealed: row.file_sealed.clone()?,
        })
    });
    let mut files: BTreeMap<Uuid, About> = files::known(tx, keys, room, files.collect())
        .await?
        .into_iter()
        .collect();
    let texts = opened(tx, keys, room, texts).await?;
    let mut quoted = opened(tx, keys, room, quoted.collect()).await?.into_iter();
    let lines = rows.into_iter().zip(texts).map(|(row, text)| {
        let quoted = row.quoted_sealed.as_ref().and_then(|_| quoted.next().flatten());
        let file = files.remove(&row.id);
        row.line(text, quoted, file)
    });
    lines.collect()
}

/// The texts of messages, in their order; none where the patient's key was destroyed.
pub(super) async fn opened(
    tx: &mut Tx,
    keys: &Keys,
    room: &Room,
    sealed: Vec<(Uuid, Vec<u8>)>,
) -> Result<Vec<Option<String>>> {
    let sealed: Vec<(Place, Vec<u8>)> = sealed
        .into_iter()
        .map(|(id, sealed)| (room.place(id), sealed))
        .collect();
    let plain = match &room.patient {
        Some(_) => {
            let values: Vec<(&Place, &[u8])> = sealed
                .iter()
                .map(|(place, sealed)| (place, sealed.as_slice()))
                .collect();
            keys.open_each_for(tx, &values).await?
        }
        None => {
            let plain = sealed.iter().map(|(place, sealed)| keys.open(place, sealed).map(Some));
            plain.collect::<Result<_>>()?
        }
    };
    let texts = plain.into_iter().map(|plain| match plain {
        None => Ok(None),
        Some(plain) => String::from_utf8(plain.to_vec())
            .map(Some)
            .map_err(|_| HospitalError::Internal("a kept message is no text")),
    });
    texts.collect()
}
