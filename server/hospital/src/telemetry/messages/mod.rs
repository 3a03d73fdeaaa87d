//! What is kept of HL7 messages: each as it came, sealed, for [`KEEP_DAYS`]; the codes that have no place in a reading; the alarms that a machine tells one by one.
//!
//! | verb | does |
//! | --- | --- |
//! | [`keep_message`] | keeps a message with its answer, and its codes without a place |
//! | [`take_alerts`] | what alarms of a machine begin and end, and what it says of itself since |
//! | [`machine_messages`], [`open_message`] | for the technician of the machine |
//! | [`drop_messages`], [`keep_dropping_messages`] | what is too old goes |
//!
//! A message may name somebody (its PID does), and whom a machine measures is not decided by that: it is sealed under a key of its day, and shown without the
//! segments that are about people.

mod alerts;
mod keep;
mod list;
mod retain;

pub use alerts::take_alerts;
pub use keep::{KeptMessage, keep_message};
pub use list::{CodeRow, MessagePage, MessageRow, OpenedMessage, machine_messages, open_message};
pub use retain::{KEEP_DAYS, drop_messages, keep_dropping_messages};

/// Where the raw text of a message lies, and what its key of the day is for.
const PLACE: (&str, &str, &str) = ("hl7_message", "raw_sealed", "hl7 messages");

/// The day of a message, for its key.
fn day_of(received_at: domain::time::Moment) -> i64 {
    received_at.0.div_euclid(86_400_000_000)
}
