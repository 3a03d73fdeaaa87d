//! The chair diary: who comes to which chair, on which day, in which shift.
//!
//! | verb | does |
//! | --- | --- |
//! | [`board::open`] | a week of a ward: chairs, shifts, who sits where, and who is promised what |
//! | [`book::book`], [`book::shift`], [`book::cancel`] | staff book, move and call off |
//! | [`confirm`] | the other side confirms what is booked |
//! | [`plan`] | the weekly plan with its exceptions, and the week that is booked from it |
//! | [`plan_ahead`] | the plan books itself: a worker's |
//! | [`shifts`] | when a ward dialyses |
//! | [`mine`], [`mine_book`] | the patient's own sessions in the portal; they book, move and give up by themselves |
//! | [`mine_wait`] | they wait for another place, and answer what is offered to them |
//! | [`wait`] | who waits for another place, and what staff offer them |
//! | [`offers`] | what is offered to whom, when it goes to the next, when it is withdrawn: mostly a worker's |
//! | [`missed`] | who did not come, and where they could |
//! | [`remind`] | tells everybody the day before: a worker's |
//! | [`figures`] | how full the shifts are, and what was lost, without patients |
//!
//! That nobody is booked twice says the database (`dialysis_session_station_free`, `_device_free`, `_patient_free`), whoever asks at the same moment; the verb turns the
//! name of the rule into a sentence ([`base::refused`]). What is free is asked of the same rows by `station_busy` and `station_promised`, which name nobody.
//!
//! # Adding a condition for a place
//! A variant of `domain::dialysis::places::Unsuitable`; what it asks is read in [`base::chairs`] or [`needed::needs`]. A condition of who waits: a variant of
//! `domain::dialysis::diary_wait::Unwanted`; what it asks is read in [`kept::kept_of`].

mod base;
pub mod board;
pub mod book;
pub mod confirm;
pub mod figures;
mod free;
mod kept;
pub mod mine;
pub mod mine_book;
pub mod mine_wait;
pub mod missed;
mod needed;
pub mod offers;
pub mod on_list;
pub mod plan;
pub mod plan_ahead;
pub mod remind;
pub mod shifts;
pub mod wait;
mod whom;

pub use super::units::{Unit, units};
pub use free::Free;
pub use whom::{Bookable, of_number};
