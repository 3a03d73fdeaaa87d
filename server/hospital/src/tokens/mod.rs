//! Tokens for programs: what a person's program or a hospital's own program shows instead of a cookie.
//!
//! An access token is a signed statement that lives for ten minutes and names nobody but by ids ([`claims`]); a refresh token is a random text that is good for
//! one exchange ([`refresh`], with the rules in `domain::tokens::refresh`). Both belong to a family: everything that grew from one sign-in. A token proves which
//! family asks; who that is and what they may, the database says at that moment ([`who`]).
//!
//! | file | holds |
//! | --- | --- |
//! | `claims` | what an access token says; signing and verifying, pure |
//! | [`keys`] | the keys that sign: made, published, used for 30 days, kept until their last token has died |
//! | [`log_in`] | a person's sign-in becomes a family with its first pair of tokens |
//! | [`refresh`] | a refresh token becomes the next pair |
//! | [`log_out`] | a family ends; all of a person end |
//! | [`list_own`], [`list_here`] | what programs hold for a person, and for a hospital's people; each is ended by itself |
//! | [`who`] | a presented access token becomes an actor, as of now |
//! | [`clients`] | programs of a hospital: made, listed, given a new secret, revoked; and their own sign-in |
//!
//! # Adding a kind of token
//! Give it a prefix of its own ([`secret::make`]), a table that keeps its hash only, a verb that makes it and one that revokes it, and forms of it in the corpus of
//! forgeries (`server/tests/tokens/forged.rs`).

mod claims;
pub mod clients;
mod family;
pub mod keys;
mod known;
mod list;
mod log_in;
mod log_out;
mod refresh;
pub(crate) mod secret;
mod standing;
mod sweep;
mod who;

use secrecy::SecretString;

pub use family::From;
pub use known::Tokens;
pub use list::{Program, end_of_colleague, end_own, list_here, list_own};
pub(crate) use log_in::NOT_YET;
pub use log_in::log_in;
pub use log_out::{end_all_of, end_family, log_out};
pub use refresh::refresh;
pub use sweep::keep;
pub use who::{Caller, who};

/// How long an access token lives, in seconds (`design/security.md` A2: 10 min).
pub const ACCESS_SECONDS: i64 = 600;

/// What a program is answered when it signs in or refreshes.
#[derive(Debug)]
pub struct Pair {
    /// Shown with every request.
    pub access: SecretString,
    /// Exchanged for the next pair; a program of a hospital has none.
    pub refresh: Option<Refresh>,
}

/// A refresh token and how long it may lie unused.
#[derive(Debug)]
pub struct Refresh {
    /// The token.
    pub token: SecretString,
    /// Seconds.
    pub expires_in: i64,
}
