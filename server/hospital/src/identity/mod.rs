//! Who signs in: passwords, browser sessions, and who is behind a request.
//!
//! | module | holds |
//! | --- | --- |
//! | [`passwords`] | argon2id, at most two at a time, with a short waiting line |
//! | [`sign_in`] | login and password → [`SignedIn`]; the same words and the same time for every refusal |
//! | [`sessions`] | open, load, touch, end, list; what is known in memory; who hears that one ended |
//! | [`realm`] | staff and portal: two cookies, two sets of limits, never mixed |
//! | [`contact`] | addresses and numbers: sealed, looked up, changed |
//! | [`whom`] | by what tries at an account are counted |
//! | [`links`] | one-time links in mails: for one purpose, used once |
//! | [`recover`] | a forgotten password |
//! | [`caller`] | what a door learns of a request: the actor, the person, the session |
//!
//! | [`factor`], [`steps`] | one-time codes and recovery codes; what waits between the password and the code |
//! | [`prove`] | who sits there proves it again, before what needs a fresh proof |
//! | [`sign_ins`] | every try, weighed; what its owner is told stands in `crate::notices` |
//! | [`close`] | an account is closed, opened, signed out by somebody else |
//! | [`profile`] | how to reach the owner of an account, and what they want to hear by mail |
//!
//! # Adding a way to sign in
//! Write a verb beside [`sign_in`] that answers [`SignedIn`]; the door opens the session with [`sessions::open`]. While
//! [`SignedIn::has_factor`] is set, only [`steps`] lets somebody in.

pub mod caller;
pub mod close;
pub mod contact;
mod employee_id;
pub mod factor;
pub mod links;
pub mod login;
pub mod me;
pub(crate) mod new_password;
mod own;
pub mod passwords;
pub mod profile;
pub mod prove;
pub mod realm;
pub mod recover;
pub mod sessions;
pub mod sign_in;
pub mod sign_ins;
pub mod steps;
mod whom;
mod workplaces;

use std::sync::Arc;

use domain::actor::{Actor, Task};
use uuid::Uuid;

pub use caller::{Caller, RequestId, SignInFlash};
pub use employee_id::employee_id;
pub use me::{actor, me};
pub use realm::Realm;
pub use sessions::{EndedSession, SessionKey, Sessions};
pub use sign_in::{SignedIn, sign_in, sign_in_from, sign_in_program};
pub use sign_ins::Origin;
pub use whom::{whom, whom_of};
pub use workplaces::{Workplace, workplaces};

use crate::ctx::Ctx;
use crate::house::House;

/// The context in which passwords are checked and sessions opened, loaded and ended: nobody is signed in yet.
pub fn at_the_door(house: &Arc<House>, request: Uuid) -> Ctx {
    Ctx::new(
        house.clone(),
        Actor::Worker {
            task: Task::SignIn,
            hospital: None,
        },
        request,
    )
}
