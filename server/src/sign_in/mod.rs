//! The doors of signing in and out: plain forms that work without JavaScript; post, redirect, get.
//!
//! `POST /sign-in` (`login`, `password`, `shared`, `next`), `POST /sign-out` for staff and `POST /my/sign-out` for the portal. The page `GET /sign-in` belongs to the crate `app`; after
//! a refusal it finds a `hospital::identity::SignInFlash` in its request, once ([`flash`]).
//!
//! Who has a second factor is asked for its code by [`code`]: the first step's proof waits on the server, under a cookie of its own. Another step would be
//! a door like it, which opens the session ([`open`]) in place of [`enter`].

pub mod code;
pub mod device;
pub mod enter;
pub mod flash;
pub mod leave;
pub mod next;
mod open;
pub mod switch;

use std::fmt;
use std::sync::Arc;

use app::routes::{MY_SIGN_OUT, MY_SWITCH, SIGN_IN, SIGN_IN_CODE, SIGN_OUT, WORK_IN};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::on;
use hospital::House;

use crate::endpoint::{self, Endpoint};
use crate::forms;
use crate::throttle::Throttle;
use flash::Flashes;

/// These doors; sessions are not looked up around them.
pub static ENDPOINTS: [Endpoint<Doors>; 6] = [
    Endpoint::post(SIGN_IN, |it| on(it, enter::enter)),
    Endpoint::post(SIGN_IN_CODE, |it| on(it, code::enter)),
    Endpoint::post(SIGN_OUT, |it| on(it, leave::leave)),
    Endpoint::post(MY_SIGN_OUT, |it| on(it, leave::leave)),
    Endpoint::post(MY_SWITCH, |it| on(it, switch::switch)),
    Endpoint::post(WORK_IN, |it| on(it, switch::work_in)),
];

/// Whether one of these doors stands at `path`.
pub fn is_door(path: &str) -> bool {
    ENDPOINTS.iter().any(|door| door.path == path)
}

/// A form of four short fields.
const LONGEST_FORM: usize = 16 * 1024;

/// What the doors share: one per server, cloned cheaply.
#[derive(Clone)]
pub struct Doors(Arc<Inner>);

struct Inner {
    house: Arc<House>,
    flashes: Flashes,
    said: forms::Flashes,
    throttle: Arc<Throttle>,
    proxies: usize,
}

impl Doors {
    /// The doors of this house; `said` is what form pages have yet to say, and `proxies` of ours stand in front (`WARDLIGHT_TRUSTED_PROXY`).
    pub fn new(house: Arc<House>, said: forms::Flashes, throttle: Arc<Throttle>, proxies: usize) -> Self {
        Self(Arc::new(Inner {
            house,
            flashes: Flashes::default(),
            said,
            throttle,
            proxies,
        }))
    }

    /// The house.
    pub fn house(&self) -> &Arc<House> {
        &self.0.house
    }

    /// What the sign-in page has yet to say.
    pub fn flashes(&self) -> &Flashes {
        &self.0.flashes
    }

    /// What form pages have yet to say.
    pub fn said(&self) -> &forms::Flashes {
        &self.0.said
    }

    /// Who tried how often.
    pub fn throttle(&self) -> &Throttle {
        &self.0.throttle
    }

    /// How many proxies of ours stand in front.
    pub fn proxies(&self) -> usize {
        self.0.proxies
    }
}

impl fmt::Debug for Doors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Doors").finish_non_exhaustive()
    }
}

/// The routes; `sessions::split` puts them beside the pages.
pub fn routes(doors: Doors) -> Router {
    endpoint::routes(&ENDPOINTS)
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .with_state(doors)
}
