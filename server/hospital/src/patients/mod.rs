//! The person who is cared for: their chart, the limits that are theirs, and how they get an account in the portal.

pub mod applications;
pub(crate) mod limits;
mod open_chart;
pub(crate) mod person;
mod rights;

pub(crate) use open_chart::follow_as;
pub use open_chart::{follow, open_chart};
pub use rights::{Rights, watch_rights};
