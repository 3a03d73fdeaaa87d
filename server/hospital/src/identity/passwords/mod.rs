//! Passwords: how they are kept, which ones are taken, and how somebody changes theirs.
//!
//! | file | does |
//! | --- | --- |
//! | `hash` | argon2id, at most two at a time, with a short waiting line |
//! | `accept` | whether a new password is good enough for this account |
//! | `change` | a person changes their own, with the old one |
//!
//! Whoever sets a password in another way (an invitation, a reset, a registration) calls [`accept`], then [`hash()`], and writes it.

mod accept;
mod change;
mod hash;

pub(crate) use accept::is_strong;
pub use accept::{Whose, accept};
pub use change::{Typed, change};
pub(crate) use change::{set_in, whose};
pub use hash::{Verdict, hash, verify};
