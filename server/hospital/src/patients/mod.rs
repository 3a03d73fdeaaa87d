//! The person who is cared for: their chart, the limits that are theirs, and the portal in which they read it themselves.

pub(crate) mod limits;
mod open_chart;
pub(crate) mod person;
pub mod portal;
mod rights;

pub use open_chart::{may_read, open_chart};
pub use rights::{Rights, watch_rights};
