//! What the hospital can do: one verb per use case. The only crate with SQL.
//!
//! # The way of one request
//! A door (server function, REST, socket) makes a [`ctx::Ctx`] and calls one verb, through [`run`]. The verb's first line is
//! `ctx.begin(action, subject)`: it asks `domain::access::decide`, sets the row-security context, and answers a transaction. Rules of
//! `domain` decide; SQL writes; a change takes its audit row into its transaction (`audit::record_in`), a read is recorded before the data leaves.
//!
//! # Adding a use case
//! One file named by its verb under its area (`src/<area>/<verb>.rs`), one public function with `&Ctx` first, queries checked by
//! `query!`, and its row in the authorisation matrix. `make prepare` renews `.sqlx` afterwards.
#![warn(missing_docs)]

pub mod access;
pub mod alerts;
pub mod audit;
pub mod calls;
pub mod care;
pub mod chat;
pub mod consents;
pub mod critical;
pub mod ctx;
pub mod db;
pub mod devices;
pub mod dialysis;
pub mod emergency;
pub mod error;
pub mod house;
pub mod identity;
pub mod jobs;
pub mod keys;
mod lately;
pub mod mail;
pub mod notices;
pub mod on_call;
pub mod organisation;
pub mod patients;
pub mod ports;
pub mod proxies;
pub mod records;
pub mod system_alerts;
pub mod telemetry;
mod time;
pub mod tokens;
pub mod waves;

#[cfg(feature = "testing")]
pub mod testing;

pub use ctx::{Ctx, run};
pub use error::{HospitalError, Result};
pub use house::{Clock, House};
pub use keys::Keys;
