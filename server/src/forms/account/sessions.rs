//! `/hospital/sessions`: an admin sees who of the hospital is signed in where, ends a session, and says whether staff need a second factor.

use app::forms::Around;
use app::forms::account::sessions as form;
use app::routes::SESSIONS;
use axum::extract::Form;
use axum::response::Response;
use hospital::HospitalError;
use hospital::identity::{SessionKey, factor, sessions};
use serde::Deserialize;

use super::home::Which;
use crate::forms::Desk;

/// The page.
pub(super) async fn show(desk: Desk) -> Response {
    let (ctx, this) = (desk.ctx(), desk.caller.session);
    let gathered = desk.run(async move {
        let this = this.ok_or(HospitalError::SignIn)?;
        let rows = sessions::list_here(&ctx, this).await?;
        Ok((rows, factor::status(&ctx).await?.is_required))
    });
    match gathered.await {
        Ok((rows, is_required)) => desk.page("Sessions", Around::Frame, move || form::page(rows, is_required)),
        Err(error) => desk.refusal(error),
    }
}

/// Ends one.
pub(super) async fn end(desk: Desk, Form(which): Form<Which>) -> Response {
    let ctx = desk.ctx();
    let ended = desk.run(async move {
        let key = SessionKey::of_hex(&which.session).ok_or(HospitalError::NotFound)?;
        sessions::end_of_colleague(&ctx, key).await
    });
    match ended.await {
        Ok(()) => desk.done(SESSIONS, "That session has ended."),
        Err(error) => desk.again(SESSIONS, error, &[]),
    }
}

/// `true` or `false`.
#[derive(Debug, Deserialize)]
pub(super) struct Required {
    required: bool,
}

/// Asks staff for a second factor, or stops asking.
pub(super) async fn require(desk: Desk, Form(Required { required }): Form<Required>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { factor::require(&ctx, required).await }).await {
        Ok(()) if required => desk.done(SESSIONS, "Staff need a second factor from now on."),
        Ok(()) => desk.done(SESSIONS, "Staff sign in with a password alone from now on."),
        Err(error) => desk.again(SESSIONS, error, &[]),
    }
}
