//! HL7 v2, as bedside devices and their gateways speak it: read, understood and answered. Pure; the listener is `server/src/hl7`, what is kept of a message
//! `hospital::telemetry::messages`.
//!
//! | file | holds |
//! | --- | --- |
//! | `frame.rs` | MLLP: where a message begins and ends in a stream of bytes |
//! | `charset.rs` | bytes → text, by MSH-18 |
//! | `syntax.rs` | segments, fields, repetitions, components, escapes |
//! | `head.rs` | MSH: who sends what, and which answers they want |
//! | `time.rs` | times as HL7 writes them |
//! | `terms.rs`, `terms.csv` | ISO/IEEE 11073 terms: which is which field of a reading |
//! | `units.rs` | units of those terms, and how a value is brought into ours |
//! | `observe.rs` | ORU^R01 (IHE PCD-01) → readings |
//! | `alert.rs` | ORU^R40 (IHE PCD-04) → machine alarms in a reading |
//! | `answer.rs` | the acknowledgement: AA, AE, AR with the faults that led to it |
//!
//! Whatever arrives, nothing here panics, and what it holds is bounded by what it was given: property tests in `tests.rs` feed it noise and mangled messages.
//!
//! # Adding a term
//! Its row in [`terms`]'s table (which field it is), and its unit in `units.rs` when the unit is new. A term without a row is kept and listed for the technician.

mod alert;
mod answer;
mod charset;
mod frame;
mod head;
mod observe;
mod syntax;
mod terms;
mod time;
mod units;

pub use alert::Alert;
pub use answer::{Answer, Code, Fault, Severity, Verdict, write};
pub use charset::text;
pub use frame::{Frame, Framer, LONGEST_MESSAGE, wrap};
pub use head::{Head, Wants};
pub use observe::{Content, MOST_OBSERVATIONS, Unplaced, read};
pub use syntax::{Message, Segment, messages};
pub use terms::{Term, term};
pub use time::parse as parse_time;

#[cfg(test)]
mod tests;
