//! `/invitation`: what the link of an invitation opens.

use app::forms::{Around, invitation as pages};
use app::routes::INVITATION;
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use hospital::HospitalError;
use hospital::organisation::staff;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::link::{self, Opened};
use super::{Desk, asking};
use crate::endpoint::Endpoint;
use crate::state::AppState;
use crate::throttle::Route;

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
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    // Guesses at the password of an account that is there already count like those at the sign-in page.
    if let Some(wait) = asking::count(&desk, Route::Link, secret.expose_secret()) {
        return wait;
    }
    match desk
        .run(async move { staff::join(&ctx, &secret, &chosen.password).await })
        .await
    {
        Ok(joined) => link::used(desk.page("Welcome", Around::Sheet, || pages::joined(&joined))),
        Err(error @ (HospitalError::Invalid(_) | HospitalError::Busy)) => desk.again(INVITATION, error, &[]),
        Err(error) => link::refused(desk, error, None),
    }
}
