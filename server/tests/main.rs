//! The real router on a real database: one program of tests, because each links the whole server. One file per area.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "tests stop where they fail")]

mod support;

mod alarms;
mod authz_matrix;
mod health;
mod live;
mod readings;
