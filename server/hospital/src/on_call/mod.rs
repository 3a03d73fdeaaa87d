//! Who is called when nobody answers: the on-call table of a hospital, and what tells them.
//!
//! | verb | does |
//! | --- | --- |
//! | [`table`] | who is on call now and in the week, after how long each is told, and who was told lately |
//! | [`add_shift`], [`end_shift`] | a shift that comes every week |
//! | [`stand_in`], [`end_stand_in`] | somebody is on call from one moment to another |
//! | [`set_plan`] | after how long each is told, and quiet hours |
//! | [`sweep_now`], [`keep_watching`] | a worker's: tells the next one of each alarm that nobody answered, of each critical value that nobody read back, of each call of a patient that nobody took, and of urgent messages of patients that nobody read |
//! | `next_of_calls` | who is told next of each call that nobody took, for the page of calls |
//! | `escalate` | tells whoever is on call for a patient now, for other areas |
//!
//! # Adding something of which whoever is on call is told
//! A kind of notice with the topic `OnCall`, and a call like that of `chat::send` in the transaction of what happened.

mod calls;
mod change;
mod critical;
mod escalate;
mod facts;
mod ladder;
mod sweep;
mod table;
mod urgent;

pub use calls::NextTold;
pub(crate) use calls::next_of_calls;
pub use change::{add_shift, end_shift, end_stand_in, set_plan, stand_in};
pub(crate) use escalate::escalate;
pub use sweep::{keep_watching, sweep_now};
pub(crate) use table::steps_of;
pub use table::{Kept, OnCall, Place, PlanLine, ShiftLine, StandInLine, Told, table};
