//! The trace cannot be tampered with unseen: what the sealer chains, and what the verifier finds when somebody who owns the database changes it. How fast the sealer is stands in a
//! program of its own (`pace.rs`): beside other tests it would measure those.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod house;
mod seal;
mod sets;
mod tamper;

pub use house::Trace;
