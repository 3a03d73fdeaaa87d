//! Emergencies: a record opened for an hour by who has no other right to it, with a reason.
//!
//! | verb | does |
//! | --- | --- |
//! | [`open`] | finds the person, opens their record to the actor, leaves an item for each hospital that must review it |
//! | [`end`] | whoever opened it closes it before its time |
//! | [`list`], [`close`] | a hospital's queue of reviews, and what it found |
//! | [`name_officer`] | names the privacy officer, who reviews and is told |
//! | [`tell`] | tells the person and the privacy officers, within seconds |
//!
//! What it allows says `domain::access` (`Relations::BREAK_GLASS`: reading, nothing else); the wall asks the table itself (`opened_patients`).

mod end;
mod find;
mod officer;
mod open;
mod review;
mod tell;

pub use end::end;
pub use find::Sought;
pub use officer::name_officer;
pub use open::open;
pub use review::{Queue, close, list};
pub use tell::tell;
