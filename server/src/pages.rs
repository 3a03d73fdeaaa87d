//! Error pages for doors that are no Leptos pages: the same look, the right status, nothing of the patient.

use std::time::Duration;

use app::Locale;
use app::error::AppError;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use hospital::HospitalError;

use crate::state::AppState;

/// Where pages find their scripts and styles.
pub fn assets(state: &AppState) -> app::Assets {
    app::Assets::named(|name| state.site.path(name), state.config.dev)
}

/// The page that a refused door answers.
pub fn refusal(state: &AppState, error: HospitalError, locale: Locale) -> Response {
    let shown = match error {
        HospitalError::SignIn => AppError::SignIn,
        HospitalError::Denied(right) => AppError::Denied { right: right.into() },
        HospitalError::StepUp => AppError::StepUp,
        HospitalError::NotFound => AppError::NotFound,
        HospitalError::Invalid(faults) => AppError::Invalid(faults),
        HospitalError::Conflict(sentence) => AppError::Conflict(sentence.into()),
        HospitalError::Busy => AppError::Busy,
        HospitalError::Away(cause) => {
            tracing::warn!(%cause, "the database is away");
            AppError::Away
        }
        HospitalError::Database(cause) => fault(&cause),
        HospitalError::Internal(cause) => fault(&cause),
    };
    page(state, &shown, locale)
}

/// An error as a whole page.
pub fn page(state: &AppState, error: &AppError, locale: Locale) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Html(app::error_html(error, &assets(state), locale))).into_response();
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if *error == AppError::Away {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(Duration::from_secs(5).as_secs()));
    }
    response
}

fn fault(cause: &dyn std::fmt::Display) -> AppError {
    let reference = uuid::Uuid::now_v7().to_string();
    tracing::error!(reference, %cause, "a door could not answer");
    AppError::Fault { reference }
}
