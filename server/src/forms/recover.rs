//! `/recover`: a forgotten password. `/recover/new`: what the link opens. Both answer the same to everybody.

use app::forms::{Around, recover as pages};
use app::routes::{RECOVER, RECOVER_NEW};
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use hospital::HospitalError;
use hospital::identity::{Origin, recover, whom};
use secrecy::SecretString;
use serde::Deserialize;

use super::link::{self, Opened};
use super::{Desk, asking};
use crate::endpoint::Endpoint;
use crate::state::AppState;
use crate::throttle::Route;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 4] = [
    Endpoint::get(RECOVER, |it| on(it, ask)),
    Endpoint::post(RECOVER, |it| on(it, send)),
    Endpoint::get(RECOVER_NEW, |it| on(it, choose)),
    Endpoint::post(RECOVER_NEW, |it| on(it, set)),
];

/// Which account.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    login: String,
}

/// The new password.
#[derive(Deserialize)]
struct Chosen {
    #[serde(default, deserialize_with = "super::secret")]
    password: SecretString,
}

async fn ask(desk: Desk) -> Response {
    desk.page("Set a new password", Around::Sheet, pages::ask)
}

async fn send(desk: Desk, Form(asked): Form<Asked>) -> Response {
    let (ctx, login) = (desk.at_the_door(), asked.login.clone());
    // One mailbox, by whichever name and from whichever browser it is asked for.
    let whom = desk.run(async move { whom(&ctx, &login, &Origin::unknown()).await });
    match whom.await.map(|whom| asking::count(&desk, Route::Recovery, &whom)) {
        Ok(None) => {}
        Ok(Some(wait)) => return wait,
        Err(error) => return desk.refusal(error),
    }
    let (ctx, login) = (desk.at_the_door(), asked.login.clone());
    match desk.run(async move { recover::ask(&ctx, &login).await }).await {
        Ok(()) => desk.page("Look into your mail", Around::Sheet, pages::asked),
        Err(error) => desk.again(RECOVER, error, &[("login", &asked.login)]),
    }
}

async fn choose(desk: Desk, Query(opened): Query<Opened>) -> Response {
    if let Some(taken) = link::take(RECOVER_NEW, opened) {
        return taken;
    }
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    match desk.run(async move { recover::look(&ctx, &secret).await }).await {
        Ok(()) => desk.page("Choose a new password", Around::Sheet, pages::choose),
        Err(error) => link::refused(desk, error, Some(RECOVER)),
    }
}

async fn set(desk: Desk, Form(chosen): Form<Chosen>) -> Response {
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    let set = link::counted(
        &desk,
        async move { recover::set(&ctx, &secret, &chosen.password).await },
    );
    let set = match set.await {
        Ok(set) => set,
        Err(wait) => return *wait,
    };
    match set {
        Ok(()) => link::used(desk.page("Your password is set", Around::Sheet, pages::changed)),
        Err(error @ (HospitalError::Invalid(_) | HospitalError::Busy)) => desk.again(RECOVER_NEW, error, &[]),
        Err(error) => link::refused(desk, error, Some(RECOVER)),
    }
}
