//! The loop of critical values: a value at which somebody must act now is reported, whoever treats the patient is told, somebody else reads it back, and what was done closes it. While
//! nobody has read it back, the on-call table is followed (`on_call::sweep_now`), so that a value which nobody saw does not wait for the next round.
//!
//! | verb | does |
//! | --- | --- |
//! | [`report`] | begins a loop, and tells the doctors who treat the patient |
//! | [`read_back`] | somebody else types the number that they heard or saw; each try stays, also one that was misheard |
//! | [`close`] | what was done is written |
//! | [`withdraw`] | it was a mistake: only for who reported it, with the reason |
//! | [`of_patient`] | the loops of one patient, with who was told and when |
//! | [`list`] | what waits in the hospital, and how long the last month took; who was told of one by name answers it there |
//!
//! That a loop goes only forward, that nobody reads back their own report, and that a try agrees only with the same number, says the database (`20261127393000_critical_begin.sql`).
//!
//! # Adding a published limit
//! A line in `published.csv` ([`published`]) with its source there; nothing else. A limit that nobody published does not belong there: such a value is reported with a reason.

mod answer;
mod board;
mod patient;
pub mod published;
mod report;
mod row;
pub mod seed;

pub use answer::{close, read_back, withdraw};
pub use board::{Asks, Board, Line, Of, Tally, list};
pub use patient::{OfPatient, of_patient};
pub use published::Test;
pub use report::report;

use domain::critical::{Side, State};
use domain::ids::CriticalId;
use domain::on_call::Rank;
use domain::time::Moment;

use crate::on_call::Kept;

/// What became of reading a value back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadBack {
    /// It is the value that was reported.
    Agrees,
    /// It is another; the loop waits on.
    Differs,
}

/// One try to read a value back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Who; none where the reader is not shown it.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
    /// What they typed.
    pub value: String,
    /// Whether it is the value that was reported.
    pub agrees: bool,
}

/// One step of telling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whose turn it was among those on call; none for who was told as it was reported.
    pub rank: Option<Rank>,
    /// When.
    pub at: Moment,
    /// Who was told, or why nobody was.
    pub became: Kept,
}

/// A critical value with everything that was written of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// Which.
    pub id: CriticalId,
    /// What the test is called.
    pub name: String,
    /// The LOINC code of a listed test.
    pub code: Option<String>,
    /// The value, as it was typed.
    pub value: String,
    /// Its unit; may be empty.
    pub unit: String,
    /// Beyond which published limit it is.
    pub side: Option<Side>,
    /// That limit as it stood, with its unit: `6 mmol/L`.
    pub published: Option<String>,
    /// Why somebody must act now.
    pub reason: Option<String>,
    /// When it was measured.
    pub measured_at: Moment,
    /// When it was reported.
    pub reported_at: Moment,
    /// By whom; none where the reader is not shown it.
    pub reported_by: Option<String>,
    /// How far it is.
    pub state: State,
    /// Every try to read it back, the first first.
    pub reads: Vec<Read>,
    /// Who was told when, the first first.
    pub steps: Vec<Told>,
    /// What was done.
    pub action: Option<String>,
    /// Who wrote that.
    pub closed_by: Option<String>,
    /// When.
    pub closed_at: Option<Moment>,
    /// Why it was withdrawn.
    pub withdrawn_reason: Option<String>,
    /// When.
    pub withdrawn_at: Option<Moment>,
    /// Whether the reader reported it: then somebody else reads it back.
    pub mine: bool,
}
