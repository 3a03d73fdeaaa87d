//! What the house tells those whom it concerns: planned maintenance, an outage, a maker's safety notice; and what it finds wrong with itself.
//!
//! | verb | does |
//! | --- | --- |
//! | [`list`] | what affects the reader now, and what did |
//! | [`put_away`] | one stands at the top of the reader's pages no longer |
//! | [`manage`] | what stands in a hospital, for who writes alerts |
//! | [`write`], [`resolve`] | somebody raises one, and says that it is over |
//! | [`look_now`], [`keep_watching`] | a worker's: raises what the house finds, and resolves it when it is over |
//! | [`audit_verified`] | the same of the trace, whenever it was verified |
//!
//! # Adding a condition that the house finds
//! As `domain::system_alerts` says, and where it is found in `watch.rs`: something that is counted or kept already, asked for once a minute.

mod change;
mod manage;
mod read;
mod tell;
mod watch;

pub use change::{resolve, write};
pub use manage::{Line, Management, manage};
pub(crate) use read::on_top_in;
pub use read::{Alerts, list, put_away};
pub use watch::{audit_verified, keep_watching, look_now};
