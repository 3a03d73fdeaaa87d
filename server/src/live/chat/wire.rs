//! What goes over the socket of a conversation, as JSON. `server/docs/chat.md` shows each message; change both.

use app::routes::{PORTAL_CHAT, STAFF_CHAT};
use domain::chat::{Draft, Line, Receipt, Refers, Side};
use domain::ids::{MessageId, RoomId};
use domain::time::{Moment, rfc3339};
use hospital::HospitalError;
use hospital::chat::{Page, Room, Told};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a client wishes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Wish {
    /// Writes a message.
    Send(Written),
    /// Messages up to this one were seen.
    Read {
        /// The last that was seen.
        message: MessageId,
    },
    /// Older messages than the one of this time and id.
    History {
        /// As a `history` says it.
        before: String,
    },
    /// Somebody writes just now.
    Typing,
    /// A person is there: nothing else keeps a session from its idle end.
    Here,
    /// Answers a ping.
    Pong,
}

/// A message as a client writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    text: String,
    #[serde(default)]
    urgent: bool,
    #[serde(default)]
    answers: Option<MessageId>,
    #[serde(default)]
    corrects: Option<MessageId>,
    /// Sent twice under one key, it stands once.
    #[serde(default)]
    pub key: Option<Uuid>,
}

impl Written {
    pub(super) fn draft(self) -> Draft {
        Draft {
            text: self.text,
            is_urgent: self.urgent,
            answers: self.answers,
            corrects: self.corrects,
            key: self.key,
        }
    }
}

/// What the server tells.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Tells {
    Hello {
        now: String,
        room: RoomId,
        you: Option<Side>,
        with: With,
        /// Whether it may be written to.
        open: bool,
    },
    History {
        messages: Vec<Message>,
        /// Ask with it for what came before; none when there is no more.
        before: Option<String>,
    },
    Message(Message),
    /// What was sent under this key stands as that message.
    Sent {
        key: Option<Uuid>,
        message: MessageId,
    },
    Seen {
        by: Side,
        messages: Vec<MessageId>,
        read: bool,
        at: String,
    },
    Typing {
        by: Side,
    },
    Presence {
        here: bool,
    },
    /// What was wished was not done; one sentence says why.
    Refused {
        key: Option<Uuid>,
        why: String,
    },
    Ping {
        now: String,
    },
}

/// The other.
#[derive(Debug, Serialize)]
pub(super) struct With {
    side: Side,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<String>,
    here: bool,
}

/// A message.
#[derive(Debug, Serialize)]
pub(super) struct Message {
    id: MessageId,
    by: Side,
    at: String,
    /// None where the patient's key was destroyed.
    text: Option<String>,
    urgent: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<MessageId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrects: Option<MessageId>,
    corrected: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<File>,
    delivered_at: Option<String>,
    read_at: Option<String>,
}

/// A picture or a document that came with a message, and where it is read.
#[derive(Debug, Serialize)]
pub(super) struct File {
    /// None where the patient's key was destroyed.
    name: Option<String>,
    r#type: &'static str,
    bytes: i64,
    path: String,
}

impl Message {
    pub(super) fn of(room: &Room, line: Line) -> Self {
        let paths = match room.side {
            Some(Side::Patient) => PORTAL_CHAT,
            _ => STAFF_CHAT,
        };
        let file = line.file.map(|file| File {
            name: file.name,
            r#type: file.sort.media_type(),
            bytes: file.bytes,
            path: paths.file(room.id, line.id),
        });
        let (answers, corrects) = match line.refers {
            Some(Refers::Answers(id)) => (Some(id), None),
            Some(Refers::Corrects(id)) => (None, Some(id)),
            None => (None, None),
        };
        let (delivered, read) = match line.receipt {
            Receipt::Sent => (None, None),
            Receipt::Delivered(at) => (Some(at), None),
            Receipt::Read { delivered, read } => (Some(delivered), Some(read)),
        };
        Self {
            id: line.id,
            by: line.side,
            at: rfc3339(line.at),
            text: line.text,
            urgent: line.is_urgent,
            answers,
            corrects,
            corrected: line.is_corrected,
            file,
            delivered_at: delivered.map(rfc3339),
            read_at: read.map(rfc3339),
        }
    }
}

impl Tells {
    pub(super) fn hello(now: Moment, room: &Room, here: bool) -> Self {
        let other = room.other();
        Self::Hello {
            now: rfc3339(now),
            room: room.id,
            you: room.side,
            with: With {
                side: other,
                name: room.name_of(other).to_owned(),
                device: room.device.as_ref().map(|(_, name)| name.clone()),
                here,
            },
            open: room.is_open && room.side.is_some(),
        }
    }

    pub(super) fn history(page: Page) -> Self {
        Self::History {
            before: page.before.map(|(at, id)| format!("{}.{id}", at.0)),
            messages: page
                .lines
                .into_iter()
                .map(|line| Message::of(&page.room, line))
                .collect(),
        }
    }

    /// What a seat is told, but for messages, which are read first.
    pub(super) fn told(told: Told) -> Option<Self> {
        Some(match told {
            Told::Message(_) => return None,
            Told::Seen { by, messages, read, at } => Self::Seen {
                by,
                messages,
                read,
                at: rfc3339(at),
            },
            Told::Writing(by) => Self::Typing { by },
            Told::Here(here) => Self::Presence { here },
        })
    }

    /// Why a wish was not granted: what its sender can mend, and nothing else.
    pub(super) fn refused(key: Option<Uuid>, error: &HospitalError) -> Self {
        let why = match error {
            HospitalError::Invalid(faults) => faults
                .iter()
                .map(|fault| fault.reason.as_str())
                .collect::<Vec<_>>()
                .join(" "),
            HospitalError::Conflict(sentence) => (*sentence).to_owned(),
            HospitalError::Busy => "Too much at once. Wait a few seconds and try again.".to_owned(),
            HospitalError::Denied(_) => "You read this conversation and do not write in it.".to_owned(),
            HospitalError::NotFound => "There is no such message here.".to_owned(),
            _ => "It could not be done now. Try again in a moment.".to_owned(),
        };
        Self::Refused { key, why }
    }

    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|error| {
            tracing::error!(%error, "a message of a conversation could not be written as JSON");
            String::new()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_are_read_and_what_is_none_is_not() {
        let wish = |text: &str| serde_json::from_str::<Wish>(text);
        assert!(matches!(wish("\"typing\""), Ok(Wish::Typing)));
        assert!(matches!(
            wish(r#"{"send":{"text":"Thank you"}}"#),
            Ok(Wish::Send(Written { urgent: false, .. }))
        ));
        for wrong in [
            "",
            "null",
            "{}",
            r#""send""#,
            r#"{"send":{}}"#,
            r#"{"send":{"text":"x","as":"doctor"}}"#,
            r#"{"read":{"message":"x"}}"#,
            r#"{"edit":{"message":"x"}}"#,
        ] {
            assert!(wish(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_fault_of_ours_tells_nobody_what_it_was() {
        let said = Tells::refused(None, &HospitalError::Internal("the key of patient 7 is gone")).text();
        assert!(!said.contains("patient"), "{said}");
    }
}
