//! Files that came with messages. They are sealed as the texts are, and read by whom the room shows the message.

use domain::access::Action;
use domain::files::{About, Attached, Sort};
use domain::ids::{MessageId, RoomId};
use domain::invalid::Invalid;
use uuid::Uuid;

use super::room::{Room, begin_in};
use crate::audit;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::keys::{Keys, Place};
use crate::time::to_db;

/// Files that one person sends in a room within a day: more than anybody has to show, and not so many that a disk fills.
const MOST_A_DAY: i64 = 40;

/// Whether the actor may write in this room: asked before anything of a file is read.
///
/// # Errors
/// As of every verb about a room.
pub async fn may_write(ctx: &Ctx, room: RoomId) -> Result<()> {
    let (tx, ..) = begin_in(ctx, Action::WriteChat, room).await?;
    Ok(tx.commit().await?)
}

/// A file with what stands in it; recorded in the audit.
///
/// # Errors
/// Not found for a message of another room, one without a file, and one whose key was destroyed; as of every verb about a room.
pub async fn file(ctx: &Ctx, room: RoomId, message: MessageId) -> Result<Attached> {
    let (mut tx, room, grounds) = begin_in(ctx, Action::ReadChat, room).await?;
    let row = sqlx::query!(
        "SELECT f.sort, f.name_sealed, f.content_sealed
           FROM chat_file f
           JOIN chat_message m ON m.id = f.message_id
          WHERE m.room_id = $1 AND m.id = $2",
        room.id.0,
        message.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let keys = &ctx.house().keys;
    let sealed = vec![
        (name_of(&room, message.0), row.name_sealed),
        (content_of(&room, message.0), row.content_sealed),
    ];
    let mut opened = open_each(&mut tx, keys, &room, sealed).await?.into_iter();
    let (name, content) = (opened.next().flatten(), opened.next().flatten());
    let (name, bytes) = name.zip(content).ok_or(HospitalError::NotFound)?;
    audit::record(ctx, room.entry(Action::ReadChat, &grounds)).await?;
    tx.commit().await?;
    Ok(Attached {
        name: text(name)?,
        sort: Sort::parse(&row.sort).ok_or(HospitalError::NotFound)?,
        bytes,
    })
}

/// Whether one more may come today, before its message is written.
pub(super) async fn check(tx: &mut Tx, ctx: &Ctx, room: &Room) -> Result<()> {
    let lately = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!"
             FROM chat_message m
             JOIN chat_file f ON f.message_id = m.id
            WHERE m.room_id = $1 AND m.sender_id = actor_user() AND m.sent_at > $2"#,
        room.id.0,
        to_db(ctx.now().plus_seconds(-86_400.0)),
    )
    .fetch_one(&mut **tx)
    .await?;
    if lately >= MOST_A_DAY {
        let fault = Invalid::new(
            "file",
            "You sent 40 files here within a day. Send the next one tomorrow.",
        );
        return Err(fault.into());
    }
    Ok(())
}

/// Keeps the file of a message that was just written.
pub(super) async fn keep(tx: &mut Tx, ctx: &Ctx, room: &Room, message: Uuid, file: &Attached) -> Result<()> {
    let keys = &ctx.house().keys;
    let name = seal(tx, keys, room, &name_of(room, message), file.name.as_bytes()).await?;
    let content = seal(tx, keys, room, &content_of(room, message), &file.bytes).await?;
    sqlx::query!(
        "INSERT INTO chat_file (message_id, sort, bytes, name_sealed, content_sealed) VALUES ($1, $2, $3, $4, $5)",
        message,
        file.sort.name(),
        i32::try_from(file.bytes.len()).unwrap_or(i32::MAX),
        name,
        content,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A file of a line, as its row says it.
pub(super) struct Row {
    pub message: Uuid,
    pub sort: String,
    pub bytes: i32,
    pub name_sealed: Vec<u8>,
}

/// What is known of the files of some lines, with the message of each.
pub(super) async fn known(tx: &mut Tx, keys: &Keys, room: &Room, rows: Vec<Row>) -> Result<Vec<(Uuid, About)>> {
    let sealed = rows
        .iter()
        .map(|row| (name_of(room, row.message), row.name_sealed.clone()))
        .collect();
    let names = open_each(tx, keys, room, sealed).await?;
    rows.into_iter()
        .zip(names)
        .filter_map(|(row, name)| {
            let sort = Sort::parse(&row.sort)?;
            Some(name.map(text).transpose().map(|name| {
                let about = About {
                    name,
                    sort,
                    bytes: row.bytes.into(),
                };
                (row.message, about)
            }))
        })
        .collect()
}

fn name_of(room: &Room, message: Uuid) -> Place {
    room.place_in("chat_file", "name_sealed", message)
}

fn content_of(room: &Room, message: Uuid) -> Place {
    room.place_in("chat_file", "content_sealed", message)
}

fn text(plain: Vec<u8>) -> Result<String> {
    String::from_utf8(plain).map_err(|_| HospitalError::Internal("a kept name of a file is no text"))
}

/// Under the key of the patient where one takes part, else under the house's.
async fn seal(tx: &mut Tx, keys: &Keys, room: &Room, place: &Place, plain: &[u8]) -> Result<Vec<u8>> {
    match &room.patient {
        Some(_) => keys.seal_for(tx, room.hospital, place, plain).await,
        None => keys.seal(place, plain),
    }
}

async fn open_each(
    tx: &mut Tx,
    keys: &Keys,
    room: &Room,
    sealed: Vec<(Place, Vec<u8>)>,
) -> Result<Vec<Option<Vec<u8>>>> {
    let values: Vec<(&Place, &[u8])> = sealed
        .iter()
        .map(|(place, sealed)| (place, sealed.as_slice()))
        .collect();
    if room.patient.is_some() {
        let opened = keys.open_each_for(tx, &values).await?;
        return Ok(opened
            .into_iter()
            .map(|plain| plain.map(|plain| plain.to_vec()))
            .collect());
    }
    let opened = values
        .into_iter()
        .map(|(place, sealed)| keys.open(place, sealed).map(|plain| Some(plain.to_vec())));
    opened.collect()
}
