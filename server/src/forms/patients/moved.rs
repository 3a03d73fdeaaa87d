//! The address of a record that was joined to another leads there: a page that finds nobody under `/patients/{patient}…` asks whether the record leads elsewhere, and the browser
//! goes on to the same page of the other, with what was asked of it. Nothing is asked for pages that find somebody.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PatientId;
use hospital::patients::merge::leads_to;

use crate::forms::Desk;
use crate::state::AppState;

/// Whose page it is, and what comes after them in the address.
fn asked(path: &str) -> Option<(PatientId, &str)> {
    let after = path.strip_prefix("/patients/")?;
    let (patient, rest) = after.split_at(after.find('/').unwrap_or(after.len()));
    Some((patient.parse().ok()?, rest))
}

/// Leads on, when nobody is found.
pub async fn lead(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let asked = match *request.method() {
        Method::GET => asked(request.uri().path()).map(|(patient, rest)| (patient, rest.to_owned())),
        _ => None,
    };
    let Some((patient, rest)) = asked else {
        return next.run(request).await;
    };
    let query = request
        .uri()
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    let (mut parts, body) = request.into_parts();
    let Ok(desk) = Desk::from_request_parts(&mut parts, &state).await;
    let answer = next.run(Request::from_parts(parts, body)).await;
    if answer.status() != StatusCode::NOT_FOUND {
        return answer;
    }
    let ctx = desk.ctx();
    match desk.run(async move { leads_to(&ctx, patient).await }).await {
        Ok(Some(other)) => {
            let mut on = Redirect::to(&format!("/patients/{other}{rest}{query}")).into_response();
            on.headers_mut().insert(
                axum::http::header::CACHE_CONTROL,
                axum::http::HeaderValue::from_static("no-store"),
            );
            on
        }
        _ => answer,
    }
}
