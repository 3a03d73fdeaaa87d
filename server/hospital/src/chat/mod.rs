//! Conversations of two: a doctor and a patient whom they treat, a doctor and the technician who keeps a machine that the doctor reads. Rooms follow from these relations;
//! nobody is invited, and nobody else reads, whoever they are in the hospital, short of an emergency opening of that patient's record.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list`] | the reader's conversations, the last that was said first, and whom they may write to |
//! | [`begin`] | the room with a patient, or with a doctor or technician about a machine: made at first use |
//! | [`open`] | a page of a conversation, fifty messages |
//! | [`message`] | one message, for an open page that hears of it |
//! | [`send`] | writes a message, an answer, a correction; tells the doctors on duty when a patient says that it is urgent |
//! | [`send_with`], [`file`] | the same with a picture or a document, and what stands in it |
//! | [`seen`] | what the other wrote came to a screen, or was seen |
//! | [`search`] | messages that hold some words |
//! | [`mute`] | the reader does not want to be counted to by it |
//! | [`unread`] | how many messages wait for the reader |
//! | [`follow`] | whether an open page may stay with a room |
//! | [`Talk`] | who has a room open now: presence, who is writing, what has just come |
//!
//! Texts are sealed under the key of the patient where one takes part (so that erasing the record erases them), else under the house's. Therefore words cannot be sought in
//! the database: [`search`] opens the newest ones and looks.
//!
//! # Adding a pair
//! See `domain::chat`; who may begin it says [`ties`].

mod begin;
mod files;
mod list;
mod mute;
mod open;
mod room;
mod search;
mod seen;
mod send;
mod talk;
mod ties;
mod unread;

pub use begin::{With, begin};
pub use files::{file, may_write};
pub use list::{Last, List, RoomRow, list};
pub use mute::mute;
pub use open::{Page, message, open};
pub use room::{Room, follow};
pub use search::search;
pub use seen::{Upto, seen};
pub use send::{send, send_with};
pub use talk::{Seat, Talk, Told};
pub use ties::Partner;
pub use unread::unread;
pub(crate) use unread::unread_in;
