//! `POST /alarms/acknowledge`: "I have seen it" as a plain form; the page with JavaScript calls the server function instead. Post, redirect, get.

use app::language;
use axum::extract::{Extension, Form, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::AlarmId;
use hospital::HospitalError;
use hospital::identity::{Caller, RequestId};
use serde::Deserialize;

use super::context;
use crate::sign_in::next::local;
use crate::state::AppState;

/// The form.
#[derive(Debug, Deserialize)]
pub struct Answered {
    alarm: AlarmId,
    #[serde(default)]
    note: String,
    /// The page to go back to.
    #[serde(default)]
    back: String,
}

/// Acknowledges, and goes back to the page. An alarm that somebody else has answered meanwhile is no error: the page shows who.
pub async fn acknowledge(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Extension(request): Extension<RequestId>,
    headers: HeaderMap,
    Form(form): Form<Answered>,
) -> Response {
    let ctx = context(&state.house, &caller, request);
    let back = local(&form.back).unwrap_or("/ward").to_owned();
    let done = hospital::run(async move { hospital::alerts::acknowledge(&ctx, form.alarm, Some(form.note)).await });
    match done.await {
        Ok(_) | Err(HospitalError::Conflict(_)) => Redirect::to(&back).into_response(),
        Err(error) => crate::pages::refusal(&state, error, language::of(&caller, &headers)),
    }
}
