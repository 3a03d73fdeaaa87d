//! The person who is cared for: their chart, the limits that are theirs.

pub(crate) mod limits;
mod open_chart;
pub(crate) mod person;
mod rights;

pub use open_chart::{may_read, open_chart};
pub use rights::{Rights, watch_rights};
