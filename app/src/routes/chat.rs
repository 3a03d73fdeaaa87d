//! The paths of conversations.

use domain::chat::Before;
use domain::ids::{MessageId, RoomId};
use domain::time::Moment;

use super::MY;

/// The list of conversations and its doors; they stand once under the staff's paths and once under the portal's, as the router spells them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChatPaths {
    /// The list; posting to it begins a conversation.
    pub page: &'static str,
    /// How many messages wait, for the mark beside the bell of an open page.
    pub count: &'static str,
    /// One conversation; posting to it writes.
    pub room: &'static str,
    /// What stands in a conversation, for the script of its page.
    pub lines: &'static str,
    /// Posting to it writes a message with a file.
    pub files: &'static str,
    /// The file of a message.
    pub file: &'static str,
    /// Its socket.
    pub socket: &'static str,
}

/// The staff's.
pub const STAFF_CHAT: ChatPaths = ChatPaths {
    page: "/messages",
    count: "/messages/count",
    room: "/messages/{room}",
    lines: "/messages/{room}/lines",
    files: "/messages/{room}/files",
    file: "/messages/{room}/files/{message}",
    socket: "/ws/chat/{room}",
};
/// The portal's.
pub const PORTAL_CHAT: ChatPaths = ChatPaths {
    page: "/my/messages",
    count: "/my/messages/count",
    room: "/my/messages/{room}",
    lines: "/my/messages/{room}/lines",
    files: "/my/messages/{room}/files",
    file: "/my/messages/{room}/files/{message}",
    socket: "/my/ws/chat/{room}",
};

impl ChatPaths {
    fn at(path: &str, room: RoomId) -> String {
        path.replace("{room}", &room.to_string())
    }

    /// One conversation.
    pub fn room(&self, room: RoomId) -> String {
        Self::at(self.room, room)
    }

    /// What stands in it.
    pub fn lines(&self, room: RoomId) -> String {
        Self::at(self.lines, room)
    }

    /// Where a message with a file is written.
    pub fn files(&self, room: RoomId) -> String {
        Self::at(self.files, room)
    }

    /// The file of a message.
    pub fn file(&self, room: RoomId, message: MessageId) -> String {
        Self::at(self.file, room).replace("{message}", &message.to_string())
    }

    /// Its socket.
    pub fn socket(&self, room: RoomId) -> String {
        Self::at(self.socket, room)
    }

    /// What was written in it before a message.
    pub fn before(&self, room: RoomId, (at, message): Before) -> String {
        format!("{}?before={}.{message}", self.room(room), at.0)
    }

    /// The page of it that ends with this message.
    pub fn around(&self, room: RoomId, (at, message): Before) -> String {
        let after = (Moment(at.0.saturating_add(1)), message);
        format!("{}#m-{message}", self.before(room, after))
    }

    /// It, about to answer a message or to say it anew.
    pub fn about(&self, room: RoomId, act: &str, message: MessageId) -> String {
        format!("{}?{act}={message}#write", self.room(room))
    }

    /// What was found in it, under the question as it was sealed.
    pub fn found(&self, room: RoomId, sealed: &str) -> String {
        format!("{}?search={sealed}", self.room(room))
    }

    /// Conversations in which something was said before.
    pub fn older(&self, (at, room): (Moment, RoomId)) -> String {
        format!("{}?before={}.{room}", self.page, at.0)
    }
}

/// Where a conversation goes on, as [`ChatPaths::before`] writes it.
pub fn read_before_message(text: &str) -> Option<Before> {
    let (at, message) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), message.parse().ok()?))
}

/// Where the list of conversations goes on, as [`ChatPaths::older`] writes it.
pub fn read_older(text: &str) -> Option<(Moment, RoomId)> {
    let (at, room) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), room.parse().ok()?))
}

/// Whether an open page asks for this by itself: how many wait, what stands in a conversation, its socket.
pub(super) fn is_asked_by_page(path: &str) -> bool {
    let path = path.strip_prefix(MY).unwrap_or(path);
    path == STAFF_CHAT.count
        || path.starts_with("/ws/chat/")
        // The pictures of a conversation come with the page that shows them, again whenever it is drawn anew.
        || (path.starts_with("/messages/") && (path.ends_with("/lines") || path.contains("/files/")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn what_a_page_asks_by_itself_says_nothing_of_a_person() {
        let room = RoomId(Uuid::nil());
        for paths in [STAFF_CHAT, PORTAL_CHAT] {
            for asked in [paths.count.to_owned(), paths.lines(room), paths.socket(room)] {
                assert!(is_asked_by_page(&asked), "{asked}");
            }
            for opened in [paths.page.to_owned(), paths.room(room)] {
                assert!(!is_asked_by_page(&opened), "{opened}");
            }
        }
    }

    #[test]
    fn the_place_in_a_conversation_is_read_from_the_address() {
        let place = (Moment(17), MessageId(Uuid::nil()));
        let path = STAFF_CHAT.before(RoomId(Uuid::nil()), place);
        assert_eq!(read_before_message(path.split_once("before=").unwrap().1), Some(place));
        for wrong in ["", "1", "1.", "a.b"] {
            assert_eq!(read_before_message(wrong), None, "{wrong}");
        }
    }
}
