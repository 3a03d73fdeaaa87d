//! `/hospital/sessions`: an admin sees who of the hospital is signed in where, what programs hold and what looks like an attack; ends a session, a program or all of
//! somebody's; and says whether staff need a second factor.

use app::forms::Around;
use app::forms::account::sessions as form;
use app::routes::{SESSIONS, read_session_after};
use axum::extract::{Form, Query};
use axum::response::Response;
use domain::ids::UserId;
use hospital::HospitalError;
use hospital::identity::{SessionKey, factor, sessions, sign_ins};
use hospital::tokens;
use serde::Deserialize;

use super::home::{Which, WhichProgram};
use crate::forms::Desk;

/// Whose, and from where on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct From {
    name: String,
    after: String,
}

/// The page.
pub(super) async fn show(desk: Desk, Query(from): Query<From>) -> Response {
    let (ctx, this) = (desk.ctx(), desk.caller.session);
    let gathered = desk.run(async move {
        let this = this.ok_or(HospitalError::SignIn)?;
        let after = read_session_after(&from.after).and_then(|(at, id)| Some((at, SessionKey::of_hex(id)?)));
        Ok(form::Sessions {
            sessions: sessions::list_here(&ctx, this, &from.name, after).await?,
            programs: tokens::list_here(&ctx, &from.name).await?,
            attacks: sign_ins::list_attacks(&ctx).await?,
            is_required: factor::status(&ctx).await?.is_required,
            name: from.name,
        })
    });
    match gathered.await {
        Ok(shown) => desk.page("Sessions", Around::Frame, move || form::page(shown)),
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

/// Ends what one program of somebody holds.
pub(super) async fn end_program(desk: Desk, Form(which): Form<WhichProgram>) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { tokens::end_of_colleague(&ctx, which.program).await })
        .await
    {
        Ok(()) => desk.done(SESSIONS, "That program is signed out."),
        Err(error) => desk.again(SESSIONS, error, &[]),
    }
}

/// Who.
#[derive(Debug, Deserialize)]
pub(super) struct Whom {
    user: UserId,
}

/// Ends everything of somebody.
pub(super) async fn end_everywhere(desk: Desk, Form(Whom { user }): Form<Whom>) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { sessions::end_all_of_colleague(&ctx, user).await })
        .await
    {
        Ok(()) => desk.done(SESSIONS, "They are signed out everywhere in this hospital."),
        Err(error) => desk.again(SESSIONS, error, &[]),
    }
}
