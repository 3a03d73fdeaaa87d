//! The doors at which an account gets another e-mail address or phone number, and that of the link which proves an address.

use app::forms::Around;
use app::forms::account::login as pages;
use app::routes::VERIFY_EMAIL;
use axum::extract::{Form, Query};
use axum::response::Response;
use hospital::HospitalError;
use hospital::identity::contact::{change_email, change_phone};
use serde::Deserialize;

use super::paths;
use crate::forms::{Desk, asking, link};
use crate::throttle::Route;

/// A new e-mail address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Email {
    email: String,
}

/// A new phone number.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Phone {
    sign_in_phone: String,
}

/// Asks for another e-mail address. The answer is the same whoever has it.
pub(super) async fn ask_email(desk: Desk, Form(typed): Form<Email>) -> Response {
    let ctx = desk.ctx();
    // Only what is about to be done counts against who asks too often.
    if !ctx.is_fresh() {
        return desk.again(paths(&desk).account, HospitalError::StepUp, &[("email", &typed.email)]);
    }
    if let Some(wait) = asking::count(&desk, Route::Recovery, &typed.email) {
        return wait;
    }
    let email = typed.email.clone();
    let asked = desk.run(async move { change_email::ask(&ctx, &email).await }).await;
    let sentence =
        "A link is on its way to the new address. Open it within 30 minutes; until then nothing has changed.";
    desk.back_to(
        paths(&desk).account,
        asked.map(|()| sentence),
        &[("email", typed.email)],
    )
}

/// Keeps the address that there is.
pub(super) async fn keep_email(desk: Desk) -> Response {
    let ctx = desk.ctx();
    let kept = desk.run(async move { change_email::keep(&ctx).await }).await;
    desk.back_to(paths(&desk).account, kept.map(|()| "Your email stays as it is."), &[])
}

/// Sets or takes away the number. Nobody tries many numbers to see which ones are known here.
pub(super) async fn change_number(desk: Desk, Form(typed): Form<Phone>) -> Response {
    let ctx = desk.ctx();
    let Some(user) = desk.caller.actor.user() else {
        return desk.refusal(HospitalError::SignIn);
    };
    if !ctx.is_fresh() {
        let typed = [("sign_in_phone", typed.sign_in_phone.as_str())];
        return desk.again(paths(&desk).account, HospitalError::StepUp, &typed);
    }
    if let Some(wait) = asking::count(&desk, Route::Recovery, &format!("phone of {user}")) {
        return wait;
    }
    let number = typed.sign_in_phone.clone();
    let changed = desk.run(async move { change_phone(&ctx, &number).await }).await;
    desk.back_to(
        paths(&desk).account,
        changed.map(|()| "Your phone number is saved."),
        &[("sign_in_phone", typed.sign_in_phone)],
    )
}

/// The page behind the link.
pub(super) async fn open(desk: Desk, Query(opened): Query<link::Opened>) -> Response {
    if let Some(taken) = link::take(VERIFY_EMAIL, opened) {
        return taken;
    }
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    match desk.run(async move { change_email::look(&ctx, &secret).await }).await {
        Ok(()) => desk.page("Confirm your new email", Around::Sheet, pages::prove),
        Err(error) => link::refused(desk, error, None),
    }
}

/// Its button.
pub(super) async fn prove(desk: Desk) -> Response {
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    let proved = link::counted(&desk, async move { change_email::prove(&ctx, &secret).await });
    let proved = match proved.await {
        Ok(proved) => proved,
        Err(wait) => return *wait,
    };
    match proved {
        Ok(()) => link::used(desk.page("Your email is changed", Around::Sheet, pages::proved)),
        Err(error) => link::refused(desk, error, None),
    }
}
