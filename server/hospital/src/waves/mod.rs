//! The curves of bedside monitors: kept in memory for ten minutes ([`Curves`]), and written around an alarm.
//!
//! | verb | does |
//! | --- | --- |
//! | [`take_curve`] | takes a chunk of a device in |
//! | [`write_strips`], [`keep_writing_strips`] | what is due around alarms is written |
//! | [`monitor`] | what is drawn of somebody now |
//! | [`watch()`], [`may_watch`] | what is drawn of somebody, as it comes |
//! | [`strips`], [`open_strip`] | which alarms of somebody have curves, and those of one |
//! | [`drop_strips`], [`keep_dropping_strips`] | what is as old as readings that go, goes |
//!
//! What was in memory alone is gone after a restart: the curve begins anew, and of an alarm there is what was written before (`server/docs/waves.md`).

mod held;
mod now;
mod retain;
mod strip;
mod take;
mod watch;
mod write;

pub use held::Curves;
pub use now::{Monitor, monitor};
pub use retain::{drop_strips, keep_dropping_strips};
pub use strip::{Curve, FARTHEST, Strip, StripLine, open_strip, strips};
pub use take::take_curve;
pub use watch::{FIRST_SECONDS, Piece, Watch, Watchers, comes, may_watch, watch};
pub use write::{keep_writing_strips, write_strips};
