//! A message is written. It stays as it was written; who was wrong writes another, and both stand.

use domain::access::Action;
use domain::chat::{Draft, Side, typed};
use domain::files::Attached;
use domain::ids::{MessageId, PatientId, RoomId, UserId};
use domain::invalid::Invalid;
use domain::notices::Kind;
use domain::time::Moment;
use uuid::Uuid;

use super::files;
use super::room::{Room, begin_in};
use super::talk::Told;
use crate::audit;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::whom::treating_doctors;
use crate::notices::{self, Notice};
use crate::on_call;
use crate::time::to_db;

/// Messages that one person writes in a room within a minute: more than anybody types.
const MOST_A_MINUTE: i64 = 30;
/// Doctors who are told of one message that is urgent.
const MOST_TOLD: i64 = 50;

/// Writes a message and tells whoever has the room open. The same `key` again answers the message that stands.
///
/// # Errors
/// Invalid for what cannot be written, and for a reference to a message of another room or, to correct it, of somebody else; a conflict when what binds the two holds no
/// longer; busy when somebody writes faster than anybody types; as of every verb about a room.
pub async fn send(ctx: &Ctx, room: RoomId, draft: &Draft) -> Result<MessageId> {
    write(ctx, room, draft, None).await
}

/// The same with a file. Without words it says what the file is called.
///
/// # Errors
/// As of [`send`]; invalid for somebody who sent very many today.
pub async fn send_with(ctx: &Ctx, room: RoomId, draft: &Draft, file: &Attached) -> Result<MessageId> {
    let mut draft = draft.clone();
    if draft.text.trim().is_empty() {
        draft.text.clone_from(&file.name);
    }
    write(ctx, room, &draft, Some(file)).await
}

async fn write(ctx: &Ctx, room: RoomId, draft: &Draft, file: Option<&Attached>) -> Result<MessageId> {
    let (mut tx, room, _) = begin_in(ctx, Action::WriteChat, room).await?;
    let (Some(side), Some(user)) = (room.side, ctx.actor().user()) else {
        return Err(HospitalError::Denied(Action::WriteChat.name()));
    };
    if !room.is_open {
        return Err(HospitalError::Conflict(
            "This conversation is over: the two are no longer bound by a treatment or a machine. It stays to be read.",
        ));
    }
    let text = typed("text", &draft.text)?;
    let now = ctx.now();
    check(&mut tx, &room, (side, user, now), draft).await?;
    if file.is_some() {
        files::check(&mut tx, ctx, &room).await?;
    }
    let id = Uuid::now_v7();
    let keys = &ctx.house().keys;
    let sealed = match &room.patient {
        Some(_) => {
            keys.seal_for(&mut tx, room.hospital, &room.place(id), text.as_bytes())
                .await?
        }
        None => keys.seal(&room.place(id), text.as_bytes())?,
    };
    let written = sqlx::query!(
        "INSERT INTO chat_message (id, room_id, sender_id, side, sent_at, text_sealed, is_urgent, answers_id, corrects_id, key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT ON CONSTRAINT chat_message_once DO NOTHING",
        id,
        room.id.0,
        user.0,
        side.name(),
        to_db(now),
        sealed,
        draft.is_urgent,
        draft.answers.map(|it| it.0),
        draft.corrects.map(|it| it.0),
        draft.key,
    )
    .execute(&mut *tx)
    .await?;
    if written.rows_affected() == 0 {
        let standing = sqlx::query_scalar!(
            "SELECT id FROM chat_message WHERE room_id = $1 AND sender_id = $2 AND key = $3",
            room.id.0,
            user.0,
            draft.key,
        )
        .fetch_one(&mut *tx)
        .await?;
        tx.commit().await?;
        return Ok(MessageId(standing));
    }
    if let Some(file) = file {
        files::keep(&mut tx, ctx, &room, id, file).await?;
    }
    if let (true, Some((patient, _))) = (draft.is_urgent, &room.patient) {
        tell_doctors(&mut tx, ctx, &room, *patient).await?;
    }
    audit::record_in(&mut tx, ctx, [room.change("chat.send", Action::WriteChat)]).await?;
    tx.commit().await?;
    ctx.house().talk.tell(room.id, &Told::Message(MessageId(id)));
    Ok(MessageId(id))
}

/// What the draft says beside its text.
async fn check(tx: &mut Tx, room: &Room, (side, user, now): (Side, UserId, Moment), draft: &Draft) -> Result<()> {
    let wrong = |field: &str, sentence: &str| HospitalError::Invalid(vec![Invalid::new(field, sentence)]);
    if draft.is_urgent && side != Side::Patient {
        return Err(wrong("urgent", "A patient says that a message is urgent."));
    }
    if draft.answers.is_some() && draft.corrects.is_some() {
        return Err(wrong("text", "A message answers another or corrects one, not both."));
    }
    let standing = sqlx::query!(
        r#"SELECT (SELECT count(*) FROM chat_message m WHERE m.room_id = $1 AND m.sender_id = $2 AND m.sent_at > $6) AS "lately!",
                  EXISTS (SELECT FROM chat_message m WHERE m.room_id = $1 AND m.id = $3) AS "answered!",
                  EXISTS (SELECT FROM chat_message m WHERE m.room_id = $1 AND m.id = $4 AND m.sender_id = $2 AND m.side = $5) AS "corrected!""#,
        room.id.0,
        user.0,
        draft.answers.map(|it| it.0),
        draft.corrects.map(|it| it.0),
        side.name(),
        to_db(now.plus_seconds(-60.0)),
    )
    .fetch_one(&mut **tx)
    .await?;
    if standing.lately >= MOST_A_MINUTE {
        return Err(HospitalError::Busy);
    }
    if draft.answers.is_some() && !standing.answered {
        return Err(wrong("text", "What this answers does not stand here."));
    }
    if draft.corrects.is_some() && !standing.corrected {
        return Err(wrong("text", "Only who wrote a message corrects it."));
    }
    Ok(())
}

/// Of those who treat the patient the doctors who are on duty now, on whatever ward; all of them when none is. The one to whom it was written is told in any case, and beside them
/// whoever is on call: these may all be away.
async fn tell_doctors(tx: &mut Tx, ctx: &Ctx, room: &Room, patient: PatientId) -> Result<()> {
    let doctors = treating_doctors(tx, ctx, (room.hospital, patient), None, MOST_TOLD).await?;
    let nobody_on_duty = doctors.iter().all(|(_, on_duty)| !on_duty);
    let mut told = Vec::new();
    for (user, on_duty) in doctors {
        if on_duty || nobody_on_duty || user == room.doctor.0 {
            let notice = Notice::of(Kind::MessageUrgent).at(room.hospital).about(patient);
            notices::tell(tx, ctx, user, notice).await?;
            told.push(user);
        }
    }
    on_call::escalate(tx, ctx, Kind::MessageOnCall, (room.hospital, patient), &told).await?;
    Ok(())
}
