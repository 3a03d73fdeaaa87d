//! `GET /sign-in/code`: asks for the code. Its form goes to `sign_in::code`, outside of the sessions.

use app::forms::Around;
use app::forms::account::code;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use hospital::identity::factor::WRONG_CODE;
use hospital::identity::{at_the_door, steps};
use serde::Deserialize;

use crate::forms::Desk;
use crate::sessions::store::key_of;
use crate::sign_in::code::step;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    next: String,
    again: Option<String>,
}

/// The page; who has not proved the password first is sent there.
pub(super) async fn show(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let awaited = match step(desk.headers()) {
        None => Ok(false),
        Some(id) => {
            let ctx = at_the_door(&desk.state.house, desk.ctx().request());
            desk.run(async move { steps::awaited(&ctx, key_of(id)).await.map(|user| user.is_some()) })
                .await
        }
    };
    match awaited {
        Ok(true) => desk.page("Enter your code", Around::Sheet, move || {
            code::page(asked.next, asked.again.is_some(), WRONG_CODE)
        }),
        Ok(false) => Redirect::to(app::routes::SIGN_IN).into_response(),
        Err(error) => desk.refusal(error),
    }
}
