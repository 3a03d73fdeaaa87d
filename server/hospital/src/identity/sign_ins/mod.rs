//! What is known of tries to sign in: each is written down, weighed by `domain::identity::suspicion`, counted, and shown to whose account it is.
//!
//! | file | does |
//! | --- | --- |
//! | `origin` | where a try comes from: address, network, device |
//! | `facts` | what speaks against a try, from what was written down |
//! | `note` | writes one down; counts failures in a row and closes the account at a hundred |
//! | `tell` | tells admins and owners, once an hour, what a failed try is part of |
//! | `attacks` | what looks like an attack, for an admin |
//! | `list` | a person's own, for their account page |
//!
//! Unknown names are treated as known ones are: the same reads, the same writes, so that nothing tells them apart.

mod attacks;
mod facts;
mod list;
mod note;
mod origin;
mod tell;

pub use attacks::{Account, Attacks, Network, Worst, list_attacks};
pub(crate) use facts::{Who, enters_with, facts};
pub use list::list_own;
pub(crate) use note::{MOST_FAILURES, Outcome, clear_failures, note_in, sweep};
pub use origin::{Origin, network};
