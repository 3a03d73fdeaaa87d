//! Browser sessions at the front door: tower-sessions over the verbs of `hospital::identity::sessions`.
//!
//! There are two realms, staff and portal, each with its own cookie. A request belongs to one by its path alone ([`realms`]), so a staff
//! cookie never opens a portal page, also when the browser has both. [`store`] keeps sessions; [`who`] turns the cookie of the path's
//! realm into the `hospital::identity::Caller` that pages and doors read; [`cookie`] writes the cookies that sign-in and sign-out set,
//! [`once`] keeps what the next page says once, and `spare` keeps what is under way when an id is replaced from taking the new cookie away.

pub mod cookie;
pub mod once;
pub mod realms;
mod spare;
pub mod store;
pub mod who;

pub use realms::split;
pub use store::Store;
