//! The doors of one's own account, once under the staff's paths and once under the portal's, and of an admin's list of sessions.
//!
//! What proves something (a password, a code) counts its tries with the doors of sign-in, and gives the session a new id ([`Fresh`]).

mod code;
mod factor;
mod home;
mod login;
mod looks;
mod prove;
mod sessions;

use app::routes::{
    AccountPaths, MY_CORRECTION, PORTAL_ACCOUNT as PORTAL, SESSIONS, SESSIONS_EVERYWHERE, SESSIONS_FACTOR,
    SESSIONS_PROGRAMS, SIGN_IN_CODE, STAFF_ACCOUNT as STAFF, VERIFY_EMAIL,
};
use axum::response::Response;
use axum::routing::on;
use domain::actor::Actor;
use hospital::HospitalError;
use hospital::identity::{Realm, SessionKey, whom_of};
use tower_sessions::session::Id;

use super::Desk;
use super::asking::{address, origin};
use crate::endpoint::Endpoint;
use crate::sessions::cookie;
use crate::sessions::store::key_of;
use crate::sign_in::Doors;
use crate::state::AppState;
use crate::throttle::{self, Route, Try};

macro_rules! account {
    ($paths:expr) => {
        [
            Endpoint::get($paths.account, |it| on(it, home::show)),
            Endpoint::post($paths.contact, |it| on(it, home::change_contact)),
            Endpoint::post($paths.email, |it| on(it, login::ask_email)),
            Endpoint::post($paths.email_keep, |it| on(it, login::keep_email)),
            Endpoint::post($paths.sign_in_phone, |it| on(it, login::change_number)),
            Endpoint::post($paths.looks, |it| on(it, looks::change)),
            Endpoint::post($paths.password, |it| on(it, home::change_password)),
            Endpoint::post($paths.sessions, |it| on(it, home::end_session)),
            Endpoint::post($paths.programs, |it| on(it, home::end_program)),
            Endpoint::get($paths.prove, |it| on(it, prove::show)),
            Endpoint::post($paths.prove, |it| on(it, prove::prove)),
            Endpoint::get($paths.factor, |it| on(it, factor::show)),
            Endpoint::post($paths.factor_begin, |it| on(it, factor::begin)),
            Endpoint::post($paths.factor_confirm, |it| on(it, factor::confirm)),
            Endpoint::post($paths.factor_codes, |it| on(it, factor::renew)),
            Endpoint::post($paths.factor_remove, |it| on(it, factor::remove)),
        ]
    };
}

/// The staff's account.
pub static OF_STAFF: [Endpoint<AppState>; 16] = account!(STAFF);
/// The portal's account.
pub static OF_PORTAL: [Endpoint<AppState>; 16] = account!(PORTAL);
/// The second step of signing in, the link to a new address, an admin's list, and what a person says is wrong.
pub static BESIDE: [Endpoint<AppState>; 9] = [
    Endpoint::get(SIGN_IN_CODE, |it| on(it, code::show)),
    Endpoint::get(VERIFY_EMAIL, |it| on(it, login::open)),
    Endpoint::post(VERIFY_EMAIL, |it| on(it, login::prove)),
    Endpoint::get(SESSIONS, |it| on(it, sessions::show)),
    Endpoint::post(SESSIONS, |it| on(it, sessions::end)),
    Endpoint::post(SESSIONS_FACTOR, |it| on(it, sessions::require)),
    Endpoint::post(SESSIONS_PROGRAMS, |it| on(it, sessions::end_program)),
    Endpoint::post(SESSIONS_EVERYWHERE, |it| on(it, sessions::end_everywhere)),
    Endpoint::post(MY_CORRECTION, |it| on(it, home::correct)),
];

/// The realm of whoever asks.
fn realm(desk: &Desk) -> Realm {
    match desk.caller.actor {
        Actor::Patient { .. } | Actor::Proxy { .. } => Realm::Portal,
        // Who has to sign in first comes back to where they were.
        _ if desk.caller.actor.user().is_none() => Realm::of_path(desk.path()),
        _ => Realm::Staff,
    }
}

/// Their paths.
fn paths(desk: &Desk) -> AccountPaths {
    match realm(desk) {
        Realm::Portal => PORTAL,
        Realm::Staff => STAFF,
    }
}

/// Counts a try at a password or a code of somebody who is signed in, like one at the door; a page that says how long to wait when there were too many.
async fn take(desk: &Desk, doors: &Doors) -> Result<Try, Box<Response>> {
    let (ctx, user, origin) = (desk.at_the_door(), desk.caller.actor.user(), origin(desk));
    let user = user.ok_or_else(|| Box::new(desk.refusal(HospitalError::SignIn)))?;
    let whom = desk.run(async move { whom_of(&ctx, user, &origin).await });
    let whom = whom.await.map_err(|error| Box::new(desk.refusal(error)))?;
    doors
        .throttle()
        .take(Route::SignIn, &whom, address(desk), desk.state.house.clock.now())
        .map_err(|wait| Box::new(throttle::refusal(false, wait)))
}

/// A new id for the session that asks.
struct Fresh {
    old: SessionKey,
    id: Id,
    realm: Realm,
}

impl Fresh {
    fn of(desk: &Desk) -> Result<Self, HospitalError> {
        Ok(Self {
            old: desk.caller.session.ok_or(HospitalError::SignIn)?,
            id: Id::default(),
            realm: realm(desk),
        })
    }

    /// From, and to.
    fn keys(&self) -> (SessionKey, SessionKey) {
        (self.old, key_of(self.id))
    }

    /// The answer that tells the browser.
    fn tell(&self, mut answer: Response) -> Response {
        cookie::set(answer.headers_mut(), self.realm.cookie(), &self.id.to_string(), None);
        answer
    }
}
