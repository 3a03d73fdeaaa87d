//! `/invitation`: what the link of an invitation opens.

use app::forms::{Around, invitation as pages};
use app::routes::INVITATION;
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use hospital::HospitalError;
use hospital::identity::whom_of;
use hospital::organisation::staff;
use secrecy::SecretString;
use serde::Deserialize;

use super::link::{self, Opened};
use super::{Desk, asking};
use crate::endpoint::Endpoint;
use crate::state::AppState;
use crate::throttle::{self, Route, Try};

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 2] = [
    Endpoint::get(INVITATION, |it| on(it, open)),
    Endpoint::post(INVITATION, |it| on(it, accept)),
];

/// The form; the field for the browser's password store is not read.
#[derive(Deserialize)]
struct Chosen {
    #[serde(default, deserialize_with = "super::secret")]
    password: SecretString,
    #[serde(default)]
    code: String,
}

async fn open(desk: Desk, Query(opened): Query<Opened>) -> Response {
    if let Some(taken) = link::take(INVITATION, opened) {
        return taken;
    }
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    match desk.run(async move { staff::look(&ctx, &secret).await }).await {
        Ok(invited) => desk.page("Invitation", Around::Sheet, || pages::form(invited)),
        Err(error) => link::refused(desk, error, None),
    }
}

async fn accept(desk: Desk, Form(chosen): Form<Chosen>) -> Response {
    // Guesses at the password of an account that is there already count like those at the sign-in page.
    let tried = match guess(&desk).await {
        Ok(tried) => tried,
        Err(wait) => return *wait,
    };
    let (ctx, secret, origin) = (desk.at_the_door(), link::secret(&desk), asking::origin(&desk));
    let joined = link::counted(&desk, async move {
        let typed = staff::Typed {
            password: &chosen.password,
            code: &chosen.code,
        };
        staff::join(&ctx, &secret, typed, &origin).await
    });
    let joined = match joined.await {
        Ok(joined) => joined,
        Err(wait) => return *wait,
    };
    if let Some(tried) = tried.filter(|_| !matches!(joined, Err(HospitalError::Invalid(_)))) {
        desk.state.throttle.forgive(tried);
    }
    match joined {
        Ok(joined) => link::used(desk.page("Welcome", Around::Sheet, || pages::joined(&joined))),
        Err(error @ (HospitalError::Invalid(_) | HospitalError::Busy)) => desk.again(INVITATION, error, &[]),
        Err(error) => link::refused(desk, error, None),
    }
}

/// A try at the password of the account that the invited address has already; none when it has none.
async fn guess(desk: &Desk) -> Result<Option<Try>, Box<Response>> {
    let (ctx, secret, origin) = (desk.at_the_door(), link::secret(desk), asking::origin(desk));
    let whom = desk.run(async move {
        match staff::look(&ctx, &secret).await.map(|invited| invited.account) {
            Ok(Some(user)) => whom_of(&ctx, user, &origin).await.map(Some),
            // What is wrong with the link says the verb.
            Ok(None) | Err(HospitalError::Conflict(_)) => Ok(None),
            Err(error) => Err(error),
        }
    });
    let Some(whom) = whom.await.map_err(|error| Box::new(desk.refusal(error)))? else {
        return Ok(None);
    };
    let now = desk.state.house.clock.now();
    let tried = desk
        .state
        .throttle
        .take(Route::SignIn, &whom, asking::address(desk), now);
    tried.map(Some).map_err(|wait| Box::new(throttle::refusal(false, wait)))
}
