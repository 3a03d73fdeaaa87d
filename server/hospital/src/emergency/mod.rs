//! Emergencies: a record opened for an hour by who has no other right to it, with a reason.
//!
//! | verb | does |
//! | --- | --- |
//! | [`open`] | finds the person, opens their record to the actor, leaves the item that somebody must review |
//! | [`end`] | whoever opened it closes it before its time |
//! | [`list`], [`close`] | the queue of reviews, and what was found |
//! | [`tell`] | tells the person and the privacy officers, within seconds |
//!
//! What it allows says `domain::access` (`Relations::BREAK_GLASS`: reading, nothing else); the wall asks the table itself (`opened_patients`).

mod end;
mod find;
mod open;
mod review;
mod tell;

pub use end::end;
pub use find::Sought;
pub use open::open;
pub use review::{close, list};
pub use tell::tell;
